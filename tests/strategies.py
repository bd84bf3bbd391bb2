"""Random outlines for the laws: sections, lists, tables and references, and what councils do to them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from protobuild.model.numbering import Slot, labels
from protobuild.model.outline import NUMBERED, Entry, Kind, Outline, Side, clean
from protobuild.model.runs import Run, plain, words

WORDS = (
    "members officers must should may not council advice report within ten working days the of and or "
    "only unless complaint respect café “quoted” Director's co-opted 5.2 (a) ; , . é \xa0 \U0001f41d"
).split(" ")

_style = st.sampled_from([frozenset(), frozenset(), frozenset({"strong"}), frozenset({"emphasis"})])
_text = st.lists(st.sampled_from(WORDS), min_size=0, max_size=12).map(" ".join)
_run = st.builds(
    Run,
    text=_text,
    style=_style,
    href=st.sampled_from(["", "", "", "https://example.gov.uk/code"]),
)
_reference = st.builds(
    lambda ref, text: Run(text, ref=ref),
    st.sampled_from(["p1", "p2", "role:mo"]),
    st.sampled_from(["1.1", "2.3", "MO"]),
)
_runs = st.lists(st.one_of(_run, _run, _run, _reference), min_size=0, max_size=3).map(tuple)

SHAPES: dict[Kind, int] = {
    Kind.SECTION: 1,
    Kind.FRONT: 1,
    Kind.SUBHEADING: 2,
    Kind.PARAGRAPH: 2,
    Kind.ITEM: 3,
    Kind.BULLET: 3,
    Kind.CONTINUATION: 3,
    Kind.CLOSING: 3,
    Kind.QUOTATION: 3,
}
_kinds = st.sampled_from([*SHAPES, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ITEM])


@st.composite
def blocks(draw: st.DrawFn) -> list[Entry]:
    """Draw one entry, or a whole table."""
    if draw(st.integers(0, 9)) == 0:
        columns = draw(st.integers(1, 3))
        out = [Entry("", 3, Kind.TABLE, heading=draw(_runs))]
        for row in range(draw(st.integers(1, 3))):
            out.append(Entry("", 4, Kind.ROW if row else Kind.HEADER))
            out += [Entry("", 5, Kind.CELL, body=draw(_runs)) for _ in range(columns)]
        return out
    kind = draw(_kinds)
    level = SHAPES[kind] + (draw(st.integers(0, 1)) if kind in (Kind.ITEM, Kind.BULLET) else 0)
    heading = draw(_runs) if kind in (Kind.SECTION, Kind.SUBHEADING) else ()
    body = () if heading else draw(_runs)
    return [Entry("", level, kind, heading=heading, body=body)]


def finish(entries: list[Entry], ids: list[str]) -> Outline:
    """Return an outline with ids and worked-out numbers; ids beyond those given are left empty."""
    given = iter(ids)
    named = [replace(entry, id=next(given, "")) if entry.kind in NUMBERED else entry for entry in entries]
    numbers = labels((Slot(entry.kind, entry.level) for entry in named), "decimal")
    done = [clean(replace(entry, num=words(label))) for entry, label in zip(named, numbers, strict=True)]
    return Outline((Entry("", 0, Kind.TITLE, heading=words("Protocol")), *done), (Side("A"),))


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Draw a clean outline with unique ids."""
    drawn = [entry for block in draw(st.lists(blocks(), max_size=8)) for entry in block]
    ids = draw(st.permutations([f"p{number}" for number in range(1, 12)]))
    return finish(drawn, list(ids))


@st.composite
def amended(draw: st.DrawFn, outline: Outline) -> Outline:
    """Draw an amendment of an outline: reworded, dropped, added, moved, merged, split, levelled, unheaded."""
    entries = [replace(entry, num=()) for entry in outline.entries[1:]]
    for _ in range(draw(st.integers(0, 5))):
        if not entries:
            break
        at = draw(st.integers(0, len(entries) - 1))
        entry = entries[at]
        match draw(
            st.sampled_from(["reword", "drop", "add", "move", "merge", "split", "level", "unhead", "style"])
        ):
            case "reword":
                entries[at] = replace(entry, body=entry.body + draw(_runs))
            case "drop":
                del entries[at]
            case "add":
                entries[at:at] = draw(blocks())
            case "move":
                entries.insert(draw(st.integers(0, len(entries) - 1)), entries.pop(at))
            case "merge" if at:
                entries[at - 1] = replace(entries[at - 1], body=entries[at - 1].body + entry.body)
                del entries[at]
            case "split" if plain(entry.body):
                text = plain(entry.body)
                cut = draw(st.integers(0, len(text)))
                half = replace(entry, id="", body=words(text[cut:].strip(" ")))
                entries[at : at + 1] = [replace(entry, body=words(text[:cut].strip(" "))), half]
            case "level" if entry.kind in (Kind.PARAGRAPH, Kind.ITEM):
                kind = Kind.ITEM if entry.kind is Kind.PARAGRAPH else Kind.PARAGRAPH
                entries[at] = replace(entry, kind=kind, level=SHAPES[kind])
            case "unhead" if entry.kind is Kind.SECTION:
                del entries[at]
            case "style":
                entries[at] = replace(
                    entry, body=tuple(replace(run, style=frozenset({"strong"})) for run in entry.body)
                )
    numbers = labels((Slot(entry.kind, entry.level) for entry in entries), "decimal")
    done = [clean(replace(entry, num=words(label))) for entry, label in zip(entries, numbers, strict=True)]
    return Outline((outline.entries[0], *done), (Side("B"),))
