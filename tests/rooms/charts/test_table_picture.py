"""Events as a typeset table: nothing is cut, nothing stands on anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.row_builders import event_row
from timeline.charts.picture.drawing import Drawing, inline_svg
from timeline.charts.picture.table_picture import table_drawing
from timeline.i18n.catalog import catalog
from timeline.theme import LIGHT
from timeline.viewmodel.case_dossier import CaseDossier, DossierEvent, case_dossier

LONG = "The fictional court of the fictional shelf adjourned for the winter"


def event(number: int, **changes: object) -> DossierEvent:
    row = event_row(f"event-{number}", date_edtf=f"2021-0{number}-04", title=f"Title {number}")
    (found,) = case_dossier([row], [], [], []).events
    return replace(found, source_numbers=(number, 12), **changes)  # type: ignore[arg-type]


def drawn(*events: DossierEvent, width: float = 700) -> Drawing:
    return table_drawing(CaseDossier(events, ()), catalog(), LIGHT, width_px=width, prefix="e-")


def texts(drawing: Drawing) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(inline_svg(drawing)).iter("text"))


def words(drawing: Drawing) -> list[str]:
    return ["".join(one.itertext()) for one in texts(drawing)]


@pytest.mark.parametrize("width", [280, 420, 700, 1100])
def test_every_word_is_there_at_every_width(width: float) -> None:
    found = words(drawn(event(1, summary=LONG), event(2, place_name="Fictional Bay"), width=width))
    assert {"Title 1", LONG, "4 Jan 2021"} <= set(found)
    assert any("Fictional Bay" in one for one in found)
    assert any("[1] [12]" in one for one in found)


def test_a_wide_table_has_heads_and_a_narrow_one_has_not() -> None:
    head = catalog()("table.when")
    assert head in words(drawn(event(1)))
    assert head not in words(drawn(event(1), width=300))


@pytest.mark.parametrize("width", [280, 700])
def test_a_row_begins_below_the_last_line_of_the_one_before(width: float) -> None:
    drawing = drawn(event(1, summary=LONG * 4), event(2), width=width)
    second = float(re.findall(r'd="M0 ([\d.]+)H', drawing.body)[1])
    last_line = 0.0
    for text in texts(drawing):
        y = float(text.attrib["y"])
        steps = [float(one.attrib["dy"]) for one in text.iter("tspan")]
        if y < second:
            last_line = max(last_line, y + sum(steps))
    assert last_line < second < drawing.height_px


def test_an_event_without_a_place_says_so() -> None:
    assert catalog()("table.no_place") in words(drawn(event(1, place_name=None)))
