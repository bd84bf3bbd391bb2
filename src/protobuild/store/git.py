"""Read the protocol as it stood at a git revision, without a checkout."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE  # what the library takes for "let me write to it"
from typing import TYPE_CHECKING

from protobuild.model.source import UsageError
from protobuild.store.objects import Batch, GoneError, Object
from protobuild.store.surroundings import SAFE, scrubbed
from protobuild.store.too_old import too_old

if TYPE_CHECKING:
    from git import Git, Repo

_KEPT_ON = re.compile(rb"^committer .*> (\d+) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


class UnknownRevisionError(UsageError):
    """The history can be read, and holds no text of that name."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder whose history is kept."""

    folder: Path
    """The topmost folder kept; where only the history is kept, the folder of the history."""

    def inside(self, folder: Path) -> str:
        """Return a folder's path as the history names it; empty for the topmost.

        Raises UsageError when the folder lies elsewhere.
        """
        try:
            path = folder.resolve().relative_to(self.folder).as_posix()
        except ValueError:
            raise UsageError(
                f"'{folder.name}' is not in the folder whose history is kept, '{self.folder.name}'.",
                fix="Name a folder inside it.",
            ) from None
        return "" if path == "." else path


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of the files that the history keeps."""

    oid: str
    """Its full fingerprint, which never comes to mean another text."""
    date: dt.date
    summary: str = ""
    """The first line of the message it was kept with."""


def find_repository(folder: Path) -> Repository | None:
    """Return the repository a folder lies in, or None when its history is not kept."""
    if not _kept_somewhere(folder.resolve()):
        return None
    with _telling(), scrubbed():
        import git

        try:
            repo = git.Repo(folder, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError):
            return None
        with repo:
            return Repository(Path(repo.working_tree_dir or repo.git_dir).resolve())


def begin(folder: Path) -> Repository:
    """Begin to keep the history of a folder; raise UsageError where that cannot be done."""
    insist_on_git(folder)
    with _telling(), scrubbed():
        import git

        with git.Repo.init(folder, initial_branch="main"):
            return Repository(folder.resolve())


def resolve(repository: Repository, revision: str) -> Revision:
    """Return the revision of that name.

    Raises UnknownRevisionError when there is none, and UsageError when the history cannot be read.
    """
    if not revision or revision.startswith("-") or "\0" in revision or "\n" in revision:
        raise _no_such(revision)
    with reading(repository) as batch:
        commit = batch.read(f"{revision}^{{commit}}")
        if commit is None:
            raise _no_such(revision)
        return _revision(commit)


def insist_on_git(folder: Path) -> None:
    """Raise UsageError, with the remedy, where git is missing or too old to keep anything harmlessly."""
    with _telling(), scrubbed():
        if refused := _too_old(folder):
            raise refused


def holds_all(repository: Repository) -> bool:
    """Return whether the whole history is here, and not the latest texts only."""
    with _opened(repository) as repo:
        return not (Path(repo.common_dir) / "shallow").is_file()


def answered(
    repository: Repository, words: Sequence[str], environment: Mapping[str, str]
) -> tuple[int, str, str]:
    """Return how git left when asked some words (0: well), what it answered and what it complained of."""
    with _opened(repository) as repo:
        code, said, complaint = repo.git.execute(
            ["git", *words], env=dict(environment), with_extended_output=True, with_exceptions=False
        )
        return int(code), str(said), str(complaint)


_CONVERSATION: ContextVar[tuple[Repository, Batch] | None] = ContextVar("conversation", default=None)
"""The conversation that is going on."""


@contextmanager
def reading(repository: Repository) -> Iterator[Batch]:
    """Read objects of the history; its files are only looked at, never put in place.

    Within one conversation another goes on with it: starting one is most of what a reading costs.
    """
    begun = _CONVERSATION.get()
    if begun is not None and begun[0] == repository:
        yield begun[1]
        return
    with _telling(), scrubbed():
        process = _git(repository).execute(
            ["git", *SAFE, "cat-file", "--batch"], istream=PIPE, as_process=True
        )
        batch = Batch(process.stdin, process.stdout)
        before = _CONVERSATION.set((repository, batch))
        try:
            yield batch
        except GoneError:
            if b"dubious ownership" in _last_words(process):
                raise _of_another() from None
            raise
        finally:
            _CONVERSATION.reset(before)
            _last_words(process)


def _last_words(process: Git.AutoInterrupt) -> bytes:
    """End a conversation, and return what was said to be wrong; nothing the second time."""
    if process.stderr.closed:
        return b""
    with suppress(OSError):
        process.stdin.close()  # it ends when nobody can ask it any more, and only then is all said
    process.stdout.close()
    said = bytes(process.stderr.read())
    process.stderr.close()
    with suppress(Exception):
        process.wait()
    return said


def ask(repository: Repository, *words: str) -> bytes:
    """Return what a command that only reads has to say of the history.

    None of the repository's own programs is run, and nothing is fetched (see SAFE). Raises
    UsageError when it cannot be said.
    """
    with _telling(), scrubbed():
        said = _git(repository).execute(
            ["git", *SAFE, *words], stdout_as_string=False, strip_newline_in_stdout=False
        )
        return bytes(said)


def told(repository: Repository, *words: str) -> bool:
    """Return whether a command that only looks says yes."""
    with _telling(), scrubbed():
        command = ["git", *SAFE, *words]
        status, _, _ = _git(repository).execute(command, with_extended_output=True, with_exceptions=False)
        return status == 0


def _git(repository: Repository) -> Git:
    import git

    return git.Git(repository.folder)


def _revision(commit: Object) -> Revision:
    """Return what a commit says of itself: when it was kept, and the first line of why."""
    head, _, message = commit.data.partition(b"\n\n")
    found = _KEPT_ON.search(head)
    if found is None:
        raise GoneError
    zone = dt.timezone(dt.timedelta(hours=int(found[2] + found[3]), minutes=int(found[2] + found[4])))
    day = dt.datetime.fromtimestamp(int(found[1]), zone).date()
    return Revision(commit.oid, day, message.decode("utf-8", "replace").strip("\n").partition("\n")[0])


def _no_such(revision: str) -> UnknownRevisionError:
    return UnknownRevisionError(
        f"The history holds no text called '{' '.join(revision.split())[:80]}'.",
        fix="Name the date of an adopted version, or a name or fingerprint that the history knows.",
    )


def _of_another() -> UsageError:
    return UsageError(
        "The folder's history belongs to another user of this computer, so it is not read.",
        fix="Ask whoever looks after this computer to make you the owner of the folder.",
    )


def _no_git() -> UsageError:
    return UsageError(
        "The history cannot be read, because the program 'git' is not installed.",
        fix="Install git, or compare adopted versions by their date, which needs no history.",
    )


def _too_old(folder: Path) -> UsageError | None:
    import git

    return too_old(git.Git(folder).version_info[:3])


@contextmanager
def _opened(repository: Repository) -> Iterator[Repo]:
    """Open the repository, say in our words what goes wrong, and close it again."""
    with _telling(), scrubbed():
        import git

        with git.Repo(repository.folder) as repo:
            yield repo


@contextmanager
def _telling() -> Iterator[None]:
    """Turn every failure of the history into one sort of error.

    The library raises errors of many unrelated types for objects that are missing or damaged.
    """
    try:
        yield
    except UsageError:
        raise
    except ImportError:
        raise _no_git() from None
    except Exception as reason:
        from git import GitCommandNotFound

        if isinstance(reason, GitCommandNotFound):
            raise _no_git() from None
        raise _unread() from reason


def _unread() -> UsageError:
    """Return why nothing could be read: git is too old, or else something is damaged."""
    with suppress(Exception):
        if refused := _too_old(Path.cwd()):
            return refused
    return UsageError(
        "That text cannot be read from the history: part of it is missing or damaged.",
        fix="A copy made with --depth holds the latest texts only; get the whole history, or name a "
        "version by the date it was adopted.",
    )


def _kept_somewhere(folder: Path) -> bool:
    """Return whether a folder or one above it looks like a repository, without the heavy import."""
    return any(
        (each / ".git").exists() or ((each / "HEAD").is_file() and (each / "objects").is_dir())
        for each in (folder, *folder.parents)
    )
