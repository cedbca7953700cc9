"""The moments that cases can be laid side by side by: the first event of a kind."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self

from timeline.model.vocabulary import EventType


class Moment(StrEnum):
    """A moment by its id in the address; `event_type` is the kind of event it is the first of.

    Crossing a border is also seen from legs: an event on which a journey from one country
    to another rests is a crossing, whatever its type.
    """

    event_type: EventType

    if TYPE_CHECKING:

        def __new__(cls, value: object) -> Self: ...

    else:

        def __new__(cls, value: str, event_type: EventType) -> Self:
            member = str.__new__(cls, value)
            member._value_ = value
            member.event_type = event_type
            return member

    # The order is that of the table of moments on the page.
    CHARGE = "charge", EventType.CRIMINAL_CASE
    WANTED = "wanted", EventType.WANTED_NOTICE
    THREAT = "threat", EventType.THREAT
    ABDUCTION = "abduction", EventType.ABDUCTION
    DETENTION = "detention", EventType.DETENTION
    IMPRISONMENT = "imprisonment", EventType.IMPRISONMENT
    RELEASE = "release", EventType.RELEASE
    BORDER = "border", EventType.BORDER_CROSSING
    ASYLUM = "asylum", EventType.ASYLUM_APPLICATION
    ASYLUM_DECISION = "asylum_decision", EventType.ASYLUM_DECISION
    REMOVAL = "removal", EventType.REMOVAL_DECISION
    EXTRADITION = "extradition", EventType.EXTRADITION_REQUEST
    EXTRADITION_DECISION = "extradition_decision", EventType.EXTRADITION_DECISION
    INTERIM = "interim", EventType.INTERIM_MEASURE
    ATTACK = "attack", EventType.ATTACK
