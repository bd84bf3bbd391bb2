"""Compare: which files differ from the site published last, and which addresses would be lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from protobuild.model.source import UsageError
from protobuild.publish.site.folder import LEDGER
from protobuild.render.site.edition import ASSETS, DRAFT, FRAGMENTS, GUIDE, HOME

PASSING = (f"{ASSETS}/", f"{DRAFT}/", f"{FRAGMENTS}/", GUIDE, LEDGER)
"""What nobody is promised to find again: how pages look, drafts, and what is not uploaded."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What has to be done to the old site to make it the new one."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    lost: tuple[str, ...]
    """Addresses that would no longer lead anywhere: files, and places on pages."""


def differences(old: Path, new: Mapping[str, bytes]) -> Differences:
    """Return what differs from the site in a folder; raise UsageError when no site is there."""
    if not (old / HOME).is_file():
        raise UsageError(
            f"'{old}' holds no site: it has no {HOME}.", fix="Name the folder that was uploaded last time."
        )
    before = {path.relative_to(old).as_posix(): path for path in old.rglob("*") if path.is_file()}
    before = {name: path for name, path in before.items() if not name.startswith(".")}
    same = [name for name in before if name in new]
    removed = tuple(sorted(name for name in before if name not in new))
    return Differences(
        changed=tuple(sorted(name for name in same if before[name].read_bytes() != new[name])),
        added=tuple(sorted(name for name in new if name not in before)),
        removed=removed,
        lost=(*(name for name in removed if _lasts(name)), *_lost_places(before, new)),
    )


def _lasts(name: str) -> bool:
    return not name.startswith(PASSING)


def _lost_places(before: Mapping[str, Path], new: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the places on pages that somebody may have linked to, and that are there no more."""
    for name, path in sorted(before.items()):
        if name in new and name.endswith(".html") and _lasts(name):
            old, now = path.read_bytes(), new[name]
            if old != now:
                yield from (f"{name}#{place}" for place in sorted(_places(old) - _places(now)))


def _places(page: bytes) -> set[str]:
    """Return the anchors of a page that readers link to; names made for the page begin with a capital."""
    reader = _Anchors()
    reader.feed(page.decode("utf-8", "replace"))
    return {name for name in reader.found if not name[:1].isupper()}


class _Anchors(HTMLParser):
    """Collects the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element's id."""
        self.found |= {value for name, value in attrs if name == "id" and value}
