"""A title written from right to left leaves the date beside it alone."""

from __future__ import annotations

import pytest

from timeline.charts.text_direction import isolated

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize("text", ["قرار المحكمة 12", "כותרת 123", "May \u202e2023", "a\u2067b"])
def test_what_turns_its_neighbours_is_closed_off(text: str) -> None:
    assert isolated(text) == f"{FSI}{text}{PDI}"


@pytest.mark.parametrize(
    "text", ["Held in Grozny", "Задержан 12", "დააკავეს", "", "12 (uncertain)"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert isolated(text) == text


def test_a_text_cannot_end_its_own_isolate() -> None:
    assert isolated(f"{PDI}\u202eabc") == f"{FSI}\u202eabc{PDI}"
