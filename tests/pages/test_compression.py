"""Each file of the front end is compressed once, for whoever takes gzip."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Message

from tests import own_loop
from timeline.ui import compression
from timeline.ui.compression import StaticGzip, accepts_gzip

TEXT = b"let answer = 42;\n" * 1000


@pytest.mark.parametrize(
    ("accept_encoding", "accepted"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("gzip ; q=1.0", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("*;q=0", False),
        ("gzippo", False),
        ("gzip;q=.", False),
    ],
)
def test_gzip_goes_to_those_who_take_it(accept_encoding: str, accepted: bool) -> None:
    assert accepts_gzip(accept_encoding) is accepted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "script.js").write_bytes(TEXT)
    (tmp_path / "static" / "picture.png").write_bytes(TEXT)
    (tmp_path / "elsewhere.js").write_bytes(TEXT)
    return tmp_path


@pytest.fixture
def app(folder: Path) -> StaticGzip:
    return StaticGzip(Starlette(routes=[Mount("/", StaticFiles(directory=folder))]), folder)


async def get(app: StaticGzip, path: str) -> tuple[dict[str, str], bytes]:
    messages: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        messages.append(message)

    await app(
        {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": b"",
            "headers": [(b"accept-encoding", b"gzip")],
        },
        receive,
        send,
    )
    headers = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in messages[1:])


def test_readers_who_come_together_share_one_compression(
    app: StaticGzip, monkeypatch: pytest.MonkeyPatch
) -> None:
    compressions: list[int] = []
    compress = gzip.compress

    def counted(data: bytes, *how: int, mtime: int) -> bytes:
        compressions.append(len(data))
        return compress(data, *how, mtime=mtime)

    monkeypatch.setattr(compression.gzip, "compress", counted)

    async def everybody() -> list[tuple[dict[str, str], bytes]]:
        together = await asyncio.gather(*(get(app, "/static/script.js") for _ in range(20)))
        return [*together, await get(app, "/static/script.js")]

    answers = own_loop.run(everybody())

    assert compressions == [len(TEXT)]
    assert {gzip.decompress(body) for _, body in answers} == {TEXT}


def test_a_file_that_changed_is_compressed_anew(app: StaticGzip, folder: Path) -> None:
    async def before_and_after() -> tuple[bytes, bytes]:
        _, before = await get(app, "/static/script.js")
        (folder / "static" / "script.js").write_bytes(TEXT + b"!")
        _, after = await get(app, "/static/script.js")
        return gzip.decompress(before), gzip.decompress(after)

    assert own_loop.run(before_and_after()) == (TEXT, TEXT + b"!")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/static/picture.png", id="compressed by its format"),
        pytest.param("/elsewhere.js", id="not the front end's"),
        pytest.param("/static//script.js", id="another spelling, which would be kept twice"),
    ],
)
def test_other_files_pass_through(app: StaticGzip, path: str) -> None:
    headers, body = own_loop.run(get(app, path))

    assert "content-encoding" not in headers
    assert body == TEXT
