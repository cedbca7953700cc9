"""The frame of the pages that a site has beside its graphics: no script, nothing from elsewhere."""

from __future__ import annotations

from html import escape

from timeline.i18n.catalog import Catalog
from timeline.theme import DARK, LIGHT, SANS, SERIF, SMALL_PX, Palette, css_variables

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

_STYLE = f"""
* {{ box-sizing: border-box }}
body {{ margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 {SANS} }}
main {{ max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 3rem }}
h1 {{ font: 700 1.75rem/1.2 {SERIF}; margin: 0 0 .5rem }}
h2 {{ font: 700 1.2rem/1.3 {SERIF}; margin: 2.5rem 0 .25rem }}
h3 {{ font: 700 1.0625rem/1.35 {SERIF}; margin: 1.25rem 0 0 }}
p, li {{ overflow-wrap: anywhere }}
p {{ margin: .25rem 0 .5rem }}
ul, ol {{ margin: .25rem 0; padding: 0; list-style: none }}
.views {{ display: flex; flex-wrap: wrap; gap: 0 1.25rem }}
.rows > li {{ padding: .375rem 0; border-top: 1px solid var(--hairline) }}
.rows > li > .views > :first-child:not(:nth-last-child(n+4)) {{ flex: 1 1 14rem }}
.quiet {{ color: var(--muted); font-size: .875rem }}
code {{ font-size: .875rem; overflow-wrap: anywhere }}
a {{ color: var(--proceedings); text-underline-offset: .15em; display: inline-block; min-height: 1.5rem }}
a:focus-visible {{ outline: 2px solid currentcolor; outline-offset: 2px }}
footer {{ margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--hairline); color: var(--muted); font-size: max(.8125rem, {SMALL_PX}px) }}
"""


def page(title: str, body: str, say: Catalog, *, theme: str = "auto", head: str = "") -> bytes:
    """A whole document around *body*, which is markup already; *title* is plain text."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(say.language)}" dir="{say("language.direction")}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="{_SCHEMES[theme]}">\n'
        f"<title>{escape(title)}</title>\n{head}"
        f"<style>{_colours(theme)}{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    ).encode("utf-8", errors="replace")


_SCHEMES = {"auto": "light dark", "light": "light", "dark": "dark"}


def link(address: str, words: str) -> str:
    """A link within the site; both are text."""
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def _colours(theme: str) -> str:
    if theme == "dark":
        return _root(DARK)
    if theme == "light":
        return _root(LIGHT)
    return f"{_root(LIGHT)}@media (prefers-color-scheme: dark) {{ {_root(DARK)} }}"


def _root(palette: Palette) -> str:
    values = ";".join(f"{name}:{colour}" for name, colour in css_variables(palette).items())
    return f":root {{ {values} }}"
