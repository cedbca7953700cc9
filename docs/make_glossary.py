"""Write the vocabularies into the glossary, from the enumerations that the code uses."""

from __future__ import annotations

from pathlib import Path

from timeline.store.dictionary import codebook

GLOSSARY = Path(__file__).with_name("glossary.md")
HEADING = "## Vocabularies\n"


def with_vocabularies(glossary: str) -> str:
    """The glossary with its last part, the vocabularies, as they are now."""
    by_hand, _, _ = glossary.partition(HEADING)
    _, heading, vocabularies = codebook().partition(HEADING)
    return by_hand + heading + vocabularies


if __name__ == "__main__":
    GLOSSARY.write_text(with_vocabularies(GLOSSARY.read_text("utf-8")), encoding="utf-8")
