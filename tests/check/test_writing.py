"""Faults of writing are found where they stand, and sound words are let be."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, said, section
from protobuild.model.source import Finding, Place

WRITING = {"punctuation", "quotation_marks", "slips", "lists", "list_styles", "heading_styles"} | {
    "dates",
    "copying",
    "posts",
    "residue",
}


def told(*clauses: dict[str, Any], rules: set[str] = WRITING, **more: Any) -> list[Finding]:
    return [each for each in found(section(*clauses), **more) if each.rule in rules]


FAULTS = {
    "The clerk replies ⟦,⟧ as agreed with the chair.": "punctuation",
    "The clerk replies in time⟦..⟧ The chair agrees.": "punctuation",
    "They follow the policy ⟦and;⟧ they say so to the chair.": "punctuation",
    "Replies are given promptly,⟦fa⟧irly and in full to all.": "punctuation",
    "The clerk replies.⟦Th⟧e chair agrees with every reply.": "punctuation",
    "The clerk may write to the chair⟦, or,⟧ to the vice-chair.": "punctuation",
    "The clerk must not be made to write note⟦s, or reports⟧ which are false.": "punctuation",
    "No visitor will refer in any speech or letter⟦, to⟧ the advice given.": "punctuation",
    "The clerk replies ⟦(⟧in writing where asked to do so.": "punctuation",
    "The clerk must reply to each letter within the time that is ⟦given⟧": "punctuation",
    "The rule is ⟦“⟧ be fair” and it binds all.": "quotation_marks",
    "The rule is ⟦“⟧be fair and it binds all.": "quotation_marks",
    "It is for the ⟦officer’s⟧ must to be obeyed.": "quotation_marks",
    "Each body keeps it⟦’s⟧ own rules.": "quotation_marks",
    "The chair is proud of it⟦’s⟧ long history.": "quotation_marks",
    "They may draw to a ⟦members’⟧ attention what the rules ask.": "quotation_marks",
    "They reply to ⟦the the⟧ letters.": "slips",
    "They act in a kind ⟦manner and polite manner⟧.": "slips",
    "The meeting is open. ⟦visitors⟧ may attend.": "slips",
    "The meeting is open. ⟦a⟧ visitor may attend.": "slips",
    "In this matter ⟦neither clerks should not⟧ speak.": "slips",
    "In this matter ⟦neither clerks nor chairs may not⟧ speak.": "slips",
    "They may use the tools (e.g. pens, paper ⟦etc⟧).": "slips",
    "They are given ⟦up to date⟧ lists.": "slips",
    "They ask ⟦an council⟧ for help.": "slips",
    "They ask ⟦a officer⟧ for help.": "slips",
    "They comply with [the Rules](https://www.example.gov.uk) ⟦visitors do⟧ not see the lists.": "slips",
    "It was agreed on ⟦14th May 2026⟧.": "dates",
    "It was agreed on ⟦03/04/2026⟧.": "dates",
    "It was agreed on ⟦May 14, 2026⟧.": "dates",
    "It was agreed on ⟦2026-05-14⟧.": "dates",
    "It is the council⟦â€™⟧s own.": "copying",
    "It is the ⟦�⟧ council’s own.": "copying",
    "It is the coun⟦\u00ad⟧cil’s own.": "copying",
    "⟦•⟧ It is the council’s own.": "copying",
    "It is ⟦~~the old~~⟧ the council’s own.": "copying",
    "It is the⟦Council⟧ and its own.": "copying",
    "It is in the public inter- ⟦est⟧ to say so.": "copying",
    "The clerk is the ⟦head of paid services⟧.": "posts",
    "The ⟦Director of Children’s Service⟧ replies.": "posts",
    "Ask ⟦insert name⟧ of the council.": "residue",
    "Ask [⟦insert post⟧] of the council.": "residue",
    "Ask the clerk. ⟦DN:⟧ is this so?": "residue",
    "Ask the clerk. ⟦Drafting note:⟧ is this so?": "residue",
    "It is reviewed on ⟦XX⟧ of each year.": "residue",
    "It is reviewed by ⟦TBC⟧ each year.": "residue",
    "The ⟦[Leader or Mayor]⟧ replies.": "residue",
    "The chair says “each ⟦[of the cabinet,]⟧ replies”.": "residue",
}


@pytest.mark.parametrize("marked", FAULTS)
def test_a_fault_is_found_where_it_stands(marked: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    words = marked.replace("⟦", "").replace("⟧", "")
    place = Place("first.yaml", 5, 7, 5, 7 + len(words))
    (finding,) = told(said(words), places={"sections.0.clauses.0.text": place})
    assert finding.rule == FAULTS[marked]
    assert (finding.place.line, finding.place.column) == (5, 7 + start)
    assert finding.place.end_column == 7 + max(end, start + 1)
    assert finding.severity in ("warning", "note")
    assert finding.why and finding.fix


@pytest.mark.parametrize("marked", FAULTS)
def test_a_fault_is_silenced_by_its_clause(marked: str) -> None:
    words = marked.replace("⟦", "").replace("⟧", "")
    assert told(said(words, quiet={FAULTS[marked]: "It is quoted as it stands."})) == []


@pytest.mark.parametrize(
    "words",
    [
        "Pens, paper, etc., are for use at home; e.g. at night, i.e. after ten.",
        "They had had notice, and they may, where asked, reply.",
        "They may speak, and, if asked, answer; or they may write, or call.",
        "No member will refer, in any speech, to the advice; the clerk refers it to the chair.",
        "Rules, policies, or notes which bind all.",
        "A members’ meeting, an officers’ group, each member’s duty and both members’ rights.",
        "Neither members nor officers may do so; neither does the chair.",
        "Neither members who do not vote nor those who may not speak are asked, and it’s so.",
        "They insert the words in the record, and note: it’s on it.",
        "Lists are kept up to date by the clerk, up to date and in full; they meet face to face.",
        "An hour, an honest reply, a one-off, a European rule, a unit, a useful note, an MP.",
        "It was agreed on 14 May 2026, in May 2026, and on 5 May, under section 28(4).",
        "Short- and long-term plans, YouTube, a café, £5, a 10–12 week term.",
        "The head of paid service and the Director of Children’s Services reply.",
        "The Model Code [sic] and “each [member] replies” in Part XX or chapter XL of it.",
        "(a) the first, and b) the second.",
        "See https://www.example.gov.uk/a,b or write to law@example.gov.uk",
        "It is so …",
        "He said “stop. go” and “be fair.” It is kept.",
        "They comply with [the Rules](https://www.example.gov.uk) which do not bind visitors.",
        "A short label",
    ],
)
def test_sound_words_are_let_be(words: str) -> None:
    assert told(said(words)) == []


def test_what_another_wrote_is_let_be_but_for_its_signs() -> None:
    words = "They act in a kind manner and polite manner. the the an council etc"
    assert told({"id": "q", "quotation": {"text": words, "source": "A code"}}) == []


def test_a_quotation_that_runs_on_begins_each_paragraph_with_a_capital() -> None:
    words = "“The first of its paragraphs is whole.\n\nmembers begin the second of them here.”"
    (finding,) = told({"id": "q", "quotation": {"text": words}})
    assert (finding.rule, finding.severity) == ("slips", "note")


def test_marks_of_two_sorts_are_told_once_at_the_rarer() -> None:
    clauses = [said("The clerk’s and the chair’s."), said("The mayor's and the clerk's.", id="b")]
    clauses.append(said("The council’s.", id="c"))
    (finding,) = told(*clauses)
    assert (finding.rule, finding.severity) == ("quotation_marks", "note")
    assert "curly in 3 places and straight in 2" in finding.message


def items(*words: str) -> list[dict[str, str]]:
    return [{"id": f"i-{number}", "text": text} for number, text in enumerate(words)]


LISTS = {
    "a comma": ("They must,", ["ask;", "listen."], "do not end with a colon"),
    "no sign": ("They must", ["ask;", "listen."], "do not end with a colon"),
    "an ended sentence": ("They must act.", ["ask;", "listen."], "end their sentence"),
    "an item in the lead-in": (
        "Examples are not limited to plain theft:",
        ["fraud;", "lies."],
        "'plain theft'",
    ),
    "a capital": (
        "They must:",
        ["ask;", "Listen;", "reply."],
        "1 of 3 items of this list begins with a capital",
    ),
    "a small letter": ("They must:", ["Ask;", "listen;", "Reply."], "begins with a small letter"),
    "an item that ends otherwise": ("They must:", ["ask;", "listen", "hear;", "reply."], "with no sign"),
    "a last item without a stop": ("They must:", ["ask;", "listen"], "the list ends with no sign"),
    "a last item with a semicolon": ("They must:", ["ask;", "listen;"], "the list ends with a semicolon"),
    "stops, and none at the end": ("They must:", ["ask.", "hear.", "listen"], "the list ends with no sign"),
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("written", [True, False], ids=["bullets", "items"])
def test_a_list_is_led_into_and_written_one_way(name: str, written: bool) -> None:
    lead, lines, says = LISTS[name]
    bullets = "\n".join(f"- {line}" for line in lines)
    clause = said(f"{lead}\n\n{bullets}") if written else said(lead, items=items(*lines))
    (finding,) = told(clause, rules={"lists"})
    assert says in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("lead", "lines"),
    [
        ("They must:", ["ask; and", "listen."]),
        ("They must:-", ["ask", "listen"]),
        ("They must:", ["ask", "listen."]),
        ("They have two roles.", ["They ask.", "They listen."]),
        ("They must do the following:", ["ask,", "listen, and", "reply."]),
        ("They must:", ["ask. Then they wait.", "listen"]),
        ("These matter, including any of the following:", ["fraud;", "lies."]),
        ("They must tell:", ["the chair;", "[[role:monitoring-officer]]; and", "the clerk."]),
    ],
)
def test_sound_lists_are_let_be(lead: str, lines: list[str]) -> None:
    assert told(said(lead, items=items(*lines))) == []


def test_words_with_a_capital_of_their_own_may_begin_an_item() -> None:
    assert told(said("Some Members ask:", items=items("the clerk;", "Members; and", "NALC."))) == []


def test_a_list_with_words_after_it_may_end_as_it_went_on() -> None:
    assert told(said("They must:", items=items("ask;", "listen;"), closing="and they must reply.")) == []


def test_the_first_list_punctuated_as_few_others_is_told() -> None:
    texts = [said("They may:", id=f"c-{at}", items=lines(at, "ask;", "wait;", "hear.")) for at in range(3)]
    (finding,) = told(*texts, said("They can:", id="d", items=lines(9, "ask", "wait", "hear")))
    assert (finding.rule, finding.severity) == ("list_styles", "note")
    assert "without a sign; 3 of 4 lists have them end with semicolons" in finding.message


def lines(at: int, *words: str) -> list[dict[str, str]]:
    return [{"id": f"l-{at}-{number}", "text": text} for number, text in enumerate(words)]


def test_letters_and_bullets_do_not_stand_in_one_section() -> None:
    clauses = [said("They may:", items=items("ask;", "wait.")), said("They can:\n\n- ask;\n- wait.", id="b")]
    (finding,) = told(*clauses)
    assert (finding.rule, "bullets" in finding.message) == ("list_styles", True)


def headed(*headings: str, sort: str = "subheading") -> list[Finding]:
    clauses = [{"id": f"h-{at}", sort: text} for at, text in enumerate(headings)]
    return told(*clauses, rules={"heading_styles"})


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        (["Work with others", "What members do", "The Role Of Officers"], "with a capital for each word"),
        (["Work with others", "What members do", "ROLES"], "in capitals throughout"),
        (["Work with others", "What members do", "Roles:"], "with a colon at the end"),
        (["Work with others", "What members do", "Roles."], "with a full stop at the end"),
        (["Introduction", "Roles", "THE PRESS"], "in capitals throughout"),
    ],
)
def test_headings_of_a_sort_are_written_one_way(headings: list[str], says: str) -> None:
    (finding,) = headed(*headings)
    assert says in finding.message


def test_headings_of_one_word_and_names_in_them_are_let_be() -> None:
    clauses = [said("Ask the Council and its Members."), {"id": "a", "subheading": "Roles"}]
    clauses += [
        {"id": "b", "subheading": "What the Council does"},
        {"id": "c", "subheading": "Rights of Members"},
    ]
    assert told(*clauses) == []


def test_a_table_has_a_caption_or_a_subheading_above_it() -> None:
    table = {"columns": ["Who", "What"], "rows": [["clerk", "asks"]]}
    (finding,) = told({"id": "t", "matrix": table})
    assert (finding.rule, finding.message) == ("heading_styles", "this table has no caption")
    assert told({"id": "t", "matrix": {**table, "caption": "Who asks"}}) == []
    assert told({"id": "s", "subheading": "Who asks"}, {"id": "t", "matrix": table}) == []


@pytest.mark.parametrize(
    "manifest",
    [{"title": "MODEL PROTOCOL"}, {"front": "MODEL PROTOCOL"}, {"council": {"name": "[Council not named]"}}],
)
def test_what_is_left_of_a_model_is_told(manifest: dict[str, Any]) -> None:
    (finding,) = told(said("They ask."), **manifest)
    assert (finding.rule, finding.severity) == ("residue", "warning")


def test_a_model_code_is_no_residue() -> None:
    assert told(said("They ask."), title="Protocol under the Model Code of Conduct") == []
