"""The whole document of the embed.

It fetches nothing, and runs nothing but, in the interactive rung, the script that lies
beside this file. It is HTML that an XML parser reads too: every element is closed, every
attribute quoted.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import resources

from timeline.exports.edition import Edition
from timeline.exports.embed.classes import with_classes
from timeline.exports.embed.event_rows import event_table, shown_dossier
from timeline.exports.embed.foot import foot
from timeline.exports.embed.head import head
from timeline.exports.embed.heights import WIDTHS_PX, height_px
from timeline.exports.embed.hooks import hooks
from timeline.exports.embed.look import style_sheet
from timeline.exports.embed.markup import attribute, permitted, text
from timeline.exports.embed.pictures import pictures
from timeline.exports.embed.source_rows import source_list
from timeline.exports.words.headline import headline, standfirst, state_words
from timeline.model.view import ViewKind

PLAIN, STATIC, TRANSPARENT, FITCHART = FLAGS = ("plain", "static", "transparent", "fitchart")
"""How a page that frames the document may ask for it: without headline and sentence; with
nothing to operate, so no script and the table unfolded; without ground; pictures no higher
than the frame. None of them shows anything that the document does not hold anyway."""


def write(edition: Edition) -> bytes:
    """The document without any script."""
    return document(edition).encode("utf-8")


def write_interactive(edition: Edition) -> bytes:
    """The same document with our script: stepping by keyboard, words on marks, its height told."""
    return document(edition, with_script=True).encode("utf-8")


def document(
    edition: Edition, *, flags: Collection[str] = frozenset(), with_script: bool = False
) -> str:
    """The document as text. *flags* are some of FLAGS; what else is in it is passed over."""
    script = _script() if with_script and STATIC not in flags else ""
    told = with_classes(pictures(edition))
    body = (
        f"<body{hooks(edition) if script else ''}><main>"
        f"<header>{_header(edition)}</header>{told.markup}"
        f"{_table(edition, is_open=STATIC in flags)}<footer>{foot(edition)}</footer></main>"
        f"{f'<script>{script}</script>' if script else ''}</body></html>\n"
    )
    opening = _opening(edition, flags, body)
    sheet = style_sheet(edition.style.theme, told.rules, opening + body, has_script=bool(script))
    return permitted(f"<!DOCTYPE html>\n{opening}{head(edition, sheet=sheet, script=script)}{body}")


def _opening(edition: Edition, flags: Collection[str], body: str) -> str:
    language = attribute(edition.say.language)
    classes = " ".join(flag for flag in FLAGS if flag in flags)
    styled = f' class="{classes}"' if classes else ""
    heights = "".join(
        f' data-height-{width_px}="{height_px(body, width_px)}"' for width_px in WIDTHS_PX
    )
    return f'<html lang="{language}" dir="{edition.direction}"{styled}{heights}>'


def _header(edition: Edition) -> str:
    article, say, style = edition.article, edition.say, edition.style
    lines = (standfirst(article, say), state_words(article, say))
    return f"<h1>{text(headline(article, say, style))}</h1>" + "".join(
        f"<p>{text(line)}</p>" for line in lines if line
    )


def _table(edition: Edition, *, is_open: bool) -> str:
    article, say = edition.article, edition.say
    dossier = shown_dossier(article)
    inside = f"{event_table(dossier, say)}{source_list(dossier.sources, say)}"
    if article.view.kind is ViewKind.EVENTS:
        return f"<section>{inside}</section>"
    opened = ' open="open"' if is_open else ""
    return f"<details{opened}><summary>{text(say('embed.table'))}</summary>{inside}</details>"


@cache
def _script() -> str:
    return (resources.files(__package__) / "stepper.js").read_text(encoding="utf-8")
