"""The first page: how long from the start of the server, and how many bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser

from measuring.servers import Server
from measuring.window import Window, Wire, new_page, painted_at


@dataclass(frozen=True, slots=True)
class FirstPage:
    """One start of a server and the first page it ever showed, to a browser that held nothing."""

    seconds: float
    """From the start of the process until the charts stood."""
    answer_bytes: int
    """HTTP answers as they came over the wire, compressed or not, headers included."""
    websocket_bytes: int
    parts_s: dict[str, float]
    """Seconds from the start of the process until each step."""

    @property
    def total_bytes(self) -> int:
        """Everything received."""
        return self.answer_bytes + self.websocket_bytes


def first_page(
    browser: Browser,
    start: Callable[[], Server],
    window_of: type[Window],
    patience_s: float,
) -> FirstPage:
    """Start a server, open its first page as soon as it answers, stop it again."""
    server = start()
    try:
        with new_page(browser) as page:
            wire = Wire(page)
            window = window_of(page, patience_s)
            window.open(server.url + "/")
            notes = window.seen()

            def after_start(name: str) -> float:
                return round((notes["origin"] + notes[name]) / 1000 - server.spawned_at, 3)

            return FirstPage(
                seconds=painted_at(notes) - server.spawned_at,
                answer_bytes=wire.answer_bytes,
                websocket_bytes=notes["bytes"],
                parts_s={
                    "server answers": round(server.answered_at - server.spawned_at, 3),
                    "script begins": after_start("scriptStart"),
                    "script ends": after_start("scriptEnd"),
                    "timeline drawn": after_start("plotLast"),
                    "map drawn": after_start("deckLast"),
                    "painted": after_start("painted"),
                },
            )
    finally:
        server.stop()
