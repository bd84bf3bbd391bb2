"""The files of a new folder: whole, valid where programs read them, and in an officer's words."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from protobuild import __version__
from protobuild.life.afterwards import AFTERWARDS
from protobuild.life.meetings.reading import FOLDER as MEETINGS
from protobuild.life.notes import NEXT
from protobuild.life.schemas import schemas
from protobuild.life.starting.answers import completed
from protobuild.life.starting.folder import LAID_OUT, folder_files
from small_council import write

GIVEN = {"council": "Westfold Borough Council"}
DAY = dt.date(2026, 11, 23)
JARGON = re.compile(r"\b(commit(?:s|ted)?|branch(?:es)?|HEAD|merge|rebase|checkout|repository|push)\b")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {name: data.decode() for name, data in folder_files(completed(GIVEN), DAY).items()}


def test_everything_an_officer_needs_is_there(files: dict[str, str]) -> None:
    assert {*LAID_OUT, "protocol/protocol.yaml", "protocol/introduction.yaml"} <= set(files)
    assert {name: files[f"schema/{name}"] for name in schemas()} == schemas()


def test_no_place_in_a_template_is_left_unfilled(files: dict[str, str]) -> None:
    assert [name for name in LAID_OUT if re.search(r"<<\w+>>", files[name])] == []
    assert files["README.md"].startswith(
        "# Protocol on Member-Officer Relations of Westfold Borough Council\n"
    )
    for name in (".github/workflows/protocol.yml", ".gitlab-ci.yml"):
        assert f'"protobuild=={__version__}"' in files[name]
        assert "protobuild ci --out protocol-ci" in files[name]


def test_the_read_me_speaks_as_a_clerk_does(files: dict[str, str]) -> None:
    words = re.sub(r"^```.*?^```", "", files["README.md"], flags=re.MULTILINE | re.DOTALL)
    assert JARGON.findall(words) == []


def test_a_council_outside_england_is_told_whose_law_the_text_cites() -> None:
    texts = {
        nation: folder_files(completed(GIVEN | {"nation": nation}), DAY)["README.md"].decode()
        for nation in ("england", "wales", "northern-ireland")
    }
    assert "written for England" not in texts["england"]
    assert "which of it applies in Wales" in texts["wales"]
    assert "which of it applies in Northern Ireland" in texts["northern-ireland"]
    assert all("no legal advice" in text for text in texts.values())


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/protocol.yml", "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_the_workflows_are_what_the_platforms_read(
    files: dict[str, str], tmp_path: Path, name: str, schema: str
) -> None:
    write(tmp_path, {"workflow.yml": files[name]})
    words = ["--builtin-schema", schema, str(tmp_path / "workflow.yml")]
    if "gitlab" in schema:
        words = ["--data-transform", "gitlab-ci", *words]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_github_workflow_gives_away_nothing(files: dict[str, str]) -> None:
    workflow = files[".github/workflows/protocol.yml"]
    assert "pull_request_target" not in workflow
    assert re.findall(r"uses: (?!\S+@[0-9a-f]{40} # v)", workflow) == []  # a tag can be moved
    scripts = re.findall(r"run: (?:\|\n((?: {10}.*\n)+)|(.*)\n)", workflow)
    assert len(scripts) == 3
    assert not [words for words in scripts if "${{" in "".join(words)]  # nobody's words become a command


def test_the_scripts_of_the_workflows_are_shell(files: dict[str, str]) -> None:
    from protobuild.store.yaml import read_yaml

    github = read_yaml("w", files[".github/workflows/protocol.yml"].encode()).data
    gitlab = read_yaml("w", files[".gitlab-ci.yml"].encode()).data
    scripts = [step["run"] for step in github["jobs"]["protocol"]["steps"] if "run" in step]
    for part in ("before_script", "script", "after_script"):
        scripts += gitlab["protocol"][part]
    assert len(scripts) == 8
    for script in scripts:
        subprocess.run(["bash", "-n", "-c", script], check=True)


def test_the_editor_finds_a_schema_for_every_file(files: dict[str, str]) -> None:
    settings = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    assert set(settings) <= set(files)
    assert settings["schema/section.schema.json"][0] == "protocol/*.yaml"
    assert set(settings) == {f"schema/{name}" for name in schemas()}
    assert settings["schema/meeting.schema.json"] == f"{MEETINGS}/*.yaml"
    assert settings["schema/note.schema.json"] == f"changelog/{NEXT}/*.yaml"
    assert settings["schema/afterwards.schema.json"] == f"changelog/*/{AFTERWARDS}"
