"""A picture and the inset in it laid out together, so that neither loses what the other drops."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.charts.mapping.map_inset import Inset, hides_marks, insets
from timeline.charts.mapping.map_layout import lay_out_still
from timeline.charts.mapping.map_scene import MapLayout, Scene
from timeline.routes.outlines import CountryOutlines


@dataclass(frozen=True, slots=True)
class MapPair:
    """One picture: the map, and with an inset the closer map in its corner."""

    layout: MapLayout
    inset: Inset | None = None
    closer: MapLayout | None = None
    """What the inset holds, in pixels of its box; None without an inset."""

    @property
    def lines(self) -> frozenset[str]:
        """The legs, by id, that have a line in one of the two."""
        return _lines(self.layout) | (_lines(self.closer) if self.closer else frozenset())

    @property
    def named(self) -> frozenset[str]:
        """The places, by id, that have a name in one of the two."""
        closer = self.closer.named_places if self.closer else frozenset()
        return self.layout.named_places | closer


def lay_out_pair(scene: Scene, outlines: CountryOutlines) -> MapPair:
    """The picture with the first inset that shows all it is for, or else with the best.

    An inset is taken only where nothing is lost by it: every leg that the map alone draws has
    a line in one of the two, every end of a leg that it names has a name in one of them, and
    no dot, head or land of the case lies under the inset.
    """
    alone = best = MapPair(lay_out_still(scene))
    for inset in insets(scene, alone.layout, outlines):
        pair = _with_inset(scene, inset, alone)
        if _loses(pair, alone, scene):
            continue
        # One that parts all the places is welcome as such, one for some of them for what it adds.
        is_first = best is alone and not inset.is_of_few
        if is_first or _gain(pair, scene) > _gain(best, scene):
            best = pair
        if inset.numbered <= pair.lines and inset.named & _dots(scene) <= pair.named:
            break
    return best


def _with_inset(scene: Scene, inset: Inset, alone: MapPair) -> MapPair:
    """The inset first: the map keeps what found no room there."""
    closer_scene = Scene(
        inset.view,
        scene.say,
        scene.palette,
        inset.projection,
        is_inset=True,
        numbered=inset.numbered,
        has_neutral_names=False,
        stretch=scene.stretch,
    )
    closer = lay_out_still(closer_scene)
    left_to_map = (inset.numbered - _lines(closer)) & _lines(alone.layout)
    if left_to_map:
        numbered = inset.numbered - left_to_map
        closer = lay_out_still(replace(closer_scene, numbered=numbered))
    layout = lay_out_still(
        replace(
            scene,
            kept_clear=inset.kept_clear,
            unnamed=inset.named & closer.named_places,
            undrawn=inset.numbered - left_to_map,
        )
    )
    return MapPair(layout, inset, closer)


def _loses(pair: MapPair, alone: MapPair, scene: Scene) -> bool:
    """Whether something that the map alone shows is neither on the map nor in the inset."""
    if pair.inset is None or not _lines(alone.layout) <= pair.lines:
        return True
    if not alone.named & _ends(scene) <= pair.named:
        return True
    # Names of land are pushed aside: the land that one belongs to must stay in sight.
    left, top, right, bottom = pair.inset.box
    spots = [
        scene.projection.to_px([name.spot])[0]
        for name in pair.layout.names
        if name.spot is not None and name.land is not None and name.land.is_of_case
    ]
    is_hidden = any(left < x < right and top < y < bottom for x, y in spots)
    return is_hidden or hides_marks(pair.inset.box, pair.layout)


def _gain(pair: MapPair, scene: Scene) -> int:
    """How many legs have a line, and ends of legs a name."""
    return len(pair.lines) + len(pair.named & _ends(scene))


def _ends(scene: Scene) -> frozenset[str]:
    return frozenset(mark.place_id for mark in scene.view.marks if mark.is_leg_end)


def _dots(scene: Scene) -> frozenset[str]:
    ends = (mark for mark in scene.view.marks if mark.is_leg_end and mark.has_dot)
    return frozenset(mark.place_id for mark in ends)


def _lines(layout: MapLayout) -> frozenset[str]:
    return frozenset(drawn.leg.leg_id for drawn in layout.legs if len(drawn.line))
