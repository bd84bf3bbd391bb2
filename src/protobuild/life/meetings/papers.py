"""The papers that were issued since the last adoption, each with the text it showed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.life.issued import FOLDER, IssuedPaper
from protobuild.life.lenient import read_folder
from protobuild.life.meaning import meaning
from protobuild.life.notes import NEXT
from protobuild.model.outline import Outline
from protobuild.model.saying import listed
from protobuild.model.source import ProtocolError, UsageError
from protobuild.store.tree import file_bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper that was issued, and where the text it showed is kept."""

    record: IssuedPaper
    folder: Path

    @property
    def name(self) -> str:
        """What people call the paper."""
        return self.record.paper


def shown_papers(home: Home) -> tuple[Shown, ...]:
    """Return the papers issued since the last adoption, in order; raise ProtocolError for a damaged one."""
    folder = home.changelog / NEXT / FOLDER
    found: list[tuple[int, Shown]] = []
    for path in folder.glob("*.yaml") if folder.is_dir() else ():
        name = path.relative_to(home.root).as_posix()
        read = read_authored(IssuedPaper, name, file_bytes(path, name))
        if read.value is None:
            raise ProtocolError(read.findings)
        number = path.name.partition("-")[0]
        found.append((int(number) if number.isdigit() else 0, Shown(read.value, path.with_suffix(""))))
    return tuple(shown for _, shown in sorted(found, key=lambda each: each[0]))


def paper_called(home: Home, name: str) -> Shown:
    """Return the paper of that name, or the one issued last where none is named.

    Raises UsageError, naming the papers there are, where there is no such paper.
    """
    papers = shown_papers(home)
    wanted = " ".join(name.split()).casefold()
    found = [each for each in papers if not wanted or each.name.casefold() == wanted]
    if found:
        return found[-1]
    if papers:
        names = listed([f"“{each.name}”" for each in papers])
        raise UsageError(
            f"No paper called “{name}” was issued since the last adoption.", fix=f"Issued: {names}."
        )
    raise UsageError(
        "No paper was issued, so nobody could say which words were before the meeting.",
        fix='Issue the text as it went to the meeting: protobuild propose "Council, November"',
    )


def text_shown(shown: Shown) -> Outline:
    """Return the text a paper showed; raise UsageError where it was not kept, or is not as it was."""
    if not shown.record.shows or not shown.folder.is_dir():
        raise UsageError(
            f"The paper “{shown.name}” does not keep the text it showed.",
            fix="Issue the text again under a name of its own, and take that paper to the meeting: "
            'protobuild propose "NAME"',
        )
    text = read_folder(shown.folder)
    if meaning(text) != shown.record.shows:
        raise UsageError(
            f"The copy of what the paper “{shown.name}” showed was changed since, in "
            f"changelog/{NEXT}/{FOLDER}/{shown.folder.name}.",
            fix="Put it back as it was issued; what a meeting decides is decided about those words.",
        )
    return text
