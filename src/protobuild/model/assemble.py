"""Assemble: the one road from what authors write to what readers see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from protobuild.model.clause import (
    Clause,
    Definition,
    Expectations,
    Item,
    Marks,
    Matrix,
    Procedure,
    Quotation,
    ResponseTime,
    Signature,
    Step,
)
from protobuild.model.markdown import Block, fold, read_blocks, read_inline
from protobuild.model.numbering import Slot, labels
from protobuild.model.outline import Cover, Entry, Kind, Outline, Side, citations, clean
from protobuild.model.protocol import Manifest, Protocol, Section, holds
from protobuild.model.runs import Run, Runs, plain, words
from protobuild.model.saying import spoken
from protobuild.model.source import Place

SECTION, PARAGRAPH, ITEM = 1, 2, 3


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entry before its number is known."""

    entry: Entry
    marks: Marks | None = None


def assemble(
    protocol: Protocol,
    *,
    numbers: Mapping[str, str] | None = None,
    places: Mapping[str, Place] | None = None,
    side: Side | None = None,
    cover: Cover | None = None,
) -> Outline:
    """Return the outline of a protocol.

    `numbers` maps ids to labels as printed, for an adopted or imported version: where it is
    given it is a fact, and an id that is not in it has no number. Without it the numbers are
    worked out. `places` maps ids to where they were written.
    """
    manifest = protocol.manifest
    drafts = list(_drafts(protocol))
    found = places or {}
    entries = [
        replace(
            draft.entry,
            num=draft.entry.num or words(label),
            source=found.get(draft.entry.id),
        )
        for draft, label in zip(drafts, _labels(drafts, numbers, manifest), strict=True)
    ]
    said = words_of(manifest) | _numbers_said(entries)
    return Outline(
        tuple(clean(_refer(entry, said, manifest)) for entry in entries),
        (side or Side(manifest.status.capitalize()),),
        cover or cover_of(manifest),
    )


def cover_of(manifest: Manifest) -> Cover:
    """Return what the manifest says for the front of a copy."""
    return Cover(
        council=manifest.council.name,
        place=manifest.place,
        status=manifest.status,
        review_due=manifest.review.next,
        address=manifest.address,
        contact=manifest.contact,
    )


def _labels(drafts: list[_Draft], numbers: Mapping[str, str] | None, manifest: Manifest) -> list[str]:
    """Return the label of each entry: as printed where that is known, else worked out."""
    if numbers is None:
        slots = (Slot(draft.entry.kind, draft.entry.level, draft.marks) for draft in drafts)
        return labels(slots, manifest.numbering)
    return [numbers.get(draft.entry.id, "") if draft.entry.id else "" for draft in drafts]


def _drafts(protocol: Protocol) -> Iterator[_Draft]:
    manifest = protocol.manifest
    yield _Draft(Entry("", 0, Kind.TITLE, heading=words(fold(manifest.title))))
    for block in read_blocks(manifest.front):
        yield _Draft(Entry("", SECTION + block.depth, Kind.FRONT, words(block.label), body=block.runs))
    for section in protocol.sections:
        if holds(section.applies_if, manifest.facts):
            yield from _section(section, manifest.facts)


def _section(section: Section, facts: dict[str, str]) -> Iterator[_Draft]:
    yield _Draft(Entry(section.id, SECTION, Kind.SECTION, heading=read_inline(section.heading)))
    for clause in section.clauses:
        if holds(clause.applies_if, facts):
            yield from _clause(clause, facts)


def _clause(clause: Clause, facts: dict[str, str]) -> Iterator[_Draft]:
    match clause:
        case Clause(text=str(text)):
            yield from _paragraph(clause, text)
            yield from _items(clause.items, clause.marks, facts)
            yield from _closing(clause.closing)
        case Clause(expectations=Expectations() as expected):
            yield from _paragraph(clause, expected.lead_in)
            yield from _items(expected.items, expected.marks, facts)
            yield from _closing(expected.closing)
        case Clause(definition=Definition() as definition):
            yield from _paragraph(clause, definition.text)
            yield from _items(definition.examples, definition.marks, facts)
            yield from _closing(definition.closing)
        case Clause(procedure=Procedure() as procedure):
            yield from _paragraph(clause, procedure.lead_in)
            yield from _items(procedure.steps, procedure.marks, facts)
            yield from _closing(procedure.closing)
        case Clause(response_time=ResponseTime() as time):
            yield from _paragraph(clause, time.text)
        case Clause(matrix=Matrix() as matrix):
            yield from _matrix(clause, matrix)
        case Clause(quotation=Quotation() as quotation):
            yield from _quotation(clause, quotation)
        case Clause(subheading=str(heading)):
            yield _Draft(Entry(clause.id, PARAGRAPH, Kind.SUBHEADING, heading=read_inline(heading)))
        case Clause(signatures=tuple(signatures)):
            yield from _signatures(clause, signatures)


def _paragraph(clause: Clause, text: str) -> Iterator[_Draft]:
    heading = read_inline(clause.heading)
    for draft in _prose(clause.id, PARAGRAPH, Kind.PARAGRAPH, text):
        entry = draft.entry
        headed = heading and entry.kind is Kind.PARAGRAPH
        yield _Draft(replace(entry, heading=heading)) if headed else draft


def _prose(id: str, level: int, kind: Kind, text: str, marks: Marks | None = None) -> Iterator[_Draft]:
    """Yield the entry itself with the first paragraph of its prose, then what hangs on it."""
    blocks = list(read_blocks(text))
    lead: Runs = ()
    if blocks and blocks[0].kind is Kind.CONTINUATION and blocks[0].depth == 0:
        lead = blocks.pop(0).runs
    elif blocks and blocks[0].kind is Kind.SUBHEADING:
        lead = tuple(replace(run, style=run.style | {"strong"}) for run in blocks.pop(0).runs)
    yield _Draft(Entry(id, level, kind, body=lead), marks)
    for block in blocks:
        yield _Draft(_hanging(block, level))


def _hanging(block: Block, level: int) -> Entry:
    below = level + max(1, block.depth)
    if block.kind is Kind.SUBHEADING:
        return Entry("", below, block.kind, heading=block.runs)
    return Entry("", below, block.kind, words(block.label), body=block.runs)


def _items(
    items: Iterable[Item | Step], marks: Marks, facts: dict[str, str], level: int = ITEM
) -> Iterator[_Draft]:
    for item in items:
        if isinstance(item, Step):
            yield from _prose(item.id, level, Kind.ITEM, item.text, marks)
        elif holds(item.applies_if, facts):
            for draft in _prose(item.id, level, Kind.ITEM, item.text, marks):
                entry = draft.entry
                own = entry.kind is Kind.ITEM and entry.id == item.id
                yield (
                    replace(draft, entry=replace(entry, heading=read_inline(item.heading))) if own else draft
                )
            yield from _items(item.items, "roman" if marks == "letters" else marks, facts, level + 1)


def _closing(text: str) -> Iterator[_Draft]:
    for block in read_blocks(text):
        kind = Kind.CLOSING if block.kind is Kind.CONTINUATION else block.kind
        yield _Draft(_hanging(replace(block, kind=kind), PARAGRAPH))


def _matrix(clause: Clause, matrix: Matrix) -> Iterator[_Draft]:
    yield _Draft(Entry(clause.id, ITEM, Kind.TABLE, heading=read_inline(matrix.caption)))
    for row, kind in ((matrix.columns, Kind.HEADER), *((row, Kind.ROW) for row in matrix.rows)):
        yield _Draft(Entry("", ITEM + 1, kind))
        for cell in row:
            yield from _prose("", ITEM + 2, Kind.CELL, cell)


def _quotation(clause: Clause, quotation: Quotation) -> Iterator[_Draft]:
    for number, block in enumerate(read_blocks(quotation.text)):
        kind = Kind.QUOTATION if block.kind is Kind.CONTINUATION else block.kind
        hung = _hanging(replace(block, kind=kind), PARAGRAPH)
        yield _Draft(replace(hung, id=clause.id) if number == 0 else hung)
    source = ", ".join(part for part in (quotation.source, quotation.pin) if part)
    if source:
        yield _Draft(Entry("", ITEM, Kind.ATTRIBUTION, body=read_inline(source)))


def _signatures(clause: Clause, signatures: tuple[Signature, ...]) -> Iterator[_Draft]:
    for number, signed in enumerate(signatures):
        day = spoken(signed.date) if signed.date else ""
        lines = [line for line in (signed.name, signed.office, signed.group, day) if line]
        body = read_inline("\\\n".join(lines))
        yield _Draft(Entry(clause.id if number == 0 else "", ITEM, Kind.SIGNATURE, body=body))


def words_of(manifest: Manifest) -> dict[str, str]:
    """Return the words for `role:x`, `doc:x` and `term:x`."""
    return (
        {f"role:{name}": fold(role.title) for name, role in manifest.roles.items()}
        | {f"doc:{name}": fold(document.title) for name, document in manifest.documents.items()}
        | {f"term:{name}": fold(term.says) for name, term in manifest.terms.items()}
    )


def _numbers_said(entries: list[Entry]) -> dict[str, str]:
    """Return what a reference to each id prints: its number, else the heading it stands under."""
    out: dict[str, str] = {}
    heading = ""
    for entry, number in zip(entries, citations(entries), strict=True):
        if entry.heading and entry.kind in (Kind.SECTION, Kind.SUBHEADING):
            heading = plain(entry.heading)
        if entry.id:
            out[entry.id] = number or plain(entry.heading) or heading
    return out


def _refer(entry: Entry, said: Mapping[str, str], manifest: Manifest) -> Entry:
    if not any(run.ref for run in entry.heading + entry.body):
        return entry
    return replace(
        entry,
        heading=tuple(_fill(run, said, manifest) for run in entry.heading),
        body=tuple(_fill(run, said, manifest) for run in entry.body),
    )


def _fill(run: Run, said: Mapping[str, str], manifest: Manifest) -> Run:
    if not run.ref:
        return run
    if run.ref not in said:
        return replace(run, text=f"[[{run.ref}]]", ref="")  # left in sight; a check names it
    kind, _, name = run.ref.partition(":")
    address = manifest.documents[name].address if kind == "doc" else ""
    return replace(run, text=said[run.ref], href=run.href or address)
