"""Faults as other councils, web pages and Word files show them, and what only looks like them."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, said, section
from protobuild.model.source import Place

FAULTS: dict[str, tuple[str, ...]] = {
    "quotation_marks": (
        "⟦Councillor's⟧ must hand over letters to the council.",
        "⟦Members'⟧ must tell the council of any interest.",
        "It is the ⟦officer's⟧ who ask for it.",
        "The ⟦agenda's⟧ are sent out in good time.",
        "The ⟦policy's⟧ and procedures are kept by the council.",
        "⟦Its⟧ important that replies are sent in time.",
        "⟦The Councils ⟧website has the list of names.",
        "⟦An officers ⟧duty is to the whole council.",
        "They saw ⟦the members ⟧interests in the register.",
        "It was for the council, ⟦who's⟧ role is to decide.",
        "They asked the ⟦councillors's⟧ views of it.",
        "It dates from the ⟦1990's⟧ and no later.",
        "They ⟦dont⟧ know the names of all.",
        "The council keeps it⟦'s⟧ constitution on its website.",
        "The rule is ⟦‘⟧be fair and it binds all.",
        "The rule is ⟦'⟧be fair and it binds all.",
        "The rule is “be fair ⟦”⟧ and it binds all.",
        "The word⟦“⟧fair” binds all.",
    ),
    "dates": (
        "It was agreed on ⟦09/02/26⟧ by all.",
        "It was agreed on ⟦9.2.26⟧ by all.",
        "It was agreed on ⟦9-2-26⟧ by all.",
        "It starts on ⟦February 9th⟧ each year.",
        "It starts on ⟦9 Feb 2026⟧ for all.",
        "It starts on ⟦9 Sept. 2026⟧ for all.",
        "It starts on ⟦9 February, 2026⟧ for all.",
        "It starts on ⟦9 February ’26⟧ for all.",
    ),
    "copying": (
        "Members ⟦&amp;⟧ others are asked.",
        "It is the council⟦&rsquo;⟧s own.",
        "See ⟦Error! Reference source not found.⟧",
        "It is on page ⟦PAGEREF⟧ of it.",
        "The council⟦?⟧s own reply is sent.",
        "They are told. ⟦Skip to content⟧ is here.",
        "It is in writing. ⟦Page 5 of 8⟧ They reply.",
        "This is the ⟦P O L I C Y⟧ of the council.",
    ),
    "residue": (
        "The date is ⟦tbc⟧ by the council.",
        "It goes to the chair ⟦(to be confirmed)⟧ at once.",
        "It goes to the chair ⟦(Clerk to check)⟧ at once.",
        "They reply. ⟦Clerk to check this before long⟧.",
        "They reply. Name ⟦to be inserted⟧ before long.",
        "It goes to ⟦«Council_Name»⟧ at once.",
        "It goes to ⟦{{name}}⟧ at once.",
        "They reply. ⟦Commented [J1]:⟧ is this so?",
        "They ask ⟦Anytown Council⟧ for it.",
        "They find it on the page ⟦(link)⟧ for all.",
        "They find it on the page ⟦[link]⟧ for all.",
        "It is for ⟦Otherham District Council⟧ to reply.",
        "It is for the ⟦City Council⟧ to reply.",
    ),
    "slips": (
        "⟦The the⟧ council replies.",
        "They ask a ⟦Councillor Councillor⟧ for it.",
        "They ask for the view ⟦of the of the⟧ council.",
        "It was so in 2024. ⟦the⟧ council kept it.",
        "They ask (at home). ⟦the⟧ council keeps it.",
        "The seven ⟦principals⟧ of public life bind all.",
        "They agreed to it in ⟦principal⟧.",
        "They ask the ⟦principle ⟧council for it.",
        "They took legal ⟦council⟧ about it.",
        "It is held in ⟦pubic⟧ each month.",
        "A ⟦councilor⟧ asks for it.",
        "They seek ⟦advise⟧ from the council.",
        "They disagree with ⟦advise⟧ given to them.",
        "They must ⟦advice⟧ the council.",
        "It is good ⟦practise⟧ to reply.",
        "They know ⟦there ⟧own duties.",
        "They should ⟦of⟧ been told of it.",
        "They ask the council rather ⟦then⟧ the chair.",
        "They reply in full, ⟦were⟧ possible, and soon.",
        "They ask for permission ⟦form⟧ the council.",
        "They ⟦recieve⟧ the papers in time.",
    ),
    "punctuation": (
        "The council replies (⟦ ⟧in time) to all.",
        "The council replies (in time⟦)⟧and in full.",
        "The council replies⟦(⟧if asked) to all.",
        "The council replies in time⟦?!⟧ It does.",
        "The council replies in full⟦ They⟧ are told of it.",
        "The council must ⟦reply⟧",
    ),
    "gendered": (
        "A ⟦policeman⟧ is asked to come.",
        "The desk is ⟦manned⟧ each day.",
        "It takes ten ⟦man-hours⟧ of work.",
        "⟦Gentlemen⟧ of the council are asked.",
        "Councillors and ⟦their wives⟧ are asked.",
        "If asked, ⟦(s)he⟧ replies.",
        "Letters begin ⟦Dear Sirs⟧ and end politely.",
    ),
    "modals": (
        "No member ⟦should⟧ disclose what is confidential.",
        "Confidential information ⟦should not⟧ be disclosed to anybody.",
        "Under no circumstances ⟦should⟧ it be shown.",
        "It ⟦should⟧ under no circumstances be shown.",
        "Nobody ⟦should⟧ press for a reply.",
    ),
    "typed_numbers": (
        "See clause ⟦9.7⟧ for this.",
        "As said in ⟦9.7⟧ above, it is so.",
        "This is set out in ⟦Appendix C⟧.",
    ),
    "links": (
        "They find it there; ⟦click here⟧ for more.",
        "It is kept at ⟦C:\\Policies\\code.doc⟧ for all.",
        "It is kept at ⟦file:///policies⟧ for all.",
        "It is on ⟦[the page](https://)⟧ for all.",
    ),
    "people_named": (
        "Ask the clerk, ⟦Jane Example⟧, for the form.",
        "⟦David Example⟧ (clerk) has the form.",
        "Write to ⟦Susan M. Example⟧ for the form.",
    ),
    "posts": (
        "The ⟦Monitoring Office⟧ is told of it.",
        "The ⟦Standard Committee⟧ is told of it.",
        "The ⟦Head of Paid Staff⟧ is told of it.",
    ),
    "terms": (
        "Requests go to the ⟦Duty Contact⟧, whose number is on the door.",
        "They go to the ⟦Nominated Officer⟧ in writing.",
        "They are put on the ⟦Enquiry Log⟧ at once.",
        "Nothing is sent in a ⟦Protected Period⟧ at all.",
    ),
}
"""Words with the fault between brackets, by the rule that tells of it."""

EACH = [(rule, marked) for rule, texts in FAULTS.items() for marked in texts]


@pytest.mark.parametrize(("rule", "marked"), EACH)
def test_a_fault_is_found_once_where_it_stands(rule: str, marked: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    words = marked.replace("⟦", "").replace("⟧", "")
    places = {"sections.0.clauses.0.text": Place("first.yaml", 5, 7, 5, 7 + len(words))}
    (finding,) = (each for each in found(section(said(words)), places=places) if each.rule == rule)
    assert (finding.place.column, finding.place.end_column) == (7 + start, 7 + end)
    assert finding.why and finding.fix


@pytest.mark.parametrize(("rule", "marked"), EACH)
def test_a_fault_is_silenced_by_its_clause(rule: str, marked: str) -> None:
    words = marked.replace("⟦", "").replace("⟧", "")
    quiet = {rule: "It is kept as it is."}
    assert [each for each in found(section(said(words, quiet=quiet))) if each.rule == rule] == []


SOUND = (
    "A members' meeting, an officers' group, a members' lounge and a residents survey.",
    "The views of the member's may be told; 'senior officers' may be told.",
    "The councils work together; the members report to the chair; the officers advise.",
    "It's members who decide; who's who is known, and its duties are few.",
    "The dogs' bowls, the 'fair' rules, an 'open' council's rules, the members' own.",
    "See 22/01234/FUL and minute 12/24, 2026/27, and 10.5.12 and sort code 20-10-12.",
    "On 14 May 2026, 5 May, in May 2026; 5 members may ask.",
    "The principal council acts in principle, and a principal officer replies.",
    "On a date to be agreed, the list of names to be agreed by the chair is read.",
    "They are there and then told, and it is more important then; they form the council.",
    "They should of course ask; refer it to advice; those who advise them ask.",
    "The vote is taken by the chair to add names to the list.",
    "They practise what they say; in practice it is so.",
    "The member(s) of the council ask; the (re)appointed (un)lawful clerk replies.",
    "An ombudsman, honorary aldermen, women and men, human rights and the Isle of Man.",
    "Give it to St John Ambulance, Elizabeth Hall, King George Field or Victoria Road.",
    "A meeting should not last more than two hours, and should not be hard to follow.",
    "It is important that neither party should press the other.",
    "Appendix C of the Constitution; Appendix B to the Code; Part 5 of the Constitution.",
    "Example Borough Council replies; the Borough Council waits; the County Council asks.",
    "The monitoring officer’s view is kept.",
    "Ask the Independent Person, the Monitoring Officer and the Chief Executive.",
    "The Duty Contact is the officer on call; ask the Duty Contact for it.",
    "The Casework Log (the list that the clerk keeps) and the Casework Log.",
    "Click [here](https://www.example.gov.uk) or see https://www.example.gov.uk/?a=b for it.",
    "“HRSP” means the panel of three, and the HRSP meets.",
    "What officers may expect",
    "The role of the clerk",
)

RULES = frozenset((*FAULTS, "capitals", "two_words", "acronyms"))


@pytest.mark.parametrize("words", SOUND)
def test_what_only_looks_like_a_fault_is_let_be(words: str) -> None:
    assert [each.message for each in found(section(said(words))) if each.rule in RULES] == []


def texts(*words: str, **more: Any) -> list[tuple[str, str]]:
    clauses = [{"id": f"p{at}", "text": text} for at, text in enumerate(words)]
    findings = found(section(*clauses), **more)
    return [(each.rule, each.message) for each in findings if each.rule in RULES]


TOGETHER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "two_words",
        "'Staffing Committee' here, and 'Personnel Committee'",
        ("The Personnel Committee asks. The Personnel Committee waits.", "The Staffing Committee asks."),
    ),
    (
        "two_words",
        "'Governance and Audit Committee' here, and 'Audit and Governance Committee'",
        ("The Audit and Governance Committee asks.", "The Governance and Audit Committee asks."),
    ),
    (
        "two_words",
        "'Members of staff' here, and 'officer'",
        ("Members of staff ask.", "Officers ask officers."),
    ),
    (
        "two_words",
        "'portfolio holder' here, and 'cabinet member'",
        ("A cabinet member asks a cabinet member.", "A portfolio holder asks."),
    ),
    (
        "two_words",
        "'Chairperson' here, and 'chair'",
        ("The chair asks. The chair waits.", "The Chairperson asks."),
    ),
    (
        "capitals",
        "'clerk' here, and 'Clerk'",
        (
            "“Clerk” means the head. The Clerk asks. The Clerk waits. Ask the Clerk. See the Clerk.",
            "Tell the clerk.",
        ),
    ),
    (
        "capitals",
        "'protocol' here, and 'Protocol'",
        ("See this Protocol and the Protocol.", "In this protocol it is so."),
    ),
)


@pytest.mark.parametrize(("rule", "says", "words"), TOGETHER)
def test_what_differs_from_the_rest_of_the_text_is_told(rule: str, says: str, words: tuple[str, ...]) -> None:
    ((name, message),) = texts(*words)
    assert name == rule
    assert says in message


APART: tuple[tuple[str, ...], ...] = (
    ("Officers ask. Officers wait.", "The Staff Handbook binds them, and the staff handbook is kept."),
    ("The Personnel Committee and the Personnel Sub-Committee ask.", "The Finance Committee waits."),
    (
        "The Planning Committee asks.",
        "The Cabinet and Planning Committee wait, and the Council and Planning Committee.",
    ),
    ("The Staffing Committee, formerly the Personnel Committee, asks.", "The Staffing Committee waits."),
    ("The Chair asks. The Chair waits.", "The mayor takes the chair, and all speak through the chair."),
    ("“Panel” means the three. The panel asks.", "The Panel waits for the panel."),
)


@pytest.mark.parametrize("words", APART)
def test_two_things_may_have_two_names(words: tuple[str, ...]) -> None:
    assert texts(*words) == []


@pytest.mark.parametrize("role", ["Leader of the Council", "Clerk to the Council"])
def test_the_title_of_a_role_keeps_its_capitals(role: str) -> None:
    words = "“Council” means the meeting. " + "The council asks the council. " * 4 + "[[role:head]] replies."
    assert texts(words, roles={"head": {"title": role}}) == []
