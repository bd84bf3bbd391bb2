"""Run: where a change is looked at, and what the platform there says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform, by the names of its variables; `sign` is set wherever it runs something."""

    name: str
    sign: str
    base: str
    """What a proposed change would change; set only for one that is proposed."""
    prefix: str
    """What makes a name of it that the history knows."""
    before: str
    """Where the branch stood before."""
    branch: str
    main: str
    state: str
    """The state that is looked at."""
    address: tuple[str, ...]
    """The parts of the project's address."""
    line: str
    """How an address of a line in a file goes on from there."""
    files: str
    """The address of what this run attaches, from variables in braces."""
    summary: str = ""
    """The file that takes a summary of the run."""


PLATFORMS = (
    Platform(
        name="github",
        sign="GITHUB_ACTIONS",
        base="GITHUB_BASE_REF",
        prefix="refs/remotes/origin/",
        before="PROTOBUILD_BEFORE",
        branch="GITHUB_REF_NAME",
        main="PROTOBUILD_MAIN",
        state="PROTOBUILD_STATE",
        address=("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"),
        line="/blob/{state}/{file}#L{line}",
        files="{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}#artifacts",
        summary="GITHUB_STEP_SUMMARY",
    ),
    Platform(
        name="gitlab",
        sign="GITLAB_CI",
        base="CI_MERGE_REQUEST_DIFF_BASE_SHA",
        prefix="",
        before="CI_COMMIT_BEFORE_SHA",
        branch="CI_COMMIT_BRANCH",
        main="CI_DEFAULT_BRANCH",
        state="CI_COMMIT_SHA",
        address=("CI_PROJECT_URL",),
        line="/-/blob/{state}/{file}#L{line}",
        files="{CI_JOB_URL}/artifacts/browse",
    ),
)
"""The platforms whose workflows `new` writes. To add one: a row."""

_NOTHING = re.compile(r"0*")
"""What stands for the state before a branch's first one."""
_NAME = re.compile(r"\{([A-Z_]+)\}")


@dataclass(frozen=True, slots=True)
class Run:
    """One look at a change."""

    platform: str = ""
    """Empty on somebody's own computer."""
    base: str = ""
    """What the change is compared with; empty where nobody says."""
    proposed: bool = False
    """Whether somebody proposes the change, so that a comment can be written."""
    on_main: bool = False
    """Whether the change has been taken."""
    files: str = ""
    """The address of what is attached; empty where there is none."""
    summary: Path | None = None
    lines: str = ""
    """The address of a line, with `{file}` and `{line}` to be filled in; empty where there is none."""

    def link(self, file: str, line: int) -> str:
        """Return the address of a line in a file, empty where files have none."""
        return self.lines.format(file=quote(file), line=line) if self.lines else ""


def read_run(environment: Mapping[str, str], base: str | None = None) -> Run:
    """Return what the platform says through its variables; a base that is named wins over its own."""
    platform = next((each for each in PLATFORMS if environment.get(each.sign)), None)
    if platform is None:
        return Run(base=base or "")
    target, before = environment.get(platform.base, ""), environment.get(platform.before, "")
    proposed = bool(target)
    of_platform = f"{platform.prefix}{target}" if proposed else ("" if _NOTHING.fullmatch(before) else before)
    branch = environment.get(platform.branch, "")
    summary = environment.get(platform.summary, "")
    return Run(
        platform=platform.name,
        base=base or of_platform,
        proposed=proposed,
        on_main=not proposed and bool(branch) and branch == environment.get(platform.main),
        files=_filled(platform.files, environment),
        summary=Path(summary) if summary else None,
        lines=_lines(platform, environment),
    )


def _lines(platform: Platform, environment: Mapping[str, str]) -> str:
    parts = [environment.get(each, "") for each in (*platform.address, platform.state)]
    if not all(parts):
        return ""
    *address, state = parts
    return _braced("/".join(address)) + platform.line.replace("{state}", _braced(state))


def _braced(words: str) -> str:
    """Return words in which a brace does not stand for something to be filled in."""
    return words.replace("{", "{{").replace("}", "}}")


def _filled(template: str, environment: Mapping[str, str]) -> str:
    """Return an address with its variables filled in; nothing where one is not set."""
    if not all(environment.get(name) for name in _NAME.findall(template)):
        return ""
    return _NAME.sub(lambda found: environment[found[1]], template)
