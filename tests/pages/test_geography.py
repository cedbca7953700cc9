"""The boundaries come from addresses that change with the boundaries."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.publishing.land import boundaries_folder
from timeline.ui import geography
from timeline.ui.geography import read_boundaries

from .browser import RunningServer


def outline(west_deg: float, **properties: str | None) -> dict[str, Any]:
    ring = [[west_deg, 0.0], [west_deg + 1, 0.0], [west_deg, 1.0], [west_deg, 0.0]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(folder: Path, layer: str, *features: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "name": "not sent", "features": features}
    (folder / f"{layer}.geojson").write_text(json.dumps(collection, indent=2))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two invented countries, one of them in two parts, and a region drawn twice."""
    folder = tmp_path / "data" / "frozen" / "boundaries"
    write(
        folder,
        "countries",
        outline(1, iso2="XA"),
        outline(2, iso2="XB"),
        outline(3, iso2="XB"),
        outline(4, iso2=None),
    )
    write(folder, "regions", outline(5, region_code="XA-1"), outline(6, region_code="XA-2"))
    write(folder, "regions_caucasus", outline(7, region_code="XA-1"))
    write(folder, "drafts", outline(8, iso2="XC"))
    return tmp_path / "data"


@pytest.fixture
def served(fresh_server: Callable[..., RunningServer], data: Path) -> RunningServer:
    return fresh_server(environment={"TIMELINE_DATA": str(data)})


@pytest.fixture
def addresses(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes this process name the same addresses as a server of the same data."""
    monkeypatch.setenv("TIMELINE_DATA", str(data))


def west_edges(body: bytes) -> list[float]:
    collection = json.loads(body)
    assert set(collection) == {"type", "features"}
    return [feature["geometry"]["coordinates"][0][0][0] for feature in collection["features"]]


@pytest.mark.usefixtures("addresses")
def test_an_address_answers_with_its_shapes_for_good(served: RunningServer) -> None:
    expected = {
        geography.geography_url("countries"): [1, 2, 3, 4],
        geography.geography_url("regions"): [5, 6],
        geography.country_url("XB"): [2, 3],
        geography.region_url("XA-1"): [7],
        geography.region_url("XA-2"): [6],
    }
    for address, edges in expected.items():
        answer = served.get(address)
        assert answer.status == 200, address
        assert west_edges(answer.body) == edges
        assert b" " not in answer.body and b"\n" not in answer.body
        assert answer.headers["content-type"] == "application/geo+json"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert "default-src 'none'" in answer.headers["content-security-policy"]

        compressed = served.get(address, {"Accept-Encoding": "gzip"})
        assert compressed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(compressed.body) == answer.body


@pytest.mark.usefixtures("addresses")
def test_anything_else_below_geo_is_not_found_and_not_remembered(served: RunningServer) -> None:
    known = geography.geography_url("countries")
    digest = known.split("/")[2]
    for address in (
        known.replace(digest, "0" * len(digest)),
        known.replace(digest, digest.upper() + "0"),
        f"/geo/{digest}/disputed.json",
        f"/geo/{digest}/drafts.json",
        f"/geo/{digest}/country/XC.json",
        f"/geo/{digest}/country/None.json",
        f"/geo/{digest}/country/xa.json",
        f"/geo/{digest}/region/XA-3.json",
        f"/geo/{digest}/country/..%2Fcountries.json",
        f"/geo/{digest}/countries.geojson",
    ):
        answer = served.get(address)
        assert answer.status in {400, 404}, address
        assert "immutable" not in answer.headers.get("cache-control", "")


def test_a_corrected_boundary_has_a_new_address(data: Path) -> None:
    folder = data / "frozen" / "boundaries"
    before = read_boundaries(folder).digest
    assert read_boundaries(folder).digest == before

    write(folder, "disputed", outline(9))

    assert read_boundaries(folder).digest != before


def test_an_outline_nobody_drew_is_named_as_missing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATA", str(data))

    with pytest.raises(KeyError, match="'XC'"):
        geography.country_url("XC")
    with pytest.raises(KeyError, match="'lakes'"):
        geography.geography_url("lakes")


def test_a_server_without_boundaries_starts_and_says_so(
    fresh_server: Callable[..., RunningServer], tmp_path: Path
) -> None:
    server = fresh_server(environment={"TIMELINE_DATA": str(tmp_path)})

    assert server.get("/geo/e3b0c44298fc1c14/countries.json").status == 404


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"type": "Feature"}', '{"type": "FeatureCollection"}', "null"]
)
def test_a_file_that_is_no_collection_is_refused_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "countries.geojson").write_text(content)

    with pytest.raises(ValueError, match=r"countries\.geojson"):
        read_boundaries(tmp_path)


def test_the_bundled_boundaries_hold_what_the_maps_ask_for() -> None:
    held = read_boundaries(boundaries_folder())

    assert {"countries", "regions", "disputed"} <= set(held.layers)
    assert {"RU", "KZ", "KG", "AM", "GE", "TR", "FR", "UA"} <= set(held.countries)
    assert "RU-CE" in held.regions
    # What a first map costs a reader, once.
    assert len(held.layers["countries"].compressed) < 250_000
