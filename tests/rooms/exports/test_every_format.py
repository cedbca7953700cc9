"""What holds of every file of a view, whoever writes it: the same bytes anywhere, at any time."""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import io
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.exports import pack
from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS, formats_of
from timeline.i18n.catalog import catalog
from timeline.model.view import ViewKind, view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines

ROOT = Path(__file__).parents[3]
FICTIONAL = ("case", "timeline", "map", "events", "comparison-detention", "flows-aq")
"""A view of every kind, of the fictional record."""
SHIPPED = "case-salman-mukaev"

Files = Mapping[str, bytes]
"""Content by the name of its format."""


@dataclass(frozen=True, slots=True)
class Written:
    """Every file of every view, and what another process made of the same."""

    files: Mapping[str, Files]
    """By link."""
    hashes_elsewhere: Mapping[str, Mapping[str, str]]
    """SHA-256 by link and format: in another folder, time zone and order of sets."""


def write_all(store: Path, links: tuple[str, ...]) -> dict[str, dict[str, bytes]]:
    ask, land = asking(store), outlines()
    found = {}
    for link in links:
        edition = Edition(article_of(view_of_link(link), ask, land), catalog(), land)
        found[link] = write_each(edition)
    return found


def write_each(edition: Edition) -> dict[str, bytes]:
    """Every format, the manifest and the pack made of what is written already."""
    formats = formats_of(edition.article.view.kind)
    contents = pack.written(edition, formats)
    contents[pack.MANIFEST] = pack.described(edition, formats, contents)
    return contents


def hashes(written: Mapping[str, Files]) -> dict[str, dict[str, str]]:
    return {
        link: {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        for link, files in written.items()
    }


ELSEWHERE = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.rooms.exports.test_every_format import FICTIONAL, SHIPPED, hashes, write_all
found = write_all(Path(sys.argv[2]), FICTIONAL) | write_all(Path(sys.argv[3]), (SHIPPED,))
print(json.dumps(hashes(found)))
"""


@pytest.fixture(scope="module")
def written(
    built_store: Path, shipped_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Written:
    changed = {"PYTHONHASHSEED": "4", "TZ": "Pacific/Auckland", "USER": "somebody"}
    with subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(ROOT), str(built_store), str(shipped_store)],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env=os.environ | changed,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as other:
        files = write_all(built_store, FICTIONAL) | write_all(shipped_store, (SHIPPED,))
        answer, complaint = other.communicate()
    assert other.returncode == 0, complaint
    return Written(files, json.loads(answer))


def every(written: Written) -> Iterator[tuple[str, str, bytes]]:
    for link, files in written.files.items():
        for name, content in files.items():
            yield link, name, content


def test_every_kind_of_view_is_written(written: Written) -> None:
    assert {view_of_link(link).kind for link in written.files} == set(ViewKind)
    assert {name for _, name, _ in every(written)} | {pack.PACK} == set(FORMATS)


def test_another_process_writes_the_same_bytes(written: Written) -> None:
    here = hashes(written.files)
    differing = [
        f"{name} of {link}"
        for link, files in here.items()
        for name, digest in files.items()
        if written.hashes_elsewhere[link][name] != digest
    ]

    assert differing == []


def test_the_pack_is_written_twice_alike(built_store: Path) -> None:
    packs = []
    for _ in range(2):
        land = outlines()
        edition = Edition(
            article_of(view_of_link("flows-aq"), asking(built_store), land), catalog(), land
        )
        packs.append(FORMATS[pack.PACK].write(edition))

    assert packs[0] == packs[1]
    with zipfile.ZipFile(io.BytesIO(packs[0])) as opened:
        assert opened.testzip() is None
        assert {one.date_time[0] for one in opened.infolist()} == {1980}


def test_no_file_is_empty(written: Written) -> None:
    assert [f"{name} of {link}" for link, name, content in every(written) if not content] == []


def test_every_file_is_what_its_media_type_says(written: Written) -> None:
    wrong = [
        f"{name} of {link}"
        for link, name, content in every(written)
        if not looks_like(FORMATS[name].media_type.partition(";")[0], content)
    ]

    assert wrong == []


BEGINNINGS = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "application/pdf": b"%PDF-",
    "application/zip": b"PK\x03\x04",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": b"PK\x03\x04",
    "application/geopackage+sqlite3": b"SQLite format 3\x00",
    "application/vnd.apache.parquet": b"PAR1",
    "text/html": b"<!doctype html>",
    "image/svg+xml": b"<svg ",
    "text/calendar": b"BEGIN:VCALENDAR\r\n",
}


def looks_like(media_type: str, content: bytes) -> bool:
    if media_type in BEGINNINGS:
        start = BEGINNINGS[media_type]
        return content[: len(start)].lower() == start.lower()
    if media_type.endswith("ndjson"):
        return all(isinstance(json.loads(line), dict) for line in content.splitlines())
    if media_type.endswith("json"):
        return isinstance(json.loads(content), dict | list)
    # Everything else is text.
    return bool(content.decode("utf-8"))


@pytest.mark.parametrize(
    ("media_type", "content"),
    [("image/png", b"%PDF-1.7"), ("application/pdf", b""), ("text/html", b"<svg/>")],
)
def test_a_wrong_media_type_is_found(media_type: str, content: bytes) -> None:
    assert not looks_like(media_type, content)


def test_file_names_are_unique_and_plain() -> None:
    names = [form.file_name for form in FORMATS.values()]

    assert len({name.lower() for name in names}) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9][a-z0-9@.-]*\.[a-z]+", name)] == []


def test_media_types_are_written_as_they_should_be() -> None:
    types = {form.media_type for form in FORMATS.values()}
    grammar = r"[a-z]+/[a-z0-9.+-]+(; [a-z]+=[a-z0-9-]+)*"

    assert [one for one in types if not re.fullmatch(grammar, one)] == []
    assert [one for one in types if one.startswith("text/") and "charset=utf-8" not in one] == []


def test_no_file_says_where_when_or_by_whom_it_was_made(
    written: Written, built_store: Path, shipped_store: Path
) -> None:
    telling = traces(built_store.parent, shipped_store.parent)
    found = [
        f"{name} of {link}: {trace!r}"
        for link, name, content in every(written)
        for trace in traces_in(content, telling)
    ]

    assert found == []


def traces(*folders: Path) -> tuple[str, ...]:
    """What would give away the machine, its user or the day."""
    today = dt.datetime.now(dt.UTC)
    days = {today - dt.timedelta(days=1), today, today + dt.timedelta(days=1)}
    places = {str(path) for path in (ROOT, Path(tempfile.gettempdir()), Path(sys.prefix), *folders)}
    people = {getpass.getuser(), platform.node(), Path.home().name}
    # A name like "root" is a word as well; as part of a path it is none.
    names = {f"/{name}/" for name in people if name} | {n for n in people if len(n) > 6}
    patterns = ("%Y-%m-%d", "%Y%m%d", "%d %b %Y", "%Y/%m/%d")
    clock = {day.strftime(pattern) for day in days for pattern in patterns}
    return tuple(sorted(places | names | clock - recorded(clock)))


def recorded(days: set[str]) -> set[str]:
    """Of these days those that the shipped record itself speaks of."""
    text = "".join(file.read_text("utf-8-sig") for file in (ROOT / "data").rglob("*.csv"))
    return {day for day in days if day in text}


def traces_in(content: bytes, telling: tuple[str, ...]) -> set[str]:
    return {
        trace
        for layer in layers(content)
        for trace in telling
        if trace.encode() in layer or trace.encode("utf-16-le") in layer
    }


def layers(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed inside them: members of a zip, streams of a PDF."""
    yield content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            for member in opened.infolist():
                yield member.filename.encode()
                yield from layers(opened.read(member))
    if content.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
            try:
                yield zlib.decompressobj().decompress(stream)
            except zlib.error:
                yield stream


def test_a_trace_is_found_wherever_it_is_packed() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.txt", b"made in /somewhere/here on this day")
    pdf = b"%PDF-1.7\nstream\n" + zlib.compress(b"/somewhere/here") + b"\nendstream"

    assert traces_in(held.getvalue(), ("/somewhere/here",)) == {"/somewhere/here"}
    assert traces_in(pdf, ("/somewhere/here",)) == {"/somewhere/here"}
    assert traces_in("/somewhere/here".encode("utf-16-le"), ("/somewhere/here",))
