"""Nothing in the code calls elsewhere, names one machine, or opens a door we keep shut."""

from __future__ import annotations

import ast
import re
import tempfile
from pathlib import Path

import pytest

from .project_files import PACKAGE, ROOT, named, source_files, strings, syntax, tracked_files

ADDRESS = re.compile(
    r"\b(?:https?|wss?|ftp)://(?!www\.w3\.org/)[\w-]+\.\w|(?<![\w:/])//[\w-]+\.[\w-]+\.\w"
)
"""Comments and docstrings may name a site; a string in the code may not. Those of the W3C
are the names of XML vocabularies, which nobody fetches."""

VOCABULARIES = frozenset({"http://www.opengis.net/kml/2.2"})
"""Names of other XML vocabularies that must stand in files of theirs; they are names, and no
address: exactly these strings, alone, and nobody fetches them."""

FOREIGN_MAPS = re.compile(
    r"scatter_?geo|choropleth|scatter_?map|density_?map|mapbox", re.IGNORECASE
)
"""Plotly's maps, which fetch their land from Plotly's own server."""

SHUT = {
    "unsafe_allow_html": "markup in text of the record would be run",
    "to_html": "pydeck and pandas write text into scripts unescaped",
    "allow_unsafe_jscode": "text of the record would be run",
    "file_uploader": "a file of a reader's would be read",
    "iframe": "frames another page",
    "read_file": "GDAL follows addresses and paths inside files",
}
SHUT_IN = {
    "st": {"map": "asks a map host", "components": "runs scripts"},
    "components": {"html": "runs scripts", "v1": "runs scripts"},
    "pd": dict.fromkeys(("read_csv", "read_excel", "read_json"), "opens an address it is given"),
}

FRAMES = PACKAGE / "ui" / "show" / "preview.py"
"""The one file that frames: addresses below /embed/, which have an origin of their own."""
FRAME = "iframe: frames another page"

HOMES = re.compile(r"(?<![\w.])/(?:home|root|Users|mnt)/\w|\b[A-Z]:\\+Users")


def breaches(tree: ast.Module) -> list[str]:
    """What a file says that it may not, with the line."""
    found = [
        f"line {text.lineno}: the address {text.value!r}"
        for text in strings(tree)
        if ADDRESS.search(str(text.value)) and text.value not in VOCABULARIES
    ]
    found += [
        f"line {text.lineno}: the map {text.value!r}"
        for text in strings(tree)
        if FOREIGN_MAPS.search(str(text.value))
    ]
    for node in ast.walk(tree):
        for name in _names(node):
            if name in SHUT:
                found.append(f"{name}: {SHUT[name]}")
            if FOREIGN_MAPS.search(name):
                found.append(f"{name}: fetches its land")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            why = SHUT_IN.get(node.value.id, {}).get(node.attr)
            if why:
                found.append(f"{node.value.id}.{node.attr}: {why}")
        if isinstance(node, ast.Call) and _called(node.func) == "Deck" and not _without_host(node):
            found.append(f"line {node.lineno}: a Deck without map_provider=None asks a map host")
    return found


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.keyword) and node.arg:
        return [node.arg]
    return []


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _without_host(call: ast.Call) -> bool:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    provider = given.get("map_provider")
    return isinstance(provider, ast.Constant) and provider.value is None


def test_no_file_opens_what_is_kept_shut() -> None:
    found = {named(file): said for file in source_files() if (said := breaches(syntax(file)))}

    assert found.pop(named(FRAMES)) == [FRAME]
    assert found == {}


def test_no_words_and_no_questions_lead_elsewhere() -> None:
    texts = [*PACKAGE.rglob("*.toml"), *PACKAGE.rglob("*.sql")]

    assert [named(file) for file in texts if ADDRESS.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "bad",
    [
        "tiles = 'https://tiles.example.org/{z}/{x}/{y}.png'",
        "script = '<script src=\"//cdn.example.org/x.js\"></script>'",
        "name = 'http://www.opengis.net/kml/2.2/schema.xsd'",
        "st.markdown(text, unsafe_allow_html=True)",
        "st.map(frame)",
        "st.iframe(address)",
        "place.iframe(address)",
        "components.html(text)",
        "go.Scattergeo(lat=[1])",
        "figure.add_choropleth()",
        "figure.add_trace({'type': 'scattergeo'})",
        "pdk.Deck(layers)",
        "Deck(layers, map_provider='carto')",
        "deck.to_html('map.html')",
        "geopandas.read_file(path)",
        "pd.read_csv(text)",
        "st.file_uploader('sheet')",
    ],
)
def test_a_breach_is_found(bad: str) -> None:
    assert breaches(ast.parse(bad))


def test_what_is_allowed_is_let_through() -> None:
    assert (
        breaches(ast.parse('"""See https://example.org."""\npdk.Deck([], map_provider=None)')) == []
    )


def test_no_file_names_the_machine_it_was_written_on() -> None:
    # A home as short as /app could as well be an address of ours.
    here = {path for path in (ROOT, Path.home()) if len(path.parts) > 2}
    paths = [re.escape(path.as_posix()) for path in {*here, Path(tempfile.gettempdir())}]
    machine = re.compile(rf"(?<![\w.])(?:{'|'.join(paths)})/\w|{HOMES.pattern}")
    found = [
        f"{named(file)}: {match[0]}"
        for file in tracked_files()
        if file.suffix not in (".geojson", ".lock", ".png")
        for match in machine.finditer(file.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_a_path_of_a_machine_is_found() -> None:
    assert HOMES.search("open('/ho" + "me/somebody/notes.txt')")
