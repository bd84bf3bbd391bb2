"""Write the gathered clauses as the plain data of a section file, with an id for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from protobuild.interchange.drafts import Draft, ItemDraft
from protobuild.interchange.ids import new_id
from protobuild.interchange.notes import Note, Topic, Unit
from protobuild.interchange.numbers import marks_of
from protobuild.interchange.prose import Part, bare, compose
from protobuild.interchange.typed import Parted, Typed, recognise
from protobuild.model.names import Names

Data = dict[str, Any]
"""Plain data, as it stands in a YAML file: mappings, lists and strings."""

_FILES = ("protocol", "numbers", "baseline")
"""Files that are no section's: a section of that id would be written over them."""
_ATTRIBUTION = re.compile(r"^[–—-]+\s*\S")


@dataclass(slots=True)
class Written:
    """What is known of the clauses written so far."""

    names: Names = field(default_factory=lambda: Names(_FILES))
    numbers: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    unit: Unit = "line"

    def name(self, words: str, otherwise: str, line: int, label: str = "") -> str:
        """Return a new id made of those words, and remember its number as printed and its line."""
        return self._remember(new_id(bare(words), otherwise, self.names), line, label)

    def take(self, name: str, line: int, label: str = "") -> str:
        """Return that very id, or one like it when it is given already."""
        return self._remember(self.names.take(name), line, label)

    def _remember(self, given: str, line: int, label: str) -> str:
        self.lines[given] = line
        if label:
            self.numbers[given] = label
        return given


def write_clause(draft: Draft, written: Written) -> Data:
    """Return the data of one clause."""
    match draft.content:
        case "text":
            return _text(draft, written)
        case "matrix":
            return _matrix(draft, written)
        case "quotation":
            return _quotation(draft, written)
        case "subheading":
            name = written.name(draft.heading, "heading", draft.line, draft.label.rstrip("."))
            return {"id": name, "subheading": draft.heading}
        case "signatures":
            name = written.name("signatures", "signatures", draft.line)
            keys = ("name", "office", "group")
            return {
                "id": name,
                "signatures": [dict(zip(keys, lines, strict=False)) for lines in draft.signed],
            }


def _text(draft: Draft, written: Written) -> Data:
    typed = recognise(draft)
    label = draft.label if draft.label.startswith("(") else draft.label.rstrip(".")
    if typed and "of" in typed.facts:
        name = written.take(f"expected-of-{typed.facts['of']}", draft.line, label)
    else:
        words = typed.facts.get("term", "") if typed else ""
        name = written.name(words or _words(draft), "paragraph", draft.line, label)
    if typed:
        _say_what_it_was_taken_for(typed, draft, written)
        return {"id": name, typed.key: _typed(typed, draft, written)}
    data: Data = {"id": name, "text": compose(draft.parts)}
    if draft.items:
        data["items"] = _items(draft.items, written)
        data |= _marks(draft.items)
    if draft.closing:
        data["closing"] = compose(draft.closing)
    return data


def _words(draft: Draft) -> str:
    """Return the words a clause is named by: its own, else those of its list."""
    return " ".join(part.text for part in draft.parts)[:600]


def _typed(typed: Typed, draft: Draft, written: Written) -> Data:
    match typed.key, typed.parted:
        case "expectations", Parted() as parted:
            body = {"lead_in": compose(parted.lead), **_marks(parted.items)}
            body["items"] = _items(parted.items, written)
        case "definition", Parted() as parted:
            body = {"text": compose(parted.lead), **_marks(parted.items)}
            body["examples"] = _items(parted.items, written)
        case _:
            return {"text": compose(draft.parts), **typed.facts}
    if parted.closing:
        body["closing"] = compose(parted.closing)
    return {**typed.facts, **body}


def _say_what_it_was_taken_for(typed: Typed, draft: Draft, written: Written) -> None:
    what = typed.key.replace("_", " ")
    if "of" in typed.facts:
        what += f" of {typed.facts['of']}"
    where = f"{draft.label} " if draft.label else ""
    written.notes.append(
        Note(Topic.CONTENT, f"{where}taken for {what}: {typed.reason}", draft.line, typed.confidence)
    )


def _items(items: Sequence[ItemDraft], written: Written) -> list[Data]:
    out: list[Data] = []
    for item in items:
        words = item.heading or " ".join(part.text for part in item.parts)[:600]
        data: Data = {"id": written.name(words, "item", item.line, item.label)}
        if item.heading:
            data["heading"] = item.heading
        data["text"] = compose(item.parts)
        if item.items:
            data["items"] = _items(item.items, written)
        out.append(data)
    return out


def _marks(items: Sequence[ItemDraft]) -> Data:
    marks = marks_of([item.label for item in items])
    return {} if marks == "letters" else {"marks": marks}


def _matrix(draft: Draft, written: Written) -> Data:
    columns, *rows = draft.rows
    name = written.name(draft.heading or " ".join(columns), "table", draft.line)
    matrix: Data = {"caption": draft.heading} if draft.heading else {}
    return {"id": name, "matrix": {**matrix, "columns": list(columns), "rows": [list(row) for row in rows]}}


def _quotation(draft: Draft, written: Written) -> Data:
    parts = [Part("paragraph", part.text) for part in draft.parts]
    name = written.name(" ".join(part.text for part in parts)[:600], "quotation", draft.line)
    source = parts.pop().text if len(parts) > 1 and _ATTRIBUTION.match(parts[-1].text) else ""
    data: Data = {"text": compose(parts)}
    if source:
        data["source"] = source
    return {"id": name, "quotation": data}
