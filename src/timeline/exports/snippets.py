"""What to paste into an article: the picture, a frame without scripts, a frame that finds its height.

All three are always offered together. The first needs nothing; the second works where the
scripts of the article and of the frame are off; the third adds a height that fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from timeline.exports.edition import Edition
from timeline.exports.embed.document import document
from timeline.exports.embed.markup import attribute, text
from timeline.exports.embed.source_rows import safe_address
from timeline.exports.picture.sheet import sheet
from timeline.exports.picture.svg_file import NARROW_PX, WIDE_PX
from timeline.exports.words.description import alt_text
from timeline.exports.words.headline import (
    filter_lines,
    headline,
    note_words,
    standing_lines,
)
from timeline.model.view import EMBED

PAGE, INTERACTIVE = "index.html", "interactive.html"
"""The embed and its interactive rung, as `formats.py` names them."""


class Pictures(NamedTuple):
    """Names of the files that the picture is shown by."""

    wide: str
    narrow: str
    dark: str
    fine: str = ""
    """The wide one with twice the pixels; a drawing has no pixels."""


SVG = Pictures("full.svg", "narrow.svg", "full-dark.svg")
PNG = Pictures("full.png", "narrow@2x.png", "full-dark.png", "full@2x.png")
NARROW_BELOW_PX = 560
"""Up to this width of the window the narrow picture is shown."""
FRAME_WIDTH_PX = 600
"""The width that the height of a frame is measured for: a column of text."""
SAFE = 1.02
"""Times the height that the embed says: a reader's letters may be wider, and a bar to scroll is ugly."""

_HEIGHT = re.compile(rf'data-height-{FRAME_WIDTH_PX}="(\d+)"')

Addressing = Callable[[str], str]
"""From the name of a file to its address."""


def write(edition: Edition) -> bytes:
    """All three as plain text with headings, to be copied."""
    say = edition.say
    is_beside = not edition.style.site
    parts = [
        say("snippet.intro"),
        *([say("snippet.beside")] if is_beside else []),
        *_part(say("snippet.heading.picture"), picture_snippet(edition)),
        *_part(say("snippet.heading.png"), picture_snippet(edition, is_png=True)),
        *_part(say("snippet.heading.frame"), frame_snippet(edition)),
        *_part(say("snippet.heading.resizing"), resizing_snippet(edition)),
        *_part(say("snippet.heading.listener"), listener()),
    ]
    return f"{chr(10).join(parts)}\n".encode("utf-8", errors="replace")


def address_of(edition: Edition, file_name: str) -> str:
    """Where a file of the view lies; beside whoever refers to it, where no site is known.

    A folder of a site answers with the embed by itself.
    """
    view, style = edition.article.view, edition.style
    if not style.site:
        return file_name
    version = f"{style.version}/" if style.version else ""
    name = "" if file_name == PAGE else file_name
    query = "&".join(part for part in (view.query(), style.asked) if part)
    return f"{style.site}/{EMBED}/{view.view_id}/{version}{name}{f'?{query}' if query else ''}"


def frame_title(edition: Edition) -> str:
    """What a screen reader calls the frame; no two views of a record share it."""
    article, say = edition.article, edition.say
    lines = (
        headline(article, say, edition.style),
        say(f"snippet.kind.{article.view.kind.value}"),
        *filter_lines(article, say),
    )
    return " · ".join(line for line in lines if line)


@lru_cache(maxsize=8)
def frame_height_px(edition: Edition) -> int:
    """How high the embed is in a column of FRAME_WIDTH_PX, as it says itself."""
    said = _HEIGHT.search(document(edition))
    if said is None:
        raise ValueError(f"the embed does not say its height at {FRAME_WIDTH_PX} px")
    return round(int(said[1]) * SAFE)


def picture_snippet(
    edition: Edition, address: Addressing | None = None, *, is_png: bool = False
) -> str:
    """The picture with its caption and credits, which needs nothing at all.

    As SVG its words are text and stay sharp; PNG is for a CMS that takes no SVG.
    """
    where, names = address or _where(edition), PNG if is_png else SVG
    sources = [
        _source(edition, where(names.narrow), NARROW_PX, f"(max-width: {NARROW_BELOW_PX}px)")
    ]
    if edition.style.theme == "auto":
        media = "(prefers-color-scheme: dark)"
        sources.append(_source(edition, where(names.dark), WIDE_PX, media))
    fine = f' srcset="{attribute(where(names.fine))} 2x"' if names.fine else ""
    alt = attribute(alt_text(edition.article, edition.say, edition.style))
    image = (
        f'<img src="{attribute(where(names.wide))}"{fine} alt="{alt}" loading="lazy" '
        f'{_size(edition, WIDE_PX)} style="width:100%;max-width:{WIDE_PX:.0f}px;height:auto">'
    )
    return (
        f'<figure lang="{attribute(edition.say.language)}" dir="{edition.direction}" '
        f'style="margin:0"><picture>\n{chr(10).join([*sources, image])}\n</picture>'
        f"<figcaption>{caption_html(edition)}</figcaption></figure>"
    )


def frame_snippet(edition: Edition, address: Addressing | None = None) -> str:
    """The embed in a frame in which nothing can run."""
    return _frame(edition, (address or _where(edition))(PAGE), sandbox="")


def resizing_snippet(edition: Edition, address: Addressing | None = None) -> str:
    """The interactive embed in a frame that runs our script alone, and the listener for its height."""
    frame = _frame(edition, (address or _where(edition))(INTERACTIVE), sandbox="allow-scripts")
    return f"{frame}\n{listener()}"


def listener() -> str:
    """Six lines that give every frame of ours the height it tells; once a page is enough.

    A page that already hears Datawrapper's, AMP's or `iframe.resize` messages needs none.
    """
    return f"<script>\n{_listener()}</script>"


def caption_html(edition: Edition) -> str:
    """What the picture itself cannot: links to its sources; with the editor's note and our lines.

    Headline, span and filters stand in the picture, and are not said again.
    """
    article, say = edition.article, edition.say
    named = say("list.comma").join(_publishers(edition))
    lines = [
        text(note_words(edition.style, edition.say)),
        say("embed.sources", names=named) if named else "",
        *(text(line) for line in standing_lines(article, say)),
    ]
    return f"<small>{' '.join(line for line in lines if line)}</small>"


def _publishers(edition: Edition) -> list[str]:
    """Each publisher once, leading to the first of its sources that has an address."""
    addresses: dict[str, str] = {}
    for source in edition.article.dossier.sources:
        if source.publisher:
            known = addresses.get(source.publisher)
            addresses[source.publisher] = known or safe_address(source.url)
    return [
        f'<a href="{attribute(address)}" rel="noopener">{text(name)}</a>' if address else text(name)
        for name, address in addresses.items()
    ]


def _part(heading: str, snippet: str) -> list[str]:
    return ["", f"## {heading}", "", snippet]


def _frame(edition: Edition, address: str, *, sandbox: str) -> str:
    return (
        f'<iframe src="{attribute(address)}" title="{attribute(frame_title(edition))}" '
        f'width="100%" height="{frame_height_px(edition)}" loading="lazy" sandbox="{sandbox}" '
        'referrerpolicy="no-referrer" data-timeline="" '
        'style="width:1px;min-width:100%;border:0"></iframe>'
    )


def _source(edition: Edition, address: str, width_px: float, media: str) -> str:
    return f'<source media="{media}" srcset="{attribute(address)}" {_size(edition, width_px)}>'


def _size(edition: Edition, width_px: float) -> str:
    """The size of a sheet of a width, so that the page does not jump when the picture comes."""
    drawn = sheet(edition, edition.style.palette, width_px=width_px)
    return f'width="{drawn.width_px:.0f}" height="{drawn.height_px:.0f}"'


def _where(edition: Edition) -> Addressing:
    return lambda file_name: address_of(edition, file_name)


@cache
def _listener() -> str:
    return (resources.files(__package__) / "listener.js").read_text(encoding="utf-8")
