"""The page that lays cases side by side: links in restore it, filters leave day 0 alone, rows lead out."""

from __future__ import annotations

import functools
import re
import urllib.parse
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from .browser import RunningServer, Traffic, open_page, third_party_requests

APP = Path(__file__).resolve().parents[2] / "app.py"
TWO = ["mansur-movlaev", "salman-mukaev"]


def open_compare(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/compare.py").run()


@functools.cache
def as_opened(*case_ids: str) -> AppTest:
    """The page as it opens on some cases, or all; nobody may click on it."""
    return open_compare(case=list(case_ids)) if case_ids else open_compare()


def asked(app: AppTest, name: str) -> list[str]:
    """What the address holds under a name: one value or several."""
    found = app.query_params.get(name, [])
    return [found] if isinstance(found, str) else list(found)


def html_of(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


def day_zeros(app: AppTest) -> list[str]:
    """What day 0 of each row is, in words."""
    return re.findall(r"<p>(Day 0: [^<]*)</p>", html_of(app))


def ticks(app: AppTest) -> str:
    found = re.search(r'style="--ticks: ([^"]*)"', html_of(app))
    assert found
    return found[1]


def marks(app: AppTest) -> int:
    return html_of(app).count('class="tl-cmp-mark ')


def test_it_opens_with_a_row_for_each_subject_and_names_those_without() -> None:
    app = as_opened()

    assert not app.exception
    assert app.selectbox(key="align").value == "detention"
    assert asked(app, "align") == [], "the default leaves no trace"
    assert html_of(app).count("<h3>") == 7
    notes = html_of(app)
    assert "No first detention on record: " in notes
    assert "Minkail Malizaev" in notes
    assert 'class="tl-cmp-moments"' in notes


def test_a_link_restores_cases_moment_and_window() -> None:
    app = open_compare(case=TWO, align="border", window="1y")

    assert not app.exception
    assert app.multiselect(key="compared_cases").value == TWO
    assert app.selectbox(key="align").value == "border"
    assert app.selectbox(key="window").value == "1y"
    assert html_of(app).count("<h3>") == 2
    assert "Day 0: Reached Kyrgyzstan, 2022 or Jan 2023." in html_of(app)
    assert "not shown, " in html_of(app)
    assert asked(app, "case") == TWO


def test_cases_chosen_right_after_back_are_what_counts() -> None:
    app = open_compare(case=["salman-mukaev"])
    app.query_params.clear()  # as Back does, and the same run hears of both
    app.multiselect(key="compared_cases").set_value(["mansur-movlaev"]).run()

    assert asked(app, "case") == ["mansur-movlaev"]


def test_what_is_chosen_stands_in_the_address_by_id() -> None:
    app = open_compare()
    app.multiselect(key="compared_cases").select("salman-mukaev").run()
    app.selectbox(key="align").select("asylum").run()
    app.selectbox(key="window").select("all").run()

    assert not app.exception
    assert asked(app, "case") == ["salman-mukaev"]
    assert asked(app, "align") == ["asylum"]
    assert asked(app, "window") == ["all"]


def test_a_filter_takes_marks_away_and_leaves_day_zero_scale_and_moments() -> None:
    whole, filtered = as_opened(*TWO), open_compare(case=TWO, country="KZ")

    assert marks(filtered) < marks(whole)
    assert set(day_zeros(filtered)) == set(day_zeros(whole))
    assert ticks(filtered) == ticks(whole)

    def moments(app: AppTest) -> list[str]:
        return re.findall(r'<div class="tl-cmp-moments">.*?</div>', html_of(app))

    assert moments(filtered) == moments(whole) != []
    assert "The filters leave none of its events." in html_of(filtered)


def test_what_was_known_earlier_changes_the_page() -> None:
    today, earlier = as_opened(), open_compare(known="2022-06-01")

    assert not earlier.exception
    assert any("as it was known on 1 Jun 2022" in info.value for info in earlier.info)
    assert marks(earlier) < marks(today)
    assert "Mansur Movlaev" not in " ".join(re.findall(r"<h3>.*?</h3>", html_of(earlier)))
    assert "known=2022-06-01" in html_of(earlier)


def test_before_any_report_there_is_nothing_and_the_page_says_so() -> None:
    app = open_compare(known="1990-01-01")

    assert not app.exception
    assert app.info
    assert marks(app) == 0


def test_an_empty_choice_says_which_filter_to_loosen() -> None:
    app = open_compare(case="salman-mukaev", country="KZ")

    assert not app.exception
    assert any("filter on the country" in info.value for info in app.info)
    assert marks(app) == 0


def test_cases_without_any_such_moment_are_told_so() -> None:
    app = open_compare(case=["minkail-malizaev"])

    assert not app.exception
    assert app.selectbox(key="align").options
    assert all("detention" not in option for option in app.selectbox(key="align").options)


def test_a_stale_link_opens_on_something_and_says_so() -> None:
    app = open_compare(case=["gone", "salman-mukaev"], align="gone", window="gone")

    assert not app.exception
    assert app.multiselect(key="compared_cases").value == ["salman-mukaev"]
    assert any("no longer here" in info.value for info in app.info)


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "../../etc/passwd", "\u202e", "' OR 1=1 --", "x" * 5000]
)
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_compare(case=[value] * 20, align=value, window=value, person=value)

    assert not app.exception
    assert value not in html_of(app)
    assert marks(app) > 0


def test_from_many_cases_to_the_page_of_one() -> None:
    app = open_compare(case=TWO)
    app.switch_page("pages/views/case.py").run()

    assert not app.exception


def test_few_lists_stand_open_and_many_folded() -> None:
    assert html_of(as_opened(*TWO)).count('class="tl-table tl-cmp-table"') == 2
    assert html_of(as_opened()).count('class="tl-table tl-cmp-table"') == 0


@pytest.mark.browser
def test_a_mark_tells_on_pointing_and_leads_to_its_event(
    server: RunningServer, page: Page, traffic: Traffic
) -> None:
    open_page(page, f"{server.url}/compare?case={TWO[0]}&case={TWO[1]}&window=3y")
    mark = page.locator(".tl-cmp-mark", has_text="Detained in Issyk-Kul")
    mark.wait_for()
    expect(page.locator(".tl-cmp-tip").filter(visible=True)).to_have_count(0)
    mark.hover()

    expect(mark.locator(".tl-cmp-tip")).to_be_visible()
    expect(mark.locator(".tl-cmp-tip")).to_contain_text("between 354 and 384 days after")
    mark.click(position={"x": 2, "y": 5}, force=True)
    page.wait_for_url("**/case?**")
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)
    assert query["event"] == ["movlaev-detained-issyk-kul"]
    assert third_party_requests(traffic.requests, server.url) == []
    assert traffic.console_errors == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 720, 1440])
def test_words_do_not_lie_on_one_another_and_nothing_runs_off_sideways(
    width: int, server: RunningServer, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{server.url}/compare")
    page.locator(".tl-cmp-moments").wait_for()

    overlaps = page.evaluate(
        """() => {
          const found = [...document.querySelectorAll('.tl-cmp-label')].map(e => e.getBoundingClientRect())
            .filter(b => b.width);
          return found.flatMap((a, i) => found.slice(i + 1).filter(b =>
            a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5)).length;
        }"""
    )
    assert overlaps == 0
    ends = page.evaluate(
        """() => [...document.querySelectorAll('.tl-cmp-axis span')]
          .map(e => e.getBoundingClientRect().right)"""
    )
    assert max(ends, default=0) <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    assert page.locator(".tl-cmp").is_visible() == (width > 700)


@pytest.mark.browser
def test_a_list_unfolds_by_keyboard_with_links_and_sources(
    server: RunningServer, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    open_page(page, f"{server.url}/compare")
    folded = page.locator("summary", has_text="Salman Mukaev")
    folded.focus()
    page.keyboard.press("Enter")

    table = page.locator(".tl-cmp-table")
    expect(table).to_have_count(1)
    expect(table.get_by_role("link", name="Seized and tortured")).to_have_count(1)
    expect(page.locator(".tl-sources li").first).to_be_visible()
