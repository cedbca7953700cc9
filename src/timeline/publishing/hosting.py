"""What the host of a site is told: headers for those that read a file of them, and in words."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.i18n.catalog import Catalog
from timeline.model.view import EMBED
from timeline.publishing import plain_page
from timeline.publishing.versions_page import VERSIONS_PAGE

HEADERS, HOSTING = "_headers", "HOSTING.txt"

STATIC = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
"""For whatever has no script: nothing is fetched, and anybody may frame it."""
SCRIPTED = STATIC.replace("img-src", "script-src 'unsafe-inline'; img-src", 1)
"""A host cannot name the script of each document; the document itself names it, and both hold."""
PAGES = f"{plain_page.POLICY}; frame-ancestors 'self'"
_EVERYWHERE = (
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)
_TO_TAKE = (
    ("X-Robots-Tag", "noindex"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
)
_SHORT, _DAY = (("Cache-Control", f"public, max-age={seconds}") for seconds in (300, 86400))


def headers(folders: Sequence[str], names: Sequence[str], scripted: Sequence[str]) -> bytes:
    """The file _headers, in the form that several hosts of files have in common.

    *folders* are those of the languages, each empty or ending with a slash; *names* all
    files of items. Every file has a rule of its own: two rules that meet would send two
    policies, and the stricter one would stop the script that the other allows.
    """
    rules = []
    for folder in folders:
        rules += [_rule(f"/{folder}{page}", PAGES, _SHORT) for page in ("", "index.html")]
        for home, cache in ((":item/", _SHORT), (":item/:version/", _DAY)):
            for name in ("", *names):
                policy = SCRIPTED if name in scripted else STATIC
                rules.append(_rule(f"/{folder}{EMBED}/{home}{name}", policy, cache, _TO_TAKE))
        rules.append(_rule(f"/{folder}{EMBED}/:item/{VERSIONS_PAGE}", PAGES, _SHORT))
    return "".join(rules).encode()


def hosting(scripted: Sequence[str], say: Catalog) -> bytes:
    """The same in words."""
    return say(
        "publish.hosting.text",
        static=STATIC,
        scripts=SCRIPTED,
        pages=PAGES,
        scripted=say("list.comma").join(scripted) or "-",
    ).encode()


def _rule(
    path: str,
    policy: str,
    cache: tuple[str, str],
    more: Sequence[tuple[str, str]] = (),
) -> str:
    lines = [("Content-Security-Policy", policy), cache, *_EVERYWHERE, *more]
    return f"{path}\n{''.join(f'  {name}: {value}{chr(10)}' for name, value in lines)}"
