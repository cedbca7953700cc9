"""The HTML document that answers each page's address, before any script has run.

Streamlit sends one document for every address. It is titled "Streamlit", loads a font
this app does not use, advertises an interface this app keeps switched off, and leaves
its script to find out by failing requests which part of the address names the page.
Each page gets a copy without these; whatever else Streamlit puts into it stays.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from streamlit import config
from streamlit.file_util import get_static_dir

from timeline.ui import navigation
from timeline.ui.compression import accepts_gzip

_NO_SCRIPT = (
    "<noscript><p>This page is drawn by JavaScript, and this browser runs none.</p></noscript>"
)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_UNUSED_LINK = re.compile(r'<link\s[^>]*rel="(?:preload|service-desc)"[^>]*>')


# Streamlit's script fetches its font of icons before anything asks for one: whatever does ask
# still gets it. Its own text fonts stand behind ours in every list, and a browser fetches one,
# 170 kB, for the first unseen character that ours lack; without their rules it takes the system's.
_NO_FONTS_AHEAD = """
(fonts => { const load = fonts.load.bind(fonts);
  fonts.load = (font, ...rest) => font.includes("Material Symbols") ? Promise.resolve([]) : load(font, ...rest);
})(document.fonts);
for (const sheet of document.styleSheets) for (let at = sheet.cssRules.length; at--;) {
  const rule = sheet.cssRules[at];
  if (rule instanceof CSSFontFaceRule && rule.style.fontFamily.includes("Source S")) sheet.deleteRule(at);
}"""

# Two arrows would bring in a font of icons, 376 kB. A font that no element asks for is not
# fetched, so these two are drawn by letters that every system has.
_OWN_ARROWS = """
summary [data-testid="stIconMaterial"], [data-testid="stPopoverButton"] [data-testid="stIconMaterial"] {
  font: 0/1 sans-serif !important; width: 1rem !important; text-align: center; }
summary [data-testid="stIconMaterial"]::after { content: "\\203A"; font-size: 1.25rem; display: inline-block; }
details[open] > summary [data-testid="stIconMaterial"]::after { transform: rotate(90deg); }
[data-testid="stPopoverButton"] [data-testid="stIconMaterial"]::after { content: "\\203A"; font-size: 1.25rem;
  display: inline-block; transform: rotate(90deg); }
"""


def streamlit_document() -> str:
    """The document as the installed Streamlit has it."""
    return (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")


def page_document(title: str) -> str:
    """The document of the page with this title."""
    document = streamlit_document()
    document = _UNUSED_LINK.sub("", document)
    # As functions: a replacement text would have its backslashes read as escapes.
    document = _NOSCRIPT.sub(lambda _: _NO_SCRIPT, document)
    document = _TITLE.sub(lambda _: f"<title>{html.escape(title)}</title>", document)
    first = f"<script>{_first_settings()}</script>\n    <style>{_OWN_ARROWS}</style>"
    return document.replace("</head>", f"{first}\n  </head>", 1)


def documents() -> tuple[str, ...]:
    """Every document a reader may be sent; their inline scripts are the ones that may run.

    Streamlit's own is among them: it still answers addresses that name no page.
    """
    return (
        streamlit_document(),
        *(page_document(navigation.window_title(page.title)) for page in navigation.PAGES),
    )


def routes() -> list[BaseRoute]:
    """A route for the address of each page."""
    return [
        Route(f"/{page.url_path}", _endpoint(page_document(navigation.window_title(page.title))))
        for page in navigation.PAGES
    ]


def _first_settings() -> str:
    """What Streamlit's script is told before it has met its server.

    Left to guess where the server is, it would ask for /case/_stcore/health on /case
    and report two errors. Left to guess the font, it would load one to draw an empty
    page with, 170 kB, and then replace it by the font of the theme.
    """
    theme = {
        "bodyFont": config.get_option("theme.font") or "sans-serif",
        "headingFont": config.get_option("theme.headingFont") or "serif",
        "codeFont": config.get_option("theme.codeFont") or "monospace",
    }
    settings = json.dumps({"LIGHT_THEME": theme, "DARK_THEME": theme}).replace("<", "\\u003c")
    server = '{ BACKEND_BASE_URL: new URL("./", location).href }'
    return f"window.__streamlit = Object.assign({server}, {settings}); {_NO_FONTS_AHEAD}"


def _endpoint(document: str) -> Callable[[Request], Awaitable[Response]]:
    plain = document.encode()
    compressed = gzip.compress(plain, mtime=0)
    # The same text in two encodings, hence a weak tag.
    etag = f'W/"{hashlib.sha256(plain).hexdigest()[:32]}"'

    async def endpoint(request: Request) -> Response:
        headers = {"Cache-Control": "no-cache", "ETag": etag, "Vary": "Accept-Encoding"}
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if accepts_gzip(request.headers.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
            return Response(compressed, media_type="text/html", headers=headers)
        return Response(plain, media_type="text/html", headers=headers)

    return endpoint
