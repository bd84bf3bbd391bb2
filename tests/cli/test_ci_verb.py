"""`protobuild ci`: what a change does, as the workflows of GitHub and GitLab ask."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from protobuild.publish import formats
from protobuild.publish.faults import PdfUnavailableError
from small_council import ADVICE, MANIFEST, adopted_files, commit_all, git, write, write_project

Type = Callable[..., object]

ADDRESS = "address: https://www.example.gov.uk/protocol\n"
GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "council/protocol",
    "GITHUB_RUN_ID": "77",
    "PROTOBUILD_MAIN": "main",
}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_PROJECT_URL": "https://gitlab.example/council/protocol",
    "CI_JOB_URL": "https://gitlab.example/council/protocol/-/jobs/5",
    "CI_DEFAULT_BRANCH": "main",
}


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """On no platform, whatever the tests themselves run on."""
    for name in (*GITHUB, *GITLAB, "GITHUB_STEP_SUMMARY", "GITHUB_BASE_REF", "GITHUB_REF_NAME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A repository whose main branch has a draft and an adopted version."""
    folder = write_project(tmp_path / "origin")
    write(folder, {"protocol/protocol.yaml": MANIFEST.format(status="draft") + ADDRESS})
    commit_all(folder, "The draft")
    return folder


@pytest.fixture
def clone(origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy as a workflow has it, on a branch of its own."""
    git(tmp_path, "clone", "-q", str(origin), "clone")
    folder = tmp_path / "clone"
    git(folder, "switch", "-q", "-c", "edit")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(autouse=True)
def drawn(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no PDF but where a test is about one: it is the slowest part, and proved elsewhere."""
    if "github" not in request.node.name:
        monkeypatch.setattr(formats, "make_pdf", lambda page, *look: b"%PDF")


def on(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def edit(folder: Path, old: str, new: str, file: str = "protocol/advice.yaml") -> None:
    path = folder / file
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new), "utf-8")
    commit_all(folder, "Edit")


def comment(folder: Path) -> str:
    return (folder / "protocol-ci" / "comment.md").read_text("utf-8")


def test_a_change_proposed_on_github(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    edit(clone, "within 5 working days", "within 9 working days")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    on(
        monkeypatch,
        **GITHUB,
        GITHUB_BASE_REF="main",
        GITHUB_REF_NAME="1/merge",
        GITHUB_STEP_SUMMARY=str(summary),
        PROTOBUILD_STATE=git(clone, "rev-parse", "HEAD"),
    )
    assert type_("ci").code == 0
    said = comment(clone)
    assert said.startswith("<!-- protobuild -->\n## What this change does to the protocol\n")
    assert "**1 change to decide: 1 reworded.**" in said
    assert "“5 working days” becomes “9 working days”" in said
    assert "https://github.com/council/protocol/actions/runs/77#artifacts" in said
    made = {path.name for path in (clone / "protocol-ci").iterdir()}
    assert made == {"comment.md", "code-quality.json", "redline.html", "redline.pdf"}
    page = (clone / "protocol-ci" / "redline.html").read_text("utf-8")
    assert "Before this change" in page
    assert "With this change" in page
    assert (clone / "protocol-ci" / "redline.pdf").read_bytes().startswith(b"%PDF")
    assert summary.read_text("utf-8") == "before\n" + said.partition("\n")[2]


def test_findings_are_remarks_beside_the_lines_and_nothing_else_is_obeyed(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(clone, "text: |\n      Officers", "txt: |\n      Officers")
    on(monkeypatch, **GITHUB, GITHUB_BASE_REF="main", PROTOBUILD_STATE="f" * 40)
    said = type_("ci")
    assert said.code == 1
    first, second, *rest = said.out.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{32}", token)
    assert second == f"::{token}::"
    assert any(line.startswith("::error file=protocol/advice.yaml,line=8,") for line in rest)
    text = comment(clone)
    assert "The redline is made once the errors below are put right." in text
    assert f"(https://github.com/council/protocol/blob/{'f' * 40}/protocol/advice.yaml#L8)" in text
    assert not (clone / "protocol-ci" / "redline.html").exists()


def test_a_change_proposed_on_gitlab(clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    base = git(clone, "rev-parse", "HEAD")
    edit(clone, "must ask", "may ask")
    edit(clone, "      Officers answer", "      Officers answer letters and", "protocol/advice.yaml")
    write(clone, {"protocol/loose.yaml": ADVICE})
    on(monkeypatch, **GITLAB, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_SHA="a" * 40)
    said = type_("ci")
    assert (said.code, said.out) == (0, "")
    assert "“must” becomes “may”" in comment(clone)
    report = json.loads((clone / "protocol-ci" / "code-quality.json").read_text("utf-8"))
    loose = next(each for each in report if each["check_name"] == "unnamed-file")
    assert loose["severity"] == "minor"
    assert loose["location"] == {"path": "protocol/loose.yaml", "lines": {"begin": 1}}


def test_only_what_the_branch_did_itself_is_told(origin: Path, clone: Path, type_: Type) -> None:
    edit(clone, "must ask", "may ask")
    edit(origin, "do not accept", "never accept", "protocol/conduct.yaml")
    git(clone, "fetch", "-q")
    assert type_("ci", "--base", "origin/main").code == 0
    assert "1 change to decide" in comment(clone)
    assert "never" not in comment(clone)


def test_a_layout_or_a_note_alone_changes_nothing_in_words(clone: Path, type_: Type) -> None:
    edit(clone, "  - id: ask\n", "  - id: ask\n    note: Ask them again.\n")
    assert type_("ci", "--base", "main", "--out", "elsewhere").code == 0
    assert "**Nothing changed in words.**" in (clone / "elsewhere" / "comment.md").read_text("utf-8")
    assert not (clone / "elsewhere" / "redline.html").exists()


def test_the_reason_in_a_note_stands_beside_its_change(clone: Path, type_: Type) -> None:
    edit(clone, "must ask", "should ask")
    type_("ci", "--base", "main")
    assert "| Advice taken too late helps nobody. (Monitoring officer) |" in comment(clone)


def test_the_words_of_a_change_do_nothing(clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "@everyone see #1 ::add-mask::x ##[error]y | https://evil.example /close `x` &lt;b>"
    edit(clone, "      Officers answer", f"      {hostile}\n      Officers answer")
    edit(clone, "heading: Advice", "heading: 'Advice @all #2'")
    on(monkeypatch, **GITHUB, GITHUB_BASE_REF="main")
    said = type_("ci")
    assert said.code == 0, said.out + said.err
    text = comment(clone)
    assert "evil.example" in text
    for sign in ("@everyone", "@all", " #1", " #2", "##[", "https://evil", "`x`", "|  https", "::add"):
        assert sign not in text
    assert [line for line in text.splitlines() if line.startswith(("/", "@", "#1", "::"))] == []
    assert [
        line for line in said.out.splitlines()[2:] if not line.startswith(("::warning", "::notice"))
    ] == []


def adopt(folder: Path, name: str = "2026-11-20-council") -> None:
    """Keep a second adopted version, as an adoption does."""
    files = adopted_files()
    files["record.yaml"] = (
        files["record.yaml"].replace("2026-01-20", "2026-11-20").replace("2026-02-01", "2026-11-21")
    )
    files.pop("SHA256SUMS")
    write(folder, {f"changelog/{name}/{each}": text for each, text in files.items()})
    commit_all(folder, "Adopt")


def test_a_version_adopted_on_the_main_branch_yields_the_website(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = git(clone, "rev-parse", "HEAD")
    adopt(clone)
    on(monkeypatch, **GITHUB, GITHUB_REF_NAME="main", PROTOBUILD_BEFORE=before)
    assert type_("ci").code == 0
    site = clone / "protocol-ci" / "site"
    assert (site / "READ-ME-FIRST.html").is_file()
    assert (site / "2026-11-20" / "index.html").is_file()
    assert "It brings what was adopted: 2026-11-20-council." in comment(clone)
    assert "The pages of the website are made" in comment(clone)


def test_no_website_is_made_of_a_proposal_or_where_nothing_was_adopted(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = git(clone, "rev-parse", "HEAD")
    edit(clone, "must ask", "may ask")
    on(monkeypatch, **GITLAB, CI_COMMIT_BRANCH="main", CI_COMMIT_BEFORE_SHA=before)
    assert type_("ci").code == 0
    adopt(clone)
    on(monkeypatch, CI_COMMIT_BRANCH="edit", CI_MERGE_REQUEST_DIFF_BASE_SHA=before)
    assert type_("ci").code == 0
    assert "It brings what was adopted" in comment(clone)
    assert not (clone / "protocol-ci" / "site").exists()


def test_a_website_that_cannot_be_made_is_told_and_fails(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = git(clone, "rev-parse", "HEAD")
    edit(clone, ADDRESS, "", "protocol/protocol.yaml")
    adopt(clone)
    on(monkeypatch, **GITLAB, CI_COMMIT_BRANCH="main", CI_COMMIT_BEFORE_SHA=before)
    assert type_("ci").code == 1
    assert "The pages of the website were not made. protocol.yaml does not say where" in comment(clone)


def test_a_protocol_that_is_new_is_said_to_be(
    tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "new", {"README.md": "Hello\n"})
    commit_all(tmp_path / "new")
    git(tmp_path / "new", "switch", "-q", "-c", "edit")
    write_project(tmp_path / "new")
    commit_all(tmp_path / "new")
    monkeypatch.chdir(tmp_path / "new")
    assert type_("ci", "--base", "main").code == 0
    assert "The protocol is new" in comment(tmp_path / "new")


def test_a_protocol_below_the_top_names_files_as_the_platform_does(
    tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = write_project(tmp_path / "whole" / "rules")
    write(inner, {"protocol/advice.yaml": ADVICE.replace("heading:", "headin:")})
    commit_all(tmp_path / "whole")
    monkeypatch.chdir(tmp_path / "whole")
    on(monkeypatch, **GITHUB, GITHUB_REF_NAME="main", PROTOBUILD_BEFORE="")
    assert type_("-C", "rules", "ci").code == 1
    assert "rules/protocol/advice.yaml" in comment(inner)


def test_without_a_base_or_a_history_the_version_adopted_last_is_compared(
    origin: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(origin)
    assert type_("ci").code == 0
    assert "Compared with&#58; Adopted 20 January 2026." in comment(origin)
    shutil.rmtree(origin / ".git")
    shutil.rmtree(origin / "protocol-ci")
    assert type_("ci").code == 0
    assert "2 changes to decide" in comment(origin)


@pytest.mark.parametrize("name", ["--output=x", "-x", "a..b", "nowhere", "HEAD\nx", "@{-7}"])
def test_a_base_that_is_none_is_refused_in_words(clone: Path, type_: Type, name: str) -> None:
    said = type_("ci", f"--base={name}")
    assert said.code == 2
    assert said.err.startswith("error: ")
    assert not (clone / "protocol-ci").exists()
    assert not (clone / "x").exists()


def test_a_history_that_is_cut_short_says_what_to_fetch(
    origin: Path, tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(origin, "switch", "-q", "-c", "edit")
    edit(origin, "must ask", "may ask")
    git(origin, "switch", "-q", "main")
    edit(origin, "do not accept", "never accept", "protocol/conduct.yaml")
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", origin.as_uri(), "cut")
    git(tmp_path / "cut", "switch", "-q", "edit")
    monkeypatch.chdir(tmp_path / "cut")
    said = type_("ci", "--base", "origin/main")
    assert said.code == 2
    assert "fetch-depth: 0, or GIT_DEPTH: 0" in said.err


def test_a_past_that_is_gone_from_the_main_branch_is_only_remarked(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, **GITHUB, GITHUB_REF_NAME="main", PROTOBUILD_BEFORE="1" * 40)
    said = type_("ci")
    assert said.code == 0
    assert "compared with the version adopted last" in said.err


def test_a_fault_that_leaves_the_text_readable_is_told_beside_the_redline(clone: Path, type_: Type) -> None:
    edit(clone, "      Officers answer", "      Officers <b>always</b> answer")
    assert type_("ci", "--base", "main").code == 1
    assert "### Every change" in comment(clone)
    assert "- **error** protocol/advice.yaml" in comment(clone)
    assert (clone / "protocol-ci" / "redline.html").is_file()


def test_a_look_that_cannot_be_drawn_costs_the_pdf_alone(
    clone: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(page: str, *look: str) -> bytes:
        raise PdfUnavailableError("No PDF can be made here.", fix="Install Pango.")

    monkeypatch.setattr(formats, "make_pdf", unavailable)
    edit(clone, "must ask", "may ask")
    said = type_("ci", "--base", "main")
    assert said.code == 0
    assert "No PDF can be made here. Install Pango." in said.err
    assert "The redline is beside this comment: `redline.html`." in comment(clone)


def test_a_theme_with_faults_is_told_and_the_redline_is_made_without_it(clone: Path, type_: Type) -> None:
    write(clone, {"theme/theme.yaml": "colour: red\n"})
    edit(clone, "must ask", "may ask")
    assert type_("ci", "--base", "main").code == 1
    assert "theme/theme.yaml" in comment(clone)
    assert (clone / "protocol-ci" / "redline.html").is_file()


def test_a_record_that_cannot_be_read_is_told(clone: Path, type_: Type) -> None:
    edit(clone, "adopted: 2026-01-20", "adopted: yesterday", "changelog/2026-01-20-council/record.yaml")
    assert type_("ci", "--base", "main").code == 1
    assert "record.yaml" in comment(clone)
