"""Write and read the small notation of the redline's case files.

A text is a line for each entry: `# Heading`, `- item`, `> quotation`, `| cell | cell |` for a
table row (the first is its header), or a paragraph; `{id}` before the words gives it an id.
A redline is the same lines with `[-struck-]`, `[+new+]`, `[~moved~]` marks; a number comes
first, `-` before a line is a boundary that goes, `+` one that comes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from protobuild.model.markdown import read_inline
from protobuild.model.numbering import Slot, labels
from protobuild.model.outline import Entry, Kind, Outline, Side, clean
from protobuild.model.runs import Run, words

_ID = re.compile(r"^\{([a-z0-9-]+)\} ?")
_LEAD = {"# ": (1, Kind.SECTION), "- ": (3, Kind.ITEM), "> ": (3, Kind.QUOTATION)}


def read(text: str) -> Outline:
    """Return the outline that the lines describe, numbered, under the title `Protocol`."""
    entries = [Entry("", 0, Kind.TITLE, heading=words("Protocol"))]
    for line in text.strip("\n").splitlines():
        if line.startswith("|"):
            entries += _row(line, first=entries[-1].kind is not Kind.CELL)
        elif line.strip():
            entries.append(_entry(line))
    numbers = labels((Slot(entry.kind, entry.level) for entry in entries), "decimal")
    done = (clean(replace(entry, num=words(label))) for entry, label in zip(entries, numbers, strict=True))
    return Outline(tuple(done), (Side("text"),))


def write(outline: Outline) -> str:
    """Return the redline as lines, the title left out unless it changed."""
    lines = []
    for entry in outline.entries:
        if entry.kind is Kind.TITLE and not any(run.marked for run in entry.runs):
            continue
        sign = "-" if entry.gone is not None else "+" if entry.born else " "
        what = {Kind.SECTION: "#", Kind.ITEM: "*", Kind.CELL: "|", Kind.QUOTATION: ">"}.get(entry.kind, "")
        if entry.kind in (Kind.TABLE, Kind.ROW, Kind.HEADER):
            what = f"({entry.kind})"
        parts = [what, _runs(entry.num), _runs(entry.heading), _runs(entry.body)]
        face = next((f"(was a {face.kind})" for face in entry.was if face.kind is not entry.kind), "")
        lines.append(" ".join(part for part in [sign, *parts, face] if part).rstrip())
    return "\n".join(lines)


def _entry(line: str) -> Entry:
    level, kind = 2, Kind.PARAGRAPH
    for lead, shape in _LEAD.items():
        if line.startswith(lead):
            (level, kind), line = shape, line[len(lead) :]
    found = _ID.match(line)
    id, said = (found.group(1), line[found.end() :]) if found else ("", line)
    runs = tuple(replace(run, text=run.text or f"<{run.ref}>") for run in read_inline(said))
    return Entry(id, level, kind, **{"heading" if kind is Kind.SECTION else "body": runs})


def _row(line: str, *, first: bool) -> list[Entry]:
    cells = [read_inline(cell.strip()) for cell in line.strip("| ").split("|")]
    top = [Entry("", 3, Kind.TABLE), Entry("", 4, Kind.HEADER)] if first else [Entry("", 4, Kind.ROW)]
    return [*top, *(Entry("", 5, Kind.CELL, body=cell) for cell in cells)]


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.born and run.gone is not None:
        return f"[x{run.text}x]"
    if run.gone is not None:
        return f"[~-{run.text}~]" if run.moved else f"[-{run.text}-]"
    if run.born:
        return f"[~+{run.text}~]" if run.moved else f"[+{run.text}+]"
    if any(look.style != run.style or look.href != run.href for look in run.was):
        return f"[={run.text}=]"
    return run.text
