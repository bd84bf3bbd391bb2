"""In a text of our own the checks find the faults that were put there, and hardly anything else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from imported import taken_from
from protobuild.store.yaml import read_yaml

HERE = Path(__file__).parent


def seeded() -> Counter[tuple[str, str]]:
    rows = read_yaml("seeded.yaml", (HERE / "seeded.yaml").read_bytes()).data
    return Counter((row["paragraph"], row["rule"]) for row in rows)


def told() -> Counter[tuple[str, str]]:
    found = taken_from(HERE / "seeded.md")
    numbers = found.loaded.numbers or {}
    owner = {
        item.id: clause.id for _, clause in found.protocol.clauses() for item in (*clause.listed, clause)
    }
    at = (found.at(each.place) for each in found.findings)
    return Counter(
        (numbers.get(owner.get(id, id), ""), each.rule) for id, each in zip(at, found.findings, strict=True)
    )


def test_the_faults_that_were_put_there_are_found_in_their_paragraphs() -> None:
    assert not seeded() - told()


def test_nine_in_ten_of_the_findings_are_of_faults_that_were_put_there() -> None:
    found = told()
    beside = found - seeded()
    assert beside.total() * 10 <= found.total(), sorted(beside)
