"""The sentence to copy: table in, sentence out. It never says more than the sources do."""

from __future__ import annotations

import pytest

from tests.answer_builders import answered, claims, event_claim, figure_claim
from timeline.charts.sentence.hedged_sentence import hedged_sentence, sentences
from timeline.i18n.catalog import catalog
from timeline.model.vocabulary import ClaimProperty

say = catalog()

DISPUTED = """
asked          | claims                                      | sentence
date           | 2023-05-03 = daily; 2023-05-05 = weekly     | Reported: Seized (Fictional Person A). According to Fictional Daily, this was on 3 May 2023; according to Fictional Weekly, on 5 May 2023.
date           | 2023-05 = daily monthly; 2023-07-03 = weekly | Reported: Seized (Fictional Person A). According to Fictional Daily and Fictional Monthly, this was in May 2023; according to Fictional Weekly, on 3 July 2023.
date           | 2023-05-03/2023-05-09 = daily; 2023-06/.. = weekly | Reported: Seized (Fictional Person A). According to Fictional Daily, this lasted from 3 to 9 May 2023; according to Fictional Weekly, since June 2023.
date           | 2023-06/.. = weekly; 2023-05~ = daily       | Reported: Seized (Fictional Person A). According to Fictional Weekly, this had gone on since June 2023 when last reported; according to Fictional Daily, around May 2023.
date           | 2023-05-03? = daily; [2023-07-01..2023-07-02] = weekly | Reported: Seized (Fictional Person A). According to Fictional Daily, this was possibly on 3 May 2023; according to Fictional Weekly, on 1 or 2 July 2023.
place          | town = daily; other-town = weekly           | Reported: Seized (Fictional Person A). According to Fictional Daily, the place was Fictional Town; according to Fictional Weekly, Other Town.
place          | town = daily; nowhere = weekly              | Reported: Seized (Fictional Person A). According to Fictional Daily, the place was Fictional Town; according to Fictional Weekly, the place is not named.
place          | town = daily; other-town = weekly~          | Reported: Seized (Fictional Person A). According to Fictional Daily, the place was Fictional Town; as can be inferred from Fictional Weekly, Other Town.
outcome        | claim refused = daily; asylum granted = weekly | Reported: Seized (Fictional Person A). According to Fictional Daily, the outcome was: claim refused; according to Fictional Weekly: asylum granted.
perpetrator    | police = daily; not known = weekly          | Reported: Seized (Fictional Person A). According to Fictional Daily, those named as responsible are: police; according to Fictional Weekly: not known.
detail         | alone = daily; with others = daily          | Reported: Seized (Fictional Person A). According to Fictional Daily, this is reported about it: alone; and also: with others.
date           | 2023-05 = daily reprint; 2023-07 = weekly   | Reported: Seized (Fictional Person A). According to Fictional Daily and Fictional Gazette, of one origin, this was in May 2023; according to Fictional Weekly, in July 2023.
date           | 2023-05 = daily; 2023-07 = daily-again      | Reported: Seized (Fictional Person A). According to Fictional Daily (1 May 2020), this was in May 2023; according to Fictional Daily (9 January 2021), in July 2023.
date           | 2023-05 = cited; 2023-07 = weekly           | Reported: Seized (Fictional Person A). According to Fictional Bureau (as cited by others), this was in May 2023; according to Fictional Weekly, in July 2023.
date           | 2023-05 = daily weekly monthly union; 2023-07 = herald | Reported: Seized (Fictional Person A). According to four sources, among them Fictional Daily and Fictional Weekly, this was in May 2023; according to Fictional Herald, in July 2023.
date           | 2023-05 = cited daily reprint weekly monthly; 2023-07 = herald | Reported: Seized (Fictional Person A). According to five sources, among them Fictional Daily and Fictional Gazette, of four independent origins, this was in May 2023; according to Fictional Herald, in July 2023.
"""

UNDISPUTED = """
asked  | claims                                    | sentence
date   | 2023-05-03 = daily                        | Reported: Seized (Fictional Person A). According to Fictional Daily, this was on 3 May 2023.
date   | 2023-21 = daily                           | Reported: Seized (Fictional Person A). According to Fictional Daily, this was in spring 2023; the exact day is not given.
date   | 2023-33 = daily                           | Reported: Seized (Fictional Person A). According to Fictional Daily, this was in the 1st quarter of 2023; the exact day is not given.
date   | 2023-05/2023-07 = daily                   | Reported: Seized (Fictional Person A). According to Fictional Daily, this lasted from May to July 2023; the exact days are not given.
date   | 2023-05-03/2023-05-07 = daily             | Reported: Seized (Fictional Person A). According to Fictional Daily, this lasted from 3 to 7 May 2023.
date   | [2023-05-03..2023-05-09] = daily          | Reported: Seized (Fictional Person A). According to Fictional Daily, this was between 3 and 9 May 2023; the exact day is not given.
date   | 2023-05-03 = daily; 2023 = weekly         | Reported: Seized (Fictional Person A). According to Fictional Daily, this was on 3 May 2023; according to Fictional Weekly, in 2023.
place  | region = daily                            | Reported: Seized (Fictional Person A). According to Fictional Daily, the place was Fictional Region; a more exact place is not given.
place  | town = daily; land = weekly               | Reported: Seized (Fictional Person A). According to Fictional Daily, the place was Fictional Town; according to Fictional Weekly, Fictional Land.
place  | nowhere = daily                           | Reported: Seized (Fictional Person A). According to Fictional Daily, the place is not named.
occurrence | reported = daily weekly               | Reported: Seized (Fictional Person A). This is reported by Fictional Daily and Fictional Weekly.
occurrence | reported = daily~                     | Reported: Seized (Fictional Person A). That this happened can be inferred from Fictional Daily.
"""


def cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[1:]]


@pytest.mark.parametrize(("asked", "said", "sentence"), cells(DISPUTED))
def test_what_sources_differ_on(asked: str, said: str, sentence: str) -> None:
    event = answered(claims(asked, said, is_disputed=True), disputed_properties=(asked,))

    assert [text for _, text in sentences(event, say)] == [sentence]


@pytest.mark.parametrize(("asked", "said", "sentence"), cells(UNDISPUTED))
def test_what_they_agree_on_and_leave_open(asked: str, said: str, sentence: str) -> None:
    event = answered(claims(asked, said))

    assert hedged_sentence(event, event.questions[0], say) == sentence


STANDINGS = """
status          | disputed   | begins with
verified        |            | Seized (Fictional Person A; March 2020). According to
partly_verified |            | Reported: Seized (Fictional Person A; March 2020). According to
unverified      |            | Reported: Seized (Fictional Person A; March 2020). According to
disputed        |            | Reported, and disputed: Seized (Fictional Person A; March 2020). According to
unverified      | occurrence | Reported, and disputed: Seized (Fictional Person A; March 2020). According to
verified        | occurrence | Reported, and disputed: Seized (Fictional Person A; March 2020). According to
refuted         | occurrence | Reported, and shown to be false: Seized (Fictional Person A; March 2020). According to
"""


@pytest.mark.parametrize(("status", "disputed", "beginning"), cells(STANDINGS))
def test_a_sentence_stands_as_firm_as_its_event(status: str, disputed: str, beginning: str) -> None:
    event = answered(
        claims("place", "town = daily"),
        date_edtf="2020-03",
        verification_status=status,
        disputed_properties=(disputed,) if disputed else (),
    )

    assert hedged_sentence(event, event.questions[0], say).startswith(beginning)


def test_whether_it_happened_names_who_carries_what_and_lets_nobody_deny() -> None:
    rows = claims(
        "occurrence", "reported = daily; denied = weekly; doubted = daily", is_disputed=True
    )
    event = answered(rows, disputed_properties=("occurrence",))

    assert [text for _, text in sentences(event, say)] == [
        "Reported, and disputed: Seized (Fictional Person A). This is reported by Fictional Daily; "
        "a denial is carried by Fictional Weekly; doubt is carried by Fictional Daily."
    ]


def test_a_number_keeps_its_hedge_and_the_person_who_gave_it() -> None:
    rows = [
        figure_claim("f1", 40.0, 40.0, "daily", qualifier="about", is_disputed=True),
        figure_claim(
            "f2",
            100.0,
            None,
            "weekly",
            qualifier="more_than",
            said_by="A Relative",
            is_disputed=True,
        ),
        figure_claim("f3", None, 20.0, "union", qualifier="at_most", is_disputed=True),
    ]
    event = answered(rows, disputed_properties=("number",))

    assert [text for _, text in sentences(event, say)] == [
        "Reported: Seized (Fictional Person A). According to Fictional Daily, the figure for days held "
        "is about 40; according to A Relative, as reported by Fictional Weekly, more than 100; "
        "according to Fictional Union, up to 20."
    ]


def test_answers_to_two_questions_that_do_not_fit_share_a_sentence() -> None:
    rows = [
        event_claim("c1", "date", "1995", "daily", is_disputed=True),
        event_claim("c2", "age", "29", "weekly", is_disputed=True),
        event_claim("c3", "age", "30", "union"),
    ]
    event = answered(rows, disputed_properties=("date", "age"))

    assert [(question.asked, text) for question, text in sentences(event, say)] == [
        (
            ClaimProperty.AGE,
            "Reported: Seized (Fictional Person A). According to Fictional Daily, this was in 1995; "
            "according to Fictional Weekly, the person’s age at the time of its report was 29. "
            "These statements do not fit together.",
        )
    ]


def test_an_answer_that_contradicts_something_unsaid_here_says_so() -> None:
    rows = [
        event_claim("c1", "detail", "alone", "daily", is_disputed=True),
        figure_claim("f1", 2.0, 2.0, "weekly", is_disputed=True),
        figure_claim("f2", 5.0, 5.0, "union", is_disputed=True),
    ]
    event = answered(rows, disputed_properties=("number", "detail"))

    assert [text for _, text in sentences(event, say)][-1] == (
        "Reported: Seized (Fictional Person A). According to Fictional Daily, this is reported about it: "
        "alone. This does not fit with what other sources say about it."
    )


def test_many_answers_do_not_make_an_endless_sentence() -> None:
    said = "; ".join(
        f"{year} = {name}"
        for year, name in zip(
            range(2001, 2009),
            ("daily", "weekly", "monthly", "union", "herald", "cited", "reprint", "daily-again"),
            strict=True,
        )
    )
    event = answered(claims("date", said, is_disputed=True), disputed_properties=("date",))
    ((_, text),) = sentences(event, say)

    assert text.endswith("in 2006; other sources give further answers.")


def test_every_date_that_sources_give_names_a_disputed_event() -> None:
    rows = [
        *claims("date", "2020-03 = daily; 2020-02 = weekly; 2020 = union", is_disputed=True),
        event_claim("p1", "place", "town", "daily"),
    ]
    event = answered(rows, date_edtf="2020-03", disputed_properties=("date",))
    place = next(one for one in event.questions if one.asked is ClaimProperty.PLACE)

    assert hedged_sentence(event, place, say).startswith(
        "Reported: Seized (Fictional Person A; February or March 2020). "
    )


def test_what_an_editor_concluded_is_not_put_into_the_mouth_of_those_who_state_it() -> None:
    rows = claims("place", "town = daily weekly~")
    event = answered(rows)

    assert "Fictional Weekly" not in hedged_sentence(event, event.questions[0], say)
