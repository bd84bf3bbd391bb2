"""Put the words that were agreed on the floor in the place of the paper's."""

from __future__ import annotations

from collections.abc import Mapping

from protobuild.life.deciding.mixing import WORDS
from protobuild.life.deciding.nodes import nodes
from protobuild.life.deciding.sources import Data
from protobuild.model.source import UsageError
from protobuild.store.comments import comments
from protobuild.store.parts import MANIFEST
from protobuild.store.yaml import read_yaml, write_yaml


def amended(files: Mapping[str, bytes], words: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files with the words of some clauses and items put in their place.

    Raises UsageError where no clause or item has such an id.
    """
    left = dict(words)
    out = dict(files)
    for name, data in files.items():
        raw = read_yaml(name, data)
        if name == MANIFEST or not isinstance(raw.data, dict):
            continue
        for node in nodes(raw.data.get("clauses")):
            if (id := str(node.get("id", ""))) in left:
                _put(node, left.pop(id))
                out[name] = write_yaml(raw.data, comments(raw)).encode()
    if left:
        raise UsageError(
            f"Words were agreed for '{next(iter(left))}', and the text that results has no such clause.",
            fix="Write the id of a clause or an item that stands in it.",
        )
    return out


def _put(node: Data, words: str) -> None:
    for held in (node, *(part for part in node.values() if isinstance(part, dict))):
        for key in WORDS:
            if key in held:
                held[key] = words
                return
