"""How wide a text will be, before anybody draws it.

The reader's system chooses the typeface, so this is an estimate: the advance widths of
Helvetica and Arial, which are at least as wide as the other faces `theme.SANS` names.
Room reckoned with them is room enough, give or take a few pixels.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from types import MappingProxyType

# Thousandths of an em -> the characters that are as wide.
_REGULAR_WIDTHS = {
    191: "'",
    222: "ijl‘’łіј",
    260: "|",
    278: " !,./:;I[\\]ft·ıІЇї\N{NO-BREAK SPACE}",
    333: "()-`r“”„{}",
    355: '•"',
    365: "г",
    395: "*°",
    411: "ґ",
    438: "к",
    458: "зт",
    469: "^",
    489: "Ґ",
    500: "JcksvxyzсухЈ",
    510: "эє",
    521: "чь",
    531: "в",
    542: "Гпя",
    556: "#$0123456789?L_abdeghnopqu–«»đþðħŋŁаеорћнџий",
    573: "бц",
    583: "Кдл+<=>~",
    607: "FTZßøТЗ",
    625: "ъ",
    635: "У",
    656: "БЛЬ",
    667: "&ABEKPSVXYÞАВЕРХЧж",
    688: "Дм",
    719: "ИЙПЭыЄЏCDHNRUwĐÐНСЯ",
    750: "юЦФ",
    778: "GOQØО",
    802: "шЪњ",
    823: "фщ",
    833: "MмМ",
    854: "Ћ",
    889: "%æЫљ",
    923: "ЖШЩ",
    944: "Wœ",
    1000: "—…→←ÆŒ",
    1015: "@ЮЊ",
    1065: "№Љ",
}
_BOLD_WIDTHS = {
    238: "'",
    280: " ,./I\\ijl‘’·łıІіј|їЇ\N{NO-BREAK SPACE}",
    333: "!()-:;[]`ft",
    350: "•",
    389: "*r{}°",
    417: "г",
    447: "ґ",
    480: '"тҐз',
    500: "z“”„к",
    556: "#$0123456789J_aceksvxy–«»аесухЈэє",
    583: "+<=>^~чяГ",
    611: "?FLTZbdghnopqußøđþðħŋŁТорћнпџКвийцьУб",
    630: "Здл",
    667: "EPSVXYÞЕРХ",
    706: "ЛЧжЭЄД",
    722: "&ABCDHKNRUĐÐАВНСБИЙПЬЯЏъЦм",
    778: "GOQwØО",
    839: "MМшщ",
    854: "Фыю",
    880: "Ъћф%mæ",
    906: "Жњ",
    944: "Wœ",
    975: "@љЫ",
    1000: "—…→←ÆŒШЩ",
    1050: "ЮЊ",
    1105: "№Љ",
}
_UNLISTED_WIDTH = 600
"""Other alphabets: a little more than a Latin small letter."""
_FULL_WIDTH = 1000
"""Scripts whose signs fill a square."""
_RINGED = frozenset(chr(code) for code in range(0x2460, 0x2474))
"""The numbers of legs fill one too."""


def _by_character(widths: dict[int, str]) -> MappingProxyType[str, int]:
    return MappingProxyType(
        {character: width for width, characters in widths.items() for character in characters}
    )


_REGULAR = _by_character(_REGULAR_WIDTHS)
_BOLD = _by_character(_BOLD_WIDTHS)


def text_width_px(text: str, size_px: float, bold: bool = False) -> float:
    """The estimated width of one line of text, in pixels.

    Letter-spacing is not in it: add the spacing once for each character.
    """
    return _thousandths(text, bold) * size_px / 1000


@lru_cache(maxsize=4096)
def _thousandths(text: str, bold: bool) -> int:
    """The width in thousandths of the type size; the same names are measured again and again."""
    widths = _BOLD if bold else _REGULAR
    total = 0
    # Apart, a letter and its accent: the letter has the width, the accent none.
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character):
            continue
        width = widths.get(character)
        if width is None:
            is_wide = unicodedata.east_asian_width(character) in "WF" or character in _RINGED
            width = _FULL_WIDTH if is_wide else _UNLISTED_WIDTH
        total += width
    return total
