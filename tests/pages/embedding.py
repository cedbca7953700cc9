"""Asking for embeds without a server around them, and another site that puts them into its pages."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import Message

from tests import own_loop
from timeline.ui import embed_route, embeds
from timeline.ui.headers import SecurityHeaders

from .browser import Answer


def get(address: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Answer:
    """What the app answers below /embed/, with the headers it puts on every answer."""
    app = Starlette(
        routes=embed_route.routes(), middleware=[Middleware(SecurityHeaders, documents=[])]
    )
    path, _, query = address.partition("?")
    given = {
        "host": "127.0.0.1:8501",
        **{name.lower(): one for name, one in (headers or {}).items()},
    }
    scope = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "server": ("127.0.0.1", 8501),
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "query_string": query.encode(),
        "asgi": {"version": "3.0", "spec_version": "2.4"},
    }
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    # Turns are those of one server; each call here is a server of its own.
    embeds._turns.cache_clear()
    own_loop.run(app(scope, receive, send))
    names = [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]
    assert len(names) == len(dict(names)), "a header was sent twice"
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], dict(names), body)


@contextmanager
def another_site(page: str) -> Iterator[str]:
    """A site of somebody else's whose every address answers with this page; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()
