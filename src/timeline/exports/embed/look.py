"""The style sheet of the document, with the colours of its theme and nothing that it does not use."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from timeline.theme import DARK, LIGHT, SANS, SERIF, Palette, css_variables

_VARIABLE = re.compile(r"var\((--[a-z-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
"""Signs around which no space means anything. A colon is not among them: before a
pseudo-class a space is a descendant."""
_AFTER_COLON = re.compile(r"([{;][a-z-]+): ")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_EMPTY_QUERY = re.compile(r"@media[^{}]*\{\}")
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_CLASSES = re.compile(r' class="([^"]*)"')

_SET_BY_SCRIPT = frozenset({"step", "on", "band", "tip"})


def style_sheet(theme: str, drawn: str, markup: str, *, has_script: bool = False) -> str:
    """The whole sheet for one of `style.THEMES`. On paper every theme is light.

    *drawn* are the rules of the drawings; of our own only those stay whose classes occur in
    *markup*, and of the colours only those that something names.
    """
    classes = {name for found in _CLASSES.findall(markup) for name in found.split()}
    if has_script:
        classes |= _SET_BY_SCRIPT
    sheet = f"{_needed(_sheet(), classes)}{drawn}"
    named = set(_VARIABLE.findall(sheet + markup))
    scheme = "light dark" if theme == "auto" else theme
    dark = f":root{{{_colours(DARK, named)}}}"
    darkened = {
        "auto": f"@media screen and (prefers-color-scheme:dark){{{dark}}}",
        "dark": f"@media screen{{{dark}}}",
        "light": "",
    }
    light = f":root{{color-scheme:{scheme};{_colours(LIGHT, named)}}}"
    return f"{light}{darkened[theme]}{sheet}"


def _colours(palette: Palette, named: set[str]) -> str:
    return ";".join(
        f"{name}:{value}" for name, value in css_variables(palette).items() if name in named
    )


def _needed(sheet: str, classes: set[str]) -> str:
    """The sheet without rules for what does not occur."""

    def kept(rule: re.Match[str]) -> str:
        alternatives = [one for one in rule[1].split(",") if set(_CLASS.findall(one)) <= classes]
        return f"{','.join(alternatives)}{{{rule[2]}}}" if alternatives else ""

    return _EMPTY_QUERY.sub("", _RULE.sub(kept, sheet))


@cache
def _sheet() -> str:
    written = (resources.files(__package__) / "style.css").read_text(encoding="utf-8")
    return collapsed(written).replace("var(--sans)", SANS).replace("var(--serif)", SERIF)


def collapsed(css: str) -> str:
    """The same sheet without comments and needless space. The sheet holds no quoted space."""
    css = _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css)))
    return _AFTER_COLON.sub(r"\1:", css).strip().replace(";}", "}")
