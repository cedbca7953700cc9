"""Dates as running text has them, with their preposition: 'on 3 May 2023', 'in spring 2020'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import Part, Phrase, alternatives_words, date_words, part_words
from timeline.i18n.list_words import list_words

_DATED_APART = ("between", "since", "from", "until", "by", "not_before")
"""Forms whose words bring a preposition of their own."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A phrase without its marks of doubt, which running text puts elsewhere."""

    form: str
    parts: Sequence[Part]
    is_uncertain: bool = False
    is_approximate: bool = False


def date_clause(phrase: Phrase, say: Catalog) -> str:
    """The phrase as part of a sentence: months in full, hedges before the date."""
    if phrase.form == "undated":
        return say("clause.undated")
    plain = _Plain(_form(phrase), phrase.parts)
    words = date_words(plain, say, in_full=True)
    if plain.form == "period":
        words = say("clause.period", words=words)
    has_preposition = plain.form in (*_DATED_APART, "period")
    if phrase.is_approximate:
        words = say("clause.roughly" if has_preposition else "clause.about", words=words)
    elif not has_preposition:
        words = _placed(plain, words, say)
    return say("clause.possibly", words=words) if phrase.is_uncertain else words


def dated_words(phrases: Sequence[Phrase], say: Catalog) -> str:
    """One or several dates, one of which is right, without a preposition: months in full."""
    plain = [_Plain(_form(phrase), phrase.parts) for phrase in phrases]
    words = alternatives_words(plain, say, in_full=True)
    if any(phrase.is_approximate for phrase in phrases):
        words = say("clause.about", words=words)
    is_uncertain = any(phrase.is_uncertain for phrase in phrases)
    return say("clause.possibly", words=words) if is_uncertain else words


def _form(phrase: Phrase) -> str:
    """Between two days that follow each other lies no third: it was the one or the other."""
    if phrase.form == "between" and all(part.unit == "day" for part in phrase.parts):
        first, last = phrase.parts
        if (last.day - first.day).days == 1:
            return "or"
    return phrase.form


def _placed(phrase: Phrase, words: str, say: Catalog) -> str:
    """Single days, months and years with the preposition that fits them."""
    joiner = phrase.form if phrase.form in ("or", "and") else None
    if joiner and len({_preposition(part) for part in phrase.parts}) > 1:
        each = [
            _with_preposition(part, part_words(part, say, in_full=True), say)
            for part in phrase.parts
        ]
        return list_words(each, say, joiner=joiner)
    return _with_preposition(phrase.parts[-1], words, say)


def _with_preposition(part: Part, words: str, say: Catalog) -> str:
    return say(f"clause.in.{_preposition(part)}", words=words)


def _preposition(part: Part) -> str:
    if part.unit == "day":
        return "day"
    # Quarters, halves and decades are said with an article; spring and March are not.
    is_share_of_year = part.unit.startswith("season.") and int(part.unit[-2:]) > 32
    return "share" if is_share_of_year or part.unit in ("decade", "century") else "span"
