"""Ask git without running anything that the repository itself sets up: hooks, filters, programs that sign."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protobuild.store.git import Repository, answered

_OWN = frozenset({"local", "worktree"})
"""The settings that travel with a repository, and not with the person who works on it."""
_WHO = tuple(f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL"))
_FILTER = re.compile(r"filter\.(?P<name>.+)\.(?:clean|smudge|process|required)", re.DOTALL)
_SIGNS = {
    "gpg.program": "gpg",
    "gpg.openpgp.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultkeycommand": "",
}
"""Settings that name a program to sign with, and what is run where nobody set one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One of git's settings: whose it is, its name and its value."""

    scope: str
    name: str
    value: str


def harmless(repository: Repository) -> dict[str, str]:
    """Return the environment in which git runs no program that the repository names.

    What the person or the computer has set up, such as a key to sign with, stays in use.
    """
    found = settings(repository)
    put = {"core.hooksPath": os.devnull, "core.fsmonitor": "false"}
    put |= dict(_without_filters(found))
    put |= dict(_own_signing(found))
    return _as_environment(put) | {name: os.environ[name] for name in _WHO if name in os.environ}


def settings(repository: Repository) -> list[Setting]:
    """Return the settings about filters and signing that are in use, the strongest last."""
    code, said, _ = answered(
        repository, ["config", "--show-scope", "--null", "--get-regexp", r"^(filter|gpg|commit|tag)\."], {}
    )
    parts = said.split("\0") if code == 0 else []
    return [
        Setting(scope, *(pair.split("\n", 1) if "\n" in pair else (pair, "true")))
        for scope, pair in zip(parts[::2], parts[1::2], strict=False)
    ]


def _without_filters(found: list[Setting]) -> Iterator[tuple[str, str]]:
    """Yield settings that switch off every filter the repository names."""
    named = (_FILTER.fullmatch(each.name) for each in found if each.scope in _OWN)
    for name in dict.fromkeys(each["name"] for each in named if each):
        for part in ("clean", "smudge", "process"):
            yield f"filter.{name}.{part}", ""
        yield f"filter.{name}.required", "false"


def _own_signing(found: list[Setting]) -> Iterator[tuple[str, str]]:
    """Yield settings that put the person's own program for signing in the place of the repository's."""
    for name, usual in _SIGNS.items():
        set_here = [each for each in found if each.name == name]
        if any(each.scope in _OWN for each in set_here):
            own = [each.value for each in set_here if each.scope not in _OWN]
            yield name, own[-1] if own else usual


def _as_environment(put: Mapping[str, str]) -> dict[str, str]:
    """Return settings as git reads them from its environment, after those that are there already."""
    there = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(there) if there.isdigit() else 0
    out = {"GIT_CONFIG_COUNT": str(first + len(put))}
    for number, (name, value) in enumerate(put.items(), first):
        out |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return out
