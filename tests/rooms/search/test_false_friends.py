"""What merely resembles a name is not found under it."""

from __future__ import annotations

import pytest

from timeline.search.find import Match, find
from timeline.search.index import SearchIndex, index_of
from timeline.search.text import SearchText

from .recorded_names import Name, called, index_where, recorded_names, rows, within
from .romanisations import spellings


def words_index(*words: str) -> SearchIndex:
    return index_of([SearchText("place", word, None, word, word, "name", "en") for word in words])


def larger_places(place_id: str) -> set[str]:
    found = set()
    while place_id:
        found.add(place_id)
        place_id = within().get(place_id, "")
    return found


def is_right(name: Name, match: Match) -> bool:
    """Whether a match is the thing asked for, holds it or lies in it, or shares its name."""
    if (match.kind, match.item_id) == (name.kind, name.item_id):
        return True
    if match.kind == name.kind == "place" and (
        match.item_id in larger_places(name.item_id) or name.item_id in larger_places(match.item_id)
    ):
        return True
    asked, found = (
        set(called()[kind, item].replace(",", "").split())
        for kind, item in ((name.kind, name.item_id), (match.kind, match.item_id))
    )
    return bool(asked & found)


def test_no_spelling_of_any_recorded_name_finds_a_stranger() -> None:
    index = index_where()
    asked = [
        (name, text)
        for name in recorded_names()
        for text in (name.name, *(spell(name.name) for spell in spellings(name.language).values()))
    ]
    found = [(text, name, match) for name, text in asked for match in find(index, text)]

    assert len(asked) > 1400
    assert len(found) > len(asked)
    assert [(text, match.matched) for text, name, match in found if not is_right(name, match)] == []


def surnames() -> list[str]:
    """The last word of what each named person is called; those of several count once."""
    named = [row["name"] for row in rows("actors") if row["actor_kind"] == "person"]
    return sorted({name.split()[-1] for name in named if len(name.split()) == 2 and name.istitle()})


def test_no_surname_of_the_record_is_mistaken_for_another() -> None:
    index = words_index(*surnames())

    assert len(surnames()) >= 15
    assert {
        (asked, match.item_id)
        for asked in surnames()
        for match in find(index, asked)
        if match.item_id != asked
    } == set()


APART = """
Ali      | Alma-Ata
Ali      | Shali
Ali      | Alija
Movlaev  | Musaev
Mukaev   | Musaev
Mutaev   | Mukaev
Umarov   | Omarov
Umarov   | Amirov
Daudov   | Dudaev
Daudov   | Dadaev
Kutaev   | Kataev
Karimov  | Kerimbaev
Zakaev   | Tsakaev
Mutsaev  | Muzaev
Shali    | Mali
Shali    | Bali
Chad     | Chechnya
Iran     | Yerevan
Iraq     | Iran
Oman     | Iran
Austria  | Australia
Slovakia | Slovenia
Poland   | Holland
Georgia  | Jordan
Latvia   | Lithuania
Sweden   | Yemen
Norway   | Norwich
Berlin   | Merlin
Astana   | Astrakhan
Goity    | Haiti
Grozny   | Grodno
Moscow   | Mosul
Gambia   | Zambia
Belarus  | Belgium
Munich   | Zurich
Warsaw   | Aarau
Kazan    | Kazakhstan
Ichkeria | Ingushetia
Nalchik  | Narva
"""


@pytest.mark.parametrize("line", APART.strip().splitlines())
def test_two_names_are_kept_apart(line: str) -> None:
    one, other = (cell.strip() for cell in line.split("|"))
    index = words_index(one, other)

    assert [match.item_id for match in find(index, one)] == [one]
    assert [match.item_id for match in find(index, other)] == [other]
    assert find(words_index(other), one) == ()
    assert find(words_index(one), other) == ()


def test_a_short_word_finds_no_more_than_itself() -> None:
    index = words_index("Ali", "Alma-Ata", "Aliev", "Almaty", "Shali", "Calais", "al", "Ala")

    assert [match.item_id for match in find(index, "Ali")] == ["Ali"]
    assert [match.item_id for match in find(index, "al")] == ["al"]


def test_what_is_alike_stays_away_where_the_name_itself_is_on_record() -> None:
    with_it = words_index("Argun", "Argon")
    without = words_index("Argon")

    assert find(with_it, "Argun")[0].item_id == "Argun"
    assert [match.how for match in find(without, "Argun")] == ["alike"]
    assert [match.item_id for match in find(words_index("Ismailov", "Israilov"), "Ismailov")] == [
        "Ismailov"
    ]


def test_another_given_name_is_another_person() -> None:
    index = index_where()

    assert find(index, "Islam Movlaev") == ()
    assert [match.item_id for match in find(index, "Mokhmad Abdurakhmanov")] == [
        "mokhmad-abdurakhmanov"
    ]
