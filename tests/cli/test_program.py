"""The command line as a whole: help, exit codes, and nothing heavy at the start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from protobuild.cli import check
from protobuild.cli.program import VERBS

Type = Callable[..., object]
HEAVY = ("git", "weasyprint", "rapidfuzz", "docx", "lxml", "jinja2")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(type_: Type, verb: str) -> None:
    said = type_(verb, "--help")
    assert said.code == 0
    assert f"Examples:\n    protobuild {verb}" in said.out


@pytest.mark.parametrize("verb", VERBS)
def test_the_list_of_verbs_says_what_each_verb_says_of_itself(verb: str) -> None:
    module, about = VERBS[verb]
    command = import_module(module).command
    assert (command.name, command.short_help) == (verb, about)


def test_help_lists_every_verb(type_: Type) -> None:
    said = type_("--help")
    assert said.code == 0
    assert all(f"  {verb} " in said.out for verb in VERBS)


def test_the_version_is_told(type_: Type) -> None:
    said = type_("--version")
    assert (said.code, said.out[:11]) == (0, "protobuild ")


@pytest.mark.parametrize(
    "words",
    [
        ("chekc",),
        ("check", "--colour"),
        ("build", "--to", "doc"),
        ("-C", "nowhere", "check"),
        ("redline", "1999-01-01"),
        ("redline", "--", "-x"),
        ("show", "9.9"),
    ],
    ids=" ".join,
)
def test_wrong_words_leave_with_2_and_say_what_to_do(
    project: Path, type_: Type, words: tuple[str, ...]
) -> None:
    said = type_(*words)
    assert said.code == 2
    assert said.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chekc", "There is no verb 'chekc'.\n  fix: Did you mean check?"),
        ("frobnicate", "There is no verb 'frobnicate'.\n  fix: The verbs are new, check, build, "),
        ("check old", "check takes no name: 'old' is too much.\n  fix: To work on another protocol write: "
         "protobuild -C FOLDER check"),
        ("build 2026-01-20", "'2026-01-20' is too much.\n  fix: For the text of a day write: protobuild "
         'build --at "14 May 2026".'),
        ("import a.md b.md --into c", "import takes one file: 'b.md' is too much."),
        ("check --quiet", "'--quiet' stands in the wrong place.\n  fix: Write --quiet before the verb: "
         "protobuild --quiet check"),
        ("build -C old", "fix: Write -C before the verb: protobuild -C FOLDER build"),
        ("check --stict", "check does not know '--stict'.\n  fix: Did you mean --strict?"),
        ("check --zzz", "check does not know '--zzz'.\n  fix: `protobuild check --help` lists"),
        ("--to html build", "'--to' means nothing before a verb."),
        ("build --to doc", "'doc' is not one of 'html', 'pdf', 'large-print', 'docx', 'text', 'json'."),
        ("build --at", "'--at' is not used so.\n  fix: `protobuild VERB --help` shows how"),
        ("check --strict=yes", "'--strict' is not used so."),
        ("import old.md", "import cannot do without '--into'.\n  fix: For example: protobuild import "),
        ("import --into x", "import cannot do without 'FILE'."),
        ("--quiet", "No verb was given."),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_are_answered_in_plain_words(
    project: Path, type_: Type, typed: str, said: str
) -> None:
    answer = type_(*typed.split())
    assert answer.code == 2
    assert answer.err.startswith("error: ")
    assert said in answer.err
    for jargon in ("Usage:", "argument", "Error:", "option", "value"):
        assert jargon not in answer.err


def test_without_a_word_the_help_is_shown(project: Path, type_: Type) -> None:
    said = type_()
    assert said.code == 2
    assert "Verbs:" in said.err


def test_our_own_fault_is_an_apology_with_the_details_in_a_file(
    project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr(check, "open_draft", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = type_("check")
    assert said.code == 3
    assert said.err.startswith("Sorry: this is a fault in protobuild")
    assert "secret" not in said.err
    (details,) = tmp_path.glob("protobuild-fault-*.txt")
    assert str(details) in said.err
    assert "a secret of the machine" in details.read_text("utf-8")


def test_ctrl_c_leaves_with_130(project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "open_draft", interrupt)
    said = type_("check")
    assert (said.code, said.err.strip()) == (130, "Stopped.")


def test_a_reader_of_a_pipe_who_has_had_enough_is_no_fault(project: Path) -> None:
    command = [sys.executable, "-m", "protobuild", "show"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("check",), ("check", "--help")], ids=" ".join
)
def test_starting_and_checking_load_nothing_heavy(project: Path, words: tuple[str, ...]) -> None:
    code = (
        "import sys; from protobuild.cli.program import run; run(sys.argv[1:]); "
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
