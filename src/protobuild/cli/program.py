"""Read the command line, hand it to a verb, and turn whatever goes wrong into words and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from protobuild import __version__
from protobuild.cli.options import examples
from protobuild.cli.session import Session, insist_on_name, no_such_name
from protobuild.model.source import ProtobuildError, ProtocolError, UsageError

FINE, FAULTS, USAGE, OURS, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit codes: fine or warnings only, faults, wrong usage, our own fault, Ctrl-C."""

VERBS = {
    "new": ("protobuild.cli.new", "Begin a protocol from a model text, or add a section."),
    "check": ("protobuild.cli.check", "Say what to put right in the protocol."),
    "build": ("protobuild.cli.build", "Make the page and the PDF of the protocol."),
    "redline": ("protobuild.cli.redline", "Show what changed between two texts."),
    "propose": ("protobuild.cli.propose", "Issue the draft as the paper that goes to a meeting."),
    "decide": ("protobuild.cli.decide", "Record what a meeting decided of each change."),
    "adopt": ("protobuild.cli.adopt", "Keep the draft as the version a meeting adopted."),
    "suspend": ("protobuild.cli.suspend", "Record that the text, or some of it, was suspended."),
    "withdraw": ("protobuild.cli.withdraw", "Record that the text, or some of it, was withdrawn."),
    "publish": ("protobuild.cli.publish", "Make the site of the adopted versions."),
    "serve": ("protobuild.cli.serve", "Show site, draft and redline in a browser while you write."),
    "show": ("protobuild.cli.show", "Print the numbered text, or one paragraph of it."),
    "asof": ("protobuild.cli.asof", "Say what the text said on a day, and who decided it."),
    "history": ("protobuild.cli.history", "Tell what each version did to one paragraph."),
    "log": ("protobuild.cli.log", "List every adopted version, and how much it changed."),
    "blame": ("protobuild.cli.blame", "Say of every paragraph which version last changed it."),
    "provisions": ("protobuild.cli.provisions", "Say what a protocol should say, and why."),
    "status": ("protobuild.cli.status", "Say what is in force, what is proposed and what is due."),
    "verify": ("protobuild.cli.verify", "Say whether a saved copy is authentic, or what differs."),
    "textconv": ("protobuild.cli.textconv", "Print a section's file as words, for `git diff`."),
    "registers": ("protobuild.cli.registers", "List duties, terms, roles, documents and time limits."),
    "ci": ("protobuild.cli.ci", "Say what a change does, for GitHub and GitLab."),
    "term": ("protobuild.cli.term", "Put one word for another throughout."),
    "import": ("protobuild.cli.importing", "Turn a text into a protocol, losing no word."),
    "format": ("protobuild.cli.format", "Lay the YAML files out in one way, words untouched."),
    "schema": ("protobuild.cli.schema", "Write the schemas that let an editor help while you type."),
}
"""Every verb, where it is written, and what it does; a verb is loaded when it is used."""


class Verbs(click.Group):
    """A group that loads a verb only when it is asked for, so that starting costs little."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order a newcomer meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb of that name, or None."""
        if cmd_name not in VERBS:
            return None
        command = import_module(VERBS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb the first word names, and the words after it."""
        if args[0] not in VERBS and not args[0].startswith("-"):
            from protobuild.cli.wrong import no_such_verb

            raise no_such_verb(args[0], list(VERBS))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs from the table, loading none of them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, about) for name, (_, about) in VERBS.items()])


@click.group(
    cls=Verbs,
    epilog=examples(
        "protobuild check", "protobuild build", "protobuild redline", "protobuild redline old.md new.md"
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-C", "folder", type=click.Path(path_type=Path), default=Path(), help="Work as if started in this folder."
)
@click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.version_option(__version__, message="protobuild %(version)s")
@click.pass_context
def program(ctx: click.Context, folder: Path, quiet: bool) -> None:
    """Keep a council's member-officer protocol as text files; check it, publish it, show what changed."""
    insist_on_name(folder)
    ctx.obj = Session(folder, quiet)


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Run the verb the words name and return the exit code; nothing escapes but that code."""
    try:
        code = program.main(list(args), prog_name="protobuild", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _wrong_words(error)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # the reader of a pipe, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is flushed into it later
        return FINE
    except ProtobuildError as error:
        return _refused(error)
    except Exception as error:
        return _refused(no_such_name("")) if _about_a_name(error) else _our_fault(error)
    return code if isinstance(code, int) else FINE


def _wrong_words(error: click.ClickException) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":  # which has the help for its message
        error.show()
        return USAGE
    from protobuild.cli.wrong import in_plain_words

    return _refused(in_plain_words(error))


def _refused(error: ProtobuildError) -> int:
    if isinstance(error, ProtocolError):
        from protobuild.cli.report import as_text

        click.echo(as_text(error.findings), err=True)
        click.echo("Nothing was made. `protobuild check` lists everything to put right.", err=True)
        return FAULTS
    click.echo(f"error: {error.message}", err=True)
    if error.fix:
        click.echo(f"  fix: {error.fix}", err=True)
    return USAGE if isinstance(error, UsageError) else FAULTS


def _about_a_name(error: Exception) -> bool:
    """Return whether the system refused a name because no disk can hold it."""
    if isinstance(error, OSError):
        return error.errno == errno.ENAMETOOLONG
    return isinstance(error, ValueError) and "null byte" in str(error)


def _our_fault(error: Exception) -> int:
    """Keep the details in a file, so that a report of the fault can be acted on."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="protobuild-fault-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(f"protobuild {__version__}\n{' '.join(sys.argv)}\n\n")
        file.writelines(traceback.format_exception(error))
    click.echo("Sorry: this is a fault in protobuild, not in your protocol.", err=True)
    click.echo(f"  The details are in {file.name}; please send that file with your report.", err=True)
    return OURS
