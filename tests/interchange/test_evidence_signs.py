"""What a paragraph provides is looked for by a quick sign first, which never hides what the pattern finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protobuild.interchange.provides import EVIDENCE, propose_provisions, sure_sign

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("slug", "pattern"), [(slug, pattern) for slug, _, pattern in EVIDENCE])
def test_evidence_is_written_in_small_letters(slug: str, pattern: str) -> None:
    assert re.sub(r"\\.", "", pattern).islower(), slug


@pytest.mark.parametrize("folder", ["protocol", "profiles/local"])
def test_the_sign_is_in_all_that_its_pattern_finds(folder: str) -> None:
    text = " ".join(
        " ".join(path.read_text("utf-8").lower().split()) for path in sorted((ROOT / folder).glob("*.yaml"))
    )
    found = [(pattern, match[0]) for _, _, pattern in EVIDENCE for match in re.finditer(pattern, text)]
    assert len(found) > 3
    assert all(sure_sign(pattern) in words for pattern, words in found)


@pytest.mark.parametrize(
    ("pattern", "sign"),
    [
        (r"\bgo(?:es|ing)? to (?:a|the) hall", " hall"),
        (r"\bcolours? of\b", "colour"),
        (r"\beither|or\b", ""),
        (r"\bno.{0,40}\bone here", "one here"),
        (r"\bwell.founded", "founded"),
    ],
)
def test_the_sign_is_the_longest_that_cannot_be_missing(pattern: str, sign: str) -> None:
    assert sure_sign(pattern) == sign


def test_capital_letters_hide_nothing() -> None:
    assert propose_provisions("text", "MUTUAL RESPECT matters.", []) == [("mutual-respect", "medium")]
