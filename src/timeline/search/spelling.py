"""What Latin letters stand for in the spellings in which Caucasian names are printed.

Each system is a short table: letters to sounds, longest first. What a table does not name
is read without its accent, and a bare letter as itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from timeline.search.sounds import Alternatives, readings, settled, table_of

_EVERYWHERE = "y=i j=i w=v q=k x=ks c=k"

_TABLES = {
    # BGN/PCGN, ALA-LC without its marks, Russian passports since 2010, and common usage.
    "english": (
        "shch=SQ sch=S tch=Q dzh=dZ kh=h zh=Z sh=S ch=Q gh=g ph=f th=t rh=r ck=k tz=ts j=dZ jh=Z"
        " ë=e,io oo=o,u ee=e,i ʹe=e,ie"
    ),
    # Duden: с is s or ss, з is s, ж is sch or sh.
    "german": (
        "schtsch=SQ tsch=Q dsch=dZ sch=S,Z sh=Z ch=h kh=h ph=f th=t ck=k tz=ts z=ts ss=s ß=s s=s,z"
        " ä=a,e ö=o ü=u ae=ae,a oe=o,oe ue=u,ue ie=ie,i ei=ei,ai"
    ),
    "french": (
        "chtch=SQ tch=Q dj=dZ ch=S kh=h gh=g j=Z ou=u ph=f th=t qu=k gue=ge gui=gi ss=s ç=s"
        " tz=ts ine$=in oï=oi eï=ei"
    ),
    "polish": ("szcz=SQ dż=dZ dź=dz sz=S cz=Q rz=Z,rz ch=h kh=h ż=Z ź=z ć=Q,ts c=ts ó=u ie=ie,e"),
    # ISO 9, scholarly transliteration, and the alphabets that write č, š, ž.
    "haček": (
        "šč=SQ dž=dZ ŝ=SQ š=S č=Q ž=Z đ=dZ ĥ=h ch=h x=h c=ts â=a,ia û=u,iu ë=e,io ě=e,ie kh=h"
    ),
    # Swedish, Norwegian, Danish and Dutch.
    "northern": (
        "sjtsj=SQ sjtj=SQ tsj=Q tj=Q dzj=dZ zj=Z skj=S sj=S ch=h kh=h oe=u,oe ij=i,ii å=o"
        " ä=a,e ö=o ü=u"
    ),
    # Turkish, Azerbaijani, and Kazakh in its Latin alphabets of 2017 to 2021.
    "turkic": (
        "ç=Q ş=S c=dZ j=Z,dZ x=h kh=h gh=g sh=S ch=Q zh=Z w=v,u ý=i,u ı=i ğ=g ǵ=g ə=a,e ä=a,e"
        " ö=o ü=u ū=u ñ=n,ng ń=n,ng"
    ),
    "spanish": "ch=Q sh=S zh=Z kh=h dzh=dZ j=h ll=l,i qu=k gue=ge gui=gi",
}

SYSTEMS = tuple(_TABLES)

_NEVER = {"german": frozenset("v"), "polish": frozenset("vqx"), "haček": frozenset("w")}
"""Letters that a system does not use for these names: Musaev is not German for Музаев."""

SYSTEM_OF_LANGUAGE = {
    "en": ("english",),
    "de": ("german",),
    "fr": ("french",),
    "pl": ("polish",),
    **dict.fromkeys(("cs", "sk", "sl", "hr", "bs", "lt", "lv", "et", "fi"), ("haček",)),
    **dict.fromkeys(("sv", "nb", "nn", "no", "da", "nl"), ("northern",)),
    **dict.fromkeys(("tr", "az", "kk", "ky", "uz", "tk", "tt", "crh"), ("turkic",)),
    "es": ("spanish",),
}
"""The systems a text of that language is read by; any other language by all of them."""


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    sounds: dict[str, Alternatives]
    doubtful: re.Pattern[str]
    """Letters with alternatives."""
    marked: frozenset[str]
    """Letters with an accent that the system reads in its own way."""


@cache
def _table(system: str) -> _Table:
    sounds = table_of(f"{_EVERYWHERE} {_TABLES[system]}")
    patterns = sorted(sounds, key=len, reverse=True)
    return _Table(
        re.compile("|".join(patterns)),
        {letters.removesuffix("$"): values for letters, values in sounds.items()},
        re.compile("|".join(one for one in patterns if len(sounds[one]) > 1) or "(?!)"),
        frozenset(letter for letters in sounds for letter in letters if not letter.isascii()),
    )


def may_be(word: str, system: str) -> bool:
    """Whether a folded word can have been written in a system."""
    return system not in _NEVER or _NEVER[system].isdisjoint(word)


def plain(word: str) -> str:
    """A word of Latin letters without its accents and signs."""
    if word.isascii():
        return word
    return "".join(one for one in anyascii(_untied(word)).lower() if one.isalnum())


def _untied(word: str) -> str:
    """A word without the marks that no letter of ours is composed of: i͡a is ia."""
    return "".join(
        one for one in unicodedata.normalize("NFC", word) if not unicodedata.combining(one)
    )


def sounds_in(word: str, system: str) -> list[str]:
    """What a folded word sounds like in one system, likeliest first."""
    table = _table(system)
    if word.isascii() and table.doubtful.search(word) is None:
        # Most words: nothing to choose, and no list of parts to be made.
        sounds = table.sounds
        return [settled(table.pattern.sub(lambda match: sounds[match[0]][0], word))]
    return readings(parts_of(word, system))


def parts_of(word: str, system: str) -> list[Alternatives]:
    """What the letters of a folded word stand for in one system.

    Raises KeyError for a system that is not in SYSTEMS.
    """
    table = _table(system)
    if not word.isascii():
        word = "".join(
            one if one.isascii() or one in table.marked else plain(one) for one in _untied(word)
        )
    found: list[Alternatives] = []
    last = 0
    for match in table.pattern.finditer(word):
        if match.start() > last:
            found.append((_bare(word[last : match.start()]),))
        found.append(table.sounds[match[0]])
        last = match.end()
    if not found:
        return [(_bare(word),)]
    if last < len(word):
        found.append((_bare(word[last:]),))
    return found


def _bare(letters: str) -> str:
    """Letters that stand for themselves; signs for ь, ъ and hamza are for nothing."""
    if letters.isascii() and letters.isalnum():
        return letters
    return "".join(one for one in letters if one.isascii() and one.isalnum())
