"""Whether ids are unique and every reference leads somewhere it may."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.intake.placed_row import PlacedRow
from timeline.intake.problem import Problem, nearest, quoted
from timeline.intake.rows import Rows
from timeline.model.column import CellKind
from timeline.model.noun import Noun
from timeline.model.sheet import SHEETS


def reference_problems(rows: Rows) -> list[Problem]:
    """Doubled keys and references that lead nowhere or into another case."""
    return [*_doubled_keys(rows), *_doubled_claim_ids(rows), *_dangling(rows)]


def _doubled_keys(rows: Rows) -> Iterator[Problem]:
    for sheet in SHEETS.values():
        seen: dict[tuple[str, ...], str] = {}
        for row in rows.of(sheet.name):
            key = tuple(str(getattr(row.noun, name)) for name in sheet.key)
            if key in seen:
                yield row.problem(
                    sheet.key[0],
                    f"{quoted(' / '.join(key))} a second time",
                    f"each {' / '.join(sheet.key)} once; the first is in {seen[key]}",
                )
            seen.setdefault(key, f"{row.file}, row {row.row}")


def _doubled_claim_ids(rows: Rows) -> Iterator[Problem]:
    """A figure becomes a claim under its own id, so the two may not share ids."""
    claim_ids = {row.noun.claim_id for row in rows.claims}
    for row in rows.figures:
        if row.noun.figure_id in claim_ids:
            yield row.problem("figure_id", quoted(row.noun.figure_id), "an id that no claim has")


def homes_of(rows: Rows, sheet: str) -> dict[str, set[str | None]]:
    """Every id of a sheet with the cases it belongs to; None is the shared folder.

    A figure becomes a claim under its own id, so it can be referred to as one.
    """
    key = SHEETS[sheet].key[0]
    homes: dict[str, set[str | None]] = {}
    for row in rows.of(sheet):
        homes.setdefault(getattr(row.noun, key), set()).add(row.case_id)
    if sheet == "claims":
        for figure in rows.figures:
            homes.setdefault(figure.noun.figure_id, set()).add(figure.case_id)
    return homes


def _dangling(rows: Rows) -> Iterator[Problem]:
    for sheet in SHEETS.values():
        for column in sheet.columns:
            if column.kind not in (CellKind.REFERENCE, CellKind.REFERENCES):
                continue
            target = str(column.refers_to)
            homes = homes_of(rows, target)
            for row in rows.of(sheet.name):
                value = getattr(row.noun, column.name)
                ids = value if column.kind is CellKind.REFERENCES else (value,) if value else ()
                for one in ids:
                    yield from reference_problem(row, column.name, one, target, homes, rows)


def reference_problem(
    row: PlacedRow[Noun],
    column: str,
    one: str,
    target: str,
    homes: dict[str, set[str | None]],
    rows: Rows,
) -> Iterator[Problem]:
    """What is wrong with one reference: it leads nowhere, or into another case.

    Nothing when the row it leads to may be among those that could not be read: that
    is a problem already.
    """
    if target in rows.unread_sheets or one in rows.left_out.get(target, set()):
        return
    if one not in homes:
        yield row.problem(column, quoted(one), f"an id of the sheet {target}", nearest(one, homes))
    elif not homes[one] & {None, row.case_id}:
        owner = ", ".join(sorted(str(case_id) for case_id in homes[one]))
        yield row.problem(
            column,
            f"{quoted(one)}, which belongs to {owner}",
            f"a row of this case or of the shared {target}"
            if SHEETS[target].is_shared
            else "a row of this case",
        )
