"""Read the Markdown of prose: emphasis, links, lists, quotations and `[[references]]`, nothing more."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from protobuild.model.outline import Kind
from protobuild.model.runs import Run, Runs, tidy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

SAFE_ADDRESS = re.compile(r"^(https?://|mailto:|#)", re.IGNORECASE)
REFERENCE = re.compile(r"\[\[([a-z][a-z0-9-]*(?::[a-z0-9-]+)?)\]\]")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPECIAL = re.compile(r"[*_\[\]\\<>&`]|^\s*(?:[-+*>#]|\d+[.)])\s|\n\s*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of prose, a list item or a quotation, with how deep it lies in the prose."""

    kind: Kind
    depth: int
    """0 for a plain paragraph; each list or quotation around it adds one."""
    runs: Runs
    label: str = ""
    """The label of an ordered list's item, such as `2.`."""


def fold(text: str) -> str:
    """Return the text in NFC with runs of ordinary white space as one space.

    Non-breaking spaces and quotation marks are kept: they are the author's choice.
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


@lru_cache(maxsize=4096)
def read_inline(text: str) -> Runs:
    """Return the runs of one paragraph of Markdown; a hard line break is a newline in a run."""
    if not _SPECIAL.search(text):
        folded = fold(text)
        return (Run(folded),) if folded else ()
    return _inline_runs(_parser().parseInline(unicodedata.normalize("NFC", text.strip()))[0])


@lru_cache(maxsize=4096)  # two versions, and the checks of each, read mostly the same words
def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs, list items and quotations of a clause's prose, in reading order.

    A paragraph all in bold is a heading inside the provision, as councils write them.
    """
    if not _SPECIAL.search(text):
        runs = read_inline(text)
        return (Block(Kind.CONTINUATION, 0, runs),) if runs else ()
    return tuple(_blocks(_parser().parse(unicodedata.normalize("NFC", text))))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero")
    parser.enable(["emphasis", "link", "escape", "newline", "autolink", "list", "blockquote"])
    parser.validateLink = lambda url: bool(SAFE_ADDRESS.match(url))  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "reference", _read_reference)
    return parser


def _read_reference(state: StateInline, silent: bool) -> bool:
    found = REFERENCE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = found.group(1)
    state.pos = found.end()
    return True


def _blocks(tokens: list[Token]) -> list[Block]:
    out: list[Block] = []
    around: list[str] = []  # the lists and quotations now open, innermost last
    fresh = ""  # the label of a list item whose first paragraph is still to come
    first = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "blockquote_open":
                around.append(token.type)
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                around.pop()
            case "list_item_open":
                fresh = f"{token.info}{token.markup}" if token.info else ""
                first = True
            case "inline":
                runs = _inline_runs(token)
                if not runs:
                    continue
                kind = _block_kind(around, first, runs)
                if kind is Kind.SUBHEADING:
                    runs = tuple(Run(run.text, run.style - {"strong"}, run.href, run.ref) for run in runs)
                out.append(Block(kind, len(around), tidy(runs), fresh if first else ""))
                first, fresh = False, ""
    return out


def _block_kind(around: list[str], first: bool, runs: Runs) -> Kind:
    if around and around[-1] == "blockquote_open":
        return Kind.QUOTATION
    if first:
        return Kind.BULLET
    if not around and all("strong" in run.style for run in runs):
        return Kind.SUBHEADING
    return Kind.CONTINUATION


def _inline_runs(token: Token) -> Runs:
    out: list[Run] = []
    style: set[str] = set()
    href = ""
    for child in token.children or ():
        match child.type:
            case "strong_open":
                style.add("strong")
            case "strong_close":
                style.discard("strong")
            case "em_open":
                style.add("emphasis")
            case "em_close":
                style.discard("emphasis")
            case "link_open":
                href = str(child.attrs.get("href", ""))
            case "link_close":
                href = ""
            case "softbreak":
                out.append(Run(" ", frozenset(style), href))
            case "hardbreak":
                out.append(Run("\n", frozenset(style), href))
            case "reference":
                out.append(Run("", frozenset(style), href, child.content))
            case _:
                out.append(Run(_SPACE.sub(" ", child.content), frozenset(style), href))
    return _trim(tidy(out))


def _trim(runs: Runs) -> Runs:
    """Drop the white space at both ends, which no reader sees."""
    out = list(runs)
    while out and not out[0].ref and not out[0].text.strip(" "):
        out.pop(0)
    while out and not out[-1].ref and not out[-1].text.strip(" \n"):
        out.pop()
    if out and not out[0].ref:
        out[0] = Run(out[0].text.lstrip(" "), out[0].style, out[0].href)
    if out and not out[-1].ref:
        out[-1] = Run(out[-1].text.rstrip(" \n"), out[-1].style, out[-1].href)
    return tidy(out)
