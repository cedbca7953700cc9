"""How a word may be read: as recorded in a known language, and as typed by anybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.search.scripts import (
    Script,
    cyrillic_parts,
    mended,
    romanised_parts,
    script_of,
)
from timeline.search.skeleton import arabic_key, arabic_skeletons, sound_skeleton
from timeline.search.sounds import readings
from timeline.search.spelling import SYSTEM_OF_LANGUAGE, SYSTEMS, may_be, plain, sounds_in
from timeline.search.text import has_digit

ANY = "any"
"""The group of a text whose language is not known, or has no system of its own."""

_EVERY = "*"
_HEARD = 2
"""Readings that are compared by their consonants; the rest are too unlikely for so rough a test."""
_G_IS_H = frozenset(("uk", "be"))
_SLAVIC = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "pl", "cs", "sk"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One word with everything it may be read as."""

    folded: str
    script: Script
    sounds: tuple[str, ...]
    """Likeliest first. Other scripts than Latin and Cyrillic have one or two."""
    keys: tuple[str, ...]
    """Everything it is found under: its sounds, and the word without accents."""
    is_inflected: bool
    """Whether it may stand with an ending of its case, as Slavic names do."""


def group_of(language: str, *, is_name: bool) -> str:
    """What of a BCP 47 tag matters to reading; few groups, so that words are read once.

    A name is read by every system, that of its language first: a German spelling stands in
    English papers too, and is then recorded as English.
    """
    primary = language.partition("-")[0].lower()
    group = primary if primary in SYSTEM_OF_LANGUAGE or primary in _SLAVIC else ANY
    return group + _EVERY if is_name else group


def recorded_reading(word: str, group: str) -> Reading:
    """How a folded word of a recorded text reads; *group* is one of group_of."""
    language = group.removesuffix(_EVERY)
    systems = SYSTEM_OF_LANGUAGE.get(language, SYSTEMS)
    if group != language:
        systems = (*systems, *(system for system in SYSTEMS if system not in systems))
    return _reading(word, systems, g_may_be_h=language in _G_IS_H, slavic=language in _SLAVIC)


def asked_reading(word: str) -> Reading:
    """How a folded word that somebody typed may read, in every system."""
    return _reading(word, SYSTEMS, g_may_be_h=True, slavic=True)


def skeletons_of(reading: Reading) -> tuple[str, ...]:
    """The consonants of a word, for comparing what is Arabic with what is not."""
    found: Iterable[str] = ()
    if reading.script is Script.ARABIC:
        found = arabic_skeletons(reading.folded)
    elif reading.script in (Script.LATIN, Script.CYRILLIC):
        found = (one for key in reading.sounds[:_HEARD] for one in sound_skeleton(key))
    return tuple(dict.fromkeys(found))


def _reading(word: str, systems: Iterable[str], *, g_may_be_h: bool, slavic: bool) -> Reading:
    script = script_of(word)
    letters = mended(word, script)
    sounds = dict.fromkeys(_sounds(letters, script, systems, g_may_be_h=g_may_be_h))
    bare = {plain(letters): None} if script is Script.LATIN else {}
    keys = sounds | bare
    return Reading(
        folded=word,
        script=script,
        sounds=tuple(key for key in sounds if key),
        keys=tuple(key for key in keys if key),
        is_inflected=script is Script.CYRILLIC or (slavic and script is Script.LATIN),
    )


def _sounds(
    word: str, script: Script, systems: Iterable[str], *, g_may_be_h: bool
) -> Iterable[str]:
    match script:
        case Script.NONE:
            yield word
        case Script.LATIN:
            if not has_digit(word):
                for system in systems:
                    if may_be(word, system):
                        yield from sounds_in(word, system)
        case Script.CYRILLIC:
            yield from readings(cyrillic_parts(word, g_may_be_h=False))
            if g_may_be_h and "г" in word:
                yield from readings(cyrillic_parts(word, g_may_be_h=True))
        case Script.ARABIC:
            yield arabic_key(word)
        case _:
            yield from readings(romanised_parts(word, script))
