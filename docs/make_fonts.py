"""Cut the typefaces of the print room out of their npm packages: only the letters we set.

`uv run python docs/make_fonts.py FOLDER`, where FOLDER holds the packages named in PACKAGES
as `npm pack` leaves them. Needs fonttools, which is installed for development only.
"""

from __future__ import annotations

import io
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem

OUT = Path(__file__).resolve().parents[1] / "src" / "timeline" / "exports" / "print" / "font_files"

LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x250), 0x259, *range(0x1E00, 0x1F00))
MODIFIERS = (*range(0x2B0, 0x370),)
GREEK = (*range(0x370, 0x400),)
CYRILLIC = (*range(0x400, 0x530), *range(0x1C80, 0x1C89))
PUNCTUATION = (*range(0x2000, 0x2070),)
SUMS = (0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265)
SIGNS = (*range(0x2070, 0x2200), *SUMS, *range(0x25A0, 0x2600), 0xFFFD)
"""Currencies, fractions, arrows, plain shapes."""
EUROPE = (*LATIN, *MODIFIERS, *GREEK, *CYRILLIC, *PUNCTUATION, *SIGNS)
RINGED_NUMBERS = (*range(0x2460, 0x2474), 0x24EA, *range(0x2776, 0x277F))
ARABIC = (*range(0x600, 0x780), 0xFDF2, 0xFDFA, *range(0xFE70, 0xFF00))
ARMENIAN = (*range(0x530, 0x590), *range(0xFB13, 0xFB18))
GEORGIAN = (*range(0x10A0, 0x1100), *range(0x1C90, 0x1CC0))


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters taken from one package."""

    package: str
    """Name in the npm scope of the packages."""
    version: str
    letters: tuple[int, ...]


SCOPE = "expo-google-fonts"
OTHER_SCRIPTS = (
    Piece("ibm-plex-sans-arabic", "0.4.2", ARABIC),
    Piece("noto-sans-armenian", "0.4.2", ARMENIAN),
    Piece("noto-sans-georgian", "0.4.3", GEORGIAN),
    Piece("noto-sans-symbols", "0.4.1", RINGED_NUMBERS),
)
SANS = (
    Piece("arimo", "0.4.3", EUROPE),
    *OTHER_SCRIPTS,
)
SERIF = (
    Piece("gelasio", "0.4.1", EUROPE),
    Piece("noto-serif", "0.4.2", (*MODIFIERS, *GREEK, *CYRILLIC)),
    Piece("arimo", "0.4.3", EUROPE),
    *OTHER_SCRIPTS,
)
"""For headlines. What the other scripts have no serif for is set in the sans, bold."""
FONTS = (
    ("Timeline Sans", "Regular", 400, SANS),
    ("Timeline Sans", "Bold", 700, SANS),
    ("Timeline Serif", "Bold", 700, SERIF),
)
UNITS_PER_EM = 2048


def cut(font: bytes, letters: set[int]) -> TTFont:
    """The font with these letters and what is needed to join and place them; no hints."""
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "STAT", "MVAR", "HVAR", "meta", "gasp"]
    opened = TTFont(io.BytesIO(font), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters & set(opened.getBestCmap()))
    cutter.subset(opened)
    scale_upem(opened, UNITS_PER_EM)
    return opened


def joined(pieces: tuple[Piece, ...], weight: int, folder: Path) -> TTFont:
    """One font of all pieces; of two that have a letter, the first gives it.

    One and not a list, because what draws SVG shapes each line of text with one font: a
    line that mixes alphabets would lose the joins of its Arabic.
    """
    taken: set[int] = set()
    files = []
    for piece in pieces:
        font = cut(_font_file(piece, weight, folder), set(piece.letters) - taken)
        taken |= set(font.getBestCmap())
        held = io.BytesIO()
        font.save(held)
        held.seek(0)
        files.append(held)
    return Merger(Options(drop_tables=["vhea", "vmtx"])).merge(files)


def _font_file(piece: Piece, weight: int, folder: Path) -> bytes:
    """The font of one weight; its licence is laid beside what is made of it."""
    with tarfile.open(folder / f"{SCOPE}-{piece.package}-{piece.version}.tgz") as packed:
        members = {member.name: member for member in packed.getmembers() if member.isfile()}
        licence = packed.extractfile(members["package/LICENSE_FONT"])
        (OUT / f"OFL-{piece.package}.txt").write_bytes(licence.read())
        wanted = {f"{weight}Regular", f"{weight}Bold"}
        for name, member in members.items():
            path = Path(name)
            if path.suffix == ".ttf" and path.parent.name in wanted:
                return packed.extractfile(member).read()
    raise FileNotFoundError(f"{piece.package} has no weight {weight}")


def named(font: TTFont, family: str, style: str, weight: int) -> TTFont:
    """The font under a name of its own: the licence keeps the makers' names for their files."""
    names = font["name"] = newTable("name")
    names.names = []
    file_name = f"{family.replace(' ', '')}-{style}"
    for number, text in (
        (0, "Copyright the Arimo, Gelasio, Noto and IBM Plex authors"),
        (1, family),
        (2, style),
        (3, file_name),
        (4, f"{family} {style}"),
        (5, "Version 1.000"),
        (6, file_name),
        (13, "SIL Open Font License, Version 1.1"),
    ):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if weight == 700 else 0x40
    font["head"].macStyle = 1 if weight == 700 else 0
    font["head"].created = font["head"].modified = 0
    return font


def ranges(letters: set[int]) -> str:
    """Code points as lines of first and last, hexadecimal, ends included."""
    lines = []
    for letter in sorted(letters):
        if letter - 1 not in letters:
            first = letter
        if letter + 1 not in letters:
            lines.append(f"{first:04X} {letter:04X}")
    return "\n".join(lines) + "\n"


def make(folder: Path) -> None:
    """Write every font, the licence of each of its pieces, and the letters that all fonts have."""
    OUT.mkdir(exist_ok=True)
    letters: set[int] | None = None
    for family, style, weight, pieces in FONTS:
        font = named(joined(pieces, weight, folder), family, style, weight)
        font.recalcTimestamp = False
        font.save(OUT / f"{family.replace(' ', '')}-{style}.ttf")
        held = set(font.getBestCmap())
        letters = held if letters is None else letters & held
    (OUT / "letters.txt").write_text(ranges(letters or set()), encoding="ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
