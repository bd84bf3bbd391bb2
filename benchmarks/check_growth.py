"""Measure how the checks' cost grows with the length of a protocol.

    python benchmarks/check_growth.py FOLDER

The protocol is laid out 1, 12 and 120 times under other ids. CPU time of the checks alone, a clause;
it grows with the text alone where the figures stay alike.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.store.load import load_leniently
from protobuild.store.tree import Folder

TIMES = (1, 12, 120)
BAR = 1.5
"""How many times the cost of a clause may grow from the first size to the last."""


def repeated(protocol: Protocol, times: int) -> Protocol:
    """Return the protocol with all its sections so many times over."""
    sections = tuple(
        section.model_copy(
            update={
                "id": f"{section.id}-{number}",
                "clauses": tuple(
                    clause.model_copy(update={"id": f"{clause.id}-{number}"}) for clause in section.clauses
                ),
            }
        )
        for number in range(times)
        for section in protocol.sections
    )
    manifest = protocol.manifest.model_copy(update={"sections": tuple(each.id for each in sections)})
    return protocol.model_copy(update={"manifest": manifest, "sections": sections})


def cost(protocol: Protocol) -> tuple[int, float]:
    """Return how many clauses a protocol has, and the seconds that the checks take on it."""
    outline = assemble(protocol)
    start = time.process_time()
    run(protocol, outline, {})
    return sum(len(section.clauses) for section in protocol.sections), time.process_time() - start


def main(folder: Path) -> int:
    """Print a line for each size, and whether the cost of a clause keeps to the bar."""
    protocol = load_leniently(Folder(folder)).protocol
    cost(protocol)  # what is made once is no part of it
    each = []
    for times in TIMES:
        clauses, seconds = cost(repeated(protocol, times))
        each.append(seconds / clauses * 1000)
        print(f"{clauses:>7,} clauses  {seconds:6.2f} s  {each[-1]:.2f} ms a clause")
    growth = each[-1] / each[0]
    print(f"growth of a clause's cost: {growth:.2f} (bar {BAR})")
    return int(growth > BAR)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
