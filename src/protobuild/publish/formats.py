"""Formats: the table of what a text or a redline can be written as. To add one: a module and a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.publish.faults import PdfFaultError, ThemeError
from protobuild.publish.model import check_model
from protobuild.publish.pdf import make_pdf
from protobuild.render.json import write_json
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from protobuild.render.text import write_text
from protobuild.render.theme import PLAIN, Theme
from protobuild.render.views import WHOLE, View

if TYPE_CHECKING:
    from protobuild.interchange.docx.writing.options import Options

Given = Redlined | Outline


class Writer(Protocol):
    """What writes a text or a redline, a redline in the view asked for."""

    def __call__(self, given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
        """Return what goes into the file, a page or a PDF in the council's own look."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a text or a redline."""

    label: str
    """What a reader calls it."""
    suffix: str
    write: Writer


@dataclass(frozen=True, slots=True)
class Paper:
    """A page as it is laid out on paper; writing one takes seconds, so an equal one is kept."""

    below: bool = False
    """Whether reasons stand under what they are about."""
    look: tuple[str, ...] = ()
    """Style sheets beside those of every PDF."""

    def page(self, given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> str:
        """Return the page that is laid out."""
        return html(given, replace(view, below=self.below), theme)

    def __call__(self, given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
        """Return the PDF."""
        return self.draw(given, self.page(given, view, theme), view, theme)

    def draw(self, given: Given, page: str, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
        """Return the page as a PDF, once it is proved to hold all the words of what it shows.

        Raises `ThemeError` where the council's own look spoils it.
        """
        try:
            if not (view.only or view.sides):  # which leave words out, or show some twice
                check_model(given.outline if isinstance(given, Redlined) else given, page)
            return make_pdf(page, *self.look)
        except PdfFaultError as fault:
            if theme.changes_pages:
                raise ThemeError(str(fault)) from None
            raise


def html(given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> str:
    """Return a redline or a clean text as a page."""
    if isinstance(given, Redlined):
        return write_redline(given, view=view, theme=theme)
    return write_page(given, theme=theme)


def _page(given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
    return html(given, view, theme).encode()


def _text(given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
    return write_text(given, view).encode()


def _data(given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
    return write_json(given).encode()  # always the whole, since both texts must be in it


def _word(given: Given, view: View = WHOLE, theme: Theme = PLAIN) -> bytes:
    from protobuild.interchange.docx.writing.file import write_docx

    return write_docx(given, word_options(view, theme))  # always the whole, since both texts must be in it


def word_options(view: View = WHOLE, theme: Theme = PLAIN) -> Options:
    """Return how a Word file is to be written."""
    from protobuild.interchange.docx.writing.options import Options

    tracked = view.tracked
    return Options(tracked.numbers, tracked.moves, day=tracked.day, template=theme.word)


LARGE_PRINT = "large-print"

FORMATS: dict[str, Format] = {
    "html": Format("web page", ".html", _page),
    "pdf": Format("PDF", ".pdf", Paper()),
    LARGE_PRINT: Format("PDF in large print", "-large-print.pdf", Paper(below=True, look=(LARGE_PRINT,))),
    "docx": Format("Word file", ".docx", _word),
    "text": Format("plain text", ".txt", _text),
    "json": Format("data (JSON)", ".json", _data),
}
