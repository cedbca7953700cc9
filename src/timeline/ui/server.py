"""What this app adds to Streamlit's server: routes, middleware, manners, a quick start."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager

from timeline.ui import (
    astray,
    document,
    download_route,
    embed_route,
    geography,
    picture_route,
    preparation,
)
from timeline.ui.compression import StaticGzip
from timeline.ui.headers import SecurityHeaders

UNPUBLISHED = ("/_stcore/metrics", "/_stcore/agent/")


def routes() -> list[BaseRoute]:
    """The addresses this app answers itself; everything else is Streamlit's."""
    return [
        *document.routes(),
        *geography.routes(),
        *picture_route.routes(),
        *download_route.routes(),
        *embed_route.routes(),
        *astray.routes(),
    ]


def middleware() -> list[Middleware]:
    """Outermost first: nothing may answer from outside the security headers."""
    return [
        Middleware(SecurityHeaders, documents=document.documents()),
        Middleware(Unpublished),
        Middleware(StaticGzip),
    ]


class Unpublished:
    """ASGI middleware for what Streamlit would answer and nobody outside should ask.

    The metrics tell how many people are reading. The agent interface is switched off,
    yet would still describe itself.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._app
        if scope["type"] == "http" and scope["path"].startswith(UNPUBLISHED):
            answer = PlainTextResponse("Not Found", status_code=404)
        await answer(scope, receive, send)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Settle what must hold before the first reader comes, and start preparing for them."""
    mind_own_business()
    open_every_address_through_the_front_door()
    preparation.start()
    yield


def mind_own_business() -> None:
    """Keep the server from asking a third party for this machine's public address.

    Streamlit does so, and makes every reader wait meanwhile, whenever a page from
    somewhere else tries to connect, to see whether that page is its own.
    """
    net_util.get_external_ip = _no_address


def _no_address() -> str | None:
    return None


def open_every_address_through_the_front_door() -> None:
    """Tell Streamlit that the menu comes from app.py, not from the files in pages/.

    It finds out by itself only once app.py has run. Until then a reader who opens
    /case first gets a page that skips app.py, or a notice that there is none.
    """
    PagesManager.uses_pages_directory = False
