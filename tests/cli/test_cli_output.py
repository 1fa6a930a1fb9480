from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.output import columns, json_line


def test_columns_are_aligned_and_nothing_is_cut() -> None:
    assert (
        columns([("no.", "title"), ("14", "A" * 300), ("2", "B")]) == f"no.  title\n14   {'A' * 300}\n2    B"
    )


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.tuples(inner)))
def test_a_json_line_is_one_line_for_every_reader_and_says_the_same(value: object) -> None:
    line = json_line({"value": value})
    assert len(line.splitlines()) == 1
    assert json.dumps(json.loads(line)) == json.dumps({"value": value})


def test_a_json_line_keeps_letters_readable() -> None:
    assert json_line("children’s “voice”") == '"children’s “voice”"'
