"""Run one engine on pairs of texts in a process of its own, and tell its time, memory and results.

    python -m benchmarks.peers.measure ENGINE GIVEN RESULT

GIVEN and RESULT are pickles. Time is that of comparing alone, with any process it starts; memory
is the greatest that this process, or one it starts, held at one time.
"""

from __future__ import annotations

import gc
import pickle
import resource
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers.engines import ENGINES, Engine
from benchmarks.peers.segments import Segment

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 50
"""Seconds of the processor an engine may take before it is given up."""
AGAIN = ((0.5, 4), (10.0, 2))
"""Below so many seconds a comparison is made again so many times, and the least is taken."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one engine made of the pairs."""

    results: list[list[Segment]]
    cpu: float
    """Seconds of the processor, for all pairs."""
    memory: int
    """Most memory held at one time, in MB."""


class FailedError(RuntimeError):
    """The engine gave no result; the text says why."""


def measure(engine: Engine, given: list[tuple[Any, Any]]) -> Run:
    """Return what the engine makes of the pairs; FailedError when it fails or is too slow."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("given", "result")]
        paths[0].write_bytes(pickle.dumps(given))
        command = [sys.executable, "-m", "benchmarks.peers.measure", engine.name, *map(str, paths)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == -signal.SIGPROF:
            raise FailedError(f"> {LIMIT} s")
        if done.returncode:
            raise FailedError((done.stderr.strip().splitlines() or ["killed"])[-1][:80])
        out: Run = pickle.loads(paths[1].read_bytes())
        return out


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _timed(engine: Engine, given: list[tuple[Any, Any]]) -> tuple[list[Any], float]:
    start = _used()
    made = [engine.compare(old, new) for old, new in given]
    return made, _used() - start


def _memory() -> int:
    """Return the most memory in MB; a process's own is read where it does not count its parent's."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status")
    if status.exists():
        own = next(int(line.split()[1]) for line in status.read_text().splitlines() if "VmHWM" in line)
    return max(own, children) // 1024


def run(name: str, given: Path, result: Path) -> None:
    """Measure the named engine on the pickled pairs, and write the pickled result."""
    engine = next(one for one in ENGINES if one.name == name)
    pairs = pickle.loads(given.read_bytes())
    gc.freeze()  # what the texts hold is no work of the engine's
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    made, cpu = _timed(engine, pairs)
    signal.setitimer(signal.ITIMER_PROF, 0)
    memory = _memory()
    for _ in range(next((times for below, times in AGAIN if cpu < below), 0)):
        cpu = min(cpu, _timed(engine, pairs)[1])
    result.write_bytes(pickle.dumps(Run([list(engine.read(one)) for one in made], cpu, memory)))


if __name__ == "__main__":
    from benchmarks.peers import measure as module  # what is pickled is named by its module

    module.run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
