"""Write numbers.yaml, text.txt and SHA256SUMS beside every adopted version of this project."""

from __future__ import annotations

from pathlib import Path

from protobuild.life.derive import derived
from protobuild.life.home import find_home
from protobuild.life.versions import versions
from protobuild.publish.files import write_files

if __name__ == "__main__":
    for version in versions(find_home(Path(__file__).resolve().parents[1])):
        write_files(version.folder, derived(version))
        print(f"{version.folder.name}: numbers, text and checksums written")
