"""The files that result from a decision, proved to say what was decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from protobuild.life.deciding.amending import amended
from protobuild.life.deciding.depending import dependent
from protobuild.life.deciding.laying import alike, sections
from protobuild.life.deciding.manifest import manifest
from protobuild.life.deciding.marked import Verdict, blocks, verdict
from protobuild.life.deciding.sources import Laid, Sources, read_sources
from protobuild.model.assemble import assemble
from protobuild.model.outline import Entry, Outline
from protobuild.model.redlined import Redlined
from protobuild.model.runs import Runs
from protobuild.store.load import load_leniently
from protobuild.store.parts import MANIFEST
from protobuild.store.tree import Files, Tree
from protobuild.store.yaml import write_yaml


@dataclass(frozen=True, slots=True)
class Result:
    """The files of the text that results, and what of it depends on what was refused."""

    files: Mapping[str, bytes]
    """What each file of the protocol's folder says; a file that is not here goes."""
    text: Outline
    depends: tuple[str, ...] = ()
    """A sentence for each agreed change that rests on a refused one."""


def resulting(
    base: Tree,
    paper: Tree,
    made: Redlined,
    refused: Collection[str],
    words: Mapping[str, str] | None = None,
) -> Result:
    """Return the files of the base with exactly the agreed changes of the paper made.

    `made` is the redline of the two, `refused` the names of changes that were not agreed, `words`
    those that were agreed as amended, by the id of their clause or item. With nothing refused the
    files are the paper's, with all refused the base's, byte for byte. Raises UsageError where the
    files cannot say what was decided, naming the changes that have to be decided alike.
    """
    old, new = read_sources(base), read_sources(paper)
    if made.changes and {change.name for change in made.changes} <= set(refused) and not words:
        files = {name: data for name, (_, data) in old.files.items()}
        return Result(files, _text(files))
    ids = {*old.clauses, *new.clauses}
    judged = verdict(made, refused, ids)
    files = _files(judged, old, new, ids)
    text = _text(files)
    wrong = _wrong(judged, text, ids)
    if wrong:
        files = _files(judged, old, new, ids, wrong)
        text = _text(files)
    _insist(judged, text, ids)
    if words:
        files = amended(files, words)
        text = _text(files)
    return Result(files, text, tuple(dependent(judged)))


def _files(
    judged: Verdict, old: Sources, new: Sources, ids: Collection[str], anew: Collection[str] = ()
) -> dict[str, bytes]:
    """Return the files that result, with some clauses written anew from what readers are to see."""
    laid = sections(judged, old, new, ids, anew)
    top = manifest(judged, old, new, {name: data for name, (data, _) in laid.items()})
    whole = {MANIFEST: (top, dict(new.manifest.comments)), **laid}
    return {name: _bytes(name, each, (new, old)) for name, each in whole.items()}


def _bytes(name: str, laid: Laid, sides: tuple[Sources, ...]) -> bytes:
    """Return a file's bytes: as a side has them where it says just that, else laid out anew."""
    data, said = laid
    for side in sides:
        raw, written = side.files.get(name, (None, b""))
        if raw is not None and raw.data == data:
            return written
    return write_yaml(data, said).encode()


def _text(files: Mapping[str, bytes]) -> Outline:
    return assemble(load_leniently(Files("the text that results", dict(files))).protocol)


def _insist(judged: Verdict, text: Outline, ids: Collection[str]) -> None:
    """Raise UsageError where the files do not say what was decided."""
    if _meant(text.entries) != _meant(judged.text.entries):
        raise alike({name for id in _wrong(judged, text, ids) for name in judged.of(id).whole})


def _wrong(judged: Verdict, text: Outline, ids: Collection[str]) -> list[str]:
    """Return the ids of clauses that do not say what was decided."""
    there = {id: _meant(entries) for id, entries in blocks(text, ids)}
    return [id for id, entries in blocks(judged.text, ids) if id in ids and there.get(id) != _meant(entries)]


def _meant(entries: Iterable[Entry]) -> list[object]:
    """Return entries without what is worked out, and without entries that say nothing."""
    worded = [entry for entry in entries if entry.words]
    return [(entry.level, entry.kind, _said(entry.heading), _said(entry.body)) for entry in worded]


def _said(runs: Runs) -> list[list[object]]:
    """Return words with their looks; a reference by its target, as one that leads nowhere is printed."""
    out: list[list[object]] = []
    for run in runs:
        words = f"[[{run.ref}]]" if run.ref else run.text
        if out and out[-1][1:] == [run.style, run.href]:
            out[-1][0] = f"{out[-1][0]}{words}"
        else:
            out.append([words, run.style, run.href])
    return out
