"""In a text that says what its names mean, other forms of them and names it does not explain are told of."""

from __future__ import annotations

import pytest

from one_section import found, section

DEFINED = (
    "“Responsible Financial Officer” means the one who keeps the accounts. “Director of Communities” means"
    " the one for communities, and “Democratic Services” means the team for meetings. “Access to Information"
    " Procedure Rules” means part 4. The Responsible Financial Officer, the Director of Communities and"
    " Democratic Services keep the Access to Information Procedure Rules."
)


def told(words: str, *rules: str) -> list[str]:
    clauses = [{"id": "p0", "text": DEFINED}, {"id": "p1", "text": words}]
    return [each.message for each in found(section(*clauses)) if each.rule in rules]


NEARLY = (
    "Ask the Responsible Finance Officer.",
    "Ask the Responsible Finance Officers.",
    "Ask the Director of Community.",
    "Democratic Service replies.",
    "Democracy Services replies.",
)


@pytest.mark.parametrize("words", NEARLY)
def test_a_name_that_is_nearly_right_is_told(words: str) -> None:
    (message,) = told(words, "posts")
    assert "is not quite what the text calls" in message


@pytest.mark.parametrize(
    "words",
    [
        "Ask the Responsible Financial Officers.",
        "Ask the Director of Communications.",
        "The letter says “ask the Responsible Finance Officer”.",
        "They are responsible for finance, and officers reply.",
    ],
)
def test_another_name_is_let_be(words: str) -> None:
    assert told(words, "posts") == []


@pytest.mark.parametrize(
    "words",
    ["See the Access to Information procedure rules.", "See the access to information procedure rules."],
)
def test_a_long_name_keeps_its_capitals(words: str) -> None:
    (message,) = told(words, "capitals")
    assert message.endswith("'Access to Information Procedure Rules' in other places")


UNEXPLAINED = (
    "Appointments Panel",
    "Portfolio Lead",
    "Heritage Forum",
    "Seafront Partnership",
    "Carnival Steering Group",
    "Budget Working Party",
    "Climate Task Force",
    "Senior Management Team",
    "Wellness Unit",
    "Portfolio Holder",
    "Link Member",
    "Investigating Officer",
    "Group Whip",
    "Duty Planner",
)


@pytest.mark.parametrize("name", UNEXPLAINED)
def test_a_body_or_a_role_that_nothing_explains_is_told(name: str) -> None:
    (message,) = told(f"The matter goes to the {name} in May.", "terms")
    assert message.startswith(f"'{name}' is spoken of")


EXPLAINED = (
    "The Appointments Panel consists of three. They ask the Appointments Panel.",
    "They ask an Appointments Panel of three; the Appointments Panel replies.",
    "The council appoints the Heritage Forum each May. They ask the Heritage Forum.",
    "They ask the Police and Crime Panel and the Health and Wellbeing Board.",
    "They ask the Independent Remuneration Panel.",
    "They ask the Communications Team, the Legal Team and the Member Support Unit.",
    "The Standards Committee, the Planning Committee and the Board of Example Ltd reply.",
    "The Portfolio Lead (the one for each matter) replies. They ask the Portfolio Lead.",
    "It says “ask the Appointments Panel”.",
    "They work in a panel, a board, a forum and a team; the lead is theirs.",
)


@pytest.mark.parametrize("words", EXPLAINED)
def test_what_is_explained_or_known_to_all_is_let_be(words: str) -> None:
    assert told(words, "terms") == []


def test_a_text_that_explains_little_need_not_explain_its_bodies() -> None:
    clause = {"id": "p0", "text": "The matter goes to the Appointments Panel in May."}
    assert [each for each in found(section(clause)) if each.rule == "terms"] == []


LISTED = (
    "The council has three committees: the Planning Committee, the Parks Committee and the Harbour Committee."
)


def test_a_committee_that_is_not_among_those_listed_is_told() -> None:
    (message,) = told(f"{LISTED} It goes to the Appeals Committee.", "terms")
    assert message.startswith("'Appeals Committee'")
    assert told(f"{LISTED} It goes to the Parks Committee or the Planning Sub-Committee.", "terms") == []


DIRECTORS = (
    "“Chief Officer” means the Director of Communities or the Director of Planning. A Chief Officer replies."
)


def test_a_director_who_is_not_among_those_named_is_told() -> None:
    (message,) = told(f"{DIRECTORS} Ask the Director of Leisure.", "terms")
    assert message.startswith("'Director of Leisure'")
    assert told(f"{DIRECTORS} Ask the Director of Planning.", "terms") == []


COMPOUNDS = (
    "a family member",
    "the police officer",
    "a press officer",
    "staff members",
    "the panel members",
    "a fellow councillor",
    "the council tax",
    "the council chamber",
    "a parish councillor",
)


@pytest.mark.parametrize("words", COMPOUNDS)
def test_everyday_words_need_no_capitals(words: str) -> None:
    text = "The Members, the Officers, the Councillors and the Council ask Members, Officers and the Council."
    clauses = [{"id": "p0", "text": text}, {"id": "p1", "text": f"They see {words} there."}]
    assert [each.message for each in found(section(*clauses)) if each.rule == "capitals"] == []


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("They log a Councillors’ question.", 1),
        ("They log a Ward Members’ request.", 1),
        ("Each Officers’ manager replies.", 1),
        ("It needs the Town Clerks’ consent.", 1),
        ("It needs the Monitoring Officers’ advice.", 1),
        ("They hold a Councillors’ question time and an officers’ meeting.", 0),
        ("They log Councillors’ questions and the Officers’ replies.", 0),
        ("They keep a Members’ Code and one members’ room.", 0),
    ],
)
def test_one_person_owns_with_an_apostrophe_before_the_s(words: str, many: int) -> None:
    clauses = [{"id": "p1", "text": words}]
    assert [each.rule for each in found(section(*clauses))].count("quotation_marks") == many


LAWS = (
    "The Example Authorities (Executive Arrangements) (Meetings) (England) Regulations 2012 bind.",
    "The Example Authorities (Members’ Code and Procedures) Order 2001 binds.",
)


@pytest.mark.parametrize("words", LAWS)
def test_a_law_is_no_document_of_the_councils(words: str) -> None:
    assert told(words, "cited") == []


def test_a_document_beside_a_law_is_told() -> None:
    assert len(told("The Grievance Procedure and the Localism Act 2011 bind.", "cited")) == 1
