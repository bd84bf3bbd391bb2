"""Read the protocol as it stood at a git revision, without a checkout."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from protobuild.model.source import UsageError
from protobuild.store.tree import LARGEST, MOST_FILES, TooLargeError, absent

if TYPE_CHECKING:
    from git import Blob, Repo

_OID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_KEPT = re.compile(r"GIT_(?:EXEC_PATH|CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+))")
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PYTHON_REFRESH": "quiet"}
_FILE_MODES = (0o100644, 0o100755)  # neither links nor other repositories


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
    with _telling(), _scrubbed():
        import git

        try:
            repo = git.Repo(folder, search_parent_directories=True)
        except (git.InvalidGitRepositoryError, git.NoSuchPathError):
            return None
        with repo:
            return Repository(Path(repo.working_tree_dir or repo.git_dir).resolve())


def begin(folder: Path) -> Repository:
    """Begin to keep the history of a folder; raise UsageError where that cannot be done."""
    with _telling(), _scrubbed():
        import git

        with git.Repo.init(folder, initial_branch="main"):
            return Repository(folder.resolve())


def resolve(repository: Repository, revision: str) -> Revision:
    """Return the revision of that name.

    Raises UnknownRevisionError when there is none, and UsageError when the history cannot be read.
    """
    if not revision or revision.startswith("-") or "\0" in revision:
        raise _no_such(revision)
    with _opened(repository) as repo:
        oid = _verified(repo, revision)
        commit = repo.commit(oid)
        return Revision(oid, commit.committed_datetime.date(), str(commit.summary))


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


@dataclass(frozen=True, slots=True)
class RevisionTree:
    """The files below a folder as they stood at a revision."""

    repository: Repository
    revision: Revision
    subfolder: str = ""
    _listed: dict[str, int] = field(default_factory=dict, compare=False)
    """The size of each file, once they have been listed."""
    _read: dict[str, bytes] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        """The folder's name, and the day of the revision."""
        folder = self.subfolder.rsplit("/", 1)[-1] or self.repository.folder.name
        return f"{folder} of {self.revision.date.isoformat()}"

    def files(self) -> tuple[str, ...]:
        """Return the paths of all files below the folder, in order of name."""
        if not self._listed:
            with _opened(self.repository) as repo:
                self._listed.update((path, blob.size) for path, blob in self._blobs(repo))
        return tuple(sorted(self._listed))

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        if not self._listed:
            self.files()
        if path not in self._listed:
            raise absent(path, self.name)
        if self._listed[path] > LARGEST:
            raise TooLargeError(f"'{path}' is larger than {LARGEST // 1_000_000} MB, and was not read.")
        if path not in self._read:
            self._read_beside(path)
        return self._read[path]

    def _read_beside(self, path: str) -> None:
        """Read all the small files of one folder at once: opening the history costs most."""
        folder = path.rpartition("/")[0]
        with _opened(self.repository) as repo:
            for each, blob in self._blobs(repo):
                if each.rpartition("/")[0] == folder and blob.size <= LARGEST:
                    self._read[each] = bytes(blob.data_stream.read())

    def _blobs(self, repo: Repo) -> Iterator[tuple[str, Blob]]:
        top = repo.commit(self.revision.oid).tree
        try:
            tree = top.join(self.subfolder) if self.subfolder else top
        except KeyError:
            raise UsageError(
                f"There was no folder '{self.subfolder}' at that time.",
                fix="Choose a later text, or name the folder the protocol was kept in then.",
            ) from None
        if tree.type != "tree":
            raise UsageError(f"'{self.subfolder}' was not a folder at that time.")
        import git

        prefix = f"{self.subfolder}/" if self.subfolder else ""
        for number, each in enumerate(tree.traverse(visit_once=True)):
            if number > MOST_FILES:
                raise UsageError(f"'{self.name}' holds more than {MOST_FILES} files.")
            if isinstance(each, git.Blob) and each.mode in _FILE_MODES:
                yield str(each.path).removeprefix(prefix), each


def _verified(repo: Repo, revision: str) -> str:
    import git

    try:
        oid = repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except git.GitCommandError as reason:
        if "dubious ownership" in str(reason.stderr):
            raise UsageError(
                "The folder's history belongs to another user of this computer, so it is not read.",
                fix="Ask whoever looks after this computer to make you the owner of the folder.",
            ) from None
        raise _no_such(revision) from None
    if not _OID.fullmatch(oid):
        raise _no_such(revision)
    return str(oid)


def _no_such(revision: str) -> UnknownRevisionError:
    return UnknownRevisionError(
        f"The history holds no text called '{' '.join(revision.split())[:80]}'.",
        fix="Name the date of an adopted version, or a name or fingerprint that the history knows.",
    )


def _no_git() -> UsageError:
    return UsageError(
        "The history cannot be read, because the program 'git' is not installed.",
        fix="Install git, or compare adopted versions by their date, which needs no history.",
    )


@contextmanager
def _opened(repository: Repository) -> Iterator[Repo]:
    """Open the repository, say in our words what goes wrong, and close it again."""
    with _telling(), _scrubbed():
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
        raise UsageError(
            "That text cannot be read from the history: part of it is missing or damaged.",
            fix="A copy made with --depth holds the latest texts only; get the whole history, or name a "
            "version by the date it was adopted.",
        ) from reason


@contextmanager
def _scrubbed() -> Iterator[None]:
    """Hide what a git hook sets for its own repository, which would lead us to that one."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("GIT_")}
    try:
        for name in kept:
            if not _KEPT.fullmatch(name):
                del os.environ[name]
        os.environ.update(_QUIET)
        yield
    finally:
        for name in _QUIET:
            os.environ.pop(name, None)
        os.environ.update(kept)


def _kept_somewhere(folder: Path) -> bool:
    """Return whether a folder or one above it looks like a repository, without the heavy import."""
    return any(
        (each / ".git").exists() or ((each / "HEAD").is_file() and (each / "objects").is_dir())
        for each in (folder, *folder.parents)
    )
