"""How names are written in Latin letters, system by system, as the published tables have it.

Written from the standards and not from the code under test: what one forgets the other must not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_VOWELS = "аеёиоуыэюяъь"

LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

TABLES = {
    "ISO 9:1995": "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â",
    "scholarly": "a b v g d e ë ž z i j k l m n o p r s t u f x c č š šč ʺ y ʹ è ju ja",
    "ALA-LC": "a b v g d e ë z͡h z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a",
    "BGN/PCGN 1947": "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya",
    "passport 2013 (ICAO 9303)": (
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"
    ),
    "GOST 52535.1-2006": (
        "a b v g d e e zh z i i k l m n o p r s t u f kh tc ch sh shch - y - e iu ia"
    ),
    "German": "a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja",
    "French": "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia",
    "Polish": "a b w g d e jo ż z i j k ł m n o p r s t u f ch c cz sz szcz - y - e ju ja",
    "Swedish": "a b v g d e jo zj z i j k l m n o p r s t u f ch ts tj sj sjtj - y - e ju ja",
    "Spanish": "a b v g d e yo zh z i i k l m n o p r s t u f j ts ch sh shch - i - e iu ia",
    "Dutch": "a b v g d e jo zj z i j k l m n o p r s t oe f ch ts tsj sj sjtsj - y - e joe ja",
}


def romanised(name: str, system: str) -> str:
    """A Russian name in one of the systems of TABLES, words and capitals kept."""
    table = paired(LETTERS, TABLES[system])
    plain = name.lower()
    found = []
    for at, letter in enumerate(plain):
        value = table.get(letter, letter)
        value = "" if value == "-" and letter != "-" else value
        glide = at == 0 or not plain[at - 1].isalpha() or plain[at - 1] in _VOWELS
        if letter == "е" and glide:
            value = GLIDE.get(system, value)
        found.append(value)
    text = "".join(found)
    for pattern, replacement in AFTERWARDS.get(system, ()):
        text = re.sub(pattern, replacement, text)
    return text.title()


GLIDE = {
    "BGN/PCGN 1947": "ye",
    "German": "je",
    "French": "ïe",
    "Polish": "je",
    "Swedish": "je",
    "Dutch": "je",
}
"""How е is written at the start of a word and after a vowel."""

AFTERWARDS: dict[str, tuple[tuple[str, str], ...]] = {
    "German": ((r"(?<=[aeiouy])s(?=[aeiouy])", "ss"), (r"yi\b", "y"), (r"ii\b", "i")),
    "French": ((r"(?<=[aeiouy])s(?=[aeiouy])", "ss"), (r"\bïe", "ie"), (r"yï\b|iï\b", "y")),
    "Polish": (
        (r"(?<=[kg])y", "i"),
        (r"(?<=[bdłmnprstwz])e(?=[wjmn]\b)", "ie"),
        (r"yj\b|ij\b", "i"),
    ),
    "Spanish": ((r"ii\b", "i"),),
    "passport 2013 (ICAO 9303)": (),
}


def paired(letters: str, values: str) -> dict[str, str]:
    """Letters with what each is written as; a hyphen for nothing."""
    return dict(zip(letters, values.split(), strict=True))


_GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև"

GEORGIAN = {
    "national 2002": paired(
        _GEORGIAN,
        "a b g d e v z t i k' l m n o p' zh r s t' u p k gh q' sh ch ts dz ts' ch' kh j h",
    ),
    "ISO 9984": paired(
        _GEORGIAN, "a b g d e v z t̕ i k l m n o p ž r s t u p̕ k̕ ḡ q š č̕ c̕ j c č x ǰ h"
    ),
}
ARMENIAN = {
    "BGN/PCGN 1981": paired(
        _ARMENIAN,
        "a b g d e z e y t’ zh i l kh ts k h dz gh ch m y n sh o ch’ p j rr s v t r ts’ v p’ k’ o f ev",
    ),
    "ISO 9985": paired(
        _ARMENIAN,
        "a b g d e z ē ë t’ ž i l x ç k h j ġ č̣ m y n š o č p ǰ ṙ s v t r c’ w p’ k’ ò f ew",
    ),
    "ALA-LC": paired(
        _ARMENIAN,
        "a b g d e z ē ě tʻ zh i l kh ts k h dz gh ch m y n sh o chʻ p j ṛ s v t r tsʻ w pʻ kʻ ō f ew",
    ),
}
KAZAKH_2021 = paired(
    "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіэюяьъ",
    "a ä b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ş y ı e iu ia - -",
)


def letter_by_letter(name: str, table: dict[str, str]) -> str:
    """A name by one table; ու is one vowel in Armenian."""
    values = {letter: "" if value == "-" else value for letter, value in table.items()}
    return "".join(values.get(letter, letter) for letter in name.lower().replace("ու", "u")).title()


Spell = Callable[[str], str]


def spellings(language: str) -> dict[str, Spell]:
    """The ways to write names of one language in Latin letters."""
    if language == "ru":
        return {system: (lambda name, s=system: romanised(name, s)) for system in TABLES}
    tables = {"ka": GEORGIAN, "hy": ARMENIAN, "kk": {"Kazakh 2021": KAZAKH_2021}}.get(language, {})
    return {
        system: (lambda name, t=table: letter_by_letter(name, t))
        for system, table in tables.items()
    }
