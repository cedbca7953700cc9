"""Putting pictures and words on a page: the only place that knows which Streamlit call fits."""

from timeline.ui.show.case import dossier, mark_rows, timeline
from timeline.ui.show.compare import comparison
from timeline.ui.show.export import export_control
from timeline.ui.show.overview import dates, in_focus, listed_cases, more_cases, overview
from timeline.ui.show.person import custody, person_events, person_head, whereabouts
from timeline.ui.show.playback import advance, playback
from timeline.ui.show.route_map import map_key, route_map, still_map
from timeline.ui.show.stepper import stepper
from timeline.ui.show.text import case_words, lead, note, title, totals

__all__ = [
    "advance",
    "case_words",
    "comparison",
    "custody",
    "dates",
    "dossier",
    "export_control",
    "in_focus",
    "lead",
    "listed_cases",
    "map_key",
    "mark_rows",
    "more_cases",
    "note",
    "overview",
    "person_events",
    "person_head",
    "playback",
    "route_map",
    "stepper",
    "still_map",
    "timeline",
    "title",
    "totals",
    "whereabouts",
]
