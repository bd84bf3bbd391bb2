"""Package: parts put into one file, the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
"""What readers look for first."""

STAMP = (1980, 1, 1, 0, 0, 0)
"""The day of every part: the true one would make two files of one text differ."""


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as one file, in an order of their own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in (*FIRST, *sorted(set(parts) - set(FIRST))):
            row = zipfile.ZipInfo(name, STAMP)
            row.compress_type, row.create_system, row.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            file.writestr(row, parts[name])
    return out.getvalue()
