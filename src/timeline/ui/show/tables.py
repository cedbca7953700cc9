"""The record as tables on a page, with the files and words that let others go on from there."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.charts.html.codebook_table import codebook_table, whole_codebook
from timeline.charts.html.download_list import Download, download_list
from timeline.charts.html.links import Links
from timeline.charts.html.page_contents import page_contents
from timeline.charts.html.record_table import record_table
from timeline.i18n.catalog import Catalog
from timeline.model.selection import Selection
from timeline.store import read
from timeline.store.rows import TableTotals
from timeline.store.starter_texts import FIRST_STEPS, QUESTIONS, starter
from timeline.ui import data, downloads, url
from timeline.ui.pager import page_of
from timeline.ui.show.export import export_control
from timeline.ui.show.text import note
from timeline.ui.tables import TABLES
from timeline.viewmodel.record_table import ROWS_A_PAGE, SORTS, page_count
from timeline.viewmodel.record_table import record_table as table_view


def ways_down(say: Catalog) -> None:
    """Links to what stands below a long table."""
    st.html(
        page_contents(
            (
                ("files", say("data.files")),
                ("queries", say("data.starters")),
                ("codebook", say("data.codebook.heading")),
            ),
            say("data.below"),
        )
    )


def chosen_table(totals: TableTotals, say: Catalog) -> str:
    """Ask which table to show, each with its number of rows."""
    counts = {
        name: say.count(f"totals.{name}", table.row_count(totals)) for name, table in TABLES.items()
    }
    return url.one_of(say("data.table"), counts, name="table")


def sort_order(table: str, say: Catalog) -> str:
    """Ask in which order its rows stand."""
    return url.one_of(
        say("data.sort"), {sort: say(f"data.sorts.{sort}") for sort in SORTS[table]}, name="sort"
    )


def table(
    name: str,
    sort: str,
    chosen: Selection,
    totals: TableTotals,
    pager: DeltaGenerator,
    say: Catalog,
) -> None:
    """One page of a table; which one is asked for in *pager*."""
    kind = TABLES[name]
    total = kind.row_count(totals)
    with pager:
        page = page_of(say, page_count(total), (name, sort, chosen))
    rows = data.ask(
        kind.question, chosen, sort=sort, limit=ROWS_A_PAGE, skip=(page - 1) * ROWS_A_PAGE
    )
    if not rows:
        note(say("data.no_rows"))
        return
    if name == "events":
        export_control(("events",), chosen, say)
    st.html(record_table(table_view(name, rows, page=page, total=total), Links(chosen), say))


def take_away(name: str, chosen: Selection, totals: TableTotals, say: Catalog) -> None:
    """The files: this table and all of them as chosen, then the whole record."""
    st.header(say("data.files"), anchor="files")
    too_many = [one for one, kind in TABLES.items() if kind.row_count(totals) > downloads.MOST_ROWS]
    is_part = chosen != Selection()
    files = [] if name in too_many else _files_of(name, chosen, totals, say)
    if not too_many:
        files.append(
            Download(
                say("data.file.zip_part" if is_part else "data.file.zip"),
                downloads.download_url(downloads.PACKAGE, chosen),
                say("data.about.zip"),
            )
        )
    size = say("data.megabytes", number=f"{downloads.store_size_bytes() / 1_000_000:,.1f}")
    files += [
        Download(
            say("data.file.duckdb", size=size),
            downloads.download_url(downloads.STORE),
            say("data.about.duckdb"),
        ),
        Download(
            say("data.file.json"),
            downloads.download_url(downloads.DESCRIPTION, chosen),
            say("data.about.json"),
        ),
    ]
    st.html(download_list(files))
    if too_many:
        note(say("data.too_many"))
    note(say("data.spreadsheet"))
    note(say("data.licence", build=data.fingerprint()))


def _files_of(name: str, chosen: Selection, totals: TableTotals, say: Catalog) -> list[Download]:
    count = say.count(f"totals.{name}", TABLES[name].row_count(totals))
    return [
        Download(
            say(f"data.file.{ending}", rows=count),
            downloads.download_url(downloads.table_file(name, ending), chosen),
            say(f"data.about.{ending}"),
        )
        for ending in ("csv", "parquet")
    ]


def start_here(say: Catalog) -> None:
    """A few lines of SQL and Python that work on the file as it is."""
    st.header(say("data.starters"), anchor="queries")
    note(say("data.no_sql"))
    st.html(f"<p>{escape(say('data.starter.first_steps'))}</p>")
    st.code(starter(FIRST_STEPS), language=None, wrap_lines=True)
    for question in QUESTIONS:
        st.html(f"<p>{escape(say(f'data.starter.{question}'))}</p>")
        st.code(starter(question), language=None, wrap_lines=True)


def codebook(name: str, say: Catalog) -> None:
    """What the columns of this table mean, then every other table and view of the store."""
    st.header(say("data.codebook.heading"), anchor="codebook")
    st.html(codebook_table(TABLES[name].columns(), say))
    note(say("data.codebook.promise"))
    st.subheader(say("data.codebook.rest"))
    st.html(whole_codebook(data.ask(read.codebook_columns), say))
