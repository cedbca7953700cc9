"""What a sentence is about: 'the reported detention of A (February 2020)'."""

from __future__ import annotations

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words
from timeline.i18n.list_words import list_words
from timeline.viewmodel.answers import AnsweredEvent

MOST_PEOPLE = 2
"""People named one by one."""
_LINKS = ("of", "on", "against", "concerning", "by")


def subject_words(event: AnsweredEvent, say: Catalog, *, is_reported: bool, with_date: bool) -> str:
    """The kind of event, whom it concerns, and its date where that is not what is asked.

    *is_reported* says that it is only reported, unless somebody has verified it.
    """
    people = _people(event, say)
    named = {f"{link}_whom": say(f"hedge.whom.{link}", names=people) for link in _LINKS}
    if not people:
        named = dict.fromkeys(named, "")
    words = say(
        f"hedge.subject.{event.event_type.value}",
        reported=say("hedge.reported") + " " if is_reported and event.is_reported_only else "",
        **named,
    )
    if not people:
        words = say("hedge.in_case", subject=words, case=event.case_title)
    if with_date and event.dated:
        return say(
            "hedge.dated", subject=words, date=alternatives_words(event.dated, say, in_full=True)
        )
    return words


def _people(event: AnsweredEvent, say: Catalog) -> str:
    if len(event.people) > MOST_PEOPLE:
        return say("hedge.and_others", names=say("list.comma").join(event.people[:MOST_PEOPLE]))
    return list_words(event.people, say)
