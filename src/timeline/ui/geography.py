"""The bundled boundaries, by address: fetched once by a browser and kept for good.

A map that names an address instead of carrying its land in every message stays small,
and the reader's browser never asks a map host for anything.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from timeline.publishing.land import REGION_LAYERS, boundaries_folder
from timeline.ui.compression import accepts_gzip

# Only these are served: a file that strays into the folder is not published by it.
LAYERS = ("countries", "regions", "regions_caucasus", "disputed", "lakes")
COUNTRY_LAYERS = ("countries",)

FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Shapes:
    """One answer: a FeatureCollection as compact JSON, plain and compressed."""

    plain: bytes
    compressed: bytes


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Everything the boundary folder holds, ready to send."""

    digest: str
    """Start of the SHA-256 over names and bytes of the files read. Part of every
    address, so that a corrected boundary is a new address and an old one ends."""
    layers: Mapping[str, Shapes]
    countries: Mapping[str, Shapes]
    """By ISO 3166-1 alpha-2 code, in capitals."""
    regions: Mapping[str, Shapes]


def read_boundaries(folder: Path) -> Boundaries:
    """Read the known layers of a folder; a missing file or folder is a missing layer.

    Raises ValueError, naming the file, when a file is not a GeoJSON FeatureCollection.
    """
    digest = hashlib.sha256()
    features: dict[str, list[dict[str, Any]]] = {}
    for layer in LAYERS:
        file = folder / f"{layer}.geojson"
        if not file.is_file():
            continue
        content = file.read_bytes()
        digest.update(f"{layer} {len(content)}\n".encode())
        digest.update(content)
        features[layer] = _features(file.name, content)
    return Boundaries(
        digest=digest.hexdigest()[:16],
        layers=MappingProxyType({name: _shapes(found) for name, found in features.items()}),
        countries=_by_code(features, COUNTRY_LAYERS, "iso2"),
        regions=_by_code(features, REGION_LAYERS, "region_code"),
    )


def boundaries() -> Boundaries:
    """The boundaries of this process, read from disk once."""
    with _reading:
        return _read_once(boundaries_folder())


def geography_url(name: str) -> str:
    """The address of one layer, such as `countries`, relative to the app's origin.

    Raises KeyError when the boundary folder does not hold that layer.
    """
    held = boundaries()
    _require(name, held.layers, "boundary layer")
    return f"/geo/{held.digest}/{name}.json"


def country_url(iso2: str) -> str:
    """The address of one country's outline, by ISO 3166-1 alpha-2 code in capitals.

    Raises KeyError for a code without an outline.
    """
    held = boundaries()
    _require(iso2, held.countries, "country outline")
    return f"/geo/{held.digest}/country/{iso2}.json"


def region_url(code: str) -> str:
    """The address of one region's outline, by the `region_code` of the boundary files.

    Raises KeyError for a code without an outline.
    """
    held = boundaries()
    _require(code, held.regions, "region outline")
    return f"/geo/{held.digest}/region/{code}.json"


def routes() -> list[BaseRoute]:
    """The routes that answer the addresses above, and 404 for all else below /geo."""
    return [
        Mount(
            "/geo",
            routes=[
                Route("/{digest}/{code}.json", _layer),
                Route("/{digest}/country/{code}.json", _country),
                Route("/{digest}/region/{code}.json", _region),
            ],
        )
    ]


def _layer(request: Request) -> Response:
    return _answer(request, boundaries().layers)


def _country(request: Request) -> Response:
    return _answer(request, boundaries().countries)


def _region(request: Request) -> Response:
    return _answer(request, boundaries().regions)


def _answer(request: Request, known: Mapping[str, Shapes]) -> Response:
    shapes = known.get(request.path_params["code"])
    # Another digest is another edition of the boundaries, and this server has only
    # the one: answering with it would pin wrong land in the reader's cache for a year.
    if shapes is None or request.path_params["digest"] != boundaries().digest:
        return PlainTextResponse(
            "Not Found", status_code=404, headers={"Cache-Control": "no-store"}
        )
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    body = shapes.plain
    if accepts_gzip(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
        body = shapes.compressed
    return Response(body, media_type="application/geo+json", headers=headers)


_reading = threading.Lock()


@functools.lru_cache(maxsize=1)
def _read_once(folder: Path) -> Boundaries:
    return read_boundaries(folder)


def _features(file_name: str, content: bytes) -> list[dict[str, Any]]:
    try:
        collection = json.loads(content)
        features = collection["features"]
        if collection["type"] != "FeatureCollection" or not isinstance(features, list):
            raise ValueError
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{file_name} is not a GeoJSON FeatureCollection") from error
    return features


def _by_code(
    features: Mapping[str, list[dict[str, Any]]], layers: Iterable[str], code: str
) -> Mapping[str, Shapes]:
    """One answer per code, from the first layer that has the code."""
    found: dict[str, list[dict[str, Any]]] = {}
    for layer in layers:
        in_layer: dict[str, list[dict[str, Any]]] = {}
        for feature in features.get(layer, ()):
            if value := (feature.get("properties") or {}).get(code):
                in_layer.setdefault(str(value), []).append(feature)
        found = in_layer | found
    return MappingProxyType({value: _shapes(parts) for value, parts in found.items()})


def _shapes(features: list[dict[str, Any]]) -> Shapes:
    # Only the features travel: whatever else a file says about itself stays here.
    collection = {"type": "FeatureCollection", "features": features}
    plain = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
    return Shapes(plain, gzip.compress(plain, 9, mtime=0))


def _require(code: str, known: Mapping[str, Shapes], what: str) -> None:
    if code not in known:
        raise KeyError(f"no {what} {code!r} in the boundary files; there are: {sorted(known)}")
