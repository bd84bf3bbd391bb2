"""A council's text becomes typed sections, word for word."""

from __future__ import annotations

import pytest

from protobuild.interchange.document import Imported, read_document, to_outline, to_protocol
from protobuild.interchange.notes import Topic
from protobuild.interchange.report import as_text
from protobuild.model.outline import Kind
from protobuild.model.runs import plain
from protobuild.model.source import ProtobuildError

PROTOCOL = """\
ANNEX B: DRAFT

# Protocol of Example Borough Council

Reviewed in May 2026

## 1.0 Introduction

1.1 This protocol guides members and officers.[1]

1.2 Each group leader has endorsed it.

A. N. Other\\
Leader of the Example Group

1.3 Three words matter.

**Candour**

1. Say what is so.

**Care**

2. Say it kindly.

1.5 Unless authorised, a member must not:

1.5.1 issue an order, or

1.5.2 enter a site.

## 2 Expectations

2.1 Officers can expect from members:

- courtesy;
- candour.

2.0 Points to note:-

- (a) the first
- (b) the second

This belongs to them both.

2.1 The guide* says:

> 24. “Be kind.”
>
> –A Guide, the author

**Who does what**

| Members | Officers |
| --- | --- |
| decide<br>lead | |
| | advise |

2.3 See [the code](#) and <https://example.gov.uk/code>.

**Other meetings:**

- by agreement
"""


@pytest.fixture(scope="module")
def imported() -> Imported:
    return read_document("protocol.md", PROTOCOL.encode())


def messages(imported: Imported, topic: Topic) -> list[str]:
    return [note.message for note in imported.report.about(topic)]


def clause(imported: Imported, number: str) -> dict:
    ids = [id for id, label in imported.numbers.items() if label == number]
    return next(c for s in imported.sections for c in s["clauses"] if c["id"] == ids[-1])


def test_every_word_is_kept(imported: Imported) -> None:
    found = imported.report.coverage
    assert found.whole
    assert found.words_in == found.kept > 80
    assert found.left_out == found.supplied == 0


def test_the_data_is_a_valid_protocol_with_and_without_requirements(imported: Imported) -> None:
    assert to_protocol(imported).manifest.gaps
    bare = Imported({**imported.manifest, "profile": "none"}, imported.sections, {}, imported.report)
    assert [section.id for section in to_protocol(bare).sections] == ["introduction", "expectations"]


def test_every_scalar_is_a_string(imported: Imported) -> None:
    def scalars(value: object) -> list[object]:
        match value:
            case dict():
                return [each for inner in value.values() for each in scalars(inner)]
            case list():
                return [each for inner in value for each in scalars(inner)]
        return [value]

    found = scalars({"manifest": imported.manifest, "sections": list(imported.sections)})
    assert {type(value) for value in found} == {str}


def test_title_and_cover_matter_go_to_the_manifest(imported: Imported) -> None:
    assert imported.manifest["title"] == "Protocol of Example Borough Council"
    assert imported.manifest["council"] == {"name": "Example Borough Council", "tier": "principal"}
    assert imported.manifest["front"] == "ANNEX B: DRAFT\n\nReviewed in May 2026"


def test_numbers_are_kept_as_printed(imported: Imported) -> None:
    assert list(imported.numbers.values()) == (
        "1.0 1.1 1.2 1.3 1. 2. 1.5 1.5.1 1.5.2 2 2.1 2.0 (a) (b) 2.1 2.3".split()
    )
    assert imported.report.numbered == 12
    assert imported.report.lettered == 2


def test_labels_above_a_list_become_headings_of_its_items(imported: Imported) -> None:
    items = clause(imported, "1.3")["items"]
    assert [(item["heading"], item["text"]) for item in items] == [
        ("Candour", "Say what is so."),
        ("Care", "Say it kindly."),
    ]


def test_sub_paragraphs_are_items_of_their_paragraph(imported: Imported) -> None:
    held = clause(imported, "1.5")
    assert held["marks"] == "decimals"
    assert [item["text"] for item in held["items"]] == ["issue an order, or", "enter a site."]


def test_signatures_are_told_from_text(imported: Imported) -> None:
    signed = [c["signatures"] for s in imported.sections for c in s["clauses"] if "signatures" in c]
    assert signed == [[{"name": "A. N. Other", "office": "Leader of the Example Group"}]]


def test_expectations_are_typed_and_said_to_be(imported: Imported) -> None:
    section = imported.sections[1]
    expected = section["clauses"][0]["expectations"]
    assert expected["of"] == "members"
    assert expected["marks"] == "bullets"
    assert [item["text"] for item in expected["items"]] == ["courtesy;", "candour."]
    assert any("taken for expectations of members" in said for said in messages(imported, Topic.CONTENT))


def test_words_after_marked_items_close_the_paragraph(imported: Imported) -> None:
    assert clause(imported, "2.0")["closing"] == "This belongs to them both."


def test_a_quotation_keeps_its_own_number_as_words_and_its_source(imported: Imported) -> None:
    quoted = next(c["quotation"] for s in imported.sections for c in s["clauses"] if "quotation" in c)
    assert quoted == {"text": "24\\. “Be kind.”", "source": "–A Guide, the author"}


def test_a_table_keeps_its_caption_paragraphs_and_empty_cells(imported: Imported) -> None:
    matrix = next(c["matrix"] for s in imported.sections for c in s["clauses"] if "matrix" in c)
    assert matrix == {
        "caption": "Who does what",
        "columns": ["Members", "Officers"],
        "rows": [["decide\n\nlead", ""], ["", "advise"]],
    }


def test_a_bold_line_inside_a_paragraph_stays_in_it(imported: Imported) -> None:
    assert clause(imported, "2.3")["text"].endswith("**Other meetings:**\n\n- by agreement")
    headings = [e for e in to_outline(imported).entries if e.kind is Kind.SUBHEADING]
    assert [plain(heading.heading) for heading in headings] == ["Other meetings:"]


def test_what_is_wrong_with_the_numbers_is_reported(imported: Imported) -> None:
    assert messages(imported, Topic.DUPLICATE) == ["2.1 is used again (first on line 34)"]
    assert messages(imported, Topic.ORDER) == ["2.0 comes after 2.1"]
    assert messages(imported, Topic.MISSING) == ["1.4 is missing", "2.2 is missing"]
    assert "1.0, 2" in messages(imported, Topic.STYLE)[0]


def test_links_that_lead_nowhere_are_reported(imported: Imported) -> None:
    assert messages(imported, Topic.LINK) == ["“the code” leads to #, which is nowhere"]


def test_the_report_reads_like_one(imported: Imported) -> None:
    text = as_text(imported.report)
    assert text.startswith(
        "Read protocol.md: 2 sections, 12 numbered lines, 2 lettered items, 1 table, 1 quotation."
    )
    assert "100% accounted for" in text
    assert "  line 59: 2.2 is missing" in text


def test_ids_are_the_same_each_time_and_know_their_lines(imported: Imported) -> None:
    again = read_document("protocol.md", PROTOCOL.encode())
    assert again == imported
    assert set(imported.report.lines) == set(to_protocol(imported).ids())


def test_a_town_council_is_read_with_the_local_profile() -> None:
    found = read_document("a.md", b"# Protocol\n\nExample Town Council\n\n## Text\n\nWords of it.\n")
    assert found.manifest["profile"] == "local"
    assert found.manifest["numbering"] == "none"
    assert found.numbers == {}


def test_a_letter_needs_no_headings_or_title() -> None:
    found = read_document("letter.txt", b"Dear Clerk,\n\nI write about the protocol.\n\nYours,\nA Member\n")
    assert found.manifest["title"] == "letter"
    assert found.sections[0]["heading"] == "[No heading]"
    assert found.report.coverage.supplied == 3
    assert any("name of the file" in said for said in messages(found, Topic.FRONT))


def test_a_response_time_is_typed_with_its_facts() -> None:
    text = "# P\n\n## Replies\n\n1.1 Reply within 5 working days, or send a holding reply.\n"
    held = read_document("p.md", text.encode()).sections[0]["clauses"][0]["response_time"]
    assert (held["value"], held["unit"], held["holding_reply"]) == ("5", "working_days", "true")


def test_a_definition_is_typed_with_its_examples() -> None:
    text = "# P\n\n## B\n\n1.1 Bullying is a misuse of power. Examples include:\n\n- shouting\n- threats\n"
    held = read_document("p.md", text.encode()).sections[0]["clauses"][0]["definition"]
    assert held["term"] == "Bullying"
    assert [example["text"] for example in held["examples"]] == ["shouting", "threats"]


@pytest.mark.parametrize("data", [b"", b" \n\n", b"# Only a title\n"])
def test_a_file_without_text_is_refused_kindly(data: bytes) -> None:
    with pytest.raises(ProtobuildError, match="holds no text"):
        read_document("empty.md", data)


@pytest.mark.parametrize(
    "words",
    [
        "report* and 2*3*4 and snake_case_name",
        "1986. The year",
        "- not a list",
        "> 5 items",
        "[[role:clerk]] and [x] and a\\b",
        "<b>bold</b> & `code` | bar",
        "# 5 is a number",
        "It ended. ## 5 is a number",
        "It ended. - It began. 1. Again.",
    ],
)
def test_words_that_look_like_markdown_survive_plain_text(words: str) -> None:
    found = read_document("a.txt", f"1.1 {words}\n\n1.2 More.\n".encode())
    said = [plain(entry.body) for entry in to_outline(found).entries if entry.kind is Kind.PARAGRAPH]
    assert said == [words, "More."]


def test_the_words_that_stand_for_a_councils_name_are_told() -> None:
    found = read_document("a.md", b"# Protocol\n\n## Aims\n\n1.1 Members respect officers.\n")
    assert found.manifest["council"]["name"] == "[Council not named]"
    assert any("[Council not named]" in said for said in messages(found, Topic.FRONT))


def test_gaps_are_told_as_matters_to_deal_with() -> None:
    found = read_document("a.md", b"# Protocol\n\n## Aims\n\n1.1 Members respect officers.\n")
    count = len(found.manifest["gaps"])
    said = f"{count} matters a protocol should deal with that no paragraph plainly deals with"
    assert said in messages(found, Topic.PROFILE)[0]
