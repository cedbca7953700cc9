"""What the server sends, to whom, and what a browser makes of it."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.file_util import get_static_dir

from timeline.ui import navigation

from .browser import REPOSITORY, RunningServer, Traffic, open_page, third_party_requests

PAGES = pytest.mark.parametrize("wanted", navigation.PAGES, ids=lambda page: page.title)

A_HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}

LAND = """{"type": "FeatureCollection", "features": [{"type": "Feature",
 "properties": {"iso2": "XA"}, "geometry": {"type": "Polygon",
 "coordinates": [[[40, 40], [50, 40], [50, 50], [40, 50], [40, 40]]]}}]}"""

A_PAGE_WITH_CHARTS = """
import plotly.graph_objects as go
import pydeck as pdk
import streamlit as st

from timeline.ui.geography import geography_url

st.title("Charts")
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2], y=[1, 2])), theme=None)
land = pdk.Layer("GeoJsonLayer", geography_url("countries"), id="land")
label = pdk.Layer(
    "TextLayer", [{"at": [45, 45], "text": "A"}], id="label", get_position="at", get_text="text"
)
st.pydeck_chart(
    pdk.Deck(
        layers=[land, label],
        initial_view_state=pdk.ViewState(latitude=45, longitude=45, zoom=4),
        map_provider=None,
    )
)
"""


@pytest.fixture
def served(
    fresh_server: Callable[..., RunningServer], tmp_path: Path
) -> Callable[[str], RunningServer]:
    """Serves the app as it is, but with invented pages; `{file}` in them is their own path.

    What the server does must not depend on what the pages happen to show, or on
    whether anybody has built a store yet.
    """

    def serve(pages: str) -> RunningServer:
        app = tmp_path / "app"
        (app / "pages" / "views").mkdir(parents=True)
        shutil.copy(REPOSITORY / "app.py", app)
        shutil.copytree(REPOSITORY / ".streamlit", app / ".streamlit")
        for page in navigation.PAGES:
            (app / page.file).write_text(pages.replace("{file}", page.file))
        boundaries = tmp_path / "data" / "frozen" / "boundaries"
        boundaries.mkdir(parents=True)
        (boundaries / "countries.geojson").write_text(LAND)
        return fresh_server(
            app=app / "app.py",
            environment={
                "TIMELINE_DATA": str(tmp_path / "data"),
                # A first-time user: no settings of Streamlit's at home, and a screen.
                "HOME": str(tmp_path),
                "DISPLAY": ":0",
            },
        )

    return serve


@pytest.fixture
def server_with_charts(served: Callable[[str], RunningServer]) -> RunningServer:
    return served(A_PAGE_WITH_CHARTS)


def a_script_of(server: RunningServer) -> str:
    """The address of the largest script the first page loads at once."""
    scripts = re.findall(rb'"\.(/static/js/[^"]+\.js)"', server.get("/").body)
    return max(
        (found.decode() for found in scripts),
        key=lambda path: (Path(get_static_dir()) / path.lstrip("/")).stat().st_size,
    )


# --- the first reader of a fresh server ------------------------------------------------


@pytest.mark.browser
def test_a_deep_link_opens_its_page_on_a_server_nobody_has_visited(
    served: Callable[[str], RunningServer], page: Page, traffic: Traffic
) -> None:
    server = served("import streamlit as st\nst.title('{file}')")

    response = page.goto(f"{server.url}/case")

    assert response is not None
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    expect(page.locator("[data-testid='stMain'] h1")).to_have_text("pages/views/case.py")
    expect(page).to_have_title("Case · timeline")
    menu = page.get_by_test_id("stPageLink-NavLink")
    expect(menu).to_have_text([entry.title for entry in navigation.PAGES])
    # Streamlit says "Page not found" over the right page when it misjudges the start.
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert traffic.console_errors == []
    assert "mail" not in server.log.read_text(), "asked a first-time user for an address"


def test_no_script_lies_where_streamlit_would_make_a_page_of_it() -> None:
    assert list((REPOSITORY / "pages").glob("*.py")) == []
    assert all((REPOSITORY / page.file).is_file() for page in navigation.PAGES)


@PAGES
def test_each_page_has_its_own_title_before_any_script_runs(
    server: RunningServer, wanted: navigation.Page
) -> None:
    document = server.get(f"/{wanted.url_path}").body.decode()

    assert re.findall("<title>(.*)</title>", document) == [f"{wanted.title} · timeline"]
    assert "Reading this without a browser" not in document


def test_a_page_that_has_not_changed_is_not_sent_again(server: RunningServer) -> None:
    first = server.get("/case")

    again = server.get("/case", {"If-None-Match": first.headers["etag"]})

    assert (again.status, again.body) == (304, b"")
    assert server.get("/", {"If-None-Match": first.headers["etag"]}).status == 200


# --- headers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/case", 200),
        ("/case/", 301),
        ("/no-such-page", 200),
        ("a script", 200),
        ("/static/js/no-such-script.js", 200),
        ("/favicon.png", 200),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/media/no-such-file.png", 404),
        ("/geo/0000000000000000/countries.json", 404),
        ("/geo/anything-else", 404),
        ("//example.invalid/path", 400),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_answer_carries_the_security_headers(
    server: RunningServer, path: str, status: int, method: str
) -> None:
    path = a_script_of(server) if path == "a script" else path

    answer = server.get(path, method=method)

    # Streamlit knows some of its own addresses for GET only.
    assert answer.status in ({status} if method == "GET" else {status, 405})
    policy = dict(
        directive.split(" ", 1)
        for directive in answer.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == policy["object-src"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert "blob:" not in policy["script-src"]
    assert "http" not in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["permissions-policy"]


# --- compression -----------------------------------------------------------------------


def test_a_script_travels_compressed_and_arrives_unchanged(server: RunningServer) -> None:
    script = a_script_of(server)
    original = (Path(get_static_dir()) / script.lstrip("/")).read_bytes()

    answer = server.get(script, {"Accept-Encoding": "gzip, deflate, br"})

    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(answer.body) < len(original) / 2
    assert gzip.decompress(answer.body) == original
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith(("text/javascript", "application/javascript"))


@pytest.mark.parametrize(
    "headers", [{}, {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip;q=0, br"}]
)
def test_who_does_not_take_gzip_gets_the_file_itself(
    server: RunningServer, headers: dict[str, str]
) -> None:
    script = a_script_of(server)

    answer = server.get(script, headers)

    assert "content-encoding" not in answer.headers
    assert answer.body == (Path(get_static_dir()) / script.lstrip("/")).read_bytes()
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_ranges_are_cut_from_the_file_itself(server: RunningServer) -> None:
    script = a_script_of(server)

    answer = server.get(script, {"Accept-Encoding": "gzip", "Range": "bytes=0-99"})

    assert answer.status == 206
    assert "content-encoding" not in answer.headers
    assert answer.body == (Path(get_static_dir()) / script.lstrip("/")).read_bytes()[:100]


def test_a_script_the_browser_still_has_is_not_sent_again(server: RunningServer) -> None:
    script = a_script_of(server)
    first = server.get(script, {"Accept-Encoding": "gzip"})

    again = server.get(script, {"Accept-Encoding": "gzip", "If-None-Match": first.headers["etag"]})

    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    # The same tag for other bytes would let a cache mix the two.
    assert server.get(script).headers["etag"] != first.headers["etag"]


@pytest.mark.browser
def test_a_page_with_a_chart_and_a_map_stays_under_its_weight(
    server_with_charts: RunningServer, page: Page
) -> None:
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    open_page(page, server_with_charts.url)
    page.locator("[data-testid='stPlotlyChart'] .main-svg").first.wait_for()
    page.locator("[data-testid='stDeckGlJsonChart'] canvas").first.wait_for()
    page.wait_for_load_state("networkidle")

    # 10.8 MB as Streamlit sends it; 3.3 MB when this was written.
    assert 1_000_000 < sum(sizes) < 3_600_000


# --- what a page may do ----------------------------------------------------------------


@PAGES
@pytest.mark.browser
def test_a_page_raises_no_error_and_asks_nobody_else_for_anything(
    server: RunningServer, page: Page, traffic: Traffic, wanted: navigation.Page
) -> None:
    open_page(page, f"{server.url}/{wanted.url_path}")
    page.wait_for_load_state("networkidle")

    # An error of the script is drawn on the page; the console does not hear of it.
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert traffic.console_errors == []
    assert third_party_requests(traffic.requests, server.url) == []
    assert any(address.startswith("ws://") for address in traffic.requests)


@pytest.mark.browser
def test_charts_and_maps_are_drawn_under_the_policy(
    server_with_charts: RunningServer, page: Page, traffic: Traffic
) -> None:
    page.add_init_script(
        "window.refused = [];"
        "addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
    )

    open_page(page, server_with_charts.url)
    page.locator("[data-testid='stPlotlyChart'] .main-svg").first.wait_for()
    page.locator("[data-testid='stDeckGlJsonChart'] canvas").first.wait_for()
    page.wait_for_load_state("networkidle")

    assert page.evaluate("refused") == []
    assert traffic.console_errors == []
    assert third_party_requests(traffic.requests, server_with_charts.url) == []
    assert any(re.search(r"/geo/\w+/countries\.json$", asked) for asked in traffic.requests)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("directive", "smuggled"),
    [
        ("script-src-elem", "add('script', {src: 'http://example.invalid/x.js'})"),
        ("script-src-elem", "add('script', {textContent: 'window.ran = true'})"),
        ("script-src-attr", "add('b', {innerHTML: '<b onclick=\"window.ran = true\"></b>'})"),
        ("img-src", "add('img', {src: 'http://example.invalid/x.png'})"),
        ("style-src-elem", "add('link', {rel: 'stylesheet', href: 'http://example.invalid/'})"),
        ("frame-src", "add('iframe', {src: 'http://example.invalid/'})"),
        ("frame-src", "add('iframe', {src: 'data:text/html,<p>x</p>'})"),
        ("media-src", "add('audio', {src: 'http://example.invalid/x.ogg'})"),
        ("connect-src", "fetch('http://example.invalid/').catch(() => 0)"),
        ("connect-src", "navigator.sendBeacon('http://example.invalid/')"),
        ("base-uri", "add('base', {href: 'http://example.invalid/'})"),
    ],
)
def test_what_is_smuggled_into_a_page_neither_runs_nor_calls_out(
    server: RunningServer, page: Page, directive: str, smuggled: str
) -> None:
    open_page(page, server.url)

    refused = page.evaluate(
        f"""new Promise((resolve) => {{
            document.addEventListener(
                "securitypolicyviolation", (event) => resolve(event.effectiveDirective));
            setTimeout(() => resolve("nothing was refused"), 5000);
            const add = (tag, properties) =>
                document.body.append(Object.assign(document.createElement(tag), properties));
            {smuggled};
        }})"""
    )

    assert refused == directive
    assert page.evaluate("window.ran") is None


# --- strangers -------------------------------------------------------------------------


class _Framer(BaseHTTPRequestHandler):
    """Another site that puts the app into a frame."""

    app = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<h1>Elsewhere</h1><iframe src='{self.app}'></iframe>".encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def framing_site(server: RunningServer) -> Iterator[str]:
    handler = type("Framer", (_Framer,), {"app": server.url})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


@pytest.mark.browser
def test_another_site_cannot_put_the_app_into_a_frame(
    framing_site: str, page: Page, traffic: Traffic
) -> None:
    page.goto(framing_site)
    page.wait_for_load_state("networkidle")

    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
    assert any("frame-ancestors" in error for error in traffic.console_errors)


def test_a_connection_from_the_app_itself_is_accepted(server: RunningServer) -> None:
    answer = server.get("/_stcore/stream", {**A_HANDSHAKE, "Origin": server.url})

    assert answer.status == 101


def test_a_connection_under_another_name_is_refused(server: RunningServer) -> None:
    # What a browser sends after a name of the attacker's was pointed at this machine.
    rebound = {"Host": "rebound.invalid", "Origin": "http://rebound.invalid"}

    assert server.get("/_stcore/stream", {**A_HANDSHAKE, **rebound}).status == 403


def test_a_stranger_at_the_door_does_not_make_the_server_call_out(
    fresh_server: Callable[..., RunningServer],
) -> None:
    """Streamlit would ask a third party whether the stranger's address is its own."""
    with socket.socket() as outside_world:
        outside_world.bind(("127.0.0.1", 0))
        outside_world.listen()
        outside_world.setblocking(False)
        proxy = f"http://127.0.0.1:{outside_world.getsockname()[1]}"
        names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
        server = fresh_server(
            environment={**dict.fromkeys(names, proxy), "no_proxy": "", "NO_PROXY": ""}
        )

        answer = server.get("/_stcore/stream", {**A_HANDSHAKE, "Origin": "http://example.invalid"})

        assert answer.status == 403
        with pytest.raises(BlockingIOError):
            outside_world.accept()
