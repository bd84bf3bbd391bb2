"""Say in plain words what does not fit in what was typed."""

from __future__ import annotations

import difflib

import click

from protobuild.model.saying import listed
from protobuild.model.source import UsageError

BEFORE = {"--quiet": "--quiet", "-C": "-C FOLDER"}
"""What is written before the verb, and how."""

ONE_TOO_MANY = {
    "build": 'For the text of a day write: protobuild build --at "14 May 2026". '
    "To work on another protocol write: protobuild -C FOLDER build",
    "import": "Name one file; a name with spaces in it needs quotation marks.",
}
"""What to do about a word too many, where another protocol is not all a reader may have meant."""


def in_plain_words(error: click.ClickException) -> UsageError:
    """Return what is wrong with the words of a command, and the remedy."""
    context = getattr(error, "ctx", None)
    if isinstance(error, click.BadOptionUsage):  # which knows no verb
        return UsageError(
            f"'{error.option_name}' is not used so.", fix="`protobuild VERB --help` shows how, for each verb."
        )
    if not isinstance(context, click.Context):
        return UsageError(error.format_message())
    verb = str(context.info_name)
    match error:
        case click.NoSuchOption():
            return _no_such_option(verb, error, context)
        case click.MissingParameter() if error.param is not None:
            needed = error.param.get_error_hint(context)
            return UsageError(f"{verb} cannot do without {needed}.", fix=_example(context))
        case click.BadParameter() if error.param is not None:
            return UsageError(f"{error.param.get_error_hint(context)} cannot be that: {error.message}")
        case _:
            return _too_many(verb, error, context)


def no_such_verb(given: str, verbs: list[str]) -> UsageError:
    """Return that there is no verb of that name, and the one that was meant."""
    near = difflib.get_close_matches(given, verbs, 1)
    meant = f"Did you mean {near[0]}?" if near else f"The verbs are {listed(verbs)}."
    return UsageError(f"There is no verb '{given}'.", fix=meant)


def _no_such_option(verb: str, error: click.NoSuchOption, context: click.Context) -> UsageError:
    option = error.option_name
    if context.parent is None:
        return UsageError(
            f"'{option}' means nothing before a verb.",
            fix="What belongs to a verb is written after it; `protobuild --help` lists the verbs.",
        )
    if option in BEFORE:
        return UsageError(
            f"'{option}' stands in the wrong place.",
            fix=f"Write {option} before the verb: protobuild {BEFORE[option]} {verb}",
        )
    known = [name for param in context.command.get_params(context) for name in param.opts]
    near = difflib.get_close_matches(option, known, 1)
    meant = f"Did you mean {near[0]}?" if near else f"`protobuild {verb} --help` lists what it takes."
    return UsageError(f"{verb} does not know '{option}'.", fix=meant)


def _too_many(verb: str, error: click.ClickException, context: click.Context) -> UsageError:
    """Return what to do about words that no verb waits for, or about no verb at all."""
    if context.parent is None:
        return UsageError("No verb was given.", fix="`protobuild --help` lists the verbs.")
    words = error.message.partition("(")[2].rstrip(")")
    takes = "takes one file" if verb == "import" else "takes no name"
    other = f"To work on another protocol write: protobuild -C FOLDER {verb}"
    return UsageError(f"{verb} {takes}: '{words}' is too much.", fix=ONE_TOO_MANY.get(verb, other))


def _example(context: click.Context) -> str:
    """Return the first example of a verb's help."""
    lines = (context.command.epilog or "").splitlines()
    return next((f"For example: {line.strip()}" for line in lines if "protobuild" in line), "")
