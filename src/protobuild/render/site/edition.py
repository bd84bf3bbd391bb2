"""Edition: one text of a site with what its adoption record says, and the site that holds them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from protobuild.model.markdown import Block
from protobuild.model.outline import Cover, Outline
from protobuild.model.redlined import Redlined
from protobuild.model.saying import spoken
from protobuild.render.theme import PLAIN, Theme

HOME = "index.html"
UPDATES, AMENDMENTS, ACCESSIBILITY = "updates/index.html", "amendments/index.html", "accessibility/index.html"
FEED, SITEMAP, GUIDE = "updates.atom", "sitemap.xml", "READ-ME-FIRST.html"
DRAFT = "draft"
FRAGMENTS = "fragments"
ASSETS = "assets"


class Standing(StrEnum):
    """How a version stands on the day the site is made; the values are those of a cover's status."""

    SUPERSEDED = "superseded"
    IN_FORCE = "in force"
    TO_COME = "not yet in force"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of the site."""

    folder: str
    """Where it stands in the site for good, such as `2026-05-14`."""
    outline: Outline
    standing: Standing
    redlined: Redlined | None = None
    """What it changes in the version adopted before; None for the first."""
    minute: str = ""
    recommended_by: str = ""
    decisions: tuple[str, ...] = ()

    @property
    def cover(self) -> Cover:
        """What stands on its front."""
        return self.outline.cover

    @property
    def adopted(self) -> date | None:
        """The day of the decision; None for a draft."""
        return self.cover.adopted

    @property
    def name(self) -> str:
        """What a reader calls it inside a sentence, such as `version adopted on 14 May 2026`."""
        return f"version adopted on {spoken(self.adopted)}" if self.adopted else "draft"

    @property
    def page(self) -> str:
        """The path of its page."""
        return f"{self.folder}/{HOME}"

    @property
    def changes(self) -> str:
        """The path of the page that shows what it changed."""
        return f"{self.folder}/changes/{HOME}"

    @property
    def changed(self) -> str:
        """The folder of what it changed."""
        return f"{self.folder}/changes"


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a site shows."""

    address: str
    """Where it is published; ends in `/`."""
    editions: tuple[Edition, ...]
    """Adopted versions, in the order of their adoption."""
    current: Edition
    """The version whose text stands at the address."""
    draft: Edition | None = None
    statement: tuple[Block, ...] = ()
    """The council's own words on accessibility, as blocks of prose; empty where it has not written any."""
    theme: Theme = PLAIN
    """The council's own look."""

    def url(self, path: str) -> str:
        """Return the address of a page on the web; a folder stands for its index."""
        return self.address + path.removesuffix(HOME)

    def before(self, edition: Edition) -> Edition | None:
        """Return the version adopted before; of a draft, the one adopted last."""
        if edition.standing is Standing.DRAFT:
            return self.editions[-1]
        at = self.editions.index(edition)
        return self.editions[at - 1] if at else None

    def after(self, edition: Edition) -> Edition | None:
        """Return the version adopted after, where there is one."""
        if edition.standing is Standing.DRAFT:
            return None
        at = self.editions.index(edition) + 1
        return self.editions[at] if at < len(self.editions) else None

    def until(self, edition: Edition) -> tuple[Edition, ...]:
        """Return the versions up to and including this one, in the order of their adoption."""
        if edition.standing is Standing.DRAFT:
            return (*self.editions, edition)
        return self.editions[: self.editions.index(edition) + 1]


def relative(path: str, target: str) -> str:
    """Return the way from one page of the site to another, whether opened from a server or a folder.

    >>> relative("2026-05-14/changes/index.html", "updates/index.html")
    '../../updates/index.html'
    """
    return "../" * path.count("/") + target
