"""How we decide, as HTML: words, lists, tables, and the marks themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from timeline.charts.picture.line_picture import line_picture
from timeline.charts.timeline.mark_picture import mark_picture
from timeline.chronology.phrase import DatePart, DatePhrase
from timeline.i18n.catalog import Catalog
from timeline.i18n.date_words import alternatives_words, date_words, day_words
from timeline.model.edtf import EdtfDate
from timeline.theme import Palette
from timeline.viewmodel.method_guide import (
    Block,
    Lines,
    Marks,
    Points,
    Said,
    Section,
    Sentences,
    Terms,
    Waits,
)
from timeline.viewmodel.method_marks import MarkExample

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")
_CODE = re.compile(r"`(.+?)`")


@dataclass(frozen=True, slots=True)
class MethodText:
    """Draws sections of the guide."""

    say: Catalog
    palette: Palette

    def section(self, section: Section) -> str:
        """Everything under the heading of one subject; every text escaped."""
        body = "".join(self._block(block, section.name) for block in section.blocks)
        if section.files:
            files = ", ".join(section.files)
            words = escape(self.say("method.code", files=files))
            body += f'<p class="tl-muted tl-code-files">{words}</p>'
        return f'<div class="tl-method">{body}</div>'

    def _block(self, block: Block, about: str) -> str:
        match block:
            case Said():
                return f"<p>{inline(said_words(block, self.say))}</p>"
            case Points(points, is_numbered):
                return _list([said_words(point, self.say) for point in points], is_numbered)
            case Sentences(sentences, is_numbered):
                return _list(sentences, is_numbered)
            case Terms():
                return self._terms(block, about)
            case Marks(examples):
                return self._marks(examples, about)
            case Lines(examples):
                rows = [
                    [
                        line_picture(one.view, self.palette, self.say, alt=words),
                        escape(words),
                    ]
                    for one in examples
                    if (words := self.say(f"map.key.{one.name}"))
                ]
                return self._table(("marks.drawn", "marks.meaning"), rows, "tl-lines", about)
            case Waits():
                return self._waits(block, about)

    def _terms(self, block: Terms, about: str) -> str:
        heads = ["head.word", "head.meaning", *(["head.drawn"] if block.drawn else [])]
        drawn = list(block.drawn)
        rows: list[list[str]] = []
        for group in block.groups:
            if group.heading is not None:
                lane = group.heading
                rows.append(
                    [
                        f'<b style="color:{self.palette.lanes[lane.value]}">'
                        f"{escape(self.say(f'lane.{lane.value}'))}</b>",
                        f'<span class="tl-when">{escape(lane.definition)}</span>',
                    ]
                )
            for term in group.terms:
                word = escape(term_words(block, term, self.say))
                rows.append([f"<b>{word}</b>", escape(term.definition)])
                if drawn:
                    rows[-1].append(escape(self.say(drawn.pop(0))))
        return self._table(heads, rows, "tl-terms", about)

    def _marks(self, examples: tuple[MarkExample, ...], about: str) -> str:
        rows = []
        for one in examples:
            meaning = self.say(f"method.mark.{one.name}")
            rows.append(
                [
                    mark_picture(one.mark, self.palette, alt=meaning),
                    escape(meaning),
                    escape(alternatives_words(one.phrases, self.say)),
                    "<br>".join(f"<code>{escape(text)}</code>" for text in one.texts),
                    "<br>".join(escape(allowed_words(date, self.say)) for date in one.dates),
                ]
            )
        heads = ("marks.drawn", "marks.meaning", "marks.words", "marks.edtf", "marks.allows")
        return self._table(heads, rows, "tl-marks", about)

    def _waits(self, waits: Waits, about: str) -> str:
        rows = [
            [
                f"<b>{escape(kind.value)}</b>",
                escape(event_kinds(openings, self.say)),
                escape(event_kinds(decisions, self.say)),
            ]
            for kind, openings, decisions in waits.rules
        ]
        return self._table(
            ("waiting.kind", "waiting.opens", "waiting.decides"), rows, "tl-waits", about
        )

    def _table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], name: str, about: str
    ) -> str:
        """A table that goes by the heading it stands under, whose anchor *about* is."""
        labels = [escape(self.say(f"method.{head}")) for head in heads]
        top = "".join(f'<th scope="col">{label}</th>' for label in labels)
        body = "".join(f"<tr>{_row(cells, labels)}</tr>" for cells in rows)
        return (
            f'<table class="tl-table tl-labelled {name}" aria-labelledby="{about}"><thead><tr>{top}</tr></thead>'
            f"<tbody>{body}</tbody></table>"
        )


def _row(cells: Sequence[str], labels: Sequence[str]) -> str:
    """The cells, the first as the head of its row, each with the name that a phone shows beside it."""
    first, *others = [*cells, *[""] * (len(labels) - len(cells))]
    return f'<th scope="row">{first}</th>' + "".join(
        f'<td data-label="{label}"><div>{cell}</div></td>' if cell else "<td></td>"
        for cell, label in zip(others, labels[1:], strict=True)
    )


def said_words(block: Said, say: Catalog) -> str:
    """The words of a block with everything filled in; marked for stress as in Markdown."""
    lists = {name: _in_a_row([say(key) for key in keys], say) for name, keys in block.lists}
    return say(block.key, **dict(block.numbers), **lists)


def term_words(block: Terms, term: object, say: Catalog) -> str:
    """What a term is called on the pages, or in the record where no page shows it."""
    return say(f"{block.said}.{term}") if block.said else str(term).replace("_", " ")


def event_kinds(kinds: tuple[object, ...], say: Catalog) -> str:
    """Kinds of events in a row, or that there is none."""
    words = [say(f"type.{kind}") for kind in kinds]
    return ", ".join(words) if words else say("method.waiting.nothing")


def allowed_words(date: EdtfDate, say: Catalog) -> str:
    """The first and the last day that a date allows."""
    first, last = date.earliest, date.latest
    if first and last:
        if first == last:
            return day_words(first, say)
        ends = tuple(DatePart(day, "day", day) for day in (first, last))
        return date_words(DatePhrase("period", ends), say)
    if first:
        return say("method.marks.from", day=day_words(first, say))
    return say("method.marks.until", day=day_words(last, say)) if last else say("method.marks.any")


def inline(text: str) -> str:
    """Escaped, with what is marked for stress set so."""
    shown = _BOLD.sub(r"<b>\1</b>", escape(text))
    return _CODE.sub(r"<code>\1</code>", _ITALIC.sub(r"<i>\1</i>", shown))


def _list(texts: Sequence[str], is_numbered: bool) -> str:
    tag = "ol" if is_numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{inline(text)}</li>' for text in texts)}</{tag}>"


def _in_a_row(words: list[str], say: Catalog) -> str:
    """'date, place and number'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])}{say('method.and')}{words[-1]}"
