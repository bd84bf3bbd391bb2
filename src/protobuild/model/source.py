"""Where a thing was written, and what is to be said when it is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from protobuild.model.saying import counted


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file; lines and columns count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right: what is wrong, why it matters and what to do."""

    rule: str
    """The rule's lasting name, such as `unknown-field`."""
    message: str
    place: Place
    why: str = ""
    fix: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = ""
    """The line of the file that holds it, without its line end."""


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are errors."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


class ProtobuildError(Exception):
    """Something the reader can act on, said in a whole sentence."""

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class UsageError(ProtobuildError):
    """The words of a command do not fit: no such file, version or folder."""


class ProtocolError(ProtobuildError):
    """A protocol that cannot be used as it is, with everything that is wrong."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{counted(len(findings), 'thing')} to put right.")
        self.findings = tuple(findings)


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raise ProtocolError with the errors among the findings, where there are any."""
    errors = errors_of(findings)
    if errors:
        raise ProtocolError(errors)
