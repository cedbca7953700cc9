"""A filter change, in all apps in turn: the same choices, one click each, nothing at the same time."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from measuring.choices import Choice
from measuring.window import Answer, NotSettledError, Window

_CLEAR = "everything"


@dataclass(slots=True)
class Answers:
    """What one app answered, by the kind of choice: `person`, `country`, `everything`."""

    by_kind: dict[str, list[Answer]] = field(default_factory=dict)
    gave_up: int = 0
    """Choices that were not drawn in the time allowed; they count with that time."""

    def add(self, kind: str, answer: Answer) -> None:
        """Note one answer."""
        self.by_kind.setdefault(kind, []).append(answer)

    @property
    def all(self) -> list[Answer]:
        """Every answer, of whatever kind."""
        return list(itertools.chain.from_iterable(self.by_kind.values()))


def measure(
    windows: Mapping[str, Window],
    choices: Sequence[Choice],
    interactions: int,
    patience_s: float,
    tell: Callable[[str], None] = lambda _: None,
) -> dict[str, Answers]:
    """Make the same choices in every window, one after another, turn and turn about.

    Each app answers *interactions* times: half choose somebody or some country, half go
    back to everything. The first round warms caches and shaders and is not counted.
    """
    found = {name: Answers() for name in windows}
    order = list(windows)
    warm = {choice.filter: choice for choice in reversed(choices)}.values()
    for choice in warm:
        for name in order:
            _both(windows[name], choice, Answers(), patience_s)
    for turn, choice in enumerate(_dealt(choices, -(-interactions // 2))):
        # Nobody always goes first.
        for name in order[turn % len(order) :] + order[: turn % len(order)]:
            _both(windows[name], choice, found[name], patience_s)
        tell(
            f"filter {turn + 1}: {choice.words}: "
            + ", ".join(
                f"{name} {answers.by_kind[choice.filter][-1].seconds:.2f} s"
                f" and back {answers.by_kind[_CLEAR][-1].seconds:.2f} s"
                for name, answers in found.items()
            )
        )
    return found


def _both(window: Window, choice: Choice, into: Answers, patience_s: float) -> None:
    """Choose, and go back to everything; what never comes counts as long as was waited for it."""
    for kind, act in ((choice.filter, lambda: window.choose(choice)), (_CLEAR, window.clear)):
        try:
            into.add(kind, act())
        except NotSettledError:
            into.gave_up += 1
            into.add(kind, Answer(patience_s, 0))
            window.open_again()
            if kind != _CLEAR:
                into.add(_CLEAR, Answer(patience_s, 0))
                return


def _dealt(choices: Sequence[Choice], count: int) -> Iterator[Choice]:
    """People and countries in turn, each list from its start again when it is used up."""
    kinds: dict[str, list[Choice]] = {}
    for choice in choices:
        kinds.setdefault(choice.filter, []).append(choice)
    turns = itertools.cycle([itertools.cycle(of_kind) for of_kind in kinds.values()])
    return (next(next(turns)) for _ in range(count))
