"""Setting one template of this folder with data, as PNG or PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import typst

from timeline.exports.print.fonts import typefaces

TEMPLATES = Path(__file__).parent
POINTS_PER_INCH = 72
ACCESSIBLE: Final = "ua-1"
"""The standard of accessible PDF that we claim where a document meets it."""


class SettingError(RuntimeError):
    """A view that could not be set, with its id and what was wrong."""

    def __init__(self, view_id: str, why: str) -> None:
        super().__init__(f"the view {view_id} could not be printed: {why}")
        self.view_id = view_id


def png(template: str, data: Mapping[str, str], *, view_id: str) -> bytes:
    """The one page of a template as PNG, a pixel for each point. Raises SettingError."""
    return _set(
        template,
        data,
        view_id,
        lambda compiler: compiler.compile(format="png", ppi=POINTS_PER_INCH),
    )


def pdf(template: str, data: Mapping[str, str], *, view_id: str) -> bytes:
    """All pages of a template as tagged PDF, to the standard of accessible PDF where it can be.

    Raises SettingError.
    """
    try:
        return _set(
            template,
            data,
            view_id,
            lambda compiler: compiler.compile(format="pdf", pdf_standards=[ACCESSIBLE]),
        )
    except SettingError:
        # A joined letter of a rare script may lack the text that the standard asks for.
        return _set(template, data, view_id, lambda compiler: compiler.compile(format="pdf"))


def _set(
    template: str,
    data: Mapping[str, str],
    view_id: str,
    compiled: Callable[[typst.Compiler], bytes | list[bytes] | None],
) -> bytes:
    """What Typst makes of it. Data goes in as data: nothing of it is ever read as markup."""
    compiler = typst.Compiler(
        TEMPLATES / template, root=TEMPLATES, font_paths=typefaces(), sys_inputs=dict(data)
    )
    try:
        made = compiled(compiler)
    except typst.TypstError as error:
        raise SettingError(view_id, str(error)) from error
    except BaseException as error:
        # How Typst's binding says that it gave up in the middle; it is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise SettingError(view_id, str(error)) from None
    if not isinstance(made, bytes):
        raise SettingError(view_id, "it is not one file")
    return made
