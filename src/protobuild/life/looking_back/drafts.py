"""Tell of the drafts that git kept between adoptions: who changed which clause, when and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from protobuild.life.home import Home
from protobuild.life.lenient import read_tree
from protobuild.life.looking_back.blocks import (
    Blocks,
    as_file,
    blocks_of,
    holding,
    is_section,
    names_only,
    only,
    same_words,
)
from protobuild.life.looking_back.roots import rooted
from protobuild.life.looking_back.trace import excerpt_of, places_of, words_touched
from protobuild.life.versions import RECORD
from protobuild.model.outline import Outline
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import Draft, History
from protobuild.store.git import Repository, find_repository, holds_all, reading
from protobuild.store.objects import Batch
from protobuild.store.parts import MANIFEST
from protobuild.store.tree import Files
from protobuild.store.walk import Kept, Touched, walk

UNREAD = ("numbers.yaml", "baseline.yaml")
"""Files beside the sections that hold no words of the protocol."""


@dataclass(slots=True)
class Folders:
    """Where the protocol lay; renames lead to earlier places as the history is walked back."""

    protocol: set[str]
    changelog: str
    files: set[str] = field(default_factory=set)

    def sections(self, kept: Kept) -> list[Touched]:
        """Return the section files that a state changed, learning from renames where they lay before."""
        for each in kept.files:
            if self._is_ours(each.new) and each.old != each.new:
                self.files.add(each.old)
                if _name(each.new) == _name(each.old) == MANIFEST:
                    self.protocol.add(_folder(each.old))
        return [each for each in kept.files if self._is_section(each.new) or self._is_section(each.old)]

    def adopted(self, kept: Kept) -> str:
        """Return the names of the versions whose records were kept first with that state; empty for none."""
        born = (_folder(each.new) for each in kept.files if _name(each.new) == RECORD and each.born)
        return ", ".join(_name(folder) for folder in born if _folder(folder) == self.changelog)

    def _is_ours(self, path: str) -> bool:
        return _folder(path) in self.protocol or path in self.files

    def _is_section(self, path: str) -> bool:
        return self._is_ours(path) and path.endswith(".yaml") and _name(path) not in (MANIFEST, *UNREAD)


def with_drafts(home: Home, told: History) -> History:
    """Return the story of a provision with the drafts of it; raise UsageError without a history."""
    repository = _repository(home)
    drafts = tuple(_drafts_of(home, repository, told.id))
    return replace(told, drafts=drafts, with_drafts=True, cut_short=not holds_all(repository))


def all_drafts(home: Home, title: str, council: str, day: dt.date) -> History:
    """Return every draft that changed a clause; raise UsageError without a history."""
    repository = _repository(home)
    told = History(title, council, day, "", "", (), with_drafts=True, cut_short=not holds_all(repository))
    return replace(told, drafts=tuple(_drafts_of(home, repository, "")))


def _repository(home: Home) -> Repository:
    found = find_repository(home.root)
    if found is None:
        raise UsageError(
            "No drafts are kept here: git does not keep the history of this folder.",
            fix="Leave out --drafts; every adopted version is kept in changelog/.",
        )
    return found


def _drafts_of(home: Home, repository: Repository, id: str) -> Iterator[Draft]:
    """Yield the drafts that changed a provision, or any clause where no id is given, the latest first."""
    protocol, changelog = repository.inside(home.protocol), repository.inside(home.changelog)
    folders = Folders({protocol}, changelog)
    with reading(repository) as batch:
        states = [(kept, folders.sections(kept), folders.adopted(kept)) for kept in walk(repository)]
        held = _held(batch, [each for _, files, _ in states for each in files], id)
        for kept, files, adopts in states:
            before = _befores(held, files)
            after = _joined(held, [(each.new, each.after) for each in files])
            draft = Draft(kept.date, kept.who, kept.summary, kept.oid[:10], adopts=adopts)
            if id:
                yield from _of_one(draft, id, before, after, partial(_manifest, batch, kept, files))
            elif (touched := _changed(before, after)) or adopts:
                yield replace(draft, touched=touched)


Held = dict[tuple[str, str], Blocks]


def _held(batch: Batch, files: Iterable[Touched], id: str) -> Held:
    """Return the clauses of every file there was, by its stem and the name of what it held."""
    wanted = dict.fromkeys(
        (_stem(path), oid)
        for each in files
        for path, oid in (*((each.old, oid) for oid in each.before), (each.new, each.after))
        if oid
    )
    found = batch.read_all([oid for _, oid in wanted])
    return {
        key: _parted(key[0], each.data if each else b"", id) for key, each in zip(wanted, found, strict=True)
    }


def _parted(stem: str, data: bytes, id: str) -> Blocks:
    """Return the clauses of a file, or what of it a provision is in; most files need not be parted for it."""
    if id and id.encode() not in data and not id.startswith(stem):
        return {}
    blocks = blocks_of(stem, data)
    return only(blocks, id) if id else blocks


def _joined(held: Held, files: Sequence[tuple[str, str]]) -> Blocks:
    """Return the clauses of all the files of one state: one that moved is in both texts."""
    found = [held[_stem(path), oid] for path, oid in files if oid]
    return found[0] if len(found) == 1 else {id: block for each in found for id, block in each.items()}


def _befores(held: Held, files: list[Touched]) -> list[Blocks]:
    """Return the clauses in each of the states that were joined; most states follow a single one."""
    count = max((len(each.before) for each in files), default=1)
    return [
        _joined(held, [(each.old, each.before[at]) for each in files if at < len(each.before)])
        for at in range(count)
    ]


def _changed(before: Sequence[Blocks], after: Blocks) -> tuple[str, ...]:
    """Return the ids of clauses that say something else than in any of the states before."""
    ids = dict.fromkeys(id for side in (*before, after) for id in side if not id.endswith("/"))
    return tuple(id for id in ids if _is_new([side.get(id, b"") for side in before], after.get(id, b"")))


def _is_new(before: Sequence[bytes], after: bytes) -> bool:
    return after not in before and not any(same_words(each, after) for each in before)


# -- one provision ----------------------------------------------------------------------------


def _of_one(
    draft: Draft, id: str, before: Sequence[Blocks], after: Blocks, manifest: Callable[[], bytes]
) -> Iterator[Draft]:
    """Yield the draft, where it changed the words of the provision."""
    olds, new = [holding(side, id) for side in before], holding(after, id)
    if not _is_new(olds, new) or not _says_something(id, olds, new, _changed(before, after)):
        return
    from protobuild.redline.compare import redline

    names = manifest()
    texts = [_text(side, names, id) for side in (olds[0], new)]
    marked = redline(*texts)
    places = places_of(rooted(marked), id) or tuple(range(2, len(marked.entries)))
    if words_touched(marked, places):
        said = [_words(text, id) for text in texts]
        yield replace(draft, before=said[0], after=said[1], redline=excerpt_of(marked, places))


def _says_something(id: str, olds: Sequence[bytes], new: bytes, changed: Sequence[str]) -> bool:
    """Return whether a clause was changed; of a section, whether any of its own was.

    A merge may make a section's file unlike each of the files it joins, and bring no word of its own.
    """
    sides = [side for side in (*olds, new) if is_section(side)]
    return not sides or any(name in changed for side in sides for name in blocks_of(id, side))


def _text(lines: bytes, manifest: bytes, id: str) -> Outline:
    """Return the text of one clause or section; where it was not there, a heading without any."""
    section = id if is_section(lines) else "draft"
    files = {MANIFEST: manifest + f"sections: [{section}]\n".encode(), f"{section}.yaml": as_file(lines)}
    return read_tree(Files("draft", files), numbers={})


def _words(text: Outline, id: str) -> str:
    return " ".join(text.entries[at].words for at in places_of(rooted(text), id))


def _manifest(batch: Batch, kept: Kept, files: list[Touched]) -> bytes:
    """Return what of the manifest of that time the words need."""
    for each in files:
        path = f"{_folder(each.new)}/{MANIFEST}".lstrip("/")
        found = None if "\n" in path else batch.read(f"{kept.oid}:{path}")
        if found is not None and found.kind == "blob":
            return names_only(found.data)
    return b"title: Draft\ncouncil: {name: Draft}\n"


# -- names of files, of which a history has thousands: a path's own class would take longest of all -----


def _stem(path: str) -> str:
    return _name(path).rpartition(".")[0] or _name(path)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
