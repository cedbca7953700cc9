"""From a chart to an article: the Export control, the studio, the snippet, the frame on somebody else's page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit as st
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from timeline.i18n.catalog import catalog
from timeline.model.selection import Selection
from timeline.publishing import article_of as publishing
from timeline.ui import editions
from timeline.ui.show import export

from . import axe, visit
from .browser import RunningServer, Traffic, open_page, third_party_requests
from .embedding import another_site
from .test_pages import APP
from .visit import PHONE, sized

FRAMED = "iframe[title='The graphic as on a phone']"


def open_studio(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/export.py").run()


def frames_of(app: AppTest) -> list[str]:
    return [frame.proto.src for frame in app.get("iframe")]


def address_says(app: AppTest, name: str) -> list[str]:
    said = app.query_params.get(name, [])
    return [said] if isinstance(said, str) else list(said)


# --- the control -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("overview", ["map", "timeline"]),
        ("case", ["timeline", "map"]),
        ("people", ["timeline", "map"]),
        ("compare", ["comparison"]),
        ("countries", ["flows"]),
        ("data", ["events"]),
    ],
)
def test_every_chart_can_be_exported_as_it_stands(page: str, kinds: list[str]) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    app.query_params["known"] = "2025-01-01"
    app.query_params["in"] = "KZ"
    app = app.switch_page(f"pages/views/{page}.py").run()
    assert not app.exception

    controls = [one.proto.body for one in app.get("html") if "tl-export" in one.proto.body]
    controls = [one for one in controls if one.startswith("<details")]

    assert sorted(re.findall(r"/export\?view=(\w+)", " ".join(controls))) == sorted(
        [*kinds, *(["case"] if page == "case" else [])]
    )
    for control in controls:
        links = re.findall('href="([^"]+)"', control)
        assert links and all("known=2025-01-01" in link for link in links)
        assert len(control.encode()) < 3_000


def test_a_control_stays_small_and_its_ids_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(st, "html", written.append)
    chosen = Selection(case_ids=('a"><script>',), actor_ids=tuple("abcdefgh"))

    export.export_control(("timeline", "case"), chosen, catalog())

    assert "<script" not in written[0]
    assert len(written[0].encode()) < 3_000


# --- the studio ------------------------------------------------------------------------


def test_the_studio_opens_on_a_case_by_itself() -> None:
    app = open_studio()

    assert not app.exception
    assert len(frames_of(app)) == 2
    assert all(re.fullmatch(r"/embed/case-[a-z0-9-]+/", one) for one in frames_of(app))


def test_everything_chosen_stands_in_the_address_and_in_the_frame() -> None:
    app = open_studio(case="salman-mukaev", view="timeline", theme="dark", known="2024-06-01")
    app.text_input(key="headline").set_value("A <b>headline</b>").run()
    app.text_input(key="note").set_value("n" * 700).run()

    assert not app.exception
    assert app.query_params["view"] in ("timeline", ["timeline"])
    assert app.query_params["headline"] in (said := "A <b>headline</b>", [said])
    address = frames_of(app)[0]
    assert address.startswith("/embed/timeline-salman-mukaev/?")
    for said in ("known=2024-06-01", "dark=true", "headline=A+%3Cb%3Eheadline%3C%2Fb%3E"):
        assert said in address
    snippet = " ".join(code.value for code in app.code)
    assert address.replace("&", "&amp;").partition("note=")[0] in snippet


@pytest.mark.parametrize("view", ["case", "timeline", "map", "events", "comparison", "flows"])
def test_every_kind_of_view_can_be_made_ready(view: str) -> None:
    app = open_studio(view=view, case="mansur-movlaev")

    assert not app.exception
    assert frames_of(app)[0].startswith(f"/embed/{view}")
    assert any("explorer" in note.proto.body for note in app.get("html"))


def test_a_stale_link_opens_on_something_and_says_so() -> None:
    app = open_studio(view="pie", case="no-such-case", theme="pink", size="vast")

    assert not app.exception
    assert any("no longer here" in info.value for info in app.info)
    assert len(frames_of(app)) == 2


def test_a_choice_of_nothing_says_which_filter_to_loosen() -> None:
    app = open_studio(case="salman-mukaev", country="KZ")

    assert not app.exception
    assert any("filter on the country" in info.value for info in app.info)
    assert frames_of(app) == []


def test_legs_without_an_event_are_a_map_here_as_on_the_overview() -> None:
    app = open_studio(view="map", country="KZ", known="2025-01-01")

    assert not app.exception
    assert frames_of(app) == ["/embed/map/?country=KZ&known=2025-01-01"] * 2
    assert not any("No event fits" in info.value for info in app.info)


@pytest.mark.parametrize("view", ["timeline", "events"])
def test_legs_without_an_event_are_no_timeline_and_no_table(view: str) -> None:
    app = open_studio(view=view, country="KZ", known="2025-01-01")

    assert not app.exception
    assert frames_of(app) == []
    assert any("Another kind, or fewer filters" in info.value for info in app.info)


def test_words_that_are_too_long_are_taken_as_far_as_they_may_go_and_that_is_said() -> None:
    family = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    app = open_studio(case="salman-mukaev", headline="y" * 157 + family)

    said = "Your headline: at most 160 letters; shown are the first 157."
    assert app.text_input(key="headline").value == "y" * 157
    assert address_says(app, "headline") == ["y" * 157]
    assert frames_of(app)[0].endswith(f"?headline={'y' * 157}")
    assert said in [info.value for info in app.info]

    app.selectbox(key="theme").set_value("dark").run()
    assert said in [info.value for info in app.info], "still true of what stands there"

    app.text_input(key="headline").set_value("short").run()
    assert not any("at most" in info.value for info in app.info)

    app.text_input(key="note").set_value("n" * 700).run()
    assert app.text_input(key="note").value == "n" * 600
    assert address_says(app, "note") == ["n" * 600]
    assert any("Your note under it: at most 600 letters" in info.value for info in app.info)


def test_another_kind_keeps_the_cases_that_were_chosen() -> None:
    app = open_studio(view="timeline", case=["mansur-movlaev", "salman-mukaev"])

    app.selectbox(key="view").set_value("map").run()
    assert address_says(app, "case") == ["mansur-movlaev", "salman-mukaev"]
    assert not any("holds one case" in info.value for info in app.info)

    app.selectbox(key="view").set_value("case").run()
    assert address_says(app, "case") == ["mansur-movlaev"]
    assert frames_of(app)[0] == "/embed/case-mansur-movlaev/"
    assert any("holds one case" in info.value for info in app.info)

    app.selectbox(key="view").set_value("timeline").run()
    assert address_says(app, "case") == ["mansur-movlaev"]
    assert frames_of(app)[0] == "/embed/timeline-mansur-movlaev/"
    assert not any("holds one case" in info.value for info in app.info)


def test_a_link_to_one_case_that_names_two_says_which_is_shown() -> None:
    app = open_studio(view="case", case=["salman-mukaev", "mansur-movlaev"])

    assert frames_of(app)[0] == "/embed/case-salman-mukaev/"
    assert address_says(app, "case") == ["salman-mukaev"]
    assert any("holds one case" in info.value for info in app.info)


def test_the_case_shown_unasked_is_not_widened_to_all_by_another_kind() -> None:
    app = open_studio()
    (shown,) = set(frames_of(app))
    assert address_says(app, "case") == [], "a default leaves no trace"

    app.selectbox(key="view").set_value("timeline").run()

    assert frames_of(app)[0] == shown.replace("/case-", "/timeline-")


@pytest.mark.parametrize("view", ["case", "events", "comparison", "flows"])
def test_every_file_is_said_in_words(view: str) -> None:
    app = open_studio(view=view, case="mansur-movlaev")

    rows = "".join(one.proto.body for one in app.get("html") if "tl-files" in one.proto.body)
    told = re.findall(r"<td>([^<]*)</td><td>", rows)

    assert "pack.zip" in rows
    assert told
    assert [words for words in told if not words or re.fullmatch(r"\w+/\S+", words)] == []


def test_a_choice_of_too_much_says_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "MOST_EVENTS", 3)
    editions._article.cache_clear()
    editions.edition.cache_clear()

    app = open_studio(view="events")

    assert not app.exception
    assert any("more than one graphic can carry (3)" in info.value for info in app.info)
    assert frames_of(app) == []


# --- in a browser ----------------------------------------------------------------------


@pytest.fixture
def studio(page: Page, server: RunningServer, traffic: Traffic) -> Page:
    """The studio, reached from a case as a reader would."""
    page.add_init_script(visit._NO_WEBGL)
    open_page(page, f"{server.url}/case?case=mansur-movlaev")
    control = page.locator(".tl-export", has_text="Export this timeline")
    control.locator("summary").focus()
    page.keyboard.press("Enter")
    link = control.get_by_role("link", name="copy the code").last
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.locator(FRAMED).wait_for()
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()
    # The map of the case has said that it lacks WebGL, which was taken from it to save time.
    traffic.console_errors.clear()
    return page


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()


@pytest.mark.browser
def test_from_a_chart_to_the_frame_in_an_article(
    studio: Page, server: RunningServer, traffic: Traffic
) -> None:
    assert "view=case" in studio.url and "case=mansur-movlaev" in studio.url
    expect(studio.frame_locator(FRAMED).locator("h1")).to_have_text("Mansur Movlaev")
    code = studio.locator("[data-testid='stCode'] code", has_text='sandbox=""').first.inner_text()
    assert f"{server.url}/embed/case-mansur-movlaev/" in code
    assert third_party_requests(traffic.requests, server.url) == []
    studio.locator("img.tl-picture").scroll_into_view_if_needed()
    studio.wait_for_function("document.querySelector('img.tl-picture').naturalWidth > 0")
    assert traffic.console_errors == []

    with another_site(f"<!DOCTYPE html><title>An article</title><h1>Elsewhere</h1>{code}") as site:
        asked_before = len(traffic.requests)
        studio.goto(site)
        framed = studio.frame_locator("iframe")
        expect(framed.locator("h1")).to_have_text("Mansur Movlaev")
        assert studio.locator("iframe").get_attribute("sandbox") == ""
        asked = [one for one in traffic.requests[asked_before:] if "favicon" not in one]
        assert asked == [f"{site}/", f"{server.url}/embed/case-mansur-movlaev/"]
        assert [one for one in traffic.console_errors if "favicon" not in one] == []


@pytest.mark.browser
def test_a_page_of_ours_is_not_framed_where_an_embed_is(
    page: Page, server: RunningServer, traffic: Traffic
) -> None:
    article = "".join(
        f'<iframe src="{server.url}/{path}"></iframe>'
        for path in ("embed/map-mansur-movlaev/", "export?case=mansur-movlaev")
    )
    with another_site(article) as site:
        page.goto(site)
        expect(page.frame_locator("iframe >> nth=0").locator("h1")).to_be_visible()

        assert [frame.url for frame in page.frames[1:]] == [
            f"{server.url}/embed/map-mansur-movlaev/",
            "chrome-error://chromewebdata/",
        ]
        assert any("frame-ancestors" in error for error in traffic.console_errors)


@pytest.mark.browser
def test_a_page_of_ours_frames_embeds_and_no_other_page_of_ours(
    page: Page, server: RunningServer
) -> None:
    open_page(page, f"{server.url}/method")
    for path in ("/case", "/embed/map-mansur-movlaev/"):
        page.evaluate(
            "path => document.body.append(Object.assign(document.createElement('iframe'), {src: path}))",
            path,
        )
    expect(page.frame_locator("iframe >> nth=1").locator("h1")).to_be_visible()

    assert [frame.url for frame in page.frames[1:]] == [
        "chrome-error://chromewebdata/",
        f"{server.url}/embed/map-mansur-movlaev/",
    ]


@pytest.mark.browser
@pytest.mark.parametrize("file", ["full.html", "interactive.html"])
def test_documents_with_scripts_run_them_and_cannot_reach_the_app(
    page: Page, server: RunningServer, traffic: Traffic, file: str
) -> None:
    page.goto(f"{server.url}/embed/case-mansur-movlaev/{file}")
    page.wait_for_load_state("networkidle")

    assert page.evaluate("self.origin") == "null"
    assert third_party_requests(traffic.requests, server.url) == []
    assert [one for one in traffic.console_errors if "favicon" not in one] == []
    for closed in ("localStorage.length", "document.cookie", "fetch('/case')"):
        with pytest.raises(Exception, match=r"(?i)security|denied|failed"):
            page.evaluate(f"async () => await ({closed})")


@pytest.mark.browser
def test_each_choice_is_one_step_back_and_the_preview_goes_with_it(
    studio: Page, traffic: Traffic
) -> None:
    def stands(words: str, dark: str) -> None:
        expect(studio.get_by_label("Your headline")).to_have_value(words)
        for title in (FRAMED, "iframe[title='The graphic as in a wide article']"):
            expect(studio.locator(title)).to_have_attribute(
                "src", re.compile(f"^[^?]*{dark}$"), timeout=30_000
            )
            # Both are made anew for every look, which takes a busy machine its time.
            expect(studio.frame_locator(title).locator("h1")).to_have_text(
                words or "Mansur Movlaev", timeout=30_000
            )

    steps = studio.evaluate("history.length")
    choose(studio, "Light or dark", "dark")
    stands("", r"\?dark=true")
    for words in ("AAA", "BBB"):
        asked_before = len(traffic.requests)
        studio.get_by_label("Your headline").fill(words)
        studio.keyboard.press("Enter")
        stands(words, rf"\?dark=true&headline={words}")
        framed = [one for one in traffic.requests[asked_before:] if "/embed/" in one]
        assert framed
        assert [one for one in framed if f"headline={words}" not in one] == []
    assert studio.evaluate("history.length") == steps + 3

    studio.evaluate("history.back()")
    stands("AAA", r"\?dark=true&headline=AAA")
    studio.evaluate("history.back()")
    stands("", r"\?dark=true")
    studio.evaluate("history.back()")
    stands("", "")
    studio.evaluate("history.forward()")
    stands("", r"\?dark=true")


@pytest.mark.browser
def test_another_kind_of_view_is_one_step_back_and_what_was_left_out_returns(
    studio: Page, server: RunningServer
) -> None:
    open_page(studio, f"{server.url}/export?view=timeline&case=mansur-movlaev&case=salman-mukaev")
    steps = studio.evaluate("history.length")

    choose(studio, "What", "Timeline and map of a case")
    expect(studio.locator(FRAMED)).to_have_attribute("src", "/embed/case-mansur-movlaev/")
    expect(studio.get_by_text("This kind of graphic holds one case")).to_be_visible()
    assert studio.evaluate("history.length") == steps + 1
    assert studio.url.endswith("/export?case=mansur-movlaev")

    studio.evaluate("history.back()")
    both = "/embed/timeline/?case=mansur-movlaev&case=salman-mukaev"
    expect(studio.locator(FRAMED)).to_have_attribute("src", both)


@pytest.mark.browser
def test_a_size_that_another_kind_does_not_have_goes_in_the_same_step(studio: Page) -> None:
    choose(studio, "Size of the picture", "The timeline alone (SVG)")
    expect(studio.locator("img.tl-picture")).to_have_attribute("src", re.compile("timeline.svg"))
    steps = studio.evaluate("history.length")

    choose(studio, "What", "Map of routes")
    expect(studio.locator(FRAMED)).to_have_attribute("src", "/embed/map-mansur-movlaev/")

    assert "size=" not in studio.url
    assert studio.evaluate("history.length") == steps + 1


@pytest.mark.browser
def test_a_headline_that_is_pasted_and_too_long_is_taken_as_far_as_it_may_go(
    studio: Page,
) -> None:
    studio.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field = studio.get_by_label("Your headline")
    # Twice: the second time the server has nothing new to tell the field.
    for _ in range(2):
        studio.evaluate("navigator.clipboard.writeText('y'.repeat(300))")
        field.click()
        studio.keyboard.press("Control+a")
        studio.keyboard.press("Control+v")
        studio.keyboard.press("Enter")
        expect(field).to_have_value("y" * 160)
    expect(studio.get_by_text("at most 160 letters; shown are the first 160")).to_be_visible()
    assert studio.url.endswith(f"&headline={'y' * 160}")


@pytest.mark.browser
def test_the_frame_of_a_phone_is_as_wide_as_is_said(studio: Page) -> None:
    expect(studio.get_by_text("On a phone, 360 pixels wide")).to_be_visible()
    # Without its border: what the document inside has to itself.
    assert studio.locator(FRAMED).evaluate("frame => frame.clientWidth") == 360

    sized(studio, PHONE)
    expect(studio.get_by_text("On a phone, 360 pixels wide")).to_be_hidden()
    expect(studio.get_by_text("On a phone", exact=True)).to_be_visible()


@pytest.mark.browser
def test_files_are_saved_under_a_name_that_says_which_view(studio: Page) -> None:
    with studio.expect_download() as saving:
        studio.get_by_role("link", name="dataset.csv").last.click()

    assert saving.value.suggested_filename == "case-mansur-movlaev-dataset.csv"
    path = saving.value.path()
    assert path is not None and Path(path).stat().st_size > 1_000


@pytest.mark.browser
def test_on_a_phone_there_is_one_frame_and_nothing_is_cut(studio: Page) -> None:
    sized(studio, PHONE)

    expect(studio.locator("iframe[title='The graphic as in a wide article']")).to_be_hidden()
    box = studio.locator(FRAMED).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert axe.grave(axe.findings(studio)) == []
