"""Lay out a new folder: the protocol, and all that keeps it, checks it and helps whoever edits it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from protobuild import __version__
from protobuild.life.schemas import schemas
from protobuild.life.starting.filling import filled
from protobuild.life.starting.models import read_manifest
from protobuild.store.places import at

_TEMPLATES = Path(__file__).parent / "templates"

LAID_OUT = {
    "README.md": "README.md",
    "changelog/next/README.md": "reasons.md",
    "meetings/README.md": "meetings.md",
    ".github/workflows/protocol.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    ".pre-commit-config.yaml": "pre-commit.yml",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
}
"""The files beside the protocol's own, and what each is made from. To add one: a template, and a row."""

ADVICE = (
    "The text is no legal advice. Ask a solicitor or the monitoring officer to read it before it is "
    "proposed; a `note` in a file says what to look at there."
)
ELSEWHERE = (
    "The text was written for England, and it cites law as it is there. Ask a solicitor which of it "
    "applies in {nation} before it is proposed."
)
_NATIONS = {"wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}


def folder_files(answers: Mapping[str, str], day: dt.date) -> dict[str, bytes]:
    """Return every file of a new folder by its path, for a council with these answers, on a day."""
    words = {
        "title": str(at(read_manifest(answers["tier"]), ("title",))),
        "council": answers["council"],
        "law": f"{ADVICE} {elsewhere(answers['nation'])}".rstrip(),
        "version": __version__,
    }
    protocol = {f"protocol/{name}": data for name, data in filled(answers, day).items()}
    schema = {f"schema/{name}": text.encode() for name, text in schemas().items()}
    beside = {name: _template(made_from, words) for name, made_from in LAID_OUT.items()}
    return {**protocol, **schema, **beside}


def elsewhere(nation: str) -> str:
    """Return what a council that is not in England should know of the law cited; nothing for one that is."""
    return ELSEWHERE.format(nation=_NATIONS[nation]) if nation in _NATIONS else ""


def _template(name: str, words: Mapping[str, str]) -> bytes:
    text = (_TEMPLATES / name).read_text("utf-8")
    for key, said in words.items():
        text = text.replace(f"<<{key}>>", said)
    return text.encode()
