"""Coverage: what a protocol says of each provision, as text, as a page, as CSV and as data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup

from protobuild.model.citing import Cited, cited, how_far_read
from protobuild.model.coverage import Covered, State, by_kind
from protobuild.model.kinds import KINDS
from protobuild.model.outline import Outline
from protobuild.model.saying import counted, listed
from protobuild.render.csv import write_csv
from protobuild.render.markup import el, join
from protobuild.render.register import write_register, write_table

SCHEMA = "protobuild/coverage/1"

COLUMNS = ("Provision", "What the protocol should say", "Needed", "Where it is said", "Authority")
CSV_COLUMNS = (
    "Reference",
    "Provision",
    "Kind of section",
    "What the protocol should say",
    "Needed",
    "State",
    "Paragraphs",
    "Clauses",
    "Remark",
    "Authority",
    "Class of the strongest authority",
    "Read for the catalogue",
    "Nations",
    "Example",
)

SUMMED: tuple[tuple[State, str], ...] = (
    ("said", "said"),
    ("missing", "missing"),
    ("claimed", "claimed without what it needs"),
    ("gap", "known to be missing"),
    ("waived", "left out on purpose"),
    ("undecided", "that wait on a condition"),
    ("optional", "not said and not required"),
    ("not asked", "not asked of this council"),
)
"""The states in the order a reader wants them, and how their number is said."""


def standing(row: Covered) -> str:
    """Return in words how a protocol stands to a provision, with the paragraphs.

    What is owed is in capitals, so that it is found in a long list without colour.
    """
    where = listed(row.where.numbers)
    match row.state:
        case "said":
            return f"said in {where}"
        case "claimed":
            return f"CLAIMED in {where}, which needs {row.remark}"
        case "missing":
            return "MISSING"
        case "gap":
            return "known gap"
        case "waived":
            return f"left out on purpose: {row.remark}"
        case "undecided":
            return (
                f"not said; needed {row.remark}" if not row.provision.when else f"not settled: {row.remark}"
            )
        case "optional":
            return "not said, and not required"
        case "not asked":
            return "not asked of this council"


def needed(row: Covered) -> str:
    """Return in words how much this council needs a provision."""
    condition = row.provision.condition
    if row.need == "conditional":
        return f"if {condition}"
    if row.need == "required" and row.provision.when:
        return f"required, since {condition}"
    return "not asked" if row.need == "none" else row.need


def summary(rows: Iterable[Covered]) -> str:
    """Return how many provisions stand in which state, in one sentence."""
    count = Counter(row.state for row in rows)
    parts = [f"{count[state]} {words}" for state, words in SUMMED if count[state]]
    return f"{counted(count.total(), 'provision')}: {listed(parts)}."


def coverage_text(outline: Outline, rows: Sequence[Covered]) -> str:
    """Return the coverage as plain text, by kind of section."""
    return (
        "\n".join([f"{outline.title}: what it says of each provision", summary(rows), *_listed(rows)]) + "\n"
    )


def news_text(rows: Iterable[Covered], before: int | None, now: int) -> str:
    """Return as plain text what the catalogue has gained since an edition, and what is to be done then."""
    compared = f"was compared with edition {before}" if before else "does not say with which it was compared"
    new = [row for row in rows if row.provision.edition > (before or 0)]
    if not new:
        return f"The catalogue is in edition {now}, and protocol.yaml {compared}: nothing is new.\n"
    head = f"The catalogue is in edition {now}, and protocol.yaml {compared}. New since, {summary(new)}"
    foot = (
        "Once each that is required is said, or listed under 'gaps' or 'waivers', "
        f"write 'catalogue: {now}' in protocol.yaml."
    )
    return "\n".join([head, *_listed(new), "", foot]) + "\n"


def _listed(rows: Iterable[Covered]) -> Iterator[str]:
    """Yield the lines that tell of each provision, by kind of section."""
    for kind, group in by_kind(rows):
        yield from ("", KINDS[kind].title)
        for row in group:
            yield f"  {row.provision.slug}: {standing(row)}"
            yield f"      {row.provision.says} ({needed(row)})"
            yield from (f"      {each.words} ({each.known})" for each in cited(row.provision))


def coverage_page(outline: Outline, rows: Sequence[Covered]) -> str:
    """Return the coverage as a page that stands alone: no script, no network, no colour needed."""
    tables = (write_table(KINDS[kind].title, COLUMNS, map(_cells, group)) for kind, group in by_kind(rows))
    leads = [
        summary(rows),
        "Each provision is one thing a protocol should say. What it rests on stands beside it, and whether "
        "that is statute, and whether it was read. Nobody has checked these entries against the law since.",
    ]
    return write_register(
        f"What it says of each provision: {outline.title}", leads, join(tables), council=outline.cover.council
    )


def _cells(row: Covered) -> tuple[str, ...]:
    provision = row.provision
    return provision.slug, provision.says, needed(row), _where(row), _authorities(row)


def _where(row: Covered) -> Markup | str:
    return el("strong", standing(row)) if row.owed else standing(row)


def _authorities(row: Covered) -> Markup:
    return join(el("p", f"{each.words} ({each.known})") for each in cited(row.provision))


def coverage_csv(outline: Outline, rows: Sequence[Covered]) -> str:
    """Return the coverage as CSV, a provision a row."""
    return write_csv(CSV_COLUMNS, map(_fields, rows))


def _fields(row: Covered) -> tuple[str, ...]:
    provision = row.provision
    return (
        provision.ref,
        provision.slug,
        provision.kind,
        provision.says,
        needed(row),
        row.state,
        "; ".join(row.where.numbers),
        "; ".join(row.where.ids),
        row.remark,
        provision.authority,
        provision.basis,
        how_far_read(provision),
        "; ".join(provision.nations),
        provision.example,
    )


def coverage_json(outline: Outline, rows: Sequence[Covered]) -> str:
    """Return the coverage as data, with a name for each part."""
    data = {"schema": SCHEMA, "title": outline.title, "provisions": [_record(row) for row in rows]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _record(row: Covered) -> dict[str, object]:
    provision = row.provision
    return {
        "provision": provision.slug,
        "ref": provision.ref,
        "kind": provision.kind,
        "says": provision.says,
        "need": row.need,
        "state": row.state,
        "remark": row.remark,
        "clauses": [
            {"id": id, "number": number} for id, number in zip(row.where.ids, row.where.numbers, strict=True)
        ],
        "authorities": [_authority(each) for each in cited(provision)],
    }


def _authority(each: Cited) -> dict[str, object]:
    """Return an authority with all that is known of it, so that others can check it against the law."""
    authority = each.authority
    return {
        "authority": authority.slug,
        "title": authority.title,
        "pin": each.pin,
        "about": each.about,
        "class": authority.basis,
        "read": each.read,
        "nations": list(authority.nations),
        "extent": authority.extent,
        "source": authority.source,
        "known": authority.known,
        "status": authority.status,
        "checked_on": authority.checked_on,
        "checked_by": authority.checked_by,
    }


COVERAGE: dict[str, Callable[[Outline, Sequence[Covered]], str]] = {
    "text": coverage_text,
    "html": coverage_page,
    "csv": coverage_csv,
    "json": coverage_json,
}
"""Every form of coverage by the name `check --coverage --format` gives it."""
