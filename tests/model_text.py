"""The model protocols, and the adopted version of one, as the tests read them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from protobuild.model.assemble import assemble
from protobuild.model.outline import Entry
from protobuild.model.protocol import Protocol
from protobuild.model.runs import plain
from protobuild.store.yaml import read_yaml

ROOT = Path(__file__).resolve().parents[1]
DRAFT = ROOT / "protocol"
ADOPTED = ROOT / "changelog" / "2026-05-14-council"
LOCAL = ROOT / "profiles" / "local"

LONGEST = 35
"""Words. Longer sentences are hard to follow when read out."""


def authored(path: Path) -> dict:
    raw = read_yaml(path.name, path.read_bytes())
    assert not raw.findings
    return raw.data


@cache
def read(folder: Path) -> Protocol:
    manifest = authored(folder / "protocol.yaml")
    sections = [{"id": name} | authored(folder / f"{name}.yaml") for name in manifest["sections"]]
    return Protocol.model_validate({"manifest": manifest, "sections": sections})


def entries(folder: Path) -> tuple[Entry, ...]:
    return assemble(read(folder)).entries


def prose(folder: Path) -> list[str]:
    """Return every stretch of words a reader sees."""
    seen = (plain(runs) for entry in entries(folder) for runs in (entry.heading, entry.body))
    return [words for words in seen if words]


def tokens(words: str) -> list[str]:
    folded = re.sub(r"['’]", "", words.lower()).replace("councillor", "member")
    return re.findall(r"[a-z0-9]+", folded)
