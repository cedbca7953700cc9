"""Answers to the questions about an event: each with who gives it, and which is shown and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.chronology.phrase import DatePhrase
from timeline.evidence.resolve import WhyShown
from timeline.model.vocabulary import ClaimBasis, ClaimProperty


class Standing(StrEnum):
    """How firmly a sentence may speak of an event as a whole."""

    VERIFIED = "verified"
    """It may be named as it is."""
    REPORTED = "reported"
    """It has to be called reported."""
    DISPUTED = "disputed"
    """Whether it happened at all is disputed."""
    REFUTED = "refuted"
    """It was shown to be false."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One source that gives an answer, with where and in which words."""

    source_id: str
    publisher: str
    title: str
    published: DatePhrase
    language: str
    """BCP 47 tag of the words."""
    url: str
    locator: str
    words: str
    """A few words of the source; empty where none were kept."""
    basis: ClaimBasis
    note: str
    is_hearsay: bool
    """Known only through those who cite it."""
    said_by: str | None
    """Who gives a number, when it is not the source itself."""


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """A counted quantity as a source gives it."""

    label: str
    lower: float | None
    upper: float | None
    qualifier: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that sources give for one property of one event."""

    asked: ClaimProperty
    value: str
    """In our form; for a place its name, for a date see `phrase`, for a number see `figure`."""
    phrase: DatePhrase | None
    place_precision: str | None
    figure: FigureSaid | None
    voices: tuple[Voice, ...]
    """Never empty; earliest publication first."""
    origin_count: int
    """Independent origins behind those voices."""
    speaking_origin_count: int
    """Independent origins behind those that state it."""
    is_shown: bool
    is_disputed: bool

    @property
    def is_inferred(self) -> bool:
        """Whether no source states it: the editor concluded it from what they say."""
        return all(voice.basis is ClaimBasis.INFERRED for voice in self.voices)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who states it, each once."""
        return tuple(dict.fromkeys(voice.publisher for voice in self.speaking))

    @property
    def speaking(self) -> tuple[Voice, ...]:
        """The voices that state it; those from whom it was concluded if nobody does."""
        if self.is_inferred:
            return self.voices
        return tuple(voice for voice in self.voices if voice.basis is not ClaimBasis.INFERRED)


@dataclass(frozen=True, slots=True)
class Question:
    """One property of one event, or one counted quantity, with every answer."""

    asked: ClaimProperty
    answers: tuple[Answer, ...]
    """Never empty; those shown come first."""
    is_disputed: bool
    """Whether answers contradict each other, or one of them something else about the event."""
    why: WhyShown
    shown_phrase: DatePhrase | None
    """For a date: the date shown, which may be one of several."""
    note: str
    """Why an editor preferred the answer shown, in the editor's words."""
    lacks: str | None
    """What no answer gives although sources agree: day, days (of a beginning or an end), place."""

    @property
    def differing(self) -> tuple[Answer, ...]:
        """The answers that contradict something; all of them when none does."""
        found = tuple(answer for answer in self.answers if answer.is_disputed)
        return found if self.is_disputed else self.answers

    @property
    def is_lone(self) -> bool:
        """Whether what it contradicts is the answer to another question."""
        return self.is_disputed and len(self.differing) == 1


@dataclass(frozen=True, slots=True)
class AnsweredEvent:
    """One event with the questions about it."""

    event_id: str
    case_id: str
    case_title: str
    title: str
    summary: str
    lane: str
    dated: tuple[DatePhrase, ...]
    """The date shown, or every date that sources give where they contradict each other; empty
    when none dates the event."""
    standing: Standing
    source_count: int
    independent_source_count: int
    questions: tuple[Question, ...]

    @property
    def disputed(self) -> tuple[Question, ...]:
        """The questions on which sources contradict each other."""
        return tuple(question for question in self.questions if question.is_disputed)
