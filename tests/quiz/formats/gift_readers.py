"""Two readers of GIFT: gift-pegjs, a grammar from npm, and one that takes the text apart as Moodle's importer does."""

from __future__ import annotations

import html
import json
import re
import subprocess
from typing import Any

import lxml.html

from tests.quiz.formats.expected import Read, squeezed
from tests.quiz.formats.tools import MODULES

_SCRIPT = """
const { parse } = require("gift-pegjs");
let text = "";
process.stdin.on("data", (part) => (text += part)).on("end", () => process.stdout.write(JSON.stringify(parse(text))));
"""
_SIGNS = {
    "&&058;": ":",
    "&&035;": "#",
    "&&061;": "=",
    "&&123;": "{",
    "&&125;": "}",
    "&&126;": "~",
    "&&092;": "\\",
}


def read_by_grammar(text: str) -> list[Read]:
    ran = subprocess.run(
        ["node", "-e", _SCRIPT],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={"NODE_PATH": str(MODULES)},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [_parsed(q) for q in json.loads(ran.stdout) if q["type"] != "Category"]


def _parsed(question: dict[str, Any]) -> Read:
    stem = text_of(question["stem"]["text"])
    assert question["stem"]["format"] == "html"
    why = squeezed(text_of(question["globalFeedback"]["text"]))
    choices = question.get("choices", ())
    match question["type"]:
        case "TF":
            return Read("true_false", stem, right=frozenset({str(question["isTrue"])}), why=why)
        case "Matching":
            # The grammar leaves escapes at the right of a pair as it holds them inside.
            pairs = {
                (text_of(p["subquestion"]["text"]), _decoded(p["subanswer"])) for p in question["matchPairs"]
            }
            return Read("matching", stem, pairs=frozenset(pairs), why=why)
        case "Short":
            assert all(c["isCorrect"] and c["weight"] == 100 for c in choices)
            accepted = frozenset(c["text"]["text"].replace(r"\*", "*") for c in choices)
            return Read("short", stem, right=accepted, why=why)
        case "MC":
            weighted = [
                (text_of(c["text"]["text"]), c["isCorrect"] or (c["weight"] or 0) > 0) for c in choices
            ]
            several = any(c["weight"] for c in choices)
            right = frozenset(text for text, good in weighted if good)
            return Read(
                "several" if several else "choice", stem, tuple(t for t, _ in weighted), right, why=why
            )
    raise AssertionError(question["type"])


def read_as_moodle(text: str) -> list[Read]:
    """The importer's way: lines that begin with // go, escapes are set aside, the rest is told by its signs."""
    kept = "\n".join("" if line.strip().startswith("//") else line for line in text.split("\n"))
    blocks = [b.strip() for b in re.split(r"\n\s*\n", kept) if b.strip()]
    return [_question(b) for b in blocks if not b.startswith("$CATEGORY:")]


def _question(block: str) -> Read:
    # The escape's own escape first, or what follows it would seem to be escaped.
    block = block.replace("\\\\", "&&092;")
    for held, sign in _SIGNS.items():
        block = block.replace("\\" + sign, held)
    assert block.startswith("::")
    _, _, rest = block[2:].partition("::")
    start, end = rest.index("{"), rest.index("}")
    assert rest.endswith("}")
    assert end == len(rest) - 1
    inside, _, feedback = rest[start + 1 : end].rpartition("####")
    form, stem = re.fullmatch(r"\[(\w+)\](.*)", rest[:start].strip(), re.DOTALL).groups()  # type: ignore[union-attr]
    assert form == "html"
    return _answers(inside.strip(), text_of(_decoded(stem)), squeezed(text_of(_decoded(feedback))))


def _answers(inside: str, stem: str, why: str) -> Read:
    if inside in ("TRUE", "FALSE"):
        return Read("true_false", stem, right=frozenset({inside.capitalize()}), why=why)
    if "~" in inside:
        parts = [p.strip() for p in inside.replace("=", "~=").split("~") if p.strip()]
        weighed = [re.fullmatch(r"(=|%-?[\d.]+%)?(.*)", part, re.DOTALL) for part in parts]
        found = [(m[1] or "", text_of(_formatted(m[2]))) for m in weighed if m]
        right = frozenset(text for mark, text in found if mark == "=" or (mark and not mark.startswith("%-")))
        kind = "choice" if "=" in inside else "several"
        return Read(kind, stem, tuple(text for _, text in found), right, why=why)
    parts = [p.strip() for p in inside.split("=") if p.strip()]
    if "->" in inside:
        halves = [part.partition("->") for part in parts]
        pairs = {(text_of(_formatted(left)), _decoded(right.strip())) for left, _, right in halves}
        return Read("matching", stem, pairs=frozenset(pairs), why=why)
    assert all(p.startswith("%100%") for p in parts)
    accepted = (_formatted(p.removeprefix("%100%")) for p in parts)
    return Read("short", stem, right=frozenset(a.replace(r"\*", "*") for a in accepted), why=why)


def _formatted(text: str) -> str:
    """Text whose beginning may name the format of the rest."""
    return _decoded(re.sub(r"^\[(html|plain|markdown|moodle)\]", "", text.strip())).strip()


def _decoded(text: str) -> str:
    for held, sign in _SIGNS.items():
        text = text.replace(held, sign)
    return text


def text_of(markup: str) -> str:
    """The words of HTML as a browser shows them; of text without tags, its references read."""
    if "<" not in markup:
        return html.unescape(markup)
    return str(lxml.html.fragment_fromstring(markup, create_parent=True).text_content())
