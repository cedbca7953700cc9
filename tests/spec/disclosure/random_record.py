"""Random fictional records, and the same as if their hidden rows had never been typed."""

from __future__ import annotations

import random
from typing import Any

from tests.builders import (
    actor,
    actor_name,
    case,
    claim,
    event,
    figure,
    involvement,
    leg,
    place,
    place_name,
    proceeding,
    source,
)
from timeline.model.record import CaseFile, Record

LEVELS = ["public"] * 6 + ["restricted", "withheld"]
PRECISIONS = ["site", "settlement", "district", "region", "country", "undisclosed"]
DATES = ["2020-03", "2020-02", "2020-03-04", "2020", "[2020-02,2020-04]", "2019/2020-03", "2020~"]


def random_record(seed: int) -> Record:
    """Three cases with places inside places, sources upon sources, and a quarter of it hidden."""
    chance = random.Random(seed)
    places = [place("land-0", precision="country"), place("land-1", precision="country")]
    for level, count in (("region", 3), ("district", 3), ("settlement", 5), ("site", 5)):
        outer = [one.place_id for one in places]
        for number in range(count):
            finest = PRECISIONS.index(level)
            limit = chance.choice([level, level, chance.choice(PRECISIONS[finest:])])
            places.append(
                place(
                    f"{level}-{number}",
                    precision=level,
                    published_precision=limit,
                    within_place_id=chance.choice(outer),
                    lon_deg=round(chance.uniform(-61, -60), 5),
                    disclosure=chance.choice(LEVELS),
                )
            )
    place_ids = [one.place_id for one in places]
    actors = [
        actor(f"actor-{n}", disclosure=chance.choice(LEVELS), is_followed=chance.random() < 0.5)
        for n in range(7)
    ]
    actor_ids = [one.actor_id for one in actors]
    sources = [
        source(
            f"source-{n}",
            publisher=f"Publisher {chance.randrange(5)}",
            published_edtf=chance.choice(["2020", "2020-04-01", "2021-05", None]),
            derived_from=tuple(
                chance.sample([f"source-{m}" for m in range(n)], k=min(n, chance.randrange(3)))
            ),
            disclosure=chance.choice(LEVELS),
        )
        for n in range(9)
    ]
    source_ids = [one.source_id for one in sources]
    sequence = dict.fromkeys(actor_ids, 0)
    return Record(
        case_files=tuple(
            _random_case(chance, number, place_ids, actor_ids, source_ids, sequence)
            for number in range(3)
        ),
        places=tuple(places),
        place_names=tuple(
            place_name(one, f"Name of {one} {n}") for one in place_ids for n in (1, 2)
        ),
        actors=tuple(actors),
        actor_names=tuple(actor_name(one, f"Other name of {one}") for one in actor_ids),
        sources=tuple(sources),
    )


def _random_case(
    chance: random.Random,
    number: int,
    place_ids: list[str],
    actor_ids: list[str],
    source_ids: list[str],
    sequence: dict[str, int],
) -> CaseFile:
    def level() -> str:
        return chance.choice(LEVELS)

    events = [f"event-{number}-{n}" for n in range(5)]
    proceedings = [f"proceeding-{number}-{n}" for n in range(2)]
    claims, figures, legs, involvements = [], [], [], []
    for event_id in events:
        for n in range(chance.randrange(6)):
            kind = chance.choice(["occurrence", "date", "date", "place", "place", "outcome"])
            values = {
                "occurrence": ["reported", "denied", "doubted"],
                "date": DATES,
                "place": place_ids,
                "outcome": ["granted", "refused"],
            }
            known = [one.claim_id for one in claims]
            claims.append(
                claim(
                    f"{event_id}-c{n}",
                    event_id=event_id,
                    property=kind,
                    value=chance.choice(values[kind]),
                    value_as_stated=f"words {chance.random()}",
                    source_id=chance.choice(source_ids),
                    is_preferred=chance.random() < 0.1,
                    contradicts=tuple(chance.sample(known, k=min(len(known), chance.randrange(2)))),
                    note="because",
                )
            )
        for n in range(chance.randrange(3)):
            lower = float(chance.randrange(1, 50))
            figures.append(
                figure(
                    f"{event_id}-f{n}",
                    event_id=event_id,
                    lower=lower,
                    upper=lower + chance.randrange(3),
                    qualifier=chance.choice(["about", "between"]),
                    said_by_actor_id=chance.choice([None, *actor_ids]),
                    source_id=chance.choice(source_ids),
                    disclosure=level(),
                )
            )
        involvements.extend(
            involvement(event_id=event_id, actor_id=actor_id)
            for actor_id in chance.sample(actor_ids, k=2)
        )
    for n in range(5):
        actor_id = chance.choice(actor_ids)
        sequence[actor_id] += chance.choice([1, 1, 2])
        legs.append(
            leg(
                f"leg-{number}-{n}",
                actor_id=actor_id,
                sequence=sequence[actor_id],
                from_place_id=chance.choice(place_ids),
                to_place_id=chance.choice(place_ids),
                event_id=chance.choice(events),
                disclosure=level(),
            )
        )
    return CaseFile(
        case=case(
            f"case-{number}",
            current_as_of_source_id=chance.choice([None, *source_ids]),
            disclosure="public" if number == 0 else level(),
        ),
        events=tuple(
            event(one, proceeding_id=chance.choice([None, *proceedings]), disclosure=level())
            for one in events
        ),
        claims=tuple(claims),
        involvements=tuple(involvements),
        legs=tuple(legs),
        proceedings=tuple(proceeding(one, disclosure=level()) for one in proceedings),
        figures=tuple(figures),
    )


def never_typed(record: Record) -> Record:
    """The same record as if its hidden rows had never been typed.

    Whoever types it has nothing to refer to: a row that needs a hidden one is not typed
    either, a cell that may be empty is empty, and a place lies in the next place around.
    """

    def shown(noun: Any) -> bool:
        return str(noun.disclosure) == "public"

    place_ids = {one.place_id for one in record.places if shown(one)}
    actor_ids = {one.actor_id for one in record.actors if shown(one)}
    source_ids = {one.source_id for one in record.sources if shown(one)}

    def next_around(one: Any) -> str | None:
        outer = one.within_place_id
        while outer is not None and outer not in place_ids:
            outer = record.place_by_id[outer].within_place_id
        return outer

    def or_empty(value: str | None, known: set[str]) -> str | None:
        return value if value in known else None

    files = []
    for file in record.case_files:
        if not shown(file.case):
            continue
        event_ids = {one.event_id for one in file.events if shown(one)}
        proceedings = {one.proceeding_id for one in file.proceedings if shown(one)}
        claims = [
            one
            for one in file.claims
            if one.event_id in event_ids
            and one.source_id in source_ids
            and (str(one.property) != "place" or one.value in place_ids)
        ]
        figures = [
            one
            for one in file.figures
            if shown(one) and one.event_id in event_ids and one.source_id in source_ids
        ]
        said = {one.claim_id for one in claims} | {one.figure_id for one in figures}
        files.append(
            CaseFile(
                case=file.case.model_copy(
                    update={
                        "current_as_of_source_id": or_empty(
                            file.case.current_as_of_source_id, source_ids
                        )
                    }
                ),
                events=tuple(
                    one.model_copy(
                        update={"proceeding_id": or_empty(one.proceeding_id, proceedings)}
                    )
                    for one in file.events
                    if one.event_id in event_ids
                ),
                claims=tuple(
                    one.model_copy(
                        update={"contradicts": tuple(two for two in one.contradicts if two in said)}
                    )
                    for one in claims
                ),
                involvements=tuple(
                    one
                    for one in file.involvements
                    if one.event_id in event_ids and one.actor_id in actor_ids
                ),
                legs=tuple(
                    one
                    for one in file.legs
                    if shown(one)
                    and one.event_id in event_ids
                    and one.actor_id in actor_ids
                    and {one.from_place_id, one.to_place_id} <= place_ids
                ),
                proceedings=tuple(one for one in file.proceedings if shown(one)),
                figures=tuple(
                    one.model_copy(
                        update={"said_by_actor_id": or_empty(one.said_by_actor_id, actor_ids)}
                    )
                    for one in figures
                ),
            )
        )
    return Record(
        case_files=tuple(files),
        places=tuple(
            one.model_copy(update={"within_place_id": next_around(one)})
            for one in record.places
            if shown(one)
        ),
        place_names=tuple(one for one in record.place_names if one.place_id in place_ids),
        actors=tuple(one for one in record.actors if shown(one)),
        actor_names=tuple(one for one in record.actor_names if one.actor_id in actor_ids),
        sources=tuple(
            one.model_copy(
                update={"derived_from": tuple(two for two in one.derived_from if two in source_ids)}
            )
            for one in record.sources
            if shown(one)
        ),
    )
