"""The words of one language, by key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Catalog:
    """Says things in one language."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for *key*, with {names} filled in.

        Raises KeyError when the catalog lacks the key: a page with a hole in it is a
        defect that a test should find, not a reader.
        """
        text = self.words[key]
        return text.format(**values) if values else text

    def count(self, key: str, number: int, **values: object) -> str:
        """The words for a counted thing: `<key>.one` or `<key>.other`."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", number=f"{number:,}", **values)


@cache
def catalog(language: str = DEFAULT) -> Catalog:
    """The catalog of a language: all the files of its folder, one for each subject.

    Raises FileNotFoundError when there is none, and ValueError when two files say one key.
    """
    folder = resources.files("timeline.i18n") / "catalogs" / language
    words: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for key, text in _flat(tomllib.loads(file.read_text(encoding="utf-8"))):
            if key in words:
                raise ValueError(f"{file.name} says {key} again")
            words[key] = text
    return Catalog(language, words)


def _flat(tree: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, Mapping):
            found.extend(_flat(value, f"{prefix}{key}."))
        else:
            found.append((prefix + key, str(value)))
    return found
