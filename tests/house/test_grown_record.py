"""The record that benchmarks are run on is clean, fictional beside the shipped cases, and the same every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.intake.read import read
from timeline.model.record import CaseFile, Record

from .project_files import DATA, ROOT

EVENTS = 600
"""Above what we ship, so that every shipped case has served as a model at least once."""


def grow(folder: Path) -> Path:
    """A grown record, made as the benchmark makes it."""
    script = ROOT / "benchmarks" / "grow_record.py"
    subprocess.run(
        [sys.executable, str(script), str(folder), "--events", str(EVENTS)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grow(tmp_path_factory.mktemp("grown"))


@pytest.fixture(scope="module")
def record(grown: Path) -> Record:
    found = read(grown).record
    assert found is not None
    return found


@pytest.fixture(scope="module")
def shipped() -> Record:
    found = read(DATA).record
    assert found is not None
    return found


def made_up(record: Record) -> list[CaseFile]:
    return [file for file in record.case_files if file.case.case_id.startswith("grown-")]


def test_it_passes_the_check(grown: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(grown), "check"]) == 0, capsys.readouterr().out


def test_it_has_as_many_events_as_asked_for(record: Record) -> None:
    assert sum(len(file.events) for file in record.case_files) >= EVENTS


def test_the_shipped_cases_are_as_they_are(record: Record, shipped: Record) -> None:
    kept = {file.case.case_id: file for file in record.case_files}

    assert all(kept[file.case.case_id] == file for file in shipped.case_files)


def test_it_keeps_the_proportions(record: Record, shipped: Record) -> None:
    def of(files: list[CaseFile], rows: str) -> float:
        return sum(len(getattr(file, rows)) for file in files) / len(files)

    for rows in ("events", "claims", "legs", "involvements", "figures"):
        assert of(made_up(record), rows) == pytest.approx(
            of(list(shipped.case_files), rows), rel=0.5
        )


def test_no_made_up_case_says_anything_of_a_shipped_one(record: Record, shipped: Record) -> None:
    """No sentence, name or address of ours, and nobody of ours, stands in a fictional case."""
    told = {event.summary for file in shipped.case_files for event in file.events}
    told |= {event.title for file in shipped.case_files for event in file.events}
    told |= {claim.value_as_stated for file in shipped.case_files for claim in file.claims}
    told -= {""}
    people = {actor.actor_id for actor in shipped.actors}
    sources = {source.source_id for source in shipped.sources}

    for file in made_up(record):
        assert told.isdisjoint(event.title for event in file.events)
        assert told.isdisjoint(event.summary for event in file.events)
        assert told.isdisjoint(claim.value_as_stated for claim in file.claims)
        assert people.isdisjoint(one.actor_id for one in file.involvements)
        assert people.isdisjoint(leg.actor_id for leg in file.legs)
        assert sources.isdisjoint(claim.source_id for claim in file.claims)


def test_the_same_seed_gives_the_same_bytes(grown: Path, tmp_path: Path) -> None:
    again = grow(tmp_path / "again")
    files = sorted(path.relative_to(grown) for path in grown.rglob("*.csv"))

    assert files == sorted(path.relative_to(again) for path in again.rglob("*.csv"))
    assert all((grown / one).read_bytes() == (again / one).read_bytes() for one in files)
