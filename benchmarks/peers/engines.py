"""The engines that are compared, each with what it is given and how its result is read."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from benchmarks.peers import documents, ours, results
from benchmarks.peers.segments import KEPT, STRUCK, WORD, WRITTEN, Segment

from protobuild.model.outline import Outline
from protobuild.redline.compare import redline

Texts = tuple[Any, Any]
_TOKENS = re.compile(WORD.pattern + r"|\s+|[^\w\s]")
OPS = {" ": KEPT, "-": STRUCK, "+": WRITTEN}
SIGNS = ("\x01", "\x02", "\x03", "\x04")


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine: what it is given, what is measured, and how its result becomes segments."""

    name: str
    needs: str
    """The module it imports, or the command it runs; empty when we bring it."""
    given: Callable[[Outline], Any]
    compare: Callable[[Any, Any], Any]
    read: Callable[[Any], Sequence[Segment]]
    ids: bool = True
    """Whether it may know provisions by their ids; no peer can."""
    pairs: bool = True
    """Whether it is tried on the pairs, or is a setting of another that matters for moves only."""
    moves: bool = False
    """Whether it can show moves at all."""

    @property
    def ours(self) -> bool:
        """Whether it is ours."""
        return not self.needs


def _ours(old: Outline, new: Outline, *, ids: bool) -> Outline:
    return redline(old, new, ids=ids)


def _dmp(old: str, new: str) -> list[Segment]:
    """Compare by words: each word stands for a letter, as the library's wiki advises."""
    from diff_match_patch import diff_match_patch

    letters: dict[str, str] = {}
    back: list[str] = []

    def squeeze(text: str) -> str:
        for token in _TOKENS.findall(text):
            if token not in letters:
                code = len(back) + 1
                letters[token] = chr(code if code < 0xD800 else code + 0x800)
                back.append(token)
        return "".join(letters[token] for token in _TOKENS.findall(text))

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(squeeze(old), squeeze(new), False)
    engine.diff_cleanupSemantic(found)
    ops = {0: KEPT, -1: STRUCK, 1: WRITTEN}
    words = {letter: token for token, letter in letters.items()}
    return [Segment(ops[op], "".join(words[letter] for letter in text)) for op, text in found]


def _redlines(old: str, new: str) -> str:
    from redlines import Redlines

    return str(Redlines(old, new, markdown_style="none").output_markdown)


def _paragraphs(outline: Outline) -> str:
    """Return lines with an empty one between, which is how `redlines` knows paragraphs."""
    return documents.markdown(outline).replace("\n", "\n\n")


def _files(command: Sequence[str], old: str, new: str) -> str:
    """Return what a command that compares two files prints."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.txt", "new.txt")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_bytes(text.encode())
        done = subprocess.run([*command, *map(str, paths)], capture_output=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout.decode()


def _wdiff(old: str, new: str) -> str:
    return _files(["wdiff", *(f"-{flag}{sign}" for flag, sign in zip("wxyz", SIGNS, strict=True))], old, new)


def _git(old: str, new: str) -> tuple[str, str]:
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", "--unified=10000000"]
    return old, _files(command, old, new)


def _read_git(result: tuple[str, str]) -> list[Segment]:
    """Return the segments of git's own notation: a sign before each piece, `~` for a line's end."""
    old, said = result
    if not said:
        return [Segment(KEPT, old)]
    rows = said.partition("@@\n")[2].splitlines()
    out: list[Segment] = []
    for before, row, after in zip(["", *rows], rows, [*rows[1:], ""], strict=False):
        if row == "~":
            same = before[:1] == after[:1] and before[:1] in OPS
            out.append(Segment(OPS[before[:1]] if same else KEPT, "\n"))
        elif row[:1] in OPS:  # it compares words and drops what parts them
            out += [Segment(OPS[row[:1]], row[1:]), Segment(KEPT, " ")]
    return out


def _lxml(old: str, new: str) -> str:
    from lxml.html.diff import htmldiff

    return str(htmldiff(old, new))


def _read_lxml(result: str) -> list[Segment]:
    from lxml import etree, html

    root = ElementTree.fromstring(etree.tostring(html.fragment_fromstring(result, create_parent="div")))
    return results.in_html(root, lambda one: ({"ins": WRITTEN, "del": STRUCK}.get(one.tag, ""), False))


def _xmldiff(old: str, new: str) -> str:
    from xmldiff import formatting, main

    formatter = formatting.XMLFormatter(
        normalize=formatting.WS_BOTH,
        text_tags=("p", "h2", "li"),
        formatting_tags=("strong", "em", "a"),
    )
    return str(main.diff_texts(f"<div>{old}</div>", f"<div>{new}</div>", formatter=formatter))


def _read_xmldiff(result: str) -> list[Segment]:
    return results.in_html(ElementTree.fromstring(result), _xmldiff_mark)


def _xmldiff_mark(element: ElementTree.Element) -> tuple[str, bool]:
    names = {element.tag.removeprefix(results.DIFF) if results.DIFF in element.tag else ""}
    names |= {name.removeprefix(results.DIFF) for name in element.attrib if results.DIFF in name}
    dressed = bool(names & {"insert-formatting", "delete-formatting", "update-attr", "add-attr"})
    return (WRITTEN if "insert" in names else STRUCK if "delete" in names else ""), dressed


def _docxodus(old: bytes, new: bytes, **settings: Any) -> bytes:
    from python_redlines import DocxodusEngine

    return bytes(DocxodusEngine().run_redline("Example", old, new, detect_moves=True, **settings)[0])


def _read_wdiff(result: str) -> list[Segment]:
    """Return the segments; white space is printed with the word that follows it in its own text."""
    return list(results.between_signs(re.sub(r"(\s+)([\x01\x03])", r"\2\1", result), SIGNS[:2], SIGNS[2:]))


def _read_redlines(result: str) -> list[Segment]:
    """Return the segments; a pilcrow is a paragraph's end, and none of its ends is inside an `ins`."""
    told = result.replace("¶ ", "\n").replace("</ins>\n\n<ins>", "\n")
    return list(results.between_signs(told, ("<del>", "</del>"), ("<ins>", "</ins>")))


def _segments(outline: Outline) -> list[Segment]:
    return list(ours.segments(outline))


ENGINES: tuple[Engine, ...] = (
    Engine("protobuild, ids", "", lambda text: text, partial(_ours, ids=True), _segments, moves=True),
    Engine(
        "protobuild, no ids",
        "",
        lambda text: text,
        partial(_ours, ids=False),
        _segments,
        ids=False,
        moves=True,
    ),
    Engine(
        "Docxodus (python-redlines)",
        "python_redlines",
        documents.word,
        _docxodus,
        results.in_word,
        moves=True,
    ),
    Engine(
        "Docxodus, moves from 0.6",
        "python_redlines",
        documents.word,
        partial(_docxodus, move_similarity_threshold=0.6),
        results.in_word,
        pairs=False,
        moves=True,
    ),
    Engine("diff-match-patch, words", "diff_match_patch", documents.markdown, _dmp, list),
    Engine("redlines", "redlines", _paragraphs, _redlines, _read_redlines),
    Engine("lxml.html.diff", "lxml", documents.html, _lxml, _read_lxml),
    Engine("xmldiff", "xmldiff", documents.html, _xmldiff, _read_xmldiff),
    Engine("wdiff", "wdiff", documents.markdown, _wdiff, _read_wdiff),
    Engine("git --word-diff", "git", documents.markdown, _git, _read_git),
)
