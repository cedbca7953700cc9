"""The Export control beside a chart: the way to the studio with this very view, and the quick files."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline.i18n.catalog import Catalog
from timeline.model.moment import Moment
from timeline.model.selection import Selection
from timeline.model.view import View, ViewKind
from timeline.ui.embed_address import Asked
from timeline.viewmodel.comparison import AUTO

QUICK = {"full.png": "png", "full.svg": "svg", "dataset.csv": "csv", "pack.zip": "pack"}
"""Files offered beside a chart, in this order, where the view has them; each with what it is called."""


def export_control(
    kinds: tuple[str, ...],
    chosen: Selection,
    say: Catalog,
    *,
    moment: Moment | None = None,
    window: str = AUTO,
    country: str | None = None,
) -> None:
    """A fold of links; it opens by key or click without asking the server.

    *kinds* are some of `ViewKind`, that of the chart first; *moment* and *window* are those
    of a comparison, *country* that of flows.
    """
    views = [
        View(ViewKind(kind), chosen, moment=moment, window=window, country=country)
        for kind in kinds
    ]
    lists = "".join(
        (f"<p>{escape(say(f'studio.kind.{view.kind}'))}</p>" if len(views) > 1 else "")
        + _links(view, say)
        for view in views
    )
    st.html(
        f'<details class="tl-export"><summary>{escape(say(f"studio.control.{kinds[0]}"))}</summary>'
        f"{lists}</details>"
    )


def _links(view: View, say: Catalog) -> str:
    # Imported by the first chart: the server, which imports this file, listens sooner without
    # all that writes files, and `preparation` has it ready by then anyway.
    from timeline.exports.formats import formats_of  # noqa: PLC0415

    asked = Asked(view)
    held = {one.file_name for one in formats_of(view.kind).values()}
    links = [
        (asked.studio_path(), say("studio.control.studio"), ""),
        (asked.path(), say("studio.control.embed"), ""),
        *(
            (asked.path(file), say(f"studio.quick.{word}"), " download")
            for file, word in QUICK.items()
            if file in held
        ),
    ]
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}"{how}>{escape(label)}</a></li>'
        for address, label, how in links
    )
    return f"<ul>{items}</ul>"
