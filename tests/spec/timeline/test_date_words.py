"""A date in words says what is known and no more; what two parts share is said once."""

from __future__ import annotations

import pytest

from timeline.chronology.phrase import phrase_of
from timeline.i18n.catalog import catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.model.edtf import parse

WORDS = """
2025-12-26                 | 26 Dec 2025
2023-01                    | Jan 2023
2020                       | 2020
199X                       | 1990s
2019-22                    | summer 2019
2020-34                    | 2nd quarter of 2020
2023-08-20/2023-11-20      | 20 Aug to 20 Nov 2023
2020/2022                  | 2020 to 2022
2017/2018-01               | 2017 to Jan 2018
[2023-11-20..2023-11-27]   | between 20 and 27 Nov 2023
[2020..2021]               | between 2020 and 2021
[2026-01-29,2026-01-30]    | 29 or 30 Jan 2026
[2020-02,2020-03]          | Feb or Mar 2020
{2021-12-22,2021-12-23}    | 22 and 23 Dec 2021
{2020-03-04,2020-03-09,2020-05-01} | 4 Mar, 9 Mar and 1 May 2020
[2020-03-04,2020-03-09,2020-03-11] | 4, 9 or 11 Mar 2020
2025-05-13/..              | since 13 May 2025
2021-12-22/                | from 22 Dec 2021, end not known
../2016                    | until 2016
[..2021-05]                | by May 2021
[2021-05-03..]             | not before 3 May 2021
2019-01~                   | about Jan 2019
2019-06-17?                | 17 Jun 2019 (uncertain)
2019-06%                   | about Jun 2019 (uncertain)
2022-02-0X                 | between 1 and 9 Feb 2022
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [tuple(cell.strip() for cell in line.split("|")) for line in WORDS.strip().splitlines()],
)
def test_words(text: str, words: str) -> None:
    assert date_words(phrase_of(parse(text)), catalog()) == words


def test_an_event_without_a_date_says_so() -> None:
    assert date_words(phrase_of(None), catalog()) == "date not known"


def test_answers_that_differ_share_what_they_have_in_common() -> None:
    phrases = [phrase_of(parse(text)) for text in ("2023-10-04", "2023-11-20")]
    assert alternatives_words(phrases, catalog()) == "4 Oct or 20 Nov 2023"


def test_answers_of_different_kinds_are_said_in_full() -> None:
    phrases = [phrase_of(parse(text)) for text in ("2015-11-08", "2016~")]
    assert alternatives_words(phrases, catalog()) == "8 Nov 2015 or about 2016"
