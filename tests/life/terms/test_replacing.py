"""One word for another: in the files just where it stands, and nowhere that others chose it."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.terms.replacing import ELSEWHERE, replaced
from protobuild.life.terms.swap import Swap
from protobuild.model.source import ProtocolError
from small_council import write

MANIFEST = """\
# Kept by the clerk.
title: Protocol on Member Relations
council: {name: Example Borough Council}
profile: none
sections: [advice]
roles:
  member-services:
    title: Member Services
terms:
  member: {says: member, means: "A member of the council."}   # as adopted
"""

ADVICE = """\
kind: other
heading: "Members and advice"   # a comment that says member
clauses:
  - id: member-asks
    note: A member may say more.
    text: |
      A member asks.
      All Members of a member-led council ask the [[role:member-services]], and a [Member](https://example.gov.uk/member).
      See the Member Conduct Act 1999, Lead Members and [[term:member]]s; the code says “a member must”.
    items:
      - {id: member-item, text: 'a member’s item'}
  - id: quoted
    quotation:
      text: A member must.
  - id: folded
    text: >
      The
      member folds.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"protocol.yaml": MANIFEST, "advice.yaml": ADVICE})


def test_the_words_change_and_every_other_sign_stays(folder: Path) -> None:
    made = replaced(folder, Swap("member", "councillor"))
    assert made.files["advice.yaml"].decode() == (
        ADVICE.replace('"Members and advice"', '"Councillors and advice"')
        .replace("A member asks.", "A councillor asks.")
        .replace("All Members of", "All Councillors of")
        .replace("[Member]", "[Councillor]")
        .replace("'a member’s item'", "'a councillor’s item'")
    )
    assert made.files["protocol.yaml"].decode() == MANIFEST.replace(
        '{says: member, means: "A member of the council."}',
        '{says: councillor, means: "A councillor of the council."}',
    )


def test_what_is_left_alone_has_its_reason_and_its_place(folder: Path) -> None:
    left = replaced(folder, Swap("member", "councillor")).left
    assert [(use.place.file, use.place.line, use.left) for use in left] == [
        ("advice.yaml", 8, "joined to another word"),
        ("advice.yaml", 9, "in the name of a law, 'Member Conduct Act 1999'"),
        ("advice.yaml", 9, "it seems to be in a title, 'Lead Members'"),
        ("advice.yaml", 9, "in a quotation"),
        ("advice.yaml", 14, "in a quotation"),
        ("advice.yaml", 17, ELSEWHERE),
        ("protocol.yaml", 2, "the protocol's own title, 'Protocol on Member Relations'"),
        ("protocol.yaml", 8, "the title of a role, 'Member Services'"),
    ]


def test_what_only_seems_a_title_changes_where_that_is_asked_for(folder: Path) -> None:
    made = replaced(folder, Swap("member", "councillor"), in_titles=True)
    assert b"councillor-led council" in made.files["advice.yaml"]
    assert b"Lead Councillors" in made.files["advice.yaml"]
    assert b"Member Conduct Act 1999" in made.files["advice.yaml"]


def test_the_new_text_is_what_the_files_would_say(folder: Path) -> None:
    made = replaced(folder, Swap("member", "councillor"))
    assert made.old.entries[1].words == "Members and advice"
    assert made.new.entries[1].words == "Councillors and advice"
    assert (folder / "advice.yaml").read_text("utf-8") == ADVICE


def test_line_ends_and_the_mark_of_utf_8_are_kept(folder: Path) -> None:
    data = ("\ufeff" + ADVICE).replace("\n", "\r\n").encode()
    (folder / "advice.yaml").write_bytes(data)
    made = replaced(folder, Swap("advice", "counsel"))
    assert made.files["advice.yaml"] == data.replace(b"and advice", b"and counsel")


def test_a_post_of_several_words_is_renamed_as_a_whole(tmp_path: Path) -> None:
    words = "      The Head of Legal and the Deputy Head of Legal ask the Head of Legal’s team.\n"
    advice = f"kind: other\nheading: Advice\nclauses:\n  - id: a\n    text: |\n{words}"
    write(tmp_path, {"protocol.yaml": MANIFEST, "advice.yaml": advice})
    made = replaced(tmp_path, Swap("Head of Legal", "Director of Law"))
    said = "The Director of Law and the Deputy Head of Legal ask the Director of Law’s team."
    assert said in made.files["advice.yaml"].decode()


def test_a_protocol_with_errors_is_refused_with_all_of_them(tmp_path: Path) -> None:
    write(tmp_path, {"protocol.yaml": MANIFEST, "advice.yaml": "kind: othr\nheading: x\n"})
    with pytest.raises(ProtocolError):
        replaced(tmp_path, Swap("member", "councillor"))
