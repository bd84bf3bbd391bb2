"""Public files with one kind of tracked change each read as their accepted and rejected twins do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from protobuild.interchange.document import to_outline, typed
from protobuild.interchange.docx.nodes import Node, Table
from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.reading import read_docx
from protobuild.interchange.docx.sides import Side
from protobuild.interchange.docx.walk import read_parts, read_side
from protobuild.model.outline import Entry

pytestmark = pytest.mark.corpus
TWINS = {"Accepted": Side.NEW, "Rejected": Side.OLD}


def pairs(corpus: Path) -> Iterator[tuple[Path, Side, Path]]:
    for path in sorted((corpus / "word").glob("*.docx")):
        for twin, side in TWINS.items():
            settled = path.with_name(f"{path.stem}-{twin}.docx")
            if settled.is_file():
                yield path, side, settled


def flat(nodes: list[Node], cell: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], str, str]]:
    """Yield each paragraph with words: the cell it stands in, its number, and its words."""
    for node in nodes:
        if isinstance(node, Table):
            for at, row in enumerate(node.rows):
                for number, each in enumerate(row):
                    yield from flat(each.nodes, (*cell, at, number))
        else:
            if node.text.strip():
                yield cell, node.label, node.text
            yield from flat(node.below, cell)


def shown(path: Path, side: Side) -> list[tuple[tuple[int, ...], str, str]]:
    return list(flat(read_side(read_parts(open_package(path.name, path.read_bytes())), side)))


def imported(path: Path, side: Side) -> tuple[Entry, ...]:
    return to_outline(typed(read_docx("same.docx", path.read_bytes(), side))).entries


def test_there_are_as_many_as_there_should_be(corpus: Path) -> None:
    assert len(list(pairs(corpus))) == 52


def test_each_side_says_what_its_twin_says_with_the_same_numbers(corpus: Path) -> None:
    for path, side, twin in pairs(corpus):
        assert shown(path, side) == shown(twin, Side.NEW), twin.name


def test_a_settled_file_has_one_text(corpus: Path) -> None:
    for _, _, twin in pairs(corpus):
        assert shown(twin, Side.OLD) == shown(twin, Side.NEW), twin.name


def test_each_side_is_imported_as_its_twin_is(corpus: Path) -> None:
    for path, side, twin in pairs(corpus):
        assert imported(path, side) == imported(twin, Side.NEW), twin.name


def test_every_word_of_every_file_is_accounted_for(corpus: Path) -> None:
    for path in sorted((corpus / "word").glob("*.docx")):
        for side in Side:
            assert typed(read_docx(path.name, path.read_bytes(), side)).report.coverage.whole, path.name
