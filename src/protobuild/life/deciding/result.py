"""The files that result from a decision, proved to say what was decided."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from protobuild.life.deciding.marked import Verdict, blocks, verdict
from protobuild.life.deciding.mixing import LISTS, WORDS, UnmixableError, mixed, rebuilt
from protobuild.life.deciding.sources import Data, Piece, Sources, put_together, read_sources
from protobuild.model.assemble import assemble
from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Change, Redlined, What
from protobuild.model.runs import Runs
from protobuild.model.saying import listed
from protobuild.model.source import UsageError
from protobuild.store.comments import comments
from protobuild.store.load import load_leniently
from protobuild.store.parts import MANIFEST
from protobuild.store.places import Value
from protobuild.store.tree import Files, Tree
from protobuild.store.yaml import read_yaml, write_yaml

_NAMED = re.compile(r"\[\[(?:(role|doc|term):)?([a-z0-9-]+)\]\]")
_REGISTERS = {"role": "roles", "doc": "documents", "term": "terms"}


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
        files = _amended(files, words)
        text = _text(files)
    return Result(files, text, tuple(_dependent(judged)))


def _files(
    judged: Verdict, old: Sources, new: Sources, ids: Collection[str], anew: Collection[str] = ()
) -> dict[str, bytes]:
    """Return the files that result, with some clauses written anew from what readers are to see."""
    sections = _sections(judged, old, new, ids, anew)
    manifest = _manifest(judged, old, new, {name: data for name, (data, _) in sections})
    said = put_together(Piece(manifest, new.manifest.comments), [])[1]
    return {
        MANIFEST: _bytes(MANIFEST, manifest, said, (new, old)),
        **{name: _bytes(name, data, said, (new, old)) for name, (data, said) in sections},
    }


# -- sections ---------------------------------------------------------------------------------


Laid = tuple[Data, Mapping[tuple[str | int, ...], object]]


def _sections(
    judged: Verdict, old: Sources, new: Sources, ids: Collection[str], anew: Collection[str]
) -> list[tuple[str, tuple[Data, dict]]]:  # type: ignore[type-arg]
    """Return each section file with its data and comments, in the order that results."""
    heads: list[str] = []
    inside: dict[str, list[tuple[str, list[Entry]]]] = {}
    for id, entries in blocks(judged.text, ids):
        if entries and entries[0].kind is Kind.SECTION:
            heads.append(id)
            inside[id] = []
        elif heads and id:
            inside[heads[-1]].append((id, entries))
    _with_hidden(heads, inside, judged, new)
    out = []
    for head in heads:
        piece = _head(head, judged, old, new)
        clauses = [_clause(id, entries, judged, old, new, id in anew) for id, entries in inside[head]]
        if not clauses:
            raise UsageError(
                f"Nothing would be left under “{piece.data.get('heading', head)}”.",
                fix="Decide alike about the heading and about what stands under it.",
            )
        out.append((piece.file, put_together(piece, clauses)))
    return out


def _with_hidden(
    heads: list[str], inside: dict[str, list[tuple[str, list[Entry]]]], judged: Verdict, new: Sources
) -> None:
    """Put back what the paper's files have and no reader sees: what does not apply to this council."""
    shown = {entry.id for entry in judged.made.outline.entries if entry.id}
    previous = ""
    for section, clauses in new.order.items():
        if section not in shown:
            heads.insert(heads.index(previous) + 1 if previous in heads else 0, section)
            inside[section] = []
        before = ""
        for id in clauses:
            if id not in shown and section in inside:
                row = [each for each, _ in inside[section]]
                inside[section].insert(row.index(before) + 1 if before in row else 0, (id, []))
            before = id
        previous = section if section in heads else previous


def _head(id: str, judged: Verdict, old: Sources, new: Sources) -> Piece:
    before, after = old.sections.get(id), new.sections.get(id)
    if after is None or before is None:
        found = after or before
        if found is None:
            raise UsageError(f"There is no section '{id}' on either side.")
        return found
    if judged.refuses_all(judged.of(id).own):
        return Piece({**after.data, "heading": before.data["heading"]}, after.comments, after.file)
    return after


def _clause(id: str, entries: list[Entry], judged: Verdict, old: Sources, new: Sources, anew: bool) -> Piece:
    before, after = old.clauses.get(id), new.clauses.get(id)
    names = judged.of(id).whole
    if anew and (like := after or before):
        try:
            return Piece(rebuilt(like.data, entries), like.comments)
        except UnmixableError:
            raise _alike(judged, names) from None
    if after is None or (before is not None and judged.refuses_all(names)):
        return before if before is not None else Piece({})
    if before is None or not judged.refuses(names):
        return after
    try:
        data = mixed(id, before.data, after.data, entries, judged)
    except UnmixableError:
        raise _alike(judged, names) from None
    return Piece(data, after.comments)


def _alike(judged: Verdict, names: Collection[str]) -> UsageError:
    parted = listed(sorted(names, key=_place))
    return UsageError(
        f"{parted} change the same clause in a way that cannot be taken apart.",
        fix="Decide alike about them, or record the words agreed as amended.",
    )


def _place(name: str) -> tuple[int, str]:
    digits = re.search(r"\d+", name)
    return (int(digits.group()) if digits else 0, name)


# -- the manifest -----------------------------------------------------------------------------


def _manifest(judged: Verdict, old: Sources, new: Sources, sections: Mapping[str, Data]) -> Data:
    out = dict(new.manifest.data)
    before = old.manifest.data
    for key, kind in (("title", Kind.TITLE), ("front", Kind.FRONT)):
        if judged.refuses_all(judged.of(kind.value).own):
            out[key] = before.get(key, "")
    roles = dict(_mapping(out, "roles"))
    for change in judged.made.changes:
        if change.what is What.RETITLED and change.name in judged.refused:
            role = change.ids[0].partition(":")[2]
            roles[role] = _mapping(before, "roles").get(role, roles.get(role, ""))
    if roles:
        out["roles"] = dict(roles)
    _registered(out, before, sections)
    _without_what_is_back(out, before, sections)
    out["sections"] = [name.removesuffix(".yaml") for name in sections]
    return {key: value for key, value in out.items() if value not in ("", [])}


def _registered(out: Data, before: Data, sections: Mapping[str, Data]) -> None:
    """Put back the roles, documents and terms that words taken back from the base refer to."""
    named = {found.groups() for data in sections.values() for found in _NAMED.finditer(repr(data))}
    for sort, key in _REGISTERS.items():
        missing = {
            name: value
            for name, value in _mapping(before, key).items()
            if (sort, name) in named and name not in _mapping(out, key)
        }
        if missing:
            out[key] = {**_mapping(out, key), **missing}


def _without_what_is_back(out: Data, before: Data, sections: Mapping[str, Data]) -> None:
    """Take off the list of retired ids those that are back, and put back what is again unsaid."""
    nodes = [node for data in sections.values() for node in _nodes(data.get("clauses"))]
    ids = {node.get("id") for node in nodes}
    said = {slug for node in nodes for slug in _list(node, "provides")}
    out["retired"] = [id for id in _list(out, "retired") if id not in ids]
    debts = dict.fromkeys([*_list(out, "gaps"), *_list(before, "gaps")])
    out["gaps"] = [slug for slug in debts if slug not in said]


def _list(data: Data, key: str) -> list[str]:
    value = data.get(key)
    return [str(each) for each in value] if isinstance(value, list) else []


def _mapping(data: Data, key: str) -> Data:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


# -- what is written ---------------------------------------------------------------------------


def _bytes(name: str, data: Data, said: object, sides: tuple[Sources, ...]) -> bytes:
    """Return a file's bytes: as a side has them where it says just that, else laid out anew."""
    for side in sides:
        raw, written = side.files.get(name, (None, b""))
        if raw is not None and raw.data == data:
            return written
    return write_yaml(data, said).encode()  # type: ignore[arg-type]


def _text(files: Mapping[str, bytes]) -> Outline:
    return assemble(load_leniently(Files("the text that results", dict(files))).protocol)


def _insist(judged: Verdict, text: Outline, ids: Collection[str]) -> None:
    """Raise UsageError where the files do not say what was decided."""
    if _meant(text.entries) != _meant(judged.text.entries):
        raise _alike(judged, {name for id in _wrong(judged, text, ids) for name in judged.of(id).whole})


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


def _amended(files: Mapping[str, bytes], words: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files with the words of some clauses and items put in their place."""
    left = dict(words)
    out = dict(files)
    for name, data in files.items():
        raw = read_yaml(name, data)
        if name == MANIFEST or not isinstance(raw.data, dict):
            continue
        for node in _nodes(raw.data.get("clauses")):
            if (id := str(node.get("id", ""))) in left:
                _put(node, left.pop(id))
                out[name] = write_yaml(raw.data, comments(raw)).encode()
    if left:
        raise UsageError(
            f"Words were agreed for '{next(iter(left))}', and the text that results has no such clause.",
            fix="Write the id of a clause or an item that stands in it.",
        )
    return out


def _nodes(value: Value | None) -> Iterator[Data]:
    """Yield the clauses of a section, and the items in them."""
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict):
            yield each
            for held in (each, *(part for part in each.values() if isinstance(part, dict))):
                for key in LISTS:
                    yield from _nodes(held.get(key))


def _put(node: Data, words: str) -> None:
    for held in (node, *(part for part in node.values() if isinstance(part, dict))):
        for key in WORDS:
            if key in held:
                held[key] = words
                return


# -- what depends on what ----------------------------------------------------------------------


def _dependent(judged: Verdict) -> Iterator[str]:
    """Yield a sentence for each agreed change that refers to what a refused one would have brought."""
    there = {entry.id for entry in judged.text.entries if entry.id}
    brought = {
        id: change
        for change in judged.made.changes
        if change.name in judged.refused
        for id in change.ids
        if id not in there
    }
    for change in judged.made.changes:
        if change.name in judged.refused:
            continue
        wanted = dict.fromkeys(ref for ref in _references(change, judged) if ref in brought)
        for ref in wanted:
            yield f"{change.name} refers to what {brought[ref].name} would add ({brought[ref].title})."


def _references(change: Change, judged: Verdict) -> Iterator[str]:
    entries = judged.made.outline.entries
    for at in change.at:
        yield from (run.ref for run in entries[at].runs if run.ref and run.seen_in(1))
