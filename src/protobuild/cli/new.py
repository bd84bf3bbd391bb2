"""Begin a protocol: ask a few questions, and make a folder that is ready to use; or add a section to one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import click

from protobuild.cli.days import today
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.life.starting.answers import completed, read_answers, tier_of, usual, valid
from protobuild.life.starting.folder import elsewhere, folder_files
from protobuild.life.starting.history import INSIDE, begin_history, is_kept
from protobuild.life.starting.questions import NONE, QUESTIONS, Question, asked
from protobuild.life.starting.section import new_section
from protobuild.model.saying import counted
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files
from protobuild.publish.whole_folder import insist_on_room, write_folder
from protobuild.store.tree import file_bytes

F = TypeVar("F", bound=Callable[..., object])


def question_options(verb: F) -> F:
    """Add an option for each question."""
    for question in reversed(QUESTIONS):
        verb = click.option(f"--{question.name}", metavar="ANSWER", help=question.asks)(verb)
    return verb


@click.command(
    "new",
    short_help="Begin a protocol from a model text, or add a section.",
    epilog=examples(
        "protobuild new our-protocol",
        'protobuild new our-protocol --council "Example Borough Council" --yes',
        "protobuild new our-protocol --answers answers.yaml",
        "protobuild new --section media --after correspondence",
    ),
)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--answers", type=click.Path(path_type=Path), help="A YAML file with answers, one in a line.")
@click.option("--yes", is_flag=True, help="Ask nothing; what is not answered is taken as usual.")
@click.option("--section", "kind", metavar="KIND", help="Add a section of this kind to the protocol here.")
@click.option("--after", metavar="ID", help="With --section: the section it comes after.")
@click.option("--heading", help="With --section: its heading.")
@question_options
@pass_session
def command(
    session: Session,
    /,
    folder: Path | None,
    answers: Path | None,
    yes: bool,
    kind: str | None,
    after: str | None,
    heading: str | None,
    **options: str | None,
) -> int:
    """Begin a protocol in a new folder, from the model text for your council and a few answers.

    Each question has an option, named below; what an option or the file answers is not asked.
    With --section, a section is added to the protocol that is here.
    """
    if kind is not None:
        _insist_on_nothing_else([folder, answers, *options.values()])
        return _add_section(session, kind, after, heading)
    if after is not None or heading is not None:
        raise UsageError("--after and --heading say something of a section.", fix="Add --section KIND.")
    if folder is None:
        raise UsageError("new cannot do without the name of a folder.", fix="Write: protobuild new FOLDER")
    target = session.at(folder)
    insist_on_room(target)
    given = _given(session, answers, options)
    complete = completed(given if yes or not sys.stdin.isatty() else _ask(given))
    _make(session, target, complete)
    return 0


def _insist_on_nothing_else(given: Iterable[object]) -> None:
    if any(each is not None for each in given):
        raise UsageError(
            "--section adds to the protocol that is here, and takes no folder and no answers.",
            fix="For another protocol write: protobuild -C FOLDER new --section KIND",
        )


def _given(session: Session, file: Path | None, options: Mapping[str, str | None]) -> dict[str, str]:
    """Return what the file answers, and above it what the options do."""
    said = {name.replace("_", "-"): words for name, words in options.items() if words is not None}
    if file is None:
        return said
    return read_answers(file.name, file_bytes(session.at(file), file.name)) | said


def _ask(given: Mapping[str, str]) -> dict[str, str]:
    """Return the answers with those that a person gives to what was not answered yet."""
    answers = dict(given)
    for question in QUESTIONS:
        if question in asked(tier_of(answers)):  # the second question settles which of the rest are asked
            _ask_one(question, answers)
    return answers


def _ask_one(question: Question, answers: dict[str, str]) -> None:
    """Ask until there is an answer that does; a question that was answered is not asked."""
    while question.name not in answers:
        offer = usual(question, answers)
        tier = tier_of(answers)
        offered = f" ({', '.join(question.choices[tier])}, or {NONE})" if question.several else ""
        said = click.prompt(
            question.asks + offered, default=offer, show_default=bool(offer), prompt_suffix=" ", err=True
        )
        try:
            answers[question.name] = valid(question, tier, said)
        except UsageError as error:
            needed = question.needed and not said.strip()
            click.echo(f"  {'There is no going on without it.' if needed else _told(error)}", err=True)


def _told(error: UsageError) -> str:
    return f"{error.message} {error.fix}".rstrip()


def _make(session: Session, target: Path, answers: Mapping[str, str]) -> None:
    """Make the folder with its history, and say what is in it and what to do next."""
    remarks: list[str] = []
    began = (lambda stage: INSIDE) if is_kept(target) else begin_history
    files = folder_files(answers, today())
    write_folder(target, files, lambda stage: remarks.append(began(stage)))
    shown = session.shown(target)
    session.say(f"{counted(len(files), 'file')} made in {shown}/. Begin with {shown}/README.md")
    for remark in remarks:
        session.remark(remark)
    session.warn(elsewhere(answers["nation"]))
    session.say(f"What is to be looked at: protobuild -C {shown} check")


def _add_section(session: Session, kind: str, after: str | None, heading: str | None) -> int:
    home = find_home(session.folder)
    files = new_section(home, kind, after, heading)
    paths = write_files(home.protocol, files)
    session.say(f"{session.shown(paths[0])} holds a first clause; protocol.yaml names it.")
    return 0
