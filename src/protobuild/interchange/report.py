"""Report what an import found, did and was unsure of, in a clerk's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from protobuild.interchange.coverage import Coverage
from protobuild.interchange.notes import LeftOut, Note, Topic, Unit
from protobuild.model.saying import counted


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a person must know about an import."""

    name: str
    sections: int
    numbered: int
    """Paragraphs and items that print a figure, such as 2.1 or 7."""
    lettered: int
    """Items that print a letter, such as (a) or (iv)."""
    tables: int
    quotations: int
    coverage: Coverage
    notes: tuple[Note, ...]
    left_out: tuple[LeftOut, ...]
    lines: Mapping[str, int]
    """The line of the source that each id comes from."""
    supplied: tuple[str, ...] = ()
    """The words that are not the author's, such as a title taken from the file's name."""
    unit: Unit = "line"
    tracked: bool = False
    """Whether it is but one side of a file with tracked changes."""

    def about(self, topic: Topic) -> tuple[Note, ...]:
        """Return the notes on one topic, in the order of the source."""
        return tuple(note for note in self.notes if note.topic is topic)


def as_text(report: Report) -> str:
    """Return the report as plain text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"Read {report.name}: {_counts(report)}."
    yield from _coverage(report.coverage, report.supplied)
    unit = report.unit
    for topic in Topic:
        notes = report.about(topic)
        if notes:
            yield ""
            yield f"{topic.value} ({len(notes)})"
            yield from (f"  {_where(note.line, unit)}{note.message}{_how_sure(note)}" for note in notes)
    if report.left_out:
        yield ""
        yield f"Left out ({len(report.left_out)})"
        yield from (f"  {_where(gone.line, unit)}{gone.reason}: “{gone.words}”" for gone in report.left_out)


def _counts(report: Report) -> str:
    counts = (
        (report.sections, "section"),
        (report.numbered, "numbered line"),
        (report.lettered, "lettered item"),
        (report.tables, "table"),
        (report.quotations, "quotation"),
    )
    return ", ".join(counted(count, what) for count, what in counts)


def _coverage(found: Coverage, supplied: Sequence[str]) -> Iterator[str]:
    share = "100%" if found.whole else "not all"
    yield (
        f"Words: {found.words_in} in the source, {found.kept} kept, {found.left_out} left out"
        f" and listed below. {share} accounted for."
    )
    if found.supplied:
        said = ", ".join(f"“{words}”" for words in dict.fromkeys(supplied))
        yield f"Words supplied that are not the author's: {found.supplied}, in {said}."
    if found.lost:
        yield f"Lost: {', '.join(found.lost[:20])}"
    if found.invented:
        yield f"Not in the source: {', '.join(found.invented[:20])}"


def _where(line: int, unit: Unit) -> str:
    return f"{unit} {line}: " if line else ""


def _how_sure(note: Note) -> str:
    return f" ({note.confidence} confidence)" if note.confidence else ""
