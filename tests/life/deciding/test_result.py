"""The files that result from a decision say exactly what was decided, whatever was refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.life.deciding.result import Result, resulting
from protobuild.life.lenient import read_folder
from protobuild.life.opening import open_protocol
from protobuild.model.outline import Kind
from protobuild.model.redlined import Redlined
from protobuild.model.source import Severity, UsageError
from protobuild.redline.compare import redline
from protobuild.redline.decided import decided
from protobuild.redline.schedule.changes import describe
from protobuild.store.tree import Folder
from small_council import ADVICE, CONDUCT, MANIFEST, write

ROOT = Path(__file__).resolve().parents[3]
BASE = ROOT / "changelog" / "2026-05-14-council" / "protocol"
PAPER = ROOT / "protocol"
FEW = settings(max_examples=tries(25), deadline=None, suppress_health_check=list(HealthCheck))

SECTIONS = {"protocol.yaml": MANIFEST.format(status="draft"), "advice.yaml": ADVICE, "conduct.yaml": CONDUCT}


def made(base: Path, paper: Path) -> Redlined:
    return describe(redline(read_folder(base), read_folder(paper)))


@cache
def ours() -> Redlined:
    return made(BASE, PAPER)


def names(redlined: Redlined) -> list[str]:
    return [each for change in redlined.changes for each in (change.name, *(e.name for e in change.edits))]


@FEW
@given(st.data())
def test_any_subset_of_our_own_amendment_is_written_and_opens(data: st.DataObject) -> None:
    refused = data.draw(st.sets(st.sampled_from(names(ours()))))
    result = resulting(Folder(BASE), Folder(PAPER), ours(), refused)
    assert words(result) == wanted(ours(), refused)


def words(result: Result) -> list[str]:
    return [entry.words for entry in result.text.entries if entry.kind is Kind.SECTION]


def wanted(redlined: Redlined, refused: set[str]) -> list[str]:
    return [entry.words for entry in decided(redlined, refused).entries if entry.kind is Kind.SECTION]


def test_all_agreed_are_the_papers_files_and_none_the_bases_byte_for_byte() -> None:
    agreed = resulting(Folder(BASE), Folder(PAPER), ours(), ())
    assert agreed.files == {path: (PAPER / path).read_bytes() for path in agreed.files}
    assert set(agreed.files) == {path.name for path in PAPER.glob("*.yaml")}
    none = resulting(Folder(BASE), Folder(PAPER), ours(), [change.name for change in ours().changes])
    assert none.files == {path: (BASE / path).read_bytes() for path in none.files}
    assert set(none.files) == {path.name for path in BASE.glob("*.yaml")}


@pytest.mark.corpus
def test_any_subset_of_a_wholesale_rewrite_is_written(corpus: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from protobuild.cli.program import program

    old, new = tmp_path / "old" / "protocol", tmp_path / "new" / "protocol"
    for source, into, more in (
        ("barnet-adopted.md", old, []),
        ("barnet-proposed.md", new, ["--onto", str(old)]),
    ):
        done = CliRunner().invoke(program, ["import", str(corpus / source), "--into", str(into), *more])
        assert done.exit_code == 0, done.output
    redlined = made(old, new)
    changes = [change.name for change in redlined.changes]
    assert len(changes) > 30
    for each in changes:
        for refused in ({each}, set(changes) - {each}):
            resulting(Folder(old), Folder(new), redlined, refused)


# -- cases, each small enough to be read --------------------------------------------------------


def decide(folder: Path, new: dict[str, str], *refused: str, **words: str) -> tuple[Redlined, Result]:
    """Return what results of the small council's protocol when some changes of a new text are refused."""
    write(folder / "base", SECTIONS)
    write(folder / "paper", {**SECTIONS, **new})
    redlined = made(folder / "base", folder / "paper")
    return redlined, resulting(Folder(folder / "base"), Folder(folder / "paper"), redlined, refused, words)


def test_a_new_title_is_refused_and_the_rest_agreed(tmp_path: Path) -> None:
    manifest = SECTIONS["protocol.yaml"].replace("title: monitoring officer", "title: legal director")
    advice = ADVICE.replace("10 working days", "5 working days")
    redlined, result = decide(tmp_path, {"protocol.yaml": manifest, "advice.yaml": advice}, "C1")
    assert redlined.changes[0].ids[0] == "role:monitoring-officer"
    assert b"title: monitoring officer" in result.files["protocol.yaml"]
    assert result.files["advice.yaml"].decode() == advice


def test_one_edit_of_a_change_is_refused(tmp_path: Path) -> None:
    advice = ADVICE.replace(
        "Members should ask the [[role:monitoring-officer]] for advice before they decide",
        "Members must ask the [[role:monitoring-officer]] for advice in writing before they decide",
    )
    redlined, result = decide(tmp_path, {"advice.yaml": advice}, "C1a")
    assert [edit.after for edit in redlined.changes[0].edits] == ["must", "in writing"]
    said = result.files["advice.yaml"].decode()
    assert "Members should ask the [[role:monitoring-officer]] for advice in writing before" in said


def test_items_in_another_order_and_a_new_one(tmp_path: Path) -> None:
    conduct = CONDUCT.replace(
        "        text: in private", "        text: in private\n      - id: online\n        text: online"
    )
    redlined, result = decide(tmp_path, {"conduct.yaml": conduct}, "C1")
    assert len(redlined.changes) == 1
    assert result.files["conduct.yaml"].decode() == CONDUCT


def test_a_dropped_clause_comes_back_and_its_id_is_no_longer_retired(tmp_path: Path) -> None:
    manifest = f"{SECTIONS['protocol.yaml']}retired: [gifts]\n"
    dropped = CONDUCT.partition("  - id: gifts")[0]
    answer = ADVICE.replace("10 working days", "5 working days")
    new = {"protocol.yaml": manifest, "conduct.yaml": dropped, "advice.yaml": answer}
    redlined, result = decide(tmp_path, new, "C2")
    assert [change.what.value for change in redlined.changes] == ["reworded", "dropped"]
    assert result.files["conduct.yaml"].decode() == CONDUCT
    assert b"retired" not in result.files["protocol.yaml"]
    write(tmp_path / "result", {name: data.decode() for name, data in result.files.items()})
    errors = [
        finding
        for finding in open_protocol(tmp_path / "result").findings
        if finding.severity is Severity.ERROR
    ]
    assert errors == []


def test_what_refers_to_a_refused_clause_is_named(tmp_path: Path) -> None:
    conduct = f"{CONDUCT}  - id: register\n    text: |\n      Officers keep a register of gifts.\n"
    advice = ADVICE.replace("before they decide", "before they decide, as paragraph [[register]] says")
    redlined, result = decide(tmp_path, {"conduct.yaml": conduct, "advice.yaml": advice}, "C2")
    assert [change.what.value for change in redlined.changes] == ["reworded", "new"]
    (sentence,) = result.depends
    assert sentence.startswith("C1 refers to what C2 would add")


def test_words_agreed_as_amended_are_those_that_stand(tmp_path: Path) -> None:
    advice = ADVICE.replace("10 working days", "5 working days")
    amended = "Officers answer within 7 working days."
    _, result = decide(tmp_path, {"advice.yaml": advice}, answer=amended)
    assert amended in result.files["advice.yaml"].decode()
    with pytest.raises(UsageError, match="no such clause"):
        decide(tmp_path, {"advice.yaml": advice}, reply=amended)


def test_comments_stay_where_a_file_is_put_together(tmp_path: Path) -> None:
    advice = ADVICE.replace("  - id: answer", "  # asked for by the union\n  - id: answer").replace(
        "10 working days", "5 working days"
    )
    advice += "  - id: log\n    # a promise\n    text: |\n      Officers keep a log of advice.\n"
    _, result = decide(tmp_path, {"advice.yaml": advice}, "C1")
    said = result.files["advice.yaml"].decode()
    assert "10 working days" in said
    assert "# a promise" in said


def test_what_does_not_apply_to_this_council_stays_in_the_files(tmp_path: Path) -> None:
    hidden = "  - id: groups\n    applies_if: political-groups\n    text: |\n      Groups may ask too.\n"
    advice = ADVICE.replace("  - id: answer", f"{hidden}  - id: answer").replace("should", "must")
    advice = advice.replace("10 working days", "5 working days")
    _, result = decide(tmp_path, {"advice.yaml": advice}, "C2")
    said = result.files["advice.yaml"].decode()
    assert said == advice.replace("5 working days", "10 working days")
