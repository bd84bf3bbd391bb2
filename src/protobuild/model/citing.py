"""Say on whose authority a provision stands: each authority, its class, and whether it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.model.authorities import Authority, authorities
from protobuild.model.provisions import Provision

BINDING = {
    "statute": "statute",
    "case law": "case law, not statute",
    "statutory guidance": "statutory guidance",
    "model code": "a model code, not statute",
    "sector guidance": "sector guidance, not statute",
    "model document": "a model document, not statute",
    "practice": "good practice, not statute",
}
"""How each class of authority is named to a reader who must know whether it binds."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One authority a provision rests on, at its place."""

    authority: Authority
    pin: str
    about: str
    read: bool
    """Whether that place in it was read."""

    @property
    def words(self) -> str:
        """It as it is cited, such as `Localism Act 2011 section 28(4) (breaches of the code)`."""
        about = f"({self.about})" if self.about else ""
        return " ".join(part for part in (self.authority.title, self.pin, about) if part)

    @property
    def known(self) -> str:
        """Its class and whether it was read, such as `statute; read`; practice is nothing to be read."""
        binding = BINDING[self.authority.basis]
        if self.authority.basis == "practice":
            return binding
        return f"{binding}; {'read' if self.read else 'not read'}"


def cited(provision: Provision) -> Iterator[Cited]:
    """Yield the authorities a provision rests on, in the catalogue's order."""
    register = authorities()
    for each in provision.rests_on:
        authority = register[each.authority]
        yield Cited(authority, each.pin, each.about, authority.reads(each.pin))


def strength(provision: Provision) -> str:
    """Return the class of its authorities; where they are of several, that of the strongest."""
    binding = BINDING[provision.basis]
    several = len({each.authority.basis for each in cited(provision)}) > 1
    return f"the strongest is {binding}" if several else binding


def how_far_read(provision: Provision) -> str:
    """Return whether its authorities were read: `read`, `read in part`, `not read`; nothing for practice."""
    if provision.read:
        return "read"
    if provision.basis == "practice":
        return ""
    return "read in part" if any(each.read for each in cited(provision)) else "not read"
