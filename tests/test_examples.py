"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import protobuild

MODULES = [
    name
    for _, name, _ in pkgutil.walk_packages(protobuild.__path__, "protobuild.")
    if name != "protobuild.__main__"
]


def examples(name: str) -> list[doctest.DocTest]:
    found = doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    return [each for each in found if each.examples]


WITH_EXAMPLES = [name for name in MODULES if examples(name)]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_an_example_gives_what_it_shows(name: str) -> None:
    for each in examples(name):
        result = doctest.DocTestRunner().run(each)
        assert result.attempted > 0
        assert result.failed == 0, each.name


def test_there_are_examples() -> None:
    assert len(WITH_EXAMPLES) >= 10
