"""Make what was asked for, put it in the output folder, and keep the page that lists it all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click

from protobuild.cli.options import DEFAULT
from protobuild.cli.program import FAULTS, FINE
from protobuild.cli.session import Session
from protobuild.cli.word import remark_typed
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.publish.again import inputs_of, sum_of
from protobuild.publish.faults import PdfUnavailableError
from protobuild.publish.files import write_files
from protobuild.publish.formats import FORMATS, Paper
from protobuild.render.index import Row, write_index
from protobuild.render.theme import PLAIN, Theme
from protobuild.render.views import WHOLE, View

INDEX = "index.html"
LEDGER = ".outputs.json"
"""What each file of the folder is, so that the index can list what earlier runs made."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to publish: what it is, and what its files are called."""

    given: Redlined | Outline
    title: str
    """The protocol's title, for the index."""
    stem: str
    """The files' name without ending."""
    name: str
    """What it is, in plain words."""
    about: str
    """Who it is for."""
    draft: str = ""
    """The check mark of the draft it shows; empty when it shows none."""
    view: View = WHOLE
    """How much of a redline is shown, and how."""
    theme: Theme = PLAIN
    """The council's own look."""


@dataclass(frozen=True, slots=True)
class Made:
    """What goes into one file."""

    data: bytes
    inputs: str = ""
    """A hash of all that a PDF was made from."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One file in the output folder, as the ledger keeps it."""

    file: str
    stem: str
    name: str
    form: str
    about: str
    text: str
    """A hash of the page of what it was made from."""
    draft: str = ""
    """The check mark of the draft it was made from; empty when it shows none."""
    outdated: bool = False
    """Whether the draft has changed since."""
    inputs: str = ""
    """A hash of all that a PDF was made from; empty for the rest, which takes no time to make."""
    sum: str = ""
    """The SHA-256 of that PDF."""


def publish(session: Session, work: Work, outputs: Sequence[str], folder: Path) -> int:
    """Make the outputs, write them with the index, say so, and return the exit code.

    Everything is made before anything is written. Without the libraries that PDF needs,
    the rest is written; that is a fault only when a PDF was asked for.
    """
    made: dict[str, Made] = {}
    code = FINE
    for output in dict.fromkeys(outputs or DEFAULT):
        try:
            made[output] = _make(session, work, output, folder)
        except PdfUnavailableError as error:
            click.echo(f"{'error' if outputs else 'warning'}: {error.message} {error.fix}", err=True)
            code = FAULTS if outputs else FINE
    if made:
        removed = _write(work, made, folder)
        _tell(session, work, made, folder)
        for name in removed:
            shown = session.shown(folder / name)
            session.say(f"{shown} had been made from an earlier text, and was removed.")
    return code


def _make(session: Session, work: Work, output: str, folder: Path) -> Made:
    """Return what was asked for; a PDF that was made from the same before is kept."""
    form = FORMATS[output]
    if output == "docx":
        remark_typed(session, work.given, work.view)
    if not isinstance(form.write, Paper):
        return Made(form.write(work.given, work.view, work.theme))
    page = form.write.page(work.given, work.view, work.theme)
    inputs = inputs_of(page, *form.write.look)
    kept = _kept(folder, _file(work, output), inputs)
    if kept is not None:
        return Made(kept, inputs)
    session.say(f"Making the {form.label}, which takes a few seconds ...")
    return Made(form.write.draw(work.given, page, work.view, work.theme), inputs)


def _kept(folder: Path, file: str, inputs: str) -> bytes | None:
    """Return the PDF made before, if it is whole and was made from the very same."""
    row = next((row for row in _read_ledger(folder) if row.file == file and row.inputs == inputs), None)
    try:
        data = (folder / file).read_bytes() if row else b""
    except OSError:
        return None
    return data if row and sum_of(data) == row.sum else None


def _write(work: Work, made: Mapping[str, Made], folder: Path) -> list[str]:
    """Write what was made with the index of all there is; return the names of files removed."""
    files = {_file(work, output): each.data for output, each in made.items()}
    # The page shows all that any output does.
    page = made["html"].data if "html" in made else FORMATS["html"].write(work.given, work.view, work.theme)
    text = sum_of(page)
    fresh = [_listed(work, output, text, each) for output, each in made.items()]
    before = [row for row in _read_ledger(folder) if row.file not in files and (folder / row.file).is_file()]
    # A page of the text before must not stand beside a PDF of the text after.
    stale = [row for row in before if row.stem == work.stem and row.text != text]
    kept = [_aged(row, work.draft) for row in before if row not in stale]
    rows = sorted([*kept, *fresh], key=_order)
    ledger = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)
    write_files(folder, files | {INDEX: _index(work, rows).encode(), LEDGER: ledger.encode()})
    for row in stale:
        (folder / row.file).unlink(missing_ok=True)
    return [row.file for row in stale]


def _aged(row: Listed, draft: str) -> Listed:
    """Return the row, saying whether it shows another draft than the one just published."""
    return replace(row, outdated=row.draft != draft) if row.draft and draft else row


def _file(work: Work, output: str) -> str:
    return work.stem + FORMATS[output].suffix


def _listed(work: Work, output: str, text: str, made: Made) -> Listed:
    label = FORMATS[output].label
    row = Listed(_file(work, output), work.stem, work.name, label, work.about, text, work.draft)
    return replace(row, inputs=made.inputs, sum=sum_of(made.data)) if made.inputs else row


def _order(row: Listed) -> tuple[str, int]:
    """Sort by what a file shows, then in the order of the formats."""
    labels = [form.label for form in FORMATS.values()]
    return row.stem, labels.index(row.form) if row.form in labels else len(labels)


def _index(work: Work, rows: Iterable[Listed]) -> str:
    listed = (Row(row.file, row.name, _form(row), row.about) for row in rows)
    return write_index(work.title, listed, work.theme)


def _form(row: Listed) -> str:
    return f"{row.form}, made before the draft was last changed" if row.outdated else row.form


def _read_ledger(folder: Path) -> list[Listed]:
    """Return what earlier runs wrote; a ledger that cannot be read is begun anew."""
    try:
        return [Listed(**row) for row in json.loads((folder / LEDGER).read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _tell(session: Session, work: Work, made: Iterable[str], folder: Path) -> None:
    if session.quiet:
        return
    for output in made:
        click.echo(f"  {session.shown(folder / _file(work, output))}  ({FORMATS[output].label})")
    click.echo(f"Everything made is listed in {session.shown(folder / INDEX)}")
