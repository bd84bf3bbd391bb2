"""Keep files in a repository's history and give that state a name, without a checkout and without hooks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from protobuild.model.source import ProtobuildError, UsageError
from protobuild.store.git import Repository, answered, insist_on_git
from protobuild.store.harmless import harmless

_UNFINISHED = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
"""What stands in a repository while something else is being done in it."""
_NOBODY = "0" * 40
"""What git calls a name that stands for nothing yet."""


class NotKeptError(ProtobuildError):
    """The history would not keep it; nothing in it has changed."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is to be kept in the history."""

    paths: tuple[str, ...]
    """The files, as the history names them; those that are gone are taken out of it."""
    message: str
    name: str
    """The name of the state, such as `adopted/2026-11-20-council`."""


@dataclass(frozen=True, slots=True)
class History:
    """A repository that can be written to, and how git is asked in it."""

    repository: Repository
    environment: Mapping[str, str]

    def ask(self, *words: str, index: Path | None = None) -> str:
        """Return what git answers; raise NotKeptError where it refuses."""
        code, said, complaint = self._answer(words, index)
        if code != 0:
            raise _refused(words[0], complaint)
        return said

    def told(self, *words: str) -> str | None:
        """Return what git answers, or None where it refuses."""
        code, said, _ = self._answer(words, None)
        return said if code == 0 else None

    def has(self, name: str) -> str | None:
        """Return the fingerprint of what the history knows by a name, or None."""
        return self.told("rev-parse", "-q", "--verify", name)

    def _answer(self, words: Sequence[str], index: Path | None) -> tuple[int, str, str]:
        environment = {**self.environment, **({"GIT_INDEX_FILE": str(index)} if index else {})}
        literal = [] if words[0] == "check-ignore" else ["--literal-pathspecs"]  # which it does not know
        code, said, complaint = answered(self.repository, [*literal, *words], environment)
        return code, said.strip(), complaint.strip()


def _refused(doing: str, complaint: str) -> NotKeptError:
    said = f" What it said: {complaint.splitlines()[0]}" if complaint else ""
    return NotKeptError(
        f"The folder's history did not keep it: git refused '{doing}'.",
        fix=f"Show this to whoever looks after the repository.{said}",
    )


def history_of(repository: Repository) -> History:
    """Return the history of a repository, to be written to; raise UsageError where git is too old for it."""
    insist_on_git(repository.folder)
    return History(repository, harmless(repository))


def insist_on_ready(history: History, name: str) -> None:
    """Raise UsageError, with the remedy, where the history cannot take a new state of that name now."""
    if history.told("var", "GIT_COMMITTER_IDENT") is None:
        raise UsageError(
            "The folder's history does not know who you are, and keeps nothing without a name.",
            fix='Type once: git config user.name "Your Office", and: git config user.email your@address',
        )
    if history.told("symbolic-ref", "-q", "HEAD") is None:
        raise UsageError(
            "The folder shows an earlier state of its history, where nothing new can be kept.",
            fix="Go back to the latest one, for example with: git switch main",
        )
    for each in (*_UNFINISHED, "index.lock"):
        path = history.repository.folder / history.ask("rev-parse", "--git-path", each)
        if path.exists() and each == "index.lock":
            raise UsageError(
                "Another program is writing to the folder's history at this moment.",
                fix=f"Wait until it has ended. If none is running, delete the file {each} in .git.",
            )
        if path.exists():
            raise UsageError(
                "Something else was begun in the folder's history, such as a merge, and is not finished.",
                fix="Finish it or give it up; `git status` says how. Then try again.",
            )
    if history.has(f"refs/tags/{name}") is not None:
        raise UsageError(
            f"The history has a state called '{name}' already.",
            fix="Look whether that version was adopted before. If not, ask whoever looks after the "
            f"repository to remove it: git tag -d {name}",
        )


def is_ignored(history: History, path: str) -> bool:
    """Return whether the history was told to leave a file out."""
    return history.told("check-ignore", "-q", "--no-index", "--", path) is not None


def gone(history: History, folder: str) -> tuple[str, ...]:
    """Return the files that the latest state keeps in a folder, and that are on the disk no more."""
    said = history.told("ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD", "--", folder) or ""
    return tuple(
        path for path in said.split("\0") if path and not (history.repository.folder / path).exists()
    )


def keep(history: History, keeping: Keeping) -> str:
    """Keep the files as they are on disk, name that state, and return its fingerprint.

    Nothing else that is changed in the folder is kept or touched. What was kept before by a run
    that was cut off is not kept twice. Raises NotKeptError, with the history as it was.
    """
    branch = history.ask("symbolic-ref", "-q", "HEAD")
    head = history.has("HEAD^{commit}") or ""
    commit = _commit(history, keeping, head)
    with _or_back(history, keeping, branch, head, commit):
        if commit != head:
            history.ask("update-ref", "-m", f"protobuild: {keeping.name}", branch, commit, head or _NOBODY)
        if history.has(f"refs/tags/{keeping.name}") is None:
            signed = "-s" if _signs(history, "tag.gpgsign") else "--no-sign"
            history.ask("tag", "-a", signed, "-m", keeping.message, keeping.name, commit)
        for some in _few(keeping.paths):
            history.ask("reset", "-q", "--", *some)
    return commit


def _commit(history: History, keeping: Keeping, head: str) -> str:
    """Return the fingerprint of the state with the files as they are; that of `head` where it has them."""
    with tempfile.TemporaryDirectory(prefix="protobuild-") as folder:
        index = Path(folder) / "index"
        history.ask("read-tree", *([head] if head else ["--empty"]), index=index)
        there = [path for path in keeping.paths if (history.repository.folder / path).is_file()]
        gone = [path for path in keeping.paths if path not in there]
        for some in _few(gone):
            history.ask("rm", "-q", "--cached", "--ignore-unmatch", "--", *some, index=index)
        for some in _few(there):
            history.ask("add", "--", *some, index=index)
        tree = history.ask("write-tree", index=index)
    if head and tree == history.ask("rev-parse", f"{head}^{{tree}}"):
        return head
    parent = ["-p", head] if head else []
    signed = ["-S"] if _signs(history, "commit.gpgsign") else []
    return history.ask("commit-tree", *signed, *parent, "-m", keeping.message, tree)


@contextmanager
def _or_back(history: History, keeping: Keeping, branch: str, head: str, commit: str) -> Iterator[None]:
    """Put the history back as it was when the block does not come to its end."""
    tagged = history.has(f"refs/tags/{keeping.name}")
    try:
        yield
    except BaseException:
        if tagged is None:
            history.told("update-ref", "-d", f"refs/tags/{keeping.name}")
        if commit != head and history.has(branch) == commit:
            back = ["update-ref", branch, head, commit] if head else ["update-ref", "-d", branch, commit]
            history.told(*back)
        raise


def _signs(history: History, setting: str) -> bool:
    """Return whether git was set up to sign; whoever signs every state signs its name too."""
    asked = dict.fromkeys((setting, "commit.gpgsign"))
    return any(history.told("config", "--type=bool", "--get", each) == "true" for each in asked)


def _few(paths: Sequence[str], number: int = 200) -> Iterator[Sequence[str]]:
    """Yield some paths at a time: a command takes only so many words."""
    for first in range(0, len(paths), number):
        yield paths[first : first + number]
