"""Attributes that recur in drawings, told once: as classes of the document's style sheet.

A drawing that stands alone must say every colour where it is used. Inside a document with a
style sheet of its own that is most of its bytes. Sizes of type, moreover, have to be rules:
only a rule can undo for letters what the page does to the width of the drawing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import count

_TAG = re.compile(r'<([a-zA-Z]+)((?: [\w:-]+="[^"<>]*")+)(/?)>')
_ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')
_FONT_SIZE, _SPACING = "font-size", "letter-spacing"
_PAINT = frozenset(
    {
        *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"),
        *("stroke-linejoin", "stroke-linecap", "paint-order", "opacity", "stop-color"),
        *("stop-opacity", "text-anchor", "font-weight", _SPACING),
    }
)
"""Attributes that mean the same as properties of a style sheet. None of them takes a text of the record."""
_SPAN_IN_SPAN = re.compile(r"(<tspan[^<>]*)><tspan( [^<>]*)>([^<>]*)</tspan></tspan>")
_PLAIN_SPAN = re.compile(r'<tspan class="(_[a-z]+)">')
_TENTHS = re.compile(r'(<t(?:ext|span)[^<>]*?) (x|y)="(-?\d*\.\d)"')

Paint = tuple[tuple[str, str], ...]
"""Names and values of some attributes, in order."""


@dataclass(frozen=True, slots=True)
class Told:
    """Markup with classes, and the rules that say what they stand for."""

    markup: str
    rules: str


@dataclass(frozen=True, slots=True)
class _Parts:
    """The attributes of one element."""

    paint: Paint
    size: Paint
    """The size of its letters, or nothing."""
    rest: str
    """What stays as it is."""
    own_class: str


def with_classes(markup: str) -> Told:
    """The same drawings in fewer bytes. *markup* is ours: every text in it is escaped."""
    markup = _SPAN_IN_SPAN.sub(r"\1\2>\3</tspan>", markup)
    for _ in ("x", "y"):
        markup = _TENTHS.sub(_whole, markup)
    found: Counter[Paint] = Counter()
    for tag in _TAG.finditer(markup):
        parts = _parts(tag[2])
        found.update(one for one in (parts.paint, parts.size) if one)
    told = [
        paint for paint, times in found.most_common() if _is_size(paint) or _saves(paint, times)
    ]
    names = {paint: f"_{_letters(number)}" for number, paint in zip(count(), told, strict=False)}

    def classed(tag: re.Match[str]) -> str:
        parts = _parts(tag[2])
        known = [names[one] for one in (parts.paint, parts.size) if one in names]
        if not known:
            return tag[0]
        rest = parts.rest
        if parts.paint not in names:
            rest += "".join(f' {name}="{value}"' for name, value in parts.paint)
        classes = " ".join(one for one in (parts.own_class, *known) if one)
        return f'<{tag[1]}{rest} class="{classes}"{tag[3]}>'

    rules = "".join(f".{name}{{{_declared(paint)}}}" for paint, name in names.items())
    markup = _TAG.sub(classed, markup)
    # Dates behind titles are one colour: the rule of spans that say nothing of their own.
    plain = Counter(_PLAIN_SPAN.findall(markup))
    if len(plain) == 1 and "<tspan>" not in markup:
        name = next(iter(plain))
        declared = next(_declared(paint) for paint, known in names.items() if known == name)
        rules += f"tspan:not([x]){{{declared}}}"
        markup = _PLAIN_SPAN.sub("<tspan>", markup)
    return Told(markup, rules)


def _whole(found: re.Match[str]) -> str:
    """Letters stand on whole pixels."""
    return f'{found[1]} {found[2]}="{float(found[3]):.0f}"'


def _parts(attributes: str) -> _Parts:
    paint, size, rest, own = [], [], "", ""
    for name, value in _ATTRIBUTE.findall(attributes):
        if name == _FONT_SIZE:
            size.append((name, value))
        elif name in _PAINT:
            paint.append((name, value))
        elif name == "class":
            own = value
        else:
            rest += f' {name}="{value}"'
    return _Parts(tuple(paint), tuple(size), rest, own)


def _is_size(paint: Paint) -> bool:
    return paint[0][0] == _FONT_SIZE


def _saves(paint: Paint, times: int) -> bool:
    said = sum(len(name) + len(value) + 4 for name, value in paint)
    return times * (said - len(' class="_a"')) > len(_declared(paint)) + len("._a{}")


def _declared(paint: Paint) -> str:
    return ";".join(f"{name}:{_value(name, value)}" for name, value in paint)


def _value(name: str, value: str) -> str:
    if name == _FONT_SIZE:
        return f"calc({value}px*var(--z))"
    return f"{value}px" if name == _SPACING else value


def _letters(number: int) -> str:
    """Letters as digits: a to z, then ba, bb and so on."""
    rest, last = divmod(number, 26)
    return (_letters(rest) if rest else "") + chr(ord("a") + last)
