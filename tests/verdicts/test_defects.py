"""Of the faults that readers found in the real documents, the checks find those a program can find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from conftest import CORPUS
from imported import DOCUMENTS, EXTRACTS, Taken, taken
from protobuild.check.spot import spots
from protobuild.store.yaml import read_yaml

pytestmark = pytest.mark.corpus

RULES: dict[str, set[str]] = {
    "apostrophe": {"quotation_marks"},
    "broken-reference": {"cited", "documents", "links", "references"},
    "date-format": {"dates"},
    "drafting-note-left": {"residue"},
    "duplicate-number": {"printed_numbers"},
    "duplicated-clause": {"duplicates"},
    "extraction-artefact": {"copying"},
    "gendered-language": {"gendered"},
    "grammar": {"slips"},
    "heading-number-style": {"printed_numbers"},
    "heading-style": {"heading_styles"},
    "inconsistent-capitals": {"capitals", "cited"},
    "inconsistent-term": {"two_words", "spellings", "cited"},
    "list-style-mix": {"lists", "list_styles"},
    "lower-case-sentence": {"slips"},
    "missing-full-stop": {"punctuation", "lists", "list_styles"},
    "missing-number": {"printed_numbers"},
    "number-gap": {"printed_numbers"},
    "number-out-of-order": {"printed_numbers"},
    "outdated-reference": {"ceased", "characteristics"},
    "punctuation": {"punctuation", "lists", "quotation_marks", "slips"},
    "quotation-marks": {"quotation_marks"},
    "repeated-word": {"slips"},
    "should-for-must": {"modals"},
    "style": {"slips"},
    "table-caption": {"heading_styles"},
    "undefined-acronym": {"acronyms"},
    "undefined-term": {"terms", "cited", "principles"},
    "unresolved-link": {"links"},
    "wrong-term": {"posts"},
}
"""Which rules tell of each sort of fault."""

QUOTED = {"df121"}
"""What stands in the words of another, whose spelling the checks leave alone."""

REPORTED = {
    "duplicate-number": "Numbers used twice",
    "number-gap": "Numbers missing",
    "number-out-of-order": "Numbers out of order",
    "heading-number-style": "Numbers written in more than one way",
}
"""Under which heading the report of an import tells of faults in numbers."""


@dataclass(frozen=True)
class Defect:
    """A fault that a reader found, in a document that holds it still."""

    id: str
    document: str
    category: str
    detect: str
    paragraph: str
    quote: str

    @property
    def of_the_whole(self) -> bool:
        """Whether it is no one paragraph's."""
        return self.paragraph in ("whole", "headings", "cover")


@cache
def defects() -> tuple[Defect, ...]:
    assert CORPUS is not None
    rows = read_yaml("defects.yaml", (CORPUS / "defects.yaml").read_bytes()).data["defects"]
    by_file = {f"{Path(name).name}.md": name for name in (*DOCUMENTS, *EXTRACTS)}
    return tuple(
        Defect(
            row["id"],
            by_file[Path(file).name],
            row["category"],
            row["detect"],
            row["paragraph"],
            row["quote"],
        )
        for row in rows
        for file in row.get("found_in") or ()
    )


def plain(words: str) -> str:
    """Return the words alone, without signs, addresses and a number at the start."""
    said = re.sub(r"\]\([^)]*\)", "]", words.replace("\n", " "))
    return " ".join(re.findall(r"\w+", re.sub(r"^\s*(?:\d+\.?)+\s|\(\w+\)", " ", said).lower()))


def clauses_with(found: Taken, quote: str) -> set[str]:
    """Return the clauses that hold the quote; empty where the import did not leave it in one."""
    wanted = plain(quote)
    whole: dict[str, str] = {}
    for spot in spots(found.protocol):
        if spot.clause is not None:
            whole[spot.clause.id] = f"{whole.get(spot.clause.id, '')} {plain(spot.words)}"
    return {id for id, words in whole.items() if wanted in words}


def told_at(found: Taken, rules: set[str]) -> Iterator[str]:
    """Yield the clause of each finding of the rules; the file's name for those of none."""
    owner = {
        item: clause.id for _, clause in found.protocol.clauses() for item in (clause.id, *_items(clause))
    }
    for finding in found.findings:
        if finding.rule in rules:
            id = found.at(finding.place)
            yield owner.get(id, id)


def _items(clause: object) -> Iterator[str]:
    for item in getattr(clause, "listed", ()) or getattr(clause, "items", ()):
        yield item.id
        yield from _items(item)


def is_found(defect: Defect) -> bool:
    found = taken(defect.document)
    if defect.category in REPORTED and REPORTED[defect.category] in found.report:
        return True
    told = set(told_at(found, RULES[defect.category]))
    return bool(told if defect.of_the_whole else told & clauses_with(found, defect.quote))


def survives(defect: Defect) -> bool:
    """Return whether the import left the fault in the text."""
    numbers = defect.category in REPORTED or defect.of_the_whole
    return numbers or bool(clauses_with(taken(defect.document), defect.quote))


def split(detect: str) -> tuple[list[Defect], list[Defect]]:
    """Return the defects that are found, and those that are not."""
    surviving = [each for each in defects() if each.detect == detect and survives(each)]
    return [each for each in surviving if is_found(each)], [each for each in surviving if not is_found(each)]


def told(missed: list[Defect]) -> str:
    return "\n".join(f"{each.id} {each.document} {each.category}: {each.quote}" for each in missed)


def test_every_fault_that_a_pattern_gives_away_is_found_in_its_paragraph() -> None:
    found, missed = split("pattern")
    assert len(found) > 80
    assert {each.id for each in missed} == QUOTED, told(missed)


def test_nine_in_ten_faults_that_a_list_of_words_gives_away_are_found() -> None:
    found, missed = split("list")
    assert len(found) >= 0.9 * (len(found) + len(missed)), told(missed)


def test_few_faults_are_lost_on_the_way() -> None:
    lost = [each.id for each in defects() if each.detect != "judgement" and not survives(each)]
    assert len(lost) <= 2, lost
