"""How many independent origins stand behind a set of sources.

Two sources are of one origin when one rests on the other, when both rest on the
same third, or when the same publisher issued both. The number is computed; it is
never the verification status, which is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model.source import Source


def roots_of(source_id: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources a source rests on that rest on nothing further; itself if it rests on none.

    A source named in `derived_from` that is not in *sources* counts as a root.
    Sources that rest on each other in a circle are all roots of one another, so that
    they count as one origin.
    """
    roots: set[str] = set()
    seen: set[str] = set()
    waiting = [source_id]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        source = sources.get(current)
        parents = source.derived_from if source else ()
        if parents:
            waiting.extend(parents)
        else:
            roots.add(current)
    return frozenset(roots) or frozenset(seen)


def origin_groups(source_ids: Iterable[str], sources: Mapping[str, Source]) -> list[frozenset[str]]:
    """The given sources, grouped so that each group is one origin; ordered by smallest id."""
    groups: list[tuple[set[str], set[str]]] = []
    for source_id in sorted(set(source_ids)):
        marks = {f"root {root}" for root in roots_of(source_id, sources)}
        marks |= {
            f"publisher {sources[known].publisher}"
            for known in (source_id, *roots_of(source_id, sources))
            if known in sources
        }
        members = {source_id}
        apart: list[tuple[set[str], set[str]]] = []
        for other_marks, other_members in groups:
            if marks & other_marks:
                marks |= other_marks
                members |= other_members
            else:
                apart.append((other_marks, other_members))
        groups = [*apart, (marks, members)]
    return sorted((frozenset(members) for _, members in groups), key=min)


def independent_source_count(source_ids: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many independent origins the given sources come from."""
    return len(origin_groups(source_ids, sources))
