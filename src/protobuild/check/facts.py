"""Facts: a condition asks for a fact of the council that the manifest states.

Passes: `applies_if: political-groups` or `applies_if: not political-groups`, while the manifest
says `facts: {political-groups: yes}`; `facts: {form: Leader and Cabinet}` while no condition asks for it.
Fails: `applies_if: political-group` while the manifest states no such fact; `political-groups: maybe`
while a condition asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from protobuild.check.spot import Look, items, listed
from protobuild.model.clause import Clause, Item
from protobuild.model.source import Finding
from protobuild.model.spelling import nearest

NAME = "facts"
ANSWERS = frozenset({"yes", "no", "true", "false"})


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each condition that cannot be answered, and each answer that is none."""
    facts = look.protocol.manifest.facts
    conditions = list(_conditions(look))
    asked = {condition.split()[-1] for _, condition, _ in conditions if condition.split()}
    yield from (_unanswered(look, fact, said) for fact, said in facts.items() if _unclear(fact, said, asked))
    for path, condition, clause in conditions:
        words = condition.split()
        if not words or (clause is not None and NAME in clause.quiet):
            continue
        if len(words) > 2 or (len(words) == 2 and words[0] != "not"):
            yield _muddled(look, path, condition)
        elif words[-1] not in facts:
            yield _unknown(look, path, words[-1], facts, asked)


def _conditions(look: Look) -> Iterator[tuple[str, str, Clause | None]]:
    for at, section in enumerate(look.protocol.sections):
        yield f"sections.{at}.applies_if", section.applies_if, None
    for path, clause in look.clauses():
        yield f"{path}.applies_if", clause.applies_if, clause
        for here, item in items(clause.listed, f"{path}.{listed(clause)}"):
            if isinstance(item, Item):
                yield f"{here}.applies_if", item.applies_if, clause


def _unclear(fact: str, said: str, asked: Collection[str]) -> bool:
    return fact in asked and said.strip().lower() not in ANSWERS


def _unanswered(look: Look, fact: str, said: str) -> Finding:
    return Finding(
        NAME,
        f"'{fact}' is '{said}', which is neither yes nor no, and words are printed or left out by it",
        look.place(f"manifest.facts.{fact}"),
        "Anything but no counts as yes, so words might be published that do not apply.",
        "Write yes or no; where it is not settled, write what is so today.",
    )


def _unknown(look: Look, path: str, fact: str, facts: Iterable[str], asked: Collection[str]) -> Finding:
    near = nearest(fact, facts)
    if near and near not in asked:  # asked for nowhere, so it may be the one that is misspelt
        fix = f"protocol.yaml has '{near}': write the name the same way, here or there."
    else:
        fix = f"Write '{near}'." if near else f"Add '{fact}: yes' or '{fact}: no' under 'facts'."
    return Finding(
        NAME,
        f"protocol.yaml states no fact '{fact}' under 'facts'",
        look.place(path),
        "A fact that is not stated counts as no, so these words would silently be left out or put in.",
        fix,
    )


def _muddled(look: Look, path: str, condition: str) -> Finding:
    return Finding(
        NAME,
        f"'{condition}' is not one fact, nor 'not' and one fact",
        look.place(path),
        "Nobody could say when these words apply.",
        "Write the name of a fact, such as political-groups, or 'not political-groups'.",
    )
