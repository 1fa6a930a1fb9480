"""What leaves this computer, read off the configuration."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

_LOCAL_NAMES = {"localhost", "ip6-localhost"}


@dataclass(frozen=True, slots=True)
class PageSettings:
    """The settings that decide what can leave the computer."""

    address: str | None
    """Where the page is served; None serves every network that the computer is on."""
    usage_statistics: bool
    """True where Streamlit tells its makers about each visit."""
    remote_files: tuple[str, ...] = ()
    """Addresses of fonts that the browser fetches from elsewhere."""
    model: str | None = None
    """Where a language model gets questions to read, a sentence; None where nothing is sent anywhere."""
    database: str | None = None
    """Host of the database that keeps conversations; None where a file does."""
    vectors: str | None = None
    """Host of the Chroma server that questions' vectors are sent to; None where they stay in the index's folder."""


def is_local(address: str | None) -> bool:
    """Whether only this computer can reach an address."""
    if address is None:
        return False
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address.lower() in _LOCAL_NAMES


def leaks(settings: PageSettings) -> tuple[str, ...]:
    """What leaves the computer, a sentence each; empty where nothing does."""
    found = []
    if not is_local(settings.address):
        found.append("Other computers on the network can open this page (setting server.address).")
    if settings.usage_statistics:
        found.append("Streamlit is told about each visit (setting browser.gatherUsageStats).")
    if settings.remote_files:
        hosts = sorted({urlsplit(f).netloc for f in settings.remote_files})
        found.append(f"Fonts are fetched from {', '.join(hosts)} (setting theme.fontFaces).")
    if settings.model:
        found.append(settings.model)
    if settings.database and not is_local(settings.database):
        found.append(f"Conversations are kept on {settings.database} (variable ASSISTANT_DATABASE_URL).")
    if settings.vectors and not is_local(settings.vectors):
        found.append(f"The vectors of questions are sent to {settings.vectors} (variable CHROMA_URL).")
    return tuple(found)


def privacy_line(settings: PageSettings) -> str:
    """One line for the page: that everything stays here, or what does not."""
    if found := leaks(settings):
        return "Not everything stays on this computer. " + " ".join(found)
    return "Everything stays on this computer."


def remote(sources: object) -> tuple[str, ...]:
    """The addresses with a host among the font faces of a theme (a list of tables with a ``url``)."""
    faces = sources if isinstance(sources, list) else []
    urls = (str(face.get("url", "")) for face in faces if isinstance(face, dict))
    return tuple(u for u in urls if urlsplit(u).netloc)
