"""The page on method, the paper on method and the code cannot disagree."""

from __future__ import annotations

import runpy
import string

import pytest

from timeline.evidence import resolve
from timeline.i18n.catalog import catalog
from timeline.intake.boundary_policy import boundary_policy
from timeline.model.vocabulary import (
    ClaimBasis,
    ClaimProperty,
    Disclosure,
    EventType,
    LegEvidence,
    LegKind,
    LegStatus,
    PlacePrecision,
    Role,
    Term,
    VerificationStatus,
)
from timeline.viewmodel.method_guide import (
    ONE_ANSWER,
    SETTLING,
    Said,
    Section,
    Terms,
    method_guide,
    numbered_rules,
)

from .project_files import DATA, DOCS, PACKAGE

AGAIN = "run: uv run python docs/make_method.py"
EXPLAINED: tuple[type[Term], ...] = (
    ClaimBasis,
    VerificationStatus,
    EventType,
    Role,
    PlacePrecision,
    LegKind,
    LegStatus,
    LegEvidence,
    Disclosure,
)
"""What a reader meets on the pages and may ask the meaning of."""

POLICY = boundary_policy(DATA / "frozen" / "boundaries")
SECTIONS = method_guide(POLICY.general, POLICY.decisions)


def test_the_paper_is_what_the_page_shows() -> None:
    made = runpy.run_path(str(DOCS / "make_method.py"))["method"]()

    assert (DOCS / "method.md").read_text(encoding="utf-8") == made, AGAIN


def test_the_rule_for_the_value_shown_has_the_steps_of_the_code_in_its_order() -> None:
    words = [key for key in catalog().words if key.startswith("method.rule.")]

    assert words == [f"method.rule.{reason.value}" for reason in SETTLING]


def test_the_properties_with_one_answer_are_those_of_the_code() -> None:
    assert set(ONE_ANSWER) == resolve._ONE_ANSWER
    assert set(ONE_ANSWER) < set(ClaimProperty)


@pytest.mark.parametrize("vocabulary", EXPLAINED, ids=lambda one: one.__name__)
def test_every_word_of_these_vocabularies_is_explained_once(vocabulary: type[Term]) -> None:
    shown = [
        term
        for section in SECTIONS
        for block in section.blocks
        if isinstance(block, Terms) and block.name == vocabulary.__name__
        for group in block.groups
        for term in group.terms
    ]

    assert sorted(shown) == sorted(vocabulary)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_the_files_that_hold_a_rule_exist(section: Section) -> None:
    assert [file for file in section.files if not (PACKAGE / file).is_file()] == []


def test_every_blank_is_filled_in() -> None:
    for section in SECTIONS:
        for block in section.blocks:
            if isinstance(block, Said):
                text = catalog().words[block.key]
                blanks = {name for _, name, _, _ in string.Formatter().parse(text) if name}
                assert blanks == {name for name, _ in (*block.numbers, *block.lists)}, block.key


def test_no_sentence_on_method_is_left_out() -> None:
    said = {
        one.key
        for section in SECTIONS
        for block in section.blocks
        for one in (block, *getattr(block, "points", ()))
        if isinstance(one, Said)
    }

    assert {key for key in catalog().words if key.startswith("method.text.")} <= said


def test_rules_are_read_from_what_a_module_says_of_itself() -> None:
    text = """A module.

    1. First,
       and more of it.
    2. Second.
    """.replace("\n    ", "\n")

    assert numbered_rules(text) == ("First, and more of it.", "Second.")


@pytest.mark.parametrize("text", [None, "", "No rules.", "1. One.\n3. Three.\n"])
def test_rules_that_are_gone_or_miscounted_are_noticed(text: str | None) -> None:
    with pytest.raises(ValueError, match="numbered"):
        numbered_rules(text)
