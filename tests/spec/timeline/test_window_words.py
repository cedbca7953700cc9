"""A window of days in words: as short as it can be without saying more than is known."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.chronology.window import Window
from timeline.chronology.window_phrase import phrase_of_window
from timeline.i18n.catalog import catalog
from timeline.i18n.date_words import date_words

WINDOWS = """
first      | last       | some day of it                 | all of it
2020-03-04 | 2020-03-04 | 4 Mar 2020                     | 4 Mar 2020
2020-03-04 | 2020-03-09 | between 4 and 9 Mar 2020       | 4 to 9 Mar 2020
2020-03-01 | 2020-03-31 | Mar 2020                       | Mar 2020
2020-02-01 | 2020-02-29 | Feb 2020                       | Feb 2020
2020-02-01 | 2020-02-28 | between 1 and 28 Feb 2020      | 1 to 28 Feb 2020
2020-03-01 | 2020-04-30 | between Mar and Apr 2020       | Mar to Apr 2020
2020-01-01 | 2020-12-31 | 2020                           | 2020
2020-01-01 | 2022-12-31 | between 2020 and 2022          | 2020 to 2022
2020-01-01 | 2020-12-30 | between 1 Jan and 30 Dec 2020  | 1 Jan to 30 Dec 2020
2020-12-31 | 2021-01-01 | between 31 Dec 2020 and 1 Jan 2021 | 31 Dec 2020 to 1 Jan 2021
"""

ROWS = [[cell.strip() for cell in line.split("|")] for line in WINDOWS.strip().splitlines()[1:]]


@pytest.mark.parametrize(("first", "last", "some", "whole"), ROWS)
def test_words(first: str, last: str, some: str, whole: str) -> None:
    window = Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last))

    assert date_words(phrase_of_window(window), catalog()) == some
    assert date_words(phrase_of_window(window, lasted=True), catalog()) == whole
