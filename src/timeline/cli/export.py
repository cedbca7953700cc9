"""Write one view in the formats asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from rapidfuzz import process

from timeline.assembly.assemble import RecordNotCleanError, up_to_date_store
from timeline.exports.edition import Edition
from timeline.exports.formats import FORMATS, Format, formats_of
from timeline.exports.look import Look, look_of_link
from timeline.exports.pack import FormatError
from timeline.exports.style import THEMES, Style
from timeline.i18n.catalog import DEFAULT, catalog
from timeline.model.view import View, view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import Ask, asking
from timeline.publishing.land import boundaries_folder, outlines_in
from timeline.publishing.languages import languages
from timeline.publishing.whole_files import put
from timeline.store import read
from timeline.viewmodel.article import Article, NothingError, TooMuchError

ALL, TO_A_PIPE = "all", "-"


class RefusalError(Exception):
    """What was asked for cannot be had; the message is for a person at a terminal."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which view, in what, where to."""
    parser.add_argument(
        "view",
        nargs="?",
        help="a case, the id of a view such as timeline-salman-mukaev, or a link to a page or embed",
    )
    parser.add_argument(
        "--format",
        default="pack",
        metavar="NAME[,NAME…]",
        help=f"formats by name, or {ALL}; --list says which there are (default: pack)",
    )
    parser.add_argument(
        "--out",
        metavar="PATH",
        help="a file for one format, else a folder; - sends one format down a pipe "
        "(default: a folder named as the view)",
    )
    parser.add_argument(
        "--theme", choices=THEMES, help="instead of the one that a link says (default: auto)"
    )
    parser.add_argument("--headline", default="", metavar="TEXT", help="instead of our own")
    parser.add_argument("--note", default="", metavar="TEXT", help="a sentence of your own")
    parser.add_argument("--site", default="", metavar="URL", help="where the view is published")
    parser.add_argument("--lang", help=f"language (default: {DEFAULT})")
    parser.add_argument("--list", action="store_true", help="print the formats, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Write the files and print where each is and how large."""
    try:
        if options.list:
            _print_formats(_view(options.view) if options.view else None)
            return 0
        _write(options)
    except RecordNotCleanError as refusal:
        for problem in refusal.problems:
            print(problem, file=sys.stderr)
        print(f"nothing written: {refusal}", file=sys.stderr)
        return 1
    except (RefusalError, FormatError) as refusal:
        print(f"nothing written: {refusal}", file=sys.stderr)
        return 1
    except OSError as failure:
        print(f"cannot write: {failure.strerror or failure}: {failure.filename}", file=sys.stderr)
        return 1
    return 0


def _write(options: argparse.Namespace) -> None:
    if not options.view:
        raise RefusalError("name a case, or give a link to a view")
    view = _view(options.view)
    forms = _formats(options.format, view)
    look = _look(options)
    style = _style(look, options.site)
    store = up_to_date_store(options.data)
    edition = _edition(view, asking(store), options.data, look.language, style)
    # All of it is made before any of it is written: a failure leaves nothing behind.
    contents = {name: _content(name, form, edition) for name, form in forms.items()}
    if options.out == TO_A_PIPE:
        if len(contents) > 1:
            raise RefusalError("only one format goes down a pipe")
        sys.stdout.buffer.write(next(iter(contents.values())))
        return
    for name, content in contents.items():
        path = _path(options.out, view, forms[name], is_one=len(contents) == 1)
        put(path, content)
        print(f"{path}  {len(content):,} bytes")


def _view(link: str) -> View:
    try:
        return view_of_link(link)
    except ValueError as refusal:
        raise RefusalError(str(refusal)) from None


def _formats(names: str, view: View) -> Mapping[str, Format]:
    """The formats named, in the order named."""
    possible = formats_of(view.kind)
    if names == ALL:
        return possible
    found: dict[str, Format] = {}
    for name in (part.strip() for part in names.split(",") if part.strip()):
        if name in possible:
            found[name] = possible[name]
        elif name in FORMATS:
            raise RefusalError(f"a view of the kind {view.kind} has no format {name!r}")
        else:
            raise RefusalError(f"no format {name!r}{_nearest(name, possible)}; see --list")
    if not found:
        raise RefusalError("no format is named; see --list")
    return found


def _look(options: argparse.Namespace) -> Look:
    """What the link asks for, but where an option says otherwise."""
    of_link = look_of_link(options.view)
    look = Look(
        theme=options.theme or of_link.theme,
        headline=options.headline or of_link.headline,
        note=options.note or of_link.note,
        language=options.lang or of_link.language,
    )
    if look.language not in languages():
        raise RefusalError(f"no language {look.language!r}; there are: {', '.join(languages())}")
    return look


def _style(look: Look, site: str) -> Style:
    try:
        return Style(
            theme=look.theme,
            headline=look.headline,
            note=look.note,
            site=site.rstrip("/"),
            asked=look.query(),
        )
    except ValueError as refusal:
        raise RefusalError(str(refusal)) from None


def _edition(view: View, ask: Ask, data: Path, language: str, style: Style) -> Edition:
    land = outlines_in(boundaries_folder(data))
    _refuse_unknown_cases(view, ask)
    try:
        article = article_of(view, ask, land)
    except NothingError:
        raise RefusalError(f"nothing on record fits {view.view_id} with these filters") from None
    except TooMuchError as refusal:
        raise RefusalError(f"too much for one view: {refusal}; use fewer cases") from None
    if article.lacks_its_map:
        raise RefusalError(_no_map(article))
    return Edition(article, catalog(language), land, style)


def _no_map(article: Article) -> str:
    whose = article.case.title if article.case else article.view.view_id
    fitting = " with these filters" if article.filters else ""
    return f"no place of {whose} that can be shown is known{fitting}, so there is no map"


def _refuse_unknown_cases(view: View, ask: Ask) -> None:
    known = [case.case_id for case in ask(read.cases)]
    for case_id in view.chosen.case_ids:
        if case_id not in known:
            raise RefusalError(f"no case {case_id!r} is public{_nearest(case_id, known)}")


def _nearest(word: str, known: Mapping[str, object] | list[str]) -> str:
    found = process.extract(word, list(known), limit=3, score_cutoff=60)
    return f"; nearest known: {', '.join(one[0] for one in found)}" if found else ""


def _content(name: str, form: Format, edition: Edition) -> bytes:
    try:
        return form.write(edition)
    except FormatError:
        raise
    except Exception as error:
        raise FormatError(name, edition.article.view.view_id, error) from error


def _path(out: str | None, view: View, form: Format, *, is_one: bool) -> Path:
    if out is None:
        return Path(view.view_id) / form.file_name
    path = Path(out)
    if is_one and not path.is_dir() and not out.endswith(("/", "\\")):
        return path
    return path / form.file_name


def _print_formats(view: View | None) -> None:
    for name, form in (formats_of(view.kind) if view else FORMATS).items():
        print(f"{name:<14} {form.file_name:<24} {form.group.value:<8} {form.media_type}")
