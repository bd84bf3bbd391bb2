"""Faults: what stops a PDF, which would otherwise be worse than it should be."""

from __future__ import annotations

from protobuild.model.source import ProtobuildError


class PdfUnavailableError(ProtobuildError):
    """The system libraries that draw text are missing; everything but PDF still works."""


class PdfFaultError(RuntimeError):
    """The page broke a rule of ours, so that the PDF would be worse than it should be."""
