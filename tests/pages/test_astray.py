"""Addresses one level too deep, and ids of graphics that never were."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette import starlette_routes as streamlits

from timeline.ui import astray, navigation

from .browser import RunningServer, Traffic

DEEP = [page for page in navigation.PAGES if page.url_path]


@pytest.mark.parametrize("page", DEEP, ids=lambda page: page.name)
def test_below_a_page_lies_the_way_back_to_it(server: RunningServer, page: navigation.Page) -> None:
    answer = server.get(f"/{page.url_path}/mansur-movlaev?known=2025-01-01")

    assert answer.status == 302
    assert answer.headers["location"] == f"/{page.url_path}?known=2025-01-01"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/nonsense/foo", "/a/b/c.txt", "/nonsense/foo/"])
def test_below_nothing_is_nothing_and_the_way_home(server: RunningServer, path: str) -> None:
    answer = server.get(path)

    assert answer.status == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert b"There is no page at this address." in answer.body
    assert b'<a href="/">' in answer.body
    assert b"<script" not in answer.body
    same = server.get("/case").headers
    for name in ("content-security-policy", "x-frame-options", "referrer-policy"):
        assert answer.headers[name] == same[name]
    assert server.get(path, method="HEAD").status == 404
    assert server.get(path, method="POST").status != 404, "Streamlit's to answer"


def test_what_streamlit_answers_it_still_does(server: RunningServer) -> None:
    own = (
        streamlits.BASE_ROUTE_CORE,
        streamlits.BASE_ROUTE_MEDIA,
        streamlits.BASE_ROUTE_COMPONENT,
        streamlits.BASE_ROUTE_STATIC,
        streamlits.BASE_ROUTE_APP_STATIC,
    )

    assert {one.partition("/")[0] for one in own} <= set(astray.STREAMLITS)
    assert server.get("/_stcore/health").body == b"ok"
    assert server.get("/case/").status == server.get("/nonsense/").status == 301


def test_files_below_a_page_are_still_files(server: RunningServer) -> None:
    assert server.get("/data/0000/timeline.duckdb").status == 404


@pytest.mark.browser
def test_an_address_too_deep_opens_the_page(
    server: RunningServer, page: Page, traffic: Traffic
) -> None:
    page.goto(f"{server.url}/export/foo?view=map")

    expect(page.locator("h1").first).to_have_text("Put it into an article")
    assert page.url.startswith(f"{server.url}/export?view=map")
    assert traffic.console_errors == []


def test_a_graphic_that_never_was_is_not_said_to_have_been(server: RunningServer) -> None:
    answer = server.get("/embed/case-nobody/")

    assert answer.status == 404
    assert b"Nothing on record fits this graphic." in answer.body
