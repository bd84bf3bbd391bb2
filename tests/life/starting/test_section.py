"""A section more: a file with a first clause, and one line in the manifest."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.home import Home
from protobuild.life.opening import open_draft
from protobuild.life.starting.section import new_section
from protobuild.model.kinds import KINDS
from protobuild.model.source import ProtobuildError, Severity, UsageError
from small_council import write, write_project


@pytest.fixture
def home(tmp_path: Path) -> Home:
    folder = write_project(tmp_path)
    return Home(folder, folder / "protocol")


def add(home: Home, kind: str, after: str | None = None, heading: str | None = None) -> str:
    """Add a section and return the name of its file."""
    files = new_section(home, kind, after, heading)
    for name, data in files.items():
        (home.protocol / name).write_bytes(data)
    return next(iter(files))


def manifest(home: Home) -> bytes:
    return (home.protocol / "protocol.yaml").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_section_of_every_kind_leaves_nothing_to_put_right(home: Home, kind: str) -> None:
    add(home, kind)
    opened = open_draft(home)
    assert opened.protocol is not None
    assert kind in [section.kind for section in opened.protocol.sections]
    assert [each for each in opened.findings if each.severity is not Severity.NOTE] == []


def test_its_heading_is_the_kinds_own_or_the_one_given(home: Home) -> None:
    assert add(home, "media") == "media.yaml"
    assert "heading: Press and media\n" in (home.protocol / "media.yaml").read_text("utf-8")
    assert add(home, "media", heading="Radio: and more") == "media-2.yaml"
    assert "heading: 'Radio: and more'\n" in (home.protocol / "media-2.yaml").read_text("utf-8")


def test_it_comes_after_the_section_named(home: Home) -> None:
    add(home, "media", after="advice")
    assert b"  - advice\n  - media\n  - conduct\n" in manifest(home)


def test_where_nothing_is_named_it_stands_where_its_kind_usually_does(home: Home) -> None:
    add(home, "whistleblowing")
    add(home, "media")
    add(home, "other")
    protocol = open_draft(home).protocol
    assert protocol is not None
    kinds = [section.kind for section in protocol.sections]
    assert kinds.index("media") < kinds.index("whistleblowing")
    assert kinds[-1] == "other"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - advice # first\n  - conduct\n", "  - advice # first\n  - media\n  - conduct\n"),
        ("\n  - 'advice'\n\n  # then\n  - conduct\n", "\n  - 'advice'\n  - media\n\n  # then\n  - conduct\n"),
        (" [advice, conduct]\n", " [advice, media, conduct]\n"),
        (" [advice, # first\n    conduct]\n", " [advice, media, # first\n    conduct]\n"),
    ],
)
def test_every_other_letter_of_the_manifest_stays(home: Home, before: str, after: str) -> None:
    old = manifest(home).replace(b"sections:\n  - advice\n  - conduct\n", f"sections:{before}".encode())
    old = b"# Ours.\n" + old.replace(b"sections:  -", b"sections:\n  -")
    new = old.replace(before.encode(), after.encode())
    assert new != old
    (home.protocol / "protocol.yaml").write_bytes(old)
    add(home, "media", after="advice")
    assert manifest(home) == new


def test_line_ends_of_another_system_and_a_file_without_a_last_one_are_kept(home: Home) -> None:
    old = manifest(home).replace(b"\n", b"\r\n")
    (home.protocol / "protocol.yaml").write_bytes(b"\xef\xbb\xbf" + old)
    add(home, "media", after="advice")
    assert manifest(home) == b"\xef\xbb\xbf" + old.replace(b"  - conduct", b"  - media\r\n  - conduct")
    head = manifest(home).partition(b"roles:")[0].replace(b"sections", b"roles: {}\r\nsections")
    (home.protocol / "protocol.yaml").write_bytes(head.rstrip())
    add(home, "other", after="conduct")
    assert manifest(home) == head.rstrip() + b"\n  - other"


def test_ids_that_are_taken_or_were_are_not_given_again(home: Home) -> None:
    write(home.root, {"protocol/protocol.yaml": manifest(home).decode() + "retired: [media]\n"})
    assert add(home, "media") == "media-2.yaml"
    add(home, "media")
    protocol = open_draft(home).protocol
    assert protocol is not None
    ids = list(protocol.ids())
    assert len(ids) == len(set(ids))


def test_a_reference_that_leads_nowhere_here_becomes_words(home: Home) -> None:
    add(home, "media")
    words = (home.protocol / "media.yaml").read_text("utf-8")
    assert "The leader speaks" in words
    add(home, "oversight-and-review", heading="Review")
    assert "[[role:" in (home.protocol / "oversight-and-review.yaml").read_text("utf-8") or "[[" not in words


def test_what_is_said_already_is_not_claimed_again(home: Home) -> None:
    add(home, "media")
    add(home, "media", heading="More")
    assert "provides:" in (home.protocol / "media.yaml").read_text("utf-8")
    assert "provides:" not in (home.protocol / "media-2.yaml").read_text("utf-8")


def test_an_unknown_kind_or_section_is_named_with_what_was_meant(home: Home) -> None:
    for kind, after, meant in (("meida", None, "media"), ("media", "advise", "advice")):
        with pytest.raises(UsageError) as refused:
            new_section(home, kind, after, None)
        assert refused.value.fix == f"Write '{meant}'."


def test_a_manifest_that_cannot_be_read_is_left_as_it_is(home: Home) -> None:
    for broken in (
        "title: [\n",
        "title: A\nsections: all\n",
        "title: A\nsections:\n  - {a: b}\n",
        "sections: [nowhere]\n",
    ):
        write(home.root, {"protocol/protocol.yaml": broken})
        with pytest.raises(ProtobuildError, match="cannot be added to"):
            new_section(home, "media", None, None)


def test_a_section_with_faults_elsewhere_is_no_hindrance(home: Home) -> None:
    old = manifest(home).replace(b"  - advice\n", b"  - advice\n  - advice\n  - nowhere\n")
    write(home.root, {"protocol/protocol.yaml": old.decode(), "protocol/advice.yaml": "kind: unheard-of\n"})
    add(home, "media", after="conduct")
    assert b"  - conduct\n  - media\n" in manifest(home)
    add(home, "whistleblowing")
    assert b"  - media\n  - whistleblowing\n" in manifest(home)
