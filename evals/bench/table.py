"""What was measured as Markdown, for the README."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_MEGA = 1_000_000


def markdown(measured: dict[str, Any]) -> str:
    """The tables of the parts that were measured, under a line that says when and on what."""
    known = {
        "start": _start,
        "warm": _warm,
        "batch": _together,
        "scaling": _growth,
    }
    parts = [make(measured) for name, make in known.items() if name in measured]
    return "\n\n".join([_about(measured), *parts])


def _about(measured: dict[str, Any]) -> str:
    on = measured["machine"]
    versions = ", ".join(f"{name} {v}" for name, v in on["versions"].items() if v)
    loads = f"{on['load'][0]} before, {measured['load_after'][0]} after"
    return (
        f"Measured {on['date'][:10]} with `python -m evals bench` on {on['processors']} cores ({on['architecture']}, "
        f"load {loads}), Python {on['python']}; {versions}."
    )


def _start(measured: dict[str, Any]) -> str:
    start = measured["start"]
    names = {
        "floor": "floor: imports, one embedding, one query",
        "free": "`assistant ask`, free question",
        "named": "`assistant ask`, recommendation and part named",
    }
    rows = [
        (text, start[n]["n"], _s(start[n]["seconds"]), _s(start[n]["processor"]), _mb(start[n]["memory"]))
        for n, text in names.items()
    ]
    rows += [
        (
            "free question over floor, times",
            "",
            f"{start['ratio']:.2f}",
            f"{start['processor_ratio']:.2f}",
            "",
        )
    ]
    return _table(("start to first answer", "n", "s (median)", "processor s", "peak MB"), rows)


def _warm(measured: dict[str, Any]) -> str:
    warm = measured["warm"]
    names = {
        "question": "question that searches",
        "floor": "its floor: one embedding, one query",
        "named": "question that names recommendation and part",
        "without_search": "question answered, or refused, without a search",
    }
    rows: list[Sequence[object]] = [_times(text, warm[name]) for name, text in names.items()]
    rows += [_times(f"stage: {name}", times) for name, times in warm["stages"].items()]
    rows.append(("question over floor, times", "", f"{warm['ratio']:.2f}", f"{warm['ratio_p95']:.2f}", ""))
    return _table(("warm, milliseconds", "n", "p50", "p95", "p99"), rows)


def _together(measured: dict[str, Any]) -> str:
    batch = measured["batch"]
    lines = [
        f"A batch: {batch['a_second']:.0f} questions a second (n {batch['n']}, {batch['threads']} threads)."
    ]
    if people := measured.get("people"):
        lines.append(
            f"{people['people']} people at once through `assistant.chain` (n {people['n']}): {people['wrong']} "
            f"wrong or mixed answers, p50 {_ms(people['p50'])} ms, p95 {_ms(people['p95'])} ms, "
            f"{people['a_second']:.0f} answers a second, {_mb(people['memory'])} MB."
        )
    return "\n".join(lines)


def _growth(measured: dict[str, Any]) -> str:
    rows = [
        (
            f"{row['passages']:,}",
            _s(row["build"]["embedding"]),
            f"{row['build']['embedded']:,}",
            _s(row["build"]["rest"]),
            _mb(row["build"]["memory"]),
            _mb(row["build"]["disk"]),
            _ms(row["ask"]["times"]["all"]["p50"]),
            _ms(row["ask"]["times"]["all"]["p95"]),
            _ms(row["ask"]["times"]["vectors"]["p50"]),
            f"{row['ask']['recall']:.3f}",
            f"{row['ask']['found_10']:.2f}",
            _mb(row["ask"]["memory"]),
            f"{_s(row['change']['seconds'])} ({row['change']['embedded']})",
        )
        for row in measured["scaling"]
    ]
    head = (
        "passages", "embedding s", "embedded", "the rest s", "build MB", "disk MB", "search p50 ms", "p95 ms",
        "vectors p50 ms", "recall@10", "place in 10", "asking MB", "change s (embedded)",
    )  # fmt: skip
    return _table(head, rows)


def _times(name: str, times: dict[str, Any]) -> tuple[str, ...]:
    return (name, str(times["n"]), _ms(times["p50"]), _ms(times["p95"]), _ms(times["p99"]))


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    cells = [head, ["---", *(["---:"] * (len(head) - 1))], *rows]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in cells)


def _s(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f}"


def _mb(size: float) -> str:
    return f"{size / _MEGA:.0f}" if size >= 10 * _MEGA else f"{size / _MEGA:.1f}"
