"""What most shapes and labels of a timeline have in common, said once in the figure and not in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from timeline.theme import TEXT_PX, Palette

_SHAPE: Mapping[str, object] = {"layer": "above", "type": "rect", "line": {"width": 0}}


def empty_figure(palette: Palette) -> go.Figure:
    """A figure with our template and no other.

    A new one begins with whatever template is the default in this process, Plotly's own or
    Streamlit's, which is 6 kB of looks that ours only add to.
    """
    canvas = go.Figure()
    canvas.layout.template = template(palette)
    return canvas


def template(palette: Palette) -> dict[str, object]:
    """The Plotly template: nothing of Plotly's own looks, and our defaults."""
    return {
        "layout": {"shapedefaults": dict(_SHAPE), "annotationdefaults": dict(_note(palette))},
    }


def short_shapes(shapes: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The shapes without what the template says anyway."""
    return [_without(shape, _SHAPE) for shape in shapes]


def short_notes(notes: Sequence[Mapping[str, object]], palette: Palette) -> list[dict[str, object]]:
    """The labels without what the template says anyway."""
    defaults = _note(palette)
    return [_without(note, defaults) for note in notes]


def _note(palette: Palette) -> Mapping[str, object]:
    return {
        "showarrow": False,
        "bgcolor": palette.ground,
        "borderpad": 1,
        "font": {"size": TEXT_PX, "color": palette.ink},
    }


def _without(item: Mapping[str, object], defaults: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in item.items() if defaults.get(key) != value}
