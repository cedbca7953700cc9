"""The look of an export as the query part of an address: `dark`, `headline`, `note`, `lang`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.exports.style import THEMES
from timeline.i18n.catalog import DEFAULT

THEME_OF_DARK = {"auto": "auto", "true": "dark", "false": "light"}
"""What `dark=` may say in an address, and the theme that it stands for."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an address says about how a view is to look, beside which view it is."""

    theme: str = "auto"
    headline: str = ""
    note: str = ""
    language: str = DEFAULT

    def pairs(self) -> dict[str, str]:
        """The parts of a query that ask for it; what is as without them is left out."""
        dark = next(word for word, theme in THEME_OF_DARK.items() if theme == self.theme)
        said = {
            "dark": "" if dark == "auto" else dark,
            "headline": self.headline,
            "note": self.note,
            "lang": "" if self.language == DEFAULT else self.language,
        }
        return {name: value for name, value in said.items() if value}

    def query(self) -> str:
        """The same as text; empty for the look of a link that says nothing of it."""
        return urlencode(self.pairs())


def look_of_link(link: str) -> Look:
    """The look that a link to an embed, or to the page Export, asks for.

    That page says `theme=` and embeds say `dark=`. Unknown values are passed over.
    """
    said = dict(parse_qsl(urlsplit(link).query))
    look = look_of_embed(said)
    if "theme" in said:
        return replace(look, theme=said["theme"] if said["theme"] in THEMES else "auto")
    return look


def look_of_embed(said: Mapping[str, str]) -> Look:
    """The look that the query of an embed's address asks for, by name and value."""
    return Look(
        theme=THEME_OF_DARK.get(said.get("dark", "auto"), "auto"),
        headline=one_line(said.get("headline", "")),
        note=one_line(said.get("note", "")),
        language=said.get("lang", DEFAULT),
    )


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())
