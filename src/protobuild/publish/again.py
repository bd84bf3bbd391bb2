"""Again: whether what was made before is the very same that would be made now, so that it need not be."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from protobuild.render.furniture import style

LIBRARIES = (
    "cssselect2",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "pydantic",
    "pydyf",
    "rapidfuzz",
    "ruamel.yaml",
    "tinycss2",
    "weasyprint",
)
"""What reads, compares, writes and draws: with another version of one, nothing is kept."""


def inputs_of(page: str, *look: str) -> str:
    """Return a hash of all that a PDF is made from: page, style sheets, fonts, our own code, libraries."""
    said = hashlib.sha256(maker())
    for text in (page, str(style("pdf", *look))):
        said.update(hashlib.sha256(text.encode()).digest())
    return said.hexdigest()


def sum_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


@cache
def maker() -> bytes:
    """Return a hash of what makes pages and PDFs, whatever their words: every file of ours, every library."""
    said = hashlib.sha256(sys.version.encode())
    for name in LIBRARIES:
        said.update(f"{name} {version(name)}\n".encode())
    for path, item in _all(files("protobuild"), ""):
        said.update(f"{path}\n".encode() + hashlib.sha256(item.read_bytes()).digest())
    return said.digest()


def _all(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """Yield every file of a folder by its path, in order of name; what Python keeps beside is none."""
    for item in sorted(folder.iterdir(), key=_name):
        if item.is_file():
            yield f"{above}{item.name}", item
        elif item.name != "__pycache__":
            yield from _all(item, f"{above}{item.name}/")


def _name(item: Traversable) -> str:
    return item.name
