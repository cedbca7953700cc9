"""The full page: what runs in it is named, ours or pinned; what it says is the view and no more."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from timeline.charts.timeline.time_scale import time_scale
from timeline.exports.edition import Edition
from timeline.exports.interactive.full_page import BUNDLE, KINDS, policy, write
from timeline.exports.interactive.timeline_figure import script_json, tick_levels
from timeline.exports.style import Style
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines

PACKAGE = resources.files("timeline.exports.interactive")


@pytest.fixture(scope="module")
def edition(shipped_store: Path) -> Edition:
    article = article_of(view_of_link("case-salman-mukaev"), asking(shipped_store), outlines())
    return Edition(article, catalog(), outlines())


def test_the_bundle_is_the_published_one_and_as_old_as_plotly_itself() -> None:
    content = (PACKAGE / BUNDLE).read_bytes()
    provenance = (PACKAGE / "plotly-basic.md").read_text(encoding="utf-8")

    assert hashlib.sha256(content).hexdigest() in provenance
    assert f"v{get_plotlyjs_version()}" in content[:200].decode()
    assert f"plotly.js-basic-dist-min` {get_plotlyjs_version()} " in provenance


def test_the_same_edition_is_the_same_page(edition: Edition) -> None:
    assert write(edition) == write(replace(edition))


def test_every_script_of_the_page_is_named_by_its_hash_and_no_other_can_run(
    edition: Edition,
) -> None:
    page = write(edition).decode()
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    assert len(scripts) == 2
    assert policy(scripts) in page
    assert "unsafe-eval" not in page.partition("<script")[0]


def test_nothing_of_plotly_leads_to_its_makers(edition: Edition) -> None:
    config = _data(write(edition))["timeline"]["config"]

    assert config["showSendToCloud"] is False
    assert config["displaylogo"] is False
    assert config["displayModeBar"] is False


def test_a_page_that_follows_its_reader_carries_both_looks_and_a_fixed_one_its_own(
    edition: Edition,
) -> None:
    dark = replace(edition, style=Style(theme="dark"))

    assert set(_data(write(edition))["timeline"]["looks"]) == {"light", "dark"}
    assert set(_data(write(dark))["timeline"]["looks"]) == {"dark"}


def test_the_data_of_the_page_can_close_no_script() -> None:
    text = script_json({"title": "</script><!--\u2028&amp;"})

    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"title": "</script><!--\u2028&amp;"}


def test_every_event_of_the_view_is_in_the_data_and_in_the_table(edition: Edition) -> None:
    page = write(edition)
    ids = {event.event_id for event in edition.article.events}

    assert set(_data(page)["events"]) == ids
    assert all(f'<tr id="{one}">' in page.decode() for one in ids)


def test_every_place_and_line_that_can_be_hit_has_words(edition: Edition) -> None:
    page = write(edition)
    said = _data(page)["map"]
    hit = {one for found in re.findall(rb'data-place="([^"]+)"', page) for one in found.split()}
    legs = set(re.findall(rb'data-leg="([^"]+)"', page))

    assert hit
    assert {one.decode() for one in hit} <= set(said["places"])
    assert {one.decode() for one in legs} == set(said["legs"])


def test_ticks_get_finer_and_stand_nowhere_where_the_axis_is_folded() -> None:
    first, last = dt.date(2001, 5, 3), dt.date(2020, 1, 31)
    scale = time_scale([(first, dt.date(2002, 8, 1)), (dt.date(2018, 2, 1), last)])
    levels = tick_levels(scale, "en")

    assert [len(level) for level in levels] == sorted(len(level) for level in levels)
    assert scale.folds
    assert not any(scale.is_folded(day) for level in levels for day, _ in level)
    assert {"Feb 2019", "15 Feb"} <= {words for _, words in levels[-1]}


def test_views_without_a_picture_to_explore_have_no_such_page() -> None:
    assert {str(kind) for kind in KINDS} == {"case", "timeline", "map"}


def _data(page: bytes) -> dict:
    found = re.search(rb'id="tl-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])
