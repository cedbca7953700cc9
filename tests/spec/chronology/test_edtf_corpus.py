"""Our reading of dates, measured against three published test suites and one library.

The suites are a third-party corpus that is not part of the project: it is looked
for beside the repository, or where TIMELINE_CORPORA points. The library is a
development dependency and serves as an oracle: it must agree wherever it is not
on the list of its known faults, and every fault on the list must still be there.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model.edtf import End, describe, parse

BESIDE_THE_REPOSITORY = Path(__file__).parents[3].parent / "shared" / "corpora"
CORPUS = Path(os.environ.get("TIMELINE_CORPORA", BESIDE_THE_REPOSITORY)) / "edtf-conformance"

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(),
    reason="the EDTF corpus is not beside the repository and TIMELINE_CORPORA does not name it",
)

REFUSED_THOUGH_THE_SUITE_ACCEPTS = {
    "19", "00", "-04", "19~", "19?", "19%",
    "193", "019", "009", "000", "-193", "-019", "197~", "197?", "197%",
    "20", "202",
}  # fmt: skip
"""Centuries and decades of an extension that the standard does not have: a year that lost its
last digits must not become a century. The reason offers 19XX and 193X."""

ACCEPTED_THOUGH_THE_SUITE_REFUSES = {"0000-01-03/0000-01", "0000-02/0000"}
"""Their end may lie after their beginning, so they are not reversed; other sources agree."""


def cases(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_old_notation(case: dict[str, str]) -> bool:
    """Valid in the draft of 2012 only: the 2019 parsers refuse it, and so must we."""
    return case["spec"] == "EDTF-draft-2012" and "accept/accept" not in case["verdict"]


def is_expected(case: dict[str, str]) -> bool:
    text = case["edtf"]
    if text in REFUSED_THOUGH_THE_SUITE_ACCEPTS or text in ACCEPTED_THOUGH_THE_SUITE_REFUSES:
        return text in ACCEPTED_THOUGH_THE_SUITE_REFUSES
    return case["expected_valid"] == "True" and not is_old_notation(case)


@needs_corpus
def test_every_verdict_of_the_suites_is_ours_but_for_the_ones_listed() -> None:
    wrong = {
        case["edtf"]: describe(case["edtf"])["reason"]
        for case in cases("edtf_cases.csv")
        if describe(case["edtf"])["valid"] != is_expected(case)
    }
    assert wrong == {}


@needs_corpus
def test_the_count_of_verdicts_is_the_one_in_the_decision_record() -> None:
    count = Counter(
        (case["spec"], case["expected_valid"], bool(describe(case["edtf"])["valid"]))
        for case in cases("edtf_cases.csv")
    )
    assert count == {
        ("EDTF-2019", "True", True): 212,
        ("EDTF-2019", "True", False): 15,
        ("EDTF-2019", "False", False): 70,
        ("EDTF-draft-2012", "True", True): 40,
        ("EDTF-draft-2012", "True", False): 45,
        ("EDTF-draft-2012", "False", False): 30,
        ("EDTF-draft-2012", "False", True): 2,
    }


@needs_corpus
def test_every_valid_row_has_the_level_the_suites_give_it() -> None:
    wrong = {
        case["edtf"]: (case["expected_level"], describe(case["edtf"])["level"])
        for case in cases("edtf_cases.csv")
        if is_expected(case) and case["expected_level"]
        if describe(case["edtf"])["level"] != int(case["expected_level"])
    }
    assert wrong == {}


@needs_corpus
def test_strict_bounds_are_those_of_the_suite_wherever_it_names_a_calendar_date() -> None:
    checked = 0
    for case in cases("edtf_cases.csv"):
        if not case["lower_strict"]:
            continue
        date = parse(case["edtf"])
        for expected, bound, end in (
            (case["lower_strict"], date.earliest, date.start),
            (case["upper_strict"], date.latest, date.end),
        ):
            if end is End.UNKNOWN:
                assert bound is None, "the suite adds or takes ten years; we know of no bound"
            elif re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", expected) and expected > "0001":
                assert bound is not None, case["edtf"]
                assert bound.isoformat() == expected, case["edtf"]
                checked += 1
            else:
                assert bound is None, "infinite or out of the calendar"
    assert checked == 123


@needs_corpus
def test_old_notation_is_answered_with_the_new() -> None:
    reasons = {
        case["edtf"]: str(describe(case["edtf"])["reason"])
        for case in cases("edtf_cases.csv")
        if is_old_notation(case) and case["expected_valid"] == "True"
    }
    assert len(reasons) == 45
    unanswered = {text for text, reason in reasons.items() if "now it is written" not in reason}
    assert unanswered == {"2001-21^southernHemisphere"}


@needs_corpus
def test_the_cases_made_by_hand_have_their_verdict() -> None:
    for case in cases("own_edge_cases.csv"):
        told = describe(case["edtf"])
        is_accepted = (
            case["expected_valid"] == "True"
            and case["edtf"] not in REFUSED_THOUGH_THE_SUITE_ACCEPTS
        )
        assert told["valid"] == is_accepted, case["edtf"]
        if is_accepted:
            assert told["level"] == int(case["expected_level"]), case["edtf"]


@dataclass(frozen=True)
class Fault:
    """Something the library does to a text and should not."""

    it: Literal["accepts", "refuses", "invents", "ends before it begins"]
    what: str
    example: str
    reach: str
    """A regular expression that finds the texts it may happen to."""


FAULTS_OF_THE_LIBRARY = (
    Fault("accepts", "29 February of every year", "2021-02-29", "-[?~%]?02[?~%]?-[?~%]?29"),
    Fault(
        "accepts",
        "30 and 31 of every month in a masked or marked date",
        "156X-09-31",
        "-[?~%]?(02|04|06|09|11)[?~%]?-[?~%]?3[01]",
    ),
    Fault("ends before it begins", "reversed spans", "2012/2011", r"/|[0-9]\.\.[0-9]"),
    Fault("accepts", "reversed runs in a set", "[2012..2011,1999,2015]", r"[0-9]\.\.[0-9]"),
    Fault("accepts", "seasons as ends of a period", "2018-21/2019", "-2[1-4]/|/.*-2[1-4]$"),
    Fault("refuses", "a month or day masked in part", "2022-0X", "-[?~%]?([0-9]X|X[0-9])"),
    Fault("refuses", "a mark on one part of a masked date", "201X-?05", "X.*[?~%]|[?~%].*X"),
    Fault("refuses", "marks on the whole date and on one part", "2016~-05?", "[?~%].*[?~%]"),
    Fault("refuses", "a masked end across from an open one", "199X/..", r"X.*/(\.\.)?$"),
    Fault("refuses", "an open end across from a masked one", "../199X", r"^(\.\.)?/.*X"),
    Fault("refuses", "an open end across from a mark within", "../?1999", r"^(\.\.)?/.*[?~%]."),
    Fault("refuses", "a mark within across from an open end", "?1999/..", r"[?~%].+/(\.\.)?$"),
    Fault("refuses", "a mark within across from one after", "?1999/2000~", "[?~%].*/.*[?~%]"),
    Fault("refuses", "a marked end across from a masked one", "1999~/200X", "[?~%X].*/.*[?~%X]"),
    Fault("refuses", "a set of one", "[1999]", r"^[\[{][^,]*[\]}]$"),
    Fault(
        "refuses", "a mark beside the dots of a set", "[..1984?]", r"\.\.[^,]*[?~%]|[?~%][^,]*\.\."
    ),
    Fault("refuses", "an X beside the dots of a set", "[..198X]", r"\.\.[^,]*X|X[^,]*\.\."),
    Fault("refuses", "a month masked in a set", "[1667,2000-XX]", "^[\\[{].*-XX"),
    Fault("invents", "ten years where an end is unknown", "2004-06-01/", "^/|/$"),
)


def library_says(text: str) -> tuple[str | None, str | None] | str:
    """The strict bounds, or 'refused', or 'crashed'; infinity is None."""
    try:
        # It prints before it raises.
        with contextlib.redirect_stdout(io.StringIO()):
            date = parse_edtf(text)
            bounds = date.lower_strict(), date.upper_strict()
    except EDTFParseException:
        return "refused"
    except Exception:
        return "crashed"
    first, last = (
        None if isinstance(day, float) else "{:04}-{:02}-{:02}".format(*day[:3]) for day in bounds
    )
    return first, last


def we_say(text: str) -> tuple[object, object] | str:
    told = describe(text)
    return (told["earliest"], told["latest"]) if told["valid"] else "refused"


def difference(text: str) -> str | None:
    """What the library does that we do not, in the words of a Fault; None when it agrees."""
    library, ours = library_says(text), we_say(text)
    if library == ours:
        return None
    if isinstance(library, str):
        return "refuses" if ours != "refused" else None
    first, last = library
    if first and last and first > last:
        return "ends before it begins"
    return "accepts" if ours == "refused" else "invents"


@pytest.mark.parametrize("fault", FAULTS_OF_THE_LIBRARY, ids=lambda fault: fault.example)
def test_a_known_fault_of_the_library_is_still_there(fault: Fault) -> None:
    assert re.search(fault.reach, fault.example)
    assert difference(fault.example) == fault.it


MARK = st.sampled_from(["", "", "", "", "?", "~", "%"])
YEAR = st.integers(1, 9999).map("{:04}".format)
MASKED_YEAR = st.from_regex(
    r"[1-9]([0-9]{2}X|[0-9]XX|XXX|X[0-9]X|[0-9]X[0-9]|XX[0-9])", fullmatch=True
)
MONTH = st.integers(1, 12).map("{:02}".format)
DAY = st.integers(1, 31).map("{:02}".format)


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


DASH = st.just("-")
PLAIN = YEAR | joined(YEAR, DASH, MONTH) | joined(YEAR, DASH, MONTH, DASH, DAY)
MASKED = (
    MASKED_YEAR
    | joined(YEAR | MASKED_YEAR, DASH, MONTH | st.just("XX"))
    | joined(YEAR | MASKED_YEAR, DASH, MONTH | st.just("XX"), DASH, DAY | st.just("XX"))
)
MARKED_WHOLE = joined(PLAIN, MARK)
MARKED_PARTS = (
    joined(MARK, YEAR)
    | joined(YEAR, MARK, DASH, MONTH)
    | joined(MARK, YEAR, DASH, MARK, MONTH)
    | joined(YEAR, DASH, MARK, MONTH, DASH, MARK, DAY)
    | joined(YEAR, DASH, MONTH, MARK, DASH, DAY)
)
SEASON = joined(YEAR, DASH, st.integers(21, 41).map(str))
CLOCK = r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|\+0[1-9]:[0-5][0-9])?"
TIME = joined(YEAR, DASH, MONTH, DASH, DAY, st.from_regex(CLOCK, fullmatch=True))
SINGLE = PLAIN | MASKED | MARKED_WHOLE | MARKED_PARTS
PERIOD = joined(st.sampled_from(["", ".."]) | SINGLE, st.just("/"), SINGLE) | joined(
    SINGLE, st.just("/"), st.sampled_from(["", ".."])
)
RUN = joined(YEAR, st.just(".."), YEAR) | joined(
    YEAR, DASH, MONTH, st.just(".."), YEAR, DASH, MONTH
)
MEMBERS = st.lists(SINGLE | RUN, min_size=1, max_size=4).map(",".join)
SET = joined(st.sampled_from(["", "..", ""]), MEMBERS, st.sampled_from(["", "..", ""])).flatmap(
    lambda inside: st.sampled_from([f"[{inside}]", f"{{{inside}}}"])
)
EDTF = SINGLE | SEASON | TIME | PERIOD | SET


@settings(deadline=None, max_examples=250, derandomize=True)
@given(EDTF)
def test_the_library_agrees_wherever_it_has_no_known_fault(text: str) -> None:
    what = difference(text)
    if what is None or library_says(text) == "crashed":
        return
    explained = [
        fault.what
        for fault in FAULTS_OF_THE_LIBRARY
        if fault.it == what and re.search(fault.reach, text)
    ]
    assert explained, f"{text}: the library says {library_says(text)}, we say {describe(text)}"
