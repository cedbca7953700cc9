"""Whatever is typed, the search answers, soon, and without raising."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.search.find import find
from timeline.search.index import index_of
from timeline.search.text import SearchText

from .recorded_names import index_where

NAUGHTY = Path(__file__).parents[3].parent / "shared" / "corpora" / "naughty-strings" / "blns.json"

NOTHING = [
    "",
    " ",
    "\t\n",
    "x",
    "я",
    "ა",
    "7",
    "...",
    "-",
    "''",
    "🦊",
    "🏳️‍🌈🧿",
    "()[]{}",
    "\u200b",
    "\x00",
]

STRANGE = [
    ".*",
    "^Movlaev$",
    "Movlaev|Grozny",
    "(Movlaev",
    "[a-z]+",
    "\\",
    "\\d{1000}",
    "%' OR 1=1 --",
    "Mov%",
    "_",
    "*" * 500,
    "\ud800Movlaev",
    "Movlaev\x00",
    "\u202evealvoM",
    "M\u0301\u0301\u0301ovlaev" + "\u0301" * 300,
    "中国" * 50,
    "ﷺ",
    "ｍｏｖｌａｅｖ",
    "𝕄𝕠𝕧𝕝𝕒𝕖𝕧",
    "null",
    "None",
]

LONG = {
    "one word": "x" * 10_000,
    "one name": "Abdurakhmanow" * 800,
    "many words": "Movlaev Grozny Schtschschtsch " * 340,
    "letters": "a b c " * 1_700,
    "doubtful letters": "sssssjsjsjsjzzzzchshszcz " * 400,
    "marks": "a" + "\u0301" * 10_000,
    "apostrophes": "a'" * 5_000,
    "points": "a." * 5_000,
    "hyphens": "ab-" * 3_400,
    "spaces": " " * 10_000,
    "emoji": "🦊" * 10_000,
}


@pytest.mark.parametrize("asked", NOTHING)
def test_what_holds_no_word_finds_nothing(asked: str) -> None:
    assert find(index_where(), asked) == ()


@pytest.mark.parametrize("asked", STRANGE)
def test_what_looks_like_code_is_read_as_words(asked: str) -> None:
    found = find(index_where(), asked)

    assert len(found) <= 2
    if "Movlaev" in asked and "|" not in asked:
        assert [match.item_id for match in found] == ["mansur-movlaev"]


@pytest.mark.parametrize("what", LONG)
def test_what_is_long_is_answered_within_a_second(what: str) -> None:
    index = index_where()
    began = time.process_time()
    found = find(index, LONG[what])

    assert time.process_time() - began < 1
    assert len(found) <= 50


def test_naughty_strings_are_searched_and_searched_for() -> None:
    if not NAUGHTY.exists():
        pytest.skip("the corpus of naughty strings is not on this machine")
    strings = [text for text in json.loads(NAUGHTY.read_text("utf-8")) if text]
    texts = [
        SearchText("event", f"event-{at}", None, text, text, "title", "und")
        for at, text in enumerate(strings)
    ]
    index = index_of(texts)
    for text in strings:
        for match in find(index, text, limit=600):
            spans = [start for span in match.spans for start in span]
            assert spans == sorted(spans)
            assert not spans or 0 <= spans[0] < spans[-1] <= len(match.matched)


_LETTERS = st.text(st.sampled_from("aeiouymvlsckzhщёьГӀїґ'-ʹ ß’éłçșაეიու ءلقو1."), max_size=40)


@settings(deadline=None, max_examples=150)
@given(said=_LETTERS, language=st.sampled_from(["en", "ru", "de", "und", "x-klingon", ""]))
def test_a_text_finds_itself(said: str, language: str) -> None:
    index = index_of([SearchText("place", "a", None, said, said, "name", language)])
    found = find(index, said)

    if any(len(word) > 2 for word in re.findall(r"[a-zа-я]+", said)):
        assert len(found) == 1
    for match in found:
        assert match.matched == said
        assert match.score > 0
        assert all(0 <= start < end <= len(said) for start, end in match.spans)


@settings(deadline=None, max_examples=150)
@given(asked=st.text(max_size=60), said=st.text(max_size=60))
def test_nothing_raises(asked: str, said: str) -> None:
    index = index_of([SearchText("event", "a", None, said, said, "summary", "en")])
    assert len(find(index, asked)) <= 1
