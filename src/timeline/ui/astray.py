"""Addresses that lie deeper than any page: led to the page they begin with, or told that there is none.

Streamlit answers them with its document, whose script then looks for everything one level too
deep and leaves a white page.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from timeline.publishing import plain_page
from timeline.ui import navigation, words

STREAMLITS = ("_stcore", "app", "auth", "component", "media", "static")
"""First parts of addresses below which Streamlit itself answers."""


class _Elsewhere(Route):
    """A route for whatever is not Streamlit's, nor just one part with a slash behind it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        first, _, rest = scope["path"].strip("/").partition("/")
        return super().matches(scope) if rest and first not in STREAMLITS else (Match.NONE, {})


def routes() -> list[BaseRoute]:
    """The routes for them. They stand behind all others of ours: those below /data/ have files."""
    return [
        *(
            _Elsewhere(f"/{page.url_path}/{{rest:path}}", _to_page(page.url_path))
            for page in navigation.PAGES
            if page.url_path
        ),
        _Elsewhere("/{first}/{rest:path}", _nowhere),
    ]


def _to_page(url_path: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        # For now: what lies below a page may mean something some day.
        return RedirectResponse(
            f"/{url_path}{query}", status_code=302, headers={"Cache-Control": "no-cache"}
        )

    return answer


def _nowhere(request: Request) -> Response:
    say = words.current()
    home = plain_page.link("/", say("page.overview"))
    body = f"<h1>{escape(say('studio.refused.no_page'))}</h1><p>{home}</p>"
    return HTMLResponse(
        plain_page.page(say("app.title"), body, say),
        status_code=404,
        headers={"Cache-Control": "no-store"},
    )
