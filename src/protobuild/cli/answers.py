"""Give an answer about the past as text, as a page or as data; on the screen, or in a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from protobuild.cli.session import Session
from protobuild.life.home import Home
from protobuild.life.theme.folder import read_theme
from protobuild.publish.files import write_files
from protobuild.render.theme import Theme

F = TypeVar("F", bound=Callable[..., object])

FORMS = ("text", "html", "json")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, in each of the ways it can be given; only the one asked for is made."""

    text: Callable[[], str]
    page: Callable[[Theme], str]
    data: Callable[[], Mapping[str, object]]


def form_options(verb: F) -> F:
    """Add `--format` and `--out`."""
    verb = click.option(
        "--out", type=click.Path(path_type=Path), help="The file to write; the screen when left out."
    )(verb)
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMS),
        default="text",
        help="`text` to read here, `html` for a page that needs nothing else, `json` for programs.",
    )(verb)


def on_option(verb: F) -> F:
    """Add `--on`, for the day that counts as today."""
    return click.option("--on", "today", help="The day that counts as today; today when left out.")(verb)


def give(
    session: Session, home: Home, answer: Answer, form: str, out: Path | None, *, colour: bool = False
) -> None:
    """Print an answer, or write it to a file and say so; `colour` says whether its text has any."""
    match form:
        case "html":
            said = answer.page(read_theme(home))
        case "json":
            said = json.dumps(answer.data(), ensure_ascii=False, indent=2) + "\n"
        case _:
            said = answer.text()
    if out is None:
        click.echo(said, nl=False, color=colour)
        return
    path = session.at(out)
    write_files(path.parent, {path.name: said.encode()})
    session.say(f"  {session.shown(path)}")
