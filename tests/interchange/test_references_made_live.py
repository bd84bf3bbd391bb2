"""A typed reference to the text's own numbers becomes a living one, where there is no doubt."""

from __future__ import annotations

import pytest

from protobuild.interchange.document import read_document, to_outline
from protobuild.interchange.notes import Topic
from protobuild.interchange.references import make_live

TEXT = """\
# Protocol

## 1 Advice

1.1 Members ask.

1.2 Officers:

(a) answer;

(b) explain.

## 2 Conduct

2.1 {0}
"""


def live(sentence: str) -> str:
    made = make_live(read_document("a.md", TEXT.format(sentence).encode()))
    assert [entry.words for entry in to_outline(made).entries] == [
        entry.words for entry in to_outline(read_document("a.md", TEXT.format(sentence).encode())).entries
    ]
    return made.sections[1]["clauses"][0]["text"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("See paragraph 1.1.", "See paragraph [[ask]]."),
        ("See paragraphs 1.1 and 1.2 too.", "See paragraphs [[ask]] and [[answer-explain]] too."),
        ("See paragraph 1.2(b) on this.", "See paragraph [[explain]] on this."),
        ("See section 1 above.", "See section [[advice]] above."),
        ("See paragraph 1.1 of this protocol.", "See paragraph [[ask]] of this protocol."),
    ],
)
def test_a_certain_reference_is_made_live(sentence: str, wanted: str) -> None:
    made = live(sentence)
    assert made.count("[[") == wanted.count("[[")
    assert "paragraph 1.1" not in made


@pytest.mark.parametrize(
    "sentence",
    [
        "See paragraph 1.1 of the Code of Conduct.",
        "See the Code of Conduct, paragraph 1.1.",
        "See section 1 and the Act.",
        "See section 2 reports.",
        "See paragraph 9.9.",
        "See paragraphs 1.1 and 9.9.",
        "See paragraph 1.1.1 there.",
        "See paragraph 1 too.",
        "See [paragraph 1.1](https://example.gov.uk).",
    ],
)
def test_a_doubtful_one_stays_as_it_was_typed(sentence: str) -> None:
    assert live(sentence) == sentence


def test_what_stands_twice_is_nobodys_number() -> None:
    text = TEXT.format("See paragraph 1.1.") + "\n1.1 Members ask again.\n"
    made = make_live(read_document("a.md", text.encode()))
    assert "[[" not in str(made.sections)


def test_the_report_says_which_were_made_live() -> None:
    made = make_live(read_document("a.md", TEXT.format("See paragraph 1.1.").encode()))
    assert [note.message for note in made.report.about(Topic.REFERENCE)] == ["1 made live: paragraph 1.1"]
