"""Registers as text on the screen, as one page, and as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from protobuild.model.outline import Outline
from protobuild.model.register import Register
from protobuild.render.csv import write_csv
from protobuild.render.markup import el, join
from protobuild.render.register import write_register, write_table
from protobuild.render.theme import PLAIN, Theme


def registers_text(registers: Iterable[Register]) -> str:
    """Return registers as plain text, a block for each row."""
    return "\n".join(line for register in registers for line in _lines(register)) + "\n"


def _lines(register: Register) -> Iterator[str]:
    yield register.title.upper()
    yield register.about
    if not register.rows:
        yield "  (none)"
    for row in register.rows:
        yield ""
        yield f"  {row[0] or '(no number)'}"
        for column, cell in zip(register.columns[1:], row[1:], strict=True):
            if cell:
                first, *more = cell.split("\n")
                yield f"    {column}: {first}"
                yield from (f"      {each}" for each in more)
    yield ""


def registers_page(outline: Outline, registers: Sequence[Register], *, theme: Theme = PLAIN) -> str:
    """Return registers as one page that stands alone: no script, no network, no colour needed."""
    leads = [f"{register.title}: {register.about}" for register in registers]
    tables = (
        write_table(register.title, register.columns, map(_cells, register.rows)) for register in registers
    )
    title = f"Registers: {outline.title}"
    return write_register(title, leads, join(tables), council=outline.cover.council, theme=theme)


def _cells(row: Sequence[str]) -> list[Markup | str]:
    return [join(el("p", part) for part in cell.split("\n")) if "\n" in cell else cell for cell in row]


def register_csv(register: Register) -> str:
    """Return a register as CSV, which a spreadsheet opens as words and never as formulas."""
    return write_csv(register.columns, register.rows)
