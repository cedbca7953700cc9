"""How each leg is drawn: one grammar for the picture, the interactive map and the key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from timeline.model.vocabulary import LegEvidence, LegKind, LegStatus
from timeline.theme import Palette
from timeline.viewmodel.route_view import RouteLeg

AGAINST_THE_WILL = frozenset(
    {LegKind.FORCED_TRANSFER, LegKind.CUSTODY_TRANSFER, LegKind.DEPORTATION, LegKind.EXTRADITION}
)


class LineKind(StrEnum):
    """What the line says about the movement; the key names each kind that occurs."""

    DOCUMENTED = "documented"
    WAY_UNKNOWN = "way_unknown"
    CLAIMED = "claimed"
    REQUESTED = "requested"
    OFFERED = "offered"
    BLOCKED = "blocked"


DASHES_PX = MappingProxyType(
    {
        LineKind.WAY_UNKNOWN: (9.0, 5.5),
        LineKind.REQUESTED: (0.0, 6.2),
        LineKind.OFFERED: (7.5, 4.5),
    }
)
"""Stroke and gap: who sees no red and green tells dots from short, thick dashes."""


@dataclass(frozen=True, slots=True)
class LegStyle:
    """The look of one line."""

    line_kind: LineKind
    colour: str
    width_px: float
    dash_px: tuple[float, float] | None
    """Stroke and gap; None for a solid line."""
    is_dotted: bool
    """Whether the strokes are round dots as wide as the line."""
    has_ticks: bool
    """Cross-ticks: the person was taken against their will."""
    has_arrow: bool
    has_bar: bool
    """A bar across the end: the journey was stopped."""
    has_hollow_number: bool
    """One person's word, or a movement that did not take place."""


def line_kind(leg: RouteLeg) -> LineKind:
    """What the line of a leg says; what did not take place outweighs what it rests on."""
    if leg.status in (LegStatus.REQUESTED, LegStatus.THREATENED):
        return LineKind.REQUESTED
    if leg.status == LegStatus.OFFERED:
        return LineKind.OFFERED
    if leg.status == LegStatus.BLOCKED:
        return LineKind.BLOCKED
    if leg.evidence == LegEvidence.CLAIMED_BY_ONE:
        return LineKind.CLAIMED
    if leg.evidence in (LegEvidence.INFERRED, LegEvidence.UNKNOWN):
        return LineKind.WAY_UNKNOWN
    return LineKind.DOCUMENTED


def is_against_the_will(leg: RouteLeg) -> bool:
    """Whether the person was taken: only of movements that took place."""
    return leg.status == LegStatus.TRAVELLED and leg.kind in AGAINST_THE_WILL


def leg_style(leg: RouteLeg, palette: Palette) -> LegStyle:
    """The look of one leg."""
    kind = line_kind(leg)
    return style_of(
        kind,
        palette,
        has_ticks=is_against_the_will(leg),
        # A stub that dissolves has no direction to point in.
        has_arrow=kind is not LineKind.BLOCKED and leg.fades != "end",
    )


def style_of(
    kind: LineKind, palette: Palette, *, has_ticks: bool = False, has_arrow: bool = True
) -> LegStyle:
    """The look of one kind of line."""
    is_only_said = kind in (LineKind.REQUESTED, LineKind.OFFERED)
    colour = {
        LineKind.REQUESTED: palette.requested,
        LineKind.OFFERED: palette.offered,
    }.get(kind, palette.lanes["movement"])
    return LegStyle(
        line_kind=kind,
        colour=colour,
        width_px={LineKind.CLAIMED: 1.1}.get(kind, 3.2 if is_only_said else 2.2),
        dash_px=DASHES_PX.get(kind),
        is_dotted=kind is LineKind.REQUESTED,
        has_ticks=has_ticks,
        has_arrow=has_arrow,
        has_bar=kind is LineKind.BLOCKED,
        has_hollow_number=kind
        in (LineKind.CLAIMED, LineKind.REQUESTED, LineKind.OFFERED, LineKind.BLOCKED),
    )
