"""The catalogue of provisions: complete, told in full and honest about what was read."""

import importlib.util
import re
from collections import Counter
from types import ModuleType
from typing import get_args

import pytest

from model_text import LONGEST, ROOT, tokens
from protobuild.model.kinds import KINDS
from protobuild.model.provisions import Basis, Need, catalogue


def compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_provisions", ROOT / "tools/compile_provisions.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_compiled_registers_are_fresh():
    tool = compiler()
    for source, compiled in tool.COMPILED.items():
        kept = source.with_suffix(".json").read_text("utf-8")
        assert kept == compiled(), "run: python tools/compile_provisions.py"


def test_the_catalogue_holds_every_provision_once_and_each_stands_in_a_kind():
    rows = catalogue().values()
    assert len(rows) == 118
    assert len({row.ref for row in rows}) == 118
    assert {row.kind for row in rows} <= set(KINDS)


@pytest.mark.parametrize(
    ("profile", "needs"),
    [
        ("principal", {"required": 70, "conditional": 11, "optional": 35, "none": 2}),
        ("local", {"required": 70, "conditional": 5, "optional": 32, "none": 11}),
    ],
)
def test_each_profile_asks_for_so_many_provisions(profile, needs):
    assert Counter(getattr(row, profile) for row in catalogue().values()) == needs


@pytest.mark.parametrize("row", catalogue().values(), ids=lambda row: row.slug)
def test_a_provision_is_told_in_full(row):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.slug) and len(row.slug) <= 60
    assert re.fullmatch(r"MOP-[A-Z]{3}-\d\d", row.ref)
    assert row.basis in get_args(Basis)
    assert row.principal in get_args(Need) and row.local in get_args(Need)
    assert row.nations and set(row.nations) <= {"england", "wales", "scotland", "northern-ireland"}
    assert not re.match(r"(that|what|how|who|whom|to whom|when|where|why)\b", row.says)
    assert not row.says.endswith(".")
    assert row.authority and row.why.endswith(".") and row.example.endswith(".")
    assert all(len(tokens(part)) <= LONGEST for part in (row.says, row.why, row.example))


def test_only_what_was_read_is_marked_as_read():
    read_in_full = [row for row in catalogue().values() if row.read]
    assert read_in_full
    assert {row.basis for row in read_in_full} == {"statute"}
    assert all(re.search(r"section|regulation", row.authority) for row in read_in_full)


def test_practice_reaches_every_nation_and_english_law_does_not():
    for row in catalogue().values():
        assert (row.basis == "practice") == (len(row.nations) == 4), row.slug
