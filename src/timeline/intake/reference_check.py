"""Whether ids are unique and every reference leads somewhere it may."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.intake.problem import Problem, nearest, quoted
from timeline.intake.rows import Rows
from timeline.model.column import CellKind
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


def _dangling(rows: Rows) -> Iterator[Problem]:
    homes: dict[str, dict[str, set[str | None]]] = {}
    for sheet in SHEETS.values():
        if len(sheet.key) == 1:
            known = homes.setdefault(sheet.name, {})
            for row in rows.of(sheet.name):
                known.setdefault(getattr(row.noun, sheet.key[0]), set()).add(row.case_id)
    for row in rows.figures:
        homes["claims"].setdefault(row.noun.figure_id, set()).add(row.case_id)
    for sheet in SHEETS.values():
        for column in sheet.columns:
            if column.kind not in (CellKind.REFERENCE, CellKind.REFERENCES):
                continue
            target = str(column.refers_to)
            if target in rows.unread_sheets:
                continue
            known = homes[target]
            left_out = rows.left_out.get(target, set())
            for row in rows.of(sheet.name):
                value = getattr(row.noun, column.name)
                ids = value if column.kind is CellKind.REFERENCES else (value,) if value else ()
                for one in ids:
                    if one in left_out:
                        continue
                    if one not in known:
                        yield row.problem(
                            column.name,
                            quoted(one),
                            f"an id of the sheet {target}",
                            nearest(one, known),
                        )
                    elif not known[one] & {None, row.case_id}:
                        owner = ", ".join(sorted(str(case_id) for case_id in known[one]))
                        yield row.problem(
                            column.name,
                            f"{quoted(one)}, which belongs to {owner}",
                            f"a row of this case or of the shared {target}"
                            if SHEETS[target].is_shared
                            else "a row of this case",
                        )
