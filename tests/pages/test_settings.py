"""Every setting in .streamlit/config.toml is one that this Streamlit knows and obeys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from typing import Any

from .browser import REPOSITORY

SETTINGS = tomllib.loads((REPOSITORY / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

# What safety rests on, said twice on purpose: a slip in the file must not go unseen.
PROMISED: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "client.disableDataExport": True,
    "runner.magicEnabled": False,
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 10,
    "server.showEmailPrompt": False,
}


def flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def in_effect() -> dict[str, object]:
    """The values Streamlit reports for the settings in the file, None for those unknown to it."""
    ask = (
        "import json, sys; from streamlit import config; known = config.get_config_options();"
        "print(json.dumps({name: known[name].value if name in known else None"
        " for name in sys.argv[1:]}))"
    )
    told = {key: value for key, value in os.environ.items() if not key.startswith("STREAMLIT_")}
    answer = subprocess.run(
        [sys.executable, "-c", ask, *dict(flat(SETTINGS))],
        cwd=REPOSITORY,
        env=told,
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, object] = json.loads(answer.stdout)
    return found


def test_streamlit_knows_and_obeys_every_setting() -> None:
    assert in_effect() == dict(flat(SETTINGS))


def test_the_settings_that_safety_rests_on_are_there() -> None:
    settings = dict(flat(SETTINGS))

    assert {name: settings.get(name) for name in PROMISED} == PROMISED


def test_the_fonts_are_the_readers_own() -> None:
    assert "fontFaces" not in SETTINGS["theme"]
    assert all("://" not in str(value) for _, value in flat(SETTINGS))
