"""A recorded name is found in every spelling system, whichever form of it is on record."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from timeline.search.find import find
from timeline.search.index import SearchIndex, index_of

from .recorded_names import Name, index_where, recorded_names, search_text
from .romanisations import TABLES, spellings

SYSTEMS = [
    (language, system) for language in ("ru", "ka", "hy", "kk") for system in spellings(language)
]


def in_language(language: str) -> list[Name]:
    return [name for name in recorded_names() if name.language == language]


def missed(index: SearchIndex, asked: Iterable[tuple[Name, str]]) -> list[str]:
    """What was asked without the thing coming out among those found."""
    return [
        text
        for name, text in asked
        if (name.kind, name.item_id)
        not in {(match.kind, match.item_id) for match in find(index, text)}
    ]


@pytest.mark.parametrize(("language", "system"), SYSTEMS)
def test_what_is_on_record_in_its_own_script_is_found_in_latin_letters(
    language: str, system: str
) -> None:
    names = in_language(language)
    index = index_where(lambda name: name.language == language)
    spell = spellings(language)[system]

    assert names
    assert missed(index, ((name, spell(name.name)) for name in names)) == []


@pytest.mark.parametrize("system", TABLES)
@pytest.mark.parametrize("recorded_as", ["und", "en"])
def test_what_is_on_record_in_latin_letters_is_found_in_cyrillic(
    system: str, recorded_as: str
) -> None:
    names = in_language("ru")
    spell = spellings("ru")[system]
    index = index_of([search_text(name, spell(name.name), recorded_as) for name in names])

    assert missed(index, ((name, name.name) for name in names)) == []


@pytest.mark.parametrize("asked", TABLES)
@pytest.mark.parametrize("recorded", ["German", "French", "Polish", "passport 2013 (ICAO 9303)"])
def test_one_spelling_is_found_under_another(recorded: str, asked: str) -> None:
    names = [name for name in in_language("ru") if name.kind == "person"]
    spell, spell_asked = spellings("ru")[recorded], spellings("ru")[asked]
    index = index_of([search_text(name, spell(name.name), "und") for name in names])

    assert missed(index, ((name, spell_asked(name.name)) for name in names)) == []


def test_every_recorded_name_finds_what_it_names_and_before_anything_else() -> None:
    index = index_where()
    first = [(name, find(index, name.name)[0]) for name in recorded_names()]

    assert [
        (name.name, match.item_id)
        for name, match in first
        if match.how != "exact" or match.matched.casefold() != name.name.casefold()
    ] == []


FOUND_UNDER = """
asked                      | found              | how
Мовлаев                    | mansur-movlaev     | exact
Movlayev                   | mansur-movlaev     | exact
Mowlajew                   | mansur-movlaev     | exact
Movlaïev                   | mansur-movlaev     | transliterated
Movlaieff                  | mansur-movlaev     | transliterated
movlaew mansour            | mansur-movlaev     | transliterated
MOVLAEV, Mansur            | mansur-movlaev     | exact
მოვლაევი                   | mansur-movlaev     | transliterated
Մովլաև                     | mansur-movlaev     | transliterated
منصور موفلاييف             | mansur-movlaev     | alike
Мовлаеву                   | mansur-movlaev     | alike
Mansur Mvlaev              | mansur-movlaev     | alike
Мoвлаев                    | mansur-movlaev     | transliterated
Mo\u0301vlaev              | mansur-movlaev     | transliterated
Мов\u00adлаев              | mansur-movlaev     | exact
Abdurachmanow              | tumso-abdurakhmanov | exact
Абдурахманов Тумсо         | tumso-abdurakhmanov | exact
Tumso Abduraḥmanov         | tumso-abdurakhmanov | transliterated
Toumso Abdourakhmanov      | tumso-abdurakhmanov | transliterated
Tumso Abdurajmánov         | tumso-abdurakhmanov | transliterated
Abdurrachmanoff            | tumso-abdurakhmanov | transliterated
Yangoulbaïev               | abubakar-yangulbaev | transliterated
Abu Bakar Yangulbaev       | abubakar-yangulbaev | transliterated
Abubakr Yangulbaev         | abubakar-yangulbaev | transliterated
Lapounov                   | maxim-lapunov      | transliterated
Maksim Łapunow             | maxim-lapunov      | transliterated
Kadyrow                    | ramzan-kadyrov     | transliterated
Kadyrovas                  | ramzan-kadyrov     | alike
كاديروف                    | ramzan-kadyrov     | alike
Гозный                     | grozny             | exact
Grozniy                    | grozny             | transliterated
Hroznyj                    | grozny             | transliterated
Groznyi                    | grozny             | exact
Grzony                     | grozny             | alike
Urusmartan                 | urus-martan        | transliterated
Urus Martan                | urus-martan        | exact
Г1ойт1а                    | goity              | transliterated
Schali                     | shali              | exact
Chali                      | shali              | transliterated
Szali                      | shali              | transliterated
Erivan                     | yerevan            | exact
Ierevan                    | yerevan            | transliterated
Jerevan                    | yerevan            | transliterated
Çeçenistan                 | chechnya           | exact
Cecenistan                 | chechnya           | transliterated
Gavle                      | gavle              | exact
gaevle                     | gavle              | exact
Ludenscheid                | luedenscheid       | exact
Qyrgyzstan                 | kyrgyzstan         | transliterated
Kirgisistan                | kyrgyzstan         | alike
Nūr-Sūltan                 | astana             | transliterated
Nursultan                  | astana             | transliterated
Ch’ech’nia                 | chechnya           | transliterated
U.S.A.                     | united-states      | exact
"""


@pytest.mark.parametrize("line", FOUND_UNDER.strip().splitlines()[1:])
def test_the_whole_record_finds_it(line: str) -> None:
    asked, item_id, how = (cell.strip() for cell in line.split("|"))

    assert [(match.item_id, match.how) for match in find(index_where(), asked)][:1] == [
        (item_id, how)
    ]
