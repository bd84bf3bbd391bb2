"""`protobuild format` and `protobuild schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from small_council import DRAFT_ADVICE, write

Type = Callable[..., object]

UNTIDY = DRAFT_ADVICE.replace("heading: Advice", "heading:   'Advice'").replace("kind:", "# Mine.\nkind:")


def test_a_tidy_protocol_is_left_as_it_is(project: Path, type_: Type) -> None:
    type_("format")
    before = {path: path.read_bytes() for path in project.rglob("*.yaml")}
    said = type_("format")
    assert (said.code, said.err) == (0, "0 files laid out anew.\n")
    assert {path: path.read_bytes() for path in project.rglob("*.yaml")} == before


def test_an_untidy_file_is_laid_out_with_its_comments_and_words(project: Path, type_: Type) -> None:
    type_("format")
    shown = type_("show").out
    write(project, {"protocol/advice.yaml": UNTIDY})
    checked = type_("format", "--check")
    assert (checked.code, checked.out) == (1, "protocol/advice.yaml would be laid out anew.\n")
    assert type_("format").code == 0
    after = (project / "protocol" / "advice.yaml").read_text("utf-8")
    assert "heading: Advice\n" in after
    assert "# Mine." in after
    assert type_("show").out == shown
    assert type_("format", "--check").code == 0


def test_a_file_with_a_fault_is_named_and_left(project: Path, type_: Type) -> None:
    broken = DRAFT_ADVICE.replace("    text:", "\ttext:", 1)
    write(project, {"protocol/advice.yaml": broken})
    said = type_("format")
    assert said.code == 1
    assert "protocol/advice.yaml:" in said.err
    assert (project / "protocol" / "advice.yaml").read_text("utf-8") == broken


def test_a_folder_or_a_dead_link_in_the_place_of_a_file_is_named(project: Path, type_: Type) -> None:
    victim = project / "protocol" / "advice.yaml"
    victim.unlink()
    for put in (victim.mkdir, lambda: victim.symlink_to("nowhere.yaml")):
        put()
        said = type_("format")
        assert said.code == 1
        assert "protocol/advice.yaml" in said.err
        if not victim.is_symlink():
            victim.rmdir()


def test_schemas_are_written_where_asked(project: Path, type_: Type) -> None:
    assert type_("schema", "--out", "for-editors").code == 0
    files = sorted((project / "for-editors").iterdir())
    assert [path.name for path in files] == [
        "afterwards.schema.json",
        "looking-back.schema.json",
        "meeting.schema.json",
        "note.schema.json",
        "protocol.schema.json",
        "redline.schema.json",
        "section.schema.json",
    ]
    assert all(json.loads(path.read_text("utf-8"))["$schema"] for path in files)
