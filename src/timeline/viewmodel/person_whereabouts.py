"""Where one person was on a day, and over the whole time: what the page says, without its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.chronology.phrase import DatePhrase
from timeline.chronology.sighting import CEILING, Doubt, Manner, Sighting, Sureness
from timeline.chronology.whereabouts import Knowledge, Stretch, Whereabouts, whereabouts_on
from timeline.chronology.window import Window
from timeline.chronology.window_phrase import phrase_of_window
from timeline.model.edtf import EdtfDate, parse
from timeline.viewmodel.person_record import NamedPlace, PersonRecord, Told


@dataclass(frozen=True, slots=True)
class Seen:
    """One report that the person was at a place."""

    place: NamedPlace
    manner: Manner
    phrase: DatePhrase
    """The days on which, or from which to which, by this report."""
    told: Told
    source_numbers: tuple[int, ...]
    """Of the event; where sources differ on its date or place, of those who say this."""
    doubt: Doubt
    is_shown: bool
    """False for a place that contradicts the one shown for the same event."""
    is_stay: bool
    is_day_known: bool
    """For what happened on one day: whether the day is known."""
    led_to: NamedPlace | None
    """For a departure: where the journey led, as far as reported."""
    last_reported_on: dt.date | None
    """For what goes on: the day of the last report on it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the person was, how sure that is, and what it rests on."""

    knowledge: Knowledge
    sureness: Sureness | None
    """None unless placed."""
    places: tuple[Seen, ...]
    """One for each place; several are alternatives, a contradiction or a move."""
    grounds: tuple[Seen, ...]
    """Every report the answer rests on, each event and place once."""
    doubts: tuple[Doubt, ...]
    """Why it is not certain, as far as that lies with the reports."""
    is_contradiction: bool
    is_move: bool
    finer: tuple[NamedPlace, ...]
    """Spots within the place that are less sure."""
    last: Seen | None
    next: Seen | None
    least_days: int | None
    most_days: int | None
    same_country: str | None
    """Before and after a gap the person was in this one country; its code."""

    @property
    def is_undisclosed(self) -> bool:
        """Whether the last thing known is that the person left for an undisclosed place."""
        if self.knowledge is Knowledge.PLACED:
            return False
        led_to = self.last.led_to if self.last is not None else None
        return led_to is not None and led_to.is_undisclosed


@dataclass(frozen=True, slots=True)
class Days:
    """Days of which the same can be said; both ends are inclusive."""

    first_day: dt.date
    last_day: dt.date
    answer: Answer

    @property
    def phrase(self) -> DatePhrase:
        """From the first of these days to the last."""
        return phrase_of_window(Window(self.first_day, self.last_day), lasted=True)

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last_day - self.first_day).days + 1


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of a row of the strip."""

    first_day: dt.date
    last_day: dt.date
    sureness: Sureness | None
    """None for a gap."""
    is_held: bool
    is_contradiction: bool
    places: tuple[NamedPlace, ...]
    """Those finer than the country of the row."""
    is_open: bool
    """It goes on as last reported, or for a gap: nothing is reported after it."""

    @property
    def days(self) -> int:
        """How many days it is long."""
        return (self.last_day - self.first_day).days + 1


@dataclass(frozen=True, slots=True)
class StripRow:
    """One country, the undisclosed places, or the time of which nothing is known."""

    kind: str
    """country, undisclosed or unknown."""
    country_code: str | None
    place: NamedPlace | None
    """For a place that is in no country we have a code of."""
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class WhereaboutsView:
    """The answer for the chosen day, and the whole time it is taken from."""

    day: dt.date
    answer: Answer
    stretches: tuple[Days, ...]
    rows: tuple[StripRow, ...]
    first_day: dt.date | None
    last_day: dt.date | None
    """From the first report that places the person to the last report of any kind."""
    last_reported_on: dt.date | None
    undated: tuple[Told, ...]
    """Where the person lived, without a date."""

    @property
    def is_after_last_report(self) -> bool:
        """Whether the day lies after the last report on the person."""
        return self.last_reported_on is not None and self.day > self.last_reported_on


def person_whereabouts(record: PersonRecord, day: dt.date) -> WhereaboutsView:
    """What the reports on one person say of a day, and of all days."""
    found = _merged(_days(stretch, record) for stretch in record.stretches)
    return WhereaboutsView(
        day=day,
        answer=_answer(whereabouts_on(day, record.sightings), record),
        stretches=found,
        rows=_rows(found),
        first_day=found[0].first_day if found else None,
        last_day=found[-1].last_day if found else None,
        last_reported_on=record.last_reported_on,
        undated=tuple(record.told[one] for one in record.undated_event_ids),
    )


def _days(stretch: Stretch, record: PersonRecord) -> Days:
    return Days(stretch.first_day, stretch.last_day, _answer(stretch.whereabouts, record))


def _answer(found: Whereabouts, record: PersonRecord) -> Answer:
    last = _seen(found.last, record) if found.last else None
    following = _seen(found.next, record) if found.next else None
    countries = {one.place.country_code for one in (last, following) if one is not None}
    has_both = last is not None and following is not None
    return Answer(
        knowledge=found.knowledge,
        sureness=found.sureness,
        places=tuple(_seen(one, record) for one in found.places),
        grounds=_grounds(found.resting_on, record),
        doubts=_doubts(found),
        is_contradiction=found.is_contradiction,
        is_move=found.is_move,
        finer=tuple(record.places[one.spot.place_id] for one in found.finer),
        last=last,
        next=following,
        least_days=found.least_days,
        most_days=found.most_days,
        same_country=countries.pop() if has_both and len(countries) == 1 else None,
    )


def _seen(one: Sighting, record: PersonRecord) -> Seen:
    return Seen(
        place=record.places[one.spot.place_id],
        manner=one.manner,
        phrase=_phrase(one),
        told=record.told[one.event_id],
        source_numbers=_source_numbers(one, record),
        doubt=one.doubt,
        is_shown=one.is_shown,
        is_stay=one.lasted,
        is_day_known=not one.lasted and one.start.is_day,
        led_to=record.places[one.towards.place_id] if one.towards else None,
        last_reported_on=one.last_reported_on,
    )


def _source_numbers(one: Sighting, record: PersonRecord) -> tuple[int, ...]:
    """The footnotes of those who say what this sighting says."""
    told = record.told[one.event_id]
    numbers = set(told.source_numbers)
    if told.said_places:
        agreeing = [
            said
            for place_id, said in told.said_places
            if place_id == one.spot.place_id or (one.is_shown and record.lies_in(one, place_id))
        ]
        numbers &= {number for said in agreeing for number in said} or numbers
    if one.date_text is not None:
        meant = parse(one.date_text)
        agreeing = [said for text, said in told.said_dates if _allows(parse(text), meant)]
        numbers &= {number for said in agreeing for number in said} or numbers
    return tuple(sorted(numbers)) or told.source_numbers


def _allows(said: EdtfDate, meant: EdtfDate) -> bool:
    """Whether every day that is meant is one that was said."""
    if None in (said.earliest, said.latest, meant.earliest, meant.latest):
        return said.text == meant.text
    assert said.earliest and said.latest and meant.earliest and meant.latest
    return said.earliest <= meant.earliest and meant.latest <= said.latest


def _phrase(one: Sighting) -> DatePhrase:
    """The days of a report: of a stay from its first to its last part, else some day of its window."""
    if not one.lasted:
        return phrase_of_window(one.start)
    start, end = phrase_of_window(one.start), phrase_of_window(one.end)
    if one.last_reported_on is not None:
        return DatePhrase("since", start.parts[:1])
    if len(start.parts) == 1 and len(end.parts) == 1:
        return DatePhrase("period", (start.parts[0], end.parts[0]))
    return phrase_of_window(Window(one.first_day, one.last_day), lasted=True)


def _grounds(sightings: Iterable[Sighting], record: PersonRecord) -> tuple[Seen, ...]:
    """Each event and place once, what says most of it first.

    A leg and the event it rests on tell of one step: of the two the finer place is named.
    """
    listed = list(sightings)
    found: dict[tuple[str, str], Seen] = {}
    for one in sorted(listed, key=lambda one: (not one.lasted, one.leg_id is not None)):
        is_told_finer = any(
            (other.event_id, other.manner) == (one.event_id, one.manner)
            and other.spot.place_id != one.spot.place_id
            and other.spot.is_in(one.spot)
            for other in listed
        )
        if not is_told_finer:
            found.setdefault((one.event_id, one.spot.place_id), _seen(one, record))
    return tuple(found.values())


def _doubts(found: Whereabouts) -> tuple[Doubt, ...]:
    """What keeps the surest reports from being surer, each once, the gravest first."""
    if found.sureness is Sureness.CERTAIN:
        return ()
    given = {one.doubt for one in found.places if one.doubt is not Doubt.NONE}
    return tuple(doubt for doubt in reversed(CEILING) if doubt in given)


def _merged(listed: Iterable[Days]) -> tuple[Days, ...]:
    """Neighbours that answer alike made one, with the grounds of both."""
    found: list[Days] = []
    for one in listed:
        if found and _gist(found[-1].answer) == _gist(one.answer):
            before = found[-1]
            grounds = tuple(dict.fromkeys((*before.answer.grounds, *one.answer.grounds)))
            doubts = tuple(dict.fromkeys((*before.answer.doubts, *one.answer.doubts)))
            merged = replace(before.answer, grounds=grounds, doubts=doubts)
            found[-1] = Days(before.first_day, one.last_day, merged)
        else:
            found.append(one)
    return tuple(found)


def _gist(answer: Answer) -> tuple[object, ...]:
    """What a reader would take from an answer."""
    return (
        answer.knowledge,
        answer.sureness,
        {(one.place.place_id, one.manner) for one in answer.places},
        answer.is_contradiction,
        answer.is_move,
        answer.finer,
        answer.last and answer.last.told.event_id,
        answer.next and answer.next.told.event_id,
    )


def _rows(listed: Iterable[Days]) -> tuple[StripRow, ...]:
    """The strip: a row for each country in order of the first day there, then what is not known."""
    bands: dict[tuple[str, str], list[Band]] = {}
    named: dict[tuple[str, str], NamedPlace] = {}
    gaps: list[Band] = []
    stretches = list(listed)
    for at, days in enumerate(stretches):
        answer = days.answer
        if answer.knowledge is not Knowledge.PLACED:
            is_last = at == len(stretches) - 1
            gaps.append(_band(days, (), is_open=is_last))
            continue
        rows: dict[tuple[str, str], list[Seen]] = {}
        for one in answer.places:
            kind = "undisclosed" if one.place.is_undisclosed else "country"
            key = (kind, "" if one.place.is_undisclosed else one.place.land)
            rows.setdefault(key, []).append(one)
            named.setdefault(key, one.place)
        for key, seen in rows.items():
            is_open = any(one.last_reported_on == days.last_day for one in seen)
            bands.setdefault(key, []).append(_band(days, seen, is_open=is_open))
    found = [
        StripRow(
            kind,
            named[kind, land].country_code,
            named[kind, land] if named[kind, land].country_code is None else None,
            tuple(inside),
        )
        for (kind, land), inside in sorted(bands.items(), key=lambda row: row[0][0])
    ]
    if gaps:
        found.append(StripRow("unknown", None, None, tuple(gaps)))
    return tuple(found)


def _band(days: Days, seen: Iterable[Seen], *, is_open: bool) -> Band:
    there = list(seen)
    return Band(
        first_day=days.first_day,
        last_day=days.last_day,
        sureness=days.answer.sureness,
        is_held=bool(there) and all(one.manner is Manner.HELD for one in there),
        is_contradiction=days.answer.is_contradiction,
        places=tuple(
            dict.fromkeys(one.place for one in there if not one.place.is_country_or_vaguer)
        ),
        is_open=is_open,
    )
