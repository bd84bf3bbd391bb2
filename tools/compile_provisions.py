"""Compile the catalogue of provisions from the YAML people edit to the JSON the program reads."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ruamel.yaml import YAML

MODEL = Path(__file__).resolve().parents[1] / "src" / "protobuild" / "model"
SOURCE = MODEL / "provisions.yaml"
COMPILED = MODEL / "provisions.json"


def compiled(source: Path = SOURCE) -> str:
    """Return the catalogue as JSON, one provision a line, in the order of the YAML."""
    rows = YAML(typ="safe", pure=True).load(source.read_text("utf-8"))
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main() -> None:
    """Write the compiled catalogue beside its source."""
    COMPILED.write_text(compiled(), encoding="utf-8")
    sys.stdout.write(f"Wrote {COMPILED.name}.\n")


if __name__ == "__main__":
    main()
