from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from protobuild.model.clause import CONTENT_KEYS
from protobuild.model.kinds import KINDS
from protobuild.model.provisions import catalogue
from protobuild.store.schema import schemas

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def section() -> dict[str, Any]:
    return dict(json.loads(schemas()["section.schema.json"]))


def faults(schema: dict[str, Any], data: object) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(data)]


def written(**clause: object) -> dict[str, object]:
    return {"kind": "other", "heading": "H", "clauses": [{"id": "a", **clause}]}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schemas_in_the_project_are_fresh(name: str) -> None:
    assert (ROOT / "schema" / name).read_text("utf-8") == schemas()[name]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


def test_the_model_protocol_satisfies_them() -> None:
    sections = [str(path) for path in (ROOT / "protocol").glob("*.yaml") if path.stem != "protocol"]
    for schema, files in (
        ("protocol.schema.json", [str(ROOT / "protocol" / "protocol.yaml")]),
        ("section.schema.json", sections),
    ):
        result = CliRunner().invoke(check_jsonschema, ["--schemafile", str(ROOT / "schema" / schema), *files])
        assert result.exit_code == 0, result.output


def test_kinds_and_provisions_are_completed_with_what_they_mean(section: dict[str, Any]) -> None:
    kind = section["properties"]["kind"]
    assert kind["enum"] == list(KINDS)
    assert kind["enumDescriptions"] == [each.about for each in KINDS.values()]
    provides = section["$defs"]["Clause"]["properties"]["provides"]["items"]
    assert provides["enum"] == list(catalogue())
    assert provides["enumDescriptions"] == [each.says for each in catalogue().values()]


def test_the_facts_on_which_provisions_depend_are_completed_and_others_are_welcome() -> None:
    schema = json.loads(schemas()["protocol.schema.json"])
    facts = schema["properties"]["facts"]["properties"]
    assert set(facts) == {row.when for row in catalogue().values() if row.when}
    assert facts["political-groups"]["description"] == "Whether the council has political groups: yes or no."
    manifest = {"title": "P", "council": {"name": "C"}, "sections": ["a"], "facts": {"own-fact": "yes"}}
    assert faults(schema, manifest) == []


def test_every_content_key_is_explained(section: dict[str, Any]) -> None:
    for key in CONTENT_KEYS:
        assert section["$defs"]["Clause"]["properties"][key]["description"]


def test_exactly_one_content_key_is_asked_for(section: dict[str, Any]) -> None:
    assert faults(section, written(text="words")) == []
    assert faults(section, written()) == ["$.clauses[0]"]
    assert faults(section, written(text="words", subheading="words")) == ["$.clauses[0]"]
    assert faults(section, written(subheading="words", closing="words")) == ["$.clauses[0]"]


@pytest.mark.parametrize("value", [10, "10"])
@pytest.mark.parametrize("reply", [True, "yes"])
def test_numbers_and_yes_need_no_quotation_marks(
    section: dict[str, Any], value: object, reply: object
) -> None:
    time = {"text": "In 10 days.", "value": value, "holding_reply": reply}
    assert faults(section, written(response_time=time)) == []


def test_dates_facts_and_figures_need_no_quotation_marks() -> None:
    manifest = {
        "title": 2026,
        "council": {"name": "Example Borough Council"},
        "sections": ["a"],
        "facts": {"political-groups": True},
        "review": {"next": "2027-05", "interval_months": 24},
        "waivers": [
            {"provision": next(iter(catalogue())), "reason": "r", "by": "b", "date": "2026-05-14"},
        ],
    }
    assert faults(json.loads(schemas()["protocol.schema.json"]), manifest) == []


def test_what_is_wrong_is_refused(section: dict[str, Any]) -> None:
    assert faults(section, {"kind": "outro", "heading": "H", "clauses": []})
    assert faults(section, written(text="words", provide=[]))
    assert faults(section, written(response_time={"text": "t", "value": "ten"}))
