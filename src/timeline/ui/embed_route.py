"""Addresses below /embed/, known to the server before anything that reads or draws is imported."""

from __future__ import annotations

from types import ModuleType

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from timeline.ui import preparation

METHODS = ["GET", "HEAD"]


def routes() -> list[BaseRoute]:
    """The routes that answer for embeds and their files, and for all else below /embed/."""
    return [
        Mount(
            "/embed",
            routes=[
                Route("/{view_id}/", _answer, methods=METHODS),
                Route("/{view_id}/{version}/", _answer, methods=METHODS),
                Route("/{view_id}/{version}/{file}", _answer, methods=METHODS),
                # A file, or the address of an embed without its last slash.
                Route("/{view_id}/{file}", _answer, methods=METHODS),
                Route("/{view_id}", _answer, methods=METHODS),
                Route("/{rest:path}", _answer, methods=METHODS),
            ],
        )
    ]


async def _answer(request: Request) -> Response:
    embeds = await anyio.to_thread.run_sync(_embeds)
    response: Response = await embeds.answer(request)
    return response


def _embeds() -> ModuleType:
    # Imported by the first embed, for the reason that `picture_route` gives.
    from timeline.ui import embeds  # noqa: PLC0415

    preparation.wait_until_prepared()
    return embeds
