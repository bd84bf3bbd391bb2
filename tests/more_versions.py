"""Further adopted versions for the council of `three_versions`, for tests that look back."""

from __future__ import annotations

import shutil
from pathlib import Path

from protobuild.life.derive import derived
from protobuild.life.home import Home
from protobuild.life.versions import Version, read_version
from protobuild.publish.files import write_files
from small_council import write


def adopt_again(
    home: Home,
    name: str,
    record: str,
    changes: dict[str, tuple[str, str]],
    *,
    before: str = "2026-05-14-council",
) -> Version:
    """Write a version that replaces words of an earlier one, file by file, and return it."""
    folder = home.changelog / name
    shutil.copytree(home.changelog / before / "protocol", folder / "protocol")
    (folder / "protocol" / "numbers.yaml").unlink(missing_ok=True)
    for file, (old, new) in changes.items():
        path = folder / "protocol" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    write(folder, {"record.yaml": record})
    return sealed(folder)


def sealed(folder: Path) -> Version:
    """Write numbers, text and checksums of a version as at its adoption, and return it."""
    version = read_version(folder)
    write_files(folder, derived(version))
    return version
