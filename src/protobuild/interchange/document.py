"""Read a whole document into typed sections, with a proof that no word was lost or invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protobuild.interchange.blocks import Block
from protobuild.interchange.clauses import Data, Written
from protobuild.interchange.coverage import Coverage, coverage
from protobuild.interchange.headings import infer
from protobuild.interchange.labels import label
from protobuild.interchange.manifest import describe
from protobuild.interchange.notes import Note, Unit
from protobuild.interchange.numbers import Printed, audit_headings
from protobuild.interchange.remarks import remarks
from protobuild.interchange.report import Report
from protobuild.interchange.runon import part
from protobuild.interchange.sections import Document, split
from protobuild.interchange.text import Source, read_text
from protobuild.interchange.writing import write_section
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.source import ProtobuildError

WORD = (".docx", ".docm", ".dotx", ".doc")
"""The endings of files that are read as Word files, or refused as such with the reason."""

LARGEST_WORD = 50_000_000
"""Bytes of a Word file, most of which would be pictures."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A document as plain data in the shape of the YAML files, every scalar a string."""

    manifest: Data
    sections: tuple[Data, ...]
    numbers: dict[str, str]
    """Each id's number as printed."""
    report: Report


def read_document(name: str, data: bytes, *, before: bool = False) -> Imported:
    """Return what a .md, .txt or .docx file says, typed.

    `before` asks for the text of a Word file before its tracked changes; else it is the one after.

    Raises ProtobuildError for a file that is not readable text, and whenever the proof fails
    that every word is kept.
    """
    if name.lower().endswith(WORD):
        from protobuild.interchange.docx.reading import Side, read_docx

        return typed(read_docx(name, data, Side.OLD if before else Side.NEW))
    return typed(read_text(name, data))


def typed(source: Source) -> Imported:
    """Return a source as typed sections; raise ProtobuildError when a word would be lost or added."""
    parted, notes = _parted(source)
    labelled = label(parted)
    document = split(source.name, labelled)
    written = Written(notes=[*source.notes, *notes, *remarks(labelled), *document.notes], unit=source.unit)
    sections = tuple(write_section(stretch, written) for stretch in document.sections)
    written.notes += _about_headings(document, source.unit)
    manifest, said = describe(document, sections, written.numbers)
    written.notes += said
    outline = assemble(_protocol(manifest, sections), numbers=written.numbers)
    found = coverage(
        source.lines,
        outline,
        source.left_out,
        literal=source.literal,
        title_line=document.title_line,
        supplied=document.supplied,
    )
    _insist(source.name, found)
    report = _report(source, sections, written, found, document.supplied)
    return Imported(manifest, sections, written.numbers, report)


def to_protocol(imported: Imported) -> Protocol:
    """Return the protocol that an import makes, validated."""
    return _protocol(imported.manifest, imported.sections)


def to_outline(imported: Imported) -> Outline:
    """Return the text of an import as readers see it, with its numbers as printed."""
    return assemble(to_protocol(imported), numbers=imported.numbers)


def _protocol(manifest: Data, sections: Sequence[Data]) -> Protocol:
    return Protocol.model_validate({"manifest": manifest, "sections": list(sections)})


def _parted(source: Source) -> tuple[list[Block], list[Note]]:
    """Return the blocks with headings among them, and none that holds two paragraphs."""
    if any(block.label for block in source.blocks):
        return infer(source.blocks)  # what carries its number apart has no other inside its words
    parted, run_on = part(source.blocks)
    headed, inferred = infer(parted)
    return headed, [*run_on, *inferred]


def _about_headings(document: Document, unit: Unit) -> list[Note]:
    numbered = [each for each in document.sections if each.label]
    return audit_headings(
        [Printed(each.label.rstrip("."), each.line) for each in numbered],
        [each.label for each in numbered],
        unit,
    )


def _insist(name: str, found: Coverage) -> None:
    """Raise ProtobuildError unless every word is accounted for: better no import than a wrong one."""
    if found.whole:
        return
    lost, invented = (", ".join(f"“{word}”" for word in words[:5]) for words in (found.lost, found.invented))
    what = " and ".join(
        part for part in (lost and f"would lose {lost}", invented and f"would add {invented}") if part
    )
    raise ProtobuildError(
        f"{name} was not imported: doing so {what}.",
        fix="Nothing was written. Please report this with the paragraph that holds those words.",
    )


def _report(
    source: Source,
    sections: Sequence[Data],
    written: Written,
    found: Coverage,
    supplied: tuple[str, ...],
) -> Report:
    headings = {section["id"] for section in sections}
    labels = [label for id, label in written.numbers.items() if id not in headings]
    lettered = sum(not any(sign.isdigit() for sign in label) for label in labels)
    clauses = [clause for section in sections for clause in section["clauses"]]
    return Report(
        name=source.name,
        sections=len(sections),
        numbered=len(labels) - lettered,
        lettered=lettered,
        tables=sum("matrix" in clause for clause in clauses),
        quotations=sum("quotation" in clause for clause in clauses),
        coverage=found,
        notes=tuple(written.notes),
        left_out=source.left_out,
        lines=dict(written.lines),
        supplied=supplied,
        unit=source.unit,
        tracked=source.tracked,
    )
