"""Read the adopted versions one after another, and what each changed in the one before, when asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from protobuild.life.comparing import compared
from protobuild.life.contradicted import otherwise
from protobuild.life.home import Home
from protobuild.life.lenient import read_adopted
from protobuild.life.looking_back.roots import Rooted, rooted
from protobuild.life.looking_back.why import reasons_of
from protobuild.life.meaning import meaning
from protobuild.life.versions import Version, versions
from protobuild.model.outline import Outline, citations
from protobuild.model.redlined import Redlined
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import Act


@dataclass(frozen=True, slots=True)
class Past:
    """The adopted versions in the order of their adoption; each is read once, when it is asked for."""

    home: Home
    versions: tuple[Version, ...]
    _outlines: dict[int, Outline] = field(default_factory=dict, compare=False)
    _redlines: dict[int, Redlined] = field(default_factory=dict, compare=False)
    _rooted: dict[int, Rooted] = field(default_factory=dict, compare=False)
    _acts: dict[int, Act] = field(default_factory=dict, compare=False)

    def outline(self, at: int) -> Outline:
        """Return the text of a version, with its numbers as printed."""
        if at not in self._outlines:
            self._outlines[at] = read_adopted(self.versions[at])
        return self._outlines[at]

    def redlined(self, at: int) -> Redlined:
        """Return what a version changed in the one adopted before, with the reasons kept beside it."""
        if at not in self._redlines:
            texts = (self.outline(at - 1), self.outline(at))
            self._redlines[at] = compared(texts, reasons_of(self.versions[at]))
        return self._redlines[at]

    def rooted(self, at: int) -> Rooted:
        """Return the same redline with where each provision begins in it."""
        if at not in self._rooted:
            self._rooted[at] = rooted(self.redlined(at).outline)
        return self._rooted[at]

    def act(self, at: int) -> Act:
        """Return the decision that made a version."""
        if at not in self._acts:
            self._acts[at] = self._act(at)
        return self._acts[at]

    def _act(self, at: int) -> Act:
        version, outline = self.versions[at], self.outline(at)
        record, found = version.record, meaning(outline)
        return Act(
            version.folder.name,
            record.body,
            record.adopted,
            record.counts_from,
            record.minute,
            record.recommended_by,
            record.decisions,
            record.delegation,
            record.signed_off_by,
            record.afterwards,
            found,
            outline.sides[0].doubt or otherwise(record, found),
        )

    def numbers(self, at: int) -> dict[str, str]:
        """Return the number of each provision of a version as readers cite it, by id."""
        entries = self.outline(at).entries
        cited = citations(entries)
        return {entry.id: number for entry, number in zip(entries, cited, strict=True) if entry.id}


def past_of(home: Home) -> Past:
    """Return the adopted versions; raise UsageError when there is none."""
    found = versions(home)
    if not found:
        raise UsageError(
            "No version has been adopted yet, so there is nothing to look back on.",
            fix="`protobuild show` prints the draft; `protobuild adopt` records an adoption.",
        )
    return Past(home, found)
