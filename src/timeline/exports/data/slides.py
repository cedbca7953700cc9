"""Text of slides for viewers that read it as HTML: escaped, with the sources as links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from timeline.exports.data.told import source_label, web_address
from timeline.i18n.catalog import Catalog
from timeline.viewmodel.case_dossier import NumberedSource


def plain(text: str) -> str:
    """Text that HTML shows as it is."""
    return escape(text, quote=True)


def paragraphs(lines: Iterable[str]) -> str:
    """Each line as a paragraph."""
    return "".join(f"<p>{plain(line)}</p>" for line in lines)


def source_list(sources: Sequence[NumberedSource], say: Catalog) -> str:
    """The sources in one paragraph, a link where the address is one of the web."""
    if not sources:
        return ""
    shown = "<br>".join(f"[{one.number}] {_link(one, say)}" for one in sources)
    return f"<p>{shown}</p>"


def _link(source: NumberedSource, say: Catalog) -> str:
    label, address = plain(source_label(source, say)), web_address(source.url)
    return f'<a href="{plain(address)}">{label}</a>' if address else label
