"""Where somebody was, in words: the same for the answer, the strip's table and its alt text."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.sighting import Manner, Sureness
from timeline.chronology.whereabouts import Knowledge
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.date_words import date_words, day_words
from timeline.model.vocabulary import PlacePrecision
from timeline.viewmodel.person_record import NamedPlace
from timeline.viewmodel.person_whereabouts import Answer, Seen

_IN_MONTHS_FROM, _IN_YEARS_FROM = 61, 731
_DAYS_A_MONTH, _DAYS_A_YEAR = 30.44, 365.25


def place_words(place: NamedPlace, say: Catalog) -> str:
    """A place with its country: 'Almaty, Kazakhstan'; a country alone; or that it was not said."""
    if place.is_undisclosed:
        return say("people.undisclosed")
    if place.precision is PlacePrecision.COUNTRY or place.country_code is None:
        return place.name
    country = country_name(place.country_code, say)
    return place.name if place.name == country else f"{place.name}, {country}"


def headline_words(answer: Answer, say: Catalog) -> str:
    """The answer in a few words, hedged."""
    if answer.knowledge is not Knowledge.PLACED:
        return say("people.not_disclosed" if answer.is_undisclosed else "people.not_known")
    if answer.is_contradiction:
        places = say("people.either").join(place_words(one.place, say) for one in answer.places)
        return say("people.contradiction", places=places)
    if answer.is_move:
        return say("people.then").join(with_manner(one, say) for one in answer.places)
    if answer.sureness is Sureness.POSSIBLE:
        return say("people.possibly", where=_alternatives(answer.places, say))
    where = say("people.or").join(with_manner(one, say) for one in answer.places)
    if answer.sureness is Sureness.PROBABLE:
        return say("people.probably", where=where)
    return where[:1].upper() + where[1:]


def with_manner(one: Seen, say: Catalog) -> str:
    """A place with what the person was doing there: 'Almaty, Kazakhstan, in custody'."""
    place = place_words(one.place, say)
    if one.manner is Manner.SEEN:
        return place
    return say(f"people.manner.{one.manner.value}", place=place)


def _alternatives(places: Sequence[Seen], say: Catalog) -> str:
    """Places grouped by country: 'Russia (Grozny; Chechnya), Belarus or Armenia'."""
    if len(places) == 1:
        return with_manner(places[0], say)
    by_land: dict[str, list[NamedPlace]] = {}
    for one in places:
        by_land.setdefault(one.place.land, []).append(one.place)
    words = []
    for inside in by_land.values():
        code = inside[0].country_code
        if len(inside) == 1 or code is None:
            words.append(place_words(inside[0], say))
            continue
        finer = [place.name for place in inside if not place.is_country_or_vaguer]
        words.append(
            say(
                "people.in_country",
                country=country_name(code, say),
                places=say("people.among").join(finer),
            )
        )
    if len(words) == 1:
        return words[0]
    return say("people.listed").join(words[:-1]) + say("people.or") + words[-1]


def sureness_words(answer: Answer, say: Catalog) -> str:
    """How sure it is, in one word or two."""
    if answer.knowledge is not Knowledge.PLACED:
        return say("people.sure.disclosed" if answer.is_undisclosed else "people.sure.unknown")
    if answer.is_contradiction:
        return say("people.sure.contradiction")
    assert answer.sureness is not None
    return say(f"people.sure.{answer.sureness.value}")


def reason_words(answer: Answer, say: Catalog) -> str:
    """Why the answer is as sure as it is, or what stands on both sides of a gap."""
    if answer.knowledge is not Knowledge.PLACED:
        return _gap_words(answer, say)
    words = []
    if answer.is_contradiction:
        words.append(_contradiction_words(answer, say))
    elif answer.sureness is Sureness.POSSIBLE:
        words.append(say("people.why.possible"))
    elif answer.is_move:
        words.append(say("people.why.move"))
    elif any(one.is_day_known for one in answer.places):
        words.append(say("people.why.day"))
    else:
        words.append(say("people.why.stay"))
    words.extend(say(f"people.doubt.{doubt.value}") for doubt in answer.doubts)
    if answer.finer:
        finer = say("people.or").join(place.name for place in answer.finer)
        words.append(say("people.why.finer", places=finer))
    return " ".join(words)


def _contradiction_words(answer: Answer, say: Catalog) -> str:
    shown = [place_words(one.place, say) for one in answer.places if one.is_shown]
    others = [place_words(one.place, say) for one in answer.places if not one.is_shown]
    if not (shown and others):
        return say("people.why.contradiction")
    return say(
        "people.why.differ",
        shown=say("people.or").join(shown),
        others=say("people.or").join(others),
    )


def _gap_words(answer: Answer, say: Catalog) -> str:
    match answer.knowledge:
        case Knowledge.BEFORE:
            assert answer.next is not None
            return say("people.gap.before", next=seen_words(answer.next, say))
        case Knowledge.SINCE:
            assert answer.last is not None
            return say("people.gap.since", last=seen_words(answer.last, say))
        case Knowledge.BETWEEN:
            return _between_words(answer, say)
        case _:
            return say("people.gap.nowhere")


def _between_words(answer: Answer, say: Catalog) -> str:
    assert answer.last is not None and answer.next is not None
    assert answer.least_days is not None and answer.most_days is not None
    words = say(
        "people.gap.between",
        last=seen_words(answer.last, say),
        next=seen_words(answer.next, say),
        days=range_words(answer.least_days, answer.most_days, say),
    )
    if answer.same_country is None:
        return words
    country = country_name(answer.same_country, say)
    return f"{words} {say('people.gap.same_country', country=country)}"


def seen_words(one: Seen, say: Catalog) -> str:
    """Where and when a report has the person: 'Almaty, Kazakhstan, in custody (13 May 2025)'."""
    where = with_manner(one, say)
    if one.last_reported_on is not None:
        return say("people.as_last", where=where, day=day_words(one.last_reported_on, say))
    if one.led_to is not None:
        where = say("people.towards", where=where, place=place_words(one.led_to, say))
    return say("people.seen", where=where, date=date_words(one.phrase, say))


def range_words(least: int, most: int, say: Catalog) -> str:
    """A number of days, or from the least to the most."""
    if least == most:
        return say.count("people.days", most)
    return say.count("people.days_range", most, least=f"{least:,}")


def length_words(days: int, say: Catalog) -> str:
    """About how long: days, then months, then years."""
    if days >= _IN_YEARS_FROM:
        return say.count("people.years", round(days / _DAYS_A_YEAR))
    if days >= _IN_MONTHS_FROM:
        return say.count("people.months", round(days / _DAYS_A_MONTH))
    return say.count("people.days", days)
