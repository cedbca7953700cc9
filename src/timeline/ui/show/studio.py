"""The export studio on a page: preview, snippets, files with their sizes, words, the link back."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from timeline.exports.formats import Format, Group, formats_of
from timeline.exports.snippets import frame_snippet, picture_snippet, resizing_snippet
from timeline.exports.words.description import alt_text
from timeline.exports.words.text_files import description
from timeline.i18n.catalog import Catalog
from timeline.ui import data, export_files
from timeline.ui.export_choices import Ready
from timeline.ui.export_files import INDEX, PAGE, format_named
from timeline.ui.show import preview as frames
from timeline.ui.show.text import note
from timeline.ui.site import own_site

SNIPPETS = {
    "picture": picture_snippet,
    "frame": frame_snippet,
    "resizing": resizing_snippet,
}
SNIPPETS_ANCHOR = "snippets"
OEMBED = "oembed.json"


def preview(ready: Ready, say: Catalog) -> None:
    """The embed at two widths, and the picture."""
    st.header(say("studio.preview.heading"))
    # A frame has a stop for each of its links, and there are two.
    skip = escape(say("studio.preview.skip"))
    st.html(f'<a class="tl-skip" href="#{SNIPPETS_ANCHOR}">{skip}</a>')
    note(say("studio.preview.about", size=_size_shown(ready, PAGE, say)))
    frames.frames(ready, say)
    if ready.picture is not None:
        st.subheader(say("studio.preview.picture"))
        frames.picture(ready, _size_shown(ready, ready.picture.file_name, say))


def snippets(ready: Ready, say: Catalog) -> None:
    """What to copy into a page: three ways, from the one that needs nothing to the one that fits best."""
    st.header(say("studio.snippets.heading"), anchor=SNIPPETS_ANCHOR)
    for name, write in SNIPPETS.items():
        st.html(
            f"<p><b>{escape(say(f'studio.snippets.{name}'))}</b> "
            f"{escape(say(f'studio.snippets.{name}_about'))}</p>"
        )
        st.code(write(ready.edition, partial(_address, ready)), language=None, wrap_lines=True)
    if format_named(ready.asked.view.kind, OEMBED):
        st.html(
            f"<p><b>{escape(say('studio.snippets.oembed'))}</b> "
            f"{escape(say('studio.snippets.oembed_about'))}</p>"
        )
        st.code(_address(ready, OEMBED), language=None, wrap_lines=True)


def _address(ready: Ready, file: str) -> str:
    """Where a file of the view lies for whoever reads it elsewhere, in the look that was chosen."""
    return f"{own_site()}{ready.asked.path(PAGE if file == INDEX else file)}"


def files(ready: Ready, say: Catalog) -> None:
    """Every file of the view, by what it is for."""
    st.header(say("studio.files.heading"))
    note(say("studio.files.about"))
    formats = formats_of(ready.asked.view.kind)
    for group in Group:
        rows = "".join(
            _file_row(ready, name, one, say) for name, one in formats.items() if one.group is group
        )
        if rows:
            st.html(_file_table(group, rows, say))
    note(say("data.licence", build=data.fingerprint()))


def _file_table(group: Group, rows: str, say: Catalog) -> str:
    heads = "".join(
        f'<th scope="col">{escape(say(f"studio.files.{column}"))}</th>'
        for column in ("name", "what", "size")
    )
    return (
        f'<table class="tl-table tl-files"><caption>{escape(say(f"studio.group.{group.value}"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _file_row(ready: Ready, name: str, one: Format, say: Catalog) -> str:
    address = escape(ready.asked.path(one.file_name), quote=True)
    size = _size_known(ready, one.file_name, say)
    return (
        f'<tr><th scope="row"><a href="{address}" download>{escape(one.file_name)}</a></th>'
        f"<td>{escape(_what_for(name, one, say))}</td><td>{escape(size)}</td></tr>"
    )


def _what_for(name: str, one: Format, say: Catalog) -> str:
    """As the README of a pack says it, the list of sizes or this page; one without words by its media type."""
    known = (f"export.pack.file.{name}", f"studio.size_of.{name}", f"studio.file.{name}")
    return next(
        (say.words[key] for key in known if key in say.words), one.media_type.partition(";")[0]
    )


def _size_shown(ready: Ready, file: str, say: Catalog) -> str:
    """How large a file is that the page shows: it is made, and the browser then fetches what is remembered."""
    found = export_files.made(data.store(), ready.asked, own_site(), file)
    return size_words(len(found.plain), say)


def _size_known(ready: Ready, file: str, say: Catalog) -> str:
    """How large a file is that has been made already; empty for others: making all of them takes long."""
    name = PAGE if file == INDEX else file
    found = export_files.remembered(data.store(), ready.asked, own_site(), name)
    return size_words(len(found.plain), say) if found else ""


def size_words(size_bytes: int, say: Catalog) -> str:
    """A size as a reader says it: kB of a thousand bytes, and MB from a million on."""
    if size_bytes >= 1_000_000:
        return say("data.megabytes", number=f"{size_bytes / 1_000_000:,.1f}")
    return say("studio.kilobytes", number=f"{size_bytes / 1_000:,.1f}")


def words(ready: Ready, say: Catalog) -> None:
    """What goes with the picture: alt text, long description."""
    edition = ready.edition
    st.header(say("studio.words.heading"))
    st.html(f"<p>{escape(say('studio.words.alt'))}</p>")
    alt = alt_text(edition.article, edition.say, edition.style)
    st.code(alt, language=None, wrap_lines=True)
    with st.expander(say("studio.words.description"), type="compact", key="description"):
        st.code(description(edition).decode(), language=None, wrap_lines=True)


def link(ready: Ready, say: Catalog) -> None:
    """The address of the view in the explorer, for whoever wants to check it."""
    st.header(say("studio.link.heading"))
    note(say("studio.link.about"))
    st.code(f"{own_site()}/{ready.asked.view.page_path()}", language=None, wrap_lines=True)
