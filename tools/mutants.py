"""Change the engine in small ways, one at a time, and see whether its tests notice.

    make mutants
    .venv/bin/python tools/mutants.py 'protobuild.redline.wording.settle.*'

Works on a copy of what is committed, with one worker at low priority, and prints a table of the
files and the survivors of each. What is changed, and by which tests it is tried, is told in
`[tool.mutmut]` of pyproject.toml.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOL = Path(sys.executable).with_name("mutmut")
SURVIVED = frozenset({0, 5, 33})
"""How a mutant ends that no test noticed, the last two because no test ran it."""
EXAMPLES = "3"
"""How many random texts each law is tried on for every mutant; the cases do most of the work."""


def main(names: list[str]) -> None:
    """Try the mutants of these names, or all, and print what became of them."""
    with tempfile.TemporaryDirectory() as folder:
        copy_committed(Path(folder))
        environment = {**os.environ, "PROTOBUILD_EXAMPLES": EXAMPLES}
        subprocess.run([TOOL, "run", "--max-children", "1", *names], cwd=folder, env=environment, check=False)
        print("\n".join(report(Path(folder) / "mutants")))


def copy_committed(folder: Path) -> None:
    """Lay what is committed into the folder."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)


def report(folder: Path) -> Iterator[str]:
    """Yield a row for each file, then how each survivor differs from the code."""
    yield "| File | Mutants | Killed | Share |\n| --- | ---: | ---: | ---: |"
    left: list[str] = []
    total = killed = 0
    for file in sorted(folder.rglob("*.py.meta")):
        ends = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
        tried = {name: end for name, end in ends.items() if end is not None}
        if not tried:
            continue
        survivors = [name for name, end in tried.items() if end in SURVIVED]
        name = file.relative_to(folder / "src" / "protobuild").with_suffix("")
        yield row(f"`{name}`", len(tried), len(tried) - len(survivors))
        total, killed, left = total + len(tried), killed + len(tried) - len(survivors), left + survivors
    yield row("all", total, killed)
    for survivor in left:
        yield f"\n{survivor}\n{difference(survivor, folder.parent)}"


def row(name: str, total: int, killed: int) -> str:
    """Return a row of the table."""
    return f"| {name} | {total} | {killed} | {killed / max(1, total):.1%} |"


def difference(name: str, folder: Path) -> str:
    """Return the lines that a mutant took out and put in."""
    shown = subprocess.run([TOOL, "show", name], cwd=folder, check=False, capture_output=True, text=True)
    lines = shown.stdout.splitlines()
    return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


if __name__ == "__main__":
    os.nice(15)
    main(sys.argv[1:])
