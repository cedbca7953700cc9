"""A source: a thing that can be cited."""

from __future__ import annotations

from timeline.model.column import CellKind, column
from timeline.model.noun import Noun
from timeline.model.vocabulary import Disclosure, SourceKind


class Source(Noun):
    """A thing that can be cited: article, petition, report, dataset."""

    source_id: str = column(CellKind.ID, "Unique in the whole record.", example="hetq-2023-05")
    title: str = column(CellKind.TEXT, "As printed.")
    title_is_ours: bool = column(
        CellKind.YES_NO,
        "yes: the printed title was not at hand and ours describes it.",
        default=False,
    )
    publisher: str = column(
        CellKind.TEXT, "Who published it; the same spelling for the same publisher.", example="Hetq"
    )
    source_kind: SourceKind = column(CellKind.TERM, "What sort of source.", terms=SourceKind)
    published_edtf: str | None = column(
        CellKind.DATE, "When it was published, EDTF.", default=None, example="2023-05"
    )
    language: str = column(CellKind.LANGUAGE, "BCP 47 tag of the text that was read.", example="en")
    url: str = column(CellKind.URL, "Address, starting with https:// or http://.", default="")
    derived_from: tuple[str, ...] = column(
        CellKind.REFERENCES,
        "Sources it reprints, translates or rests on; ids separated by a blank. Reports of one origin count once.",
        of="sources",
        default=(),
    )
    disclosure: Disclosure = column(
        CellKind.DISCLOSURE,
        "Who may see the source; empty means restricted.",
        terms=Disclosure,
        default=Disclosure.RESTRICTED,
    )
    note: str = column(CellKind.TEXT, "Anything a reader should know about the source.", default="")
