"""A small protocol of Example Borough Council, and copies of it with one thing damaged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings
from store_example import FILES

from protobuild.model.provisions import Provision
from protobuild.store.load import Loaded, load
from protobuild.store.tree import Files

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")  # how long one example takes says more of the machine than of us


@pytest.fixture
def example() -> dict[str, bytes]:
    return {name: text.encode() for name, text in FILES.items()}


@pytest.fixture
def loaded_with(example: dict[str, bytes]) -> Callable[..., Loaded]:
    """Load the example with one file's words replaced."""

    def loaded(file: str = "", old: str | bytes = "", new: str | bytes = "") -> Loaded:
        if file:
            before = old.encode() if isinstance(old, str) else old
            after = new.encode() if isinstance(new, str) else new
            assert not before or before in example[file], "the example does not hold these words"
            example[file] = example[file].replace(before, after, 1) if before else after
        return load(Files("example", example))

    return loaded


@pytest.fixture
def only_provision(monkeypatch: pytest.MonkeyPatch) -> Provision:
    """Make the catalogue hold one provision, which a council of any sort must say."""
    provision = Provision(
        slug="members-respect-impartiality",
        ref="TEST-01",
        kind="impartiality",
        says="members do nothing that compromises an officer's impartiality.",
        why="Advice is worth nothing when it can be bent.",
        authority="Example guidance, 2025",
        basis="sector guidance",
        read=False,
        nations=("england",),
        principal="required",
        local="required",
        example="Members must respect officers' impartiality.",
    )
    for module in ("protobuild.model.provisions", "protobuild.model.protocol", "protobuild.store.debts"):
        monkeypatch.setattr(f"{module}.catalogue", lambda: {provision.slug: provision})
    return provision
