"""Give a section's file as words, a sentence a line, so that `git diff` shows what readers would see."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.life.lenient import read_tree
from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.source import ProtobuildError
from protobuild.store.parts import MANIFEST
from protobuild.store.sentences import sentences
from protobuild.store.text import read_text
from protobuild.store.tree import LARGEST, Files

_FRAME = "title: words\ncouncil: {{name: words}}\nsections: [{stem}]\n"
STEM = "section"
"""What the section is called where its file's own name cannot be a section's."""


def worded(data: bytes) -> str:
    """Return the words of a section's file; of any other file, what it holds. Nothing makes this fail.

    What could steer a terminal is left out, and a file that is far too large is not read.
    """
    if len(data) > LARGEST:
        return f"(larger than {LARGEST // 1_000_000} MB, and not read)\n"
    read = read_text("file", data)
    if not read.usable:
        return f"({read.findings[0].message})\n"
    text = read.words
    if not any(line.startswith("clauses:") for line in text.split("\n")):
        return text
    files = {MANIFEST: _FRAME.format(stem=STEM).encode(), f"{STEM}.yaml": text.encode()}
    try:
        outline = read_tree(Files("words", files), numbers={})
    except ProtobuildError:
        return text
    return "".join(f"{line}\n" for line in _lines(outline))


def _lines(outline: Outline) -> Iterator[str]:
    for entry in outline.entries:
        if entry.kind is Kind.TITLE:
            continue
        indent = "  " * max(0, entry.level - 1)
        if entry.id and entry.kind is not Kind.SECTION:
            yield f"{indent}[{entry.id}]"
        for line in _said(entry):
            yield f"{indent}{line}"


def _said(entry: Entry) -> Iterator[str]:
    for words in entry.words.split("\n"):
        if words.strip():
            yield from sentences(words.strip())
