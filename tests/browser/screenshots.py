"""The pictures of the README, made anew. Run: make screenshots"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from index.settings import IndexSettings
from tests.browser.conftest import DESKTOP, FLAGS, PHONE, ROOT, ask, serving, settle
from tests.browser.tools import chromium

FOLDER = ROOT / "docs" / "screenshots"
#: Colours of a picture; text and plain surfaces need few.
_COLOURS = 96
#: Milliseconds for fonts and charts to be drawn.
_DRAWN = 1500


@dataclass(frozen=True)
class Picture:
    """One picture: a page, how it is seen, and what is done on it before."""

    name: str
    path: str = ""
    size: tuple[int, int] = DESKTOP
    scheme: str = "light"
    before: Callable[[Page], None] = lambda _: None


def _differ(page: Page) -> None:
    ask(page, "When will there be a Chief Social Worker?")


def _opened(page: Page) -> None:
    ask(page, "When should every council have a Principal Child and Family Social Worker?")
    page.locator("a.chip").first.click()


def _concern(page: Page) -> None:
    ask(page, "A child next door is being beaten right now, what do I do?")


def _selected(page: Page) -> None:
    page.get_by_role("link", name="by July 2012").first.click()
    page.wait_for_selector("#picked-commitment")
    settle(page)


PICTURES = (
    Picture("ask"),
    Picture("answer", before=_differ),
    Picture("citation-dark", scheme="dark", before=_opened),
    Picture("answer-telephone", size=PHONE, before=_opened),
    Picture("concern-telephone-dark", size=PHONE, scheme="dark", before=_concern),
    Picture("guidance", "guidance?passage=government-response/narrative/fd80c517"),
    Picture("timeline", "timeline"),
    Picture("commitment-dark", "timeline", scheme="dark", before=_selected),
    Picture("recommendations", "recommendations"),
    Picture("recommendation-telephone", "recommendations?recommendation=14", size=PHONE),
)


def take(pictures: tuple[Picture, ...], folder: Path) -> None:
    """Take pictures of the app as it is served with the index of this machine."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        environment = {"ASSISTANT_HOME": str(IndexSettings.from_environment().home), "ASSISTANT_DATA": kept}
        with serving(environment, Path(kept) / "log") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
            for picture in pictures:
                context = browser.new_context(
                    viewport={"width": picture.size[0], "height": picture.size[1]},
                    color_scheme="dark" if picture.scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                page = context.new_page()
                page.goto(f"{address}/{picture.path}")
                settle(page)
                picture.before(page)
                page.wait_for_timeout(_DRAWN)
                target = folder / f"{picture.name}.png"
                page.screenshot(path=target)
                _made_small(target)
                context.close()
            browser.close()


def _made_small(path: Path) -> None:
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    if chromium() is None:
        sys.exit("There is no Chromium. Run: python -m tests.browser.tools")
    take(PICTURES, FOLDER)
    print(f"{len(PICTURES)} pictures in {FOLDER}")
