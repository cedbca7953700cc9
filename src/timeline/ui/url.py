"""The link is the state: what a reader chose stands in the address, by id.

Ids travel, labels never: a label changes with the language and may be a name. The
address wins whenever it is not the one this page wrote last: a link was followed, or Back
was pressed. Unknown ids are passed over, so that a stale link opens on something and says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from timeline.model.selection import day_of
from timeline.ui import words
from timeline.ui.letters import first_letters

_STALE = "stale_in_url"
_PAGE = "page_run_last"
_IS_NEW_PAGE = "is_new_page_in_url"
_IMPLIED = "implied_in_url"


def begin(page_name: str) -> None:
    """Note which page is about to run; on another page than before, the whole address is news."""
    st.session_state[_IS_NEW_PAGE] = page_name != st.session_state.get(_PAGE)
    st.session_state[_PAGE] = page_name
    st.session_state[_IMPLIED] = {}


def taken(name: str, *, key: str | None = None) -> list[str] | None:
    """The values the address has for *name*, when they are news; None when the page knows them.

    They are news when they differ from what this page wrote last, when the control of that
    name was not on the page before, and when another page was open before. *key* is the
    control's own name in the session, where that is another.
    """
    in_address = st.query_params.get_all(name)
    key = key or name
    is_news = (
        st.session_state.get(_IS_NEW_PAGE, True)
        or in_address != st.session_state.get(_written(key), [])
        or key not in st.session_state
    )
    return in_address if is_news else None


def write(values: Mapping[str, Sequence[str]], *, key: str | None = None) -> None:
    """Put values into the address in one go; an empty list leaves no trace. *key* as in `taken`."""
    before = {name: st.query_params.get_all(name) for name in st.query_params}
    after = {**before, **{name: list(given) for name, given in values.items()}}
    after = {name: given for name, given in after.items() if given}
    if after != before:
        st.query_params.from_dict(after)
    for name, given in values.items():
        st.session_state[_written(name)] = list(given)
        st.session_state[_written(key or name)] = list(given)


def overtake(*names: str, key: str | None = None) -> None:
    """What a reader has just chosen under these names is later news than the address; for callbacks.

    Back and a click that follow each other quickly arrive in one run, which would else take the
    address for what was asked last. *key* as in `taken`.
    """
    for name in names:
        st.session_state[_written(key or name)] = st.query_params.get_all(name)


def one_of(label: str, options: Mapping[str, str], *, name: str, default: str | None = None) -> str:
    """Ask for one option and remember it as ?<name>=<id>.

    *options* maps stable ids to the words the reader sees, and is not empty. Without an
    id in the address the default is chosen, or the first option, and leaves no trace; an
    unknown one does the same, with a note.
    """
    fallback = default if default in options else next(iter(options))
    asked = taken(name)
    if asked is not None:
        known = [one for one in asked if one in options]
        if asked and not known:
            mark_stale()
        st.session_state[name] = known[0] if known else fallback
    if st.session_state.get(name) not in options:
        st.session_state[name] = fallback
    chosen = st.selectbox(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        key=name,
        on_change=overtake,
        args=(name,),
    )
    # A default written unasked would be one more step for whoever presses Back.
    is_said = chosen != fallback or chosen in st.query_params.get_all(name)
    write({name: [chosen] if is_said else []})
    if not is_said:
        st.session_state.setdefault(_IMPLIED, {})[name] = chosen
    return chosen


def implied() -> dict[str, str]:
    """What the page shows by default and the address does not say; a link to copy says it."""
    return dict(st.session_state.get(_IMPLIED, {}))


def some_of(
    label: str,
    options: Mapping[str, str],
    *,
    name: str,
    placeholder: str,
    max_selections: int | None = None,
) -> list[str]:
    """Ask for any number of options and remember them as repeated ?<name>=<id>.

    None chosen means all, and leaves no trace in the address. Unknown ids in the
    address are passed over, with a note.
    """
    asked = taken(name)
    if asked is not None:
        st.session_state[name] = asked
    known = [one for one in dict.fromkeys(st.session_state[name]) if one in options]
    if max_selections is not None:
        known = known[:max_selections]
    if known != st.session_state[name]:
        if asked:
            mark_stale()
        st.session_state[name] = known
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        key=name,
        placeholder=placeholder,
        max_selections=max_selections,
        on_change=overtake,
        args=(name,),
    )
    write({name: chosen})
    return chosen


def day(
    label: str,
    *,
    name: str,
    earliest: dt.date,
    latest: dt.date,
    default: dt.date | None = None,
    help_words: str | None = None,
) -> dt.date | None:
    """Ask for a day and remember it as ?<name>=YYYY-MM-DD; the default leaves no trace.

    A day before *earliest* or after *latest* (both inclusive), or none at all, is passed
    over, with a note.
    """
    asked = taken(name)
    if asked is not None:
        found = day_of(asked[0]) if asked else default
        if asked and (found is None or not earliest <= found <= latest):
            mark_stale()
            found = default
        st.session_state[name] = found
    chosen = st.date_input(
        label,
        key=name,
        min_value=earliest,
        max_value=latest,
        format="YYYY-MM-DD",
        help=help_words,
        on_change=overtake,
        args=(name,),
    )
    given = chosen if isinstance(chosen, dt.date) else None
    write({name: [given.isoformat()] if given is not None and given != default else []})
    return given


def words_asked(label: str, *, name: str, placeholder: str, longest: int) -> str:
    """Ask for words and remember them as ?<name>=<words>; of more than *longest* letters the first are taken.

    That is said under the field until the words are changed. The field itself takes any number:
    one with a limit swallows what is pasted into it.
    """

    def cut() -> None:
        whole = st.session_state[name]
        st.session_state[name] = first_letters(whole, longest)
        st.session_state[_cut(name)] = whole != st.session_state[name]

    def changed() -> None:
        overtake(name)
        cut()

    asked = taken(name)
    if asked is not None:
        st.session_state[name] = asked[0] if asked else ""
        cut()
    given = st.text_input(label, key=name, placeholder=placeholder, on_change=changed)
    if st.session_state.get(_cut(name)):
        say = words.current()
        st.info(say("studio.first_letters", label=label, most=str(longest), number=str(len(given))))
    write({name: [given] if given else []})
    return given


def switch(label: str, *, name: str) -> bool:
    """Ask for yes or no and remember yes as ?<name>=1."""
    asked = taken(name)
    if asked is not None:
        st.session_state[name] = asked == ["1"]
    chosen = st.checkbox(label, key=name, on_change=overtake, args=(name,))
    write({name: ["1"] if chosen else []})
    return chosen


def mark_stale() -> None:
    """Remember that the address asked for something that is not there."""
    st.session_state[_STALE] = True


def has_stale() -> bool:
    """Whether the address asked for something that is not there; says so once."""
    return bool(st.session_state.pop(_STALE, False))


def _cut(name: str) -> str:
    return f"{name}_is_cut"


def _written(name: str) -> str:
    return f"{name}_in_url"
