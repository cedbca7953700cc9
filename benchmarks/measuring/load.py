"""How answers slow down when many people read at once."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence

from measuring.choices import Choice
from measuring.reader import Reader

SECONDS_BETWEEN_CLICKS = 10.0
_ALONE_BETWEEN_CLICKS = 2.0
"""One person clicks more often, or three minutes would give too few answers for a p95."""
_SETTLING_SECONDS = 15.0
"""Answers given while people still arrive are left out."""


def answer_times(
    url: str,
    people: int,
    minutes: float,
    choices: Sequence[Choice],
    seed: int,
    tell: Callable[[str], None] = lambda _: None,
) -> list[float]:
    """Seconds of every answer while *people* read, clicking ten seconds apart."""
    return asyncio.run(_crowd(url, people, minutes, choices, seed, tell))


def warm_up(url: str, choices: Sequence[Choice]) -> None:
    """Make every choice once, so that no level pays for what is asked for the first time."""

    async def once() -> None:
        reader = Reader(url)
        await reader.open()
        for choice in choices:
            await reader.choose(choice)
            await reader.choose(None)
        await reader.close()

    asyncio.run(once())


async def _crowd(
    url: str,
    people: int,
    minutes: float,
    choices: Sequence[Choice],
    seed: int,
    tell: Callable[[str], None],
) -> list[float]:
    between = SECONDS_BETWEEN_CLICKS if people > 1 else _ALONE_BETWEEN_CLICKS
    settled_at = time.perf_counter() + (between + _SETTLING_SECONDS if people > 1 else 0.0)
    end = settled_at + minutes * 60
    times: list[float] = []
    errors: list[str] = []

    async def read(place: int) -> None:
        chance = random.Random(f"{seed} {place}")
        reader = Reader(url)
        # Evenly staggered: nobody arrives at the same moment as anybody else.
        await asyncio.sleep(between * place / people)
        try:
            await reader.open()
            is_filtered = False
            while time.perf_counter() < end:
                # People do not click like clockwork; a fifth either way keeps them apart.
                await asyncio.sleep(between * chance.uniform(0.8, 1.2))
                is_filtered = not is_filtered
                asked_at = time.perf_counter()
                seconds = await reader.choose(chance.choice(choices) if is_filtered else None)
                if settled_at <= asked_at < end:
                    times.append(seconds)
        except Exception as error:
            errors.append(repr(error))
        finally:
            await reader.close()

    await asyncio.gather(*(read(place) for place in range(people)))
    if errors:
        tell(f"{len(errors)} of {people} readers failed, the first with {errors[0]}")
    if len(errors) > people / 20:
        raise RuntimeError(f"too many readers failed: {errors[0]}")
    return times
