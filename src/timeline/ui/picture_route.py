"""The address of still pictures, known to the server before anything that draws is imported."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from timeline.ui import preparation


def routes() -> list[BaseRoute]:
    """The route that answers for pictures."""
    return [Route("/picture/{fingerprint}/routes.svg", _answer)]


def _answer(request: Request) -> Response:
    # Imported by the first picture: the server listens a second sooner without DuckDB,
    # shapely and pyproj, and `preparation` has them ready by then anyway.
    from timeline.ui import pictures  # noqa: PLC0415

    preparation.wait_until_prepared()
    return pictures.answer(request)
