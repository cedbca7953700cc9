"""How long somebody was held: each time with its bounds and why they are so, and the total."""

from __future__ import annotations

from html import escape

from timeline.charts.html.event_table import figure_words, footnotes
from timeline.charts.html.links import Links
from timeline.charts.html.whereabouts_words import place_words
from timeline.chronology.custody_spell import Ending
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import date_words, day_words
from timeline.viewmodel.person_custody import CustodyRow, CustodyView, is_disputed
from timeline.viewmodel.person_record import Told


def total_words(view: CustodyView, say: Catalog) -> str:
    """The total in a sentence, with what it leaves open."""
    if not view.counted_count:
        return say("people.custody.none_counted")
    least = say.count("people.days", view.least_days)
    if view.most_days is None:
        return say("people.custody.total_open", least=least)
    is_held = view.held_as_last_reported_on is not None
    if view.most_days == view.least_days:
        key = "people.custody.total_exact_held" if is_held else "people.custody.total_exact"
        return say(key, least=least)
    most = say.count("people.days", view.most_days)
    key = "people.custody.total_held" if is_held else "people.custody.total"
    return say(key, least=least, most=most)


def total_notes(view: CustodyView, say: Catalog) -> list[str]:
    """What a reader must know before printing the total."""
    notes = []
    if view.held_as_last_reported_on is not None:
        day = day_words(view.held_as_last_reported_on, say)
        notes.append(say("people.custody.still_held", day=day))
    if view.counted_count and view.least_confirmed_days < view.least_days:
        confirmed = say.count("people.days", view.least_confirmed_days)
        notes.append(
            say("people.custody.confirmed", days=confirmed)
            if view.least_confirmed_days
            else say("people.custody.none_confirmed")
        )
    return notes


def custody_total(view: CustodyView, say: Catalog) -> str:
    """The total as it heads the section; every text escaped."""
    notes = escape(" ".join(total_notes(view, say)))
    figures = [figure for row in view.rows if row.is_counted for figure in row.stated]
    stated = ""
    if figures:
        listed = "; ".join(figure_words(figure, say) for figure in figures)
        stated = f" {escape(say('people.custody.stated_total'))} {listed}."
    return (
        f'<p class="pp-where">{escape(total_words(view, say))}</p>'
        f"<p>{notes}{stated}</p>"
        f'<p class="tl-muted">{escape(say("people.custody.rule"))}</p>'
    )


def custody_table(view: CustodyView, say: Catalog, links: Links) -> str:
    """One row for each time in custody; every text escaped."""
    heads = "".join(
        f'<th scope="col">{escape(say(f"people.custody.{name}"))}</th>'
        for name in ("what", "least", "most", "why", "stated", "sources")
    )
    rows = "".join(_row(row, view.longest_days, say, links) for row in view.rows)
    return (
        f'<table class="tl-table pp-custody"><caption>{escape(say("people.custody.caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def unclear_list(view: CustodyView, name: str, say: Catalog, links: Links) -> str:
    """Reports that are not counted, and why; empty when there are none."""
    if not view.unclear:
        return ""
    titles = "; ".join(
        f"{_link(told, links)} ({escape(date_words(told.phrase, say))}) "
        f"{footnotes(told.source_numbers)}"
        for told in view.unclear
    )
    words = escape(say("people.custody.unclear", name=name))
    return f'<p class="tl-muted pp-unclear">{words} {titles}</p>'


def _row(row: CustodyRow, longest: int, say: Catalog, links: Links) -> str:
    first, *parts = row.told
    place = f"<br>{escape(place_words(row.place, say))}" if row.place is not None else ""
    within = (
        f'<br><span class="tl-when">{escape(say("people.custody.within"))} '
        f"{'; '.join(_link(told, links) for told in parts)}</span>"
        if parts
        else ""
    )
    status = escape(say(f"status.{row.verification_status}"))
    stated = "".join(f"<li>{figure_words(figure, say)}</li>" for figure in row.stated)
    return (
        f'<tr><th scope="row">{_link(first, links)}{place}<br><span class="tl-when">{status}</span>'
        f"{within}</th>"
        f"{_headed('least', say)}{_bound(row, row.least_days, say)}{_bar(row, longest)}</td>"
        f"{_headed('most', say)}{_bound(row, row.most_days, say)}{_so_far(row, say)}</td>"
        f"<td>{escape(bounds_words(row, say))}</td>"
        f"{_headed('stated', say)}"
        f"{f'<ul>{stated}</ul>' if stated else escape(say('people.custody.not_stated'))}</td>"
        f"<td>{footnotes(row.source_numbers)}</td></tr>"
    )


def _headed(name: str, say: Catalog) -> str:
    """A cell that carries its heading, for screens too narrow for columns."""
    return f'<td data-head="{escape(say(f"people.custody.{name}"), quote=True)}">'


def _bound(row: CustodyRow, days: int | None, say: Catalog) -> str:
    if not row.is_counted:
        return escape(say("people.custody.not_counted"))
    if days is None:
        return escape(say("people.custody.unknown"))
    words = say.count("people.days", days)
    return escape(say("date.about", words=words) if row.is_approximate else words)


def _so_far(row: CustodyRow, say: Catalog) -> str:
    """That the most is only the most until somebody reports again."""
    if row.ending is not Ending.STILL_HELD:
        return ""
    return f'<br><span class="tl-when">{escape(say("people.custody.to_last_report"))}</span>'


def _bar(row: CustodyRow, longest: int) -> str:
    """The least solid, the rest up to the most pale, to one scale for all rows."""
    if not row.is_counted:
        return ""
    least = round(row.least_days / longest * 100, 2)
    more = round(((row.most_days or row.least_days) - row.least_days) / longest * 100, 2)
    is_open = row.most_days is None or row.ending is Ending.STILL_HELD
    pale = f'<i class="pp-more" style="width:{more}%"></i>' if more else ""
    arrow = '<i class="pp-on"></i>' if is_open else ""
    return (
        f'<span class="pp-bar" aria-hidden="true"><i class="pp-least" style="width:{least}%"></i>'
        f"{pale}{arrow}</span>"
    )


def bounds_words(row: CustodyRow, say: Catalog) -> str:
    """How the least and the most come about."""
    if not row.is_dated:
        return say("people.custody.undated")
    words = []
    if is_disputed(row):
        words.append(say("people.custody.disputed"))
    if row.start is None:
        words.append(say("people.custody.no_start"))
    else:
        words.append(say("people.custody.began", date=date_words(row.start, say)))
    if row.entered_by is not None:
        words.append(say("people.custody.entered", title=row.entered_by.title))
    words.append(_ending_words(row, say))
    if row.is_differing:
        words.append(say("people.custody.differ"))
    if row.is_doubtful:
        words.append(say("people.custody.doubtful"))
    return " ".join(words)


def _ending_words(row: CustodyRow, say: Catalog) -> str:
    if row.end is None:
        return say("people.custody.ended.not_known")
    date = date_words(row.end, say)
    title = row.ended_by.title if row.ended_by is not None else ""
    return say(f"people.custody.ended.{row.ending.value}", date=date, title=title)


def _link(told: Told, links: Links) -> str:
    return (
        f'<a href="{links.event(told.case_id, told.event_id)}" target="_self">'
        f"{escape(told.title)}</a>"
    )
