"""An actor, and the names it goes by."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import ActorKind, Disclosure, NameKind


class Actor(Noun):
    """A person, group, unit or body."""

    actor_id: str = column(
        CellKind.ID,
        "Unique in the whole record; for anyone whose name is protected it must not contain the name.",
        example="salman-mukaev",
    )
    name: str = column(
        CellKind.TEXT,
        "The name shown, or a description for people who stay unnamed.",
        example="Salman Mukaev",
    )
    actor_kind: ActorKind = column(CellKind.TERM, "What sort of actor.", terms=ActorKind)
    country_code: str | None = column(
        CellKind.COUNTRY,
        "ISO 3166-1 alpha-2 of the state a body belongs to; empty for people.",
        default=None,
    )
    is_followed: bool = column(
        CellKind.YES_NO,
        "yes: a person whose case is followed and by whom readers may filter.",
        default=False,
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see the actor; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
    note: str = column(CellKind.TEXT, "Anything a reader should know.", default="")


class ActorName(Noun):
    """One further name of an actor."""

    actor_id: str = column(CellKind.REFERENCE, "The actor.", of="actors")
    name: str = column(
        CellKind.TEXT, "The name in that language and script.", example="Салман Мукаев"
    )
    language: str = column(
        CellKind.LANGUAGE, "BCP 47 tag; 'und' when it belongs to none.", example="ru"
    )
    name_kind: NameKind = column(CellKind.TERM, "What this name is.", terms=NameKind)
