"""The head of the document: what browsers, search engines and sharing sites are told."""

from __future__ import annotations

import base64
import hashlib

from timeline.exports.edition import Edition
from timeline.exports.embed.markup import attribute, text
from timeline.exports.words.description import alt_text
from timeline.exports.words.headline import headline

PICTURE, OEMBED = "full.png", "oembed.json"
"""Files that stand beside the document on a published site and in the app."""


def head(edition: Edition, *, sheet: str, script: str) -> str:
    """Everything before the body. *script* is what runs, exactly; empty for nothing."""
    title = headline(edition.article, edition.say, edition.style)
    alt = alt_text(edition.article, edition.say, edition.style)
    return (
        '<head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}"/>'
        '<meta name="referrer" content="no-referrer"/>'
        '<meta name="robots" content="noindex"/>'
        f"<title>{text(title)}</title>"
        f'<meta name="description" content="{attribute(alt)}"/>'
        f"{_shared(edition, title, alt)}"
        f"<style>{sheet}</style></head>"
    )


def policy(script: str) -> str:
    """What the document may do, for files on hosts that send no header: next to nothing."""
    may_run = ""
    if script:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        may_run = f"script-src 'sha256-{digest}';"
    return (
        f"default-src 'none';{may_run}img-src data:;style-src 'unsafe-inline';"
        "base-uri 'none';form-action 'none'"
    )


def _shared(edition: Edition, title: str, alt: str) -> str:
    """What a link to the document looks like where it is shared; only where its address is known."""
    base = beside(edition)
    if not base:
        return ""
    picture = attribute(f"{base}{PICTURE}")
    return (
        f'<meta property="og:title" content="{attribute(title)}"/>'
        f'<meta property="og:image" content="{picture}"/>'
        f'<meta property="og:image:alt" content="{attribute(alt)}"/>'
        '<meta name="twitter:card" content="summary_large_image"/>'
        f'<link rel="alternate" type="application/json+oembed" title="{attribute(title)}" '
        f'href="{attribute(f"{base}{OEMBED}")}"/>'
    )


def beside(edition: Edition) -> str:
    """The address of the folder of the document; empty where it is not known.

    A view with filters has no folder of its own, only an address with a query.
    """
    style, view = edition.style, edition.article.view
    if not style.site or view.query():
        return ""
    version = f"{style.version}/" if style.version else ""
    return f"{style.site}/{view.embed_path()}{version}"
