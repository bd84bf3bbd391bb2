"""`check` starts fast because it leaves alone what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROTOCOL = Path(__file__).resolve().parents[2] / "protocol"

WORK = """
import sys
from pathlib import Path
from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.store.load import load
from protobuild.store.tree import Folder
loaded = load(Folder(Path(sys.argv[1])))
outline = assemble(loaded.protocol, numbers=loaded.numbers, places=loaded.places)
run(loaded.protocol, outline, loaded.places)
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(PROTOCOL)], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("heavy", ["weasyprint", "git", "rapidfuzz", "docx", "lxml", "jinja2"])
def test_a_check_imports_nothing_heavy(imported: set[str], heavy: str) -> None:
    assert "protobuild.check.references" in imported
    assert heavy not in imported
