"""Kept: the PDFs of a site, of which those that would come out the same are not made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from protobuild.publish.again import inputs_of, sum_of
from protobuild.publish.formats import FORMATS, Given, Paper
from protobuild.publish.site.folder import Ledger, read_ledger
from protobuild.render.theme import PLAIN, Theme


@dataclass(slots=True)
class Papers:
    """Writes the downloads of a site, and remembers what each PDF was made from."""

    folder: Path
    """Where the site made before may lie."""
    tell: Callable[[str], None]
    """Is told of each PDF that has to be made."""
    theme: Theme = PLAIN
    """The council's own look."""
    inputs: dict[str, str] = field(default_factory=dict)
    """By path: a hash of all that a PDF was made from."""
    ledger: Ledger | None = None

    def __call__(self, path: str, form: str, given: Given) -> bytes:
        """Return a download in one of the formats."""
        paper = FORMATS[form].write
        if not isinstance(paper, Paper):
            return paper(given, theme=self.theme)
        page = paper.page(given, theme=self.theme)
        self.inputs[path] = inputs_of(page, *paper.look)
        kept = self._kept(path)
        if kept is not None:
            return kept
        self.tell(path)
        return paper.draw(given, page, theme=self.theme)

    def _kept(self, path: str) -> bytes | None:
        """Return the PDF of the site before, if it is whole and was made from the very same."""
        if self.ledger is None:
            self.ledger = read_ledger(self.folder) or Ledger()
        if self.ledger.inputs.get(path) != self.inputs[path]:
            return None
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            return None
        return data if {sum_of(data)} == self.ledger.files.get(path) else None
