"""Annotated texts: one text that holds an old version, a new one and the ideal redline of the two.

A line is an entry. It begins with what became of it: two spaces (kept), `- ` (dropped), `+ `
(new), `< ` (moved from here), `> ` (moved to here), `-&` (the boundary goes and its words stay: a
merge) or `+&` (a boundary comes among old words: a split). Then its shape: `#` heading, `*` item,
`**` item of an item, `"` quotation, `|` table row, nothing for a paragraph; `p>*` is a paragraph
made an item. Then `{id}` where something refers to it or it moves, `{old>new}` where the id
changes. In the words, `[-struck-]`, `[+new+]`, `[=old=>new=]` for a change of emphasis or of a
link, and `[[id]]` for a reference. The words of a move stand at its new place, with the edits
made on the way; a cell that begins with `+ ` or `- ` came or went with its column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from protobuild.model.outline import Kind

FOLDER = Path(__file__).parent / "pairs"
UNSEEN = FOLDER / "unseen"
OLD, NEW = 0, 1

Face = tuple[int, Kind]
SHAPES: dict[str, Face] = {
    "#": (1, Kind.SECTION),
    "": (2, Kind.PARAGRAPH),
    "p": (2, Kind.PARAGRAPH),
    "*": (3, Kind.ITEM),
    "**": (4, Kind.ITEM),
    '"': (3, Kind.QUOTATION),
    "|": (4, Kind.ROW),
}
_LINE = re.compile(
    r"(?P<sign>[-+<> ][ &]) ?(?:(?P<shapes>(?:[#p\"|]|\*+)(?:>(?:[#p\"]|\*+))?)(?: |$))?"
    r"(?:\{(?P<id>[a-z0-9-]+)(?:>(?P<later>[a-z0-9-]+))?\} ?)?(?P<text>.*)"
)
_MARK = re.compile(r"\[-(?P<struck>.*?)-\]|\[\+(?P<written>.*?)\+\]|\[=(?P<before>.*?)=>(?P<after>.*?)=\]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of an annotated text, and what became of it."""

    sign: str
    faces: tuple[Face, Face]
    ids: tuple[str, str]
    text: str = ""

    def stands(self, side: int) -> bool:
        """Whether its boundary stands in that text."""
        return self.sign[0] in (" -<", " +>")[side]

    @property
    def joins(self) -> bool:
        """Whether its words stand in both texts and its boundary in one."""
        return self.sign[1] == "&"

    @property
    def moves(self) -> bool:
        """Whether it is an end of a move."""
        return self.sign[0] in "<>"

    @property
    def kind(self) -> Kind:
        """What it is in the text it stands in last."""
        return self.faces[NEW][1]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two texts and their ideal redline."""

    title: str
    """A name such as `P01`, and what was changed."""
    units: tuple[Unit, ...]
    expected: dict[str, str]
    """What cannot be read from the annotated text, by name.

    `modals`: those that changed, such as `should > must, - may`. `rewrite`: it holds a passage
    rewritten whole. `layout`: how the new file differs where its text does not. `as good`: marks
    that are as good as the ideal, such as `6 words in 4 pieces`. `numbers`: `none` are typed.
    """

    @property
    def name(self) -> str:
        """The first word of the title."""
        return self.title.split(" ", 1)[0]


@cache
def load(folder: Path) -> tuple[Pair, ...]:
    """Return the pairs of a folder's files: a title, the annotated text and what is expected of it."""
    out: list[Pair] = []
    for file in sorted(folder.glob("*.md")):
        parts = re.split(r"(?m)^\.$\n", file.read_text("utf-8"))
        out += [_pair(*parts[at : at + 3]) for at in range(0, len(parts) - 2, 3)]
    return tuple(out)


def _pair(title: str, text: str, expected: str) -> Pair:
    said = (line.split(":", 1) for line in expected.splitlines() if line.strip())
    return Pair(title.strip(), tuple(parse(text)), {name.strip(): value.strip() for name, value in said})


def parse(text: str) -> list[Unit]:
    """Return the entries of an annotated text; rows come with their table and cells."""
    lines = [line for line in text.splitlines() if line.strip()]
    units = [_unit(line, position) for position, line in enumerate(lines)]
    arriving = {unit.ids[NEW]: unit.text for unit in units if unit.sign[0] == ">"}
    units = [replace(unit, text=arriving[unit.ids[OLD]]) if unit.sign[0] == "<" else unit for unit in units]
    out: list[Unit] = []
    in_table = False
    for unit in units:
        if unit.kind is Kind.ROW:
            out += _row(unit, first=not in_table)
        else:
            out.append(unit)
        in_table = unit.kind is Kind.ROW
    return out


def _unit(line: str, position: int) -> Unit:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"not a line of an annotated text: {line}")
    before, _, after = (found["shapes"] or "").partition(">")
    id = found["id"] or f"{'x' if found['sign'][0] == ' ' else 'yz'[found['sign'][0] == '+']}{position}"
    faces = SHAPES[before], SHAPES[after or before]
    return Unit(found["sign"], faces, (id, found["later"] or id), found["text"])


def _row(row: Unit, *, first: bool) -> Iterator[Unit]:
    """Yield a row and its cells, and its table before the first."""
    part = partial(replace, row, ids=("", ""), text="")
    if first:
        yield part(faces=((3, Kind.TABLE),) * 2)
    yield part(faces=((4, Kind.HEADER if first else Kind.ROW),) * 2)
    for cell in row.text.strip("| ").split("|"):
        said = cell.strip()
        sign = f"{said[0]} " if said[:2] in ("+ ", "- ") else row.sign
        yield part(
            sign=sign, faces=((5, Kind.CELL),) * 2, text=said.removeprefix(sign) if sign != row.sign else said
        )


def spans(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield the words cut by their marks, each with `=`, `-`, `+`, or `~` for `old=>new` looks."""
    at = 0
    for found in _MARK.finditer(unit.text):
        if found.start() > at:
            yield "=", unit.text[at : found.start()]
        match found.lastgroup:
            case "struck":
                yield "-", found["struck"]
            case "written":
                yield "+", found["written"]
            case _:
                yield "~", f"{found['before']}=>{found['after']}"
        at = found.end()
    if at < len(unit.text):
        yield "=", unit.text[at:]


def source(unit: Unit, side: int) -> str:
    """Return the Markdown of the unit in one of the texts."""
    shown: dict[str, Callable[[str], str]] = {
        "=": str,
        "-": lambda text: text if side == OLD else "",
        "+": lambda text: text if side == NEW else "",
        "~": lambda text: text.split("=>")[side],
    }
    return "".join(shown[op](text) for op, text in spans(unit))
