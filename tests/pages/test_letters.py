"""Where a text that is too long is cut: never inside what a reader sees as one letter."""

from __future__ import annotations

import pytest

from timeline.ui.embed_address import asked_of
from timeline.ui.letters import first_letters

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
HEART = "\N{HEAVY BLACK HEART}\ufe0f"
WAVE = "\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}"
ACCENT = "e\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"
KEY = "1\ufe0f\N{COMBINING ENCLOSING KEYCAP}"
FLAGS = "\U0001f1f0\U0001f1ff\U0001f1f0\U0001f1ec"
SCOTLAND = (
    "\N{WAVING BLACK FLAG}" + "".join(chr(0xE0000 + ord(one)) for one in "gbsct") + "\U000e007f"
)
VOWEL = "\N{DEVANAGARI LETTER KA}\N{DEVANAGARI VOWEL SIGN AA}"
SYLLABLE = "\u1112\u1161\u11ab"


@pytest.mark.parametrize(
    "letter", [FAMILY, HEART, WAVE, ACCENT, KEY, FLAGS[:2], SCOTLAND, VOWEL, SYLLABLE]
)
def test_a_letter_of_several_code_points_stays_whole_or_goes(letter: str) -> None:
    text = f"ab{letter}c"

    for most in range(2, 2 + len(letter)):
        assert first_letters(text, most) == "ab"
    assert first_letters(text, 2 + len(letter)) == f"ab{letter}"


def test_flags_are_counted_in_pairs() -> None:
    assert [first_letters(FLAGS, most) for most in (2, 3, 4)] == [FLAGS[:2], FLAGS[:2], FLAGS]


def test_what_is_short_enough_stays_as_it_is() -> None:
    assert first_letters("", 3) == ""
    assert first_letters("abc", 3) == "abc"
    assert first_letters("abcd", 3) == "abc"


def test_a_letter_without_an_end_has_one() -> None:
    assert first_letters("a" + "\N{COMBINING ACUTE ACCENT}" * 50, 10) != ""
    assert len(first_letters("\N{COMBINING ACUTE ACCENT}" * 50, 10)) == 10


def test_words_in_the_address_of_an_embed_are_cut_there_too() -> None:
    asked = asked_of("case-a", [("headline", "y" * 157 + FAMILY), ("note", "n" * 599 + HEART)])

    assert asked.headline == "y" * 157
    assert asked.note == "n" * 599
