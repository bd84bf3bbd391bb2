"""Editors help with every file a person writes, and object to what would be refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from before_council import COMMITTEE, COUNCIL
from protobuild.life.afterwards import Events
from protobuild.life.authored import read_authored
from protobuild.life.meetings.record import Meeting
from protobuild.life.meetings.rules import broken
from protobuild.life.notes import Note
from protobuild.life.schemas import FILES, schemas
from protobuild.store.yaml import read_yaml
from small_council import NOTE

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "src/protobuild/life/starting/templates"
DECISIONS = """\
decisions:
  - change: C1
    outcome: refused
  - change: C2a
    outcome: agreed as amended
    minute: 23(b)
    words:
      reply-time: |
        An officer should reply within 4 working days.
    note: Moved by the chair.
"""


def faults(name: str, text: str) -> list[str]:
    schema = json.loads(schemas()[f"{name}.schema.json"])
    return [each.json_path for each in Draft202012Validator(schema).iter_errors(read(text))]


def read(text: str) -> object:
    return read_yaml("x", text.encode()).data


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schemas_in_the_project_are_fresh_and_are_schemas(name: str) -> None:
    text = schemas()[name]
    assert (ROOT / "schema" / name).read_text("utf-8") == text
    Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_field_is_explained(name: str) -> None:
    schema = json.loads(schemas()[name])
    parts = [schema, *schema["$defs"].values()]
    fields = {key: field for part in parts for key, field in part.get("properties", {}).items()}
    assert [key for key, field in fields.items() if not field.get("description")] == []


def examples(file: Path) -> list[str]:
    """Return the YAML that a page shows."""
    return re.findall(r"^```yaml\n(.*?)^```", file.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_what_the_pages_show_is_what_the_schemas_ask_for() -> None:
    assert [faults("note", each) for each in examples(TEMPLATES / "reasons.md")] == [[]]
    assert [faults("meeting", each) for each in examples(TEMPLATES / "meetings.md")] == [[]]
    since, meeting, *_ = examples(ROOT / "docs" / "on-a-date.md")
    assert faults("afterwards", since) == []
    assert faults("meeting", meeting) == []


@pytest.mark.parametrize("record", [COMMITTEE, COUNCIL, COUNCIL + DECISIONS])
def test_a_record_that_is_read_is_one_the_editor_takes(record: str) -> None:
    record = record if "paper:" in record else record + "paper: Council, November\n"
    assert faults("meeting", record) == []
    assert told(record) == []


WRONG = {
    "no day": COUNCIL.replace("date:", "day:"),
    "no such step": COUNCIL.replace("step: adopted", "step: approved"),
    "no paper": re.sub(r"paper:.*\n", "", COUNCIL) + DECISIONS,
    "no words": COUNCIL + DECISIONS.replace("    words:\n", "").replace("      reply-time: |\n", "").replace(
        "        An officer should reply within 4 working days.\n", ""
    ),
    "words of what was refused": COUNCIL + DECISIONS.replace("agreed as amended", "refused"),
    "no name of a change": COUNCIL + DECISIONS.replace("C2a", "the second"),
    "no such outcome": COUNCIL + DECISIONS.replace("agreed as amended", "agreed, amended"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_record_that_is_refused_is_one_the_editor_underlines(name: str) -> None:
    assert told(WRONG[name])
    assert faults("meeting", WRONG[name])


def told(record: str) -> list[str]:
    """Return what is wrong with the record of a meeting, as it is read."""
    found = read_authored(Meeting, "m", record.encode())
    rules = list(broken(found.value, found.places)) if found.value else []
    return [each.message for each in (*found.findings, *rules)]


@pytest.mark.parametrize(
    ("name", "model", "text"),
    [
        ("note", Note, NOTE.replace("reason:", "reasons:")),
        ("note", Note, NOTE.replace("[ask]", "[]")),
        ("note", Note, NOTE + "class: small\n"),
        ("afterwards", Events, "- what: paused\n  since: 2026-08-01\n  by: Council\n"),
        ("afterwards", Events, "- what: suspended\n  by: Council\n"),
    ],
)
def test_other_files_are_underlined_where_they_are_refused(name: str, model: Any, text: str) -> None:
    assert read_authored(model, "x", text.encode()).value is None
    assert faults(name, text)
