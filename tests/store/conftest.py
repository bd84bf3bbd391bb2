"""A small protocol of Example Borough Council, and copies of it with one thing damaged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protobuild.model.provisions import Provision
from protobuild.store.load import Loaded, load
from protobuild.store.tree import Files

MANIFEST = """\
title: Protocol on members and officers
council:
  name: Example Borough Council
profile: none
sections:
  - introduction
  - impartiality
roles:
  monitoring-officer:
    title: Monitoring Officer
"""

INTRODUCTION = """\
kind: introduction
heading: Introduction
clauses:
  - id: purpose
    text: |
      This protocol says how members and officers work together.
      It is part of the constitution.
  - id: reply
    response_time:
      text: An officer answers within 10 working days.
      value: 10
      holding_reply: yes
"""

IMPARTIALITY = """\
# Officers serve the whole council.
kind: impartiality
heading: Officer impartiality
clauses:
  - id: no-compromise
    provides: [members-respect-impartiality]
    text: |
      Members must not compromise an officer's impartiality.
  - id: members-expect
    expectations:
      of: officers
      lead_in: "Members may expect officers to:"
      items:
        - id: candid-advice
          text: give candid advice;
        - id: equal-service
          text: serve all groups alike.
"""


@pytest.fixture
def example() -> dict[str, bytes]:
    files = {"protocol.yaml": MANIFEST, "introduction.yaml": INTRODUCTION, "impartiality.yaml": IMPARTIALITY}
    return {name: text.encode() for name, text in files.items()}


@pytest.fixture
def loaded_with(example: dict[str, bytes]) -> Callable[..., Loaded]:
    """Load the example with one file's words replaced."""

    def loaded(file: str = "", old: str | bytes = "", new: str | bytes = "") -> Loaded:
        if file:
            before = old.encode() if isinstance(old, str) else old
            after = new.encode() if isinstance(new, str) else new
            assert not before or before in example[file], "the example does not hold these words"
            example[file] = example[file].replace(before, after, 1) if before else after
        return load(Files("example", example))

    return loaded


@pytest.fixture
def only_provision(monkeypatch: pytest.MonkeyPatch) -> Provision:
    """Make the catalogue hold one provision, which a council of any sort must say."""
    provision = Provision(
        slug="members-respect-impartiality",
        ref="TEST-01",
        kind="impartiality",
        says="members do nothing that compromises an officer's impartiality.",
        why="Advice is worth nothing when it can be bent.",
        authority="Example guidance, 2025",
        basis="sector guidance",
        read=False,
        nations=("england",),
        principal="required",
        local="required",
        example="Members must respect officers' impartiality.",
    )
    for module in ("protobuild.model.provisions", "protobuild.store.debts"):
        monkeypatch.setattr(f"{module}.catalogue", lambda: {provision.slug: provision})
    return provision
