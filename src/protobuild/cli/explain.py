"""Explain a rule: what it asks for, in the words of its check or of the table of rules."""

from __future__ import annotations

import sys
import textwrap

from protobuild.check import CHECKS
from protobuild.cli.rules import RULES
from protobuild.model.source import UsageError
from protobuild.model.spelling import nearest

_WIDTH = 100


def explain(rule: str) -> str:
    """Return what a rule asks for; raise UsageError when there is none of that name."""
    wanted = rule.strip().strip("[]")
    if wanted in RULES:
        return f"{wanted}\n{textwrap.fill(RULES[wanted], _WIDTH)}"
    if wanted in CHECKS:
        return f"{wanted}\n{_manual(wanted)}\n\n{_SILENCE.format(name=wanted)}"
    near = nearest(wanted, rule_names())
    fix = f"Write '{near}'." if near else f"The rules are: {', '.join(rule_names())}."
    raise UsageError(f"There is no rule '{rule}'.", fix=fix)


def rule_names() -> list[str]:
    """Return the names of all rules a finding can have."""
    return sorted({*RULES, *CHECKS})


def _manual(check: str) -> str:
    """Return a check's docstring."""
    return (sys.modules[CHECKS[check].__module__].__doc__ or "").strip()


_SILENCE = """\
To silence it at a clause, write below the clause's id, with the reason:
    quiet:
      {name}: why it is right as it stands"""
