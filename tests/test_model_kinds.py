"""Every kind of section is documented by an example that is itself whole and clean."""

from __future__ import annotations

import json
import re

import pytest

from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.model.kinds import KINDS
from protobuild.model.protocol import claims
from protobuild.model.provisions import catalogue
from protobuild.store.load import Loaded, load
from protobuild.store.tree import Files

EACH = pytest.mark.parametrize("name", KINDS)


def manifest(example: str) -> str:
    """Return a manifest with all that the example names, and with nothing else."""
    roles = re.findall(r"(?:\[\[role:|\b(?:actor|to|instead): )([a-z-]+)", example)
    documents = re.findall(r"\[\[doc:([a-z-]+)", example)
    facts = re.findall(r"applies_if: ([a-z-]+)", example)
    written = {
        "title": "P",
        "council": {"name": "Example Borough Council"},
        "profile": "none",
        "sections": ["example"],
        "roles": {name: {"title": name.replace("-", " ")} for name in roles},
        "documents": {
            name: {
                "title": name.replace("-", " "),
                "address": f"https://www.example.gov.uk/{name}",
                "dated": "May 2026",
            }
            for name in documents
        },
        "facts": dict.fromkeys(facts, "yes"),
    }
    return json.dumps({key: value for key, value in written.items() if value})


def read(name: str) -> Loaded:
    example = KINDS[name].example
    files = {"protocol.yaml": manifest(example).encode(), "example.yaml": example.encode()}
    return load(Files("example", files))


@EACH
def test_the_example_is_a_section_of_that_kind_without_a_fault(name: str) -> None:
    loaded = read(name)
    assert loaded.findings == ()
    assert loaded.protocol is not None
    (section,) = loaded.protocol.sections
    assert section.kind == name
    outline = assemble(loaded.protocol, places=loaded.places)
    assert run(loaded.protocol, outline, loaded.places) == []


@EACH
def test_what_the_example_claims_to_say_it_says(name: str) -> None:
    loaded = read(name)
    assert loaded.protocol is not None
    made = list(claims(loaded.protocol))
    assert [claim.lack for claim in made] == [""] * len(made)
    here = {row.slug for row in catalogue().values() if row.kind == name}
    assert not here or here & {claim.slug for claim in made}


@EACH
def test_a_kind_says_in_one_sentence_what_it_is_about(name: str) -> None:
    kind = KINDS[name]
    assert re.fullmatch(r"[A-Z][^.\n]*\.", kind.about)
    assert kind.title and "\n" not in kind.title
    assert all(sign == sign.lower() for sign in kind.signs)


def test_no_two_kinds_have_the_same_signs_or_title() -> None:
    assert len({kind.title for kind in KINDS.values()}) == len(KINDS)
    assert len({kind.signs for kind in KINDS.values()}) == len(KINDS)
