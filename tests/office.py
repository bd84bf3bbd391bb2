"""Ask LibreOffice what it makes of Word files."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

BRIDGE = Path(__file__).with_name("clients") / "office_bridge.py"
PYTHON = os.environ.get("OFFICE_PYTHON", "/usr/bin/python3")
"""The Python that knows the office program; Debian's own."""


def opened(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Return each file's paragraphs, changes accepted and rejected: number, style, words and cell."""
    done = subprocess.run(
        [PYTHON, str(BRIDGE)],
        input="".join(f"{file}\n" for file in files),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
