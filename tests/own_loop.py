"""Run a coroutine where no loop runs yet.

Playwright keeps a loop in the thread of the tests for as long as its browser runs, and a
thread has one loop at most; which tests share a thread with a browser is up to the workers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """What `asyncio.run` gives or raises, from a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
