"""Put one clause together from two, where a meeting agreed to some of its changes and refused others."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.interchange.prose import Part, compose, escape
from protobuild.life.deciding.marked import Verdict, closing
from protobuild.life.deciding.sources import Data
from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import Runs
from protobuild.store.places import Value

HOLDERS = ("expectations", "definition", "procedure")
"""Contents that hold their words and their list themselves."""
WORDS = ("text", "lead_in", "subheading")
LISTS = ("items", "steps", "examples")
_PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.BULLET, Kind.CONTINUATION, Kind.QUOTATION, Kind.CLOSING})
_STARS = {"strong": "**", "emphasis": "*"}
_PARTS = {Kind.BULLET: "bullet", Kind.QUOTATION: "quotation"}


class UnmixableError(Exception):
    """The clause is of a sort whose changes are agreed or refused together."""


def mixed(id: str, base: Data, paper: Data, entries: Sequence[Entry], verdict: Verdict) -> Data:
    """Return a clause of the paper with its refused changes taken back.

    `entries` are what readers are to see of it. Raises UnmixableError for a table, a quotation and
    the like, and where the sort of content was changed.
    """
    out = dict(paper)
    for key in HOLDERS:
        if key in paper or key in base:
            held, was = paper.get(key), base.get(key)
            if not (isinstance(held, dict) and isinstance(was, dict)):
                raise UnmixableError
            out[key] = _node(id, was, held, entries, verdict)
            return out
    if not any(key in paper and key in base for key in WORDS):
        raise UnmixableError
    return _node(id, base, paper, entries, verdict)


def rebuilt(data: Data, entries: Sequence[Entry]) -> Data:
    """Return a clause of prose that says what readers are to see, where no side says just that.

    Raises UnmixableError for a clause that is not prose and a list.
    """
    if "text" not in data or any(entry.kind not in _PROSE for entry in entries):
        raise UnmixableError
    starts = [number for number, entry in enumerate(entries) if number and entry.id]
    own = entries[: starts[0] if starts else None]
    out = {**data, "text": _written([each for each in own if each.kind is not Kind.CLOSING])}
    out |= {"closing": _written(ends)} if (ends := [e for e in entries if e.kind is Kind.CLOSING]) else {}
    known = _listed(data, "items")
    out["items"] = [
        known.get(entry.id, {"id": entry.id, "text": _markdown(entry.body)})
        for entry in entries[1:]
        if entry.id
    ]
    return {key: value for key, value in out.items() if value != [] and (key != "closing" or ends)}


def _node(id: str, base: Data, paper: Data, entries: Sequence[Entry], verdict: Verdict) -> Data:
    """Return what a clause, or the content that holds its words, says."""
    out = dict(paper)
    starts = [number for number, entry in enumerate(entries) if number and entry.id]
    own = [each for each in entries[: starts[0] if starts else None] if each.kind is not Kind.CLOSING]
    _settle(out, base, own, verdict.of(id).own, verdict)
    ends = [entry for entry in entries if entry.kind is Kind.CLOSING]
    _settle(out, base, ends, verdict.of(closing(id)).own, verdict, ("closing",))
    for key in LISTS:
        if key in base or key in paper:
            out[key] = _list(_listed(base, key), _listed(paper, key), entries[len(own) :], verdict)
            if not out[key]:
                del out[key]
    return out


def _settle(
    out: Data,
    base: Data,
    entries: Sequence[Entry],
    names: set[str],
    verdict: Verdict,
    keys: Sequence[str] = ("heading", *WORDS),
) -> None:
    """Give fields the words that result: the paper's, the base's, or both put together."""
    if not verdict.refuses(names):
        return
    for key in keys:
        if key not in out and key not in base:
            continue
        if verdict.refuses_all(names):
            if key in base:
                out[key] = base[key]
            else:
                del out[key]
        elif key != "heading":
            out[key] = _written(entries)


def _list(
    base: dict[str, Data], paper: dict[str, Data], entries: Sequence[Entry], verdict: Verdict
) -> list[Value]:
    """Return the items that result, in the order readers see them."""
    out: list[Value] = []
    for number, entry in enumerate(entries):
        old, new = base.get(entry.id), paper.get(entry.id)
        if not entry.id or (old is None and new is None):
            continue
        names = verdict.of(entry.id).own
        if old is None or new is None:
            out.append((new or old) or {})
        elif verdict.refuses_all(names):
            out.append(old)
        else:
            out.append(_node(entry.id, old, new, _under(entries[number:]), verdict))
    shown = {entry.id for entry in entries}
    out += (each for id, each in paper.items() if "applies_if" in each and id not in shown)
    return out


def _under(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the first of these entries with all that hangs on it."""
    for number, entry in enumerate(entries[1:], 1):
        if entry.level <= entries[0].level:
            return entries[:number]
    return entries


def _listed(data: Data, key: str) -> dict[str, Data]:
    value = data.get(key)
    found = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return {str(each.get("id", "")): each for each in found}


def _written(entries: Sequence[Entry]) -> str:
    """Return the Markdown of words as they result."""
    depth = min((entry.level for entry in entries[1:]), default=0)
    parts = [
        Part(_PARTS.get(entry.kind, "paragraph"), _markdown(entry.body), max(0, entry.level - depth))  # type: ignore[arg-type]
        for entry in entries
    ]
    return compose(parts)


def _markdown(runs: Runs) -> str:
    out = ""
    for run in runs:
        words = f"[[{run.ref}]]" if run.ref else escape(run.text)
        for style, stars in _STARS.items():
            words = f"{stars}{words}{stars}" if style in run.style else words
        out += f"[{words}]({run.href})" if run.href and not run.ref else words
    return out
