"""No text of a table becomes a formula, and every text comes back as it was."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.cells import BEGINS_A_FORMULA, guarded, unguarded
from timeline.exports.csv_table import csv_blocks

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "injection-payloads"
PAYLOADS = (
    [one["payload"] for one in json.loads((CORPUS / "csv_injection.json").read_text("utf-8"))]
    if CORPUS.is_dir()
    else []
)

GUARDS = """
=1+1                         | '=1+1
+41 22 000 00 00             | '+41 22 000 00 00
-1981-11                     | '-1981-11
@fictional_channel           | '@fictional_channel
＝1+1                         | '＝1+1
'=1+1                        | ''=1+1
'''@x                        | ''''@x
a = b                        | a = b
'quoted'                     | 'quoted'
2020-03                      | 2020-03
"""


@pytest.mark.parametrize(
    ("text", "cell"),
    [tuple(part.strip() for part in line.split("|")) for line in GUARDS.strip().splitlines()],
)
def test_a_text_is_guarded_where_it_could_be_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1"])
def test_white_space_that_spreadsheets_skip_is_guarded_too(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n ab＝")) | st.text())
def test_no_guarded_text_begins_a_formula_and_each_comes_back(text: str) -> None:
    assert not guarded(text).startswith(BEGINS_A_FORMULA)
    assert unguarded(guarded(text)) == text


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    several: tuple[str, ...]
    number: float


@pytest.mark.skipif(not PAYLOADS, reason="the corpora lie beside the repository, and are not there")
def test_payloads_that_run_in_spreadsheets_come_out_as_text() -> None:
    rows = [Row(payload, (payload, "b"), -1.5) for payload in PAYLOADS]
    text = b"".join(csv_blocks(Row, [rows])).decode("utf-8-sig")

    found = list(csv.reader(io.StringIO(text, newline="")))

    assert len(found) == len(PAYLOADS) + 1
    for payload, (said, several, number) in zip(PAYLOADS, found[1:], strict=True):
        assert not said.startswith(BEGINS_A_FORMULA)
        assert not several.startswith(BEGINS_A_FORMULA)
        assert unguarded(said) == payload
        assert number == "-1.5"
