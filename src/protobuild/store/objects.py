"""Read what the history keeps, object by object, from one running `git cat-file --batch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from protobuild.store.tree import LARGEST, MOST_FILES

AT_ONCE = 100
"""How many names are asked about before the answers are read; more could fill the pipe both ways."""

_FOLDER, _FILES = "40000", ("100644", "100755")
"""What stands in a folder: another folder, or a file; neither links nor other repositories are read."""


class GoneError(Exception):
    """The history says nothing more: an object is missing or damaged, or it may not be read at all."""


class TooManyError(Exception):
    """A folder of the history holds more files than any protocol does."""


@dataclass(frozen=True, slots=True)
class Object:
    """One object of the history."""

    oid: str
    kind: str
    """`commit`, `tree` or `blob`."""
    data: bytes
    size: int
    """How large it is; one that is too large comes without its bytes."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The two ends of a running `git cat-file --batch`."""

    names: IO[bytes]
    answers: IO[bytes]

    def read(self, name: str) -> Object | None:
        """Return the object of that name, or None where there is none."""
        return next(self.read_all([name]))

    def read_all(self, names: Sequence[str]) -> Iterator[Object | None]:
        """Yield the object of each name, None where there is none."""
        for start in range(0, len(names), AT_ONCE):
            asked = names[start : start + AT_ONCE]
            self._ask(asked)
            for _ in asked:
                yield self._answer()

    def files(self, tree: Object, prefix: str = "") -> Iterator[tuple[str, str]]:
        """Yield path and oid of every file below a folder; raise TooManyError where there are too many."""
        count = 0
        pending = [(prefix, tree)]
        while pending:
            above, folder = pending.pop()
            for mode, name, oid in entries_of(folder):
                count += 1
                if count > MOST_FILES:
                    raise TooManyError
                if mode == _FOLDER:
                    pending.append((f"{above}{name}/", self._folder(oid)))
                elif mode in _FILES:
                    yield f"{above}{name}", oid

    def _folder(self, oid: str) -> Object:
        found = self.read(oid)
        if found is None:
            raise GoneError
        return found

    def _ask(self, names: Sequence[str]) -> None:
        if any("\n" in name or "\0" in name for name in names):
            raise ValueError("a name is one line")
        try:
            self.names.write("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
            self.names.flush()
        except OSError:
            raise GoneError from None

    def _answer(self) -> Object | None:
        head = self.answers.readline().decode("utf-8", "replace")
        if not head.endswith("\n"):
            raise GoneError
        oid, _, said = head.rstrip("\n").partition(" ")
        kind, _, size = said.rpartition(" ")
        if not size.isdigit() or kind not in ("commit", "tree", "blob", "tag"):
            return None  # `missing` or `ambiguous`
        data = self._content(int(size))
        return Object(oid, kind, data, int(size))

    def _content(self, size: int) -> bytes:
        """Return the bytes of an object, or none of them where they are too many."""
        kept = bytearray()
        left = size
        while left:
            piece = self.answers.read(min(left, LARGEST))
            if not piece:
                raise GoneError
            left -= len(piece)
            if size <= LARGEST:
                kept += piece
        if self.answers.read(1) != b"\n":
            raise GoneError
        return bytes(kept)


def entries_of(tree: Object) -> Iterator[tuple[str, str, str]]:
    """Yield mode, name and oid of everything in a folder."""
    width = len(tree.oid) // 2
    at = 0
    while at < len(tree.data):
        end = tree.data.find(b"\0", at)
        if end < 0 or end + width >= len(tree.data) + 1:
            raise GoneError
        mode, _, name = tree.data[at:end].partition(b" ")
        oid = tree.data[end + 1 : end + 1 + width].hex()
        at = end + 1 + width
        yield mode.decode("ascii", "replace"), name.decode("utf-8", "surrogateescape"), oid
