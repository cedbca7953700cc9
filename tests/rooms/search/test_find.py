"""What an answer says: which text led to it, where, how sure, and in which order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError

import pytest

from timeline.search.find import Match, find
from timeline.search.index import SearchIndex, index_of
from timeline.search.text import SearchText


def text(
    item_id: str,
    said: str,
    *,
    kind: str = "person",
    field: str = "name",
    language: str = "en",
    label: str = "",
    case_id: str | None = "fictional-case",
) -> SearchText:
    return SearchText(kind, item_id, case_id, label or said, said, field, language)


FICTIONAL = (
    text("ada-example", "Ada Example", label="Ada Example"),
    text("ada-example", "Ада Примерова", language="ru", label="Ada Example"),
    text("ada-example", "Ada Primerowa", language="de", label="Ada Example"),
    text("bo-example", "Bo Example", case_id=None),
    text("friend-of-ada", "A friend of Ada Primerova"),
    text("fictional-settlement", "Fictional Settlement", kind="place", case_id=None),
    text("gora-sel", "Gora-Sel", kind="place", case_id=None),
    text("case-ada", "Ada Primerova", kind="case", field="title"),
    text("event-1", "Ada Primerova leaves", kind="event", field="title", label="Leaves"),
    text(
        "event-1",
        "She went from Gora-Sel to the Fictional Settlement; Bo stayed.",
        kind="event",
        field="summary",
        label="Leaves",
    ),
    text(
        "source-1",
        "Приговор Примеровой в Гора-Селе",
        kind="source",
        field="title",
        language="ru",
    ),
    text("source-1", "Fictional Gazette", kind="source", field="publisher", language="und"),
)


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return index_of(FICTIONAL)


def marked(match: Match) -> list[str]:
    """The parts of the text that matched."""
    return [match.matched[start:end] for start, end in match.spans]


def test_a_match_names_the_form_on_record_that_matched(index: SearchIndex) -> None:
    (first, *_) = find(index, "Primerowa")

    assert first == Match(
        kind="person",
        item_id="ada-example",
        case_id="fictional-case",
        label="Ada Example",
        matched="Ada Primerowa",
        field="name",
        language="de",
        how="exact",
        spans=((4, 13),),
        score=first.score,
    )


@pytest.mark.parametrize(
    ("asked", "how"),
    [
        ("примерова", "exact"),
        ("PRIMEROVA", "transliterated"),
        ("Primérova", "transliterated"),
        ("Priemrova", "alike"),
        ("Примеровой", "alike"),
    ],
)
def test_how_says_how_sure_it_is(asked: str, how: str, index: SearchIndex) -> None:
    found = {match.item_id: match.how for match in find(index, asked)}

    assert found["ada-example"] == how


def test_everything_is_found_once_and_a_name_comes_before_a_mention(index: SearchIndex) -> None:
    found = find(index, "Primerova")

    assert [(match.kind, match.item_id) for match in found] == [
        ("person", "friend-of-ada"),
        ("person", "ada-example"),
        ("case", "case-ada"),
        ("event", "event-1"),
        ("source", "source-1"),
    ]
    assert [match.score for match in found] == sorted(
        (match.score for match in found), reverse=True
    )
    assert all(0 < match.score <= 1 for match in found)


def test_a_name_typed_in_full_comes_before_one_that_holds_it(index: SearchIndex) -> None:
    assert [match.item_id for match in find(index, "Ada Primerova")][:2] == [
        "ada-example",
        "friend-of-ada",
    ]


def test_of_equal_matches_the_one_that_says_nothing_else_comes_first() -> None:
    index = index_of(
        [text("a", "A friend of Ada Example"), text("z", "Ada Example"), text("m", "Ada Example")]
    )

    assert [match.item_id for match in find(index, "Ada")] == ["m", "z", "a"]


def test_the_order_does_not_depend_on_the_order_of_the_rows() -> None:
    assert find(index_of(FICTIONAL), "Ada Fictional Gora") == find(
        index_of(FICTIONAL[::-1]), "Ada Fictional Gora"
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Ада Примерова",
        "Примерова Ада",
        "Ада Образцовна Примерова",
        "Примерова, Ада Образцовна",
        "Ada Obrazcovna Primerowa",
        "ada primerova",
    ],
)
def test_order_and_patronymic_are_optional(asked: str, index: SearchIndex) -> None:
    assert find(index, asked)[0].item_id == "ada-example"
    assert find(index, asked)[0].how in ("exact", "transliterated")


def test_a_given_name_with_a_patronymic_that_is_not_on_record_is_only_alike(
    index: SearchIndex,
) -> None:
    found = find(index, "Ада Образцовна")

    assert found[0].item_id == "ada-example"
    assert {match.how for match in found} == {"alike"}


def test_all_words_must_be_found_but_not_in_one_text(index: SearchIndex) -> None:
    (match,) = find(index, "Primerova Settlement")

    assert match.item_id == "event-1"
    assert match.how == "exact"
    assert marked(match) in (["Primerova"], ["Settlement"])
    assert find(index, "Primerova Nowhere") == ()


def test_of_three_words_one_may_be_missing_and_the_answer_admits_it(index: SearchIndex) -> None:
    found = find(index, "Ada Primerova helicopter")

    assert found
    assert {match.how for match in found} == {"alike"}


def test_small_words_are_not_needed(index: SearchIndex) -> None:
    assert [match.item_id for match in find(index, "the settlement of Fictional")] == [
        "fictional-settlement",
        "event-1",
    ]


def test_a_hyphen_a_space_or_neither(index: SearchIndex) -> None:
    for asked in ("Gora-Sel", "Gora Sel", "gora sel", "Gorasel", "Гора-Сел", "Горасел"):
        found = find(index, asked)
        assert found[0].item_id == "gora-sel", asked
        assert "".join(marked(found[0])) in ("GoraSel", "Gora-Sel"), asked


def test_an_ending_of_case_is_seen_through(index: SearchIndex) -> None:
    found = {match.item_id: match for match in find(index, "Примерова")}

    assert marked(found["source-1"]) == ["Примеровой"]
    assert found["source-1"].how == "alike"


def test_the_beginning_of_a_word_is_enough_when_it_is_long(index: SearchIndex) -> None:
    assert "fictional-settlement" in {match.item_id for match in find(index, "Settl")}
    assert find(index, "Set") == ()


def test_two_letters_are_looked_for_in_names_only(index: SearchIndex) -> None:
    assert [match.item_id for match in find(index, "Bo")] == ["bo-example"]


def test_spans_point_into_the_text_as_it_is_recorded() -> None:
    decomposed = "Ville de Ga\u0308lville, I\u0307le"
    index = index_of([text("a", decomposed, kind="place"), text("b", "🏔 Gälville", kind="place")])

    by_id = {match.item_id: match for match in find(index, "galville")}
    assert marked(by_id["a"]) == ["Ga\u0308lville"]
    assert marked(by_id["b"]) == ["Gälville"]


def test_the_limit_is_kept(index: SearchIndex) -> None:
    everything = find(index, "Primerova")

    assert find(index, "Primerova", limit=2) == everything[:2]
    assert find(index, "Primerova", limit=0) == ()


def test_an_index_of_nothing_finds_nothing() -> None:
    assert find(index_of([]), "Ada") == ()
    assert find(index_of([text("a", "…")]), "Ada") == ()


def test_an_index_does_not_change(index: SearchIndex) -> None:
    with pytest.raises(FrozenInstanceError):
        index.texts = ()  # type: ignore[misc]
    with pytest.raises(ValueError, match="read-only"):
        index.weights[0] = 1


def test_threads_share_an_index(index: SearchIndex) -> None:
    asked = ["Primerova", "Ada", "Gora-Sel", "Settlement", "Bo", "Fictional Gazette"] * 20
    alone = [find(index, one) for one in asked]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda one: find(index, one), asked)) == alone
