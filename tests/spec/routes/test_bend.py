"""Lines are bent apart, so that a way there and the way back do not lie on each other."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from timeline.routes.bend import Stretch, bends, bent_path
from timeline.routes.globe import azimuth_deg, point_along

GROZNY, BISHKEK = (45.7, 43.3), (74.6, 42.9)
EXTENT_KM = 2500.0


def least_gap_km(one: object, other: object) -> float:
    """How close two lines come in the middle half of the first."""
    inner = np.asarray(one)[len(one) // 4 : -(len(one) // 4)]  # type: ignore[arg-type]
    line = shapely.LineString(np.asarray(other))
    return min(shapely.Point(point).distance(line) for point in inner) * 80


def test_a_bent_line_keeps_its_ends() -> None:
    path = bent_path(GROZNY, BISHKEK, 0.2)
    assert path[0] == GROZNY
    assert path[-1] == pytest.approx(BISHKEK)


def test_a_line_bends_to_the_left_of_travel() -> None:
    there = bent_path((0, 0), (10, 0), 0.1)
    back = bent_path((10, 0), (0, 0), 0.1)
    assert there[len(there) // 2][1] > 0.9
    assert back[len(back) // 2][1] < -0.9


def test_the_way_back_takes_the_other_side() -> None:
    out, back = Stretch(GROZNY, BISHKEK), Stretch(BISHKEK, GROZNY)
    one, two = bends([out, back], extent_km=EXTENT_KM)
    gap = least_gap_km(bent_path(GROZNY, BISHKEK, one), bent_path(BISHKEK, GROZNY, two))
    assert gap > 0.03 * EXTENT_KM


def test_several_people_on_one_way_are_all_seen() -> None:
    found = bends([Stretch(GROZNY, BISHKEK)] * 4, extent_km=EXTENT_KM)
    paths = [bent_path(GROZNY, BISHKEK, bend) for bend in found]
    gaps = [
        least_gap_km(one, other) for index, one in enumerate(paths) for other in paths[index + 1 :]
    ]
    assert min(gaps) > 0.02 * EXTENT_KM


def test_a_very_short_line_bends_enough_to_be_seen() -> None:
    near = (GROZNY[0] + 0.5, GROZNY[1])
    (bend,) = bends([Stretch(GROZNY, near)], extent_km=EXTENT_KM)
    # As high as a half-circle almost: higher, it would be a loop.
    assert 0.3 <= abs(bend) <= 0.5


def test_a_line_keeps_clear_of_other_places() -> None:
    middle = (5.0, 0.6)
    (free,) = bends([Stretch((0, 0), (10, 0))], extent_km=1200)
    (kept_clear,) = bends([Stretch((0, 0), (10, 0))], [middle], extent_km=1200)
    dot = shapely.Point(middle)
    on_it = shapely.LineString(bent_path((0, 0), (10, 0), free)).distance(dot)
    beside = shapely.LineString(bent_path((0, 0), (10, 0), kept_clear)).distance(dot)
    assert beside >= on_it


def test_the_same_legs_bend_the_same_way_every_time() -> None:
    stretches = [Stretch(GROZNY, BISHKEK), Stretch(BISHKEK, GROZNY), Stretch((28, 53), GROZNY)]
    assert bends(stretches, extent_km=EXTENT_KM) == bends(stretches, extent_km=EXTENT_KM)


@pytest.mark.parametrize("count", [1, 2, 5, 9, 16])
def test_no_line_sets_out_in_a_direction_that_is_not_its_own(count: int) -> None:
    """On a map of the earth, a leg from island to island was a hairpin."""
    suva, apia = (178.44, -18.14), (-171.77, -13.83)
    for bend in bends([Stretch(suva, apia), Stretch(apia, suva)] * count, extent_km=40_000):
        path = bent_path(suva, apia, bend)
        ahead = azimuth_deg(suva, apia)
        for share in (0.02, 0.05, 0.1):
            turn = azimuth_deg(suva, point_along(path, share)) - ahead
            assert abs((turn + 180) % 360 - 180) <= 60


def test_several_short_lines_on_one_way_have_heights_of_their_own() -> None:
    near = (GROZNY[0] + 0.5, GROZNY[1])
    found = bends([Stretch(GROZNY, near)] * 6, extent_km=EXTENT_KM)
    assert len(set(found)) == 6
