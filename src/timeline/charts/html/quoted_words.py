"""The few words of a source that carry a value, and how it was got where they do not simply state it."""

from __future__ import annotations

from html import escape

from timeline.i18n.catalog import Catalog
from timeline.model.vocabulary import ClaimBasis


def quoted_words(
    words: str,
    language: str,
    *,
    basis: ClaimBasis,
    note: str,
    say: Catalog,
    is_hearsay: bool = False,
) -> str:
    """A quotation in its own language, then our remarks; empty without either. Every text escaped."""
    # The language is told to whatever reads the page aloud.
    said = f': <q lang="{escape(language, quote=True)}">{escape(words)}</q>' if words else ""
    more = [say("answers.hearsay")] if is_hearsay else []
    if basis is not ClaimBasis.STATED:
        more.append(say(f"answers.basis.{basis.value}"))
    if note:
        more.append(note)
    return said + (f'<br><span class="tl-when">{escape(" ".join(more))}</span>' if more else "")
