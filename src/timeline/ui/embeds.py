"""Embeds and their files by address: made in a thread, few at once, and remembered.

What is asked for without a version may change with the next build, so a browser asks each
time whether it has; under the version of the build it never changes. Whatever cannot be
shown is answered by a sentence on a page, never by silence in the middle of an article.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache, partial
from html import escape
from pathlib import Path
from urllib.parse import quote

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from timeline.exports.formats import Group
from timeline.i18n.catalog import catalog
from timeline.publishing import plain_page
from timeline.store.location import store_name
from timeline.ui import data, export_files
from timeline.ui.compression import accepts_gzip
from timeline.ui.embed_address import Asked, asked_of
from timeline.ui.export_files import PAGE, Made, format_named
from timeline.ui.geography import FOREVER
from timeline.ui.headers import SCRIPTS_THAT_RUN
from timeline.viewmodel.article import NothingError, TooMuchError

_log = logging.getLogger(__name__)

FILES_AT_ONCE = 2
"""Files being made at any moment, whoever asked for them."""
MOST_WAITING = 64
"""Requests that may wait for their turn; a further one is asked to come back."""
ASK_AGAIN = "no-cache"
"""Kept by browsers, which ask each time whether it is still the same."""
_SECONDS_TO_COME_BACK = "5"
_HOST = re.compile(r"[a-z0-9.-]+(?::\d{1,5})?|\[[0-9a-f:]+\](?::\d{1,5})?", re.IGNORECASE)
_TYPES_SAVED = ("application/pdf", "application/zip")
"""Saved rather than shown: a viewer inside the browser would not open in a frame of ours."""


async def answer(request: Request) -> Response:
    """The file that the address names, or a page that says in a sentence why there is none."""
    given = request.path_params
    view_id: str = given.get("view_id", "")
    try:
        asked = asked_of(view_id, request.query_params.multi_items())
    except ValueError:
        return refused("gone", 404)
    store = _current_store()
    if store is None:
        return refused("no_store", 503)
    if _lacks_slash(request, store):
        return _with_slash(request)
    if "version" in given and not _is_version(given["version"], store):
        return refused("other_version", 404, asked)
    file = given.get("file", PAGE)
    if "rest" in given or (file != PAGE and format_named(asked.view.kind, file) is None):
        return refused("no_file", 404, asked)
    try:
        made = await _made(store, asked, site_of(request), file)
    except NothingError:
        return refused("nothing", 404)
    except TooMuchError as much:
        return refused("too_much", 422, number=f"{much.event_count:,}", most=f"{much.most:,}")
    except Exception:
        # What went wrong is for the log; nobody's article gets a hole with an error in it.
        _log.exception("%r of %r could not be made", file or "the embed", asked.view.view_id)
        return refused("failed", 500, asked)
    if made is None:
        return refused("busy", 503)
    request.scope[SCRIPTS_THAT_RUN] = made.scripts
    return _sent(request, asked, file, made, is_lasting="version" in given)


def site_of(request: Request) -> str:
    """The address of this app as the request had it, for links back; empty when the name is not ours.

    The name comes from whoever asks, so it is believed only where it is one that this
    server answers for (`server.allowedHosts`).
    """
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host) or not is_host_allowed(host):
        return ""
    return f"{request.url.scheme}://{host}"


def refused(why: str, status: int, asked: Asked | None = None, **values: str) -> Response:
    """A page with the sentence `studio.refused.<why>`."""
    say = catalog(asked.language) if asked else catalog()
    headers = {"Cache-Control": "no-store"}
    if status == 503:
        headers["Retry-After"] = _SECONDS_TO_COME_BACK
    sentence = f"<p>{escape(say(f'studio.refused.{why}', **values))}</p>"
    page = plain_page.page(say("app.title"), sentence, say, theme=asked.theme if asked else "auto")
    return HTMLResponse(page, status_code=status, headers=headers)


def _current_store() -> str | None:
    try:
        return data.store()
    except FileNotFoundError:
        return None


def _is_version(text: str, store: str) -> bool:
    return bool(text) and store_name(text) == Path(store).name


def _lacks_slash(request: Request, store: str) -> bool:
    """Whether this is the address of a document, of the latest or of this version, but for its slash."""
    given = request.path_params
    if request.url.path.endswith("/") or "rest" in given or "version" in given:
        return False
    return "file" not in given or _is_version(given["file"], store)


def _with_slash(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{quote(request.url.path)}/{query}", status_code=301)


async def _made(store: str, asked: Asked, site: str, file: str) -> Made | None:
    """The file; None when too many are waiting for theirs."""
    found = export_files.remembered(store, asked, site, file)
    if found is not None:
        return found
    turns = _turns()
    if turns.statistics().tasks_waiting >= MOST_WAITING:
        return None
    work = partial(export_files.made, store, asked, site, file)
    return await anyio.to_thread.run_sync(work, limiter=turns)


def _sent(request: Request, asked: Asked, file: str, made: Made, *, is_lasting: bool) -> Response:
    headers = {
        "ETag": made.etag,
        "Cache-Control": FOREVER if is_lasting else ASK_AGAIN,
        "Vary": "Accept-Encoding",
    }
    if made.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if file != PAGE:
        headers["Content-Disposition"] = _disposition(asked, file)
    body = made.plain
    if made.compressed and accepts_gzip(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
        body = made.compressed
    return Response(body, media_type=made.media_type, headers=headers)


def _disposition(asked: Asked, file: str) -> str:
    """The name to save under, with the view in it; data and archives are saved, all else is shown."""
    kind = format_named(asked.view.kind, file)
    is_saved = kind is not None and (
        kind.group is Group.DATA or kind.media_type.startswith(_TYPES_SAVED)
    )
    how = "attachment" if is_saved else "inline"
    return f'{how}; filename="{quote(asked.view.view_id)}-{file}"'


@lru_cache(maxsize=1)
def _turns() -> anyio.CapacityLimiter:
    return anyio.CapacityLimiter(FILES_AT_ONCE)
