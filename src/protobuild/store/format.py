"""Lay a YAML file out in the house style: comments kept, words unchanged."""

from __future__ import annotations

from collections import Counter

from protobuild.model.markdown import fold
from protobuild.model.source import ProtobuildError, ProtocolError, errors_of
from protobuild.store.comments import comments, found
from protobuild.store.load import with_excerpts
from protobuild.store.places import Value
from protobuild.store.yaml import Raw, read_yaml, write_yaml


def format_text(data: bytes, name: str = "the file") -> str:
    """Return the file's text in the house style.

    Raises ProtocolError when the file has faults, and ProtobuildError when the new text would
    not say exactly the same; either way the file is to be left as it is.
    """
    raw = read_yaml(name, data)
    errors = errors_of(raw.findings)
    if errors or raw.data is None:
        raise ProtocolError(with_excerpts(errors, {name: raw.lines}))
    new = write_yaml(raw.data, comments(raw))
    if not _says_the_same(raw, read_yaml(name, new.encode())):
        raise ProtobuildError(
            f"'{name}' is left as it is: its comments stand where they could not all be kept.",
            fix="Put each comment on a line of its own above what it speaks of.",
        )
    return new


def _says_the_same(old: Raw, new: Raw) -> bool:
    if new.data is None or old.data is None or new.findings:
        return False
    return _folded(old.data) == _folded(new.data) and _remarks(old) == _remarks(new)


def _remarks(raw: Raw) -> Counter[str]:
    return Counter(words for _, _, words in found(raw))


def _folded(value: Value) -> Value:
    """Return the value with its white space folded, as readers see it."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [_folded(each) for each in value]
    return {key: _folded(each) for key, each in value.items()}
