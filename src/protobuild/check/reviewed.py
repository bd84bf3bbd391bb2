"""Reviewed: what a clause was read against says today what it said then.

`reviewed: {speaking-up: 3f9a1c2b}` says that somebody read this clause together with `speaking-up`,
whose words then had that check mark. The check tells the mark, so nobody works it out.

Passes: a mark that is the one of the words today; other numbers, notes or layout over there.
Fails: a warning for a provision, or a document in protocol.yaml, whose words have changed since, and
for an id that is gone; a note for a mark that is still to be written: `reviewed: {speaking-up: ''}`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import takewhile

from protobuild.check.spot import Look
from protobuild.model.outline import Entry
from protobuild.model.source import Finding, Severity

NAME = "reviewed"


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each thing that a clause was read against and that has changed since."""
    against = [(path, clause) for path, clause in look.clauses() if clause.reviewed]
    at = {entry.id: number for number, entry in enumerate(look.outline.entries)} if against else {}
    for path, clause in against:
        for name, mark in () if NAME in clause.quiet else clause.reviewed.items():
            here = f"{path}.reviewed.{name}"
            said = _document(look, name) if name.startswith("doc:") else _provision(look, at.get(name))
            if not said:
                yield _gone(look, here, name)
            elif mark != (now := check_mark(said)):
                yield _changed(look, here, name, now, bool(mark))


def check_mark(words: str) -> str:
    """Return eight letters and digits that other words would not have.

    >>> check_mark("Officers advise.")
    '3d78cc65'
    """
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def _document(look: Look, name: str) -> str:
    """Return what is known of a document; nothing when it is not listed."""
    named = look.protocol.manifest.documents.get(name.removeprefix("doc:"))
    return "" if named is None else "\n".join((named.title, named.version, named.dated))


def _provision(look: Look, at: int | None) -> str:
    """Return the words of the entry at a position and of all that hangs below it."""
    if at is None:
        return ""
    entries = look.outline.entries
    below = (entries[each] for each in range(at + 1, len(entries)))
    whole = (entries[at], *takewhile(lambda entry: entry.level > entries[at].level, below))
    return "\n".join(map(_words, whole))


def _words(entry: Entry) -> str:
    """Return an entry's words, references as they are written: a number that moves changes nothing."""
    return "".join(run.ref or run.text for run in (*entry.heading, *entry.body))


def _changed(look: Look, path: str, name: str, now: str, before: bool) -> Finding:
    return Finding(
        NAME,
        f"'{name}' has changed since this clause was read against it"
        if before
        else f"this clause has still to be read against '{name}'",
        look.place(path),
        "The two may no longer fit together.",
        f"Read both. Once they fit, write '{name}: {now}'.",
        Severity.WARNING if before else Severity.NOTE,
    )


def _gone(look: Look, path: str, name: str) -> Finding:
    return Finding(
        NAME,
        f"this clause was read against '{name}', and there is no such id or document any more",
        look.place(path),
        "What it relied on may be gone.",
        "Read the clause without it; then delete this line, or write what has taken its place.",
        Severity.WARNING,
    )
