"""One reader without a browser: a websocket that speaks Streamlit's protocol.

The server does the same work as for a browser: the same messages go both ways, messages the
reader holds are not sent again, and what the page names by address is fetched once. What the
reader saves is drawing, so that forty of them fit on one machine.
"""

from __future__ import annotations

import asyncio
import re
import time
import urllib.parse
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from measuring.choices import LAND, Choice

_RUNS_A_MESSAGE_IS_KEPT = 2
"""As long as Streamlit's front end keeps them (its maxCachedMessageAge)."""
_PICTURE = re.compile(r"<img\b(?![^>]*loading=\"lazy\")[^>]*\bsrc=\"(/[^\"]+)\"")
"""Pictures that a wide window fetches; lazy ones are only shown on narrow ones."""
_FETCH_TOGETHER = 6
"""As many connections as a browser opens to one host."""


@dataclass(slots=True)
class _Filter:
    """A multiselect of the page, as the server described it."""

    widget_id: str
    options: list[str]
    fragment_id: str
    chosen: list[str] = field(default_factory=list)


class Reader:
    """One session. Answer times are from the question sent to the script's end."""

    def __init__(self, url: str) -> None:
        self._host = urllib.parse.urlsplit(url).netloc
        self._socket: ClientConnection | None = None
        self._filters: dict[str, _Filter] = {}
        self._query = ""
        self._page_hash = ""
        self._held: dict[str, int] = {}
        """Hash of each message held, and the run in which it last came."""
        self._run = 0
        self._fetched: set[str] = set()
        self._fetching: set[asyncio.Task[None]] = set()
        self._gate = asyncio.Semaphore(_FETCH_TOGETHER)

    async def open(self) -> float:
        """Connect, run the overview for the first time; seconds until it ended."""
        self._socket = await connect(
            f"ws://{self._host}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            origin=f"http://{self._host}",  # type: ignore[arg-type]
            max_size=None,
            compression=None,
        )
        return await self._ask("")

    async def choose(self, choice: Choice | None) -> float:
        """Choose one thing, or None for everything; seconds until the script ended.

        Raises LookupError when the page offers no such choice.
        """
        changed = ""
        for name, shown in self._filters.items():
            chosen: list[str] = []
            if choice is not None and name == choice.filter:
                chosen = [one for one in shown.options if one.startswith(f"{choice.words} (")][:1]
                if not chosen:
                    raise LookupError(f"no {choice.filter} {choice.words!r} to choose")
            if chosen != shown.chosen:
                changed = shown.fragment_id
            shown.chosen = chosen
        return await self._ask(changed)

    async def close(self) -> None:
        """Leave; what is still being fetched is given up."""
        for task in self._fetching:
            task.cancel()
        if self._socket is not None:
            await self._socket.close()

    async def _ask(self, fragment_id: str) -> float:
        assert self._socket is not None
        self._run += 1
        self._held = {
            name: run
            for name, run in self._held.items()
            if self._run - run <= _RUNS_A_MESSAGE_IS_KEPT
        }
        state = ClientState(
            query_string=self._query,
            page_script_hash=self._page_hash,
            fragment_id=fragment_id,
            cached_message_hashes=list(self._held),
        )
        for shown in self._filters.values():
            widget = WidgetState(id=shown.widget_id)
            widget.string_array_value.data.extend(shown.chosen)
            state.widget_states.widgets.append(widget)
        began = time.perf_counter()
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        while True:
            message = ForwardMsg.FromString(await self._socket.recv(decode=False))
            if message.WhichOneof("type") == "script_finished":
                # A run cut off for another one is followed by that one.
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return time.perf_counter() - began
            else:
                self._take(message)

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            self._held[message.ref_hash] = self._run
            return
        if message.metadata.cacheable:
            self._held[message.hash] = self._run
        if kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "new_session":
            self._page_hash = message.new_session.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            match element.WhichOneof("type"):
                case "multiselect":
                    self._show_filter(element.multiselect, message.delta.fragment_id)
                case "html":
                    self._fetch(_PICTURE.findall(element.html.body))
                case "deck_gl_json_chart":
                    self._fetch(LAND.findall(element.deck_gl_json_chart.json))
                case "exception":
                    raise RuntimeError(f"the page failed: {element.exception.message}")
                case _:
                    pass

    def _show_filter(self, found: object, fragment_id: str) -> None:
        name = {"Person": "person", "Country": "country"}.get(found.label)  # type: ignore[attr-defined]
        if name is None:
            return
        shown = self._filters.setdefault(name, _Filter("", [], ""))
        shown.widget_id = found.id  # type: ignore[attr-defined]
        shown.options = list(found.options)  # type: ignore[attr-defined]
        shown.fragment_id = fragment_id
        if found.set_value:  # type: ignore[attr-defined]
            shown.chosen = list(found.raw_values)  # type: ignore[attr-defined]

    def _fetch(self, addresses: list[str]) -> None:
        for address in addresses:
            plain = address.replace("&amp;", "&")
            if plain not in self._fetched:
                self._fetched.add(plain)
                task = asyncio.create_task(self._get(plain))
                self._fetching.add(task)
                task.add_done_callback(self._fetching.discard)

    async def _get(self, path: str) -> None:
        host, _, port = self._host.partition(":")
        async with self._gate:
            incoming, outgoing = await asyncio.open_connection(host, int(port))
            outgoing.write(
                f"GET {path} HTTP/1.1\r\nHost: {self._host}\r\n"
                "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode()
            )
            await incoming.read(-1)
            outgoing.close()
