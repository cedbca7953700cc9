"""Everything the code says has words, every word is said, and every shown term has one.

Keys are found as they stand in the code: whole in a string, or as an f-string that
begins with a part of the catalog and whose fixed parts they match. A key put together
in another way would go unseen, so there is none.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable

import pytest

from timeline.i18n.catalog import DEFAULT, catalog
from timeline.model.vocabulary import (
    ClaimProperty,
    EventType,
    Lane,
    Occurrence,
    Qualifier,
    Term,
    VerificationStatus,
)

from .project_files import named, source_files, strings, syntax

WORDS = catalog(DEFAULT).words

SHOWN: dict[str, type[Term]] = {
    "lane": Lane,
    "type": EventType,
    "status": VerificationStatus,
    "property": ClaimProperty,
    "occurrence": Occurrence,
    "qualifier": Qualifier,
}
"""Parts of the catalog that hold one word for each member of a vocabulary."""

SEASON_CODES = range(21, 42)

ABOUT_ITSELF = {"language.name", "language.direction"}
"""What a catalog says about itself, for whoever chooses among catalogs."""

COUNTED = ("one", "other")


def asked_for(tree: ast.AST) -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that `say(...)` is given whole, and patterns for those it is given in parts."""
    whole: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        forms = _forms(node.func)
        key = node.args[0]
        if not forms:
            continue
        if isinstance(key, ast.Constant):
            whole |= {f"{key.value}{form}" for form in forms}
        elif isinstance(key, ast.JoinedStr):
            fixed = _pattern(key)
            patterns += [re.compile(fixed + re.escape(form)) for form in forms]
    return whole, patterns


def _forms(function: ast.expr) -> tuple[str, ...]:
    """What is appended to the key by `say(...)` or `say.count(...)`; nothing for other calls."""
    if isinstance(function, ast.Name) and function.id == "say":
        return ("",)
    if (
        isinstance(function, ast.Attribute)
        and function.attr == "count"
        and isinstance(function.value, ast.Name)
        and function.value.id == "say"
    ):
        return tuple(f".{form}" for form in COUNTED)
    return ()


def _pattern(text: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
        for part in text.values
    )


def carried(tree: ast.AST) -> list[re.Pattern[str]]:
    """Patterns of keys that are put together in one place and said in another."""
    return [
        re.compile(_pattern(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and isinstance(first := node.values[0], ast.Constant)
        and re.match(r"[a-z_]+\.", str(first.value))
    ]


def unsaid(
    words: Iterable[str], whole: set[str], patterns: list[re.Pattern[str]], texts: set[str]
) -> list[str]:
    """Keys that nothing asks for; a key, or its stem when counted, may also be a plain string."""
    stems = {key: key.rpartition(".")[0] for key in words if key.endswith(COUNTED)}
    return sorted(
        key
        for key in words
        if key not in whole | texts
        and stems.get(key) not in texts
        and not any(pattern.fullmatch(key) for pattern in patterns)
    )


def missing(words: Iterable[str], whole: set[str], patterns: list[re.Pattern[str]]) -> list[str]:
    """Keys that are asked for and have no words, and patterns that match no key at all."""
    return sorted(whole - set(words)) + [
        pattern.pattern for pattern in patterns if not any(pattern.fullmatch(key) for key in words)
    ]


def test_whatever_is_asked_for_has_words() -> None:
    found = {
        named(file): lacking
        for file in source_files()
        if (lacking := missing(WORDS, *asked_for(syntax(file))))
    }

    assert found == {}


def test_every_word_is_said() -> None:
    whole: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    texts: set[str] = set()
    for file in source_files():
        more, in_parts = asked_for(syntax(file))
        whole |= more
        patterns += in_parts + carried(syntax(file))
        texts |= {str(text.value) for text in strings(syntax(file))}

    assert unsaid(set(WORDS) - ABOUT_ITSELF, whole, patterns, texts) == []


@pytest.mark.parametrize("part", SHOWN)
def test_every_term_that_is_shown_has_its_word(part: str) -> None:
    said = {key.removeprefix(f"{part}.") for key in WORDS if key.startswith(f"{part}.")}

    assert said == set(SHOWN[part])


def test_every_season_of_the_standard_has_its_word() -> None:
    assert {f"date.season.{code}" for code in SEASON_CODES} <= set(WORDS)


def test_no_words_are_empty_and_their_blanks_have_names() -> None:
    for key, text in WORDS.items():
        assert text.strip(), key
        blanks = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in blanks), key


def test_a_hole_and_a_leftover_are_found() -> None:
    whole, patterns = asked_for(
        ast.parse(
            "say('page.gone'); say(f'lane.{one}'); say(f'lost.{one}'); say.count('totals', 2)"
        )
    )
    words = {"lane.custody", "totals.one", "totals.other", "left.over"}

    assert missing(words, whole, patterns) == ["page.gone", "lost\\..+"]
    assert unsaid(words, whole, patterns, set()) == ["left.over"]
    assert unsaid(words, whole, carried(ast.parse("Entry(f'left.{one}')")), set()) == [
        "lane.custody"
    ]
