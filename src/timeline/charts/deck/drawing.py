"""What every layer of the movable map needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.charts.deck.emphasis import Emphasis
from timeline.charts.mapping.leg_words import leg_sentence
from timeline.i18n.catalog import Catalog
from timeline.theme import Palette
from timeline.viewmodel.route_view import RouteLeg

FEW_LEGS = 20
"""So many lines are drawn as finely as they can be seen."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """For whom, on which ground, and how strongly each thing is drawn."""

    say: Catalog
    palette: Palette
    emphasis: Emphasis
    is_of_several: bool
    """Whether the legs are those of several people, so that each has to say whose it is."""
    leg_count: int = 0

    @property
    def coarseness(self) -> float:
        """By how much coarser lines may be where there are many: nobody follows one as closely."""
        return min(max(self.leg_count / FEW_LEGS, 1.0), 3.0)

    def tip(self, leg: RouteLeg) -> str:
        """What a reader learns who points at a leg."""
        return leg_sentence(leg, self.say, with_person=self.is_of_several)
