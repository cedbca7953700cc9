"""The estimate of text width: right to a few per cent for the scripts the record uses."""

from __future__ import annotations

import pytest

from timeline.charts.text_width import text_width_px

# Measured in Liberation Sans, whose widths are those of Arial, at 12 pixels.
MEASURED = [
    ("route not known in detail", False, 130.1),
    ("since 13 May 2025", False, 100.7),
    ("Грозный, Шали", False, 84.5),
    ("Zvartnots", True, 54.7),
    ("Alþingi Çankırı İstanbul", True, 134.0),
]


@pytest.mark.parametrize(("text", "bold", "wanted"), MEASURED)
def test_known_widths(text: str, bold: bool, wanted: float) -> None:
    assert text_width_px(text, 12, bold) == pytest.approx(wanted, rel=0.02)


def test_width_grows_with_size_and_is_nothing_for_nothing() -> None:
    assert text_width_px("abc", 24) == pytest.approx(2 * text_width_px("abc", 12))
    assert text_width_px("", 12) == 0


def test_an_accent_takes_no_room_of_its_own() -> None:
    assert text_width_px("é", 12) == text_width_px("e", 12) == text_width_px("e\u0301", 12)


def test_an_unknown_script_is_not_taken_for_nothing() -> None:
    assert text_width_px("\u10d2\u10e0\u10dd", 10) == pytest.approx(18)
    assert text_width_px("\u6771", 10) == pytest.approx(10)
