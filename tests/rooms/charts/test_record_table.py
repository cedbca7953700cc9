"""The record as a table: dates in words beside EDTF, ids to cite, nothing that runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from timeline.charts.html.links import Links
from timeline.charts.html.record_table import record_table as html_of
from timeline.i18n.catalog import catalog
from timeline.model.selection import Selection
from timeline.store.rows import TableClaim, TableEvent, TableFigure, TableLeg, TableSource
from timeline.viewmodel.record_table import ROWS_A_PAGE, page_count, record_table

SAY = catalog()

EVENT = TableEvent(
    event_id="fictional-event",
    case_id="fictional-case",
    case_title="A fictional case",
    people=("Fictional Person A", "Fictional Person B"),
    title="Seized",
    summary="",
    event_type="detention",
    date_edtf="2020-03",
    date_earliest=dt.date(2020, 3, 1),
    date_latest=dt.date(2020, 3, 31),
    date_precision="month",
    place_name="Fictional Settlement",
    country_code="AQ",
    region_code=None,
    lon_deg=None,
    lat_deg=None,
    place_precision="settlement",
    verification_status="unverified",
    claim_count=1,
    source_count=1,
    independent_source_count=1,
    is_disputed=True,
)
LEG = TableLeg(
    leg_id="fictional-leg",
    case_id="fictional-case",
    person="Fictional Person A",
    sequence=1,
    from_place="Fictional Settlement",
    from_country_code="AQ",
    to_place="undisclosed place",
    to_country_code=None,
    departure_edtf="2020-06-05",
    arrival_edtf=None,
    date_earliest=None,
    date_latest=None,
    leg_kind="own_flight",
    leg_status="travelled",
    leg_evidence="claimed_by_one",
    from_lon_deg=None,
    from_lat_deg=None,
    to_lon_deg=None,
    to_lat_deg=None,
    event_id="fictional-event",
    note="",
    from_precision="settlement",
    to_precision="undisclosed",
)
CLAIM = TableClaim(
    claim_id="fictional-claim",
    case_id="fictional-case",
    event_id="fictional-event",
    property="date",
    value="[2020-02,2020-03]",
    value_as_stated="в марте",
    source_id="fictional-source",
    source_title="A fictional title",
    publisher="Fictional Daily",
    published_edtf="2020-04",
    language="ru",
    locator="para 2",
    event_title="Seized",
    place_name=None,
    basis="stated",
    is_shown=False,
    is_disputed=True,
    note="",
)
SOURCE = TableSource(
    source_id="fictional-source",
    title="Выдуманное",
    title_is_ours=True,
    publisher="Fictional Daily",
    source_kind="article",
    published_edtf=None,
    published_earliest=None,
    published_latest=None,
    language="ru",
    url="https://daily.example/a?b=1&c=2",
    derived_from=("other-source",),
    note="",
    claim_count=2,
    event_count=1,
)
FIGURE = TableFigure(
    figure_id="fictional-figure",
    case_id="fictional-case",
    event_id="fictional-event",
    event_title="Seized",
    quantity="held",
    label="people held",
    lower=100.0,
    upper=None,
    qualifier="more_than",
    unit="people",
    said_by="Fictional Police",
    value_as_stated="",
    source_id="fictional-source",
    source_title="A fictional title",
    publisher="Fictional Daily",
    published_edtf="2020-04",
    locator="p. 1",
    basis="stated",
    is_disputed=False,
    note="",
)

SAID = """
events  | Mar 2020 <code class="tl-edtf">2020-03</code>
events  | Fictional Person A<br>Fictional Person B
events  | <b>Seized</b></a><br><span class="tl-when">detention</span><br><span class="tl-when"><code class="tl-id">fictional-event</code>
events  | href="/case?event=fictional-event&amp;case=fictional-case" target="_self"
events  | Fictional Settlement<br><span class="tl-when">Antarctica</span>
events  | unverified<br><span class="tl-when">sources differ</span>
events  | 1 claim<br><span class="tl-when">1 independent origin</span>
legs    | fled<br><span class="tl-when">according to one person</span>
legs    | undisclosed place</div>
legs    | date not known
claims  | Feb or Mar 2020 <code class="tl-edtf">[2020-02,2020-03]</code><br><span class="tl-when">date</span>
claims  | <span lang="ru">в марте</span>
claims  | Fictional Daily<br><span class="tl-when">Apr 2020 <code class="tl-edtf">2020-04</code></span><br><span class="tl-when">para 2</span>
claims  | not the value shown<br><span class="tl-when">another source contradicts it</span>
sources | <a href="https://daily.example/a?b=1&amp;c=2" rel="noreferrer noopener"><b lang="ru">Выдуманное</b></a><br><span class="tl-when">[title ours]
sources | 2 claims<br><span class="tl-when">1 event</span>
sources | <code class="tl-id">other-source</code>
figures | more than 100 people held
figures | Fictional Police
"""
ROWS = {"events": EVENT, "legs": LEG, "claims": CLAIM, "sources": SOURCE, "figures": FIGURE}


def shown(name: str, *rows: object, page: int = 1, total: int | None = None) -> str:
    view = record_table(name, rows, page=page, total=len(rows) if total is None else total)
    return html_of(view, Links(Selection()), SAY)


@pytest.mark.parametrize(
    ("table", "html"),
    [tuple(part.strip() for part in line.split("|")) for line in SAID.strip().splitlines()],
)
def test_a_row_says_what_is_known_in_words(table: str, html: str) -> None:
    assert html in shown(table, ROWS[table])


@pytest.mark.parametrize("name", ROWS)
def test_every_row_has_one_head_and_every_other_cell_says_what_it_is(name: str) -> None:
    html = shown(name, ROWS[name])
    body = html.partition("<tbody>")[2]

    assert body.count('<th scope="row">') == 1
    heads = html.count('<th scope="col">')
    assert body.count("<td") == heads - 1
    assert body.count('<td data-label="') + body.count("<td></td>") == heads - 1


def test_a_country_that_is_all_that_is_known_is_said_once() -> None:
    html = shown("events", replace(EVENT, place_name="Antarctica", place_precision="country"))

    assert html.count("Antarctica") == 1


def test_a_movement_that_did_not_take_place_has_no_way_to_doubt() -> None:
    html = shown("legs", replace(LEG, leg_status="requested", leg_kind="extradition"))

    assert "extradition requested, not carried out" in html
    assert "according to one person" not in html


def test_a_date_on_which_a_claim_is_not_a_date_is_words() -> None:
    html = shown("claims", replace(CLAIM, property="occurrence", value="denied"))
    assert "it did not happen" in html
    place = shown("claims", replace(CLAIM, property="place", value="p-1", place_name="Elsewhere"))
    assert "Elsewhere" in place


def test_the_caption_says_which_rows_of_how_many() -> None:
    assert "<caption>1 event</caption>" in shown("events", EVENT)
    second = shown("events", EVENT, replace(EVENT, event_id="b"), page=2, total=1_102)
    assert "<caption>81 to 82 of 1,102 events</caption>" in second


@pytest.mark.parametrize(
    ("total", "pages"), [(0, 1), (1, 1), (ROWS_A_PAGE, 1), (ROWS_A_PAGE + 1, 2), (823_532, 10_295)]
)
def test_pages_are_counted(total: int, pages: int) -> None:
    assert page_count(total) == pages


@pytest.mark.parametrize("name", ROWS)
def test_no_text_of_the_record_becomes_markup(name: str) -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    changes = {
        field: (hostile,) if isinstance(value, tuple) else hostile
        for field, value in ((one, getattr(ROWS[name], one)) for one in ROWS[name].__slots__)
        if isinstance(value, str | tuple) and not field_is_closed(field)
    }
    html = shown(name, replace(ROWS[name], **changes))  # type: ignore[arg-type]

    assert "<img" not in html
    assert 'href="">' not in html


def field_is_closed(field: str) -> bool:
    """Whether the build lets only words of a vocabulary, a date or a code into the column."""
    return field.endswith(("_edtf", "_code")) or field in {
        "event_type", "verification_status", "leg_kind", "leg_status", "leg_evidence",
        "property", "qualifier", "unit", "value",
    }  # fmt: skip
