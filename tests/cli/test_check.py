"""`protobuild check`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import ADVICE, CONDUCT, DRAFT_ADVICE, MANIFEST, NOTE, write

Type = Callable[..., object]


@pytest.fixture(autouse=True)
def _a_reason_for_each_change(project: Path) -> None:
    write(project, {"changelog/next/sooner.yaml": "clauses: [answer]\nreason: Most are sooner as it is.\n"})


def test_a_protocol_without_faults_is_counted(project: Path, type_: Type) -> None:
    said = type_("check")
    assert (said.code, said.err) == (0, "")
    assert said.out == "2 sections, 4 paragraphs: nothing to put right.\n"


def test_quiet_says_nothing_when_nothing_is_wrong(project: Path, type_: Type) -> None:
    said = type_("--quiet", "check")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_faults_in_several_files_are_all_told_at_once(project: Path, type_: Type) -> None:
    write(
        project,
        {
            "protocol/advice.yaml": DRAFT_ADVICE.replace("heading", "headng"),
            "protocol/conduct.yaml": CONDUCT.replace("id: gifts", "id: Gifts"),
            "changelog/next/advice-in-time.yaml": NOTE.replace("proposer", "proposr"),
        },
    )
    said = type_("check")
    assert said.code == 1
    for place in (
        "protocol/advice.yaml:2:1: error:",
        "protocol/conduct.yaml:",
        "changelog/next/advice-in-time.yaml:4:1: error:",
    ):
        assert place in said.out
    assert said.out.endswith("3 errors and 0 warnings to put right.\n")


def test_a_note_may_name_what_the_draft_drops_and_nothing_unheard_of(project: Path, type_: Type) -> None:
    dropped = CONDUCT.partition("  - id: gifts")[0]
    note = NOTE.replace("ask", "gifts")
    write(project, {"protocol/conduct.yaml": dropped, "changelog/next/gifts.yaml": note})
    assert type_("check", "--strict").code == 0
    write(project, {"changelog/next/gifts.yaml": NOTE.replace("ask", "gift")})
    said = type_("check", "--strict")
    assert said.code == 1
    assert "changelog/next/gifts.yaml:1:11: warning: no clause is called 'gift'" in said.out


def test_a_reason_for_what_did_not_change_is_told(project: Path, type_: Type) -> None:
    write(project, {"changelog/next/gifts.yaml": NOTE.replace("ask", "gifts")})
    said = type_("check")
    assert said.code == 0
    assert "gifts.yaml:1:11: warning: 'gifts' stands as it was adopted" in said.out


def test_a_note_that_is_not_read_is_told_by_check_and_redline(project: Path, type_: Type) -> None:
    write(project, {"changelog/next/gifts.yml": NOTE})
    assert "changelog/next/gifts.yml:1:1: warning: this file is not read" in type_("check").out
    said = type_("redline", "--to", "text")
    assert said.code == 0
    assert "warning: changelog/next/gifts.yml: this file is not read" in said.err


def test_another_folder_is_checked_with_c(
    project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    assert type_("-C", "project", "check").code == 0
    assert type_("check").code == 2


def test_warnings_fail_only_when_strict(project: Path, type_: Type) -> None:
    write(project, {"protocol/spare.yaml": CONDUCT})
    assert type_("check").code == 0
    said = type_("check", "--strict")
    assert said.code == 1
    assert "warning" in said.out


def test_known_gaps_are_warnings(project: Path, type_: Type) -> None:
    from protobuild.model.provisions import required

    slugs = "".join(f"  - {provision.slug}\n" for provision in required("local"))
    manifest = MANIFEST.format(status="draft").replace(
        "profile: none", f"profile: local\ngaps:\n{slugs}".rstrip()
    )
    write(project, {"protocol/protocol.yaml": manifest})
    assert type_("check").code == 0
    write(project, {"protocol/protocol.yaml": manifest.replace(f"  - {required('local')[0].slug}\n", "", 1)})
    said = type_("check")
    assert said.code == 1
    assert required("local")[0].slug in said.out


def test_programs_get_json(project: Path, type_: Type) -> None:
    assert json.loads(type_("check", "--format", "json").out) == []
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("heading", "headng")})
    said = type_("check", "--format", "json")
    assert said.code == 1
    assert json.loads(said.out)[0]["file"] == "protocol/advice.yaml"


def test_a_change_gets_remarks_beside_its_lines(project: Path, type_: Type) -> None:
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("heading", "headng")})
    assert type_("check", "--format", "github").out.startswith(
        "::error file=protocol/advice.yaml,line=2,col=1"
    )


def test_an_adopted_version_that_was_altered_is_told_wherever_it_is_read(project: Path, type_: Type) -> None:
    name = "changelog/2026-01-20-council/protocol/advice.yaml"
    write(project, {name: ADVICE.replace("should ask", "may ask")})
    said = type_("check")
    assert said.code == 1
    assert f"{name}:1:1: error: this file was changed after the version was adopted" in said.out
    warning = "warning: 2026-01-20-council/protocol/advice.yaml: this file was changed"
    for words in (
        ("show", "--at", "2026-01-20"),
        ("--quiet", "build", "--at", "2026-01-20", "--to", "text"),
        ("redline", "--to", "text"),
    ):
        said = type_(*words)
        assert said.code == 0
        assert said.err.count(warning) == 1


def test_faults_of_the_draft_are_told_beside_those_of_a_record(project: Path, type_: Type) -> None:
    write(
        project,
        {
            "protocol/advice.yaml": DRAFT_ADVICE.replace("heading", "headng"),
            "changelog/2026-01-20-council/record.yaml": "body: Full Council\n",
        },
    )
    said = type_("check")
    assert said.code == 1
    assert "protocol/advice.yaml:2:1: error:" in said.out
    assert "2026-01-20-council/record.yaml:1:1: error:" in said.out


def test_a_change_that_no_note_explains_is_a_warning(project: Path, type_: Type) -> None:
    (project / "changelog" / "next" / "sooner.yaml").unlink()
    said = type_("check")
    assert said.code == 0
    assert (
        "protocol/advice.yaml:7:9: warning: 'answer' has changed since the version adopted last" in said.out
    )
    assert "with 'clauses: [answer]'" in said.out


def test_a_faulty_record_of_a_meeting_is_told(project: Path, type_: Type) -> None:
    record = "body: Full Council\ndate: 2026-11-20\nstep: approved\n"
    write(project, {"meetings/2026-11-20-council.yaml": record})
    said = type_("check")
    assert said.code == 1
    assert "meetings/2026-11-20-council.yaml:3:7: error: 'step' cannot be 'approved'" in said.out
