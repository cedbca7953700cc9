"""The sources of a view for whoever cites them: BibTeX, and CSL-JSON for Zotero and its like.

A date is given as finely as it is known and no finer: a month has no day, and what
neither format can hold is said in words, beside the EDTF text as it is on record.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from timeline.chronology.phrase import phrase_of
from timeline.exports.edition import Edition
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.model.edtf import parse
from timeline.model.vocabulary import SourceKind
from timeline.store.rows import TableSource

_NEWS = "article-newspaper"
CSL_TYPES: Mapping[str, str] = {
    SourceKind.ARTICLE: _NEWS,
    SourceKind.DIGEST: _NEWS,
    SourceKind.TRANSLATION: _NEWS,
    SourceKind.INTERVIEW: "interview",
    SourceKind.REPORT: "report",
    SourceKind.PETITION: "webpage",
    SourceKind.STATEMENT: "document",
    SourceKind.ORIGIN: "document",
}
"""The type of CSL 1.0.2 that is nearest to each kind of source."""

_PLAIN_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%]?)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style knows."""

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}
"""BibTeX counts braces even behind a backslash, so that none of a text may stay."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a source was published, as far as year, month and day are known."""

    parts: tuple[tuple[int, ...], ...]
    """One date, or the two ends of a span; empty where no year is sure."""
    is_hedged: bool
    """Whether the parts say less, or say it more surely, than the record does."""
    words: str


def bibtex(edition: Edition) -> bytes:
    """The sources as BibTeX in UTF-8, in order of their numbers."""
    entries = [_bibtex_entry(one, edition.say) for one in cited_sources(edition)]
    return "\n".join(entries).encode("utf-8", errors="replace")


def csl_json(edition: Edition) -> bytes:
    """The sources as CSL-JSON 1.0.2, in order of their numbers."""
    items = [_csl_item(one, edition.say) for one in cited_sources(edition)]
    text = json.dumps(items, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", errors="replace")


def cited_sources(edition: Edition) -> tuple[TableSource, ...]:
    """Every source of the view, in order of the numbers it has in the article."""
    by_id = {one.source_id: one for one in edition.article.table_sources}
    numbered = [one.source_id for one in edition.article.dossier.sources]
    return tuple(by_id[key] for key in dict.fromkeys([*numbered, *by_id]) if key in by_id)


def published_of(edtf: str | None, say: Catalog) -> Published:
    """What year, month and day a published date gives, with the whole of it in words."""
    words = date_words(phrase_of(parse(edtf) if edtf else None), say)
    if edtf is None:
        return Published((), is_hedged=False, words=words)
    ends = [_PLAIN_DATE.fullmatch(end) for end in edtf.split("/")]
    plain = [end for end in ends if end is not None]
    if len(plain) == len(ends) <= 2:
        parts = tuple(
            tuple(int(part) for part in end.groups()[:3] if part is not None) for end in plain
        )
        return Published(parts, is_hedged=any(end[4] for end in plain), words=words)
    date = parse(edtf)
    first, last = date.earliest, date.latest
    is_one_year = first is not None and last is not None and first.year == last.year
    years = ((first.year,),) if first is not None and is_one_year else ()
    return Published(years, is_hedged=True, words=words)


def address_of(source: TableSource) -> str:
    """The address to cite: http or https, nothing that could end a field; else empty."""
    try:
        parts = urlsplit(source.url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(source.url, safe="%/:?#[]@!$&'()*+,;=~")


def _bibtex_entry(source: TableSource, say: Catalog) -> str:
    when = published_of(source.published_edtf, say)
    fields = {"title": f"{{{_escaped(_title(source))}}}"}
    if source.publisher:
        fields["organization"] = _escaped(source.publisher)
        fields["howpublished"] = fields["organization"]
    bare = {}
    if when.parts:
        first = when.parts[0]
        is_one = len(when.parts) == 1
        years = dict.fromkeys(part[0] for part in when.parts)
        fields["year"] = "/".join(f"{year:04}" for year in years)
        if is_one and len(first) > 1:
            bare["month"] = _MONTHS[first[1] - 1]
        if is_one and len(first) > 2:
            fields["day"] = str(first[2])
    if source.published_edtf is not None:
        fields["edtf"] = _escaped(source.published_edtf)
    if source.language not in ("", "und"):
        fields["language"] = _escaped(source.language)
    if address := address_of(source):
        fields["url"] = address
    if note := _note(source, when, say):
        fields["note"] = _escaped(note)
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items()]
    lines += [f"  {name} = {macro}," for name, macro in bare.items()]
    return "\n".join([f"@misc{{{source.source_id},", *lines, "}", ""])


def _csl_item(source: TableSource, say: Catalog) -> dict[str, object]:
    when = published_of(source.published_edtf, say)
    kind = CSL_TYPES[source.source_kind]
    issued: dict[str, object] = {}
    if when.parts:
        issued["date-parts"] = [list(part) for part in when.parts]
    if when.parts and when.is_hedged:
        issued["circa"] = True
    if source.published_edtf is not None and not when.parts:
        issued["literal"] = when.words
    item: dict[str, object] = {"id": source.source_id, "type": kind, "title": _title(source)}
    if source.publisher:
        item["container-title" if kind in (_NEWS, "interview") else "publisher"] = source.publisher
    if issued:
        item["issued"] = issued
    if source.language not in ("", "und"):
        item["language"] = source.language
    if address := address_of(source):
        item["URL"] = address
    if note := _note(source, when, say):
        item["note"] = note
    if source.published_edtf is not None:
        item["custom"] = {"edtf": source.published_edtf}
    return item


def _title(source: TableSource) -> str:
    """In square brackets where the title is not the source's own, as librarians write it."""
    return f"[{source.title}]" if source.title_is_ours else source.title


def _note(source: TableSource, when: Published, say: Catalog) -> str:
    hedge = say("export.cite.published", date=when.words) if when.is_hedged else ""
    unread = say("export.cite.origin") if source.source_kind == SourceKind.ORIGIN else ""
    return " ".join(part for part in (hedge, unread, source.note) if part)


def _escaped(text: str) -> str:
    """Text that BibTeX sets as it stands, on one line."""
    plain = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return "".join(_BIBTEX.get(sign, sign) for sign in plain)
