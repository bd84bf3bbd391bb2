"""Tables: rows and cells as Word has them, rows inserted or deleted as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protobuild.interchange.docx.writing.layout import Row, Table
from protobuild.interchange.docx.writing.paragraphs import Sheet, write_para
from protobuild.interchange.docx.writing.runs import tag_of
from protobuild.interchange.docx.writing.xml import attribute

WIDTH = 9070
"""How wide the words of a page are, in twentieths of a point."""


def write_table(table: Table, sheet: Sheet) -> str:
    """Return a table as wide as the page, its first rows repeated on every page where they name columns."""
    columns = max(len(row.cells) for row in table.rows)
    said = "".join(each.text for each in (*table.caption.heading, *table.caption.body) if each.fate.new)
    rows = "".join(_row(row, columns, sheet) for row in table.rows)
    return f"{opening((WIDTH // columns,) * columns, said)}{rows}</w:tbl>"


def opening(columns: Sequence[int], caption: str = "") -> str:
    """Return the beginning of a table with columns so wide; its caption is told to who cannot see it."""
    told = f'<w:tblCaption w:val="{attribute(caption)}"/>' if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ProtocolTable"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="0" w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _row(row: Row, columns: int, sheet: Sheet) -> str:
    at = row.cells[0][0].pieces[0].at
    mark = "" if row.fate.kept else f"<w:{tag_of(row.fate, '')} {sheet.pen.ink.stamp(row.fate.round, at)}/>"
    header = "<w:tblHeader/>" if row.header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}{mark}</w:trPr>{''.join(_cells(row, columns, sheet))}</w:tr>"


def _cells(row: Row, columns: int, sheet: Sheet) -> Iterator[str]:
    """Yield the cells; the last of a row that has fewer than the others is as wide as is left."""
    for number, cell in enumerate(row.cells, 1):
        over = columns - number + 1 if number == len(row.cells) else 1
        words = "".join(write_para(para, sheet, in_cell=True, column=row.header) for para in cell)
        yield f"<w:tc><w:tcPr>{_wide(over, columns)}</w:tcPr>{words}</w:tc>"


def _wide(over: int, columns: int) -> str:
    span = f'<w:gridSpan w:val="{over}"/>' if over > 1 else ""
    return f'<w:tcW w:w="{WIDTH // columns * over}" w:type="dxa"/>{span}'
