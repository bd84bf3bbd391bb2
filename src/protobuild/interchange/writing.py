"""Write a section of the source as the data of a section file, with its kind and what it provides."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.interchange.clauses import Data, Written, write_clause
from protobuild.interchange.drafts import Draft, gather
from protobuild.interchange.kinds import propose_kind
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.numbers import DOTTED, Printed, audit
from protobuild.interchange.provides import propose_provisions
from protobuild.interchange.sections import NO_HEADING, Stretch


def write_section(stretch: Stretch, written: Written) -> Data:
    """Return the data of one section, remembering in `written` what it learns."""
    drafts, notes = gather(stretch.blocks)
    kind = _kind(stretch, written)
    label = stretch.label.rstrip(".")
    name = _named(stretch, kind, label, written)
    clauses = [_clause(draft, written) for draft in drafts]
    written.notes += notes
    written.notes += audit(label, list(_printed(drafts)), written.unit)
    return {"id": name, "kind": kind, "heading": stretch.heading, "clauses": clauses}


def _named(stretch: Stretch, kind: str, label: str, written: Written) -> str:
    """Return the id of a section: its kind, once, else the words of its heading."""
    if kind != "other" and kind not in written.lines:
        return written.take(kind, stretch.line, label)
    words = "text" if stretch.heading == NO_HEADING else stretch.heading
    return written.name(words, "section", stretch.line, label)


def _kind(stretch: Stretch, written: Written) -> str:
    words = " ".join(block.text for block in stretch.blocks)
    kind, confidence, reason = propose_kind(stretch.heading, words)
    heading = f"{stretch.label} {stretch.heading}".strip()
    written.notes.append(
        Note(Topic.KIND, f"“{heading}” taken for {kind}: {reason}", stretch.line, confidence)
    )
    return kind


def _clause(draft: Draft, written: Written) -> Data:
    data = write_clause(draft, written)
    if draft.content != "text":
        return data
    found = propose_provisions(_key(data), _words(draft), _items(data))
    number = f"{draft.label} " if draft.label else ""
    written.notes += [
        Note(
            Topic.PROVIDES,
            f"{number}{'provides' if sure == 'high' else 'may provide; not written:'} {slug}",
            draft.line,
            sure,
        )
        for slug, sure in found
    ]
    certain = [slug for slug, sure in found if sure == "high"]
    if not certain:
        return data
    return {"id": data["id"], "provides": certain, **{key: data[key] for key in data if key != "id"}}


def _key(data: Data) -> str:
    """Return the content of a clause, with whose or what it is, as the table of evidence names it."""
    if "expectations" in data:
        return f"expectations:{data['expectations']['of']}"
    if "definition" in data:
        return f"definition:{data['definition']['term'].lower()}"
    return "response_time" if "response_time" in data else "text"


def _words(draft: Draft) -> str:
    return " ".join(part.text for part in [*draft.parts, *draft.closing])


def _items(data: Data) -> Sequence[str]:
    for key, listed in (("expectations", "items"), ("definition", "examples")):
        if key in data:
            return [item["text"] for item in data[key].get(listed, ())]
    return [item["text"] for item in data.get("items", ())]


def _printed(drafts: Sequence[Draft]) -> Sequence[Printed]:
    """Return the numbers of the section's paragraphs, and of items whose number holds theirs."""
    out: list[Printed] = []
    for draft in drafts:
        for line, label in [(draft.line, draft.label), *((item.line, item.label) for item in draft.items)]:
            bare = label.rstrip(".)")
            if DOTTED.match(bare) or (draft.label == label and bare.isdigit()):
                out.append(Printed(bare, line))
    return out
