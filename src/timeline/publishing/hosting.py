"""What the host of a site is told: headers for those that read a file of them, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.i18n.catalog import Catalog
from timeline.model.view import EMBED
from timeline.publishing import plain_page
from timeline.publishing.index_page import INDEX
from timeline.publishing.versions_page import VERSIONS_PAGE

HEADERS, HOSTING = "_headers", "HOSTING.txt"

STATIC = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
"""For whatever has no script: nothing is fetched, and anybody may frame it."""
SCRIPTED = STATIC.replace("img-src", "script-src 'unsafe-inline'; img-src", 1)
"""A host cannot name the script of each document; the document itself names it, and both hold."""
PAGES = f"{plain_page.POLICY}; frame-ancestors 'self'"
_EVERYWHERE = (("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"))
_TO_TAKE = (
    ("X-Robots-Tag", "noindex"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
)
_SHORT, _DAY = (("Cache-Control", f"public, max-age={seconds}") for seconds in (300, 86400))
_DOCUMENTS = (".html", ".svg")
"""What a browser opens as a document; a policy does nothing for other files."""


def headers(folders: Sequence[str], names: Sequence[str], scripted: Sequence[str]) -> bytes:
    """The file _headers, in the form that several hosts of files have in common.

    *folders* are those of the languages, each empty or ending with a slash; *names* all
    files of items. Each document has a policy of its own, and no two rules that meet say
    the same header: both would be sent, and the stricter policy would stop a script that
    the other allows. Some hosts read no more than a hundred rules.
    """
    rules = [_rule("/*", _EVERYWHERE)]
    documents = [name for name in names if name.endswith(_DOCUMENTS)]
    for folder in folders:
        rules += [_rule(f"/{folder}{page}", [_policy(PAGES)]) for page in ("", INDEX)]
        items = f"/{folder}{EMBED}/:item/"
        rules.append(_rule(f"/{folder}{EMBED}/*", _TO_TAKE))
        rules.append(_rule(f"{items}{VERSIONS_PAGE}", [_policy(PAGES)]))
        for home, cache in ((items, _SHORT), (f"{items}:version/", _DAY)):
            rules += [_rule(f"{home}{name}", [cache]) for name in ("", ":file")]
            for name in ("", *documents):
                policy = SCRIPTED if name in scripted else STATIC
                rules.append(_rule(f"{home}{name}", [_policy(policy)]))
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


def _policy(policy: str) -> tuple[str, str]:
    return ("Content-Security-Policy", policy)


def _rule(path: str, said: Iterable[tuple[str, str]]) -> str:
    return f"{path}\n{''.join(f'  {name}: {value}{chr(10)}' for name, value in said)}"
