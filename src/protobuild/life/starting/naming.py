"""Name one more section in a manifest, every other letter left as it was."""

from __future__ import annotations

import re
from typing import cast

from protobuild.model.source import ProtobuildError
from protobuild.store.places import Path, Value
from protobuild.store.yaml import Raw, read_yaml

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


def listed_sections(manifest: Raw) -> list[str]:
    """Return the sections a manifest names; raise ProtobuildError where it has no list of them."""
    named = manifest.data.get("sections") if isinstance(manifest.data, dict) else None
    if manifest.broken or not isinstance(named, list) or not all(isinstance(each, str) for each in named):
        raise not_to_be_added_to(manifest)
    return cast(list[str], named)


def not_to_be_added_to(manifest: Raw) -> ProtobuildError:
    """Return the error for a manifest that has to be put right first."""
    return ProtobuildError(
        f"'{manifest.name}' cannot be added to as it stands.",
        fix="`protobuild check` says what is to be put right in it first.",
    )


def with_section(manifest: Raw, data: bytes, slug: str, after: str) -> bytes:
    """Return the manifest's bytes with one more section named, after another.

    Raises ProtobuildError, and nothing is to be written, where the result would not say just that.
    """
    named = listed_sections(manifest)
    position = named.index(after)
    new = _spliced(manifest, data.decode("utf-8"), ("sections", position), slug).encode()
    wanted = [*named[: position + 1], slug, *named[position + 1 :]]
    if read_yaml(manifest.name, new).data != cast(dict[str, Value], manifest.data) | {"sections": wanted}:
        raise ProtobuildError(
            f"'{manifest.name}' is left as it is: its list of sections is written in an unusual way.",
            fix=f"Add '{slug}' to it by hand, after '{after}', and try again.",
        )
    return new


def _spliced(manifest: Raw, text: str, at: Path, slug: str) -> str:
    """Return the text with a name put in after the entry at a path, in the way that entry is written."""
    line, column, end_line, end_column = manifest.places.value_spans[at]
    lines = _LINE.findall(text)
    marked = 1 if text.startswith("\ufeff") and line == 0 else 0
    head = lines[line][: column + marked]
    if head.strip() == "-":
        words = lines[end_line].rstrip("\r\n")
        ending = lines[end_line][len(words) :]  # the last line of a file may have none
        lines[end_line] = words + (ending or "\n") + head + slug + ending
    else:
        last = lines[end_line]
        lines[end_line] = f"{last[: end_column + marked]}, {slug}{last[end_column + marked :]}"
    return "".join(lines)
