"""What the script has to know of the document: its id, its words, and which mark is which row.

Marks carry no ids, which would be most of their bytes; they are told apart by their order.
"""

from __future__ import annotations

from timeline.exports.edition import Edition
from timeline.exports.embed.markup import attribute
from timeline.viewmodel.upright_timeline import upright_timeline


def hooks(edition: Edition) -> str:
    """Attributes of the body. Numbers are places of rows in the table of events, from 0."""
    article, say = edition.article, edition.say
    rows = {event.event_id: place for place, event in enumerate(article.dossier.events)}
    marks = [mark.event_id for lane in article.timeline.lanes for mark in lane.marks]
    listed = [entry.mark.event_id for entry in upright_timeline(article.timeline)]
    legs: dict[int, set[int]] = {}
    for leg in article.routes.legs:
        if leg.shows_number and leg.event_id in rows:
            legs.setdefault(leg.number, set()).add(rows[leg.event_id])
    told = {
        "id": article.view.view_id,
        "previous": say("stepper.previous"),
        "next": say("stepper.next"),
        "marks": " ".join(str(rows[one]) for one in marks),
        "list": " ".join(str(rows[one]) for one in listed),
        # Numbers begin anew for each person: one that several have stands for none of them.
        "legs": " ".join(
            f"{number}:{next(iter(found))}" for number, found in legs.items() if len(found) == 1
        ),
    }
    return "".join(f' data-{name}="{attribute(value)}"' for name, value in told.items() if value)
