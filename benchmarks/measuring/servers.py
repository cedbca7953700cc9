"""The servers that are measured: ours on a record, and the bare page on stock settings."""

from __future__ import annotations

import dataclasses
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SECONDS_TO_START = 120.0
_SECONDS_BETWEEN_LOOKS = 0.02


@dataclass(frozen=True, slots=True)
class Server:
    """A Streamlit server in a process of its own."""

    url: str
    """Without a closing slash."""
    process: subprocess.Popen[bytes]
    spawned_at: float
    """Seconds since the epoch, when the process was asked for."""
    answered_at: float = 0.0
    """Seconds since the epoch, when it first answered."""

    def get(self, path: str) -> bytes:
        """The body of one answer. Raises URLError when it is not 200."""
        with urllib.request.urlopen(self.url + path, timeout=60) as answer:
            body: bytes = answer.read()
            return body

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_ours(app: Path, record: Path, log: Path) -> Server:
    """Our app on a record, as the README starts it."""
    return _start(app, {"TIMELINE_DATA": str(record)}, (), log)


def start_bare(script: Path, log: Path) -> Server:
    """The bare page. Stock settings but three: no browser, no statistics, files beside it."""
    settings = (
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        "--server.enableStaticServing=true",
        "--server.address=127.0.0.1",
    )
    return _start(script, {}, settings, log)


def _start(script: Path, more: Mapping[str, str], settings: tuple[str, ...], log: Path) -> Server:
    port = _free_port()
    environment = {**os.environ, **more}
    with log.open("ab") as output:
        spawned_at = time.time()
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", str(script)),
                *(f"--server.port={port}", *settings),
            ],
            cwd=script.parent,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, spawned_at)
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.get("/_stcore/health")
        except (urllib.error.URLError, OSError):
            time.sleep(_SECONDS_BETWEEN_LOOKS)
        else:
            return dataclasses.replace(server, answered_at=time.time())
    server.stop()
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
