"""Every file that can be made of a view, by name. A new format is one line here and one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from timeline.exports import oembed, pack, snippets
from timeline.exports.data import (
    calendar_file,
    csv_files,
    follow_the_money,
    geojson,
    kepler,
    kml,
    parquet_files,
    spreadsheet,
    storymap,
    timelinejs,
)
from timeline.exports.data.geopackage import package
from timeline.exports.edition import Edition
from timeline.exports.embed import document as embed
from timeline.exports.interactive import full_page
from timeline.exports.picture import svg_file
from timeline.exports.picture.drawings import WITH_MAP, WITH_TIMELINE
from timeline.exports.print import case_sheet, pdf_file, png_file
from timeline.exports.words import citations, text_files
from timeline.model.view import ViewKind


class Group(StrEnum):
    """What a file is for; the order is that of the export page."""

    PAGE = "page"
    """A document to frame or to host."""
    PICTURE = "picture"
    DATA = "data"
    WORDS = "words"
    PACK = "pack"
    """All the others in one file, or about them."""


_PDF, _PNG = "application/pdf", "image/png"
_HTML = "text/html; charset=utf-8"
_SVG = "image/svg+xml"
_CSV = "text/csv; charset=utf-8; header=present"
_PARQUET = "application/vnd.apache.parquet"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

ALL_KINDS = frozenset(ViewKind)
WITH_ROUTES = frozenset({ViewKind.CASE, ViewKind.MAP, ViewKind.EVENTS, ViewKind.FLOWS})


@dataclass(frozen=True, slots=True)
class Format:
    """One file."""

    file_name: str
    """In the folder of a view, in a pack and on a published site; a promise."""
    media_type: str
    group: Group
    write: Callable[[Edition], bytes]
    """The whole file; the same bytes for the same edition."""
    kinds: frozenset[ViewKind] = ALL_KINDS
    """Of which kinds of view it can be made."""


def _pack(edition: Edition) -> bytes:
    return pack.write(edition, formats_of(edition.article.view.kind))


def _manifest(edition: Edition) -> bytes:
    return pack.write_manifest(edition, formats_of(edition.article.view.kind))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "embed": Format("index.html", _HTML, Group.PAGE, embed.write),
        "interactive": Format("interactive.html", _HTML, Group.PAGE, embed.write_interactive),
        "full": Format("full.html", _HTML, Group.PAGE, full_page.write, full_page.KINDS),
        "svg": Format("full.svg", _SVG, Group.PICTURE, svg_file.wide),
        "svg-narrow": Format("narrow.svg", _SVG, Group.PICTURE, svg_file.narrow),
        "svg-light": Format("full-light.svg", _SVG, Group.PICTURE, svg_file.light),
        "svg-dark": Format("full-dark.svg", _SVG, Group.PICTURE, svg_file.dark),
        "svg-timeline": Format(
            "timeline.svg", _SVG, Group.PICTURE, svg_file.timeline, WITH_TIMELINE
        ),
        "svg-map": Format("map.svg", _SVG, Group.PICTURE, svg_file.route_map, WITH_MAP),
        "oembed": Format("oembed.json", "application/json", Group.PAGE, oembed.write),
        "snippets": Format(
            "snippets.txt", "text/plain; charset=utf-8", Group.WORDS, snippets.write
        ),
        "alt": Format("alt.txt", "text/plain; charset=utf-8", Group.WORDS, text_files.alt),
        "description": Format(
            "description.txt", "text/plain; charset=utf-8", Group.WORDS, text_files.description
        ),
        "caption": Format(
            "caption.txt", "text/plain; charset=utf-8", Group.WORDS, text_files.caption
        ),
        "credits": Format(
            "credits.txt", "text/plain; charset=utf-8", Group.WORDS, text_files.credit_lines
        ),
        "bib": Format(
            "sources.bib", "application/x-bibtex; charset=utf-8", Group.WORDS, citations.bibtex
        ),
        "csl": Format(
            "sources.csl.json",
            "application/vnd.citationstyles.csl+json",
            Group.WORDS,
            citations.csl_json,
        ),
        "png": Format("full.png", _PNG, Group.PICTURE, png_file.full),
        "png-2x": Format("full@2x.png", _PNG, Group.PICTURE, png_file.full_double),
        "png-column": Format("column.png", _PNG, Group.PICTURE, png_file.column),
        "png-narrow": Format("narrow@2x.png", _PNG, Group.PICTURE, png_file.narrow),
        "png-dark": Format("full-dark.png", _PNG, Group.PICTURE, png_file.full_dark),
        "png-social": Format("social.png", _PNG, Group.PICTURE, png_file.social),
        "png-story": Format("story.png", _PNG, Group.PICTURE, png_file.story),
        "pdf": Format("full.pdf", _PDF, Group.PICTURE, pdf_file.full),
        "pdf-sheet": Format(
            "sheet-a4.pdf", _PDF, Group.PICTURE, case_sheet.write_case_sheet, case_sheet.KINDS
        ),
        "csv": Format("dataset.csv", _CSV, Group.DATA, csv_files.events),
        "csv-legs": Format("legs.csv", _CSV, Group.DATA, csv_files.legs),
        "csv-claims": Format("claims.csv", _CSV, Group.DATA, csv_files.claims),
        "csv-sources": Format("sources.csv", _CSV, Group.DATA, csv_files.sources),
        "csv-figures": Format("figures.csv", _CSV, Group.DATA, csv_files.figures),
        "xlsx": Format("dataset.xlsx", _XLSX, Group.DATA, spreadsheet.write),
        "geojson": Format("dataset.geojson", "application/geo+json", Group.DATA, geojson.write),
        "geopackage": Format(
            "dataset.gpkg", "application/geopackage+sqlite3", Group.DATA, package.write
        ),
        "kml": Format("dataset.kml", "application/vnd.google-earth.kml+xml", Group.DATA, kml.write),
        "parquet": Format("events.parquet", _PARQUET, Group.DATA, parquet_files.events),
        "geoparquet": Format("places.parquet", _PARQUET, Group.DATA, parquet_files.places),
        "timelinejs-csv": Format("timelinejs.csv", _CSV, Group.DATA, timelinejs.as_sheet),
        "timelinejs": Format("timelinejs.json", "application/json", Group.DATA, timelinejs.as_json),
        "storymap": Format("storymap.json", "application/json", Group.DATA, storymap.write),
        "kepler": Format("kepler.json", "application/json", Group.DATA, kepler.write),
        "ftm": Format(
            "entities.ftm.json", "application/x-ndjson", Group.DATA, follow_the_money.write
        ),
        "ics": Format("dates.ics", "text/calendar; charset=utf-8", Group.DATA, calendar_file.write),
        # Made of all the others, and last.
        pack.MANIFEST: Format("manifest.json", "application/json", Group.PACK, _manifest),
        pack.PACK: Format("pack.zip", "application/zip", Group.PACK, _pack),
    }
)


def formats_of(kind: ViewKind) -> Mapping[str, Format]:
    """The formats that a kind of view can be written in."""
    return {name: one for name, one in FORMATS.items() if kind in one.kinds}
