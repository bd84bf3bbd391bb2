"""Run one engine on one pair of texts in a process of its own, and tell its time, memory and result.

    python -m benchmarks.peers.measure ENGINE GIVEN RESULT

GIVEN and RESULT are pickles. Time is that of the comparison alone, with any process it starts;
memory is the greatest at one time of this process or of one it starts.
"""

from __future__ import annotations

import gc
import pickle
import resource
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
LIMIT = 100
"""Seconds an engine may take before it is given up."""
FLOOR = 0.2
"""Seconds below which a comparison is measured again, and the least taken."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one engine did with one pair."""

    segments: list[Segment]
    cpu: float
    """Seconds of the processor."""
    memory: int
    """Most memory held at one time, in MB."""


class FailedError(RuntimeError):
    """The engine gave no result; the text says why."""


def measure(engine: Engine, old: Any, new: Any) -> Run:
    """Return what the engine does with what it is given; FailedError when it fails or is too slow."""
    with tempfile.TemporaryDirectory() as folder:
        given, result = Path(folder, "given"), Path(folder, "result")
        given.write_bytes(pickle.dumps((old, new)))
        command = [sys.executable, "-m", "benchmarks.peers.measure", engine.name, str(given), str(result)]
        try:
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=LIMIT + 20)
        except subprocess.TimeoutExpired as error:
            raise FailedError(f"> {LIMIT} s") from error
        except subprocess.CalledProcessError as error:
            raise FailedError(error.stderr.strip().splitlines()[-1][:80]) from error
        out: Run = pickle.loads(result.read_bytes())
        return out


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _timed(engine: Engine, old: Any, new: Any) -> tuple[Any, float]:
    start = _cpu()
    made = engine.compare(old, new)
    return made, _cpu() - start


def _main(name: str, given: Path, result: Path) -> None:
    engine = next(one for one in ENGINES if one.name == name)
    old, new = pickle.loads(given.read_bytes())
    gc.freeze()  # what the text holds is no work of the engine's
    made, cpu = _timed(engine, old, new)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    for _ in range(4 if cpu < FLOOR else 0):
        cpu = min(cpu, _timed(engine, old, new)[1])
    result.write_bytes(pickle.dumps(Run(list(engine.read(made)), cpu, peak // 1024)))


if __name__ == "__main__":
    from benchmarks.peers.measure import _main as main  # the classes it pickles live there

    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
