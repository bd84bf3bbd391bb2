"""Check the signature on a name of the history, with the keys and programs of the reader alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum

from protobuild.model.source import UsageError
from protobuild.store.git import Repository, ask, reading, told

_PROGRAMS = {
    "gpg.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.allowedSignersFile": os.devnull,
    "gpg.minTrustLevel": "undefined",
}
"""What checks a signature, and what it has to be where the reader has not chosen: whatever the
repository itself says is passed by, since it could name a program of its own, or its own keys."""

_OTHER_NAME = "gpg.openpgp.program"
"""The same as `gpg.program`; git takes whichever comes last."""

_KEYS = ("user.signingKey", "gpg.ssh.allowedSignersFile")
"""What a reader who checks signatures has set."""


class Signed(StrEnum):
    """What is known of a signature."""

    NO = "it is not signed"
    UNCHECKED = "it is signed, and no key is set up here to check that by"
    GOOD = "its signature is good"
    BAD = "its signature does not hold"


@dataclass(frozen=True, slots=True)
class Tag:
    """A lasting name in the history."""

    name: str
    commit: str
    """The name of the state it stands for."""
    signed: Signed


def read_tag(repository: Repository, name: str) -> Tag | None:
    """Return a name of the history with what is known of its signature; None where there is none."""
    with reading(repository) as batch:
        found = batch.read(f"refs/tags/{name}")
        commit = batch.read(f"refs/tags/{name}^{{commit}}")
    if found is None or commit is None:
        return None
    if found.kind != "tag" or b"\n-----BEGIN " not in found.data:
        return Tag(name, commit.oid, Signed.NO)
    return Tag(name, commit.oid, _checked(repository, name))


def _checked(repository: Repository, name: str) -> Signed:
    if not any(_own(repository, key) for key in _KEYS):
        return Signed.UNCHECKED
    chosen = {key: _own(repository, key) or otherwise for key, otherwise in _PROGRAMS.items()}
    chosen[_OTHER_NAME] = _own(repository, _OTHER_NAME) or chosen["gpg.program"]
    settings = [word for key, value in chosen.items() for word in ("-c", f"{key}={value}")]
    good = told(repository, *settings, "verify-tag", f"refs/tags/{name}")
    return Signed.GOOD if good else Signed.BAD


def _own(repository: Repository, key: str) -> str:
    """Return what the reader has set for all repositories; empty where nothing is."""
    try:
        return (
            ask(repository, "config", "--global", "--includes", "--get", key)
            .decode("utf-8", "replace")
            .strip()
        )
    except UsageError:
        return ""
