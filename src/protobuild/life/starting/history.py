"""Begin the history of a new folder, where git is there and knows who keeps it."""

from __future__ import annotations

import shutil
from pathlib import Path

from protobuild.model.source import ProtobuildError
from protobuild.store.git import begin, find_repository
from protobuild.store.keeping import History, history_of

DRIVER = ("diff.protobuild.textconv", 'f() { protobuild textconv "$1" 2>/dev/null || cat "$1"; }; f')
"""The setting by which git shows words, or lines where protobuild is not on the path.

.gitattributes says of which files.
"""

MESSAGE = "Begin the protocol from the model text"

WITHOUT_GIT = (
    "No history is kept, because the program 'git' is not installed; every version adopted is kept whole "
    "in changelog/ all the same."
)
INSIDE = "No history of its own was begun: the folder lies in one whose history is kept already."
NAMELESS = (
    "Nothing is in the history yet, because it does not know who you are. Type in the new folder:\n"
    '  git config user.name "Your Office"\n'
    "  git config user.email your@address\n"
    "  git add -A\n"
    f'  git commit -m "{MESSAGE}"'
)


def is_kept(folder: Path) -> bool:
    """Return whether a folder, which need not be there yet, lies in one whose history is kept."""
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
    return find_repository(there) is not None


def begin_history(folder: Path) -> str:
    """Keep all files of the folder as the first state of a new history.

    Returns what a reader should know where they are not kept, and nothing where they are. No
    setting is changed but the folder's own.
    """
    if shutil.which("git") is None:
        return WITHOUT_GIT
    try:
        history = history_of(begin(folder))
        history.ask("config", *DRIVER)
        if not all(history.told("config", f"user.{part}") for part in ("name", "email")):
            return NAMELESS
        _keep_all(history)
    except ProtobuildError as refused:
        return f"Nothing is in the history yet. {refused.message} {refused.fix}".rstrip()
    return ""


def _keep_all(history: History) -> None:
    history.ask("add", "--all")
    history.ask("commit", "--quiet", "--message", MESSAGE)
