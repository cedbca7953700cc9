"""What stands where in a drawing: boxes of its texts and marks, measured as the drawing was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, fromstring

from timeline.charts.picture.drawing import Drawing, svg_document
from timeline.charts.text_width import text_width_px

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = r"-?\d*\.?\d+"
_STEP = re.compile(rf"([a-zA-Z])|({_NUMBER})")
_ISOLATES = "\N{RIGHT-TO-LEFT ISOLATE}\N{POP DIRECTIONAL ISOLATE}"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a drawing, in pixels, and what it is of."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    """Empty for a mark."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Of the element, with what it inherits."""

    @property
    def middle(self) -> float:
        """Half-way from left to right."""
        return (self.left + self.right) / 2

    def overlaps(self, other: Box) -> bool:
        """Whether they share more than a pixel in both directions."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 1
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 1
        )

    def says(self, name: str) -> str:
        """The value of an attribute; empty for none."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class _State:
    attributes: dict[str, str]
    move: Callable[[Point], Point]


def layer_of(drawing: Drawing, name: str) -> Element:
    """The group of one layer."""
    root = fromstring(svg_document(drawing, language="en"))
    return next(one for one in root if one.get("id") == f"{drawing.prefix}{name}")


def text_boxes(drawing: Drawing) -> list[Box]:
    """Every line of text of all layers."""
    root = fromstring(svg_document(drawing, language="en"))
    return [box for element, state in _walk(root) for box in _lines(element, state)]


def mark_boxes(drawing: Drawing, *lanes: str) -> list[Box]:
    """Everything drawn in the layers of lanes, text apart."""
    return [
        box
        for lane in lanes
        for element, state in _walk(layer_of(drawing, lane))
        if (box := _shape(element, state)) is not None
    ]


def boxes_of(markup: str) -> list[Box]:
    """The shapes of a piece of markup."""
    root = fromstring(f'<svg xmlns="{_SVG[1:-1]}">{markup}</svg>')
    return [box for one, state in _walk(root) if (box := _shape(one, state)) is not None]


def _walk(element: Element, state: _State | None = None) -> Iterator[tuple[Element, _State]]:
    before = state or _State({}, lambda point: point)
    own = {name: value for name, value in element.attrib.items() if name != "id"}
    after = _State({**before.attributes, **own}, _moved(element.get("transform", ""), before.move))
    yield element, after
    if element.tag != f"{_SVG}text":
        for child in element:
            yield from _walk(child, after)


def _moved(transform: str, outer: Callable[[Point], Point]) -> Callable[[Point], Point]:
    if not transform:
        return outer
    values = [float(one) for one in re.findall(_NUMBER, transform)]
    if transform.startswith("scale"):
        values = [values[0], 0, 0, values[1], 0, 0]
    a, b, c, d, e, f = values
    return lambda point: outer((a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f))


def _lines(element: Element, state: _State) -> Iterator[Box]:
    """A box for each line of a text; a line begins where an x is given."""
    if element.tag != f"{_SVG}text":
        return
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    words: list[tuple[str, bool]] = []
    for text, spot, bold in _runs(element, state.attributes.get("font-weight") == "700"):
        if spot is not None:
            yield _line(words, x, y, state)
            words, x, y = [], spot[0], y + spot[1]
        words.append((text, bold))
    yield _line(words, x, y, state)


def _runs(element: Element, bold: bool) -> Iterator[tuple[str, Point | None, bool]]:
    """Texts in order, each with where a new line begins and whether it is bold."""
    spot = None
    if element.tag == f"{_SVG}tspan" and element.get("x"):
        spot = (float(element.get("x", "0")), float(element.get("dy", "0")))
    yield element.text or "", spot, bold
    for child in element:
        child_bold = bold if child.get("font-weight") is None else child.get("font-weight") == "700"
        yield from _runs(child, child_bold)
        yield child.tail or "", None, bold


def _line(words: list[tuple[str, bool]], x: float, y: float, state: _State) -> Box:
    size = float(state.attributes["font-size"])
    spacing = float(state.attributes.get("letter-spacing", "0"))
    plain = [(text.strip(_ISOLATES), bold) for text, bold in words]
    said = "".join(text for text, _ in plain)
    width = sum(text_width_px(text, size, bold) for text, bold in plain) + spacing * len(said)
    share = {"middle": 0.5, "end": 1.0}.get(state.attributes.get("text-anchor", ""), 0.0)
    left = x - share * width
    attributes = tuple(state.attributes.items())
    return Box(left, y - 0.8 * size, left + width, y + 0.2 * size, said, attributes)


def _shape(element: Element, state: _State) -> Box | None:
    tag = element.tag.removeprefix(_SVG)
    if tag == "circle":
        x, y, r = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
        points = [(x - r, y - r), (x + r, y + r)]
    elif tag == "path":
        points = _path_points(element.get("d", ""))
    else:
        return None
    moved = [state.move(point) for point in points]
    xs, ys = [x for x, _ in moved], [y for _, y in moved]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return replace(box, attributes=tuple(state.attributes.items()))


def _path_points(path: str) -> list[Point]:
    """The points that a path of straight lines goes through."""
    points: list[Point] = []
    command, waiting = "", []
    x = y = 0.0
    for letter, value in _STEP.findall(path):
        if letter:
            command = letter
            continue
        waiting.append(float(value))
        if len(waiting) < (1 if command in "HhVv" else 2):
            continue
        match command:
            case "M" | "L":
                x, y = waiting
            case "m" | "l":
                x, y = x + waiting[0], y + waiting[1]
            case "H":
                x = waiting[0]
            case "h":
                x += waiting[0]
            case "V":
                y = waiting[0]
            case "v":
                y += waiting[0]
            case _:
                raise ValueError(path)
        points.append((x, y))
        waiting = []
    return points
