"""Which inline scripts may run, and that not even a crash answers without headers."""

from __future__ import annotations

import base64
import hashlib

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Message

from tests import own_loop
from timeline.ui import document
from timeline.ui.headers import SecurityHeaders, inline_script_hashes


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_inline_scripts_are_known_by_their_exact_text() -> None:
    page = """<!-- <script>commented out</script> --><script src="./linked.js"></script>
    <script> let a = "<b>" </script><SCRIPT type="module">\r\nlet b\r\n</SCRIPT>"""

    assert inline_script_hashes(page) == (hash_of(' let a = "<b>" '), hash_of("\nlet b\n"))


def test_a_page_document_keeps_what_streamlit_needs_and_drops_what_we_do_not() -> None:
    original = document.streamlit_document()
    ours = document.page_document("<Title> \\1 & more")

    assert "<title>&lt;Title&gt; \\1 &amp; more</title>" in ours
    assert 'rel="preload"' in original and 'rel="preload"' not in ours
    assert 'rel="service-desc"' in original and 'rel="service-desc"' not in ours
    assert ours.count('rel="modulepreload"') == original.count('rel="modulepreload"') > 0
    assert '<div id="root"></div>' in ours
    assert set(inline_script_hashes(original)) < set(inline_script_hashes(ours))


def answer_of(path: str) -> tuple[int, dict[str, str]]:
    def crash(request: Request) -> Response:
        raise RuntimeError("of no concern to the reader")

    def loose(request: Request) -> Response:
        return PlainTextResponse("", headers={"Content-Security-Policy": "default-src *"})

    app = Starlette(
        routes=[Route("/crash", crash), Route("/loose", loose)],
        middleware=[Middleware(SecurityHeaders, documents=["<script>1</script>"])],
    )
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    try:
        own_loop.run(app(scope, receive, send))
    except RuntimeError:
        # Starlette raises it once more after answering, for the server to log.
        assert path == "/crash"
    assert b"of no concern" not in b"".join(message.get("body", b"") for message in sent)
    starts = [message for message in sent if message["type"] == "http.response.start"]
    assert len(starts) == 1
    headers = [(name.decode(), value.decode()) for name, value in starts[0]["headers"]]
    assert len(headers) == len(dict(headers)), "a header was sent twice"
    return starts[0]["status"], dict(headers)


@pytest.mark.parametrize(("path", "status"), [("/crash", 500), ("/loose", 200), ("/none", 404)])
def test_no_answer_escapes_the_headers(path: str, status: int) -> None:
    answered, headers = answer_of(path)

    assert answered == status
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert hash_of("1") in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
