"""References: what stands in double brackets is there to be referred to.

Passes: `[[purpose]]` while a clause has that id; `[[role:monitoring-officer]]` while the manifest
names that role.
Fails: `[[purpos]]`; `[[role:mayor]]` while the manifest names no such role; `[[job:mayor]]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protobuild.check.spot import Look, Spot
from protobuild.model.markdown import REFERENCE
from protobuild.model.source import Finding
from protobuild.model.spelling import nearest

NAME = "references"


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each reference that leads nowhere."""
    known = known_names(look)
    for spot in look.spots:
        if "[[" not in spot.words or spot.silent(NAME):
            continue
        for found in REFERENCE.finditer(spot.words):
            if found.group(1) not in known:
                yield _broken(look, spot, found.group(1), found.start(), found.end(), known)


def known_names(look: Look) -> set[str]:
    """Return what may stand between double brackets: every id, role, document and term."""
    manifest = look.protocol.manifest
    return {
        *look.protocol.ids(),
        *(f"role:{name}" for name in manifest.roles),
        *(f"doc:{name}" for name in manifest.documents),
        *(f"term:{name}" for name in manifest.terms),
    }


def _broken(look: Look, spot: Spot, given: str, start: int, end: int, known: Iterable[str]) -> Finding:
    sort = given.partition(":")[0] if ":" in given else ""
    like = [each for each in known if each.startswith(f"{sort}:") == bool(sort)]
    near = nearest(given, sorted(like) or sorted(known))
    return Finding(
        NAME,
        f"'[[{given}]]' refers to nothing: {_WHAT.get(sort, _WHAT_ELSE)}",
        look.within(spot, start, end),
        "Readers would see the brackets themselves in place of a number or name.",
        f"Write '[[{near}]]'." if near else _REMEDY.get(sort, _REMEDY[""]),
    )


_WHAT = {
    "": "nothing in this protocol has that id",
    "role": "protocol.yaml names no such role under 'roles'",
    "doc": "protocol.yaml names no such document under 'documents'",
    "term": "protocol.yaml names no such term under 'terms'",
}
_WHAT_ELSE = "only 'role:', 'doc:' and 'term:' may stand before a colon"
_REMEDY = {
    "": "Write the id of a section, clause or item, or delete the reference.",
    "role": "Add the role under 'roles' in protocol.yaml, with its 'title'.",
    "doc": "Add the document under 'documents' in protocol.yaml, with its 'title'.",
    "term": "Add the term under 'terms' in protocol.yaml, with what it 'says'.",
}
