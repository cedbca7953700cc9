"""A search is ready at once and answers at once, and does so for a hundred times as much.

Measured in seconds of this process, so that a busy machine does not count.
"""

from __future__ import annotations

import itertools
import random
import statistics
import time
from collections.abc import Callable

import pytest

from timeline.search.find import find
from timeline.search.index import SearchIndex, index_of
from timeline.search.text import SearchText

from .recorded_names import recorded_names, rows, search_text

ONSETS = "b v g d z k l m n p r s t f kh ts ch sh zh dzh"
VOWELS = "a e i o u ya yu ay"
ENDINGS = "ov ev aev in ova aeva"


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def as_on_record() -> list[SearchText]:
    """Names, titles, summaries and publishers of the record, from its sheets."""
    return [
        *(search_text(name) for name in recorded_names()),
        *(
            SearchText("event", row["event_id"], None, "", row[field], field, "en")
            for row in rows("events")
            for field in ("title", "summary")
        ),
        *(
            SearchText("source", row["source_id"], None, "", row[field], field, "und")
            for row in rows("sources")
            for field in ("title", "publisher")
        ),
    ]


class Invented:
    """Texts of words that nobody speaks, as many as wanted, the same every time."""

    def __init__(self, event_count: int) -> None:
        self.chance = random.Random(7)
        self.given = [self.word(2, 3).title() for _ in range(3000)]
        self.surnames = [
            self.word(2, 4).title() + self.chance.choice(ENDINGS.split())
            for _ in range(event_count * 2 // 5)
        ]
        self.common = [self.word(1, 4) for _ in range(30_000)]
        self.often = list(itertools.accumulate(1 / (at + 5) for at in range(30_000)))
        self.texts = [text for at in range(event_count) for text in self.event(at)]

    def word(self, least: int, most: int) -> str:
        return "".join(
            self.chance.choice(ONSETS.split())
            + self.chance.choice(VOWELS.split())
            + (self.chance.choice(ONSETS.split()) if self.chance.random() < 0.35 else "")
            for _ in range(self.chance.randint(least, most))
        )

    def name(self) -> str:
        return f"{self.chance.choice(self.given)} {self.chance.choice(self.surnames)}"

    def words(self, count: int) -> str:
        return " ".join(self.chance.choices(self.common, cum_weights=self.often, k=count))

    def event(self, at: int) -> list[SearchText]:
        """Two texts of an event and one more: a name of a person, or the title of a source."""
        name = self.name()
        third = (
            SearchText("person", f"p{at // 3}", None, name, name, "name", "und")
            if at % 2
            else SearchText("source", f"s{at}", None, "", f"{self.words(6)} {name}", "title", "und")
        )
        return [
            SearchText("event", f"e{at}", None, "", f"{self.words(3)} {name}", "title", "en"),
            SearchText(
                "event", f"e{at}", None, "", f"{self.words(15)} {name} everywhere", "summary", "en"
            ),
            third,
        ]

    def questions(self, count: int) -> list[str]:
        """Names as recorded, transcribed, with a letter missing, and with a common word."""
        found = []
        for at in range(count):
            name = self.name()
            found.append(
                (
                    name,
                    name.split()[1],
                    name.replace("v", "w").replace("y", "j").replace("ch", "tsch"),
                    name[:3] + name[4:],
                    f"{self.chance.choice(self.common)} everywhere {name}",
                )[at % 5]
            )
        return found


def test_the_record_is_ready_in_a_third_of_a_second() -> None:
    texts = as_on_record()
    index_of(texts[:50])

    assert min(seconds(lambda: index_of(texts)) for _ in range(3)) < 0.3


@pytest.fixture(scope="module")
def invented() -> Invented:
    return Invented(10_000)


@pytest.fixture(scope="module")
def large(invented: Invented) -> SearchIndex:
    return index_of(invented.texts)


@pytest.mark.slow
def test_thirty_thousand_texts_are_ready_in_three_seconds(invented: Invented) -> None:
    assert len(invented.texts) == 30_000
    assert seconds(lambda: index_of(invented.texts)) < 3


@pytest.mark.slow
def test_thirty_thousand_texts_are_searched_at_once(invented: Invented, large: SearchIndex) -> None:
    took = [seconds(lambda asked=asked: find(large, asked)) for asked in invented.questions(60)]

    assert statistics.median(took) < 0.05
    assert max(took) < 0.5


@pytest.mark.slow
def test_a_word_that_stands_everywhere_is_found_at_once(large: SearchIndex) -> None:
    assert len(find(large, "everywhere")) == 50
    assert seconds(lambda: find(large, "everywhere")) < 0.1
