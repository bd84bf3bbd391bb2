"""Write values as YAML in the house style: prose in blocks, a sentence a line, quotes only where needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from protobuild.model.protocol import Manifest, Section
from protobuild.store.fields import bare, below, fields
from protobuild.store.places import Path, Value
from protobuild.store.sentences import laid_out

PROSE = frozenset({"text", "lead_in", "closing", "front", "note"})
"""Fields written as a block, so that no colon or `#` in their words can do harm."""

SHORT = 100
"""An item, a step or a note of one sentence this short stands in the line of its key."""

_PLAIN = re.compile(r"[^\W_][^\n\t]*|[“‘(£/.][^\n\t]+")
_UNSAFE = re.compile(r": |:$| #|^\s|\s$")
_FLOW = re.compile(r"[,\[\]{}]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LISTS = frozenset({"items", "steps", "examples"})
_NAMES = frozenset({"provides", "columns", "gaps", "retired"})


HEAD: Path = (-1,)
END: Path = ()
"""Where comments on the whole file belong: above everything, below everything."""


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments that belong to a key or an entry."""

    before: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    """What the writer knows beside the data."""

    comments: Mapping[Path, Comments] = field(default_factory=dict)

    def before(self, path: Path, margin: str) -> Iterator[str]:
        """Yield the comment lines above a key or an entry."""
        comments = self.comments.get(path, Comments())
        for line in comments.before:
            yield f"{margin}{line}".rstrip()

    def beside(self, path: Path) -> str:
        """Return the comment at the end of a key's line."""
        comments = self.comments.get(path)
        return f"  {comments.beside}" if comments and comments.beside else ""


def write_yaml(data: Value, comments: Mapping[Path, Comments] | None = None) -> str:
    """Return the YAML text of a value; reading it gives the same words back.

    Keys of a manifest or a section come in the model's order, all others as they are.
    """
    style = _Style(comments or {})
    body = _block(data, (), "", _model(data), style)
    lines = [*style.before(HEAD, ""), *body, *style.before(END, "")]
    return "\n".join(lines) + "\n"


def _model(data: Value) -> object:
    if isinstance(data, dict) and "clauses" in data:
        return Section
    return Manifest if isinstance(data, dict) and "sections" in data else None


def _block(value: Value, path: Path, margin: str, shape: object, style: _Style) -> Iterator[str]:
    """Yield the lines of a mapping or list, or of a lone value."""
    if isinstance(value, dict) and value:
        for key in _ordered(value, shape):
            here = (*path, key)
            yield from style.before(here, margin)
            yield from _entry(f"{margin}{quoted(key)}:", value[key], here, margin, below(shape, key), style)
    elif isinstance(value, list) and value:
        for number, each in enumerate(value):
            yield from _listed(each, (*path, number), margin, below(shape, number), style)
    else:
        yield margin + (quoted(value) if isinstance(value, str) else "{}" if value == {} else "[]")


def _entry(head: str, value: Value, path: Path, margin: str, shape: object, style: _Style) -> Iterator[str]:
    """Yield the lines of a key, `head`, and its value."""
    beside = style.beside(path)
    if isinstance(value, str):
        if _as_block(value, path):
            yield f"{head} |{beside}"
            yield from (f"{margin}  {line}" if line else "" for line in _laid(value))
        else:
            yield f"{head} {quoted(value)}{beside}"
    elif not value:
        yield f"{head} {'{}' if isinstance(value, dict) else '[]'}{beside}"
    elif isinstance(value, list) and path[-1] in _NAMES and _in_line(value, path, style):
        yield f"{head} [{', '.join(quoted(str(each), flow=True) for each in value)}]{beside}"
    else:
        yield f"{head}{beside}"
        yield from _block(value, path, margin + "  ", shape, style)


def _listed(value: Value, path: Path, margin: str, shape: object, style: _Style) -> Iterator[str]:
    """Yield the lines of a list's entry, the first of them after its hyphen."""
    yield from style.before(path, margin)
    if isinstance(value, str):
        if _as_block(value, path):
            yield f"{margin}- |{style.beside(path)}"
            yield from (f"{margin}  {line}" if line else "" for line in _laid(value))
        else:
            yield f"{margin}- {quoted(value)}{style.beside(path)}"
        return
    first = True
    for line in _block(value, path, margin + "  ", shape, style):
        words = line[len(margin) + 2 :]
        if first:  # a comment above the first key stands above the hyphen
            yield margin + (words if words.startswith("#") else f"- {words}")
            first = words.startswith("#")
        else:
            yield line


def _ordered(value: dict[str, Value], shape: object) -> list[str]:
    model = bare(shape)
    order = list(fields(model)) if hasattr(model, "model_fields") else []
    return [key for key in order if key in value] + [key for key in value if key not in order]


def _in_line(value: list[Value], path: Path, style: _Style) -> bool:
    """Return whether a list of names fits in its key's line, with no comment inside it."""
    simple = all(isinstance(each, str) and "\n" not in each for each in value)
    bare_of_comments = not any((*path, number) in style.comments for number in range(len(value)))
    return simple and bare_of_comments and sum(len(str(each)) + 2 for each in value) <= 90


def _laid(value: str) -> list[str]:
    return laid_out(value).split("\n")


def _as_block(value: str, path: Path) -> bool:
    """Return whether a value is to be written as a block of lines."""
    laid = _laid(value)
    if _UNSEEN.sub("", value.replace("\n", "")) != value.replace("\n", ""):
        return False
    if not laid[0] or laid[0][0] in " \t" or any(line and not line.strip(" ") for line in laid):
        return False
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if len(laid) > 1:
        return name in PROSE or name in ("rows", "columns") or value.endswith("\n")  # as a block ends
    entry = name == "note" or (len(path) > 2 and path[-3] in _LISTS)
    short = entry and len(value) <= SHORT
    return name in PROSE and not (short and quoted(value) == value)


def quoted(value: str, *, flow: bool = False) -> str:
    """Return a value on one line, with quotation marks only where it would be misread without.

    >>> quoted("note: this")
    "'note: this'"
    """
    plain = _PLAIN.fullmatch(value) and not _UNSAFE.search(value) and not _UNSEEN.search(value)
    if plain and not (flow and _FLOW.search(value)):
        return value
    if not _UNSEEN.search(value) and ("'" not in value or '"' in value):
        return "'" + value.replace("'", "''") + "'"
    return '"' + _UNSEEN.sub(_escape, value.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def _escape(found: re.Match[str]) -> str:
    return {"\n": "\\n", "\t": "\\t"}.get(found.group(), f"\\u{ord(found.group()):04X}")
