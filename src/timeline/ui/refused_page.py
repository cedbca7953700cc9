"""The page for what cannot be shown: one sentence, no script, small enough to stand in a frame."""

from __future__ import annotations

from html import escape

from timeline.i18n.catalog import Catalog
from timeline.theme import DARK, LIGHT, SANS, Palette


def refused_page(sentence: str, say: Catalog) -> str:
    """The document, light or dark as its reader's system is; valid as HTML and as XML."""
    direction = say("language.direction")
    return (
        f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{say.language}" dir="{direction}">'
        f'<head><meta charset="utf-8"/><title>{escape(say("app.title"))}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f"<style>{_rules(LIGHT)} @media (prefers-color-scheme: dark) {{ {_rules(DARK)} }}</style></head>"
        f"<body><main><p>{escape(sentence)}</p></main></body></html>\n"
    )


def _rules(palette: Palette) -> str:
    return (
        f"body {{ margin: 0; padding: 1rem; font: 16px/1.5 {SANS}; color: {palette.ink}; "
        f"background: {palette.ground}; color-scheme: {palette.name} }} "
        f"p {{ margin: 0; max-width: 36rem; border-top: 1px solid {palette.hairline}; padding-top: .75rem }}"
    )
