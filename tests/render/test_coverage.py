"""Coverage as text, page, CSV and data: the same provisions, with the same standing, in all four."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from protobuild.model.assemble import assemble
from protobuild.model.coverage import Covered, coverage
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.provisions import catalogue, edition
from protobuild.render.coverage import (
    CSV_COLUMNS,
    coverage_csv,
    coverage_json,
    coverage_page,
    coverage_text,
    needed,
    news_text,
    standing,
    summary,
)
from reading import words_in

CLAUSES = [
    {"id": "respect", "provides": ["mutual-respect"], "text": "Members and officers must be courteous."},
    {"id": "aim", "provides": ["guides-both-sides"], "text": "TBC"},
]
WAIVER = {
    "provision": "no-unfair-advantage",
    "reason": "<b>Said</b> in the code.",
    "by": "Council",
    "date": "2026-01-01",
}
MANIFEST = {
    "title": "=Protocol",
    "council": {"name": "Example Borough Council"},
    "sections": ["s"],
    "profile": "none",
    "gaps": ["what-members-do"],
    "waivers": [WAIVER],
    "facts": {"political-groups": "yes"},
}


def made(profile: str = "principal") -> tuple[Outline, tuple[Covered, ...]]:
    section = {"kind": "other", "id": "s", "heading": "Respect", "clauses": CLAUSES}
    given = Protocol.model_validate({"manifest": MANIFEST, "sections": [section]})
    given = given.model_copy(update={"manifest": given.manifest.model_copy(update={"profile": profile})})
    outline = assemble(given)
    return outline, coverage(given, outline)


OUTLINE, ROWS = made()
BY_SLUG = {row.provision.slug: row for row in ROWS}
PAGE = coverage_page(OUTLINE, ROWS)


@pytest.mark.parametrize(
    ("slug", "said", "need"),
    [
        ("mutual-respect", "said in 1.1", "required"),
        (
            "guides-both-sides",
            "CLAIMED in 1.2, which needs words; those it has only keep a place for them",
            "required",
        ),
        ("what-members-do", "known gap", "required"),
        (
            "no-unfair-advantage",
            "left out on purpose: <b>Said</b> in the code (Council, 1 January 2026)",
            "required",
        ),
        ("what-officers-do", "MISSING", "required"),
        ("same-offer-to-every-group", "MISSING", "required, since the council has political groups"),
        (
            "social-media-policy-named",
            "not settled: 'social-media-policy' is not answered under 'facts'",
            "if the council has a social media policy",
        ),
        (
            "seven-principles-only",
            "not said; needed if the text lists principles of public life",
            "if the text lists principles of public life",
        ),
        ("holding-reply", "not said, and not required", "optional"),
        ("member-acting-as-officer", "not asked of this council", "not asked"),
    ],
)
def test_each_standing_is_said_in_words(slug: str, said: str, need: str) -> None:
    assert (standing(BY_SLUG[slug]), needed(BY_SLUG[slug])) == (said, need)


def test_the_summary_counts_every_provision_once() -> None:
    counts = [int(number) for number in re.findall(r"\d+", summary(ROWS))]
    assert counts[0] == sum(counts[1:]) == len(catalogue())
    assert "1 said" in summary(ROWS) and "1 claimed without what it needs" in summary(ROWS)


def test_text_page_csv_and_data_name_every_provision_with_its_standing() -> None:
    text, page = coverage_text(OUTLINE, ROWS), words_in(PAGE)
    table = list(csv.DictReader(io.StringIO(coverage_csv(OUTLINE, ROWS))))
    data = json.loads(coverage_json(OUTLINE, ROWS))
    assert [row["Provision"] for row in table] == [row["provision"] for row in data["provisions"]]
    assert len(table) == len(ROWS)
    for row, cells, record in zip(ROWS, table, data["provisions"], strict=True):
        slug = row.provision.slug
        assert f"  {slug}: {standing(row)}\n" in text
        assert slug in page and standing(row) in page and row.provision.says in page
        assert (cells["State"], record["state"], record["need"]) == (row.state, row.state, row.need)
        assert cells["Paragraphs"] == "; ".join(each["number"] for each in record["clauses"])


def test_an_authority_says_its_class_and_whether_it_was_read() -> None:
    text = coverage_text(OUTLINE, ROWS)
    assert "      Localism Act 2011 section 28(4) (statute; read)\n" in text
    assert (
        "      LGA guidance on member-officer protocols, 2025 (sector guidance, not statute; not read)\n"
        in text
    )
    assert "      practice in published protocols (good practice, not statute)\n" in text
    (record,) = (
        row for row in json.loads(coverage_json(OUTLINE, ROWS))["provisions"] if row["ref"] == "MOP-OVR-03"
    )
    assert record["authorities"] == [
        {
            "authority": "localism-act-2011",
            "title": "Localism Act 2011",
            "pin": "section 28(4)",
            "about": "",
            "class": "statute",
            "read": True,
            "nations": ["england"],
            "extent": "The arrangements of section 28(6) are not for parish councils to make.",
            "source": "",
            "known": "",
            "status": "in force",
            "checked_on": "",
            "checked_by": "",
        }
    ]


def test_the_page_stands_alone_and_can_be_read_by_ear() -> None:
    assert "<script" not in PAGE and "http" not in PAGE
    assert '<html lang="en-GB">' in PAGE and PAGE.count("<h1") == 1
    assert PAGE.count("<table") == PAGE.count("<caption><h2>")
    assert PAGE.count('<th scope="row">') == len(ROWS)
    assert "<b>Said" not in PAGE and "&lt;b&gt;Said" in PAGE
    assert "<strong>MISSING</strong>" in PAGE


def test_the_page_wears_the_name_of_the_council_and_not_the_state_of_the_text() -> None:
    assert '<p class="council">Example Borough Council</p>' in PAGE


def test_the_table_has_its_columns_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(coverage_csv(OUTLINE, ROWS))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]


def test_the_news_are_what_a_later_edition_brought() -> None:
    said = news_text(ROWS, 1, edition())
    later = [row.provision.slug for row in ROWS if row.provision.edition > 1]
    assert re.findall(r"^  ([a-z-]+): ", said, re.MULTILINE) == later
    assert said.startswith(
        "The catalogue is in edition 2, and protocol.yaml was compared with edition 1. New since, "
    )
    assert said.endswith("write 'catalogue: 2' in protocol.yaml.\n")


def test_no_news_is_said_too_and_without_an_edition_everything_is_new() -> None:
    assert news_text(ROWS, edition(), edition()).endswith("was compared with edition 2: nothing is new.\n")
    said = news_text(ROWS, None, edition())
    assert "does not say with which it was compared" in said and "  guides-both-sides: " in said
