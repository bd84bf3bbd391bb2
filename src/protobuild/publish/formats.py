"""Formats: the table of what a text or a redline can be written as. To add one: a module and a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.publish.pdf import make_pdf
from protobuild.render.json import write_json
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from protobuild.render.text import write_text

Writer = Callable[[Redlined | Outline], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a text or a redline."""

    label: str
    """What a reader calls it."""
    suffix: str
    write: Writer


def html(given: Redlined | Outline) -> str:
    """Return a redline or a clean text as a page."""
    return write_redline(given) if isinstance(given, Redlined) else write_page(given)


FORMATS: dict[str, Format] = {
    "html": Format("web page", ".html", lambda given: html(given).encode()),
    "pdf": Format("PDF", ".pdf", lambda given: make_pdf(html(given))),
    "text": Format("plain text", ".txt", lambda given: write_text(given).encode()),
    "json": Format("data (JSON)", ".json", lambda given: write_json(given).encode()),
}
