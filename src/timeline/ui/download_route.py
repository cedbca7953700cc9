"""The addresses of files to take away, known to the server before anything that reads is imported."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from timeline.ui import preparation


def routes() -> list[BaseRoute]:
    """The route that answers for downloads."""
    return [Route("/data/{fingerprint}/{file}", _answer)]


def _answer(request: Request) -> Response:
    # Imported by the first download, for the reason that `picture_route` gives.
    from timeline.ui import downloads  # noqa: PLC0415

    preparation.wait_until_prepared()
    return downloads.answer(request)
