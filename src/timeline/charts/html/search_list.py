"""What a search found: groups of links, each with the recorded words that matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from timeline.i18n.catalog import Catalog
from timeline.viewmodel.search_answer import Found, SearchAnswer

ADDRESSES: Mapping[str, tuple[str, str]] = {
    "person": ("/people", "who"),
    "place": ("/countries", "at"),
    "case": ("/case", "case"),
    "event": ("/case", "event"),
    "source": ("/sources", "open"),
}
"""By kind, the page that answers for a thing and the name its id has in the address there."""


def search_list(answer: SearchAnswer, say: Catalog, *, carried: Mapping[str, Sequence[str]]) -> str:
    """Everything found; *carried* are the filters that the links take along. Every text escaped."""
    return "".join(
        f"<h2>{escape(say(f'search.kind.{kind}'))}</h2>"
        f'<ul class="tl-found">{"".join(_item(one, say, carried) for one in found)}</ul>'
        for kind, found in answer.groups
    )


def _item(found: Found, say: Catalog, carried: Mapping[str, Sequence[str]]) -> str:
    path, name = ADDRESSES[found.kind]
    query: dict[str, str | Sequence[str]] = dict(carried)
    if found.kind == "event" and found.case_id:
        query["case"] = found.case_id
    query[name] = found.item_id
    address = escape(f"{path}?{urlencode(query, doseq=True)}", quote=True)
    link = f'<a href="{address}" target="_self"><b>{escape(found.label)}</b></a>'
    if found.is_plain:
        return f"<li>{link}</li>"
    words = "".join(
        f"<mark>{escape(part.text)}</mark>" if part.is_match else escape(part.text)
        for part in found.parts
    )
    lang = f' lang="{escape(found.language, quote=True)}"' if found.language != "und" else ""
    how = f"{say(f'search.field.{found.field}')}, {say(f'search.how.{found.how}')}"
    return (
        f'<li>{link}<br><span{lang}>{words}</span> <span class="tl-when">{escape(how)}</span></li>'
    )
