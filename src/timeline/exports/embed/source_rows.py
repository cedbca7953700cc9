"""The numbered sources under the table."""

from __future__ import annotations

from urllib.parse import urlsplit

from timeline.exports.embed.event_rows import SOURCE_ID
from timeline.exports.embed.markup import attribute, text
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.case_dossier import NumberedSource

_SAFE_SCHEMES = ("http", "https")


def source_list(sources: tuple[NumberedSource, ...], say: Catalog) -> str:
    """An ordered list whose numbers are those of the table; titles lead to the sources.

    A link opens a window of its own. In a frame with `sandbox=""` nothing may open, and
    none of our links could lead anywhere: so the title, publisher and day stand in words,
    and nothing replaces the graphic by a page that may refuse to be framed. The document's
    policy on referrers and the target itself keep both sides apart, without a word on each link.
    """
    items = "".join(_item(source, say) for source in sources)
    return f"<h2>{text(say('case.sources'))}</h2><ol>{items}</ol>" if items else ""


def publishers(sources: tuple[NumberedSource, ...], say: Catalog) -> str:
    """Who published the sources, each once, in order of first citation."""
    return say("list.comma").join(dict.fromkeys(one.publisher for one in sources if one.publisher))


def safe_address(url: str) -> str:
    """The address where a click on it only opens a page; else empty."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme.lower() in _SAFE_SCHEMES and parts.netloc else ""


def _item(source: NumberedSource, say: Catalog) -> str:
    foreign = (
        f' lang="{attribute(source.language)}"'
        if source.language and source.language != say.language
        else ""
    )
    title = text(source.title)
    if address := safe_address(source.url):
        title = f'<a href="{attribute(address)}" target="_blank"{foreign}>{title}</a>'
    elif foreign:
        title = f"<span{foreign}>{title}</span>"
    ours = f" {text(say('sources.title_is_ours'))}" if source.title_is_ours else ""
    return (
        f'<li id="{SOURCE_ID}{source.number}" value="{source.number}">{title}{ours}. '
        f"{text(source.publisher)}, {text(date_words(source.published, say))}</li>"
    )
