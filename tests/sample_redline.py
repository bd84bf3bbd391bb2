# ruff: noqa: E501 - a table of entries reads best a row to a line
"""A redline made by hand, with one of everything a reader may meet. Example Borough Council does not exist."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from protobuild.model.outline import Cover, Entry, Face, Kind, Outline, Side
from protobuild.model.redlined import Change, Edit, Fate, Rank, Redlined, What, Whereabouts
from protobuild.model.runs import Look, Run, Runs


def kept(text: str, **more: object) -> Run:
    return Run(text, **more)  # type: ignore[arg-type]


def new(text: str, by: int = 1, **more: object) -> Run:
    return Run(text, born=by, **more)  # type: ignore[arg-type]


def gone(text: str, by: int = 1, **more: object) -> Run:
    return Run(text, gone=by, **more)  # type: ignore[arg-type]


def num(old: str, now: str | None = None) -> Runs:
    """Return a number: kept, or struck with a new one beside it."""
    if now is None:
        return (kept(old),)
    return tuple(run for run in (gone(old), new(now)) if run.text)


COVER = Cover(
    council="Example Borough Council",
    place="Constitution, Part 5C",
    status="in force",
    body="Full Council",
    adopted=dt.date(2026, 1, 20),
    in_force=dt.date(2026, 2, 1),
    review_due="2027-05",
    address="https://www.example.gov.uk/protocol",
    contact="the Monitoring Officer",
)

SIDES = (
    Side("Adopted 20 January 2026", "Full Council, minute 42", "3f2a9c1e77d0"),
    Side("Draft of 18 November 2026", "Constitution Working Group"),
)

S, P, IT = 1, 2, 3  # levels of a section, a paragraph, an item

ENTRIES: tuple[Entry, ...] = (
    Entry("", 0, Kind.TITLE, heading=(kept("Protocol on member and officer relations"),)),
    Entry("", S, Kind.FRONT, body=(kept("This protocol is read with the codes of conduct."),)),
    Entry("purpose", S, Kind.SECTION, (kept("1"),), (kept("Purpose"), new(" and status"), kept(" of this protocol"))),
    Entry(
        "guides",
        P,
        Kind.PARAGRAPH,
        (kept("1.1"),),
        body=(
            gone("This code"),
            new("This protocol"),
            kept(" guides members and officers in their work together. It helps both to serve residents well. "),
            gone("It has been written because earlier guidance was spread over several papers and was seldom read."),
        ),
    ),
    Entry(
        "read-with",
        P,
        Kind.PARAGRAPH,
        (kept("1.2"),),
        body=(
            kept("Members and officers "),
            gone("should"),
            new("must"),
            kept(" read it with the "),
            kept("Members’ Code of Conduct", href="https://www.example.gov.uk/code"),
            kept(". Where the two differ, the Code prevails: see paragraph "),
            gone("3.4", ref="officer-support"),
            new("2.3", ref="officer-support"),
            kept("."),
        ),
    ),
    Entry(
        "standing",
        P,
        Kind.PARAGRAPH,
        num("", "1.3"),
        body=(new("A breach of this protocol may be treated as a breach of the Code. Every member is offered training on it within three months of election."),),
        born=1,
    ),
    Entry("quoted", IT, Kind.QUOTATION, body=(kept("Members and officers depend on one another, and residents depend on both."),)),
    Entry("", IT, Kind.ATTRIBUTION, body=(kept("Foreword to the Example Constitution"),)),
    Entry("history", S, Kind.SECTION, (gone("2"),), (gone("How this code came about"),), gone=1),
    Entry(
        "members-elected",
        P,
        Kind.PARAGRAPH,
        num("2.1", "1.4"),
        body=(kept("Members are elected by residents of their ward. They decide policy and answer for it in public."),),
    ),
    Entry(
        "old-papers",
        P,
        Kind.PARAGRAPH,
        num("2.2", ""),
        body=(gone("The guidance of 2004 and 2011 is kept by the Monitoring Officer, who will show it to any member on request."),),
        gone=1,
    ),
    Entry("members-role", S, Kind.SECTION, num("3", "2"), (kept("The role of members"),)),
    Entry("member-roles", P, Kind.PARAGRAPH, num("3.1", "2.1"), body=(kept("Members may have different roles:"),)),
    Entry("policy-role", IT, Kind.ITEM, (kept("(a)"),), (kept("Policy."),), (kept("deciding the broad direction of the Council"),)),
    Entry(
        "scrutiny-role",
        IT,
        Kind.ITEM,
        (kept("(b)"),),
        (kept("Scrutiny."),),
        (kept("holding "), gone("the committees and officers"), new("the executive"), kept(" to account, in particular")),
    ),
    Entry("call-in", 4, Kind.ITEM, (kept("(i)"),), body=(kept("by calling in decisions"), new(" within five clear days"), kept(";"))),
    Entry("questions", 4, Kind.ITEM, (kept("(ii)"),), body=(kept("by questioning officers fairly, on matters of fact and professional advice;"),)),
    Entry("mayor-role", IT, Kind.ITEM, num("(c)", ""), body=(gone("the ceremonial role: attending as deputy to the Mayor;"),), gone=1),
    Entry("ward-role", IT, Kind.ITEM, num("(d)", "(c)"), body=(kept("representing residents of the ward;"),)),
    Entry("civic-role", IT, Kind.ITEM, num("", "(d)"), body=(new("representing the Council at public events."),), born=1),
    Entry("", IT, Kind.CLOSING, body=(kept("No role gives a member authority over an officer’s work.", style=frozenset({"strong"}), was=(Look(1),)),)),
    Entry(
        "fairness",
        P,
        Kind.PARAGRAPH,
        num("3.2", "2.2"),
        body=(kept("Members treat every officer fairly. "),),
    ),
    Entry(
        "merged-in",
        P,
        Kind.PARAGRAPH,
        num("3.3", ""),
        body=(kept("They raise a concern about an officer in private, with the officer’s director."),),
        gone=1,
    ),
    Entry(
        "officer-support",
        P,
        Kind.PARAGRAPH,
        num("", "2.3"),
        body=(
            new("Officers ", moved=True),
            Run("will", born=1, gone=1),
            new("must"),
            new(" support every member alike, whatever group the member belongs to.", moved=True),
        ),
        born=1,
        moved="m1",
    ),
    Entry("support-first", IT, Kind.ITEM, num("", "(a)"), body=(new("Support covers casework.", moved=True),), born=1, moved="m1.1"),
    Entry("officers-role", S, Kind.SECTION, num("4", "3"), (kept("The role of officers"),)),
    Entry(
        "advice",
        P,
        Kind.PARAGRAPH,
        num("4.1", "3.1"),
        body=(kept("Officers give honest, impartial advice. "), gone("Their task is helped by clear guidance."), kept(" They answer a member’s enquiry within "), gone("ten"), new("five"), kept(" working days.")),
    ),
    Entry(
        "officer-support",
        P,
        Kind.PARAGRAPH,
        num("4.2", ""),
        body=(gone("Officers ", moved=True), gone("will", moved=True), gone(" support every member alike, whatever group the member belongs to.", moved=True)),
        gone=1,
        moved="m1",
    ),
    Entry("support-first", IT, Kind.ITEM, num("(a)", ""), body=(gone("Support covers casework.", moved=True),), gone=1, moved="m1.1"),
    Entry("who-does-what", IT, Kind.TABLE, heading=(kept("Table 1: Who does what"),)),
    Entry("", 4, Kind.HEADER),
    Entry("", 5, Kind.CELL, body=(kept("Situation"),)),
    Entry("", 5, Kind.CELL, body=(kept("Members"),)),
    Entry("", 5, Kind.CELL, body=(kept("Officers"),)),
    Entry("", 4, Kind.ROW),
    Entry("", 5, Kind.CELL, body=(kept("Ward casework"),)),
    Entry("", 5, Kind.CELL, body=(kept("Raise concerns through the "), gone("members’ inbox"), new("casework system"))),
    Entry("", 5, Kind.CELL, body=(kept("Reply in "), gone("ten"), new("five"), kept(" working days"))),
    Entry("", 4, Kind.ROW, born=1),
    Entry("", 5, Kind.CELL, body=(new("Social media"),), born=1),
    Entry("", 5, Kind.CELL, body=(new("Never name an officer in a critical post"),), born=1),
    Entry("", 5, Kind.CELL, body=(new("Keep personal accounts free of party comment"),), born=1),
    Entry("", 4, Kind.ROW, gone=1),
    Entry("", 5, Kind.CELL, body=(gone("Photocopying"),), gone=1),
    Entry("", 5, Kind.CELL, body=(gone("Council business only"),), gone=1),
    Entry("", 5, Kind.CELL, body=(gone("Keep a record of use"),), gone=1),
    Entry("enquiries", P, Kind.SUBHEADING, heading=(kept("Enquiries"),)),
    Entry("bullets", P, Kind.PARAGRAPH, num("4.3", "3.2"), body=(kept("An enquiry says:"),)),
    Entry("", IT, Kind.BULLET, body=(kept("what the member needs to know; and"),)),
    Entry("", IT, Kind.BULLET, body=(kept("by "), new("when"), kept("."),)),
    Entry("level", IT, Kind.ITEM, (new("(a)"),), body=(kept("Each director names one contact for enquiries."),), was=(Face(1, "level", P, Kind.PARAGRAPH),)),
    Entry("signed", IT, Kind.SIGNATURE, body=(kept("Monitoring Officer\nExample Borough Council"),)),
)  # fmt: skip

OUTLINE = Outline(ENTRIES, SIDES, COVER)


def at(id: str) -> int:
    """Return where the standing entry with that id is."""
    return next(n for n, entry in enumerate(ENTRIES) if entry.id == id and entry.gone is None)


def _gone_at(id: str) -> int:
    return next(n for n, entry in enumerate(ENTRIES) if entry.id == id and entry.gone is not None)


EDITS = (
    Edit("C1a", at("guides"), 0, "This code", "This protocol"),
    Edit(
        "C1b",
        at("guides"),
        1,
        "It has been written because earlier guidance was spread over several papers and was seldom read.",
        "",
    ),
)

CHANGES = (
    Change("C1", What.REWORDED, (at("guides"),), ("1.1",), ("1.1",), "This code guides", "This protocol guides", (), Rank.SUBSTANTIVE, "A plain title, agreed by the working group.", "Constitution Working Group", title="This protocol", edits=EDITS),
    Change("C2", What.REWORDED, (at("read-with"),), ("1.2",), ("1.2",), "should read it", "must read it", ("“should” becomes “must”: strengthened",), Rank.SUBSTANTIVE, "The auditor asked for a firm duty.", title="A duty to read"),
    Change("C3", What.NEW, (at("standing"),), (), ("1.3",), "", "A breach of this protocol may be treated as a breach of the Code. Every member is offered training on it within three months of election.", (), Rank.SUBSTANTIVE, title="Breach and training"),
    Change("C4", What.DROPPED, (_gone_at("history"), _gone_at("old-papers")), ("section 2", "2.2"), (), "How this code came about. The guidance of 2004 and 2011 is kept by the Monitoring Officer.", "", (), Rank.SUBSTANTIVE, "History belongs in the report, not the rules.", title="How this code came about"),
    Change("C5", What.MERGED, (_gone_at("merged-in"), at("fairness")), ("3.2", "3.3"), ("2.2",), "", "", (), Rank.SUBSTANTIVE, title="Fairness"),
    Change("C6", What.MOVED_AND_REWORDED, (at("officer-support"), _gone_at("officer-support")), ("4.2",), ("2.3",), "Officers will support", "Officers must support", ("“will” becomes “must”",), Rank.SUBSTANTIVE, title="Support for every member"),
    Change("C7", What.REWORDED, (at("advice"), at("who-does-what") + 7), ("4.1",), ("3.1",), "within ten working days", "within five working days", ("time limit: ten working days become five",), Rank.SUBSTANTIVE, "Members asked for quicker answers.", "Overview and Scrutiny Committee", title="Answers within five days"),
    Change("C8", What.FORMATTING, (at("civic-role") + 1,), ("3.1",), ("2.1",), "", "", (), Rank.MINOR, title="Bold"),
)  # fmt: skip

CONCORDANCE = (
    Whereabouts(Fate.REWORDED, "1.1", ("1.1",), at("guides"), "This protocol guides members", ("C1",)),
    Whereabouts(Fate.REWORDED, "1.2", ("1.2",), at("read-with"), "Members and officers must read", ("C2",)),
    Whereabouts(Fate.NEW, "", ("1.3",), at("standing"), "A breach of this protocol", ("C3",)),
    Whereabouts(Fate.DROPPED, "2.2", (), _gone_at("old-papers"), "The guidance of 2004", ("C4",)),
    Whereabouts(Fate.RENUMBERED, "2.1", ("1.4",), at("members-elected"), "Members are elected"),
)

REDLINED = Redlined(OUTLINE, CHANGES, CONCORDANCE)


def two_rounds() -> Outline:
    """Return a short redline of two rounds: words added by the first and struck by the second among them."""
    entries = (
        Entry("", 0, Kind.TITLE, heading=(kept("Short protocol"),)),
        Entry("s", S, Kind.SECTION, (kept("1"),), (kept("Rules"),)),
        Entry("p", P, Kind.PARAGRAPH, (kept("1.1"),), body=(
            kept("Officers "), gone("should"), new("must", 1), kept(" answer within "),
            gone("ten"), Run("seven", born=1, gone=2), new("five", 2), kept(" days."),
        )),
    )  # fmt: skip
    sides = (Side("Adopted 2025"), Side("Officers’ draft"), Side("Committee’s text"))
    return Outline(entries, sides, replace(COVER, status="proposed"))
