"""Gzip for Streamlit's own front end, which Streamlit sends uncompressed.

The files never change while the server runs, so each is compressed once, when it is
first asked for, and kept in memory: 7 MB if every one of them is.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from pathlib import Path

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

COMPRESSION_LEVEL = 6
"""Level 9 takes a third longer and saves another 0.3 per cent."""

_COMPRESSIBLE = frozenset({".css", ".js", ".json", ".mjs", ".svg", ".wasm"})
_CODING = re.compile(r"\s*([^;\s]+)\s*(?:;\s*q\s*=\s*([0-9.]+))?\s*", re.IGNORECASE)


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether an Accept-Encoding header allows gzip (RFC 9110, section 12.5.3).

    A weight of zero is a refusal; `*` stands for every coding that is not named.
    """
    weights: dict[str, float] = {}
    for field in accept_encoding.split(","):
        if match := _CODING.fullmatch(field):
            try:
                weights[match[1].lower()] = float(match[2] or 1)
            except ValueError:
                continue
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def front_end_files(folder: Path) -> dict[str, Path]:
    """The compressible files of the front end, by the one path each is served under.

    Listing them beforehand bounds the memory: the server answers any unknown path
    with the index page, and some known files under several spellings.
    """
    return {
        f"/{file.relative_to(folder).as_posix()}": file
        for file in sorted((folder / "static").rglob("*"))
        if file.suffix in _COMPRESSIBLE and file.is_file()
    }


class StaticGzip:
    """ASGI middleware that answers GET requests for the front end with gzip.

    All else passes through: other paths, other methods (HEAD among them), byte
    ranges, clients that do not accept gzip, answers other than 200. What passes
    through keeps its bytes, but learns to say that it varies by encoding.
    """

    def __init__(self, app: ASGIApp, folder: Path | None = None) -> None:
        self._app = app
        self._files = front_end_files(folder or Path(get_static_dir()))
        # By path: the ETag of the file and a task whose result is its gzip form.
        # Only the event loop touches this, so it needs no lock, and readers who
        # come at the same moment await one compression instead of starting two.
        self._compressed: dict[str, tuple[str, asyncio.Task[bytes]]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in self._files:
            await self._app(scope, receive, send)
            return

        async def send_varying(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
            await send(message)

        accepted = accepts_gzip(Headers(scope=scope).get("accept-encoding", ""))
        if scope["method"] != "GET" or not accepted:
            await self._app(scope, receive, send_varying)
            return

        # Asking inside for HEAD settles status, headers, ranges and "not modified" just
        # as Streamlit would, without reading the file.
        start = await self._start_of_answer({**scope, "method": "HEAD"}, receive)
        headers = MutableHeaders(scope=start)
        etag = headers.get("etag", "")
        body = b""
        if start["status"] == 200 and etag and "content-encoding" not in headers:
            body = await self._gzip_of(scope["path"], etag)
            headers["content-encoding"] = "gzip"
            headers["content-length"] = str(len(body))
            # A range would be cut from the uncompressed file.
            del headers["accept-ranges"]
        elif start["status"] != 304:
            await self._app(scope, receive, send_varying)
            return
        headers["etag"] = _weak(etag)
        await send_varying(start)
        await send({"type": "http.response.body", "body": body})

    async def _start_of_answer(self, scope: Scope, receive: Receive) -> Message:
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        await self._app(scope, receive, keep)
        return messages[0]

    async def _gzip_of(self, path: str, etag: str) -> bytes:
        held = self._compressed.get(path)
        if held is None or held[0] != etag:
            held = (etag, asyncio.create_task(_compressed(self._files[path])))
            self._compressed[path] = held
        try:
            # Shielded: a reader who leaves must not cancel the others' copy.
            return await asyncio.shield(held[1])
        except OSError:
            self._compressed.pop(path, None)
            raise


async def _compressed(file: Path) -> bytes:
    def work() -> bytes:
        return gzip.compress(file.read_bytes(), COMPRESSION_LEVEL, mtime=0)

    return await anyio.to_thread.run_sync(work)


def _weak(etag: str) -> str:
    """The ETag that says: same content, other bytes (RFC 9110, section 8.8.1)."""
    return etag if not etag or etag.startswith("W/") else f"W/{etag}"
