"""The sources of a case, numbered as in a footnoted article."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.viewmodel.case_dossier import CaseDossier, NumberedSource


def source_list(dossier: CaseDossier, say: Catalog) -> str:
    """An ordered list whose numbers are the footnotes; every text escaped."""
    return source_items(dossier.sources, say)


def source_items(sources: Iterable[NumberedSource], say: Catalog) -> str:
    """The same for sources numbered elsewhere than in a dossier."""
    items = "".join(_item(source, say) for source in sources)
    return f'<ol class="tl-sources">{items}</ol>'


def _item(source: NumberedSource, say: Catalog) -> str:
    language = escape(source.language, quote=True)
    title = f'<span lang="{language}">{escape(source.title)}</span>'
    if source.url:
        title = f'<a href="{escape(source.url, quote=True)}" rel="noreferrer noopener">{title}</a>'
    ours = f" {escape(say('sources.title_is_ours'))}" if source.title_is_ours else ""
    note = f'<br><span class="tl-when">{escape(source.note)}</span>' if source.note else ""
    when = escape(date_words(source.published, say))
    return (
        f'<li value="{source.number}">{title}{ours}. {escape(source.publisher)}, {when} '
        f'<span class="tl-when">({escape(source.language)})</span>{note}</li>'
    )
