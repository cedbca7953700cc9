"""What the server process adds to Streamlit: routes, middleware, and a quick start."""

from __future__ import annotations

import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from timeline.ui import geography
from timeline.ui.compression import StaticGzip
from timeline.ui.headers import SecurityHeaders

# What the pages need and what takes longest to import. Imported by the server, these
# are ready when the first reader comes; imported by a page, that reader waits.
SLOW_IMPORTS = (
    "pandas",
    "plotly.graph_objects",
    "duckdb",
    "pydeck",
    "geopandas",
    "shapely",
    "pyproj",
)


def routes() -> list[BaseRoute]:
    """The addresses that are not pages."""
    return [*geography.routes()]


def middleware() -> list[Middleware]:
    """Outermost first: nothing may answer outside the security headers."""
    return [Middleware(SecurityHeaders), Middleware(StaticGzip)]


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Prepare what the first page needs while the server starts to listen."""
    threading.Thread(target=prepare, name="prepare", daemon=True).start()
    yield


def prepare() -> None:
    """Import the slow libraries and read the boundaries, so that no reader waits for it."""
    for name in SLOW_IMPORTS:
        importlib.import_module(name)
    geography.boundaries()
