"""Measure writing a Word file of a thousand paragraphs against merely opening it with python-docx.

    python benchmarks/word_writing.py

CPU time, the least of several runs: a clean text, and a redline in which every tenth paragraph changed.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import docx
from word import cpu, sentence

from notation import read
from protobuild.interchange.docx.writing.file import write_docx
from protobuild.model.outline import Outline, Side
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

SECONDS = 2.0


def thousand(verb: str) -> Outline:
    """Return a text of 40 sections with 25 paragraphs each, every tenth with that verb."""
    rows = []
    for section in range(40):
        rows.append(f"# Section about matter {section}")
        for at in range(25):
            seed = section * 25 + at
            rows.append(
                f"{{p{seed}}} Officers {verb if seed % 10 == 0 else 'should'} advise. {sentence(seed)}"
            )
    return replace(read("\n".join(rows)), sides=(Side(verb),))


def main() -> int:
    """Print the times and ratios, and return 1 when writing takes too long."""
    old, new = thousand("may"), thousand("must")
    marked = describe(redline(old, new))
    slow = 0
    for name, given in (("clean text", new), ("redline", marked)):
        data = write_docx(given)
        write = cpu(lambda given=given: write_docx(given), 3)
        opened = cpu(lambda data=data: docx.Document(io.BytesIO(data)), 3)
        print(
            f"{name}: written in {write:.3f} s, {write / opened:.1f} times what python-docx takes to open it"
        )
        slow += write > SECONDS
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
