"""Measure what `check` costs on a protocol, against floors taken in the same run.

    python benchmarks/check.py FOLDER

All figures are CPU time and the least of several runs, so that a busy machine matters little.
The whole: `protobuild check` as a process, against a process that only imports the modules it
uses. The stages: in one warm process, against the bare parser and against each other.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML

from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Manifest, Protocol, Section
from protobuild.store.load import load, named
from protobuild.store.parts import read_parts
from protobuild.store.tree import Folder

BAR = 1.3
"""How many times the bare imports a whole `check` may cost."""

SEEN = 1.1
"""How many times the loading the two steps after it may cost."""

HEAVY = ("weasyprint", "git", "rapidfuzz", "docx")
"""Modules that `check` must not import."""

CHECK = "from protobuild.cli.program import run; run(['-C', {folder!r}, '--quiet', 'check'])"


LIST = """
import sys
before = set(sys.modules)
{check}
loaded = {{name: module for name, module in sys.modules.items() if name not in before}}
importable = [
    name for name, module in loaded.items()
    if getattr(module, "__spec__", None) and (name.rpartition(".")[0] or "sys") in sys.modules
]
print("MODULES", *importable, sep="\\n")
"""
"""Lists what a `check` imports, without the inner parts of compiled modules, which have no file."""


def modules(folder: Path) -> list[str]:
    """Return the names of all modules that a `check` of the folder imports."""
    listing = LIST.format(check=CHECK.format(folder=str(folder)))
    said = subprocess.run([sys.executable, "-c", listing], check=True, capture_output=True, text=True).stdout
    return said.rpartition("MODULES\n")[2].split()


def processes(codes: tuple[str, ...], times: int) -> list[float]:
    """Return the least CPU seconds of a process that runs each code, by turns."""
    rounds = [[_process(code) for code in codes] for _ in range(times)]
    return [min(column) for column in zip(*rounds, strict=True)]


def _process(code: str) -> float:
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"A measured process failed: {code[:80]}")
    return usage.ru_utime + usage.ru_stime


def least(work: Callable[[], object], times: int = 15) -> float:
    """Return the least CPU seconds that the work takes in this process."""
    taken = []
    gc.disable()
    for _ in range(times):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    gc.enable()
    return min(taken)


def stages(folder: Path) -> dict[str, float]:
    """Return the CPU seconds of each stage, and of its floor."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))]
    tree = Folder(folder)
    parts, loaded = read_parts(tree), load(tree)
    protocol = loaded.draft
    if protocol is None or parts.manifest is None:
        raise SystemExit("The folder's protocol has errors; put them right first.")
    outline = assemble(protocol, numbers=loaded.numbers, places=loaded.places)

    def validate() -> Protocol:
        assert parts.manifest is not None
        manifest = Manifest.model_validate(parts.manifest.data)
        sections = tuple(Section.model_validate(named(raw)) for raw in parts.sections)
        return Protocol.model_construct(manifest=manifest, sections=sections)

    def seen() -> object:
        return assemble(validate(), numbers=loaded.numbers, places=loaded.places)

    return {
        "bare compose": least(lambda: [YAML(typ="safe").compose(text) for text in texts]),
        "load": least(lambda: load(tree)),
        "validate and assemble": least(seen),
        "checks": least(lambda: run(protocol, outline, loaded.places)),
    }


def main(folder: Path, times: int = 9) -> int:
    """Print the figures; return 1 when a bar is broken."""
    needed = modules(folder)
    heavy = [name for name in HEAVY if name in needed]
    imports = f"from importlib import import_module as i; [i(name) for name in {needed!r}]"
    whole, floor = processes((CHECK.format(folder=str(folder)), imports), times)
    print(f"check, whole process       {whole * 1000:7.1f} ms")
    print(f"its imports alone          {floor * 1000:7.1f} ms")
    print(f"ratio                      {whole / floor:7.2f}     at most {BAR}")
    print(f"heavy modules imported     {', '.join(heavy) or 'none'}")
    figures = stages(folder)
    for name, seconds in figures.items():
        print(f"{name:<26} {seconds * 1000:7.1f} ms")
    load_ratio = figures["load"] / figures["bare compose"]
    seen_ratio = figures["validate and assemble"] / figures["load"]
    print(f"load / bare compose        {load_ratio:7.2f}     at most 1.5")
    print(f"validate, assemble / load  {seen_ratio:7.2f}     at most {SEEN}")
    return int(bool(heavy) or whole > BAR * floor or load_ratio > 1.5 or seen_ratio > SEEN)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder of a protocol: python benchmarks/check.py FOLDER")
    sys.exit(main(Path(sys.argv[1])))
