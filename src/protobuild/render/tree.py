"""Tree: the nesting a page needs, derived from the flat sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from protobuild.model.outline import Entry, Kind, parents

LISTED = frozenset({Kind.ITEM, Kind.BULLET})
ROWS = frozenset({Kind.HEADER, Kind.ROW})


@dataclass(slots=True)
class Node:
    """An entry with its position and what lies in it; built once, then only read."""

    at: int
    entry: Entry
    inner: list[Node] = field(default_factory=list)


def tree(entries: Sequence[Entry]) -> list[Node]:
    """Return the outermost entries, the title left out, each with what lies in it."""
    nodes = [Node(at, entry) for at, entry in enumerate(entries)]
    out: list[Node] = []
    for node, parent in zip(nodes[1:], parents(entries)[1:], strict=True):
        (out if parent <= 0 else nodes[parent].inner).append(node)
    return out


def groups(nodes: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Yield neighbours that make one list or one table together: `list`, `rows`, `cells` or `one`."""
    for name, same in groupby(nodes, key=_company):
        if name == "one":
            yield from (("one", [node]) for node in same)
        else:
            yield name, list(same)


def _company(node: Node) -> str:
    if node.entry.kind in LISTED:
        return "list"
    if node.entry.kind in ROWS:
        return "rows"
    return "cells" if node.entry.kind is Kind.CELL else "one"
