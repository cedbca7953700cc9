"""FollowTheMoney reads and accepts every entity, and finds every date, place and tie it can hold."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from typing import Any

import pytest

from tests.data_builders import Saying, dates_on_record, pointed
from timeline.exports.data import follow_the_money
from timeline.exports.edition import Edition

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from followthemoney import model

pytestmark = pytest.mark.filterwarnings("ignore:Install 'pyicu'")
"""It would only write letters of other scripts in Latin ones, which we ask of nobody."""

DATES = ("date", "startDate", "endDate")


def entities(edition: Edition) -> list[dict[str, Any]]:
    return [json.loads(line) for line in follow_the_money.write(edition).decode().splitlines()]


def of_event(event_id: str) -> str:
    return f"{follow_the_money.PREFIX}event-{event_id}"


def test_every_entity_is_valid_and_nothing_of_it_is_lost_on_the_way(everything: Edition) -> None:
    for one in entities(everything):
        schema = model.get(one["schema"])
        assert schema is not None
        schema.validate(one)
        read = model.get_proxy(one, cleaned=False)
        kept = read.to_dict()["properties"]
        assert {name: sorted(kept[name]) for name in kept} == {
            name: sorted(values) for name, values in one["properties"].items()
        }


def test_everything_is_there_once_and_refers_to_what_is_there(everything: Edition) -> None:
    found = entities(everything)
    ids = [one["id"] for one in found]
    article = everything.article

    assert len(set(ids)) == len(ids)
    assert all(key.startswith(follow_the_money.PREFIX) for key in ids)
    counts = Counter(one["schema"] for one in found)
    assert counts["Article"] == len(article.table_sources)
    assert counts["Event"] + counts["Trip"] == len(article.events) + len(article.legs)
    for one in found:
        for name in ("involved", "proof", "startLocation", "endLocation", "addressEntity"):
            assert set(one["properties"].get(name, ())) <= set(ids)


def test_only_journeys_that_were_made_are_trips(everything: Edition) -> None:
    found = {one["id"]: one["schema"] for one in entities(everything)}

    for leg in everything.article.legs:
        schema = found[f"{follow_the_money.PREFIX}leg-{leg.leg_id}"]
        assert (schema == "Trip") == (leg.leg_status == "travelled")


def test_dates_have_the_parts_on_record_and_the_hedge_is_in_the_summary(
    everything: Edition,
) -> None:
    found = {one["id"]: one["properties"] for one in entities(everything)}

    for event_id, edtf in dates_on_record(everything).items():
        one = found[of_event(event_id)]
        given = [date for name in DATES for date in one.get(name, ())]
        assert bool(given) == bool(edtf)
        assert all(date in (edtf or "") for date in given)
        assert edtf is None or any(edtf in note for note in one["notes"])
        if edtf == "2021-12~":
            assert one["date"] == ["2021-12"]
            assert one["summary"][0].startswith("about Dec 2021")


def test_only_towns_and_exact_places_have_a_point(everything: Edition) -> None:
    places = {row.place_id: row.event_id for row in everything.article.events if row.place_id}
    points = pointed(everything)

    for one in entities(everything):
        place_id = one["id"].removeprefix(f"{follow_the_money.PREFIX}place-")
        if one["schema"] == "Address" and place_id in places:
            assert ("latitude" in one["properties"]) == (places[place_id] in points)


def test_texts_that_bite_come_back(hostile: Saying) -> None:
    found = {one["id"]: one for one in entities(hostile.edition)}

    for number, text in enumerate(hostile.texts):
        event = found[of_event(f"fictional-{number}")]["properties"]
        assert event["name"] == event["location"] == [text]
        source = found[f"{follow_the_money.PREFIX}source-fictional-source-{number}"]["properties"]
        assert source["title"] == [text]
        assert all(
            address.startswith(("https://", "http://")) for address in source.get("sourceUrl", ())
        )
