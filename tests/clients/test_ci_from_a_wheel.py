"""Both workflows, run as they are written, with protobuild installed from a wheel and no network."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from protobuild import __version__
from protobuild.life.starting.models import MODELS
from protobuild.store.yaml import read_yaml
from small_council import git

pytestmark = pytest.mark.clients

ROOT = Path(__file__).resolve().parents[2]
NOBODYS = "a-token"
"""What stands for the leave to write a comment."""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment that has the wheel, and the libraries it asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    left_out = shutil.ignore_patterns("*.egg-info", "__pycache__")
    for name in ("src", *MODELS.values()):
        shutil.copytree(ROOT / name, folder / "source" / name, ignore=left_out)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / "source")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    offline = ["--no-deps", "--no-index"]
    build = [*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", str(folder), "./source"]
    subprocess.run(build, cwd=folder, check=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "fresh")], check=True)
    python = folder / "fresh" / "bin" / "python"
    install = [*pip, "--python", str(python), "install", *offline, str(next(folder.glob("*.whl")))]
    subprocess.run(install, check=True)
    own = next((folder / "fresh").glob("lib/python*/site-packages"))
    (own / "libraries.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n", "utf-8")
    return python.parent


@pytest.fixture(scope="module")
def council(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new folder as `new` makes it, with a change on a branch of its own."""
    folder = tmp_path_factory.mktemp("council")
    words = ["--council", "Westfold Borough Council", "--yes"]
    done = run(program, folder, f"protobuild new ours {' '.join(map(repr, words))}")
    assert done.returncode == 0, done.stderr
    ours = folder / "ours"
    git(ours, "switch", "-q", "-c", "edit")
    file = ours / "protocol" / "correspondence.yaml"
    file.write_text(file.read_text("utf-8").replace("must not secretly", "should not secretly"), "utf-8")
    git(ours, "commit", "-qam", "Edit")
    git(ours, "update-ref", "refs/remotes/origin/main", "main")
    return ours


def run(program: Path, folder: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    (home / ".gitconfig").write_text("[user]\n\tname = Clerk\n\temail = clerk@example.gov.uk\n", "utf-8")
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": f"{program}:{os.defpath}:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"}
        | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def workflow(folder: Path, name: str) -> dict[str, object]:
    data = read_yaml(name, (folder / name).read_bytes()).data
    assert isinstance(data, dict)
    return data["protocol"] if "protocol" in data else data["jobs"]["protocol"]


def test_the_wheel_is_what_runs(program: Path, council: Path) -> None:
    done = run(program, council, "python -c 'import protobuild; print(protobuild.__file__)'")
    assert str(program.parent) in done.stdout
    assert run(program, council, "protobuild check --strict").returncode == 0


def test_the_step_on_github(program: Path, council: Path) -> None:
    steps = workflow(council, ".github/workflows/protocol.yml")["steps"]
    (script,) = [step["run"] for step in steps if "protobuild ci" in step.get("run", "")]
    state = git(council, "rev-parse", "HEAD")
    done = run(
        program,
        council,
        script,
        GITHUB_ACTIONS="true",
        GITHUB_BASE_REF="main",
        GITHUB_REF_NAME="1/merge",
        GITHUB_SERVER_URL="https://github.com",
        GITHUB_REPOSITORY="council/protocol",
        GITHUB_RUN_ID="9",
        GITHUB_STEP_SUMMARY=str(council.parent / "summary.md"),
        PROTOBUILD_STATE=state,
    )
    assert done.returncode == 0, done.stderr
    comment = (council / "protocol-ci" / "comment.md").read_text("utf-8")
    assert "“must not” becomes “should not”" in comment
    assert (council.parent / "summary.md").read_text("utf-8") in comment
    assert (council / "protocol-ci" / "redline.pdf").stat().st_size > 10_000
    assert git(council, "status", "--porcelain") == ""


def test_the_step_on_gitlab(program: Path, council: Path) -> None:
    job = workflow(council, ".gitlab-ci.yml")
    shutil.rmtree(council / "protocol-ci", ignore_errors=True)
    done = run(
        program,
        council,
        "\n".join(job["script"]),
        GITLAB_CI="true",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=git(council, "rev-parse", "main"),
        CI_COMMIT_SHA=git(council, "rev-parse", "HEAD"),
        CI_PROJECT_URL="https://gitlab.example/council/protocol",
    )
    assert done.returncode == 0, done.stderr
    assert (council / "protocol-ci" / "code-quality.json").is_file()


STAND_IN = """\
#!/bin/sh
echo "{name} $*" >> "$ASKED"
case "$*" in
  */user) echo '{{"id": 2}}' ;;
  *per_page*) echo '[]' ;;
esac
"""


def stand_ins(folder: Path) -> Path:
    """Put tools that only write down what they were asked in the place of those that need a network."""
    tools = folder.parent / "stand-ins"
    tools.mkdir(exist_ok=True)
    for name in ("sudo", "apt-get", "pip", "gh", "curl"):
        tool = tools / name
        tool.write_text(STAND_IN.format(name=name), "utf-8")
        tool.chmod(0o755)
    return tools


def in_order(program: Path, council: Path, scripts: list[str], **variables: str) -> list[str]:
    """Run scripts one after another on one folder, and return what the stand-ins were asked."""
    shutil.rmtree(council / "protocol-ci", ignore_errors=True)
    log = council.parent / "asked.txt"
    log.write_text("", "utf-8")
    path = f"{stand_ins(council)}:{program}:{os.defpath}:/usr/bin:/bin"
    for script in scripts:
        done = run(program, council, script, **variables, PATH=path, ASKED=str(log))
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return log.read_text("utf-8").splitlines()


def test_every_step_on_github_in_order(program: Path, council: Path) -> None:
    steps = workflow(council, ".github/workflows/protocol.yml")["steps"]
    asked = in_order(
        program,
        council,
        [step["run"] for step in steps if "run" in step],
        GITHUB_ACTIONS="true",
        GITHUB_BASE_REF="main",
        GITHUB_REF_NAME="1/merge",
        GITHUB_SERVER_URL="https://github.com",
        GITHUB_REPOSITORY="council/protocol",
        GITHUB_RUN_ID="9",
        PROTOBUILD_STATE=git(council, "rev-parse", "HEAD"),
        COMMENTS="repos/council/protocol/issues/1/comments",
        COMMENT="repos/council/protocol/issues/comments",
    )
    assert [line.split()[0] for line in asked] == ["sudo", "sudo", "pip", "gh", "gh"]
    assert asked[2] == f"pip install --quiet protobuild=={__version__}"
    assert asked[-1].endswith("--field body=@protocol-ci/comment.md")
    assert "“must not” becomes “should not”" in (council / "protocol-ci/comment.md").read_text("utf-8")


def test_every_step_on_gitlab_in_order(program: Path, council: Path) -> None:
    job = workflow(council, ".gitlab-ci.yml")
    asked = in_order(
        program,
        council,
        ["\n".join([*job["before_script"], *job["script"]]), "\n".join(job["after_script"])],
        GITLAB_CI="true",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=git(council, "rev-parse", "main"),
        CI_COMMIT_SHA=git(council, "rev-parse", "HEAD"),
        CI_PROJECT_URL="https://gitlab.example/council/protocol",
        CI_API_V4_URL="https://gitlab.example/api/v4",
        CI_PROJECT_ID="4",
        CI_MERGE_REQUEST_IID="7",
        PROTOBUILD_TOKEN=NOBODYS,
    )
    assert [line.split()[0] for line in asked] == ["apt-get", "apt-get", "pip", "curl", "curl", "curl"]
    assert asked[2].endswith(f"protobuild=={__version__}")
    assert "--request POST --data-urlencode body@protocol-ci/comment.md" in asked[-1]


def test_an_adoption_on_the_main_branch_makes_the_website(program: Path, council: Path) -> None:
    ours = Path(shutil.copytree(council, council.parent / "adopted"))
    git(ours, "switch", "-q", "main")
    manifest = ours / "protocol" / "protocol.yaml"
    said = manifest.read_text("utf-8").replace(
        "contact:", "address: https://www.example.gov.uk/p\ncontact:", 1
    )
    manifest.write_text(said, "utf-8")
    before, today = git(ours, "rev-parse", "HEAD"), dt.datetime.now().astimezone().date()
    body = f"--on {today} --minute 4"
    for words in (
        "propose 'Council, now'",
        f"decide --body 'Standards Committee' --step recommended --no-redlines {body}",
        f"adopt --body 'Full Council' {body}",
    ):
        done = run(program, ours, f"protobuild {words}")
        assert done.returncode == 0, done.stderr
    steps = workflow(ours, ".github/workflows/protocol.yml")["steps"]
    (script,) = [step["run"] for step in steps if "protobuild ci" in step.get("run", "")]
    in_order(
        program,
        ours,
        [script],
        GITHUB_ACTIONS="true",
        GITHUB_REF_NAME="main",
        GITHUB_SERVER_URL="https://github.com",
        GITHUB_REPOSITORY="council/protocol",
        GITHUB_RUN_ID="9",
        PROTOBUILD_BEFORE=before,
        PROTOBUILD_MAIN="main",
        PROTOBUILD_STATE=git(ours, "rev-parse", "HEAD"),
    )
    site = ours / "protocol-ci" / "site"
    assert (site / "index.html").is_file()
    assert (site / str(today) / "index.html").is_file()
