"""Tell whether two texts say the same, whatever their layout: the meaning hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from protobuild.model.outline import Entry, Outline
from protobuild.model.runs import Run, Runs

SCHEME = "meaning-1"
"""The version of the rules below. Changing what is hashed needs a new name here."""

Said = tuple[str, str, str]


def meaning(outline: Outline) -> str:
    """Return the meaning hash of a clean outline, such as `meaning-1:9f2c...`.

    It covers the title, headings, words, links, references, tables and how deep each
    entry lies. It ignores emphasis, ids, notes, status, dates and the file's layout. A
    reference counts by what it points at, so a number worked out anew changes nothing.
    """
    positions = {entry.id: number for number, entry in enumerate(outline.entries) if entry.id}
    digest = hashlib.sha256()
    for entry in outline.entries:
        line = json.dumps(_entry(entry, positions), ensure_ascii=False, separators=(",", ":"))
        digest.update(line.encode() + b"\n")
    return f"{SCHEME}:{digest.hexdigest()}"


def _entry(entry: Entry, positions: Mapping[str, int]) -> list[object]:
    return [entry.kind.value, entry.level, _said(entry.heading, positions), _said(entry.body, positions)]


def _said(runs: Runs, positions: Mapping[str, int]) -> list[Said]:
    """Return the words with neighbours of one look joined, since emphasis does not count."""
    out: list[Said] = []
    for run in runs:
        said = _run(run, positions)
        if out and not said[2] and not out[-1][2] and out[-1][1] == said[1]:
            out[-1] = (out[-1][0] + said[0], said[1], "")
        else:
            out.append(said)
    return out


def _run(run: Run, positions: Mapping[str, int]) -> Said:
    if run.ref in positions:
        return "", run.href, f"#{positions[run.ref]}"
    return run.text, run.href, ""


def fingerprint(outline: Outline) -> str:
    """Return the first characters of the meaning hash, short enough to read aloud."""
    return meaning(outline).partition(":")[2][:12]
