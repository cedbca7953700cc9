"""Write docs/method.md from what the page on method shows: the catalog's words, the code's definitions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline.charts.html.method_text import (
    allowed_words,
    event_kinds,
    said_words,
    term_words,
)
from timeline.i18n.catalog import catalog
from timeline.i18n.date_words import alternatives_words
from timeline.intake.boundary_policy import boundary_policy
from timeline.viewmodel.method_guide import (
    Block,
    Lines,
    Marks,
    Points,
    Said,
    Section,
    Sentences,
    Terms,
    Waits,
    method_guide,
)

DOCS = Path(__file__).parent
METHOD = DOCS / "method.md"
BOUNDARIES = DOCS.parent / "data" / "frozen" / "boundaries"

SAY = catalog()


def method() -> str:
    """The whole paper, as Markdown."""
    policy = boundary_policy(BOUNDARIES)
    parts = [
        f"# {SAY('method.heading')}",
        SAY("method.lead"),
        "Made by `uv run python docs/make_method.py`. The page Method shows the same, and draws the marks. "
        "Why it is so: [decisions](decisions/). What is promised: [safety](safety.md). "
        "Words: [glossary](glossary.md).",
    ]
    for section in method_guide(policy.general, policy.decisions):
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> list[str]:
    parts = [f"## {SAY(f'method.title.{section.name}')}"]
    parts += [_block(block) for block in section.blocks]
    if section.files:
        files = ", ".join(f"`{file}`" for file in section.files)
        parts.append(SAY("method.code", files=files))
    return parts


def _block(block: Block) -> str:
    match block:
        case Said():
            return said_words(block, SAY)
        case Points(points, is_numbered):
            return _list([said_words(point, SAY) for point in points], is_numbered)
        case Sentences(sentences, is_numbered):
            # A single sentence stands by itself.
            return sentences[0] if len(sentences) == 1 else _list(sentences, is_numbered)
        case Terms():
            heads = ["head.word", "head.meaning", *(["head.drawn"] if block.drawn else [])]
            drawn = list(block.drawn)
            rows = []
            for group in block.groups:
                if group.heading is not None:
                    lane = SAY(f"lane.{group.heading.value}")
                    rows.append([f"*{lane}*", f"*{group.heading.definition}*"])
                for term in group.terms:
                    rows.append([term_words(block, term, SAY), term.definition])
                    if drawn:
                        rows[-1].append(SAY(drawn.pop(0)))
            return _table(heads, rows)
        case Marks(examples):
            return _table(
                ["marks.meaning", "marks.words", "marks.edtf", "marks.allows"],
                [
                    [
                        SAY(f"method.mark.{one.name}"),
                        alternatives_words(one.phrases, SAY),
                        ", ".join(f"`{text}`" for text in one.texts),
                        "; ".join(allowed_words(date, SAY) for date in one.dates),
                    ]
                    for one in examples
                ],
            )
        case Lines(examples):
            return _list([SAY(f"map.key.{one.name}") for one in examples], False)
        case Waits(rules):
            return _table(
                ["waiting.kind", "waiting.opens", "waiting.decides"],
                [
                    [kind.value, event_kinds(openings, SAY), event_kinds(decisions, SAY)]
                    for kind, openings, decisions in rules
                ],
            )


def _list(texts: Iterable[str], is_numbered: bool) -> str:
    return "\n".join(
        f"{f'{number}.' if is_numbered else '-'} {text}" for number, text in enumerate(texts, 1)
    )


def _table(heads: list[str], rows: list[list[str]]) -> str:
    names = [SAY(f"method.{head}") for head in heads]
    lines = [names, ["---"] * len(names), *(row + [""] * (len(names) - len(row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    METHOD.write_text(method(), encoding="utf-8")
