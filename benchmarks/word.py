"""Measure reading a Word file of a thousand paragraphs against merely opening it with python-docx.

    python benchmarks/word.py

CPU time, the least of several runs. Reading means the whole import but the writing of files: both
sides' marks, numbers, sections, ids and the proof that no word is lost.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from protobuild.interchange.document import read_document, typed
from protobuild.interchange.docx.reading import read_docx
from word_files import LEGAL, gone, ins, p, r, row, table, word

SECONDS = 0.5
WORDS = (
    "members and officers of the council work together in mutual trust and keep each other informed".split()
)


def sentence(seed: int) -> str:
    """Return some words, other ones for each number."""
    picked = [WORDS[(seed * 7 + at * (seed % 5 + 1)) % len(WORDS)] for at in range(22)]
    return f"Matter {seed}: {' '.join(picked)}."


def thousand() -> bytes:
    """Return a Word file of 40 sections with 25 numbered paragraphs each, lists, changes and tables."""
    body = p("Protocol of Example Borough Council", style="Title")
    for section in range(40):
        body += p(f"Section about matter {section}", style="Heading1", num="0:7")
        for at in range(25):
            seed = section * 25 + at
            changed = gone("may ") + ins("must ") if seed % 10 == 0 else ""
            bold = r("always ", "<w:b/>") if seed % 4 == 0 else ""
            body += p(changed + bold + r(sentence(seed)), num="1:7" if at % 5 < 3 else "2:7")
        body += table(*(row(f"role {number}", sentence(number)) for number in range(3)))
    return word(body, numbering=LEGAL)


def cpu(work: Callable[[], object], times: int = 5) -> float:
    """Return the least CPU seconds of a piece of work."""
    least = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def main() -> int:
    """Print the times and ratios, and return 1 when reading takes too long."""
    import docx

    data = thousand()
    opened = cpu(lambda: docx.Document(io.BytesIO(data)))
    texts = cpu(lambda: [each.text for each in docx.Document(io.BytesIO(data)).paragraphs])
    blocks = cpu(lambda: read_docx("a.docx", data))
    source = read_docx("a.docx", data)
    shaped = cpu(lambda: typed(source))
    whole = cpu(lambda: read_document("a.docx", data))
    print(f"     the file                             {len(data) / 1000:8.0f} kB")
    print(f"     python-docx opens it                 {opened * 1000:8.0f} ms")
    print(f"     python-docx gives its texts          {texts * 1000:8.0f} ms")
    print(f"     ours: words, numbers, tables         {blocks * 1000:8.0f} ms  {blocks / opened:5.1f} times")
    print(f"     ours: sections, ids, proof           {shaped * 1000:8.0f} ms  {shaped / opened:5.1f} times")
    verdict = "ok  " if whole <= SECONDS else "OVER"
    print(
        f"{verdict} the whole import                     {whole * 1000:8.0f} ms  {whole / opened:5.1f} times"
    )
    return 0 if whole <= SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
