"""Claims become questions with answers: each value once, with who gives it, the one shown first."""

from __future__ import annotations

from tests.answer_builders import answered, claims, event_claim, figure_claim
from timeline.evidence.resolve import Reason
from timeline.model.vocabulary import ClaimProperty
from timeline.viewmodel.answers import Standing


def test_each_value_stands_once_with_everyone_who_gives_it() -> None:
    event = answered(claims("place", "town = daily reprint weekly; land = union"))
    (question,) = event.questions
    first, second = question.answers

    assert (first.value, second.value) == ("Fictional Town", "Fictional Land")
    assert first.publishers == ("Fictional Daily", "Fictional Gazette", "Fictional Weekly")
    assert (len(first.voices), first.origin_count) == (3, 2), "a reprint is no further origin"
    assert (first.is_shown, second.is_shown) == (True, False)
    assert question.why.reason is Reason.ORIGINS


def test_questions_stand_in_the_order_of_the_vocabulary() -> None:
    rows = [
        event_claim("c1", "detail", "alone", "daily"),
        event_claim("c2", "date", "2020", "daily"),
        event_claim("c3", "occurrence", "reported", "daily"),
    ]
    assert [question.asked for question in answered(rows).questions] == [
        ClaimProperty.OCCURRENCE,
        ClaimProperty.DATE,
        ClaimProperty.DETAIL,
    ]


def test_numbers_are_one_question_for_each_quantity() -> None:
    rows = [
        figure_claim("f1", 7.0, 7.0, "daily"),
        figure_claim("f2", 9.0, 9.0, "weekly"),
        figure_claim("f3", 3.0, 3.0, "daily", quantity="men", label="men", unit="people"),
    ]
    days, men = answered(rows).questions

    assert [answer.figure.lower for answer in days.answers if answer.figure] == [7.0, 9.0]
    assert [answer.figure.lower for answer in men.answers if answer.figure] == [3.0]
    assert not any(answer.is_shown for answer in days.answers), "no number is the one shown"


def test_only_a_quantity_with_a_contradiction_is_disputed() -> None:
    rows = [
        figure_claim("f1", 7.0, 7.0, "daily", is_disputed=True),
        figure_claim("f2", 9.0, 9.0, "weekly", is_disputed=True),
        figure_claim("f3", 3.0, 3.0, "daily", quantity="men", label="men", unit="people"),
    ]
    event = answered(rows, disputed_properties=("number",))

    assert [len(question.answers) for question in event.disputed] == [2]


def test_what_contradicts_nothing_stays_out_of_what_differs() -> None:
    rows = [
        *claims("date", "2020-02 = daily; 2020-03 = weekly", is_disputed=True),
        event_claim("c9", "date", "2020", "union", is_shown=False),
    ]
    (question,) = answered(rows).questions

    assert len(question.answers) == 3
    assert [answer.value for answer in question.differing] == ["2020-02", "2020-03"]


def test_dates_that_tie_stand_in_their_order() -> None:
    rows = [
        event_claim("c1", "date", "2020-03-05", "daily", is_disputed=True),
        event_claim("c2", "date", "2020-03-04", "weekly", is_disputed=True),
    ]
    (question,) = answered(rows).questions

    assert question.why.reason is Reason.TIED
    assert [answer.value for answer in question.answers] == ["2020-03-04", "2020-03-05"]
    assert question.shown_phrase is not None
    assert question.shown_phrase.form == "or"


def test_the_note_of_an_editor_who_chose_goes_with_the_reason() -> None:
    rows = [
        event_claim("c1", "place", "town", "daily", is_preferred=True, note="He says so himself."),
        event_claim("c2", "place", "other-town", "weekly", is_shown=False, note="Misprint."),
    ]
    (question,) = answered(rows).questions

    assert (question.why.reason, question.note) == (Reason.PREFERRED, "He says so himself.")


def test_what_is_left_open_is_named_only_where_sources_agree() -> None:
    def lacks(asked: str, cells: str, *, is_disputed: bool = False) -> str | None:
        return answered(claims(asked, cells, is_disputed=is_disputed)).questions[0].lacks

    assert lacks("date", "2020-03 = daily") == "day"
    assert lacks("date", "2020-03/2020-05 = daily") == "days"
    assert lacks("date", "2020-03-04 = daily; 2020-03 = weekly") is None
    assert lacks("date", "2020-03 = daily; 2020-05 = weekly", is_disputed=True) is None
    assert lacks("place", "region = daily") == "place"
    assert lacks("place", "town = daily; region = weekly") is None
    assert lacks("place", "nowhere = daily") is None
    assert lacks("outcome", "refused = daily") is None


def test_a_denial_or_a_judgement_makes_an_event_disputed() -> None:
    rows = claims("date", "2020 = daily")

    assert answered(rows).standing is Standing.REPORTED
    assert answered(rows, verification_status="verified").standing is Standing.VERIFIED
    assert (
        answered(rows, verification_status="verified", disputed_properties=("occurrence",)).standing
        is Standing.DISPUTED
    )
    assert answered(rows, disputed_properties=("date",)).standing is Standing.REPORTED
    assert answered(rows, verification_status="refuted").standing is Standing.REFUTED


def test_of_disputed_dates_the_finest_name_the_event() -> None:
    rows = claims("date", "2020-03 = daily; 2020-02 = weekly; 2020 = union", is_disputed=True)
    event = answered(rows, date_edtf="2020-03")

    assert [phrase.parts[0].day.month for phrase in event.dated] == [2, 3]
    assert answered(claims("place", "town = daily")).dated == ()
