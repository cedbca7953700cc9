"""Who says so, as a sentence names them: all by name when they are few, else how many, and of how many origins."""

from __future__ import annotations

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.i18n.list_words import list_words
from timeline.viewmodel.answers import Answer

MOST_NAMED = 3
"""Sources named one by one; of more, two are named."""
_NAMED_AMONG = 2
_LARGEST_IN_WORDS = 12


def who_words(answer: Answer, say: Catalog, *, dated: frozenset[str] = frozenset()) -> str:
    """Those who give an answer.

    Publishers in *dated* give another answer elsewhere in the sentence: they are told
    apart by the day of publication.
    """
    publishers = answer.publishers
    names = [_name(publisher, answer, say, dated) for publisher in publishers]
    number, origins = len(names), answer.speaking_origin_count
    among = sorted(range(number), key=lambda place: _is_hearsay(publishers[place], answer))
    if number <= MOST_NAMED:
        words = list_words(names, say)
    else:
        named = list_words([names[place] for place in among[:_NAMED_AMONG]], say)
        words = say("hedge.many", number=_number(number, say), names=named)
    if origins >= number:
        return words
    form = "one" if origins == 1 else "other"
    return say(f"hedge.origins.{form}", names=words, origins=_number(origins, say))


def by_words(answer: Answer, say: Catalog, *, dated: frozenset[str] = frozenset()) -> str:
    """'according to …', or how else the answer was got from those who give it."""
    who = who_words(answer, say, dated=dated)
    if answer.is_inferred:
        return say("hedge.by.inferred", who=who)
    quoted = {voice.said_by for voice in answer.speaking}
    person = quoted.pop() if len(quoted) == 1 else None
    if person:
        return say("hedge.by.quoted", person=person, who=who)
    return say("hedge.by.stated", who=who)


def publishers_of_two_answers(answers: tuple[Answer, ...]) -> frozenset[str]:
    """Publishers who, in different reports, give different answers."""
    reports: dict[str, set[str]] = {}
    answered: dict[str, set[int]] = {}
    for place, answer in enumerate(answers):
        for voice in answer.speaking:
            reports.setdefault(voice.publisher, set()).add(voice.source_id)
            answered.setdefault(voice.publisher, set()).add(place)
    return frozenset(name for name in reports if len(reports[name]) > 1 < len(answered[name]))


def _name(publisher: str, answer: Answer, say: Catalog, dated: frozenset[str]) -> str:
    """The publisher, with what a reader has to know about its reports."""
    days = dict.fromkeys(
        date_words(voice.published, say, in_full=True)
        for voice in answer.speaking
        if voice.publisher == publisher and voice.published.form != "undated"
    )
    more = [list_words(list(days), say)] if publisher in dated and days else []
    if _is_hearsay(publisher, answer):
        more.append(say("hedge.hearsay"))
    if not more:
        return publisher
    return say("hedge.named", name=publisher, more=say("list.comma").join(more))


def _is_hearsay(publisher: str, answer: Answer) -> bool:
    """Whether nothing of that publisher was read."""
    return all(voice.is_hearsay for voice in answer.speaking if voice.publisher == publisher)


def _number(number: int, say: Catalog) -> str:
    return say(f"hedge.count.{number}") if number <= _LARGEST_IN_WORDS else f"{number:,}"
