"""What stands over and under a graphic: headline, sentence, dates, filters, standing lines."""

from __future__ import annotations

import datetime as dt

from timeline.chronology.phrase import UNDATED
from timeline.exports.style import Style
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.date_words import date_words, day_words, part_words
from timeline.model.view import ViewKind
from timeline.viewmodel.article import Article, FilterWord

_COUNTRY, _DAYS = "country", ("from", "to", "known")
_VOCABULARIES = {"type": "type", "status": "status"}
"""Filters whose values are words of a vocabulary, with the part of the catalog that says them."""
MOST_NAMED = 4


def headline(article: Article, say: Catalog, style: Style) -> str:
    """The editor's headline, else the title of the case, else what the view is of."""
    if style.headline:
        return style.headline
    kind = article.view.kind
    if kind is ViewKind.COMPARISON and article.view.moment is not None:
        return say(
            "export.headline.comparison",
            moment=say(f"compare.moment.{article.view.moment.value}"),
        )
    if kind is ViewKind.FLOWS and article.view.country is not None:
        return say("export.headline.flows", country=country_name(article.view.country, say))
    if article.case is not None:
        return article.case.title
    if len(article.people) == 1:
        return article.people[0]
    if kind is ViewKind.MAP:
        return say("export.headline.routes")
    return say("export.headline.several")


def standfirst(article: Article, say: Catalog) -> str:
    """One or two sentences on what this is; empty where nothing true of the whole can be said."""
    if article.case is not None and article.case.summary:
        return article.case.summary
    if article.view.kind is ViewKind.COMPARISON:
        return say("compare.reading")
    names = [case.title for case in article.cases]
    if len(names) > MOST_NAMED:
        return say("export.cases_many", number=len(names))
    return say("export.cases", names=say("list.comma").join(names)) if len(names) > 1 else ""


def state_words(article: Article, say: Catalog) -> str:
    """How matters stood and when that was said, where it is known; empty for several cases."""
    case = article.case
    if case is None or not case.state:
        return ""
    if case.reported == UNDATED:
        return say("export.state_alone", state=case.state.rstrip("."))
    reported = say("overview.reported", date=date_words(case.reported, say))
    return say("export.state", state=case.state.rstrip("."), reported=reported)


def period_words(article: Article, say: Catalog) -> str:
    """The span of what is shown and how to read it."""
    first, last = article.first_day, article.last_part
    if first is None or last is None:
        return say("export.reading")
    if last.unit == "year" and last.day.year == first.year:
        return say("export.span_year", year=first.year, reading=say("export.reading"))
    return say(
        "export.span", first=first.year, last=part_words(last, say), reading=say("export.reading")
    )


def filter_lines(article: Article, say: Catalog) -> tuple[str, ...]:
    """What was left out by choice, a line for each filter; none where nothing was."""
    return tuple(_filter_line(one, say) for one in article.filters)


def _filter_line(one: FilterWord, say: Catalog) -> str:
    if one.name in _DAYS:
        day = day_words(dt.date.fromisoformat(one.values[0]), say)
        return say(f"export.filter.{one.name}", day=day)
    if not one.values:
        return say(f"export.filter.{one.name}")
    if one.name == _COUNTRY:
        values = [country_name(code, say) for code in one.values]
    elif one.name in _VOCABULARIES:
        values = [
            say.words.get(f"{_VOCABULARIES[one.name]}.{value}", value) for value in one.values
        ]
    else:
        values = list(one.values)
    return say(f"export.filter.{one.name}", values=say("list.comma").join(values))


def note_words(style: Style, say: Catalog) -> str:
    """The editor's note, and whose words are not the record's; empty where all words are ours.

    Whoever writes an address or a command can set them, so a reader is told.
    """
    whose = say("export.own_words") if style.headline or style.note else ""
    return " ".join(words for words in (style.note, whose) if words)


def updated_words(article: Article, say: Catalog) -> str:
    """The stamp: the day of the newest source, and the build."""
    if not article.newest_edtf:
        return say("export.updated_undated", build=article.build)
    day = date_words(article.newest, say)
    return say("export.updated", day=day, build=article.build)


def standing_lines(article: Article, say: Catalog) -> tuple[str, ...]:
    """What stands under every graphic, whatever it shows and whatever may have been left out."""
    del article
    return (say("export.withheld"), say("export.method"), say("export.licence"))
