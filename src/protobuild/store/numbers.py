"""The numbers a version printed, kept in numbers.yaml, and whether they still fit."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.clause import Item, Step
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place, Severity
from protobuild.store.parts import NUMBERS, Parts


def printed(parts: Parts, protocol: Protocol | None) -> tuple[dict[str, str] | None, list[Finding]]:
    """Return the numbers as printed, where they name exactly what is numbered; else a finding."""
    raw = parts.numbers
    if raw is None or protocol is None:
        return None, []
    if not isinstance(raw.data, dict):
        return None, [] if raw.findings else [_not_numbers()]
    labels = {id: label for id, label in raw.data.items() if isinstance(label, str)}
    if labels.keys() != raw.data.keys():
        return None, [_not_numbers()]
    new = [id for id in numbered(protocol) if id not in labels]
    known = set(protocol.ids())
    old = [id for id in labels if id not in known]
    if not new and not old:
        return labels, []
    place = raw.places.key((old[0],)) if old else Place(NUMBERS)
    return None, [_outdated(place, new, old)]


def numbered(protocol: Protocol) -> Iterator[str]:
    """Yield the ids that print a number in a numbered text: sections, paragraphs and marked items.

    One that printed none stands in numbers.yaml with nothing after it: `id: ''`.
    """
    for section in protocol.sections:
        yield section.id
        for clause in section.clauses:
            if clause.numbered:
                yield clause.id
            yield from _items(clause.listed, _marks(clause))


def _marks(clause: object) -> str:
    for name in ("expectations", "definition", "procedure"):
        content = getattr(clause, name)
        if content is not None:
            return str(content.marks)
    return str(getattr(clause, "marks", ""))


def _items(items: tuple[Item | Step, ...], marks: str) -> Iterator[str]:
    for item in items:
        if marks != "bullets":
            yield item.id
        yield from _items(getattr(item, "items", ()), marks)


def _outdated(place: Place, new: list[str], old: list[str]) -> Finding:
    said = [f"'{new[0]}' is new" if new else "", f"'{old[0]}' is gone" if old else ""]
    return Finding(
        "numbers-outdated",
        f"the numbers kept here no longer fit the text: {' and '.join(part for part in said if part)}",
        place,
        "They are those of a version as printed. Paragraphs were added or taken out since, so numbers are "
        "worked out anew from the order of the text.",
        f"Nothing, if this is a draft: delete {NUMBERS}. To print the old numbers, take the changes back.",
        Severity.WARNING,
    )


def _not_numbers() -> Finding:
    return Finding(
        "numbers-outdated",
        "this file should hold an id and a number in each line, and does not",
        Place(NUMBERS),
        "Numbers are worked out from the order of the text instead.",
        f"Delete {NUMBERS}, or put it back as it was.",
        Severity.WARNING,
    )
