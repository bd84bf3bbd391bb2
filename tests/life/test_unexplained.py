"""A change without a reason is found as far as that shows in the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.unexplained import unexplained
from protobuild.model.protocol import Protocol
from protobuild.store.load import load_leniently
from protobuild.store.tree import Folder
from small_council import ADVICE, CONDUCT, MANIFEST, write

FILES = {"protocol.yaml": MANIFEST.format(status="draft"), "advice.yaml": ADVICE, "conduct.yaml": CONDUCT}
MORE = "  - id: more\n    text: Officers may refuse.\n"
WITHOUT_GIFTS = CONDUCT.partition("  - id: gifts")[0]
WITHOUT_ANSWER = ADVICE.partition("  - id: answer")[0]


def read(folder: Path, **files: str) -> Protocol:
    return load_leniently(
        Folder(write(folder, FILES | {f"{name}.yaml": text for name, text in files.items()}))
    ).protocol


def found(tmp_path: Path, noted: set[str], **files: str) -> list[str]:
    before, after = read(tmp_path / "before"), read(tmp_path / "after", **files)
    return [finding.message.partition(" since")[0] for finding in unexplained(before, after, noted, {})]


@pytest.mark.parametrize(
    ("noted", "files", "said"),
    [
        (set(), {}, []),
        (set(), {"advice": ADVICE.replace("should", "must")}, ["'ask' has changed"]),
        ({"ask"}, {"advice": ADVICE.replace("should", "must")}, []),
        ({"answer"}, {"advice": ADVICE.replace("should", "must")}, ["'ask' has changed"]),
        ({"advice"}, {"advice": ADVICE.replace("should", "must")}, ["'ask' has changed"]),
        ({"in-public"}, {"conduct": CONDUCT.replace("in public", "anywhere")}, []),
        (set(), {"conduct": CONDUCT.replace("in public", "anywhere")}, ["'respect' has changed"]),
        (set(), {"conduct": CONDUCT + MORE}, ["'more' is new"]),
        ({"more"}, {"conduct": CONDUCT + MORE}, []),
        (set(), {"conduct": WITHOUT_GIFTS}, ["'gifts' is gone"]),
        ({"gifts"}, {"conduct": WITHOUT_GIFTS}, []),
        ({"respect"}, {"conduct": WITHOUT_GIFTS}, []),  # which may have taken its words
        (set(), {"advice": ADVICE.replace("10 working", "10  Working,")}, []),  # minor at the most
        (set(), {"advice": ADVICE.replace("  - id: ask", "  - id: ask\n    note: Why?")}, []),
        (set(), {"advice": WITHOUT_ANSWER, "conduct": CONDUCT + ADVICE[ADVICE.index("  - id: ans") :]}, []),
    ],
)
def test_each_change_needs_a_note(
    tmp_path: Path, noted: set[str], files: dict[str, str], said: list[str]
) -> None:
    assert found(tmp_path, noted, **files) == said


def test_a_note_on_a_new_section_explains_all_of_it(tmp_path: Path) -> None:
    manifest = MANIFEST.format(status="draft").replace("  - conduct\n", "  - conduct\n  - media\n")
    files = {"protocol": manifest, "media": f"kind: media\nheading: Media\nclauses:\n{MORE}"}
    assert found(tmp_path / "one", set(), **files) == ["'more' is new"]
    assert found(tmp_path / "two", {"media"}, **files) == []
