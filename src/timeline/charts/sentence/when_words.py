"""The date of an event with its hedge."""

from __future__ import annotations

from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words
from timeline.model.vocabulary import ClaimProperty
from timeline.viewmodel.case_dossier import DossierEvent


def when_words(event: DossierEvent, say: Catalog) -> str:
    """The date of an event with its hedge; every date that sources give, where they differ."""
    for dispute in event.disputes:
        if dispute.property == ClaimProperty.DATE:
            phrases = [answer.phrase for answer in dispute.answers if answer.phrase is not None]
            if len(phrases) > 1:
                return say("timeline.differ", dates=alternatives_words(phrases, say))
    return date_words(event.phrase, say)
