"""Where a change is looked at, as the platforms say it."""

from __future__ import annotations

from pathlib import Path

from protobuild.publish.ci.run import Run, read_run

GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "council/protocol",
    "GITHUB_RUN_ID": "77",
    "GITHUB_STEP_SUMMARY": "/summary.md",
    "PROTOBUILD_STATE": "a" * 40,
    "PROTOBUILD_MAIN": "main",
}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_PROJECT_URL": "https://gitlab.example/council/protocol",
    "CI_JOB_URL": "https://gitlab.example/council/protocol/-/jobs/5",
    "CI_COMMIT_SHA": "b" * 40,
    "CI_DEFAULT_BRANCH": "main",
}


def test_a_proposed_change_on_github() -> None:
    run = read_run(
        GITHUB | {"GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "3/merge", "PROTOBUILD_BEFORE": ""}
    )
    assert (run.platform, run.base, run.proposed, run.on_main) == (
        "github",
        "refs/remotes/origin/main",
        True,
        False,
    )
    assert run.files == "https://github.com/council/protocol/actions/runs/77#artifacts"
    assert run.summary == Path("/summary.md")
    assert run.link("protocol/a b).yaml", 4) == (
        f"https://github.com/council/protocol/blob/{'a' * 40}/protocol/a%20b%29.yaml#L4"
    )


def test_a_change_that_was_taken_on_github() -> None:
    run = read_run(GITHUB | {"GITHUB_BASE_REF": "", "GITHUB_REF_NAME": "main", "PROTOBUILD_BEFORE": "c" * 40})
    assert (run.base, run.proposed, run.on_main) == ("c" * 40, False, True)
    first = read_run(GITHUB | {"GITHUB_REF_NAME": "main", "PROTOBUILD_BEFORE": "0" * 40})
    assert (first.base, first.on_main) == ("", True)
    other = read_run(GITHUB | {"GITHUB_REF_NAME": "draft", "PROTOBUILD_BEFORE": "c" * 40})
    assert other.on_main is False


def test_a_proposed_change_on_gitlab() -> None:
    run = read_run(GITLAB | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "d" * 40})
    assert (run.platform, run.base, run.proposed, run.on_main) == ("gitlab", "d" * 40, True, False)
    assert run.files == "https://gitlab.example/council/protocol/-/jobs/5/artifacts/browse"
    assert run.summary is None
    assert run.link("x.yaml", 1) == (f"https://gitlab.example/council/protocol/-/blob/{'b' * 40}/x.yaml#L1")


def test_a_change_that_was_taken_on_gitlab() -> None:
    run = read_run(GITLAB | {"CI_COMMIT_BRANCH": "main", "CI_COMMIT_BEFORE_SHA": "e" * 40})
    assert (run.base, run.proposed, run.on_main) == ("e" * 40, False, True)


def test_a_base_that_is_named_wins_and_at_home_nothing_else_is_known() -> None:
    assert read_run(GITHUB | {"GITHUB_BASE_REF": "main"}, "v1").base == "v1"
    assert read_run({"PATH": "/bin"}, "main") == Run(base="main")
    assert read_run({}).link("x.yaml", 1) == ""


def test_what_is_not_said_gives_no_link() -> None:
    assert read_run({"GITHUB_ACTIONS": "true"}) == Run(platform="github")
    braces = read_run(GITHUB | {"GITHUB_REPOSITORY": "a/{x}"})
    assert braces.link("y", 1).startswith("https://github.com/a/{x}/blob/")
