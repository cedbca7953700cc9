"""One view of the explorer as something that can be exported: what it draws, of which choice.

A view has an id that stands in addresses of embeds, and a query for what the id leaves
open. Both are promises to everyone who put them into an article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.model.moment import Moment
from timeline.model.selection import Selection, selection_of


class ViewKind(StrEnum):
    """What a view draws."""

    CASE = "case"
    """Timeline and route map together, with the events."""
    TIMELINE = "timeline"
    MAP = "map"
    EVENTS = "events"
    """The events as a table."""
    COMPARISON = "comparison"
    """Subjects side by side from a shared moment."""
    FLOWS = "flows"
    """Who came to a country and who went."""


PAGES = {
    "case": ViewKind.CASE,
    "": ViewKind.MAP,
    "compare": ViewKind.COMPARISON,
    "countries": ViewKind.FLOWS,
    "data": ViewKind.EVENTS,
}
"""The page of the explorer that shows each kind of view, by the last part of its address."""

_PAGE_OF = {kind: page for page, kind in PAGES.items()} | {ViewKind.TIMELINE: "case"}
OF_A_CASE = (ViewKind.CASE, ViewKind.TIMELINE, ViewKind.MAP, ViewKind.EVENTS)
"""The kinds that one case is shown in; made of the same rows."""
EMBED = "embed"
"""First part of the address of an embed."""
STUDIO = "export"
"""The page on which a view is made ready for an article."""


@dataclass(frozen=True, slots=True)
class View:
    """One view: a kind, a choice of events, and what else that kind needs."""

    kind: ViewKind
    chosen: Selection = field(default_factory=Selection)
    moment: Moment | None = None
    """Day 0 of a comparison; None for the other kinds."""
    window: str = "auto"
    """How far a comparison reaches, an id of `viewmodel.comparison.WINDOWS`."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country whose flows are drawn; None for the other kinds."""

    @property
    def view_id(self) -> str:
        """The id in addresses and file names: lower-case letters, digits and hyphens.

        Holds the case where there is exactly one, the moment or the country. Two views of
        one id differ in their query.
        """
        if self.kind is ViewKind.COMPARISON and self.moment is not None:
            return f"{self.kind}-{self.moment.value.replace('_', '-')}"
        if self.kind is ViewKind.FLOWS and self.country is not None:
            return f"{self.kind}-{self.country.lower()}"
        if self.kind in OF_A_CASE and len(self.chosen.case_ids) == 1:
            return f"{self.kind}-{self.chosen.case_ids[0]}"
        return self.kind.value

    @property
    def case_id(self) -> str | None:
        """The case that the view is of, where it is exactly one."""
        return self.chosen.case_ids[0] if len(self.chosen.case_ids) == 1 else None

    def query(self) -> str:
        """What the id leaves open, as the query part of an address; empty for nothing."""
        rest = self.chosen
        if self.kind in OF_A_CASE and self.case_id is not None:
            rest = replace(rest, case_ids=())
        window = urlencode({"window": self.window}) if self.window != "auto" else ""
        return "&".join(part for part in (rest.query(), window) if part)

    def embed_path(self) -> str:
        """Where the embed of the view lies below the address of an app or site, with its query."""
        query = self.query()
        return f"{EMBED}/{self.view_id}/{f'?{query}' if query else ''}"

    def page_path(self) -> str:
        """Where the explorer shows the view, below its address, with the whole query."""
        own: list[tuple[str, str]] = []
        if self.kind is ViewKind.COMPARISON and self.moment is not None:
            own = [("align", self.moment.value), ("window", self.window)]
        elif self.kind is ViewKind.FLOWS and self.country is not None:
            own = [("in", self.country)]
        query = "&".join(part for part in (self.chosen.query(), urlencode(own)) if part)
        return f"{_PAGE_OF[self.kind]}{f'?{query}' if query else ''}"


def view_of(view_id: str, pairs: Iterable[tuple[str, str]] = ()) -> View:
    """The view that an id and the query part of an address name.

    Names in the query that mean nothing are passed over, and so is whatever it says about
    what the id says already. Raises ValueError for an id that names no kind of view, a
    comparison of no moment and flows of no country.
    """
    given = list(pairs)
    name, _, subject = view_id.partition("-")
    try:
        kind = ViewKind(name)
    except ValueError:
        kinds = ", ".join(ViewKind)
        raise ValueError(f"{view_id!r} names no view; the kinds are: {kinds}") from None
    chosen = selection_of(given)
    if kind is ViewKind.COMPARISON:
        return View(kind, chosen, moment=_moment(subject), window=dict(given).get("window", "auto"))
    if kind is ViewKind.FLOWS:
        if len(subject) != 2 or not subject.isalpha():
            raise ValueError(f"{view_id!r} names no country, as in flows-kz")
        return View(kind, chosen, country=subject.upper())
    return View(kind, replace(chosen, case_ids=(subject,)) if subject else chosen)


def view_of_link(link: str) -> View:
    """The view that a link to a page of the explorer, to an embed, or to the page Export shows.

    An id by itself (`case-mansur-movlaev`), with or without a query, is such a link too,
    and so is the id of a case by itself.
    Raises ValueError when it shows nothing that can be exported.
    """
    parts = urlsplit(link)
    pairs = parse_qsl(parts.query)
    steps = [step for step in parts.path.split("/") if step]
    if EMBED in steps:
        after = steps[steps.index(EMBED) + 1 :]
        if not after:
            raise ValueError(f"{link!r} names no embed")
        return view_of(after[0], pairs)
    is_address = bool(parts.scheme) or parts.path.startswith("/") or not parts.path
    if not is_address and len(steps) == 1:
        if steps[0] not in PAGES and steps[0].partition("-")[0] not in set(ViewKind):
            return view_of(f"{ViewKind.CASE}-{steps[0]}", pairs)
        if "-" in steps[0] or steps[0] not in PAGES:
            return view_of(steps[0], pairs)
    page = steps[-1] if steps else ""
    if page == STUDIO:
        return _view_of_studio(pairs)
    if page not in PAGES:
        shown = ", ".join(f"/{one}" for one in PAGES)
        raise ValueError(f"{link!r} is no page that can be exported; those are: {shown}")
    return _view_of_page(PAGES[page], pairs)


def _view_of_page(kind: ViewKind, pairs: list[tuple[str, str]]) -> View:
    chosen, named = selection_of(pairs), dict(pairs)
    if kind is ViewKind.COMPARISON:
        moment = _moment(named.get("align", Moment.DETENTION.value))
        return View(kind, chosen, moment=moment, window=named.get("window", "auto"))
    if kind is ViewKind.FLOWS:
        country = named.get("in", "")
        if len(country) != 2 or not country.isalpha():
            raise ValueError("the page on countries can be exported for one country: ?in=KZ")
        return View(kind, chosen, country=country.upper())
    return View(kind, chosen)


def _view_of_studio(pairs: list[tuple[str, str]]) -> View:
    """The view that the page Export has before it; without a kind, a case."""
    named = dict(pairs)
    kind = named.get("view", ViewKind.CASE.value)
    if kind not in set(ViewKind):
        raise ValueError(f"{kind!r} names no view; the kinds are: {', '.join(ViewKind)}")
    return _view_of_page(ViewKind(kind), pairs)


def _moment(name: str) -> Moment:
    try:
        return Moment(name.replace("-", "_"))
    except ValueError:
        known = ", ".join(Moment)
        raise ValueError(f"{name!r} is no moment to compare by; the moments are: {known}") from None
