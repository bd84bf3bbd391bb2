"""Facts: a condition asks for a fact of the council that the manifest states.

Passes: `applies_if: political-groups` or `applies_if: not political-groups`, while the manifest
says `facts: {political-groups: yes}`.
Fails: `applies_if: political-group` while the manifest states no such fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.check.spot import Look, items, listed
from protobuild.model.clause import Clause, Item
from protobuild.model.source import Finding
from protobuild.model.spelling import nearest

NAME = "facts"


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each condition whose fact is not stated, or that cannot be understood."""
    facts = look.protocol.manifest.facts
    for path, condition, clause in _conditions(look):
        words = condition.split()
        if not words or (clause is not None and NAME in clause.quiet):
            continue
        if len(words) > 2 or (len(words) == 2 and words[0] != "not"):
            yield _muddled(look, path, condition)
        elif words[-1] not in facts:
            yield _unknown(look, path, words[-1], tuple(facts))


def _conditions(look: Look) -> Iterator[tuple[str, str, Clause | None]]:
    for at, section in enumerate(look.protocol.sections):
        yield f"sections.{at}.applies_if", section.applies_if, None
    for path, clause in look.clauses():
        yield f"{path}.applies_if", clause.applies_if, clause
        for here, item in items(clause.listed, f"{path}.{listed(clause)}"):
            if isinstance(item, Item):
                yield f"{here}.applies_if", item.applies_if, clause


def _unknown(look: Look, path: str, fact: str, facts: tuple[str, ...]) -> Finding:
    near = nearest(fact, facts)
    return Finding(
        NAME,
        f"protocol.yaml states no fact '{fact}' under 'facts'",
        look.place(path),
        "A fact that is not stated counts as no, so these words would silently be left out or put in.",
        f"Write '{near}'." if near else f"Add '{fact}: yes' or '{fact}: no' under 'facts'.",
    )


def _muddled(look: Look, path: str, condition: str) -> Finding:
    return Finding(
        NAME,
        f"'{condition}' is not one fact, nor 'not' and one fact",
        look.place(path),
        "Nobody could say when these words apply.",
        "Write the name of a fact, such as political-groups, or 'not political-groups'.",
    )
