"""The address of this app, for links that leave it."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st


def own_site() -> str:
    """Where the reader of this session has the app from, without a slash at the end; empty when unknown."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.scheme and here.netloc else ""
