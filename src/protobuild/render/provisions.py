"""Provisions: the page that says what a protocol should say, why, and on whose authority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from protobuild.model.authorities import Authority, authorities, duties
from protobuild.model.citing import BINDING, cited
from protobuild.model.kinds import KINDS
from protobuild.model.provisions import Need, Provision, catalogue, edition
from protobuild.model.saying import listed
from protobuild.render.markup import el, join
from protobuild.render.register import write_register, write_table

TITLE = "What a protocol should say, and why"
LEADS = (
    "A catalogue of what a member-officer protocol should say. Beside each provision stands why it matters "
    "to a reader, what it rests on, and whether that is statute. What is named as law is the law that the "
    "words must fit, whether or not it speaks of protocols.",
    "Read means that the place named was read for this catalogue; nobody has compared it with the law since. "
    "Of what was not read nothing is claimed. A council asks its own monitoring officer or solicitor.",
)
NATIONS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}
NEEDS: dict[Need, str] = {
    "required": "required",
    "conditional": "required on a condition",
    "optional": "optional",
    "none": "not asked",
}
DUTY_COLUMNS = ("Nation", "What was found", "Read")
AUTHORITY_COLUMNS = ("Authority", "What it governs, and where", "What was read of it", "Standing")


def provisions_page() -> str:
    """Return the whole catalogue as a page that stands alone: by kind of section, then its authorities."""
    body = join(
        (
            write_table("Whether a council is asked to have a protocol", DUTY_COLUMNS, _duties()),
            join(_of_kind(kind, rows) for kind, rows in _by_kind()),
            write_table("The authorities named here", AUTHORITY_COLUMNS, map(_authority, _named())),
        )
    )
    leads = (*LEADS, f"This is edition {edition()} of the catalogue, with {len(catalogue())} provisions.")
    return write_register(TITLE, leads, body)


def provisions_text() -> str:
    """Return the whole catalogue as plain text: what there should be, for whom, and on whose authority."""
    out = [f"{TITLE} (edition {edition()}, {len(catalogue())} provisions)"]
    for kind, rows in _by_kind():
        out += ["", KINDS[kind].title]
        for row in rows:
            out += [f"  {row.slug}: {row.says}", f"      {asked_of(row)}"]
            out += [f"      {each.words} ({each.known})" for each in cited(row)]
    return "\n".join(out) + "\n"


def _by_kind() -> Iterable[tuple[str, list[Provision]]]:
    kinds: dict[str, list[Provision]] = {}
    for row in catalogue().values():
        kinds.setdefault(row.kind, []).append(row)
    return kinds.items()


def _duties() -> Iterator[tuple[str, ...]]:
    for nation, duty in duties().items():
        yield NATIONS[nation], duty.found, "what is cited was read" if duty.read else "not read"


def _of_kind(kind: str, rows: Iterable[Provision]) -> Markup:
    about = (el("h2", KINDS[kind].title), el("p", KINDS[kind].about))
    return join((*about, *map(_provision, rows)))


def _provision(row: Provision) -> Markup:
    rests = el("ul", *(el("li", f"{each.words} ({each.known})") for each in cited(row)))
    return join(
        (
            el("h3", f"The protocol says that {row.says}", id=row.slug),
            el("p", row.why),
            el("p", el("strong", "Needed:"), f" {asked_of(row)}."),
            el("p", el("strong", "Rests on"), f" (reaching {_reach(row.nations)}):"),
            rests,
            el("p", el("strong", "For example:"), f" {row.example}"),
            el("p", el("strong", "Its name:"), f" {row.slug} ({row.ref})"),
        )
    )


def asked_of(row: Provision) -> str:
    """Return for whom a provision is required, and on what condition."""
    if row.principal == row.local:
        said = f"{NEEDS[row.principal]} for every council"
    else:
        said = f"{NEEDS[row.principal]} for a principal council, {NEEDS[row.local]} for a local council"
    return f"{said}; the condition is that {row.condition}" if row.condition else said


def _reach(nations: Iterable[str]) -> str:
    return listed([NATIONS[nation] for nation in nations])


def _named() -> Iterator[Authority]:
    """Yield the authorities, those that provisions rest on first; what has ceased comes last."""
    resting = {each.authority for row in catalogue().values() for each in row.rests_on}
    rows = authorities().values()
    yield from (row for row in rows if row.slug in resting)
    yield from (row for row in rows if row.slug not in resting)


def _authority(row: Authority) -> tuple[Markup, ...]:
    title = el("a", row.title, href=row.source) if row.source else row.title
    reach = f"{_reach(row.nations)}. {row.extent}".rstrip()
    return (
        join((el("p", title), el("p", BINDING[row.basis]))),
        join((el("p", row.binds), el("p", reach))),
        el("p", _read(row)),
        join((el("p", _standing(row)), el("p", _checked(row)))),
    )


def _read(row: Authority) -> str:
    parts = "all of it" if row.parts_read == ("all",) else listed(row.parts_read)
    return "; ".join(part for part in (parts, row.known) if part) or "nothing"


def _standing(row: Authority) -> str:
    said: str = "not established" if row.status == "doubtful" else row.status
    said = f"{said}, {row.since}" if row.since else said
    return f"{said}; look instead at: {row.instead}" if row.instead else said


def _checked(row: Authority) -> str:
    when = f"on {row.checked_on}" if row.checked_on else ""
    return " ".join(part for part in ("checked", when, f"by {row.checked_by or 'nobody yet'}") if part)
