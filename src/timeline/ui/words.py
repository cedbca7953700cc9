"""The words and the ground for this reader."""

from __future__ import annotations

import streamlit as st

from timeline.i18n.catalog import DEFAULT, Catalog, catalog
from timeline.theme import DARK, LIGHT, Palette


def current() -> Catalog:
    """The catalog of this reader's language; English is the only one there is."""
    return catalog(DEFAULT)


def palette() -> Palette:
    """The colours of the ground this reader sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT
