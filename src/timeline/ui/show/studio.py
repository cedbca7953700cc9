"""The export studio on a page: preview, snippets, files with their sizes, words, the link back."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline.charts.html.download_list import Download, download_list
from timeline.exports.formats import Format, formats_of
from timeline.exports.words.description import alt_text
from timeline.exports.words.text_files import description
from timeline.i18n.catalog import Catalog
from timeline.ui import data, export_files
from timeline.ui.export_choices import Ready, format_words
from timeline.ui.export_files import PAGE
from timeline.ui.show import preview as frames
from timeline.ui.show.text import note
from timeline.ui.site import own_site

MADE_AT_ONCE = ("full.svg",)
"""Files quick enough to be made for saying how large they are; the embed is framed anyway."""


def preview(ready: Ready, say: Catalog) -> None:
    """The embed at two widths, and the picture."""
    st.header(say("studio.preview.heading"))
    size = _size(ready, PAGE, say, is_quick=True)
    note(say("studio.preview.about", size=size))
    frames.frames(ready, say)
    if ready.picture is not None:
        st.subheader(say("studio.preview.picture"))
        frames.picture(ready, say)


def files(ready: Ready, say: Catalog) -> None:
    """Every file of the view, by what it is for."""
    st.header(say("studio.files.heading"))
    formats = formats_of(ready.asked.view.kind)
    for group in dict.fromkeys(one.group for one in formats.values()):
        st.subheader(say(f"studio.group.{group.value}"))
        st.html(
            download_list(
                [
                    _download(ready, name, one, say)
                    for name, one in formats.items()
                    if one.group is group
                ]
            )
        )
    note(say("data.licence", build=data.fingerprint()))


def _download(ready: Ready, name: str, one: Format, say: Catalog) -> Download:
    size = _size(ready, one.file_name, say, is_quick=one.file_name in MADE_AT_ONCE)
    label = say("studio.files.label", name=format_words(name, say), size=size)
    return Download(label, ready.asked.path(one.file_name), one.file_name)


def _size(ready: Ready, file: str, say: Catalog, *, is_quick: bool) -> str:
    """How large a file is, if that is known or quickly told; not every file is made for it."""
    where = (data.store(), ready.asked, own_site(), file)
    found = export_files.made(*where) if is_quick else export_files.remembered(*where)
    return say("studio.unmade") if found is None else size_words(len(found.plain), say)


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
    st.html(f"<p>{escape(say('studio.words.description'))}</p>")
    st.code(description(edition).decode(), language=None, wrap_lines=True, height=240)


def link(ready: Ready, say: Catalog) -> None:
    """The address of the view in the explorer, for whoever wants to check it."""
    st.header(say("studio.link.heading"))
    note(say("studio.link.about"))
    st.code(f"{own_site()}/{ready.asked.view.page_path()}", language=None, wrap_lines=True)


def snippets(ready: Ready, say: Catalog) -> None:
    """What to copy into a page."""
    st.header(say("studio.snippets.heading"))
    st.html(
        f"<p><b>{escape(say('studio.snippets.frame'))}</b> {escape(say('studio.snippets.frame_about'))}</p>"
    )
    st.code(
        f'<iframe src="{own_site()}{ready.asked.path()}"></iframe>', language=None, wrap_lines=True
    )
