"""The page Data: what the address asks for, one table at a time, and what stands below it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from timeline.store.starter_texts import FIRST_STEPS, QUESTIONS, starter
from timeline.viewmodel.record_table import ROWS_A_PAGE

from .browser import REPOSITORY, RunningServer, Traffic, open_page, third_party_requests

APP = REPOSITORY / "app.py"
PAGE = "pages/views/data.py"


def open_data(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=90)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(PAGE).run()


def html_of(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


def rows_of(app: AppTest) -> list[str]:
    """The body of the table, row by row."""
    table = re.search(r'<table class="tl-table tl-labelled tl-record.*?</table>', html_of(app))
    assert table is not None
    return re.findall(r"<tr>(?!<th scope=\"col\").*?</tr>", table[0])


def ids_of(app: AppTest) -> list[str]:
    return [re.findall(r'class="tl-id">([^<]+)<', row)[0] for row in rows_of(app)]


def test_it_opens_on_all_events_with_files_questions_and_the_codebook() -> None:
    app = open_data()

    assert not app.exception
    assert app.selectbox(key="table").value == "events"
    assert "table" not in app.query_params
    assert len(rows_of(app)) == ROWS_A_PAGE
    html = html_of(app)
    for file in (
        "timeline.duckdb",
        "timeline-events.csv",
        "timeline-events.parquet",
        "timeline-tables.zip",
        "datapackage.json",
    ):
        assert re.search(rf'href="/data/[0-9a-f]{{16}}/{re.escape(file)}"', html), file
    codes = [block.value for block in app.code]
    assert codes[-len(QUESTIONS) :] == [starter(question).rstrip() for question in QUESTIONS]
    assert starter(FIRST_STEPS).rstrip() in codes
    assert "event_as_known" in html
    assert "First day the date allows, inclusive" in html


@pytest.mark.parametrize("table", ["events", "legs", "claims", "sources", "figures"])
def test_a_link_restores_the_table(table: str) -> None:
    app = open_data(table=table, country="KZ")

    assert not app.exception
    assert app.selectbox(key="table").value == table
    assert app.multiselect(key="country").value == ["KZ"]
    assert f"timeline-{table}.csv?country=KZ" in html_of(app)


def test_a_link_restores_the_order_and_the_page() -> None:
    last = open_data(table="claims", sort="publisher", page="3")
    first = open_data(table="claims", sort="publisher")

    assert last.number_input(key="page").value == 3
    assert last.query_params["page"] in ("3", ["3"])
    assert set(ids_of(last)).isdisjoint(ids_of(first))


def test_another_table_starts_at_its_first_page() -> None:
    app = open_data(table="claims", page="2")
    app.selectbox(key="table").select("events").run()

    assert not app.exception
    assert app.number_input(key="page").value == 1
    assert "page" not in app.query_params


def test_a_filter_taken_off_starts_at_the_first_page_and_changes_the_files() -> None:
    app = open_data(table="claims", person="mansur-movlaev", page="2")
    assert app.number_input(key="page").value == 2
    app.multiselect(key="person").set_value([]).run()

    assert app.number_input(key="page").value == 1
    assert "timeline-claims.csv?" not in html_of(app)


def test_dates_stand_in_words_beside_what_they_are_read_from() -> None:
    (row,) = [
        row for row in rows_of(open_data(person="salman-mukaev")) if "mukaev-born-chechnya" in row
    ]

    assert "between 1981 and 1982" in row
    assert "[1981..1982]" in row


def test_as_known_on_an_earlier_day_there_is_less() -> None:
    early = open_data(table="sources", known="2018-01-01")
    today = open_data(table="sources")

    assert 0 < len(rows_of(early)) < len(rows_of(today))
    assert any("Shown as it was known" in info.value for info in early.info)
    assert "timeline-sources.csv?known=2018-01-01" in html_of(early)


def test_cases_can_be_chosen_and_leaving_for_the_page_of_a_case_works() -> None:
    app = open_data(case="salman-mukaev")
    assert app.multiselect(key="filtered_cases").value == ["salman-mukaev"]
    assert all("mukaev" in row for row in ids_of(app))

    app.switch_page("pages/views/case.py").run()
    assert not app.exception
    app.switch_page(PAGE).run()
    assert not app.exception


def test_an_empty_choice_says_what_to_loosen_and_keeps_questions_and_codebook() -> None:
    app = open_data(person="mansur-movlaev", country="AM")

    assert not app.exception
    assert any("No event fits" in info.value for info in app.info)
    assert '<table class="tl-table tl-labelled tl-record' not in html_of(app)
    assert '<table class="tl-table tl-codebook' in html_of(app)


def test_a_table_without_rows_says_so_where_others_have_some() -> None:
    app = open_data(table="figures", person="salman-mukaev", type="border_stop")

    assert not app.exception
    assert "no row in this table" in html_of(app)


@pytest.mark.parametrize(
    "query",
    [
        {"page": "99"},
        {"page": "-1"},
        {"page": "٣"},
        {"table": "event_as_known"},
        {"sort": "title; DROP TABLE event"},
        {"case": "no-such-case"},
    ],
    ids=str,
)
def test_a_stale_link_opens_on_something_and_says_so(query: dict[str, str]) -> None:
    app = open_data(**query)

    assert not app.exception
    assert len(rows_of(app)) == ROWS_A_PAGE
    assert any("no longer here" in info.value for info in app.info)


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "../../etc/passwd", "\u202e", "x" * 5000]
)
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_data(table=value, sort=value, page=value, case=value, person=value)

    assert not app.exception
    assert value not in html_of(app)


@pytest.mark.browser
def test_a_file_is_saved_under_its_name(
    page: Page, server: RunningServer, traffic: Traffic
) -> None:
    open_page(page, f"{server.url}/data?table=legs&country=KZ")
    with page.expect_download() as started:
        page.get_by_role("link", name=re.compile("CSV of")).click()
    saved = started.value

    assert saved.suggested_filename == "timeline-legs-selection.csv"
    assert saved.path().read_bytes().startswith(b"\xef\xbb\xbfleg_id,")
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


@pytest.mark.browser
def test_links_lead_down_the_page_and_to_the_event(page: Page, server: RunningServer) -> None:
    open_page(page, f"{server.url}/data?country=KZ")
    page.get_by_role("link", name="What the columns mean").click()
    expect(page.locator("#codebook")).to_be_in_viewport()
    page.get_by_role("link", name="In custody in Kazakhstan").click()
    expect(page).to_have_url(re.compile(r"/case\?.*event=movlaev-custody-kazakhstan"))
    expect(page.locator("h1")).to_have_text("Mansur Movlaev", timeout=60_000)


@pytest.mark.browser
@pytest.mark.parametrize("table", ["events", "claims", "sources"])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_has_to_be_scrolled_sideways(
    page: Page, server: RunningServer, table: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{server.url}/data?table={table}")
    expect(page.locator(".tl-record")).to_be_visible()

    wide, room = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return [main.scrollWidth, main.clientWidth]; }"
    )
    assert wide <= room
