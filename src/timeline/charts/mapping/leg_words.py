"""What is written beside a leg and read aloud for it."""

from __future__ import annotations

from timeline.charts.mapping.leg_style import LineKind, line_kind
from timeline.chronology.phrase import UNDATED
from timeline.i18n.catalog import Catalog
from timeline.i18n.country_names import country_name
from timeline.i18n.date_words import date_words
from timeline.model.vocabulary import LegEvidence, LegStatus
from timeline.viewmodel.route_view import EndKind, Fade, LandName, RouteLeg, RouteMap

WRITTEN_OUT = frozenset({LineKind.REQUESTED, LineKind.OFFERED, LineKind.BLOCKED})
"""Movements that did not take place say so beside their line."""


def leg_caption(leg: RouteLeg, say: Catalog) -> str:
    """A few words to stand beside the line; empty when the line says it all."""
    kind = line_kind(leg)
    if kind is LineKind.BLOCKED:
        return say("map.caption.blocked", place=leg.end.name)
    if kind is LineKind.OFFERED:
        return say("map.caption.offered", place=leg.end.name)
    if kind is LineKind.REQUESTED:
        return say(f"map.caption.{leg.status}.{leg.kind}")
    if leg.ends_out_of_frame:
        return say("map.caption.towards", place=leg.end.name)
    # The record words such a place so that it can stand alone: "undisclosed place".
    if leg.fades is Fade.END:
        return leg.end.name
    if leg.fades is Fade.START and leg.start.kind is EndKind.UNDISCLOSED:
        return leg.start.name
    return ""


def leg_sentence(leg: RouteLeg, say: Catalog, *, with_person: bool) -> str:
    """The leg in one line of plain text: number, whose, ends, when, how, on what evidence."""
    parts = [
        say("map.leg.ends", start=leg.start.name, end=leg.end.name),
        *_dates(leg, say),
        say(f"map.status.{leg.status}.{leg.kind}"),
    ]
    if leg.status == LegStatus.TRAVELLED and leg.evidence != LegEvidence.DOCUMENTED:
        parts.append(say(f"map.evidence.{leg.evidence}"))
    if with_person:
        parts.insert(0, leg.person)
    return say("map.leg.numbered", number=leg.number, words=", ".join(parts))


def _dates(leg: RouteLeg, say: Catalog) -> list[str]:
    """When it started and ended; once when both are the same; nothing of what is not known."""
    if leg.departure == leg.arrival:
        return [date_words(leg.departure, say)] if leg.departure != UNDATED else []
    ends = (("map.leg.left", leg.departure), ("map.leg.arrived", leg.arrival))
    return [say(key, date=date_words(phrase, say)) for key, phrase in ends if phrase != UNDATED]


def land_words(land: LandName, say: Catalog) -> str:
    """The name of a country in the reader's language, or of a region as recorded."""
    return land.name if land.name is not None else country_name(land.code, say)


def has_several_people(view: RouteMap) -> bool:
    """Whether a leg has to say whose it is."""
    return len({leg.actor_id for leg in view.legs}) > 1
