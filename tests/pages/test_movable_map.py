"""What the movable map rests on in Streamlit's front end and in deck.gl, seen in a browser.

See `charts/deck/deck_spec.py`: layers in a list of their own, layers by zoom, unseen rows
that can be hit. None of that is promised by anybody, so each has its test here.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.pages.map_app import HEIGHT_PX, plan
from timeline.charts.deck.map_plan import MapPlan
from timeline.charts.mapping.held_texts import HeldName, boxes_at
from timeline.charts.mapping.map_labels import Box
from timeline.charts.mapping.map_projection import MapProjection, at_zoom
from timeline.routes.globe import LonLat

from .browser import REPOSITORY, RunningServer, start_server

CANVAS = "[data-testid='stDeckGlJsonChart'] canvas"


@pytest.fixture(scope="module")
def map_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    running = start_server(
        tmp_path_factory.mktemp("map") / "log.txt",
        app=REPOSITORY / "tests" / "pages" / "map_app.py",
        environment={
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "src")]),
            "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
        },
    )
    yield running
    running.stop()


@pytest.fixture(scope="module")
def made() -> MapPlan:
    return plan()


@pytest.fixture
def window(browser: Browser, map_server: RunningServer) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(map_server.url)
    page.locator(CANVAS).first.wait_for()
    _settled(page)
    yield page
    page.close()


def _settled(page: Page) -> None:
    """Wait until the map has stopped changing: graphics by software take their time."""
    before = b""
    for _ in range(60):
        page.wait_for_timeout(250)
        now = page.locator(CANVAS).first.screenshot()
        if now == before and len(set(now)) > 1:
            return
        before = now


def _pixels(page: Page) -> NDArray[np.int_]:
    shot = page.locator(CANVAS).first.screenshot()
    return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"), dtype=int)


def _on_page(page: Page, projection: MapProjection, point: LonLat) -> tuple[float, float]:
    """Where a point of the globe is: the middle of the map stays the middle at any width."""
    box = page.locator(CANVAS).first.bounding_box()
    assert box is not None
    x, y = projection.to_px([point])[0].tolist()
    return (
        box["x"] + box["width"] / 2 + x - projection.width_px / 2,
        box["y"] + HEIGHT_PX / 2 + y - projection.height_px / 2,
    )


def _click(page: Page, point: tuple[float, float]) -> None:
    page.mouse.move(*point)
    page.mouse.click(*point)


def _chosen(page: Page, words: str) -> None:
    expect(page.get_by_text(re.compile(words))).to_be_visible(timeout=20_000)


def _place(made: MapPlan, name: str) -> LonLat:
    (mark,) = (mark for mark in made.view.marks if mark.name == name)
    assert mark.position is not None
    return mark.position


def test_a_place_a_line_and_a_ring_can_be_chosen(window: Page, made: MapPlan) -> None:
    _click(window, _on_page(window, made.projection, _place(made, "Cedarby")))
    _chosen(window, r"place_ids=\('cedarby',\), is_cluster=False")
    window.wait_for_timeout(600)
    path = made.view.legs[1].path
    x, y = _on_page(window, made.projection, path[len(path) // 3])
    # Beside the line, where only its unseen width is.
    _click(window, (x, y + 5))
    _chosen(window, r"leg_id='nobody-invented-2', event_id='event-2'")
    window.wait_for_timeout(600)
    (ring,) = (one for one in made.levels.clusters if one.from_zoom == made.projection.zoom)
    _click(window, _on_page(window, made.projection, ring.gathering.middle))
    _chosen(window, r"place_ids=\('ashford', .*is_cluster=True")


def test_a_click_does_not_fade_the_rest_of_the_map(
    window: Page, map_server: RunningServer, made: MapPlan
) -> None:
    before = _pixels(window)
    _click(window, _on_page(window, made.projection, _place(made, "Cedarby")))
    _chosen(window, "cedarby")
    window.mouse.move(5, 5)
    _settled(window)
    # The deck is the same as before: only Streamlit could have changed what it looks like.
    assert np.abs(_pixels(window) - before).max(axis=2).mean() < 0.5


def test_what_is_marked_is_redrawn_and_the_front_end_lets_go_of_its_own_selection(
    window: Page, map_server: RunningServer, made: MapPlan
) -> None:
    window.goto(f"{map_server.url}/?mark=1")
    window.locator(CANVAS).first.wait_for()
    _settled(window)
    _click(window, _on_page(window, made.projection, _place(made, "Cedarby")))
    _chosen(window, "cedarby")
    _settled(window)
    expect(window.get_by_role("button", name="Clear selection")).to_have_count(0)


def _ink(page: Page, box: Box) -> float:
    """The share of dark pixels in a box of the canvas."""
    pixels = _pixels(page)[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]
    return float((pixels.sum(axis=2) < 300).mean())


def _come_closer(page: Page, x: float, y: float) -> None:
    """A double click, which comes one zoom closer about the pointer.

    On a busy machine its clicks may lie too far apart to count as one; then nothing moves, and
    a reader would do it again. The next must wait until all is drawn.
    """
    page.mouse.move(x, y)
    _settled(page)
    before = _pixels(page)
    for _ in range(3):
        page.mouse.dblclick(x, y, delay=40)
        page.wait_for_timeout(900)
        _settled(page)
        if np.abs(_pixels(page) - before).max(axis=2).mean() > 1:
            return
    raise AssertionError("a double click moves nothing")


def test_names_appear_and_rings_open_as_the_reader_comes_closer(
    window: Page, made: MapPlan
) -> None:
    (ring,) = (one for one in made.levels.clusters if one.from_zoom == made.projection.zoom)
    assert ring.name is not None
    freed = [
        one
        for one in made.levels.texts
        if isinstance(one.held, HeldName)
        and one.held.name.mark in ring.gathering.marks
        and one.from_zoom is not None
    ]
    steps = round(max(one.from_zoom or 0 for one in freed) - made.projection.zoom)
    assert 1 <= steps <= 3
    x, y = _on_page(window, made.projection, ring.gathering.middle)
    # Beside the ring: a click on it would open it at once.
    x, y = x - ring.gathering.ring_px - 16, y + 16
    seen = made.projection
    box = window.locator(CANVAS).first.bounding_box()
    assert box is not None

    def boxes(projection: MapProjection) -> list[Box]:
        # From the picture's pixels to those of the canvas, which may be wider.
        by_x = box["width"] / 2 - projection.width_px / 2
        return [
            Box(one.left + by_x, one.top, one.right + by_x, one.bottom)
            for group in boxes_at([one.held for one in freed], projection)
            for one in group
        ]

    for _ in range(steps):
        _come_closer(window, x, y)
    window.mouse.move(5, 5)
    _settled(window)
    for _ in range(steps):
        seen = _about(seen, x - box["x"], y - box["y"], box["width"])
    for name, inked in zip(freed, boxes(seen), strict=True):
        assert _ink(window, inked) > 0.06, name.held


def _about(
    seen: MapProjection, canvas_x: float, canvas_y: float, canvas_width: float
) -> MapProjection:
    """The picture one zoom closer, the point under the pointer staying where it is."""
    closer = at_zoom(seen, seen.zoom + 1)
    x = canvas_x - canvas_width / 2 + seen.width_px / 2
    at = seen.to_degrees(np.array([[x, canvas_y]]))[0].tolist()
    now_x, now_y = closer.to_px([at])[0].tolist()
    return MapProjection(
        closer.crs,
        closer.scale,
        closer.left + (now_x - x) / closer.scale,
        closer.top - (now_y - canvas_y) / closer.scale,
        closer.width_px,
        closer.height_px,
    )
