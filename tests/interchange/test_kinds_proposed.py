"""The heading of a section shows what it is about, and an import says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.interchange.document import read_document
from protobuild.interchange.kinds import propose_kind
from protobuild.model.kinds import KINDS

HEADINGS = {
    "Purpose of this protocol": "introduction",
    "Our values": "principles",
    "Roles and responsibilities": "roles",
    "What members can expect": "expectations",
    "Political neutrality": "impartiality",
    "Undue influence": "undue-pressure",
    "Timescales": "response-times",
    "Contact with officers": "contact",
    "Meetings arranged by members": "meetings",
    "Member enquiries and casework": "casework",
    "Ward members": "ward-members",
    "Confidential information": "confidentiality",
    "Members’ access to information": "access-to-information",
    "Visits to council premises": "premises",
    "Correspondence and emails": "correspondence",
    "Briefings": "briefings",
    "Press and publicity": "media",
    "Use of social media": "social-media",
    "The pre-election period": "election-period",
    "Support for political groups": "political-groups",
    "Officers and the Cabinet": "executive-and-chairs",
    "Scrutiny committees": "scrutiny",
    "The monitoring officer": "statutory-officers",
    "Co-opted members": "co-opted-members",
    "Personal relationships": "personal-relationships",
    "Use of facilities and equipment": "resources",
    "Bullying and harassment": "behaviour",
    "Complaints about officers": "criticism-and-complaints",
    "Breaches": "breaches",
    "Whistle-blowing": "whistleblowing",
    "Poor performance": "performance",
    "Staffing and recruitment": "employment",
    "Review of this document": "oversight-and-review",
    "Induction and training": "training",
    "Definitions and interpretation": "interpretation",
    "Endorsement": "adoption",
    "Appendix A": "appendix",
    "The weather": "other",
}


@pytest.mark.parametrize(("heading", "kind"), HEADINGS.items())
def test_a_heading_of_ones_own_words_shows_the_kind(heading: str, kind: str) -> None:
    assert propose_kind(heading, "")[0] == kind


def test_every_kind_is_shown_by_some_heading() -> None:
    assert set(HEADINGS.values()) == set(KINDS)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            "barnet-adopted.md",
            "introduction roles resources access-to-information roles employment performance meetings "
            "impartiality personal-relationships personal-relationships behaviour executive-and-chairs "
            "whistleblowing",
        ),
        ("barnet-proposed.md", "introduction performance impartiality personal-relationships whistleblowing"),
        (
            "swale-draft.md",
            "introduction roles impartiality response-times confidentiality executive-and-chairs "
            "political-groups personal-relationships resources criticism-and-complaints oversight-and-review",
        ),
        (
            "bingley.md",
            "introduction introduction roles access-to-information correspondence media "
            "criticism-and-complaints",
        ),
    ],
)
def test_the_sections_of_real_protocols_are_each_of_their_kind(corpus: Path, name: str, kinds: str) -> None:
    found = read_document(name, (corpus / name).read_bytes())
    assert [section["kind"] for section in found.sections] == kinds.split()
