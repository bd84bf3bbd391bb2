"""Record: what was published, kept beside each adopted version for whoever must prove a saved copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from protobuild.life.home import Home
from protobuild.life.published import read_published, with_publication
from protobuild.life.versions import PUBLISHED, versions
from protobuild.publish.files import write_files
from protobuild.publish.site.folder import digest
from protobuild.render.site.edition import DRAFT, FRAGMENTS, GUIDE, Site

HOUSE = (GUIDE, f"{FRAGMENTS}/", f"{DRAFT}/")
"""What is not part of a publication of an adopted version."""


def record(home: Home, site: Site, files: Mapping[str, bytes], day: dt.date) -> list[Path]:
    """Write date, address and checksums to the folder of each version; return what was written.

    Each version keeps the files below its own address, the one in force all the others too.
    A version whose files are as last recorded is left alone.
    """
    out = []
    for version, edition in zip(versions(home), site.editions, strict=True):
        names = _of(site, edition.folder, files)
        sums = {name: digest(files[name]) for name in names}
        data = with_publication(read_published(version), day, site.address, sums)
        if data is not None:
            out += write_files(version.folder, {PUBLISHED: data})
    return out


def _of(site: Site, folder: str, files: Mapping[str, bytes]) -> list[str]:
    own = [name for name in files if name.startswith(f"{folder}/")]
    if folder != site.current.folder:
        return own
    others = tuple(f"{edition.folder}/" for edition in site.editions)
    return own + [name for name in files if not name.startswith((*others, *HOUSE))]
