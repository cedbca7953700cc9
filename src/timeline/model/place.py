"""A place, and the names it goes by."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Disclosure, NameKind, PlacePrecision


class Place(Noun):
    """A named location in WGS 84, as fine as it is known, never finer than it may be published."""

    place_id: str = column(CellKind.ID, "Unique in the whole record.", example="grozny")
    name: str = column(CellKind.TEXT, "The name shown in English.", example="Grozny")
    precision: PlacePrecision = column(
        CellKind.TERM, "How finely the place is known.", terms=PlacePrecision
    )
    published_precision: PlacePrecision = column(
        CellKind.TERM,
        "The finest that may be published; coarser than precision replaces the place by the one around it.",
        terms=PlacePrecision,
    )
    country_code: str | None = column(
        CellKind.COUNTRY,
        "ISO 3166-1 alpha-2; empty when the country is not known.",
        default=None,
        example="RU",
    )
    region_code: str | None = column(
        CellKind.REGION, "ISO 3166-2 of the first-level unit.", default=None, example="RU-CE"
    )
    within_place_id: str | None = column(
        CellKind.REFERENCE,
        "The next larger place of the record that holds it.",
        of="places",
        default=None,
    )
    lon_deg: float | None = column(
        CellKind.DECIMAL,
        "Degrees east, WGS 84; empty for a country and for undisclosed.",
        default=None,
    )
    lat_deg: float | None = column(
        CellKind.DECIMAL,
        "Degrees north, WGS 84; empty for a country and for undisclosed.",
        default=None,
    )
    origin: str = column(
        CellKind.TEXT,
        "Where the point is from: a gazetteer and its id, or how it was checked by hand.",
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see the place; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )


class PlaceName(Noun):
    """One further name of a place."""

    place_id: str = column(CellKind.REFERENCE, "The place.", of="places")
    name: str = column(CellKind.TEXT, "The name in that language and script.", example="Грозный")
    language: str = column(
        CellKind.LANGUAGE,
        "BCP 47 language tag, with script where it is not the usual one.",
        example="ru",
    )
    name_kind: NameKind = column(CellKind.TERM, "What this name is.", terms=NameKind)
