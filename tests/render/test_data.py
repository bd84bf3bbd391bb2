"""The data of a redline is enough for any program, and is what its schema says."""

from __future__ import annotations

import ast
import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from chance import tries
from protobuild.model.outline import Outline, accept, project
from protobuild.model.redlined import Edit, Paper, Redlined
from protobuild.model.runs import plain
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.json import PARTS, SCHEMA, WHOLE, redline_schema, write_json
from sample_redline import CHANGES, OUTLINE, REDLINED, two_rounds
from strategies import amended, outlines

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "data.md").read_text("utf-8")
PROGRAM = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]
SHAPE = json.loads(redline_schema())

SHOWN = {"__name__": "shown in the documents"}
exec(PROGRAM, SHOWN)  # noqa: S102 - our own page


def faults(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SHAPE).iter_errors(data)]


def text_of(outline: Outline, number: int) -> list[dict[str, object]]:
    return [
        {
            "kind": entry.kind.value,
            "level": entry.level,
            "num": plain(entry.num),
            "heading": plain(entry.heading),
            "body": plain(entry.body),
        }
        for entry in project(outline, number).entries
    ]


def rebuilt(redlined: Redlined) -> None:
    data = json.loads(write_json(redlined))
    assert faults(data) == []
    for number in range(redlined.outline.last + 1):
        assert SHOWN["text_after"](data, number) == text_of(redlined.outline, number)  # type: ignore[operator]


def test_the_schema_in_the_project_is_fresh() -> None:
    assert (ROOT / "schema" / "redline.schema.json").read_text("utf-8") == redline_schema()
    Draft202012Validator.check_schema(SHAPE)


def test_every_field_of_the_schema_is_explained() -> None:
    for part in (SHAPE, *SHAPE["$defs"].values()):
        assert part["description"].endswith(".")
        assert all(field["description"] for field in part["properties"].values())


def test_every_shape_the_schema_points_to_is_in_it_and_used() -> None:
    used = set(re.findall(r'"#/\$defs/([a-z]+)"', redline_schema()))
    assert used == set(SHAPE["$defs"]) == set(PARTS)
    assert list(SHAPE["properties"]) == list(WHOLE)


def test_the_program_in_the_documents_is_short_and_knows_nothing_of_ours() -> None:
    names = [
        alias.name
        for node in ast.walk(ast.parse(PROGRAM))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    assert sorted(names) == ["json", "sys"]
    assert len([line for line in PROGRAM.splitlines() if line.strip()]) <= 35


@pytest.mark.parametrize(
    "redlined",
    [
        pytest.param(REDLINED, id="one round"),
        pytest.param(Redlined(two_rounds(), (), ()), id="two rounds"),
        pytest.param(Redlined(accept(OUTLINE), (), ()), id="no changes"),
        pytest.param(
            replace(REDLINED, changes=(replace(CHANGES[0], edits=(Edit("C1a", 3, 0, "a", "b"),)),)),
            id="edits",
        ),
    ],
)
def test_any_program_can_rebuild_every_text(redlined: Redlined) -> None:
    rebuilt(redlined)


@settings(max_examples=tries(30), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_program_can_rebuild_both_texts_whatever_was_amended(data: st.DataObject) -> None:
    old = data.draw(outlines())
    rebuilt(describe(redline(old, data.draw(amended(old)))))


def test_any_program_can_draw_a_redline() -> None:
    lines = list(SHOWN["redline"](json.loads(write_json(REDLINED))))  # type: ignore[operator]
    assert (
        "1.2Members and officers [-should-][+must+] read it with the Members’ Code of Conduct. Where"
        in "".join(lines)
    )
    assert "[-2.1-][+1.4+]Members are elected" in "".join(lines)


@pytest.mark.parametrize("broken", [{"schema": "protobuild/redline/9"}, {"entries": [{}]}, {"more": 1}])
def test_the_schema_refuses_what_is_something_else(broken: dict[str, object]) -> None:
    assert faults({**json.loads(write_json(REDLINED)), **broken})


def test_an_entry_says_whether_a_view_of_the_changes_leaves_it_out() -> None:
    entries = json.loads(write_json(REDLINED))["entries"]
    left_out = {each["id"] for each in entries if each["unchanged"]}
    assert {"members-elected", "quoted", "policy-role"} <= left_out
    assert not {"guides", "member-roles", "officer-support", "who-does-what"} & left_out


def test_the_documents_name_the_schema_by_its_number() -> None:
    assert SCHEMA == "protobuild/redline/1"
    assert "schema/redline.schema.json" in PAGE


@pytest.mark.corpus
def test_any_program_can_rebuild_real_texts(corpus: Path) -> None:
    from protobuild.interchange.document import read_document, to_outline

    old, now = (
        to_outline(read_document(name, (corpus / name).read_bytes()))
        for name in ("barnet-adopted.md", "barnet-proposed.md")
    )
    rebuilt(describe(redline(old, now, ids=False)))


def test_the_data_names_the_papers_that_gave_the_changes_their_names() -> None:
    paper = Paper("Standards Committee, 3 June", dt.date(2026, 6, 3), "Adopted", "3f2a", ())
    told = json.loads(write_json(replace(REDLINED, papers=(paper,))))
    Draft202012Validator(json.loads(redline_schema())).validate(told)
    assert told["papers"] == [
        {
            "name": "Standards Committee, 3 June",
            "on": "2026-06-03",
            "base": "Adopted",
            "ref": "3f2a",
            "changes": [],
        }
    ]
    assert [change["base"] for change in told["changes"]] == [list(change.base) for change in CHANGES]
