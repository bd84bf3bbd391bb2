"""The baseline: what was found in a document when it was taken on, so that from then on it only gets better.

It lists warnings and notes, never errors. What is on it is not told again; what is put right comes
off it, and nothing new is ever added.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.model.clause import Authored, Prose
from protobuild.model.source import Finding, ProtocolError, Severity
from protobuild.store.parts import BASELINE
from protobuild.store.tree import file_bytes
from protobuild.store.yaml import write_yaml


class Known(Authored):
    """A finding that was there when the document was taken on."""

    rule: Prose
    file: Prose
    says: Prose
    """What it said, for people."""
    mark: Prose
    """What it is known by: a check mark of the finding and of the line it is about."""


class Baseline(Authored):
    """Written by `protobuild check --take-on`; lines may be deleted by hand, never added."""

    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings, parted by a baseline."""

    told: tuple[Finding, ...]
    """What is to be put right now."""
    known: tuple[Finding, ...] = ()
    """What the baseline lists."""
    mended: int = 0
    """How many lines of the baseline are about nothing any more."""


def read_baseline(home: Home) -> Baseline | None:
    """Return the baseline beside the protocol, or None; raise ProtocolError when it cannot be read."""
    path = home.protocol / BASELINE
    if not path.is_file():
        return None
    name = home.shown(BASELINE)
    read = read_authored(Baseline, name, file_bytes(path, name))
    if read.value is None:
        raise ProtocolError(read.findings)
    return read.value


def sift(findings: Iterable[Finding], baseline: Baseline | None) -> Sifted:
    """Return which findings the baseline lists, each of its lines standing for one, and which it does not.

    Errors are always told. A finding whose line was edited is a new one.
    """
    if baseline is None:
        return Sifted(tuple(findings))
    left = Counter(known.mark for known in baseline.known)
    told: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        mark = _mark(finding)
        listed = finding.severity is not Severity.ERROR and left[mark] > 0
        left[mark] -= listed
        (known if listed else told).append(finding)
    return Sifted(tuple(told), tuple(known), sum(left.values()))


def baseline_file(findings: Iterable[Finding]) -> bytes:
    """Return the file that lists these findings; errors are left out."""
    known = [
        {"rule": each.rule, "file": each.place.file, "says": each.message, "mark": _mark(each)}
        for each in findings
        if each.severity is not Severity.ERROR
    ]
    return (_HEAD + write_yaml({"known": [dict(each) for each in known]})).encode()


_HEAD = """\
# What was found when this document was taken on. It is not told again.
# Whatever is put right comes off with: protobuild check --take-on
"""


def _mark(finding: Finding) -> str:
    line = " ".join(finding.excerpt.split())
    said = "\n".join((finding.rule, finding.place.file, finding.message, line))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
