"""Compare an adopted version's folder with what the history kept of it, where a history is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.life.home import Home
from protobuild.life.versions import GROWING, RECORD, Version
from protobuild.model.saying import spoken
from protobuild.store.git import Repository, Revision, find_repository, resolve
from protobuild.store.revisions import RevisionTree
from protobuild.store.signatures import Signed, Tag, read_tag
from protobuild.store.tree import Folder
from protobuild.store.walk import Kept, walk

TAG = "adopted/"
"""What the name begins with that an adoption is kept under."""


@dataclass(frozen=True, slots=True)
class Since:
    """What the history says of a version's folder."""

    said: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


def changed_since(home: Home, version: Version) -> Since:
    """Return whether a version's folder is as it was first kept; nothing where no history is.

    Raises UsageError when there is a history that cannot be read.
    """
    repository = find_repository(home.root)
    folder = version.folder.resolve()
    if repository is None or not folder.is_relative_to(repository.folder):
        return Since()
    inside = repository.inside(folder)
    every = list(walk(repository))
    states = [kept for kept in every if _touches(kept, inside)]
    if not states:
        return Since((f"The history has not kept {version.folder.name} yet.",))
    first = states[-1]
    since = [f"{_named(each)} changed {', '.join(_of(each, inside))}." for each in states[:-1]]
    said = [f"The history first kept it on {spoken(first.date)} ({first.oid[:10]})."]
    tag = read_tag(repository, TAG + version.folder.name)
    if tag is not None:
        said.append(f"The name {tag.name} stands for it there; {tag.signed}.")
        if tag.commit not in {kept.oid for kept in every}:
            said.append(
                f"What {tag.name} stands for did not lead to this history: it was written anew since."
            )
    named = _named_otherwise(repository, version, inside, tag) if tag else ()
    return Since(tuple(said), (*since, *named, *_unkept(repository, version, inside)))


def _named_otherwise(repository: Repository, version: Version, inside: str, tag: Tag) -> Iterator[str]:
    """Yield what differs from what the name of the adoption stands for, which outlasts a history."""
    if tag.signed is Signed.BAD:
        yield f"The signature on {tag.name} does not hold."
    then = resolve(repository, tag.commit)
    place = _place_then(repository, then, version.folder.name, inside)
    if place is None:
        yield f"What {tag.name} stands for does not hold this version."
        return
    for name in _other(RevisionTree(repository, then, place), version):
        yield f"{version.folder.name}/{name} is not as {tag.name} has it."


def _place_then(repository: Repository, then: Revision, name: str, now: str) -> str | None:
    """Return where a version's folder lay, which may be elsewhere now; None where it was not there."""
    records = [path for path in RevisionTree(repository, then).files() if path.endswith(f"{name}/{RECORD}")]
    places = [path.removesuffix(f"/{RECORD}") for path in records]
    return now if now in places else next(iter(places), None)


def _touches(kept: Kept, inside: str) -> bool:
    return bool(_of(kept, inside))


def _of(kept: Kept, inside: str) -> list[str]:
    """Return the files of a version that a state changed, those that grow after the adoption left out."""
    paths = dict.fromkeys(path for each in kept.files for path in (each.old, each.new))
    names = (path.removeprefix(f"{inside}/") for path in paths if path.startswith(f"{inside}/"))
    return [name for name in names if name not in GROWING[1:]]


def _named(kept: Kept) -> str:
    return f"On {spoken(kept.date)} {kept.who} ({kept.oid[:10]})"


def _unkept(repository: Repository, version: Version, inside: str) -> Iterator[str]:
    """Yield the files that are not as the latest state of the history has them."""
    now: Revision = resolve(repository, "HEAD")
    tree = RevisionTree(repository, now, inside)
    here = set(Folder(version.folder).files())
    for name in _other(tree, version):
        said = "is not as the history kept it last" if name in here else "is in the history and not here"
        yield f"{version.folder.name}/{name} {said}."


def _other(tree: RevisionTree, version: Version) -> list[str]:
    """Return the files of a version that a state has otherwise; those that grow are left out."""
    kept, folder = set(tree.files()), Folder(version.folder)
    here = set(folder.files())
    return [
        name
        for name in sorted(kept | here)
        if name not in GROWING[1:] and not (name in kept & here and tree.read(name) == folder.read(name))
    ]
