"""GIFT, Moodle's text format: a question, and in braces its answers, then its general feedback.

Questions, options and explanations are HTML within it, which keeps signs that the format has no escape for. What
is to be typed in and what stands at the right of a pair is plain text: there such signs cannot be kept.
Source: Moodle's documentation of the format and its importer, which takes the text apart by its signs alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.quiz.formats.html import explanation, shown
from assistant.quiz.formats.model import Job
from assistant.quiz.formats.moodle_marks import name, tags, too_many, weights
from assistant.quiz.model import TRUE, Item, Kind
from assistant.rendering.plain import one_line
from corpus.patterns import lazy_regex

_SIGNS = lazy_regex(r"[\\~=#{}:]")
#: The importer keeps escaped signs as these while it works, and would turn them into signs.
_PLACEHOLDER = lazy_regex(r"&&0\d\d;")
#: At the start of an option or a premise: a weight, or the name of a text format.
_LEADING = {"%": "&#37;", "[": "&#91;"}
_UNKEPT = "an answer holds signs that GIFT would read as its own"


def write_gift(job: Job) -> bytes:
    """Every kind as UTF-8 text; an ordering item becomes pairs of entry and position."""
    numbered = enumerate(job.quiz.items, start=1)
    questions = (_question(n, item, explanation(item, job.documents)) for n, item in numbered)
    category = f"$CATEGORY: $course$/top/{_category(job.quiz.title)}\n"
    return "\n".join((category, *questions)).encode()


def _category(title: str) -> str:
    return one_line(title).replace("/", "//")


def _question(number: int, item: Item, why: str) -> str:
    labels = " ".join(f"[tag:{tag}]" for tag in tags(item))
    lines = "\n".join(f"  {line}" for line in _answers(item))
    return (
        f"// [id:{item.id}] {labels}\n"
        f"::{_escaped(name(number, item))}::[html]{_html(item.stem)} {{\n"
        f"{lines}\n"
        f"  ####{_escaped(why)}\n"
        "}\n"
    )


def _answers(item: Item) -> Iterator[str]:
    match item.kind:
        case Kind.CHOICE:
            yield from (f"{'=' if o in item.key else '~'}{_option(o)}" for o in item.options)
        case Kind.MULTIPLE_RESPONSE:
            shares = zip(weights(item) or (), item.options, strict=True)
            yield from (f"~%{weight}%{_option(option)}" for weight, option in shares)
        case Kind.TRUE_FALSE:
            yield "TRUE" if item.key[0] == TRUE else "FALSE"
        case Kind.MATCHING:
            yield from (f"={_option(pair.left)} -> {_escaped(one_line(pair.right))}" for pair in item.pairs)
            used = {pair.right for pair in item.pairs}
            yield from (f"= -> {_escaped(one_line(o))}" for o in item.options if o not in used)
        case Kind.ORDERING:
            places = {entry: n for n, entry in enumerate(item.key, start=1)}
            yield from (f"={_option(entry)} -> {places[entry]}" for entry in item.options)
        case Kind.GAP_FILL | Kind.SHORT_ANSWER:
            yield from (f"=%100%{_escaped(_literal(answer))}" for answer in item.key)


def gift_hindrance(item: Item) -> str | None:
    """Why GIFT cannot hold an item; None where it can."""
    if reason := too_many(item):
        return reason
    if item.kind is Kind.MATCHING and any(_PLACEHOLDER.search(one_line(o)) for o in item.options):
        return _UNKEPT
    typed = map(one_line, item.key if item.kind in (Kind.GAP_FILL, Kind.SHORT_ANSWER) else ())
    if any("->" in a or a.startswith("[") or _PLACEHOLDER.search(a) for a in typed):
        return _UNKEPT
    return None


def _literal(answer: str) -> str:
    """A typed answer is a pattern in Moodle, in which a star stands for anything."""
    return one_line(answer).replace("*", r"\*")


def _option(text: str) -> str:
    made = shown(text)
    return _escaped(_LEADING.get(made[:1], made[:1]) + made[1:])


def _html(text: str) -> str:
    return _escaped(shown(text))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
