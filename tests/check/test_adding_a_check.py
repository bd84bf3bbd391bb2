"""The page on adding a check is true: its file, with its row, is a check."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from protobuild import check
from protobuild.cli.explain import explain
from protobuild.life.opening import open_protocol
from protobuild.model.source import Severity
from small_council import ADVICE, CONDUCT, MANIFEST, write

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-check.md"
_CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LATIN = ADVICE.replace("for advice", "inter alia for advice").replace(
    "Officers answer", "They may say “mutatis mutandis”.\n      Officers answer"
)


def add(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what the page says: make the file, and add the row."""
    file, row = _CODE.findall(PAGE.read_text("utf-8"))
    name = re.search(r"`src/protobuild/check/(\w+)\.py`", PAGE.read_text("utf-8"))
    assert name
    path = folder / f"{name[1]}.py"
    path.write_text(file, "utf-8")
    spec = importlib.util.spec_from_file_location(f"protobuild.check.{name[1]}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    assert row.strip() == f'"{name[1]}": {name[1]}.check,'
    monkeypatch.setattr(check, "CHECKS", {**check.CHECKS, name[1]: module.check})


def test_the_check_of_the_page_finds_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path, monkeypatch)
    write(
        tmp_path,
        {"protocol.yaml": MANIFEST.format(status="draft"), "advice.yaml": LATIN, "conduct.yaml": CONDUCT},
    )
    (found,) = [finding for finding in open_protocol(tmp_path).findings if finding.rule == "latin"]
    assert (found.message, found.severity) == ("'inter alia' is Latin", Severity.NOTE)
    assert (found.place.file, found.place.line) == ("advice.yaml", 6)
    assert found.fix == "Write 'among other things'."


def test_its_docstring_is_its_manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path, monkeypatch)
    monkeypatch.setattr("protobuild.cli.explain.CHECKS", check.CHECKS)
    assert "a rule is said in English" in explain("latin")
