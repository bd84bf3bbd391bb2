"""Answers about the past are data that other programs may rely on, as the published schema says."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from protobuild.life.afterwards import AFTERWARDS
from protobuild.life.home import Home
from protobuild.life.looking_back.amended import blame
from protobuild.life.looking_back.asof import Asked, text_as_of
from protobuild.life.looking_back.drafts import all_drafts, with_drafts
from protobuild.life.looking_back.history import history_of
from protobuild.life.looking_back.log import log_of
from protobuild.life.looking_back.past import past_of
from protobuild.life.situation import situation
from protobuild.render.looking_back.data import asof_data, blame_data, history_data, log_data
from protobuild.render.looking_back.schema import PARTS, SORTS, looking_back_schema
from protobuild.render.looking_back.situation import situation_data
from small_council import commit_all, write
from three_versions import three_versions

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads(looking_back_schema())
TODAY = dt.date(2026, 11, 22)
WITHDRAWN = "- what: withdrawn\n  since: 2026-08-01\n  by: Full Council\n"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Mapping[str, object]]:
    home: Home = three_versions(tmp_path_factory.mktemp("council"))
    write(home.changelog / "2026-05-14-council", {AFTERWARDS: WITHDRAWN})
    commit_all(home.root, "Begin")
    past = past_of(home)
    return [
        asof_data(text_as_of(home, TODAY, Asked(), TODAY)),
        asof_data(text_as_of(home, dt.date(2025, 3, 1), Asked("1.3"), TODAY)),
        history_data(history_of(past, "1.2", TODAY)),
        history_data(with_drafts(home, history_of(past, "busy", TODAY))),
        history_data(all_drafts(home, "Protocol", "Council", TODAY)),
        log_data(log_of(home)),
        blame_data(blame(past, 2)),
        situation_data(situation(home, TODAY)),
        situation_data(situation(home, dt.date(2024, 1, 1))),
    ]


def test_the_schema_in_the_project_is_fresh_and_is_one() -> None:
    text = (ROOT / "schema" / "looking-back.schema.json").read_text("utf-8")
    assert text == looking_back_schema()
    Draft202012Validator.check_schema(SCHEMA)


def test_every_answer_is_what_the_schema_says(answers: list[Mapping[str, object]]) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for answer in answers:
        validator.validate(json.loads(json.dumps(answer)))
    assert {str(each["schema"]).split("/")[1] for each in answers} == set(SORTS)


@pytest.mark.parametrize(
    "broken", [{"schema": "protobuild/asof/2"}, {"schema": "protobuild/log/1"}, {"more": 1}, {"day": 3}]
)
def test_the_schema_refuses_what_is_something_else(
    answers: list[Mapping[str, object]], broken: dict[str, object]
) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors({**answers[0], **broken}))


def test_every_field_is_explained_and_every_shape_used() -> None:
    shapes = [shape for shape, _ in (SORTS | PARTS).values()]
    assert [name for shape in shapes for name, field in shape.items() if not field.says] == []
    assert set(re.findall(r'"#/\$defs/([a-z]+)"', looking_back_schema())) == set(SORTS) | set(PARTS)


def test_the_documents_name_the_schema() -> None:
    assert "schema/looking-back.schema.json" in (ROOT / "docs" / "data.md").read_text("utf-8")
