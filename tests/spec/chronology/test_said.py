"""Of dates that sources give, a vaguer one that holds a finer one is the same answer from farther away."""

from __future__ import annotations

import pytest

from timeline.chronology.said import finest
from timeline.model.edtf import parse

ANSWERS = """
said                             | stays                   | because
2020-03-04 ; 2020-03-06          | 2020-03-04 ; 2020-03-06 | two answers
2020 ; 2020-03-04                | 2020-03-04              | the year holds the day
2020 ; 2020-03 ; 2020-03-04      | 2020-03-04              | and so does the month
2015 ; 2015-11-08 ; 2016         | 2015-11-08 ; 2016       | another year is another answer
2020-03-04/2020-03-09 ; 2020-03  | 2020-03-04/2020-03-09   | the month holds the days
2020-03/2020-05 ; 2020-05/2020-06 | 2020-03/2020-05 ; 2020-05/2020-06 | they overlap, neither holds the other
2020-03-04 ; 2020-03-04?         | 2020-03-04 ; 2020-03-04? | the same day, doubted by one
2020-03-04/.. ; 2020-03-05       | 2020-03-04/.. ; 2020-03-05 | an open end holds nothing whole
2020                             | 2020                    | one answer
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in ANSWERS.strip().splitlines()[1:]]


@pytest.mark.parametrize(("said", "stays"), [row[:2] for row in ROWS], ids=[r[2] for r in ROWS])
def test_the_finest_answers_stay(said: str, stays: str) -> None:
    found = finest([parse(text.strip()) for text in said.split(";")])

    assert " ; ".join(one.text for one in found) == stays
