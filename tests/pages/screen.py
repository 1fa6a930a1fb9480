"""The app as Streamlit's own test runner shows it, and what stands on its pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

APP = Path(__file__).parents[2] / "app.py"


def opened(page: str = "ask", **parameters: str) -> AppTest:
    """A fresh visit to a page by its address."""
    screen = AppTest.from_file(str(APP), default_timeout=120)
    screen._page_hash = calc_hash(page)
    for name, value in parameters.items():
        screen.query_params[name] = value
    screen.run()
    assert not screen.exception
    return screen


def asked(screen: AppTest, question: str) -> AppTest:
    """The page after a question has been typed."""
    screen.chat_input[0].set_value(question).run()
    assert not screen.exception
    return screen


def values(elements: Any) -> list[str]:
    return [e.value for e in elements]


def button(screen: AppTest, label: str) -> Any:
    return next(b for b in screen.button if b.label == label)


def bodies(screen: AppTest) -> list[str]:
    """The HTML that the page itself made, in order; its style sheet left out."""
    return [body for e in screen.main.get("html") if not (body := e.proto.body).startswith("<style")]


class Shown(HTMLParser):
    """HTML read back: its tags, attributes and words."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def having(self, name: str, value: str | None = None) -> list[dict[str, str]]:
        """Attributes of the elements that have one of this name (and, for a class, this among its values)."""
        return [a for _, a in self.tags if name in a and (value is None or value in a[name].split())]


def shown(screen: AppTest) -> Shown:
    """All HTML of the page, read back."""
    return Shown("\n".join(bodies(screen)))


def text(screen: AppTest) -> str:
    """All words of the page's main part."""
    main = screen.main
    native = values([*main.title, *main.markdown, *main.caption, *main.info, *main.warning, *main.error])
    return re.sub(r"\s+", " ", " ".join([*native, shown(screen).words]))


def told(screen: AppTest) -> list[dict[str, Any]]:
    """What the browser was asked to do."""
    found: list[dict[str, Any]] = screen.session_state["_told"]
    return found
