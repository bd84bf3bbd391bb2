"""Find where a protocol lives: its files, its history and its output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from protobuild.model.source import UsageError
from protobuild.store.parts import MANIFEST


@dataclass(frozen=True, slots=True)
class Home:
    """The folders that belong to one protocol."""

    root: Path
    """Where the reader stands: relative names are counted from here."""
    protocol: Path
    """The folder that holds protocol.yaml."""

    @property
    def changelog(self) -> Path:
        """The folder of adopted versions and of notes on changes not yet adopted."""
        return self.root / "changelog"

    @property
    def output(self) -> Path:
        """Where outputs go unless the reader names another folder."""
        return self.root / "build"

    @property
    def exists(self) -> bool:
        """Whether there is a protocol here at all."""
        return (self.protocol / MANIFEST).is_file()

    def shown(self, file: str) -> str:
        """Return the name of one of the protocol's files as seen from the root."""
        return (self.protocol / file).relative_to(self.root).as_posix()


def home_at(folder: Path) -> Home:
    """Return the home around a folder, whether or not a protocol is there yet.

    The folder may be a project (with `protocol/` inside), the protocol's own folder, or the
    `protocol` folder inside a project, whose history lies beside it.
    """
    folder = folder.resolve()
    if (folder / MANIFEST).is_file():
        beside = folder.name == "protocol" and (folder.parent / "changelog").is_dir()
        return Home(folder.parent if beside else folder, folder)
    return Home(folder, folder / "protocol")


def find_home(folder: Path) -> Home:
    """Return the home around a folder; raise UsageError when no protocol is there."""
    if folder.is_file():
        raise UsageError(
            f"'{folder}' is a file, and not a folder.", fix="Name the folder it lies in after -C."
        )
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder}'.", fix="Check the name given after -C.")
    home = home_at(folder)
    if not home.exists:
        raise UsageError(
            f"There is no protocol in '{folder}': protocol/protocol.yaml is missing.",
            fix="Where it lies elsewhere, name its folder with -C. Else begin one, from nothing or from "
            "a text: protobuild new our-protocol, or protobuild import FILE --into protocol",
        )
    return home
