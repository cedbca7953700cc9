"""Security headers on every HTTP response, chosen by the path asked for."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from types import MappingProxyType

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Everything a page could ask a browser for and that no page of ours needs. Writing
# to the clipboard is the exception: the "copy" buttons beside embed codes use it.
_SWITCHED_OFF = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "xr-spatial-tracking",
)


class _InlineScripts(HTMLParser):
    """Collects the text of the scripts written into a document rather than linked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attrs):
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def inline_script_hashes(document: str) -> tuple[str, ...]:
    """The sources that let a document's own inline scripts run and no others.

    Each is a CSP hash source such as `'sha256-…'`, in document order.
    """
    scripts = _InlineScripts()
    # A browser hashes the text after turning every line ending into one newline.
    scripts.feed(document.replace("\r\n", "\n").replace("\r", "\n"))
    scripts.close()
    return tuple(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in scripts.found
    )


def page_headers(script_hashes: Iterable[str]) -> Mapping[str, str]:
    """The headers of the app itself: own origin only, never inside a frame.

    A page may run Streamlit's bundled scripts and nothing else, and may load or
    contact nothing outside its own origin. That also holds for text smuggled into
    the record, which is why there is no exception for any map, font or script host.
    """
    content_security_policy = {
        "default-src": ["'none'"],
        # WebAssembly: Streamlit's bundle and deck.gl compile some of their own. No
        # eval, and no blob:, which only components with inline scripts would need.
        "script-src": ["'self'", "'wasm-unsafe-eval'", *script_hashes],
        # Streamlit, Plotly and deck.gl all write style elements and attributes.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "child-src": ["'self'", "blob:"],
        # The preview of an embed, the only thing of ours that may be framed at all.
        "frame-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return MappingProxyType(
        {
            "Content-Security-Policy": _policy(content_security_policy),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": ", ".join(
                [*(f"{feature}=()" for feature in _SWITCHED_OFF), "clipboard-write=(self)"]
            ),
        }
    )


EMBED_PATH = "/embed/"
"""Whatever is answered below may stand in a page of anybody's."""
SCRIPTS_THAT_RUN = "timeline.scripts_that_run"
"""Where an answer below EMBED_PATH leaves, in its scope, the CSP sources of its own inline scripts."""


def embed_headers(script_hashes: Iterable[str] = ()) -> Mapping[str, str]:
    """The headers of embeds and their files: framed by anybody, loading nothing from anywhere.

    Without hashes no script runs. With the sandbox a document has an origin of its own
    even where it is opened by itself: what ran in it could not reach the app. No
    Cross-Origin-Opener-Policy, which browsers refuse together with a sandbox.
    """
    hashes = tuple(script_hashes)
    content_security_policy = {
        "default-src": ["'none'"],
        # A chart that is drawn by a script makes pictures of its own.
        "img-src": ["data:", *(["blob:"] if hashes else [])],
        "style-src": ["'unsafe-inline'"],
        **({"script-src": list(hashes)} if hashes else {}),
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["*"],
        # Links to sources open in a window of their own, files are saved.
        "sandbox": [
            "allow-popups",
            "allow-popups-to-escape-sandbox",
            "allow-downloads",
            *(["allow-scripts"] if hashes else []),
        ],
    }
    return MappingProxyType(
        {
            "Content-Security-Policy": _policy(content_security_policy),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "cross-origin",
            # The same for everybody, asked for without cookies: whoever reads it may.
            "Access-Control-Allow-Origin": "*",
            "Permissions-Policy": ", ".join(
                f"{feature}=()" for feature in (*_SWITCHED_OFF, "clipboard-write")
            ),
            "X-Robots-Tag": "noindex",
        }
    )


def _policy(directives: Mapping[str, Iterable[str]]) -> str:
    return "; ".join(" ".join([directive, *sources]) for directive, sources in directives.items())


class SecurityHeaders:
    """ASGI middleware that puts the headers of `headers_for` on each HTTP response.

    It must be the outermost middleware. Websockets pass through untouched, bodies
    are neither read nor buffered, and a header of the same name set further inside
    is replaced, so that no route can loosen the policy by accident.
    """

    def __init__(self, app: ASGIApp, documents: Iterable[str]) -> None:
        """*documents* are the HTML pages whose own inline scripts may run."""
        self._app = app
        # The inline script differs between Streamlit versions, so what may run is
        # computed from the very documents that will be sent.
        hashes = [found for document in documents for found in inline_script_hashes(document)]
        self._page = page_headers(dict.fromkeys(hashes))

    def headers_for(self, path: str, script_hashes: Iterable[str] = ()) -> Mapping[str, str]:
        """The headers for one path. A path that needs others than the app's is named here.

        *script_hashes* count for embeds only: what may run in a page is settled at the start.
        """
        return embed_headers(script_hashes) if path.startswith(EMBED_PATH) else self._page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        # Noted now: whoever answers further inside may write another path into the scope.
        path = scope["path"]
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                policy = self.headers_for(path, scope.get(SCRIPTS_THAT_RUN, ()))
                for name, value in policy.items():
                    headers[name] = value
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            # Starlette writes its own answer to a crash outside all middleware,
            # where it would go out bare. Answer here, then let Starlette log it.
            if not started:
                crash = PlainTextResponse("Internal Server Error", status_code=500)
                await crash(scope, receive, send_with_headers)
            raise
