"""Everything of one view in one zip: what an editor can be sent, and keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from timeline.exports.edition import Edition
from timeline.exports.manifest import manifest
from timeline.exports.words.headline import headline, standing_lines
from timeline.exports.zipped import zipped
from timeline.i18n.catalog import Catalog

PACK, MANIFEST = "pack", "manifest"
"""The two formats that are made of all the others."""
README = "README.txt"


class FormatLike(Protocol):
    """What a pack needs to know of a format: `exports.formats.Format`."""

    @property
    def file_name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def group(self) -> str: ...
    def write(self, edition: Edition, /) -> bytes: ...


class FormatError(Exception):
    """One format of a view could not be written."""

    def __init__(self, name: str, view_id: str, why: Exception) -> None:
        super().__init__(
            f"the format {name} of {view_id} cannot be written: {type(why).__name__}: {why}"
        )
        self.name = name


def written(edition: Edition, formats: Mapping[str, FormatLike]) -> dict[str, bytes]:
    """The content of each format by its name, without those made of all the others.

    Raises FormatError, which names the format, when one of them fails.
    """
    return {
        name: _one(edition, name, form)
        for name, form in formats.items()
        if name not in (PACK, MANIFEST)
    }


def described(
    edition: Edition, formats: Mapping[str, FormatLike], contents: Mapping[str, bytes]
) -> bytes:
    """The manifest of contents that are written already, by name of their format."""
    return manifest(
        edition,
        [
            (form.file_name, contents[name], form.media_type, str(form.group))
            for name, form in formats.items()
            if name in contents
        ],
    )


def packed(
    edition: Edition, formats: Mapping[str, FormatLike], contents: Mapping[str, bytes]
) -> bytes:
    """The zip of contents that are written already: a plain word on each, the manifest last."""
    readme = _readme(edition, {name: formats[name] for name in contents})
    files = [(README, [readme])]
    files += [(formats[name].file_name, [content]) for name, content in contents.items()]
    files.append(("manifest.json", [described(edition, formats, contents)]))
    return b"".join(zipped(files))


def write(edition: Edition, formats: Mapping[str, FormatLike]) -> bytes:
    """The pack of a view, with every one of the formats given."""
    return packed(edition, formats, written(edition, formats))


def write_manifest(edition: Edition, formats: Mapping[str, FormatLike]) -> bytes:
    """The manifest of a view; every one of the formats given has to be written for it."""
    return described(edition, formats, written(edition, formats))


def _one(edition: Edition, name: str, form: FormatLike) -> bytes:
    try:
        return form.write(edition)
    except Exception as error:
        raise FormatError(name, edition.article.view.view_id, error) from error


def _readme(edition: Edition, formats: Mapping[str, FormatLike]) -> bytes:
    """What each file is for, in the order of its group, and how it gets into an article."""
    say, article = edition.say, edition.article
    lines = [headline(article, say, edition.style), "", say("export.pack.intro"), ""]
    for group in dict.fromkeys(str(form.group) for form in formats.values()):
        lines.append(say(f"export.pack.group.{group}"))
        lines += [
            f"  {form.file_name}: {_what_for(name, form, say)}"
            for name, form in formats.items()
            if str(form.group) == group
        ]
        lines.append("")
    lines += [f"  manifest.json: {say('export.pack.file.manifest')}", ""]
    lines += [say("export.pack.cms"), "", *standing_lines(article, say)]
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")


def _what_for(name: str, form: FormatLike, say: Catalog) -> str:
    """The word on a format; one that has none yet is called by its kind of file."""
    if f"export.pack.file.{name}" not in say.words:
        return form.media_type.partition(";")[0]
    return say(f"export.pack.file.{name}")
