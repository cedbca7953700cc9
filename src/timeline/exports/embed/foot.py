"""What stands under the graphic: how to read it, what was left out, who says so, our lines."""

from __future__ import annotations

from timeline.exports.edition import Edition
from timeline.exports.embed.event_rows import shown_dossier
from timeline.exports.embed.head import beside
from timeline.exports.embed.markup import attribute, text
from timeline.exports.embed.source_rows import publishers
from timeline.exports.links import view_address
from timeline.exports.words.headline import (
    filter_lines,
    note_words,
    period_words,
    standing_lines,
    updated_words,
)


def foot(edition: Edition) -> str:
    """The footer; every view has the same standing lines."""
    article, say, style = edition.article, edition.say, edition.style
    named = publishers(shown_dossier(article).sources, say)
    paragraphs = [
        text(note_words(style, say)),
        text(" ".join([period_words(article, say), *_closed(filter_lines(article, say))])),
        text(say("embed.sources", names=named)) if named else "",
        text(" ".join(standing_lines(article, say))),
        _stamp(edition),
    ]
    return "".join(f"<p>{words}</p>" for words in paragraphs if words)


def _closed(lines: tuple[str, ...]) -> list[str]:
    """Each line as a sentence."""
    return [line if line.endswith((".", "…")) else f"{line}." for line in lines]


def _stamp(edition: Edition) -> str:
    """When it was last changed, with ways to what changed and to the explorer where they are known."""
    article, say, style = edition.article, edition.say, edition.style
    parts = [text(updated_words(article, say))]
    base = beside(edition)
    if style.version and base:
        latest = f"{style.site}/{article.view.embed_path()}"
        parts.append(_link(latest, say("embed.latest")))
    if style.site and not style.version:
        parts.append(_link(view_address(article.view, style), say("embed.explorer")))
    return " · ".join(parts)


def _link(address: str, words: str) -> str:
    return f'<a href="{attribute(address)}" target="_blank" rel="noopener">{text(words)}</a>'
