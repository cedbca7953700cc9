"""A place is found under every name that readers may have met, and shown under one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from timeline.model.place import PlaceName
from timeline.model.vocabulary import NameKind

from .geography import sheet

ROWS = sheet("place_names")
NAMES = [PlaceName.model_validate(row) for row in ROWS]
PLACES = {row["place_id"]: row["name"] for row in sheet("places")}

SCRIPTS = {
    "ar": "ARABIC",
    "be": "CYRILLIC",
    "ce": "CYRILLIC",
    "de": "LATIN",
    "en": "LATIN",
    "fi": "LATIN",
    "fr": "LATIN",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "kk": "CYRILLIC",
    "kk-Latn": "LATIN",
    "ky": "CYRILLIC",
    "lt": "LATIN",
    "nb": "LATIN",
    "nl": "LATIN",
    "nn": "LATIN",
    "pl": "LATIN",
    "ru": "CYRILLIC",
    "sv": "LATIN",
    "tr": "LATIN",
    "uk": "CYRILLIC",
}


def test_the_sheet_has_the_columns_of_a_place_name_in_order() -> None:
    assert list(ROWS[0]) == list(PlaceName.model_fields)


def test_every_name_is_of_a_place_and_stands_once() -> None:
    assert {name.place_id for name in NAMES} <= PLACES.keys()
    counts = Counter((name.place_id, name.language, name.name) for name in NAMES)
    assert [key for key, count in counts.items() if count > 1] == []


def test_a_place_has_one_preferred_name_in_a_language() -> None:
    counts = Counter(
        (name.place_id, name.language) for name in NAMES if name.name_kind is NameKind.PREFERRED
    )
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("place_id", PLACES)
def test_the_name_shown_in_english_is_the_preferred_one(place_id: str) -> None:
    preferred = [
        name.name
        for name in NAMES
        if (name.place_id, name.language, name.name_kind) == (place_id, "en", NameKind.PREFERRED)
    ]
    assert preferred == [PLACES[place_id]]


@pytest.mark.parametrize("language", sorted({name.language for name in NAMES}))
def test_a_name_is_written_in_the_script_of_its_language(language: str) -> None:
    for name in NAMES:
        if name.language == language:
            letters = [letter for letter in name.name if letter.isalpha()]
            strange = [
                letter for letter in letters if SCRIPTS[language] not in unicodedata.name(letter)
            ]
            assert strange == [], name.name


def test_names_are_composed_and_without_stray_spaces() -> None:
    for name in NAMES:
        assert name.name == unicodedata.normalize("NFC", name.name)
        assert name.name == re.sub(r"\s+", " ", name.name).strip()


FOUND_UNDER = """
Гозный          | grozny           | a misprint met in print
Соьлжа-ГӀала    | grozny           | Chechen, with the letter palochka
Erevan          | yerevan          | the French and older spelling
Gavle           | gavle            | typed without the dots
Ysyk-Kol Region | issyk-kul-region | from Kyrgyz, typed without the dots
Goyty           | goity            | as in gazetteers
Turkey          | turkiye          | the name until 2022
الشيشان         | chechnya         | Arabic
Nur-Sultan      | astana           | its name from 2019 to 2022
"""


@pytest.mark.parametrize("line", FOUND_UNDER.strip().splitlines())
def test_a_place_is_found_under_what_was_printed(line: str) -> None:
    printed, place_id, _ = (cell.strip() for cell in line.split("|"))
    assert place_id in {name.place_id for name in NAMES if name.name == printed}
