"""Answers, sources and statements as HTML: every text escaped, every answer with who gives it."""

from __future__ import annotations

import re

import pytest

from tests.answer_builders import answered, claims, event_claim
from timeline.charts.html.answer_table import event_heading, question_table
from timeline.charts.html.links import Links
from timeline.charts.html.source_table import (
    counts_sentence,
    source_heading,
    source_table,
    statement_table,
)
from timeline.charts.sentence.why_words import why_words
from timeline.i18n.catalog import catalog
from timeline.model.selection import Selection
from timeline.store.rows import SourceClaim, SourceCount, SourceSupport
from timeline.viewmodel.source_pages import counted_sources, listed_sources, source_statements

say = catalog()
links = Links(Selection())
EVIL = "<img src=x onerror=alert(1)>\"'&"


def support(**changes: object) -> SourceSupport:
    values: dict[str, object] = {
        "source_id": "fictional-daily",
        "title": "A title",
        "title_is_ours": False,
        "publisher": "Fictional Daily",
        "source_kind": "article",
        "published_edtf": "2020-04",
        "language": "en",
        "url": "https://daily.example/a",
        "derived_from": (),
        "rests_on": (),
        "note": "",
        "claim_count": 5,
        "event_count": 2,
        "case_count": 1,
        "shown_count": 4,
        "alone_count": 1,
        "source_count": 1,
    }
    return SourceSupport(**{**values, **changes})  # type: ignore[arg-type]


def statement(**changes: object) -> SourceClaim:
    values: dict[str, object] = {
        "claim_id": "c1",
        "case_id": "fictional-case",
        "case_title": "A fictional case",
        "event_id": "fictional-event",
        "event_title": "Seized",
        "property": "outcome",
        "value": "granted",
        "value_place_name": None,
        "value_as_stated": "",
        "locator": "para 1",
        "basis": "stated",
        "is_shown": True,
        "is_disputed": False,
        "note": "",
    }
    return SourceClaim(**{**values, **changes})  # type: ignore[arg-type]


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_no_text_of_the_record_becomes_markup() -> None:
    rows = [
        event_claim(
            "c1",
            "outcome",
            EVIL,
            "daily",
            value_as_stated=EVIL,
            locator=EVIL,
            note=EVIL,
            publisher=EVIL,
            language=EVIL,
            said_by=EVIL,
        ),
        event_claim("c2", "outcome", "other", "weekly", is_shown=False),
    ]
    event = answered(rows, title=EVIL, case_title=EVIL)
    elsewhere = answered(rows, event_id=EVIL, case_id=EVIL)
    source = support(
        title=EVIL,
        publisher=EVIL,
        note=EVIL,
        url=EVIL,
        language=EVIL,
        derived_from=(EVIL,),
        rests_on=(EVIL,),
    )
    said = statement(
        case_title=EVIL,
        event_title=EVIL,
        value=EVIL,
        value_as_stated=EVIL,
        locator=EVIL,
        note=EVIL,
        event_id=EVIL,
    )
    (listed,) = listed_sources([source])
    html = "".join(
        (
            event_heading(event, links, say),
            event_heading(elsewhere, links, say),
            *(question_table(question, links, say) for question in event.questions),
            source_table([listed], links, say, caption=EVIL),
            source_heading(listed, links, say),
            statement_table(source_statements([said]), listed, links, say),
        )
    )

    assert "<img" not in html
    assert EVIL not in html


def test_an_answer_shows_who_when_where_and_in_which_words() -> None:
    rows = [
        event_claim(
            "c1",
            "place",
            "town",
            "daily",
            value_as_stated="в городе",
            language="ru",
            locator="para 7",
        ),
        event_claim("c2", "place", "other-town", "cited", is_shown=False, basis="inferred"),
    ]
    html = question_table(answered(rows).questions[0], links, say)

    assert '<q lang="ru">в городе</q>' in html
    assert "Fictional Daily , 1 May 2020, para 7" in text(html)
    assert "Not read by us; known through those who cite it. Concluded by us" in text(html)
    assert text(html).index("shown on the other pages") < text(html).index("Other Town")
    assert html.count('scope="row"') == 2


REASONS = """
asked   | claims                                  | words
date    | 2020-03 = daily weekly                  |
date    | 2020-02* = weekly; 2020-03 = daily      | Shown: February 2020. An editor chose it.
date    | 2020-03 = daily weekly; 2020-02 = union | Shown: March 2020. More independent origins stand behind it (2) than behind any other (1).
date    | 2020-03 = daily; 2020 = weekly          | Shown: March 2020. More independent origins give it, or something vaguer that allows it (2), than any other answer (1).
date    | 2020-03 = daily; 2020-02 = weekly       | Shown: February or March 2020. As many independent origins stand behind each of these dates, so none is left out.
date    | 2020-05 = weekly; 2020-02/2020-03 = daily | Shown: May 2020. As many independent origins stand behind another answer; this one is finer.
outcome | refused = daily; granted = weekly       | Shown: refused. As many independent origins stand behind another answer that is as fine; this one was published first.
detail  | alone = daily; with others = weekly     | None of these is preferred: each stands as it was given.
detail  | alone = daily                           |
"""


@pytest.mark.parametrize(
    ("asked", "said", "words"),
    [[cell.strip() for cell in line.split("|")] for line in REASONS.strip().splitlines()[1:]],
)
def test_why_an_answer_is_shown_in_words(asked: str, said: str, words: str) -> None:
    rows = claims(asked, said)
    if "or March" in words:
        rows = [*rows[:1], event_claim("c02", "date", "2020-02", "weekly")]

    assert why_words(answered(rows).questions[0], say) == words


def test_nothing_to_tell_answers_apart_is_said_as_that() -> None:
    rows = [
        event_claim("c1", "outcome", "refused", "cited"),
        event_claim("c2", "outcome", "granted", "cited", is_shown=False),
    ]
    assert "says nothing about which is right" in why_words(answered(rows).questions[0], say)


def test_a_source_says_how_much_rests_on_it_and_how_much_on_it_alone() -> None:
    (listed,) = listed_sources([support(derived_from=("other",), rests_on=("Fictional Union",))])
    words = text(source_table([listed], links, say, caption="Sources"))

    assert "Fictional Daily, Apr 2020; article, English" in words
    assert "5 claims on 2 events in 1 case" in words
    assert "4 of the values shown, 1 of them on it alone" in words
    assert "Rests on Fictional Union" in words
    assert "none of the values shown" in text(
        source_table(
            listed_sources([support(shown_count=0, alone_count=0)]), links, say, caption=""
        )
    )


def test_a_title_of_ours_is_marked_and_an_address_that_is_missing_makes_no_link() -> None:
    (ours,) = listed_sources([support(title_is_ours=True, url="")])
    html = source_table([ours], links, say, caption="")

    assert "[title ours]" in html
    assert "original" not in html


def test_an_event_stands_once_beside_all_that_is_said_about_it() -> None:
    rows = [statement(claim_id=f"c{number}") for number in range(3)]
    rows.append(statement(claim_id="c9", event_id="other-event"))
    (listed,) = listed_sources([support()])
    html = statement_table(source_statements(rows), listed, links, say)

    assert re.findall(r'rowspan="(\d)"', html) == ["3", "1"]
    assert html.count("<tr>") == 5


def test_sources_are_counted_in_words() -> None:
    counts = counted_sources(
        [
            SourceCount("language", "en", 3, 3),
            SourceCount("language", "ru", 2, 3),
            SourceCount("language", "und", 1, 3),
            SourceCount("publisher", "Fictional Daily", 5, 2),
            SourceCount("publisher", "Fictional Weekly", 1, 2),
            SourceCount("source_kind", "article", 6, 1),
        ],
        6,
    )

    assert counts_sentence(counts, say) == (
        "6 sources from 2 publishers. In 2 languages, most often English (3) and Russian (2). "
        "Of 1 the language is not known. By kind: article (6)."
    )
    assert counts.publishers == (("Fictional Daily", 5),)
