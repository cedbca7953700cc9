"""No page runs before the server has imported what pages need."""

from __future__ import annotations

import asyncio
import threading

import pytest
import streamlit as st

from tests import own_loop
from timeline.ui import preparation, server

from .browser import REPOSITORY


def test_a_reader_waits_for_the_preparation_and_no_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finish = threading.Event()
    arrived: list[str] = []
    monkeypatch.setattr(preparation, "prepare", finish.wait)

    def read() -> None:
        preparation.wait_until_prepared()
        arrived.append("reader")

    async def serve() -> None:
        async with server.lifespan(st.App(REPOSITORY / "app.py")):
            reader = threading.Thread(target=read)
            reader.start()
            await asyncio.to_thread(reader.join, 0.2)
            assert arrived == []
            finish.set()
            await asyncio.to_thread(reader.join, 5)

    own_loop.run(serve())
    assert arrived == ["reader"]


def test_a_preparation_that_fails_does_not_keep_readers_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda *_: None)
    monkeypatch.setattr(preparation, "prepare", lambda: 1 / 0)

    async def serve() -> None:
        async with server.lifespan(st.App(REPOSITORY / "app.py")):
            await asyncio.wait_for(asyncio.to_thread(preparation.wait_until_prepared), 5)

    own_loop.run(serve())


def test_where_no_server_prepares_nobody_waits() -> None:
    """As when a page is tested without a server."""
    preparation.wait_until_prepared()
