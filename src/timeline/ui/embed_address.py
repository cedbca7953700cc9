"""What an address below /embed/ asks for, read from it and written into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from timeline.exports.embed.document import FLAGS
from timeline.exports.look import Look, look_of_embed
from timeline.exports.style import LONGEST_HEADLINE, LONGEST_NOTE, Style
from timeline.i18n.catalog import DEFAULT
from timeline.model.view import EMBED, STUDIO, View, view_of
from timeline.publishing.languages import languages
from timeline.ui.letters import first_letters
from timeline.viewmodel.comparison import AUTO

VIEW = "view"
"""Where its address says which kind of view that is."""
_YES = ("true", "1")
"""What a flag may say in an address to be set."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One view in one language and one look."""

    view: View
    theme: str = "auto"
    headline: str = ""
    note: str = ""
    language: str = DEFAULT
    flags: frozenset[str] = frozenset()
    """Those of FLAGS that are set."""

    def style(self, site: str) -> Style:
        """The look, for exporters; *site* as in `Style.site`."""
        return Style(
            theme=self.theme, headline=self.headline, note=self.note, site=site, asked=self._looks()
        )

    def path(self, file: str = "") -> str:
        """The address on this server: of the embed itself, or of a file beside it."""
        query = self.query()
        return f"/{EMBED}/{quote(self.view.view_id)}/{file}{f'?{query}' if query else ''}"

    def query(self) -> str:
        """What the id of the view leaves open, as the query part of that address; empty for nothing."""
        return "&".join(part for part in (self.view.query(), self._looks()) if part)

    def _looks(self) -> str:
        look = Look(self.theme, self.headline, self.note, self.language)
        set_flags = {flag: "true" for flag in FLAGS if flag in self.flags}
        return urlencode({**look.pairs(), **set_flags})

    def studio_path(self) -> str:
        """The address of the page on which this very view is made ready for an article."""
        view = self.view
        own = {
            VIEW: view.kind.value,
            "align": view.moment.value if view.moment else "",
            "window": "" if view.window == AUTO else view.window,
            "in": view.country or "",
        }
        named = urlencode({name: value for name, value in own.items() if value})
        return f"/{STUDIO}?{'&'.join(part for part in (named, view.chosen.query()) if part)}"


def asked_of(view_id: str, pairs: Iterable[tuple[str, str]]) -> Asked:
    """What the id and the query of an address ask for.

    Names that mean nothing, and values that a known name cannot have, are passed over. A headline or note is cut at
    its greatest length. Raises ValueError when the id names no view.
    """
    given = list(pairs)
    said = dict(given)
    look = look_of_embed(said)
    return Asked(
        view=view_of(view_id, given),
        theme=look.theme,
        headline=first_letters(look.headline, LONGEST_HEADLINE),
        note=first_letters(look.note, LONGEST_NOTE),
        language=look.language if look.language in languages() else DEFAULT,
        flags=frozenset(flag for flag in FLAGS if said.get(flag) in _YES),
    )
