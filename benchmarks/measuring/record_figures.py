"""Taking the figures of our overview as its page draws them, for the bare page to draw.

    cd benchmarks && TIMELINE_DATA=… python -m measuring.record_figures APP.PY FOLDER

The page itself is run, once for each choice, with the two calls that draw charts listened to. So
the baseline draws the same figures with the same options, whatever the page has done to make them.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

from measuring.choices import EVERYTHING, LAND, STATIC, Choice
from timeline.i18n.catalog import catalog
from timeline.i18n.country_names import country_name
from timeline.intake.folder import data_folder
from timeline.store.connection import open_store
from timeline.store.location import current_store

_KEPT_OPTIONS = ("width", "height", "theme", "config", "key", "alt", "use_container_width")
_CHARTS = ("plotly_chart", "pydeck_chart")

Call = tuple[str, Any, dict[str, Any]]
"""The Streamlit call, its chart, its options; a deck as the text that goes to the browser."""


def record(app: Path, folder: Path) -> None:
    """Run our overview for every choice and write down what it drew."""
    drawn = {EVERYTHING: _draw(app, {})}
    choices = []
    addresses: set[str] = set()
    for choice in _possible_choices():
        calls = _draw(app, {choice.filter: choice.choice_id})
        if sorted(kind for kind, _, _ in calls) == sorted(_CHARTS):
            choices.append(choice)
            drawn[choice.bare_label] = calls
    for calls in drawn.values():
        for place, (kind, chart, options) in enumerate(calls):
            if kind == "pydeck_chart":
                addresses |= set(LAND.findall(chart.to_json()))
                calls[place] = (kind, _ready(chart), options)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "figures.pickle").open("wb") as file:
        pickle.dump(drawn, file)
    text = json.dumps([asdict(choice) for choice in choices], ensure_ascii=False, indent=1)
    (folder / "choices.json").write_text(text, encoding="utf-8")
    (folder / "land.json").write_text(json.dumps(sorted(addresses)), encoding="utf-8")


def _possible_choices() -> list[Choice]:
    """Everybody and every country that a reader can choose, by the store's own tables."""
    store = current_store(data_folder())
    if store is None:
        raise FileNotFoundError("no store has been built")
    with open_store(store) as connection:
        people = connection.execute(
            "SELECT actor_id, name FROM actor WHERE is_followed ORDER BY actor_id"
        ).fetchall()
        countries = connection.execute(
            "SELECT DISTINCT country_code FROM event JOIN place USING (place_id)"
            " WHERE country_code IS NOT NULL ORDER BY 1"
        ).fetchall()
    say = catalog()
    return [
        *(Choice("person", key, name) for key, name in people),
        *(Choice("country", code, country_name(code, say)) for (code,) in countries),
    ]


def _draw(app_file: Path, query: dict[str, str]) -> list[Call]:
    """The charts that the overview draws for an address."""
    calls: list[Call] = []

    def listening(kind: str, original: Any) -> Any:
        def call(chart: Any, *given: Any, **options: Any) -> Any:
            kept = {name: options[name] for name in _KEPT_OPTIONS if name in options}
            calls.append((kind, chart, kept))
            return original(chart, *given, **options)

        return call

    originals = {kind: getattr(st, kind) for kind in _CHARTS}
    try:
        for kind, original in originals.items():
            setattr(st, kind, listening(kind, original))
        app = AppTest.from_file(str(app_file), default_timeout=300)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
    finally:
        for kind, original in originals.items():
            setattr(st, kind, original)
    if app.exception:
        raise RuntimeError(f"the page failed for {query}: {app.exception[0].message}")
    return calls


def _ready(deck: Any) -> dict[str, Any]:
    """A deck as finished text that needs nothing of ours, its land where the bare page has it."""
    text = LAND.sub(lambda found: f'"{STATIC}{found[1]}"', deck.to_json())
    return {"text": text, "tooltip": getattr(deck, "_tooltip", None)}


if __name__ == "__main__":
    at = Path(sys.argv[1]).resolve()
    into = Path(sys.argv[2]).resolve()
    # The settings of an app are those of the folder it is started in.
    os.chdir(at.parent)
    record(at, into)
