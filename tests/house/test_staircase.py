"""The import contracts of pyproject.toml hold, and each of them bites."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .project_files import PACKAGE, ROOT

CONFIG = ROOT / "pyproject.toml"

BREACHES = {
    "a study asks its sister": ("evidence/stray.py", "import timeline.chronology.span"),
    "the model looks up": ("model/stray.py", "import timeline.intake.read"),
    "a room that is not on the plan": ("attic/__init__.py", ""),
    "a view-model asks the database": ("viewmodel/stray.py", "import timeline.store.read"),
    "a chart knows Streamlit": ("charts/stray.py", "import streamlit"),
    "the command line knows DuckDB": ("cli/stray.py", "import duckdb"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The verdict on the package `timeline` in or above which *folder* stands."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", CONFIG],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
    )


def test_every_contract_holds() -> None:
    verdict = lint(PACKAGE.parent)

    assert verdict.returncode == 0, verdict.stdout
    assert " 0 broken" in verdict.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_found(breach: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    file, line = BREACHES[breach]
    stray = tmp_path / "timeline" / file
    stray.parent.mkdir(exist_ok=True)
    stray.write_text(line + "\n", encoding="utf-8")

    verdict = lint(tmp_path)

    assert verdict.returncode != 0, verdict.stdout
    assert "stray" in verdict.stdout or "attic" in verdict.stdout
