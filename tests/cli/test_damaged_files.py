"""Damaged files at the command line: findings, no traceback, and build/ as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import ADVICE, write

Type = Callable[..., object]
Damage = Callable[[bytes], bytes]

BOMB = b"".join(
    b"x%d: &x%d [%s]\n" % (level, level, b", ".join([b"*x%d" % (level - 1)] * 9) if level else b"lol")
    for level in range(9)
)


def _first_line_of_text(data: bytes) -> tuple[bytes, bytes]:
    at = data.index(b"\n", data.index(b"text: |")) + 1
    return data[:at], data[at:]


def _in_text(words: bytes) -> Damage:
    def put(data: bytes) -> bytes:
        before, after = _first_line_of_text(data)
        return before + re.sub(rb"^( +)", rb"\g<1>" + words, after, count=1)

    return put


DAMAGES: dict[str, Damage] = {
    "bad indent": lambda data: data.replace(b"  - id:", b" - id:", 1).replace(b"    text:", b"   text:", 1),
    "duplicate key": lambda data: data.replace(b"heading:", b"heading: Twice\nheading:", 1),
    "alias bomb": lambda data: BOMB + data,
    "tab": lambda data: data.replace(b"    text:", b"\ttext:", 1),
    "wrong kind": lambda data: re.sub(rb"kind: \S+", b"kind: impartialty", data, count=1),
    "misspelt key": lambda data: data.replace(b"clauses:", b"clausess:", 1).replace(
        b"- id: ", b"- id: A ", 1
    ),
    "unknown reference": _in_text(b"See [[nowhere]]. "),
    "NUL byte": _in_text(b"A\x00B "),
    "10 MB": lambda data: data + b"# " + b"x" * 10_000_000 + b"\n",
    "Latin-1": _in_text("Café £5 ".encode("latin-1")),
}

HARMLESS: dict[str, Damage] = {
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "BOM": lambda data: b"\xef\xbb\xbf" + data,
}


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _damage_and_try(type_: Type, folder: Path, victim: Path, damage: Damage) -> None:
    before = _snapshot(folder / "build")
    data = victim.read_bytes()
    victim.write_bytes(damage(data))
    assert victim.read_bytes() != data
    checked = type_("-C", str(folder), "check")
    assert checked.code == 1
    assert re.search(rf"{re.escape(victim.name)}:\d+:\d+: error: ", checked.out)
    for words in (("build", "--to", "html"), ("redline", ".", "--to", "html")):
        said = type_("-C", str(folder), *words)
        assert said.code == 1
        assert f"{victim.name}:" in said.err
    assert _snapshot(folder / "build") == before
    victim.write_bytes(data)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_gives_findings_and_leaves_what_was_made(
    project: Path, type_: Type, damage: Damage
) -> None:
    type_("build", "--to", "html")
    _damage_and_try(type_, project, project / "protocol" / "advice.yaml", damage)


@pytest.mark.parametrize("damage", HARMLESS.values(), ids=HARMLESS)
def test_line_ends_and_byte_order_marks_do_no_harm(project: Path, type_: Type, damage: Damage) -> None:
    before = type_("show").out
    path = project / "protocol" / "advice.yaml"
    path.write_bytes(damage(path.read_bytes()))
    assert type_("check").code == 0
    assert type_("show").out == before


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_old_side_is_still_compared_or_refused_in_words(
    project: Path, type_: Type, damage: Damage
) -> None:
    path = project / "changelog" / "2026-01-20-council" / "protocol" / "advice.yaml"
    path.write_bytes(damage(ADVICE.encode()))
    assert type_("redline", "--to", "text").code in (0, 1)


TEXTS = {
    "NUL byte": b"# Protocol\n\n## 1. Advice\n\n1.1 Members\x00 may ask.\n",
    "10 MB": b"# Protocol\n\n" + b"word " * 2_000_000,
    "Latin-1": "# Protocol\n\n1.1 Café and £5.\n".encode("latin-1"),
    "empty": b"",
    "UTF-16": "# Protocol\n\n1.1 Members may ask.\n".encode("utf-16"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_cannot_be_read_is_refused_and_nothing_is_written(
    tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.md").write_bytes(TEXTS[name])
    write(tmp_path, {"good.md": "# Protocol\n\n## 1. Advice\n\n1.1 Members may ask.\n"})
    for words in (("import", "bad.md", "--into", "made"), ("redline", "bad.md", "good.md", "--to", "text")):
        said = type_(*words)
        assert said.code in (1, 2)
        assert "bad.md" in said.err
    assert {path.name for path in tmp_path.iterdir()} == {"bad.md", "good.md"}


@pytest.mark.corpus
@pytest.mark.parametrize("source", ["barnet-adopted.md", "swale-draft.md", "bingley.md"])
def test_a_damaged_copy_of_a_real_protocol_gives_findings(
    corpus: Path, tmp_path: Path, type_: Type, source: str
) -> None:
    folder = tmp_path / "real"
    assert type_("--quiet", "import", str(corpus / source), "--into", str(folder)).code == 0
    assert type_("-C", str(folder), "check").code == 0
    victim = max(folder.glob("[!p]*.yaml"), key=lambda path: path.read_bytes().count(b"text: |"))
    type_("-C", str(folder), "build", "--to", "html")
    for damage in DAMAGES.values():
        _damage_and_try(type_, folder, victim, damage)
