"""Again: whether a PDF made before is the very one that would be made now, so that it need not be."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from protobuild.render.furniture import style

LIBRARIES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "cssselect2")
"""What draws: with another version of one, nothing is kept."""


def inputs_of(page: str, *look: str) -> str:
    """Return a hash of all that a PDF is made from: page, style sheets, fonts, our own code, libraries."""
    said = hashlib.sha256(_maker())
    for text in (page, str(style("pdf", *look))):
        said.update(hashlib.sha256(text.encode()).digest())
    return said.hexdigest()


def sum_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


@cache
def _maker() -> bytes:
    """Return a hash of what makes PDFs, whatever the page."""
    said = hashlib.sha256()
    for name in LIBRARIES:
        said.update(f"{name} {version(name)}\n".encode())
    for folder in (files("protobuild.publish"), files("protobuild.render").joinpath("fonts")):
        for item in sorted(folder.iterdir(), key=_name):
            if item.is_file():
                said.update(item.name.encode() + hashlib.sha256(item.read_bytes()).digest())
    return said.digest()


def _name(item: Traversable) -> str:
    return item.name
