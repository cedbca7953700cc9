"""How we decide, as sections: every list in it is taken from the definitions that the code uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.chronology import custody, waiting, whereabouts
from timeline.evidence.contradiction import ABOUT_SHARE, EXCLUSIVE
from timeline.evidence.resolve import Reason
from timeline.model.vocabulary import (
    ClaimBasis,
    ClaimProperty,
    Disclosure,
    EventType,
    Lane,
    LegEvidence,
    LegKind,
    LegStatus,
    PlacePrecision,
    Role,
    Term,
    VerificationStatus,
)
from timeline.viewmodel.case_timeline import LANE_ORDER
from timeline.viewmodel.method_marks import MARKS, LineExample, MarkExample, line_examples
from timeline.viewmodel.route_view import KIND_BY_PRECISION

ONE_ANSWER = tuple(
    term
    for term in ClaimProperty
    if term in EXCLUSIVE
    or term in (ClaimProperty.DATE, ClaimProperty.PLACE, ClaimProperty.OCCURRENCE)
)
"""The properties of which one value is shown."""

SETTLING = tuple(reason for reason in Reason if reason not in (Reason.EVERY, Reason.ONLY))
"""What settles which value is shown, in the order of the rule."""

_ABOUT = 40
"""The number on which the page shows how wide 'about' is taken."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the catalog, with what is filled in."""

    key: str
    numbers: tuple[tuple[str, str], ...] = ()
    """Name and value."""
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Name and the keys of the words to be put in a row."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Said, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """A list of sentences that are written elsewhere."""

    sentences: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Words of a vocabulary under one heading."""

    heading: Lane | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """A vocabulary with its definitions."""

    name: str
    groups: tuple[TermGroup, ...]
    said: str = ""
    """The part of the catalog that has a word for each; empty: the word of the record stands."""
    drawn: tuple[str, ...] = ()
    """Keys of how each is drawn, if that is told."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of the timelines."""

    examples: tuple[MarkExample, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the maps."""

    examples: tuple[LineExample, ...]


@dataclass(frozen=True, slots=True)
class Waits:
    """For each kind of proceeding what opens it and what decides it, as kinds of events."""

    rules: tuple[tuple[Term, tuple[EventType, ...], tuple[EventType, ...]], ...]


Block = Said | Points | Sentences | Terms | Marks | Lines | Waits


@dataclass(frozen=True, slots=True)
class Section:
    """One subject."""

    name: str
    """Its anchor, and the last part of the key of its title."""
    blocks: tuple[Block, ...]
    files: tuple[str, ...]
    """The files of the package that hold the rule, so that it can be checked."""


def method_guide(general: str, decisions: Iterable[str]) -> tuple[Section, ...]:
    """All sections; *general* and *decisions* are the sentences of the boundary policy."""
    others = tuple(term for term in ClaimProperty if term not in ONE_ANSWER)
    return (
        Section("record", _said("record", "what", "own_words", "state"), ("store/build.py",)),
        Section(
            "claims",
            (*_said("claims", "what", "basis"), _terms(ClaimBasis), *_said("claims", "figures")),
            ("model/claim.py", "model/figure.py"),
        ),
        Section(
            "shown",
            (
                Said(
                    "method.text.shown.one_answer", lists=(("properties", _properties(ONE_ANSWER)),)
                ),
                Points(tuple(Said(f"method.rule.{reason.value}") for reason in SETTLING), True),
                Said("method.text.shown.every", lists=(("properties", _properties(others)),)),
                *_said("shown", "limits"),
            ),
            ("evidence/resolve.py",),
        ),
        Section("origins", _said("origins", "what", "limits"), ("evidence/independence.py",)),
        Section("contradictions", _contradictions(), ("evidence/contradiction.py",)),
        Section(
            "verification",
            (*_said("verification", "who", "words"), _terms(VerificationStatus, said="status")),
            ("model/vocabulary.py",),
        ),
        Section(
            "dates",
            (*_said("dates", "what", "marks"), Marks(MARKS), *_said("dates", "limits")),
            ("model/edtf.py", "chronology/span.py"),
        ),
        Section(
            "periods", _said("periods", "what", "country"), ("store/schema/50_event_matches.sql",)
        ),
        Section("known", _said("known", "what", "limits"), ("store/knowledge.py",)),
        Section(
            "events",
            (
                *_said("events", "what"),
                Terms(
                    "EventType",
                    tuple(
                        TermGroup(lane, tuple(term for term in EventType if term.lane is lane))
                        for lane in LANE_ORDER
                    ),
                    said="type",
                ),
            ),
            ("model/vocabulary.py",),
        ),
        Section("roles", (*_said("roles", "what"), _terms(Role)), ("model/vocabulary.py",)),
        Section(
            "places",
            (
                *_said("places", "what"),
                Terms(
                    "PlacePrecision",
                    (TermGroup(None, tuple(PlacePrecision)),),
                    drawn=tuple(
                        f"method.drawn.{KIND_BY_PRECISION[term].value}" for term in PlacePrecision
                    ),
                ),
                *_said("places", "coordinates"),
            ),
            ("model/place.py",),
        ),
        Section("lines", _lines(), ("routes/globe.py", "charts/mapping/leg_style.py")),
        Section(
            "custody",
            (*_said("custody", "what"), Sentences(numbered_rules(custody.__doc__), True)),
            ("chronology/custody.py",),
        ),
        Section(
            "whereabouts",
            (*_said("whereabouts", "what"), Sentences(numbered_rules(whereabouts.__doc__), True)),
            ("chronology/whereabouts.py",),
        ),
        Section(
            "waiting",
            (
                *_said("waiting", "what"),
                Waits(
                    tuple(
                        (kind, rule.openings, rule.decisions)
                        for kind, rule in waiting.RULES.items()
                    )
                ),
                *_said("waiting", "limits"),
            ),
            ("chronology/waiting.py",),
        ),
        Section(
            "withheld",
            (
                *_said("withheld", "what"),
                _terms(Disclosure),
                *_said("withheld", "ladder", "silence"),
            ),
            ("evidence/disclosure.py",),
        ),
        Section(
            "boundaries",
            (
                *_said("boundaries", "what"),
                *((Sentences((general,)),) if general else ()),
                Sentences(tuple(decisions)),
            ),
            (),
        ),
        Section("mistakes", _said("mistakes", "report", "correction", "withdrawn", "dispute"), ()),
    )


def numbered_rules(text: str | None) -> tuple[str, ...]:
    """The rules that a module numbers in what it says about itself, each on one line.

    Raises ValueError when there is none, or when a number is missing.
    """
    found = re.findall(r"^(\d+)\. (.+(?:\n   .+)*)", text or "", re.MULTILINE)
    if not found or [int(number) for number, _ in found] != list(range(1, len(found) + 1)):
        raise ValueError("no rules, numbered one by one")
    return tuple(" ".join(rule.split()) for _, rule in found)


def _said(section: str, *names: str) -> tuple[Said, ...]:
    return tuple(Said(f"method.text.{section}.{name}") for name in names)


def _terms(vocabulary: type[Term], *, said: str = "") -> Terms:
    return Terms(vocabulary.__name__, (TermGroup(None, tuple(vocabulary)),), said=said)


def _properties(terms: Iterable[ClaimProperty]) -> tuple[str, ...]:
    return tuple(f"property.{term.value}" for term in terms)


def _contradictions() -> tuple[Block, ...]:
    exclusive = tuple(term for term in ClaimProperty if term in EXCLUSIVE)
    return (
        *_said("contradictions", "what"),
        Points(
            (
                *_said("contradictions", "dates", "places", "occurrence"),
                Said(
                    "method.text.contradictions.exclusive",
                    lists=(("properties", _properties(exclusive)),),
                ),
                Said(
                    "method.text.contradictions.numbers",
                    numbers=(
                        ("low", f"{_ABOUT * (1 - ABOUT_SHARE):g}"),
                        ("high", f"{_ABOUT * (1 + ABOUT_SHARE):g}"),
                    ),
                ),
                *_said("contradictions", "editor"),
            )
        ),
        *_said("contradictions", "limits"),
    )


def _lines() -> tuple[Block, ...]:
    return (
        *_said("lines", "what"),
        Lines(line_examples()),
        *_said("lines", "kind"),
        _terms(LegKind),
        *_said("lines", "status"),
        _terms(LegStatus),
        *_said("lines", "evidence"),
        _terms(LegEvidence),
    )
