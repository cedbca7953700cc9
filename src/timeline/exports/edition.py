"""One view in one language and one look: all that an exporter is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.exports.style import Style
from timeline.i18n.catalog import Catalog
from timeline.routes.outlines import CountryOutlines
from timeline.viewmodel.article import Article


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """What is written by every format; told apart by identity, so that drawings can be remembered."""

    article: Article
    say: Catalog
    land: CountryOutlines
    """The boundaries that maps are drawn on."""
    style: Style = field(default_factory=Style)

    @property
    def direction(self) -> str:
        """Of the language: ltr or rtl."""
        return self.say("language.direction")
