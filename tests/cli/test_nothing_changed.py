"""What an editor, a computer or a tidy colleague does to files is no change of the protocol."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import write

Type = Callable[..., object]
PROTOCOL = Path(__file__).parents[2] / "protocol"


def rewrapped(text: str) -> str:
    """Break the lines of prose at 50 letters."""
    return re.sub(r"^( {6,})([A-Z][^\n]{50,})$", _wrapped, text, flags=re.MULTILINE)


def _wrapped(line: re.Match[str]) -> str:
    indent, words = line.groups()
    return textwrap.fill(words, 50, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def joined(text: str) -> str:
    """Put all sentences of a paragraph on one line."""
    return re.sub(r"(?<=\.)\n {6}(?=[A-Z])", " ", text)


def reordered(text: str) -> str:
    """Put what a clause provides before its id."""
    return re.sub(r"  - id: (\S+)\n    provides: (\[.*\])\n", r"  - provides: \2\n    id: \1\n", text)


def commented(text: str) -> str:
    return re.sub(r"^(  - id:)", r"  # Looked at again in June.\n\1", text, flags=re.MULTILINE)


def windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


WAYS = (rewrapped, joined, reordered, commented, windows, decomposed)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_protocol_that_says_the_same_has_no_changes(
    tmp_path: Path, type_: Type, way: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PROTOCOL, "old")
    accented = "council:\n  name: Cyngor Bwrdeistref Enghraifft Ŵyl"
    manifest = Path("old/protocol.yaml").read_text("utf-8")
    Path("old/protocol.yaml").write_text(re.sub(r"council:\n  name: .*", accented, manifest), "utf-8")
    shutil.copytree("old", "new")
    touched = 0
    for file in Path("new").glob("*.yaml"):
        before = file.read_text("utf-8")
        file.write_bytes(way(before).encode())
        touched += way(before) != before
    assert touched
    said = type_("redline", "old", "new", "--to", "json")
    assert said.err.startswith("The texts say the same.")
    assert not re.findall(r'"(?:born|gone)": [1-9]', Path("build/redline-old-to-new.json").read_text("utf-8"))


def test_the_order_of_hashes_changes_no_byte(tmp_path: Path) -> None:
    old = "# Protocol\n\n## 1. Advice\n\n" + "".join(
        f"1.{number} Members should tell officer {number} of matter {number % 7} in good time.\n\n"
        for number in range(1, 40)
    )
    new = re.sub(r"should tell officer (\d)\b", r"must ask officer \1", old).replace("1.39 ", "1.40 ")
    write(tmp_path, {"old.md": old, "new.md": new})
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        asked = f"redline old.md new.md --to json --to html --to text --out {out}"
        subprocess.run(
            [sys.executable, "-m", "protobuild", *asked.split()],
            cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        made.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert made[0] == made[1]
    assert {Path(name).suffix for name in made[0]} >= {".json", ".html", ".txt"}
