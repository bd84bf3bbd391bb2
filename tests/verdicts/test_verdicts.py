"""Every finding on the real documents was judged by a person, and nine in ten are right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from imported import DOCUMENTS, EXTRACTS, taken
from protobuild.check import CHECKS
from protobuild.store.yaml import read_yaml

pytestmark = pytest.mark.corpus
HERE = Path(__file__).parent
NAMES = (*DOCUMENTS, *EXTRACTS)


@dataclass(frozen=True, order=True)
class Found:
    """What tells one finding from the others of its document."""

    rule: str
    at: str
    key: str

    def line(self) -> str:
        """Return the line of a verdict file that is to be filled in."""
        return f'  - {{at: "{self.at}", key: "{_quoted(self.key)}", right: "", why: ""}}'


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def findings(name: str) -> Counter[Found]:
    found = taken(name)
    return Counter(
        Found(each.rule, found.at(each.place), found.key(each.place))
        for each in found.findings
        if each.rule in CHECKS
    )


def verdicts(name: str) -> list[tuple[Found, str, str]]:
    """Return each verdict on a document, `yes` or `no`, with its reason."""
    path = HERE / f"{Path(name).name}.yaml"
    raw = read_yaml(path.name, path.read_bytes())
    assert not raw.findings, raw.findings
    return [
        (Found(rule, row["at"], row["key"]), row["right"], row["why"])
        for rule, rows in raw.data.items()
        for row in rows
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_has_a_verdict_and_every_verdict_a_finding(name: str) -> None:
    judged = Counter(each for each, _, _ in verdicts(name))
    found = findings(name)
    unjudged = sorted((found - judged).elements())
    gone = sorted((judged - found).elements())
    lines = [f"{each.rule}:\n{each.line()}" for each in unjudged]
    assert not unjudged, "\n".join(["no verdict:", *lines])
    assert not gone, "\n".join(["no finding:", *(f"{each.rule}:\n{each.line()}" for each in gone)])


@pytest.mark.parametrize("name", NAMES)
def test_every_verdict_is_yes_or_no_with_a_reason(name: str) -> None:
    for each, right, why in verdicts(name):
        assert right in ("yes", "no"), each
        assert why, each


def nine_in_ten_are_right(names: tuple[str, ...]) -> bool:
    said = [right for name in names for _, right, _ in verdicts(name)]
    return said.count("no") * 10 <= len(said)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nine_in_ten_findings_on_a_document_are_right(name: str) -> None:
    assert nine_in_ten_are_right((name,))


def test_nine_in_ten_findings_over_all_are_right() -> None:
    assert nine_in_ten_are_right(NAMES)
