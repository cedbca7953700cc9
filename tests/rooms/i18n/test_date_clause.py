"""Dates in running text: the preposition fits, months are written out, hedges stand before the date."""

from __future__ import annotations

import pytest

from timeline.chronology.phrase import is_vague, phrase_of
from timeline.i18n.catalog import catalog
from timeline.i18n.date_clause import date_clause, dated_words
from timeline.i18n.list_words import list_words
from timeline.model.edtf import parse

say = catalog()

CLAUSES = """
EDTF                     | clause                                  | vague
2023-05-03               | on 3 May 2023                           |
2023-05                  | in May 2023                             | yes
2023                     | in 2023                                 | yes
2023-21                  | in spring 2023                          | yes
2023-34                  | in the 2nd quarter of 2023              | yes
2023-40                  | in the first half of 2023               | yes
202X                     | in the 2020s                            | yes
2023-05-03?              | possibly on 3 May 2023                  |
2023-05~                 | around May 2023                         | yes
2023-05-03%              | possibly around 3 May 2023              |
2023-05-03/2023-05-09    | from 3 to 9 May 2023                    |
2023-05/2023-08-02       | from May 2023 to 2 August 2023          | yes
2023-05/2023-07~         | roughly from May to July 2023           | yes
2023-05-03/..            | since 3 May 2023                        |
2023-05/..               | since May 2023                          | yes
2023-05-03/              | from 3 May 2023, end not known          |
../2023-05-03            | until 3 May 2023                        |
[..2023-05-03]           | by 3 May 2023                           |
[2023-05-03..]           | not before 3 May 2023                   |
[2023-05-03..2023-05-09] | between 3 and 9 May 2023                | yes
[2023-05-03..2023-05-04] | on 3 or 4 May 2023                      | yes
[2023-05-03,2023-05-09]  | on 3 or 9 May 2023                      | yes
[2023-05,2023-07]        | in May or July 2023                     | yes
[2023-05,2023-07-04]     | in May 2023 or on 4 July 2023           | yes
{2023-05-03,2023-05-09}  | on 3 and 9 May 2023                     |
"""


@pytest.mark.parametrize(
    ("text", "clause", "vague"),
    [[cell.strip() for cell in line.split("|")] for line in CLAUSES.strip().splitlines()[1:]],
)
def test_a_date_in_a_sentence(text: str, clause: str, vague: str) -> None:
    phrase = phrase_of(parse(text))

    assert date_clause(phrase, say) == clause
    assert is_vague(phrase) == (vague == "yes")


def test_no_date_is_said_as_that() -> None:
    assert date_clause(phrase_of(None), say) == "on a day that is not given"


def test_several_dates_stand_without_a_preposition() -> None:
    both = [phrase_of(parse(text)) for text in ("2020-02", "2020-03")]

    assert dated_words(both, say) == "February or March 2020"
    assert dated_words([phrase_of(parse("2020-02?"))], say) == "possibly February 2020"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
    ],
)
def test_names_in_a_row(names: tuple[str, ...], words: str) -> None:
    assert list_words(names, say) == words
