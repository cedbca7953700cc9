"""What happened on the soil of each country, and on that of one: counts that say how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.vocabulary import Lane
from timeline.store.rows import CountryCounts, SoilCount

_LANE_ORDER = (
    Lane.CUSTODY,
    Lane.THREATS,
    Lane.MOVEMENT,
    Lane.PROCEEDINGS,
    Lane.RESPONSE,
    Lane.BACKGROUND,
)
"""Harm done to people first."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, as shares of the longest: from 0 to 1 together."""

    certain: float = 0.0
    possible: float = 0.0
    contested: float = 0.0


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One country of the world view."""

    country_code: str
    event_count: int
    contested_count: int
    person_count: int
    act_count: int
    accused_count: int
    leg_in_count: int
    leg_out_count: int
    bar: Bar
    """Events on its soil: confirmed, and all others."""


@dataclass(frozen=True, slots=True)
class World:
    """Every country of which something is left, most events first, and what no country has."""

    rows: tuple[CountryRow, ...]
    unplaced_count: int
    """Events that no source places anywhere."""
    undisclosed_count: int
    """Events whose place is not disclosed or has none, such as the internet."""
    undisclosed_in_count: int
    """Legs travelled to a country that is not disclosed."""
    undisclosed_out_count: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is left."""
        return not self.rows and not self.unplaced_count and not self.undisclosed_count

    def row(self, country_code: str) -> CountryRow | None:
        """One country; None when nothing of it is left."""
        return next((row for row in self.rows if row.country_code == country_code), None)


@dataclass(frozen=True, slots=True)
class SoilKind:
    """One kind of event on the soil of a country."""

    event_type: str
    lane: Lane
    confirmed_count: int
    reported_count: int
    contested_count: int
    """Sources differ on whether it happened, or whether it was here; those shown elsewhere too."""
    refuted_count: int
    """Never in the bar."""
    bar: Bar

    @property
    def shown_count(self) -> int:
        """Events drawn."""
        return self.confirmed_count + self.reported_count + self.contested_count


@dataclass(frozen=True, slots=True)
class SoilLane:
    """The kinds of one lane, the most frequent first."""

    lane: Lane
    kinds: tuple[SoilKind, ...]


@dataclass(frozen=True, slots=True)
class Soil:
    """What happened on the soil of one country."""

    lanes: tuple[SoilLane, ...]
    """Those that have something; harm to people first."""
    elsewhere_count: int
    """Of the contested: shown in another country, while a source puts them here."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.lanes


def world(counts: Sequence[CountryCounts]) -> World:
    """The countries of which a choice leaves something."""
    most = max((one.event_count for one in counts if one.country_code), default=0)
    nowhere = {one.has_place: one for one in counts if one.country_code is None}
    undisclosed, unplaced = nowhere.get(True), nowhere.get(False)
    return World(
        rows=tuple(
            CountryRow(
                country_code=one.country_code,
                event_count=one.event_count,
                contested_count=one.disputed_count,
                person_count=one.person_count,
                act_count=one.act_count,
                accused_count=one.accused_count,
                leg_in_count=one.leg_in_count,
                leg_out_count=one.leg_out_count,
                bar=Bar(
                    certain=_share(one.confirmed_count, most),
                    possible=_share(one.event_count - one.confirmed_count, most),
                ),
            )
            for one in counts
            if one.country_code is not None and _has_something(one)
        ),
        unplaced_count=unplaced.event_count if unplaced else 0,
        undisclosed_count=undisclosed.event_count if undisclosed else 0,
        undisclosed_in_count=undisclosed.leg_in_count if undisclosed else 0,
        undisclosed_out_count=undisclosed.leg_out_count if undisclosed else 0,
    )


def soil(counts: Sequence[SoilCount]) -> Soil:
    """The kinds of event of one country, by lane."""
    most = max((_drawn(one) for one in counts), default=0)
    kinds = [
        SoilKind(
            event_type=one.event_type,
            lane=Lane(one.lane),
            confirmed_count=one.confirmed_count,
            reported_count=one.reported_count,
            contested_count=one.contested_count + one.elsewhere_count,
            refuted_count=one.refuted_count,
            bar=Bar(
                certain=_share(one.confirmed_count, most),
                possible=_share(one.reported_count, most),
                contested=_share(one.contested_count + one.elsewhere_count, most),
            ),
        )
        for one in counts
    ]
    kinds.sort(key=lambda kind: (-kind.shown_count, kind.event_type))
    return Soil(
        lanes=tuple(
            SoilLane(lane, tuple(inside))
            for lane in _LANE_ORDER
            if (inside := [kind for kind in kinds if kind.lane is lane])
        ),
        elsewhere_count=sum(one.elsewhere_count for one in counts),
    )


def _has_something(one: CountryCounts) -> bool:
    return any(
        (one.event_count, one.act_count, one.accused_count, one.leg_in_count, one.leg_out_count)
    )


def _drawn(one: SoilCount) -> int:
    return one.confirmed_count + one.reported_count + one.contested_count + one.elsewhere_count


def _share(count: int, most: int) -> float:
    return count / most if most else 0.0
