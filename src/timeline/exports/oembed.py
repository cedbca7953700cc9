"""What a CMS asks for when somebody pastes the address of a view: oEmbed 1.0, as JSON."""

from __future__ import annotations

import json

from timeline.exports.edition import Edition
from timeline.exports.print.png_file import SOCIAL_PX
from timeline.exports.snippets import (
    FRAME_WIDTH_PX,
    PAGE,
    address_of,
    frame_height_px,
    frame_snippet,
)
from timeline.exports.words.headline import headline

CARD = "social.png"
AGE_S = 86_400
"""How long an answer may be kept: a day."""


def write(edition: Edition) -> bytes:
    """The answer; its frame runs nothing. Without a known site its addresses are relative."""
    article, say, style = edition.article, edition.say, edition.style
    answer: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": headline(article, say, style),
        "provider_name": say("oembed.provider"),
        "cache_age": AGE_S,
        "html": frame_snippet(edition),
        "width": FRAME_WIDTH_PX,
        "height": frame_height_px(edition),
    }
    if style.site:
        width, height = SOCIAL_PX
        answer |= {
            "provider_url": f"{style.site}/",
            "url": address_of(edition, PAGE),
            "thumbnail_url": address_of(edition, CARD),
            "thumbnail_width": width,
            "thumbnail_height": height,
        }
    return f"{json.dumps(answer, ensure_ascii=False, indent=1)}\n".encode("utf-8", errors="replace")
