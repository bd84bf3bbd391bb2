"""Real protocols are imported whole, and their faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.interchange.document import Imported, read_document, to_outline
from protobuild.interchange.notes import Topic
from protobuild.model.assemble import assemble
from protobuild.model.outline import Kind
from protobuild.model.protocol import Protocol
from protobuild.model.runs import plain
from protobuild.store.yaml import read_yaml, write_yaml

pytestmark = pytest.mark.corpus


def read(corpus: Path, name: str) -> Imported:
    return read_document(Path(name).name, (corpus / name).read_bytes())


def said(imported: Imported, topic: Topic) -> list[str]:
    return [note.message for note in imported.report.about(topic)]


@pytest.mark.parametrize(
    ("name", "sections", "numbered"),
    [("barnet-adopted.md", 14, 80), ("barnet-proposed.md", 5, 33), ("swale-draft.md", 11, 79)],
)
def test_sections_and_numbered_lines_are_all_there(
    corpus: Path, name: str, sections: int, numbered: int
) -> None:
    found = read(corpus, name).report
    assert (found.sections, found.numbered) == (sections, numbered)


def test_every_word_of_every_document_is_kept(corpus: Path) -> None:
    names = ["barnet-adopted.md", "barnet-proposed.md", "swale-draft.md", "bingley.md"]
    names += [f"surrey-extracts/{path.name}" for path in sorted((corpus / "surrey-extracts").glob("*.md"))]
    assert len(names) == 11
    for name in names:
        found = read(corpus, name).report.coverage
        assert found.whole, name
        assert found.kept == found.words_in, name


def test_what_is_written_to_files_reads_back_as_the_same_text(corpus: Path) -> None:
    for name in ("barnet-adopted.md", "barnet-proposed.md", "swale-draft.md", "bingley.md"):
        found = read(corpus, name)
        manifest, *sections = (
            read_yaml("file", write_yaml(each).encode()).data for each in (found.manifest, *found.sections)
        )
        protocol = Protocol.model_validate({"manifest": manifest, "sections": sections})
        assert assemble(protocol, numbers=found.numbers) == to_outline(found), name


def test_seeds_are_read_as_plain_text_without_a_lost_word(corpus: Path) -> None:
    for path in sorted((corpus / "seeds").glob("*.txt")):
        assert read_document(path.name, path.read_bytes()).report.coverage.whole, path.name


def test_barnet_lacks_one_number(corpus: Path) -> None:
    assert said(read(corpus, "barnet-adopted.md"), Topic.MISSING) == ["4.2 is missing"]


def test_barnet_keeps_its_labelled_list(corpus: Path) -> None:
    items = read(corpus, "barnet-adopted.md").sections[0]["clauses"][3]["items"]
    assert len(items) == 10
    assert all(item["heading"] for item in items)


def test_swale_is_told_its_faults(corpus: Path) -> None:
    found = read(corpus, "swale-draft.md")
    assert len(said(found, Topic.LINK)) == 9
    assert said(found, Topic.DUPLICATE) == ["2.1 is used again (first on line 21)"]
    assert said(found, Topic.ORDER) == ["2.0 comes after 2.1"]
    assert said(found, Topic.MISSING) == ["2.4 and 2.5 are missing"]


def test_swale_tables_are_the_same_cell_by_cell(corpus: Path) -> None:
    listed = read_yaml("tables", (corpus / "swale-tables.yaml").read_bytes()).data["tables"]
    found = [
        clause["matrix"]
        for section in read(corpus, "swale-draft.md").sections
        for clause in section["clauses"]
        if "matrix" in clause
    ]
    assert len(found) == len(listed) == 3
    for ours, theirs in zip(found, listed, strict=True):
        assert ours["caption"] == theirs["caption"]
        assert ours["columns"] == theirs["columns"]
        cells = [[cell.split("\n\n") if cell else [] for cell in row] for row in ours["rows"]]
        assert cells == theirs["rows"]


def test_bingley_has_no_numbers_and_keeps_headings_and_lists(corpus: Path) -> None:
    found = read(corpus, "bingley.md")
    source = (corpus / "bingley.md").read_text("utf-8").splitlines()
    assert found.manifest["numbering"] == "none"
    assert found.manifest["profile"] == "local"
    assert found.numbers == {}
    entries = to_outline(found).entries
    headings = [entry for entry in entries if entry.kind in (Kind.SECTION, Kind.SUBHEADING)]
    assert [plain(each.heading) for each in headings] == [
        line.lstrip("# ") for line in source if line.startswith("##")
    ]
    listed = [plain(each.body) for each in entries if each.kind in (Kind.BULLET, Kind.ITEM)]
    assert listed == [line.removeprefix("- ") for line in source if line.startswith("- ")]
