"""What the letters of other scripts stand for.

Cyrillic and Arabic are ours, because their letters are read differently from language to
language and a table for all of them has to choose; Georgian, Armenian and whatever else
is romanised letter by letter by anyascii and then read as English spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from enum import Enum

from anyascii import anyascii

from timeline.search.sounds import Alternatives, table_of
from timeline.search.spelling import parts_of


class Script(Enum):
    """How the letters of a word are to be read."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    """Written without most vowels, so never read in full."""
    GEORGIAN = "georgian"
    ARMENIAN = "armenian"
    OTHER = "other"
    NONE = "none"
    """No letters at all."""


_NAMED = {
    script.value.upper(): script
    for script in (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.GEORGIAN, Script.ARMENIAN)
}

_CYRILLIC = table_of(
    "а=a б=b в=v г=g д=d е=e ё=e,io,o ж=Z з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s"
    " т=t у=u ф=f х=h ц=ts ч=Q ш=S щ=SQ ъ= ы=i ь= э=e ю=iu я=ia"
    # Ukrainian, Belarusian, Serbian, Macedonian, Russian before 1918
    " є=ie і=i ї=i ґ=g ў=v,u ј=i љ=l њ=n ђ=dZ ћ=Q џ=dZ ѓ=g ќ=k ѕ=dz ѣ=e"
    # Kazakh, Kyrgyz, Tatar, Tajik, and the palochka of the Caucasus
    " ә=a,e ғ=g қ=k ң=n,ng ө=o ұ=u ү=u һ=h җ=dZ ҳ=h ҷ=dZ ӣ=i ӯ=u ӏ="
)
_G_IS_H = {"г": ("h", "g")}
"""Ukrainian and Belarusian."""

_LOOK_ALIKE = dict(zip("abcehikmoptxyıl1j", "авсенікмортхуіӏӏј", strict=True))
"""Latin to Cyrillic, as they are confused by eye and by keyboards; 1 and l for the palochka."""
_LOOK_ALIKE_BACK = {
    cyrillic: latin for latin, cyrillic in _LOOK_ALIKE.items() if latin not in "ıl1"
}


def script_of(word: str) -> Script:
    """The script most letters of a folded word belong to."""
    if word.isascii():
        return Script.LATIN if any(one.isalpha() for one in word) else Script.NONE
    counts = Counter(
        _NAMED.get(unicodedata.name(one, "").partition(" ")[0], Script.OTHER)
        for one in word
        if one.isalpha()
    )
    return counts.most_common(1)[0][0] if counts else Script.NONE


def mended(word: str, script: Script) -> str:
    """A word of one script, where letters of the other only look as if they belonged."""
    if script is Script.CYRILLIC and re.search("[a-zı1]", word):
        return "".join(_LOOK_ALIKE.get(one, one) for one in word)
    if script is Script.LATIN and re.search("[а-яіј]", word):
        return "".join(_LOOK_ALIKE_BACK.get(one, one) for one in word)
    return word


def cyrillic_parts(word: str, *, g_may_be_h: bool) -> list[Alternatives]:
    """What the letters of a folded Cyrillic word stand for."""
    own = _G_IS_H if g_may_be_h else {}
    found: list[Alternatives] = []
    before = ""
    for one in word:
        if one == "е" and before in ("ь", "ъ"):
            # After a sign its glide is written by some and left out by others.
            found.append(("e", "ie"))
        else:
            found.append(own.get(one) or _CYRILLIC.get(one) or _romanised(one))
        before = one
    return found


def romanised_parts(word: str, script: Script) -> list[Alternatives]:
    """What a word of a script without a table of ours stands for."""
    if script is Script.ARMENIAN:
        # The letter և, its two parts, and ու, which is one vowel in two letters.
        word = word.replace("ու", "u").replace("եւ", "ev").replace("ւ", "v")
    found = parts_of(_letters(anyascii(word)), "english")
    if script is Script.GEORGIAN and word.endswith("ი") and len(word) > 4:
        # A Georgian noun ends in a vowel; the name it stands for need not.
        return [*found[:-1], *_without_last_i(found[-1])]
    return found


def _without_last_i(last: Alternatives) -> list[Alternatives]:
    letters = last[0]
    return [(letters[:-1], letters)]


def _romanised(letter: str) -> Alternatives:
    return (_letters(anyascii(letter)),)


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isascii() and one.isalnum())
