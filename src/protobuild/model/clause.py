"""Clause: one authored provision, and the content keys it may hold."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""A lasting name: lower-case letters, digits and hyphens, a letter first."""

Prose = Annotated[str, StringConstraints(min_length=1)]
"""Markdown for prose only: emphasis, links, lists, quotations and `[[references]]`."""

Marks = Literal["letters", "numbers", "decimals", "roman", "bullets"]
"""How the items of a list are marked: (a), 1., 4.3.1, (i), or a bullet with no number."""

Sides = Literal["members", "officers", "both"]


class Authored(BaseModel):
    """A mapping an author writes: nothing in it is ignored, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Item(Authored):
    """One citable item of a list."""

    id: Slug
    """The item's lasting name. It is never printed."""
    heading: str = ""
    """A label printed in bold before the words."""
    text: Prose
    """The words of the item."""
    items: tuple[Item, ...] = ()
    """Items under this one."""
    applies_if: str = ""
    """A fact of the council that must hold, or `not` and the fact."""


class Expectations(Authored):
    """What one side may expect of the other."""

    of: Sides
    """Whose behaviour the list describes: members, officers or both."""
    lead_in: Prose
    """The words before the list."""
    marks: Marks = "letters"
    items: tuple[Item, ...] = Field(min_length=1)
    closing: str = ""
    """Words after the list that belong to the whole."""


class Definition(Authored):
    """What a term means."""

    term: Prose
    """The term defined, as the text writes it."""
    basis: str = ""
    """Where the definition comes from, such as `acas` or `Equality Act 2010 section 26`."""
    text: Prose
    """The definition in the protocol's own words."""
    marks: Marks = "letters"
    examples: tuple[Item, ...] = ()
    closing: str = ""
    """Words after the examples that belong to the whole."""


class Step(Authored):
    """One step of a procedure. The words printed are `text`; the rest are facts about them."""

    id: Slug
    text: Prose
    actor: str = ""
    """The role that acts."""
    action: str = ""
    """What the role does, in a word or two."""
    to: str = ""
    """The role it goes to."""
    within: str = ""
    """A time limit, such as `10 working days`."""
    instead: str = ""
    """Who stands in when the first addressee is the subject of the matter."""


class Procedure(Authored):
    """How a matter is raised, step by step."""

    for_: Literal["members", "officers", "anyone"] = Field(alias="for")
    """Who uses the procedure."""
    lead_in: Prose
    """The words before the steps."""
    marks: Marks = "letters"
    steps: tuple[Step, ...] = Field(min_length=1)
    closing: str = ""
    """Words after the steps that belong to the whole."""


class ResponseTime(Authored):
    """How soon an enquiry is answered. The words printed are `text`; the rest are facts about them."""

    text: Prose
    value: int = Field(gt=0)
    """How many units."""
    unit: Literal["hours", "days", "working_days", "weeks"] = "working_days"
    holding_reply: bool = False
    """Whether a holding reply is promised when a full answer takes longer."""


class Matrix(Authored):
    """A table whose first row names the columns."""

    caption: str = ""
    columns: tuple[str, ...] = Field(min_length=1)
    rows: tuple[tuple[str, ...], ...] = Field(min_length=1)
    """One list a row, one Markdown cell a column; a blank line in a cell starts a further paragraph."""

    @model_validator(mode="after")
    def _rows_are_full(self) -> Matrix:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row {number} has {len(row)} cells and the table has {len(self.columns)} columns"
                )
        return self


class Quotation(Authored):
    """Words of another document, printed as a block."""

    text: Prose
    source: str = ""
    """The document or person quoted, printed below."""
    pin: str = ""
    """The place in that document, such as `paragraph 3`."""


class Signature(Authored):
    """A person or body that has endorsed the protocol in its text."""

    name: str = ""
    office: str = ""
    group: str = ""
    date: dt.date | None = None


Content = (
    str | Expectations | Definition | Procedure | ResponseTime | Matrix | Quotation | tuple[Signature, ...]
)

CONTENT_KEYS = (
    "text",
    "expectations",
    "definition",
    "procedure",
    "response_time",
    "matrix",
    "quotation",
    "subheading",
    "signatures",
)
"""The keys of which a clause has exactly one. The first five are numbered paragraphs."""

NUMBERED_KEYS = frozenset(CONTENT_KEYS[:5])


class Clause(Authored):
    """One authored provision: an id, what it provides, and exactly one content key."""

    id: Slug
    """The clause's lasting name. Choose it once; it is never printed and never reused."""
    provides: tuple[Slug, ...] = ()
    """What a protocol must say that is said here; see `protobuild show --provisions`."""
    heading: str = ""
    """A run-in heading before the words."""
    note: str = ""
    """A note for drafters. It is never published."""
    applies_if: str = ""
    """A fact of the council that must hold, or `not` and the fact."""
    quiet: dict[str, Prose] = Field(default_factory=dict)
    """Checks silenced here: the check's name, and the reason."""
    reviewed: dict[str, str] = Field(default_factory=dict)
    """What the clause was read against: an id, or `doc:` and a name, with the check mark its words had."""

    text: Prose | None = None
    """Prose in Markdown, one sentence a line."""
    items: tuple[Item, ...] = ()
    """Citable items after `text`."""
    marks: Marks = "letters"
    """How `items` are marked."""
    closing: str = ""
    """Words after the items that belong to the whole."""
    expectations: Expectations | None = None
    definition: Definition | None = None
    procedure: Procedure | None = None
    response_time: ResponseTime | None = None
    matrix: Matrix | None = None
    quotation: Quotation | None = None
    subheading: Prose | None = None
    """A heading inside the section, without a number."""
    signatures: tuple[Signature, ...] | None = None

    @model_validator(mode="after")
    def _has_one_content(self) -> Clause:
        present = [key for key in CONTENT_KEYS if getattr(self, key) is not None]
        if len(present) != 1:
            found = " and ".join(present) if present else "none"
            raise ValueError(f"one of {', '.join(CONTENT_KEYS)} is needed; found {found}")
        if self.text is None and (self.items or self.closing):
            raise ValueError("'items' and 'closing' belong to 'text'")
        return self

    @property
    def content_key(self) -> str:
        """The one content key this clause holds."""
        return next(key for key in CONTENT_KEYS if getattr(self, key) is not None)

    @property
    def numbered(self) -> bool:
        """Whether the clause becomes a numbered paragraph."""
        return self.content_key in NUMBERED_KEYS

    @property
    def listed(self) -> tuple[Item | Step, ...]:
        """The citable items of the clause, whatever their content key calls them."""
        match (self.expectations, self.definition, self.procedure):
            case (Expectations() as expectations, _, _):
                return expectations.items
            case (_, Definition() as definition, _):
                return definition.examples
            case (_, _, Procedure() as procedure):
                return procedure.steps
        return self.items
