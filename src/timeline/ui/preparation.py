"""What is made ready when the server starts, so that the first reader does not wait for it."""

from __future__ import annotations

import gc
import importlib
import threading

from timeline.intake.folder import data_folder
from timeline.ui import geography

# What pages need and what takes longest to import. Imported by the server it is ready
# when the first reader comes; imported by a page, that reader would wait for it.
SLOW_IMPORTS = (
    "pandas",
    "plotly.graph_objects",
    "duckdb",
    "pydeck",
    "geopandas",
    "shapely",
    "pyproj",
    "timeline.ui.data",
    "timeline.ui.show",
    "timeline.ui.embeds",
)


def start() -> None:
    """Begin in a thread of its own, so that the server listens meanwhile."""
    _prepared.clear()
    threading.Thread(target=_prepare_and_tell, name="prepare", daemon=True).start()


def prepare() -> None:
    """Import the slow libraries and read the boundaries."""
    for name in SLOW_IMPORTS:
        importlib.import_module(name)
    geography.boundaries()
    leave_out_of_collection()


def leave_out_of_collection() -> None:
    """Spare the garbage collector everything that is here now and stays: modules, classes, words.

    Streamlit collects after every run of a page. To look through the 170,000 objects of
    libraries takes about as long as the page itself, in every answer to every reader.
    """
    gc.collect()
    gc.freeze()


def wait_until_prepared() -> None:
    """Return once `prepare` has finished; at once where no server is being prepared.

    A page must not run while another thread imports: Plotly asks for pandas without
    importing it, finds the half that is there, and fails. The first reader loses
    nothing by waiting, for the front end takes as long to arrive.
    """
    _prepared.wait()


def _prepare_and_tell() -> None:
    try:
        prepare()
    finally:
        _prepared.set()
    from timeline.ui.store_build import store_build  # noqa: PLC0415 - imported by now

    store_build(data_folder())


_prepared = threading.Event()
_prepared.set()
