"""PDF: a page as paper, tagged for assistive technology; the only door to WeasyPrint."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, redirect_stdout
from importlib.resources import files
from io import StringIO

from protobuild.publish.bars import draw_bars
from protobuild.publish.drawn import (
    Finish,
    Library,
    Page,
    Thing,
    finished,
    is_known,
    lines_filled,
    plainly_styled,
    read_as,
)
from protobuild.publish.faults import PdfFaultError, PdfUnavailableError
from protobuild.publish.letters import check_letters
from protobuild.publish.rules import check_rules
from protobuild.publish.structure import structure
from protobuild.publish.tags import write_tags
from protobuild.publish.tree import read_tree
from protobuild.publish.words import check_words
from protobuild.render.furniture import style

VARIANT = "pdf/ua-1"


def make_pdf(html: str, *look: str) -> bytes:
    """Return the page as a tagged PDF (PDF/UA-1), the same bytes for the same page.

    `look` names style sheets to add, such as `large-print`. Nothing is fetched: only `data:` and the
    bundled fonts are ever read. Raises `PdfUnavailableError` where WeasyPrint's libraries are missing,
    `PdfFaultError` where WeasyPrint has anything to complain of, or the PDF does not say what the page says.
    """
    weasyprint = _weasyprint()
    fetcher = _fetcher()
    fonts = weasyprint.text.fonts.FontConfiguration()
    with _complaints() as complaints:
        try:
            sheet = weasyprint.CSS(string=str(style("pdf", *look)), url_fetcher=fetcher, font_config=fonts)
            page = _read(html, weasyprint, fetcher)
            with plainly_styled(weasyprint), lines_filled(weasyprint):
                document = page.render(stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT)
            with finished(weasyprint, _finish(html, complaints)):
                written = document.write_pdf(pdf_variant=VARIANT)
        except weasyprint.urls.FatalURLFetchingError as fault:
            raise PdfFaultError(str(fault)) from None
    _stop(complaints)
    return bytes(written)


def _read(html: str, weasyprint: Library, fetcher: Library) -> Library:
    """Return the page as WeasyPrint knows it; it reads only those itself that are not written plainly."""
    tree = read_tree(html)
    with nullcontext() if tree is None else read_as(weasyprint, tree):
        return weasyprint.HTML(string=html, url_fetcher=fetcher)


def _finish(html: str, complaints: list[str]) -> Finish:
    """Return what is done to a PDF before it is written: proved, tagged and marked with bars."""

    def finish(pdf: Thing, pages: list[Page]) -> None:
        made = structure(pages)
        check_letters(made.root.words())  # first: what is amiss in the text, then in the page
        _stop(complaints)
        check_rules(made, pdf)
        check_words(html, made.root.words())
        write_tags(made, pages, pdf)
        draw_bars(pages, pdf)

    return finish


def _stop(complaints: list[str]) -> None:
    if complaints:
        raise PdfFaultError("; ".join(complaints))


def _weasyprint() -> Library:
    """Return the library; its import fails with OSError where Pango is missing."""
    try:
        with redirect_stdout(StringIO()):  # it prints advice of its own before it fails
            import weasyprint
    except OSError as fault:
        raise PdfUnavailableError(
            "No PDF was made: the library that draws text (Pango) is not installed on this computer.",
            fix=(
                "Install it (Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 "
                "libharfbuzz-subset0; macOS: brew install pango) or leave PDF out with --to html."
            ),
        ) from fault
    if not is_known(weasyprint.__version__):
        raise PdfUnavailableError(
            f"No PDF was made: WeasyPrint {weasyprint.__version__} is installed, "
            "and protobuild was proved with another version.",
            fix="Install the one it was proved with (pip install 'weasyprint>=70,<71'), "
            "or leave PDF out with --to html.",
        )
    return weasyprint


def _fetcher() -> Library:
    """Return a fetcher that reads `data:` addresses and the bundled fonts, and stops at any other."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    folder = files("protobuild.render").joinpath("fonts")
    bundled = {item.name: item for item in folder.iterdir()}

    answer: Library = URLFetcherResponse

    class Locked(URLFetcher):
        """Answers from the package, or not at all."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Library:
            """Return the bytes of a font or a `data:` address; raise at anything else."""
            scheme, _, name = url.partition(":")
            if scheme == "fonts" and name in bundled:
                return answer(url, bundled[name].read_bytes(), {"Content-Type": "font/ttf"})
            if scheme == "data":
                return super().fetch(url, headers)  # type: ignore[no-untyped-call]
            raise FatalURLFetchingError(f"A page asked for {url}, and nothing outside it may be read.")

    locked: Library = Locked
    return locked(allowed_protocols=("data",), allow_redirects=False)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs as a warning or worse."""
    said: list[str] = []

    class Ear(logging.Handler):
        """Writes down what it hears."""

        def emit(self, record: logging.LogRecord) -> None:
            """Keep the message."""
            said.append(record.getMessage())

    ear = Ear(logging.WARNING)
    log = logging.getLogger("weasyprint")
    before = log.propagate
    log.addHandler(ear)
    log.propagate = False
    try:
        yield said
    finally:
        log.removeHandler(ear)
        log.propagate = before
