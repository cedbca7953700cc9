"""The sources with what rests on each, and what one of them says."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from timeline.charts.html.links import Links
from timeline.charts.html.quoted_words import quoted_words
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.i18n.language_names import language_name
from timeline.i18n.list_words import list_words
from timeline.model.vocabulary import ClaimProperty
from timeline.viewmodel.source_pages import CountedSources, ListedSource, SourceStatement

MOST_LANGUAGES = 4
"""Languages named in a sentence."""


def source_table(
    sources: Sequence[ListedSource], links: Links, say: Catalog, *, caption: str
) -> str:
    """One row for each source; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"support.head.{name}"))}</th>'
        for name in ("source", "published", "supports", "values")
    )
    rows = "".join(_source_row(source, links, say) for source in sources)
    return (
        f'<table class="tl-table tl-support"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def source_heading(source: ListedSource, links: Links, say: Catalog) -> str:
    """One source that is open: what it is, where to read it, how much rests on it."""
    supports = say("support.sentence", supports=_supports(source, say), values=_values(source, say))
    return (
        f'<div class="tl-open"><h2>{_title(source, say)}</h2>'
        f'<p class="tl-when">{escape(_published(source, say))}{_origins(source, links, say)}</p>'
        f"<p>{escape(supports)}</p></div>"
    )


def statement_table(
    statements: Sequence[SourceStatement], source: ListedSource, links: Links, say: Catalog
) -> str:
    """What one source says, claim by claim; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"statements.head.{name}"))}</th>'
        for name in ("event", "value", "words")
    )
    rows = "".join(
        _statement_row(statement, spans, source.language, links, say)
        for _, group in groupby(statements, key=lambda one: one.event_id)
        for spans, statement in _counted_down(list(group))
    )
    return (
        f'<table class="tl-table tl-statements"><caption>{escape(say("statements.caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def counts_sentence(counts: CountedSources, say: Catalog) -> str:
    """How many sources, from whom, in which languages, of which kind."""
    sources = say.count("totals.sources", counts.source_count)
    words = [say.count("counts.publishers", counts.publisher_count, sources=sources)]
    if counts.languages:
        parts = [
            (language_name(tag, say), number) for tag, number in counts.languages[:MOST_LANGUAGES]
        ]
        words.append(say.count("counts.languages", counts.language_count, parts=_parts(parts, say)))
    if counts.no_language_count:
        words.append(say.count("counts.no_language", counts.no_language_count))
    kinds = [(say(f"source_kind.{kind}"), number) for kind, number in counts.kinds]
    words.append(say("counts.kinds", parts=_parts(kinds, say)))
    return " ".join(words)


def publisher_words(counts: CountedSources, say: Catalog) -> str:
    """The publishers with most sources, in a row."""
    return say("counts.most", parts=_parts(list(counts.publishers), say))


def _parts(parts: Sequence[tuple[str, int]], say: Catalog) -> str:
    words = [say("counts.part", name=name, number=f"{number:,}") for name, number in parts]
    return list_words(words, say)


def _source_row(source: ListedSource, links: Links, say: Catalog) -> str:
    ours = f" {escape(say('sources.title_is_ours'))}" if source.title_is_ours else ""
    original = (
        f' <a class="tl-original" href="{escape(source.url, quote=True)}" rel="noreferrer noopener">'
        f"{escape(say('support.original'))}</a>"
        if source.url
        else ""
    )
    return (
        f'<tr><th scope="row"><a href="{links.source(source.source_id)}" target="_self">'
        f'<span lang="{escape(source.language, quote=True)}">{escape(source.title)}</span></a>{ours}{original}'
        f"{_origins(source, links, say)}</th>"
        f"<td>{escape(_published(source, say))}</td>"
        f"<td>{escape(_supports(source, say))}</td>"
        f"<td>{escape(_values(source, say))}</td></tr>"
    )


def _title(source: ListedSource, say: Catalog) -> str:
    title = f'<span lang="{escape(source.language, quote=True)}">{escape(source.title)}</span>'
    if source.url:
        title = f'<a href="{escape(source.url, quote=True)}" rel="noreferrer noopener">{title}</a>'
    return title + (f" {escape(say('sources.title_is_ours'))}" if source.title_is_ours else "")


def _published(source: ListedSource, say: Catalog) -> str:
    language = language_name(source.language, say) or say("support.no_language")
    return say(
        "support.published",
        publisher=source.publisher,
        date=date_words(source.published, say),
        kind=say(f"source_kind.{source.kind.value}"),
        language=language,
    )


def _origins(source: ListedSource, links: Links, say: Catalog) -> str:
    """What it rests on, each with the way to it, and our note."""
    small = []
    if source.rests_on:
        names = ", ".join(
            f'<a href="{links.source(source_id)}" target="_self">{escape(publisher)}</a>'
            for source_id, publisher in source.rests_on
        )
        small.append(f"{escape(say('support.rests_on'))} {names}")
    if source.note:
        small.append(escape(source.note))
    return "".join(f'<br><span class="tl-when">{text}</span>' for text in small)


def _supports(source: ListedSource, say: Catalog) -> str:
    return say(
        "support.counts",
        claims=say.count("totals.claims", source.claim_count),
        events=say.count("totals.events", source.event_count),
        cases=say.count("support.cases", source.case_count),
    )


def _values(source: ListedSource, say: Catalog) -> str:
    if not source.shown_count:
        return say("support.no_values")
    values = say.count("support.values", source.shown_count)
    if not source.alone_count:
        return values
    return say("support.values_alone", values=values, alone=f"{source.alone_count:,}")


def _counted_down(group: list[SourceStatement]) -> list[tuple[int, SourceStatement]]:
    """The first statement on an event with how many there are, the others with 0."""
    return [(len(group) if at == 0 else 0, statement) for at, statement in enumerate(group)]


def _statement_row(
    statement: SourceStatement, spans: int, language: str, links: Links, say: Catalog
) -> str:
    """*spans* is how many rows the event has from here on; 0 when it stands above already."""
    marks = []
    if not statement.is_shown:
        marks.append(say("statements.not_shown"))
    if statement.is_disputed:
        marks.append(say("statements.disputed"))
    small = "".join(f'<br><span class="tl-when">{escape(mark)}</span>' for mark in marks)
    said = quoted_words(
        statement.words, language, basis=statement.basis, note=statement.note, say=say
    )
    about = (
        f'<th scope="rowgroup" rowspan="{spans}">'
        f'<a href="{links.event(statement.case_id, statement.event_id)}" target="_self">'
        f'{escape(statement.event_title)}</a><br><span class="tl-when">{escape(statement.case_title)} · '
        f'<a href="{links.answers(statement.event_id)}" target="_self">{escape(say("statements.all"))}</a></span></th>'
        if spans
        else ""
    )
    return (
        f'<tr>{about}<td><span class="tl-when">{escape(say(f"property.{statement.asked.value}"))}</span><br>'
        f"{escape(_value_words(statement, say))}{small}</td>"
        f'<td><span class="tl-when">{escape(statement.locator)}</span>{said}</td></tr>'
    )


def _value_words(statement: SourceStatement, say: Catalog) -> str:
    if statement.phrase is not None:
        return date_words(statement.phrase, say)
    if statement.asked is ClaimProperty.OCCURRENCE:
        return say(f"occurrence.{statement.value}")
    return statement.value
