"""Quality: findings as the report GitLab shows beside the lines of a change."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from protobuild.model.source import Finding, Severity

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_quality(findings: Iterable[Finding]) -> str:
    """Return the findings as a Code Quality report."""
    told: Counter[str] = Counter()
    entries = []
    for finding in findings:
        said = "\n".join((finding.rule, finding.place.file, finding.message, finding.excerpt.strip()))
        told[said] += 1
        entries.append(_entry(finding, f"{said}\n{told[said]}"))
    return json.dumps(entries, indent=1, ensure_ascii=False) + "\n"


def _entry(finding: Finding, known_by: str) -> dict[str, object]:
    """Return one finding, with what tells it from every other wherever its line moves to."""
    return {
        "description": f"{finding.message}. {finding.why} {finding.fix}".strip(),
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(known_by.encode()).hexdigest(),
        "severity": LEVELS[finding.severity],
        "location": {"path": finding.place.file, "lines": {"begin": finding.place.line}},
    }
