"""Procedures: each typed step goes to a role that exists and acts, and somebody stands in for it.

Passes: steps whose `actor`, `to` and `instead` are roles in protocol.yaml; a step to a role that acts in
a later step, or back to whoever raised the matter; a first step with `instead`, or a protocol in which
some clause provides another addressee.
Fails: a warning for a role that protocol.yaml does not name; for a step to a role of which no later step,
nor the step itself, says what it does; for two procedures of one side that begin with different roles. A
note for a first step without anybody who stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protobuild.check.spot import Look
from protobuild.model.clause import Clause, Procedure, Step
from protobuild.model.source import Finding, Severity
from protobuild.model.spelling import nearest

NAME = "procedures"

_STANDS_IN = "another-addressee"
"""The provision that somebody else deals with a matter about the usual addressee."""
_ENDS = re.compile(
    r"\b(?:ends|decid\w+|repl(?:y|ies)|answers?|look\w* into|consider\w*|investigat\w+)\b", re.IGNORECASE
)
_RAISERS = {
    "members": frozenset({"member", "members", "councillor", "councillors"}),
    "officers": frozenset({"officer", "officers", "employee", "employees"}),
    "anyone": frozenset({"anyone", "member", "members", "officer", "officers", "councillor", "employee"}),
}


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each typed step that leads nowhere, or to nobody."""
    first: dict[tuple[str, str], str] = {}
    spare = any(_STANDS_IN in clause.provides for _, clause in look.clauses())
    for path, clause in look.clauses():
        procedure = clause.procedure
        if procedure is None or NAME in clause.quiet:
            continue
        steps = f"{path}.procedure.steps"
        yield from _unknown(look, steps, procedure.steps)
        yield from _nowhere(look, steps, procedure)
        if not spare:
            yield from _nobody_else(look, steps, procedure)
        yield from _two_beginnings(look, steps, clause, procedure, first)


def _unknown(look: Look, path: str, steps: Sequence[Step]) -> Iterator[Finding]:
    roles = look.protocol.manifest.roles
    for number, step in enumerate(steps):
        for field, role in (("actor", step.actor), ("to", step.to), ("instead", step.instead)):
            if role and role not in roles:
                near = nearest(role, roles)
                yield Finding(
                    NAME,
                    f"protocol.yaml names no role '{role}' under 'roles'",
                    look.place(f"{path}.{number}.{field}"),
                    "Nobody could say who that is, and the step would not be found under any role.",
                    f"Write '{near}'." if near else f"Add '{role}' under 'roles', with its 'title'.",
                    Severity.WARNING,
                )


def _nowhere(look: Look, path: str, procedure: Procedure) -> Iterator[Finding]:
    """Yield a warning for each step to a role that nothing more is heard of."""
    steps = procedure.steps
    for number, step in enumerate(steps):
        if not step.to or step.to in _RAISERS[procedure.for_]:
            continue
        acting = {later.actor for later in steps[number + 1 :]} | {step.actor}
        if step.to not in acting and not _acts(step) and not (number == len(steps) - 1 and _ends(procedure)):
            yield Finding(
                NAME,
                f"this step goes to '{step.to}', and no later step says what '{step.to}' does",
                look.place(f"{path}.{number}.to"),
                "Whoever uses the procedure would wait, and could not say for what.",
                f"Add a step with 'actor: {step.to}', or send this one to whoever acts next.",
                Severity.WARNING,
            )


def _acts(step: Step) -> bool:
    """Return whether the step's own words go on to say what the role it goes to does."""
    return (
        re.search(rf"\[\[role:{re.escape(step.to)}\]\](?:,? who)? \w+s?\b(?<!or)(?<!and)", step.text)
        is not None
    )


def _ends(procedure: Procedure) -> bool:
    return _ENDS.search(f"{procedure.steps[-1].action} {procedure.closing}") is not None


def _nobody_else(look: Look, path: str, procedure: Procedure) -> Iterator[Finding]:
    number, step = next(((at, step) for at, step in enumerate(procedure.steps) if step.to), (0, None))
    if step is not None and not step.instead and step.to not in _RAISERS[procedure.for_]:
        yield Finding(
            NAME,
            f"nobody stands in for '{step.to}' when the matter is about '{step.to}'",
            look.place(f"{path}.{number}.to"),
            "A concern about that very person would have nowhere to go.",
            "Add 'instead:' with another role, and say so in the words of the step or of another paragraph.",
            Severity.NOTE,
        )


def _two_beginnings(
    look: Look, path: str, clause: Clause, procedure: Procedure, first: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    """Yield a warning where a second procedure for the same matter begins with another role."""
    to = next((step.to for step in procedure.steps if step.to), "")
    known = [first.setdefault((procedure.for_, matter), to) for matter in clause.provides]
    other = next((role for role in known if role and role != to), "")
    if to and other:
        yield Finding(
            NAME,
            f"this procedure begins with '{to}', and an earlier one for the same matter with '{other}'",
            look.place(f"{path}.0.to"),
            "Whoever has a concern cannot tell whom to go to first.",
            "Keep one procedure, and refer to it from the other place.",
            Severity.WARNING,
        )
