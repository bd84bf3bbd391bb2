"""Faults: what stops a PDF, which would otherwise be worse than it should be."""

from __future__ import annotations

from protobuild.model.source import ProtobuildError


class PdfUnavailableError(ProtobuildError):
    """No PDF can be made here; everything but PDF still works."""


class UnprintableError(PdfUnavailableError):
    """The text holds a letter that no bundled font has."""


class PdfFaultError(RuntimeError):
    """The page broke a rule of ours, so that the PDF would be worse than it should be."""


class ThemeError(ProtobuildError):
    """A council's own rules or templates make a PDF worse than it should be."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"No PDF was made: the theme spoils it. {said}",
            fix="Mend that in theme/. What only a screen can show belongs within @media screen { ... }.",
        )
