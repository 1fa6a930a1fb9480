"""The page that shows the latest runs of the evaluation, and any item of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from assistant.pages.evaluation_runs import RUN_AGAIN, RUNS, Asked, Figure, Run, asked, runs
from assistant.pages.html import element, plain, table

_LATEST = 20
_EVERY = "All sets"


def render(folder: Path = RUNS) -> None:
    """Show a run: its figures with intervals, and one item at a time with answer, gold and quotes."""
    st.title("Evaluation")
    found = runs(folder)[:_LATEST]
    if not found:
        st.info("There is no finished run of the evaluation yet. Run it in a terminal:")
        st.code(RUN_AGAIN.removeprefix("Run: "), language=None)  # colours of tokens are too faint
        return
    chosen = st.selectbox("Run", range(len(found)), format_func=lambda n: found[n].title)
    run = found[chosen]
    _figures(run)
    _look(asked(run))


def _figures(run: Run) -> None:
    _, every = run.sets.get("all", (0, {}))
    measured = [(name, f) for name, f in every.items() if f.n]
    st.html(
        table(
            "Right answers by set, with 95% intervals over recommendations",
            ("Set", "Items", "Right", "95% interval"),
            ([plain(name), str(n), *_cells(figures["right"])] for name, (n, figures) in run.sets.items()),
        )
    )
    with st.expander("All measures of the typed questions"):
        st.html(
            table(
                "Measures",
                ("Measure", "Value", "95% interval", "Items", "Undefined"),
                ([plain(_spoken(name)), *_cells(f), str(f.n), str(f.undefined)] for name, f in measured),
            )
        )
        st.html(
            table(
                "Over many items at once",
                ("Measure", "Value"),
                ([plain(_spoken(name)), _pooled(name, value)] for name, value in run.pooled.items()),
            )
        )


def _look(items: tuple[Asked, ...]) -> None:
    st.header("Questions")
    left, right = st.columns(2)
    names = [_EVERY, *dict.fromkeys(i.set for i in items)]
    name = left.selectbox("Set", names)
    only_wrong = right.toggle("Only those that are not right", value=any(not i.right for i in items))
    shown = [i for i in items if name in (_EVERY, i.set) and not (only_wrong and i.right)]
    if not shown:
        st.success("Every answer here is right.")
        return
    st.caption(f"{len(shown)} of {len(items)} questions")
    at = st.selectbox(
        "Question", range(len(shown)), format_func=lambda n: f"{shown[n].question} ({shown[n].id})"
    )
    st.html(_item(shown[at]))


def _item(item: Asked) -> str:
    answer, gold = item.answer, item.gold
    own = (b for b in answer["answer"].split("\n\n") if not b.startswith(">"))
    reason = f" ({answer['reason']})" if answer["reason"] else ""
    verdict = "Right." if item.right else f"Not right: {', '.join(map(_spoken, item.failed))}."
    parts = [
        element("p", element("strong", plain(verdict))),
        _listed("Asked before", item.history),
        _section("Question", [plain(item.question)]),
        _section(f"Answer: {answer['outcome']}{reason}", (plain(b.replace("*", "")) for b in own)),
        *(_quote(c["quote"], f"{c['speaker']}; {c['locator']}") for c in answer["citations"]),
        _section("What is right", [plain(_gold(gold))]),
        *(_quote(words, "evidence") for words in gold["evidence"]),
    ]
    return element("article", "".join(parts))


def _gold(gold: dict[str, object]) -> str:
    names = ("outcome", "reason", "recommendations", "dates", "notices", "must_say", "must_not_say")
    given = [(name, gold.get(name)) for name in names]
    return "; ".join(f"{_spoken(name)}: {_shown(value)}" for name, value in given if value)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _section(title: str, paragraphs: Iterable[str]) -> str:
    return element("h3", plain(title)) + "".join(element("p", p) for p in paragraphs)


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return _section(title, map(plain, lines)) if lines else ""


def _quote(words: str, whose: str) -> str:
    return element("blockquote", plain(words) + element("footer", plain(whose)))


def _cells(figure: Figure) -> list[str]:
    if figure.low is None or figure.high is None:
        return [_percent(figure.value), "–"]
    return [_percent(figure.value), f"{_percent(figure.low)} to {_percent(figure.high)}"]


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _pooled(name: str, value: float | None) -> str:
    """A slope as it is, anything else in per cent."""
    return f"{value:+.3f}" if value is not None and name.endswith("_slope") else _percent(value)


def _spoken(name: str) -> str:
    return name.replace("_", " ")
