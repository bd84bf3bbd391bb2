"""The scripts by which the workflows write a comment: a new one, or their own of before anew."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from protobuild.life.starting.answers import completed
from protobuild.life.starting.folder import folder_files
from protobuild.publish.ci.comment import MARK
from protobuild.store.yaml import read_yaml

FILES = folder_files(completed({"council": "Westfold Borough Council"}), dt.date(2026, 11, 23))
NOTES = "https://api/projects/4/merge_requests/7/notes"
COMMENTS = "repos/council/protocol/issues/7/comments"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "protocol-ci").mkdir()
    (tmp_path / "protocol-ci" / "comment.md").write_text(f"{MARK}\nWords.\n", "utf-8")
    return tmp_path


def asked(place: Path, script: str, tool: str, answers: dict[str, str], **variables: str) -> list[str]:
    """Run a script with a stand-in for its tool, and return what the tool was asked."""
    log = place / "asked.txt"
    log.write_text("", "utf-8")
    cases = "".join(f"  {pattern}) echo '{answer}' ;;\n" for pattern, answer in answers.items())
    stand_in = place / "tools" / tool
    stand_in.parent.mkdir(exist_ok=True)
    stand_in.write_text(f'#!/bin/sh\necho "$*" >> {log}\ncase "$*" in\n{cases}esac\n', "utf-8")
    stand_in.chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=place,
        env={"PATH": f"{stand_in.parent}:/usr/local/bin:/usr/bin:/bin"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return log.read_text("utf-8").splitlines()


def github(place: Path, earlier: str) -> list[str]:
    data = read_yaml("w", FILES[".github/workflows/protocol.yml"]).data
    script = data["jobs"]["protocol"]["steps"][-1]["run"]
    return asked(
        place,
        script,
        "gh",
        {"*--paginate*": earlier} if earlier else {},
        COMMENTS=COMMENTS,
        COMMENT="repos/council/protocol/issues/comments",
    )


def gitlab(place: Path, earlier: str, **variables: str) -> list[str]:
    data = read_yaml("w", FILES[".gitlab-ci.yml"]).data
    usual = {
        "PROTOBUILD_TOKEN": "a-token",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_PROJECT_ID": "4",
        "CI_API_V4_URL": "https://api",
    }
    script = "\n".join(data["protocol"]["after_script"])
    return asked(place, script, "curl", {"*/user": '{"id": 2}', "*per_page*": earlier}, **usual | variables)


def test_github_writes_a_first_comment(place: Path) -> None:
    assert github(place, "")[-1] == (
        f"api --silent --method POST {COMMENTS} --field body=@protocol-ci/comment.md"
    )


def test_github_brings_its_last_comment_up_to_date_and_nobody_elses(place: Path) -> None:
    first, last = github(place, "11\n30")
    assert last == (
        "api --silent --method PATCH repos/council/protocol/issues/comments/30 "
        "--field body=@protocol-ci/comment.md"
    )
    assert f'.user.login == "github-actions[bot]" and (.body | startswith("{MARK}"))' in first


def test_gitlab_writes_a_first_comment(place: Path) -> None:
    told = gitlab(place, "[]")
    assert told[-1].endswith(f"--request POST --data-urlencode body@protocol-ci/comment.md {NOTES}")
    assert all("PRIVATE-TOKEN: a-token" in each for each in told)


def test_gitlab_brings_its_last_comment_up_to_date_and_nobody_elses(place: Path) -> None:
    strangers = f'{{"id": 31, "author": {{"id": 9}}, "body": "{MARK} mine"}}'
    other = '{"id": 32, "author": {"id": 2}, "body": "Thanks"}'
    ours = f'{{"id": 30, "author": {{"id": 2}}, "body": "{MARK}"}}'
    told = gitlab(place, f"[{strangers}, {other}, {ours}]")
    assert told[-1].endswith(f"--request PUT --data-urlencode body@protocol-ci/comment.md {NOTES}/30")


@pytest.mark.parametrize("name", ["PROTOBUILD_TOKEN", "CI_MERGE_REQUEST_IID"])
def test_gitlab_asks_for_nothing_without_a_token_or_a_proposal(place: Path, name: str) -> None:
    assert gitlab(place, "[]", **{name: ""}) == []


def test_gitlab_asks_for_nothing_without_a_comment(place: Path) -> None:
    (place / "protocol-ci" / "comment.md").unlink()
    assert gitlab(place, "[]") == []
