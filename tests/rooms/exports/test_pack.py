"""The pack: everything of a view, with a manifest that can be checked, and the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from timeline.exports import formats
from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS, Format, Group, formats_of
from timeline.exports.pack import FormatError, write
from timeline.exports.style import Style
from timeline.i18n.catalog import catalog
from timeline.model.view import ViewKind, view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines

FEW = {name: FORMATS[name] for name in ("alt", "caption", "bib")}


def edition_of(link: str, store: Path, style: Style | None = None) -> Edition:
    land = outlines()
    article = article_of(view_of_link(link), asking(store), land)
    return Edition(article, catalog(), land, style or Style())


def members(pack: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_a_word_on_each_file_and_the_manifest_last(built_store: Path) -> None:
    files = members(write(edition_of("fictional-case-a", built_store), FEW))

    assert list(files) == ["README.txt", "alt.txt", "caption.txt", "sources.bib", "manifest.json"]
    readme = files["README.txt"].decode()
    for name in list(files)[1:]:
        assert f"  {name}: " in readme
    assert "Details may be withheld to protect people." in readme


def test_the_manifest_describes_each_file(built_store: Path) -> None:
    style = Style(site="https://site.example/t")
    edition = edition_of("fictional-case-a?status=verified", built_store, style)
    files = members(write(edition, FEW))
    said = json.loads(files["manifest.json"])

    for one in said["files"]:
        content = files[one["name"]]
        assert one["bytes"] == len(content)
        assert one["sha256"] == hashlib.sha256(content).hexdigest()
    assert {one["group"] for one in said["files"]} == {"words"}
    assert (said["view"], said["query"]) == ("case-fictional-case-a", "status=verified")
    assert said["link"] == "https://site.example/t/embed/case-fictional-case-a/?status=verified"
    assert said["build"] == edition.article.build
    assert said["licence"]["name"] == "CC-BY-4.0"
    assert said["standing"][0] == "Details may be withheld to protect people."
    assert view_of_link(said["link"]) == edition.article.view, "the link shows the view again"


def test_without_a_site_the_link_is_a_path(built_store: Path) -> None:
    files = members(write(edition_of("fictional-case-a", built_store), FEW))

    assert json.loads(files["manifest.json"])["link"] == "embed/case-fictional-case-a/"


def test_what_is_published_names_its_version_and_not_the_build(built_store: Path) -> None:
    style = Style(version="0123456789ab")
    said = json.loads(
        members(write(edition_of("fictional-case-a", built_store, style), FEW))["manifest.json"]
    )

    assert said["version"] == "0123456789ab"
    assert "build" not in said


def test_a_format_that_fails_is_named(built_store: Path) -> None:
    def failing(edition: Edition) -> bytes:
        raise KeyError("lane")

    spoiled = {**FEW, "odd": Format("odd.bin", "application/x-odd", Group.DATA, failing)}

    with pytest.raises(FormatError, match="the format odd of case-fictional-case-a"):
        write(edition_of("fictional-case-a", built_store), spoiled)


def test_a_format_without_a_word_of_its_own_is_called_by_its_kind(built_store: Path) -> None:
    odd = Format("odd.bin", "application/x-odd; charset=utf-8", Group.DATA, lambda _: b"1")

    files = members(write(edition_of("fictional-case-a", built_store), {"odd": odd}))

    assert "  odd.bin: application/x-odd\n" in files["README.txt"].decode()


def test_every_format_of_ours_has_a_word_in_the_readme() -> None:
    words = catalog().words

    assert [name for name in FORMATS if f"export.pack.file.{name}" not in words] == ["pack"]
    assert not [group for group in Group if f"export.pack.group.{group}" not in words]


def test_no_two_files_of_a_view_have_one_name() -> None:
    for kind in ViewKind:
        names = [one.file_name.lower() for one in formats_of(kind).values()]
        assert len(set(names)) == len(names)
        assert not {"readme.txt", "versions.json", "versions.html"} & set(names)


@pytest.mark.slow
def test_the_whole_pack_of_a_case_is_the_same_each_time(built_store: Path) -> None:
    one = FORMATS["pack"].write(edition_of("fictional-case-a", built_store))
    other = FORMATS["pack"].write(edition_of("fictional-case-a", built_store))

    assert one == other
    files = members(one)
    expected = {
        form.file_name
        for name, form in formats_of(ViewKind.CASE).items()
        if name not in ("pack", "manifest")
    }
    assert set(files) == {*expected, "README.txt", "manifest.json"}
    assert {stamp.date_time for stamp in zipfile.ZipFile(io.BytesIO(one)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_the_manifest_beside_a_view_is_that_of_its_pack(
    built_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = {name: FORMATS[name] for name in ("manifest", "pack")}
    monkeypatch.setattr(formats, "FORMATS", {**FEW, **last})
    edition = edition_of("fictional-case-a", built_store)

    packed = members(FORMATS["pack"].write(edition))
    assert FORMATS["manifest"].write(edition) == packed["manifest.json"]
    assert FORMATS["pack"].write(replace(edition)) == FORMATS["pack"].write(edition)
