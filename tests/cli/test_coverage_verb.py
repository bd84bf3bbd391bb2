"""`protobuild check --coverage` and `protobuild provisions`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from protobuild.model.provisions import catalogue
from small_council import DRAFT_ADVICE, write

Type = Callable[..., object]


def profile(project: Path, name: str, more: str = "") -> None:
    manifest = (project / "protocol/protocol.yaml").read_text("utf-8")
    write(project, {"protocol/protocol.yaml": manifest.replace("profile: none", f"profile: {name}") + more})


def test_coverage_is_printed_and_leaves_with_one_where_something_required_is_missing(
    project: Path, type_: Type
) -> None:
    assert type_("check", "--coverage").code == 0
    profile(project, "principal")
    said = type_("check", "--coverage")
    assert said.code == 1
    assert said.out.startswith("Protocol on Advice: what it says of each provision\n118 provisions: ")


def test_a_known_gap_counts_only_strictly(project: Path, type_: Type) -> None:
    gaps = [row.slug for row in catalogue().values() if row.principal == "required"]
    profile(project, "principal", f"gaps: [{', '.join(gaps)}]\n")
    assert type_("check", "--coverage").code == 0
    assert type_("check", "--coverage", "--strict").code == 1


def test_a_claim_is_shown_with_its_paragraph(project: Path, type_: Type) -> None:
    write(
        project,
        {
            "protocol/advice.yaml": DRAFT_ADVICE.replace(
                "id: answer\n", "id: answer\n    provides: [reply-time]\n"
            )
        },
    )
    found = json.loads(type_("check", "--coverage", "--format", "json").out)["provisions"]
    (row,) = (row for row in found if row["provision"] == "reply-time")
    assert row["clauses"] == [{"id": "answer", "number": "1.2"}]


@pytest.mark.parametrize(
    ("form", "begins"), [("html", b"<!DOCTYPE html>"), ("csv", b'\xef\xbb\xbf"Reference"')]
)
def test_a_form_for_a_program_goes_to_a_file(project: Path, type_: Type, form: str, begins: bytes) -> None:
    said = type_("check", "--coverage", "--format", form, "--out", f"out/coverage.{form}")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"out/coverage.{form} was written.\n118 provisions: ")
    assert (project / f"out/coverage.{form}").read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "wrong", "fix"),
    [
        (["--coverage", "--format", "github"], "--coverage has no form 'github'.", "text, html, csv, json"),
        (["--format", "csv"], "--format csv goes with --coverage.", "check --coverage --format csv"),
        (["--out", "a.txt"], "--out goes with --coverage.", "check --coverage --out a.txt"),
    ],
)
def test_what_does_not_go_together_is_refused_with_what_does(
    project: Path, type_: Type, words: list[str], wrong: str, fix: str
) -> None:
    said = type_("check", *words)
    assert (said.code, said.out) == (2, "")
    assert wrong in said.err and fix in said.err
    assert not (project / "a.txt").exists()


def test_the_catalogue_is_printed_without_a_protocol(tmp_path: Path, type_: Type) -> None:
    said = type_("-C", str(tmp_path), "provisions")
    assert said.code == 0
    assert said.out.startswith("What a protocol should say, and why (edition 2, 118 provisions)\n")


def test_the_catalogue_is_written_as_a_page(tmp_path: Path, type_: Type) -> None:
    said = type_("-C", str(tmp_path), "provisions", "--out", "provisions.html")
    assert (said.code, said.out) == (0, "")
    assert b"<h1>What a protocol should say, and why</h1>" in (tmp_path / "provisions.html").read_bytes()


def test_what_the_catalogue_gained_is_listed_with_how_it_stands(project: Path, type_: Type) -> None:
    profile(project, "principal", "catalogue: 1\n")
    said = type_("provisions", "--new")
    assert said.code == 0
    assert "  closeness-has-limits: MISSING\n" in said.out and "mutual-respect" not in said.out
    profile(project, "principal", "")
    manifest = (project / "protocol/protocol.yaml").read_text("utf-8")
    write(project, {"protocol/protocol.yaml": manifest.replace("catalogue: 1", "catalogue: 2")})
    assert "nothing is new" in type_("provisions", "--new").out


def test_news_are_not_written_to_a_file(project: Path, type_: Type) -> None:
    said = type_("provisions", "--new", "--out", "a.html")
    assert said.code == 2 and "Leave out --out or --new." in said.err


def test_a_kind_is_shown_by_its_example_without_a_protocol(tmp_path: Path, type_: Type) -> None:
    said = type_("-C", str(tmp_path), "show", "--kind", "resources")
    assert said.code == 0
    assert "\n\nkind: resources\nheading: Council resources\n" in said.out


def test_an_unknown_kind_names_the_nearest(tmp_path: Path, type_: Type) -> None:
    said = type_("-C", str(tmp_path), "show", "--kind", "resource")
    assert said.code == 2 and "Did you mean 'resources'?" in said.err
    assert "Name one of introduction, " in type_("-C", str(tmp_path), "show", "--kind", "qqqq").err
