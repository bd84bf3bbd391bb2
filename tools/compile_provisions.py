"""Compile the catalogue and its authorities from the YAML people edit to the JSON the program reads."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

MODEL = Path(__file__).resolve().parents[1] / "src" / "protobuild" / "model"
SOURCES = (MODEL / "provisions.yaml", MODEL / "authorities.yaml")


def compiled(source: Path) -> str:
    """Return a register as JSON, one entry a line, in the order of the YAML."""
    data = YAML(typ="safe", pure=True).load(source.read_text("utf-8"))
    if isinstance(data, list):
        return _rows(data) + "\n"
    return "{\n" + ",\n".join(f'"{name}": {_rows(rows)}' for name, rows in data.items()) + "\n}\n"


def _rows(rows: list[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"


def main() -> None:
    """Write each compiled register beside its source."""
    for source in SOURCES:
        source.with_suffix(".json").write_text(compiled(source), encoding="utf-8")
        sys.stdout.write(f"Wrote {source.stem}.json.\n")


if __name__ == "__main__":
    main()
