"""The link is the state: what a reader chose stands in the address, by id.

Ids travel, labels never: a label changes with the language and may be a name.
Unknown ids are passed over, so that a stale link opens on something and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st


def one_of(label: str, options: Mapping[str, str], *, name: str) -> str:
    """Ask for one option and remember it as ?<name>=<id>.

    *options* maps stable ids to the words the reader sees, and is not empty. An unknown
    id in the address opens the first option, with a note.
    """
    asked = st.query_params.get(name)
    if asked is not None and asked != st.session_state.get(f"{name}_in_url"):
        if asked in options:
            st.session_state[name] = asked
        else:
            st.session_state[f"{name}_stale"] = True
    if st.session_state.get(name) not in options:
        st.session_state.pop(name, None)
    chosen = st.selectbox(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        key=name,
        persist_state="session",
    )
    st.query_params[name] = st.session_state[f"{name}_in_url"] = chosen
    return chosen


def some_of(label: str, options: Mapping[str, str], *, name: str, placeholder: str) -> list[str]:
    """Ask for any number of options and remember them as repeated ?<name>=<id>.

    None chosen means all, and leaves no trace in the address. Unknown ids in the
    address are passed over, with a note.
    """
    asked = st.query_params.get_all(name)
    if asked != st.session_state.get(f"{name}_in_url", []):
        st.session_state[name] = [one for one in asked if one in options]
        st.session_state[f"{name}_stale"] = any(one not in options for one in asked)
    elif any(one not in options for one in st.session_state.get(name, [])):
        st.session_state[name] = [one for one in st.session_state[name] if one in options]
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        key=name,
        placeholder=placeholder,
        persist_state="session",
    )
    _write(name, chosen)
    return chosen


def has_stale(*names: str) -> bool:
    """Whether the address asked for something that is not there; says so once."""
    stale = [st.session_state.pop(f"{name}_stale", False) for name in names]
    return any(stale)


def _write(name: str, chosen: Sequence[str]) -> None:
    if chosen:
        st.query_params[name] = list(chosen)
    elif name in st.query_params:
        del st.query_params[name]
    st.session_state[f"{name}_in_url"] = list(chosen)
