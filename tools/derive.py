"""Write numbers.yaml, text.txt and SHA256SUMS beside adopted versions.

With a version's folder, for that one; without, for every version of this project. It takes the
files as they are, so it is run once, when a version is made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from protobuild.life.derive import derived
from protobuild.life.home import find_home
from protobuild.life.versions import read_version, versions
from protobuild.publish.files import write_files

if __name__ == "__main__":
    named = [read_version(Path(folder)) for folder in sys.argv[1:]]
    for version in named or versions(find_home(Path(__file__).resolve().parents[1])):
        write_files(version.folder, derived(version))
        print(f"{version.folder.name}: numbers, text and checksums written")
