"""Import the real documents and check them, as an officer would who takes one on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from conftest import CORPUS
from protobuild.check import run
from protobuild.life.importing import import_text
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place
from protobuild.store.load import Loaded, load
from protobuild.store.tree import Files

TODAY = dt.date(2026, 11, 23)
"""The day they are checked."""

DOCUMENTS = ("swale-draft", "barnet-adopted", "barnet-proposed", "bingley")
EXTRACTS = tuple(
    f"surrey-extracts/{council}"
    for council in (
        "epsom-and-ewell",
        "merton",
        "north-yorkshire",
        "somerset",
        "staffordshire",
        "surrey",
        "thurrock",
    )
)


@dataclass(frozen=True)
class Taken:
    """A document as imported, and what the checks find in it."""

    protocol: Protocol
    loaded: Loaded
    report: str
    findings: tuple[Finding, ...]

    def at(self, place: Place) -> str:
        """Return the id a place belongs to: the last one written before it, or the file's name."""
        before = [
            (there.line, id)
            for id, there in self.loaded.places.items()
            if there.file == place.file and there.line <= place.line
        ]
        return max(before)[1] if before else place.file

    def key(self, place: Place) -> str:
        """Return the first four words that a place marks."""
        lines = self.loaded.lines[place.file]
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        end = place.end_column - 1 if place.end_line == place.line else len(line)
        return " ".join(line[place.column - 1 : end].split()[:4])


@cache
def taken(name: str) -> Taken:
    """Return a document of the corpus as imported and checked, by its name without `.md`."""
    assert CORPUS is not None, "this needs @pytest.mark.corpus"
    return taken_from(CORPUS / f"{name}.md")


def taken_from(file: Path) -> Taken:
    """Return a document as imported and checked."""
    made = import_text(file)
    loaded = load(Files(file.stem, made.files))
    assert loaded.draft is not None, [finding.message for finding in loaded.findings]
    outline = assemble(loaded.draft, numbers=loaded.numbers, places=loaded.places)
    findings = run(loaded.draft, outline, loaded.places, TODAY)
    return Taken(loaded.draft, loaded, made.report, tuple(findings))
