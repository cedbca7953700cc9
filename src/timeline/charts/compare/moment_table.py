"""From one moment to every other: a small table of moments by subjects, and sentences to copy."""

from __future__ import annotations

from html import escape

from timeline.charts.html.links import Links
from timeline.i18n.catalog import Catalog
from timeline.i18n.offset_words import offset_words
from timeline.model.moment import Moment
from timeline.viewmodel.comparison import ComparedRow, Comparison, Milestone


def moment_table(view: Comparison, say: Catalog, *, links: Links) -> str:
    """Moments down, subjects across; empty when no other moment is on record."""
    moments = _moments(view)
    if not moments:
        return ""
    heads = "".join(f'<th scope="col">{_head(view, row, say)}</th>' for row in view.rows)
    lines = "".join(
        f'<tr><th scope="row">{escape(_label(moment, say))}</th>'
        f"{''.join(_cell(row, moment, say, links) for row in view.rows)}</tr>"
        for moment in moments
    )
    start = say(f"compare.moment.{view.moment.value}")
    return (
        f'<div class="tl-cmp-moments"><table class="tl-table"><caption>{escape(say("compare.moments.caption", moment=start))}'
        f'</caption><thead><tr><th scope="col">{escape(say("compare.moments.to"))}</th>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def moment_sentences(view: Comparison, say: Catalog) -> str:
    """One sentence a line for each other moment on record, as plain text."""
    start = say(f"compare.moment.{view.moment.value}")
    sentences = [
        say(
            "compare.sentence",
            start=start,
            end=say(f"compare.moment.{moment.value}"),
            answers="; ".join(_answers(view, moment, say)),
        )
        for moment in _moments(view)
    ]
    return "\n".join([*sentences, say("compare.moments.last_line")])


def _moments(view: Comparison) -> list[Moment]:
    """The moments that at least one row has, in their order."""
    return [
        moment
        for moment in Moment
        if any(
            one.moment is moment and (one.offset is not None or one.is_undated or one.is_unbegun)
            for row in view.rows
            for one in row.milestones
        )
    ]


def _of(row: ComparedRow, moment: Moment) -> Milestone:
    return next(one for one in row.milestones if one.moment is moment)


def _cell(row: ComparedRow, moment: Moment, say: Catalog, links: Links) -> str:
    one = _of(row, moment)
    name = f'<span class="tl-cmp-who">{escape(row.name)}: </span>'
    if one.event is None or one.offset is None:
        return f'<td class="tl-when">{name}{escape(say(_none_key(one)))}</td>'
    address = links.event(row.case_id, one.event.event_ids[0])
    hedges = "".join(
        f'<br><span class="tl-when">{escape(hedge)}</span>' for hedge in _hedges(one, say)
    )
    return (
        f'<td>{name}<a href="{address}" target="_self">'
        f"{escape(offset_words(one.offset, say))}</a>{hedges}</td>"
    )


def _answers(view: Comparison, moment: Moment, say: Catalog) -> list[str]:
    found = []
    for row in view.rows:
        one = _of(row, moment)
        if one.offset is not None:
            hedges = "".join(
                f", {hedge}" for hedge in (*_hedges(one, say), *_zero_hedges(view, row, say))
            )
            words = f"{offset_words(one.offset, say)}{hedges}"
        elif one.is_undated or one.is_unbegun or one.is_unplain:
            words = say(_none_key(one))
        else:
            continue
        found.append(say("compare.answer", words=words, name=row.name))
    return found


def _none_key(one: Milestone) -> str:
    """The key to why no days are counted to a moment."""
    if one.is_undated:
        return "compare.moments.undated"
    if one.is_unbegun:
        return "compare.moments.unbegun"
    return "compare.moments.unplain" if one.is_unplain else "compare.moments.none"


def _hedges(one: Milestone, say: Catalog) -> list[str]:
    if one.event is None:
        return []
    hedges = []
    if one.event.is_doubted:
        hedges.append(say("compare.doubted"))
    if one.event.has_undated:
        hedges.append(say("compare.moments.earlier_undated"))
    if one.event.has_unbegun:
        hedges.append(say("compare.moments.earlier_unbegun"))
    return hedges


def _zero_hedges(view: Comparison, row: ComparedRow, say: Catalog) -> list[str]:
    """What is doubtful about day 0 itself, and so about every answer of the row."""
    moment = say(f"compare.moment.{view.moment.value}")
    hedges = []
    if row.day_zero.is_doubted:
        hedges.append(say("compare.moments.zero_doubted", moment=moment))
    if row.day_zero.has_undated:
        hedges.append(say("compare.moments.zero_undated", moment=moment))
    if row.day_zero.has_unbegun:
        hedges.append(say("compare.moments.zero_unbegun", moment=moment))
    return hedges


def _head(view: Comparison, row: ComparedRow, say: Catalog) -> str:
    hedges = "".join(f"<br>{escape(hedge)}" for hedge in _zero_hedges(view, row, say))
    return f"<b>{escape(row.name)}</b>{hedges}"


def _label(moment: Moment, say: Catalog) -> str:
    words = say(f"compare.moment.{moment.value}")
    return words[:1].upper() + words[1:]
