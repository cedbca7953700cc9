"""Who says so, as a sentence names them: all by name when they are few, else how many, and of how many origins."""

from __future__ import annotations

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words
from timeline.i18n.list_words import list_words
from timeline.viewmodel.answers import Answer, Voice

MOST_NAMED = 3
"""Sources named one by one; of more, two are named."""
_NAMED_AMONG = 2
_LARGEST_IN_WORDS = 12


def who_words(answer: Answer, say: Catalog, *, dated: frozenset[str] = frozenset()) -> str:
    """Those who give an answer.

    Publishers in *dated* give another answer elsewhere in the sentence: they are told
    apart by the day of publication.
    """
    names = [_name(publisher, answer, say, dated) for publisher in answer.publishers]
    shares_origin = answer.speaking_origin_count < len(names)
    if len(names) > MOST_NAMED:
        among = list_words(_best_known_first(answer, names)[:_NAMED_AMONG], say)
        number = _number(len(names), say)
        if not shares_origin:
            return say("hedge.many", number=number, names=among)
        origins = _number(answer.speaking_origin_count, say)
        key = "one" if answer.speaking_origin_count == 1 else "other"
        return say(f"hedge.many_of.{key}", number=number, origins=origins, names=among)
    words = list_words(names, say)
    if not shares_origin:
        return words
    origins = _number(answer.speaking_origin_count, say)
    key = "one" if answer.speaking_origin_count == 1 else "other"
    return say(f"hedge.origins.{key}", names=words, origins=origins)


def by_words(answer: Answer, say: Catalog, *, dated: frozenset[str] = frozenset()) -> str:
    """'according to …', or how else the answer was got from those who give it."""
    who = who_words(answer, say, dated=dated)
    if answer.is_inferred:
        return say("hedge.by.inferred", who=who)
    if answer.figure is not None and answer.figure.said_by:
        return say("hedge.by.quoted", person=answer.figure.said_by, who=who)
    return say("hedge.by.stated", who=who)


def publishers_of_two_answers(answers: tuple[Answer, ...]) -> frozenset[str]:
    """Publishers who, in different reports, give different answers."""
    reports: dict[str, set[str]] = {}
    answered: dict[str, set[int]] = {}
    for place, answer in enumerate(answers):
        for voice in answer.voices:
            reports.setdefault(voice.publisher, set()).add(voice.source_id)
            answered.setdefault(voice.publisher, set()).add(place)
    return frozenset(name for name in reports if len(reports[name]) > 1 < len(answered[name]))


def _name(publisher: str, answer: Answer, say: Catalog, dated: frozenset[str]) -> str:
    voices = [voice for voice in answer.voices if voice.publisher == publisher]
    name = publisher
    days = dict.fromkeys(
        date_words(voice.published, say, in_full=True)
        for voice in voices
        if voice.published.form != "undated"
    )
    if publisher in dated and days:
        name = say("hedge.published", name=name, day=list_words(list(days), say))
    if all(voice.is_hearsay for voice in voices):
        name = say("hedge.hearsay", name=name)
    return name


def _best_known_first(answer: Answer, names: list[str]) -> list[str]:
    """Sources that were read before those known only through others."""

    def only_heard(place: int) -> bool:
        publisher = answer.publishers[place]
        voices: list[Voice] = [one for one in answer.voices if one.publisher == publisher]
        return all(voice.is_hearsay for voice in voices)

    return [names[place] for place in sorted(range(len(names)), key=only_heard)]


def _number(number: int, say: Catalog) -> str:
    return say(f"hedge.count.{number}") if number <= _LARGEST_IN_WORDS else f"{number:,}"
