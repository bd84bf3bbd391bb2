"""`check --explain`, and `check --take-on` for a document that is taken on as it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import protobuild
from protobuild.check import CHECKS
from protobuild.cli.rules import RULES
from small_council import ADVICE, write

Type = Callable[..., object]

SOURCE = Path(protobuild.__file__).parent
TABLES = ("phrases.py", "syntax.py", "build.py")
"""Modules that hold rules in tables, where a rule is the first of several values."""
KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")
TYPED = ADVICE.replace("before they decide", "as paragraph 2.1 says")


def rules_named() -> Iterator[str]:
    """Yield every rule a finding is made with, read from the source."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield from _first_words(node, tables=path.name in TABLES)


def _first_words(node: ast.AST, *, tables: bool) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        wanted = {"Finding": 0, "_say": 0} | ({"_Sort": 1} if tables else {})
        values, at = node.args, wanted.get(name)
    elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and tables:
        values, at = node.value.elts, 0
    else:
        return
    if at is not None and len(values) > at and isinstance(values[at], ast.Constant):
        yield str(values[at].value)


def test_every_rule_is_explained_and_every_explanation_is_of_a_rule() -> None:
    named = {rule for rule in rules_named() if KEBAB.fullmatch(rule)}
    assert len(named) > 40
    assert named <= {*RULES, *CHECKS, "ours"}, "'ours' is our own fault, which no rule explains"
    assert RULES.keys() <= named


@pytest.mark.parametrize("rule", sorted({*RULES, *CHECKS}))
def test_a_rule_is_explained(type_: Type, rule: str) -> None:
    said = type_("check", "--explain", rule)
    assert said.code == 0
    name, _, words = said.out.partition("\n")
    assert name == rule
    assert len(words.split()) > 5


def test_a_check_says_how_it_is_silenced(type_: Type) -> None:
    assert "quiet:\n      links: why" in type_("check", "--explain", "links").out
    assert "quiet:" not in type_("check", "--explain", "tab").out


def test_a_misspelt_rule_is_put_right(type_: Type) -> None:
    said = type_("check", "--explain", "unknown-feild")
    assert said.code == 2
    assert "Write 'unknown-field'." in said.err


def test_a_document_is_taken_on_and_only_gets_better(project: Path, type_: Type) -> None:
    write(project, {"protocol/advice.yaml": TYPED})
    assert type_("check", "--strict").code == 1
    said = type_("check", "--take-on")
    assert said.code == 0
    assert "1 finding listed in protocol/baseline.yaml" in said.err + said.out

    said = type_("check", "--strict")
    assert said.code == 0
    assert "1 finding of before, listed in baseline.yaml." in said.out

    write(project, {"protocol/advice.yaml": TYPED.replace("10 working days", "the time of paragraph 1.1")})
    said = type_("check", "--strict")
    assert said.code == 1
    assert said.out.count("[typed_numbers]") == 1
    assert type_("check", "--take-on", "--strict").code == 1, "what is new is never added"

    write(project, {"protocol/advice.yaml": ADVICE})
    assert "1 line of baseline.yaml can go" in type_("check").out
    type_("check", "--take-on")
    assert "baseline" not in type_("check").out
    write(project, {"protocol/advice.yaml": TYPED})
    assert type_("check", "--strict").code == 1, "what was put right and comes back is told"


def test_an_edited_line_is_told_again(project: Path, type_: Type) -> None:
    write(project, {"protocol/advice.yaml": TYPED})
    type_("check", "--take-on")
    write(project, {"protocol/advice.yaml": TYPED.replace("Members should ask", "Members must ask")})
    assert type_("check", "--strict").code == 1


def test_errors_are_never_taken_on(project: Path, type_: Type) -> None:
    write(project, {"protocol/advice.yaml": ADVICE.replace("[[role:monitoring-officer]]", "[[role:mayor]]")})
    said = type_("check", "--take-on")
    assert said.code == 1
    assert "[references]" in said.out
    assert "known: []" in (project / "protocol" / "baseline.yaml").read_text("utf-8")


def test_a_baseline_that_cannot_be_read_is_told_and_nothing_is_lost(project: Path, type_: Type) -> None:
    write(project, {"protocol/baseline.yaml": "known:\n  - rul: x\n"})
    said = type_("check")
    assert said.code == 1
    assert "protocol/baseline.yaml:2:5" in said.err + said.out
    assert type_("check", "--take-on").code == 1
    assert (project / "protocol" / "baseline.yaml").read_text("utf-8") == "known:\n  - rul: x\n"
