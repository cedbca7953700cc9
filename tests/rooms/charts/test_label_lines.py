"""Where labels are broken: between words, never inside a date that fits, never losing a letter."""

from __future__ import annotations

import pytest

from timeline.charts.label_lines import broken_lines, label_lines
from timeline.charts.text_width import text_width_px

SIZE_PX = 12.5
LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis"


@pytest.mark.parametrize("room_px", [40, 100, 250, 600])
@pytest.mark.parametrize(
    "text", ["Held", "Seized by men who gave no name", LONG_WORD, "", "  a  b "]
)
def test_every_line_fits_and_no_letter_is_lost(text: str, room_px: float) -> None:
    lines = broken_lines(text, SIZE_PX, room_px)
    assert all(text_width_px(line, SIZE_PX) <= room_px for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_letter_keeps_its_accents() -> None:
    lines = broken_lines("e\N{COMBINING ACUTE ACCENT}" * 40, SIZE_PX, 30)
    assert len(lines) > 1
    assert not any(line.startswith("\N{COMBINING ACUTE ACCENT}") for line in lines)


def test_the_date_follows_the_title_where_it_fits_and_else_starts_a_line() -> None:
    assert label_lines("Held", "4 Mar 2020", SIZE_PX, 200) == (("Held", "4 Mar 2020"),)
    assert label_lines("Held", "4 Mar 2020", SIZE_PX, 80) == (("Held", ""), ("", "4 Mar 2020"))


def test_a_date_is_broken_between_its_days() -> None:
    lines = label_lines("Held", "between 28 Dec 2021 and 6 Feb 2022", SIZE_PX, 190)
    assert lines == (("Held", ""), ("", "between 28 Dec 2021"), ("", "and 6 Feb 2022"))
