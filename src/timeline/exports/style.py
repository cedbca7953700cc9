"""How one export is to look, beside what it says."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.theme import AUTO, DARK, LIGHT, Palette

THEMES = ("auto", "light", "dark")
"""Following the reader's system, or fixed. Formats that cannot follow take light."""
LONGEST_HEADLINE, LONGEST_NOTE = 160, 600
"""Letters that an editor may set."""


@dataclass(frozen=True, slots=True)
class Style:
    """What an editor chose; the defaults are those of a script that says nothing."""

    theme: str = "auto"
    """One of THEMES."""
    headline: str = ""
    """The editor's own headline; empty for the title of the case or a plain description."""
    note: str = ""
    """The editor's own sentence under the graphic; empty for none. Ours stand besides."""
    site: str = ""
    """Address of the explorer or of the published site, without a slash at its end. Empty where
    it is not known: links to the view are then left out, never guessed."""
    asked: str = ""
    """What an address at a running site has to ask for to get this look, as part of a query."""
    version: str = ""
    """The version of a published item, part of its lasting address; empty when not published."""

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            raise ValueError(f"no theme {self.theme!r}; there are: {', '.join(THEMES)}")
        for name, most in (("headline", LONGEST_HEADLINE), ("note", LONGEST_NOTE)):
            if len(getattr(self, name)) > most:
                raise ValueError(f"the {name} is longer than {most} letters")

    @property
    def palette(self) -> Palette:
        """Colours for documents that carry a style sheet of their own."""
        return {"auto": AUTO, "light": LIGHT, "dark": DARK}[self.theme]

    @property
    def fixed_palette(self) -> Palette:
        """Colours for pictures, which follow nobody."""
        return DARK if self.theme == "dark" else LIGHT
