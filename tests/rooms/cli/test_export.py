"""timeline export: one view in the formats asked for, or a sentence on why not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.builders import Sheets
from timeline.cli import main
from timeline.exports.formats import FORMATS, formats_of
from timeline.model.view import ViewKind


@pytest.fixture
def record(sheets: Sheets, data: Path) -> Path:
    return sheets.write(data)


def export(record: Path, *words: str) -> int:
    return main(["--data", str(record), "export", *words])


def test_one_format_into_a_file(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "words.txt"

    assert export(record, "fictional-case-a", "--format", "alt", "--out", str(out)) == 0
    assert out.read_bytes().startswith(b"Timeline")
    assert capsys.readouterr().out == f"{out}  {out.stat().st_size:,} bytes\n"
    assert [one.name for one in tmp_path.iterdir() if one != record] == ["words.txt"]


def test_several_formats_into_a_folder(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"

    assert export(record, "fictional-case-a", "--format", "alt,bib", "--out", str(out)) == 0
    assert {one.name for one in out.iterdir()} == {"alt.txt", "sources.bib"}


def test_one_format_into_a_folder_that_is_there(record: Path, tmp_path: Path) -> None:
    assert export(record, "fictional-case-a", "--format", "csl", "--out", str(tmp_path)) == 0
    assert json.loads((tmp_path / "sources.csl.json").read_bytes())


def test_a_format_goes_down_a_pipe(record: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert export(record, "fictional-case-a", "--format", "bib", "--out", "-") == 0
    assert capfdbinary.readouterr().out.startswith(b"@misc{")


@pytest.mark.parametrize(
    "link",
    [
        "fictional-case-a",
        "case-fictional-case-a",
        "https://site.example/case?case=fictional-case-a",
        "https://site.example/embed/case-fictional-case-a/?dark=true",
        "https://site.example/export?view=case&case=fictional-case-a&theme=dark",
    ],
)
def test_every_form_of_a_link_leads_to_the_view(link: str, record: Path, tmp_path: Path) -> None:
    assert export(record, link, "--format", "caption", "--out", str(tmp_path / "c.txt")) == 0
    assert (tmp_path / "c.txt").read_text().startswith("Fictional Person A\n")


def test_headline_and_note_of_the_editor(record: Path, tmp_path: Path) -> None:
    words = ("--headline", "Seized, and gone", "--note", "Our own sentence.")

    assert (
        export(
            record, "fictional-case-a", "--format", "caption", "--out", str(tmp_path / "c"), *words
        )
        == 0
    )
    lines = (tmp_path / "c").read_text().splitlines()
    assert lines[0] == "Seized, and gone"
    assert any(line.startswith("Our own sentence. ") for line in lines)


@pytest.mark.parametrize(
    "link",
    [
        "/embed/case-fictional-case-a/?dark=true&headline=Seized&note=A+note.",
        "/export?view=case&case=fictional-case-a&theme=dark&headline=Seized&note=A+note.",
    ],
)
def test_the_look_of_a_link_is_kept_unless_an_option_says_otherwise(
    link: str, record: Path, tmp_path: Path
) -> None:
    def written(*words: str) -> str:
        assert export(record, link, "--format", "embed", "--out", str(tmp_path / "x"), *words) == 0
        return (tmp_path / "x").read_text()

    kept = written()
    assert "<h1>Seized</h1>" in kept
    assert "A note." in kept
    assert "prefers-color-scheme" not in kept
    other = written("--headline", "Gone", "--theme", "auto")
    assert "<h1>Gone</h1>" in other
    assert "A note." in other
    assert "prefers-color-scheme" in other


def test_what_is_pasted_asks_the_site_for_the_same_look(record: Path, tmp_path: Path) -> None:
    words = ("--site", "https://site.example", "--headline", "Seized", "--theme", "dark")
    out = str(tmp_path / "o.json")
    assert export(record, "fictional-case-a", "--format", "oembed", "--out", out, *words) == 0
    said = json.loads((tmp_path / "o.json").read_bytes())
    assert "/embed/case-fictional-case-a/?dark=true&amp;headline=Seized" in said["html"]


@pytest.mark.slow
def test_the_whole_of_a_case(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "all"

    assert export(record, "fictional-case-a", "--format", "all", "--out", str(out)) == 0
    forms = formats_of(ViewKind.CASE)
    assert {one.name for one in out.iterdir()} == {one.file_name for one in forms.values()}
    packed = zipfile.ZipFile(out / "pack.zip")
    for name in packed.namelist():
        if name != "README.txt":
            assert packed.read(name) == (out / name).read_bytes(), name


def test_the_list_of_formats(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(record, "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(FORMATS)
    assert lines[0].split()[1] == next(iter(FORMATS.values())).file_name
    assert export(record, "flows-bv", "--list") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(formats_of(ViewKind.FLOWS))
    assert not (record / "build").exists(), "nothing is built for a list"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ["fictional-case-c"],
            "no case 'fictional-case-c' is public; nearest known: fictional-case-a",
        ),
        (
            ["fictional-case-a", "--format", "captoin"],
            "no format 'captoin'; nearest known: caption",
        ),
        (["fictional-case-a", "--format", ","], "no format is named"),
        (["fictional-case-a?from=1900-01-01&to=1900-01-02"], "nothing on record fits"),
        (
            ["map-fictional-case-b"],
            "no place of Fictional Person B that can be shown is known, so there is no map",
        ),
        (
            ["map-fictional-case-b?from=1900-01-01"],
            "no place of Fictional Person B that can be shown is known with these filters",
        ),
        (["https://site.example/method"], "is no page that can be exported"),
        (["comparison-nothing"], "is no moment to compare by"),
        (["flows-kazakhstan"], "names no country"),
        ([], "name a case"),
        (["fictional-case-a", "--lang", "xx"], "no language 'xx'; there are: en"),
        (["fictional-case-a", "--headline", "x" * 500], "the headline is longer than"),
        (
            ["fictional-case-a", "--format", "alt,bib", "--out", "-"],
            "only one format goes down a pipe",
        ),
    ],
)
def test_what_cannot_be_had_is_said_in_a_line(
    words: list[str], why: str, record: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    if "--out" not in words:
        words = [*words, "--out", str(tmp_path / "out")]
    if "--format" not in words:
        words = [*words, "--format", "alt"]
    assert export(record, *words) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("nothing written: ")
    assert why in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_to_is_said(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")

    assert (
        export(record, "fictional-case-a", "--format", "alt", "--out", str(tmp_path / "file/x"))
        == 1
    )
    assert capsys.readouterr().err.startswith("cannot write: ")


def test_a_record_with_problems_is_not_exported(
    sheets: Sheets, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets.row("events", "person-a-left")["event_type"] = "departur"

    assert export(sheets.write(data), "fictional-case-a", "--out", str(tmp_path / "x")) == 1
    err = capsys.readouterr().err
    assert "column event_type: found 'departur'" in err
    assert err.splitlines()[-1].startswith("nothing written: ")
