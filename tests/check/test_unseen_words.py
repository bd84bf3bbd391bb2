"""In a text that no check was fitted to, nine in ten faults of wording are found, and little else is told."""

from __future__ import annotations

from collections import Counter

from one_section import found, said, section
from protobuild.model.source import Place

RULES = frozenset(
    """
    gendered modals acronyms people_named capitals two_words spellings duplicates penalties harassment
    characteristics principles procedures routes approvers terms one_sided
    """.split()
)

TEXT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("This guide explains how councillors and officers of the council work together.", ()),
    ("Councillors decide policy. Officers give advice and carry decisions out.", ()),
    ("Each councillor shall declare gifts in the register within 28 days.", ("modals",)),
    ("A councillor who leads a committee acts as its Chairman and not for his own group.", ("gendered",) * 2),
    ("Officers should not disclose the names of complainants.", ("modals",)),
    ("Members may visit sites with the relevant officer.", ("two_words",)),
    ("The SLT meets each Monday, and HR takes notes.", ("acronyms",) * 2),
    ("Requests go to the Clerk, Mrs Hill, in the first place.", ("people_named",)),
    ("Where an employee attends a surgery, the councillor must agree the time beforehand.", ("two_words",)),
    ("Email is preferred; an e-mail sent after 5pm is read the next working day.", ("spellings",)),
    ("Sub-committees meet in public. A sub committee may go into private session.", ("spellings",)),
    ("Staff must treat a Councillor with courtesy.", ("two_words", "capitals")),
    ("The council publishes its forward plan every month on its website.", ()),
    ("The council publishes its forward plan of decisions every month on its website.", ("duplicates",)),
    ("Harassment means conduct on two occasions or more that causes distress.", ("harassment",)),
    ("Nobody may be treated less well because of sex, race or disability.", ("characteristics",)),
    ("A councillor who breaks this guide may be barred from the offices for a month.", ("penalties",)),
    ("The eight principles of public life apply to all.", ("principles",)),
    ("If a councillor is concerned about an officer, they should report it to the Clerk.", ()),
    ("An officer who is unhappy with a councillor must tell the Chair.", ()),
    ("If a councillor believes that an officer was rude, they may raise it with the Leader.", ("routes",)),
    ("Use of the chamber must be approved by the Clerk, who answers within a week.", ()),
    ("Bookings of the chamber for group use must be approved by the Leader.", ("approvers",)),
    ("It is up to the Board to decide how minutes are kept.", ("terms",)),
    ("Councillors must keep confidential papers so. Officers must mark confidential papers.", ()),
    ("Councillors must not bully officers or harass them.", ("one_sided",)),
    ("Councillors and officers must not put undue pressure on each other.", ()),
    ("Councillors and officers must respect each other, and must not criticise each other in public.", ()),
    ("Officers must reply to enquiries within 5 days. Councillors must reply to officers too.", ()),
    ("Every councillor must declare a personal relationship with an officer.", ("one_sided",)),
    ("“Surgery” means a meeting at which residents may see their councillor.", ()),
    ("In the last resort, the matter goes to the council, whose decision is final.", ()),
)
"""Each paragraph with the faults that were put into it, by the rule that is to tell of them."""


def told() -> Counter[tuple[int, str]]:
    places = {
        f"sections.0.clauses.{at}.text": Place("a.yaml", at + 1, 1, at + 1, 400) for at in range(len(TEXT))
    }
    clauses = (said(words, id=f"p{at}") for at, (words, _) in enumerate(TEXT))
    findings = found(section(*clauses), places=places)
    return Counter((finding.place.line - 1, finding.rule) for finding in findings if finding.rule in RULES)


WANTED = Counter((at, rule) for at, (_, rules) in enumerate(TEXT) for rule in rules)


def test_nine_in_ten_faults_are_found_in_their_paragraphs() -> None:
    missed = WANTED - told()
    assert missed.total() * 10 <= WANTED.total(), sorted(missed)


def test_nine_in_ten_findings_are_of_faults_that_were_put_there() -> None:
    beside = told() - WANTED
    assert beside.total() * 10 <= told().total(), sorted(beside)
