"""What this app adds to Streamlit's server: routes, middleware, manners, a quick start."""

from __future__ import annotations

import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager

from timeline.intake.folder import data_folder
from timeline.ui import document, geography, picture_route
from timeline.ui.compression import StaticGzip
from timeline.ui.headers import SecurityHeaders

# What pages need and what takes longest to import. Imported by the server it is ready
# when the first reader comes; imported by a page, that reader would wait for it.
SLOW_IMPORTS = (
    "pandas",
    "plotly.graph_objects",
    "duckdb",
    "pydeck",
    "geopandas",
    "shapely",
    "pyproj",
    "timeline.ui.data",
    "timeline.ui.show",
)

UNPUBLISHED = ("/_stcore/metrics", "/_stcore/agent/")


def routes() -> list[BaseRoute]:
    """The addresses this app answers itself; everything else is Streamlit's."""
    return [*document.routes(), *geography.routes(), *picture_route.routes()]


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
    _prepared.clear()
    threading.Thread(target=_prepare_and_tell, name="prepare", daemon=True).start()
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


def prepare() -> None:
    """Import the slow libraries and read the boundaries, so that no reader waits for it."""
    for name in SLOW_IMPORTS:
        importlib.import_module(name)
    geography.boundaries()


def wait_until_prepared() -> None:
    """Return once `prepare` has finished; at once where no server is being prepared.

    A page must not run while another thread imports: Plotly asks for pandas without
    importing it, finds the half that is there, and fails. The first reader loses
    nothing by waiting, for the front end takes as long to arrive.
    """
    _prepared.wait()


def _prepare_and_tell() -> None:
    try:
        prepare()
    finally:
        _prepared.set()
    from timeline.ui.store_build import store_build  # noqa: PLC0415 - imported by now

    store_build(data_folder())


_prepared = threading.Event()
_prepared.set()
