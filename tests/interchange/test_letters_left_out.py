"""Items whose letter comes twice, or after a gap, are items and no words of the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.importing import import_text
from protobuild.store.load import load
from protobuild.store.tree import Files

TEXT = "# Example Borough Council: Protocol\n\n## 1. Roles\n\n1.1 They must:\n\n{items}\n\n1.2 They reply.\n"


def marks(tmp_path: Path, items: str) -> list[str]:
    """Return the marks that the items of the first paragraph print."""
    file = tmp_path / "protocol.md"
    file.write_text(TEXT.format(items=items), "utf-8")
    loaded = load(Files("protocol", import_text(file).files))
    assert loaded.draft is not None
    numbers = loaded.numbers or {}
    return [numbers[item.id] for item in loaded.draft.sections[0].clauses[0].listed]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize(
    "labels", [("(a)", "(b)", "(d)"), ("(a)", "(b)", "(b)"), ("(i)", "(ii)", "(iv)"), ("(a)", "(c)", "(b)")]
)
def test_a_letter_out_of_order_begins_an_item(tmp_path: Path, labels: tuple[str, ...], gap: str) -> None:
    said = ("ask in time;", "listen; and", "reply.")
    items = gap.join(f"{label} {words}" for label, words in zip(labels, said, strict=True))
    assert marks(tmp_path, items) == list(labels)


@pytest.mark.parametrize("cited", ["(b) of the code", "(d) above or below"])
def test_a_letter_that_is_cited_begins_none(tmp_path: Path, cited: str) -> None:
    items = f"(a) ask in time, as in paragraph\n{cited};\n(b) reply."
    assert marks(tmp_path, items) == ["(a)", "(b)"]
