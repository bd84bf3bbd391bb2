"""Find the model texts: packed with the program, or in the checkout that it runs from."""

from __future__ import annotations

from pathlib import Path

from protobuild.model.source import ProtobuildError
from protobuild.store.parts import MANIFEST
from protobuild.store.places import Value
from protobuild.store.tree import Folder
from protobuild.store.yaml import Raw, read_yaml

MODELS = {"principal": "protocol", "local": "profiles/local"}
"""By tier: where the project writes the model text; `setup.py` packs it from there."""

_PACKED = Path(__file__).parent / "models"
_CHECKOUT = Path(__file__).parents[4]


def model_folder(tier: str) -> Path:
    """Return the folder of the model text; raise ProtobuildError where it was not installed."""
    for folder in (_PACKED / tier, _CHECKOUT / MODELS[tier]):
        if (folder / MANIFEST).is_file():
            return folder
    raise ProtobuildError(
        f"The model text for a {tier} council was not installed with protobuild.",
        fix="Install protobuild again, whole.",
    )


def read_manifest(tier: str) -> Value | None:
    """Return what the manifest of a model text says."""
    return read_yaml(MANIFEST, Folder(model_folder(tier)).read(MANIFEST)).data


def read_model(tier: str) -> dict[str, Raw]:
    """Return the files of a model text by name, as read."""
    tree = Folder(model_folder(tier))
    return {name: read_yaml(name, tree.read(name)) for name in tree.files() if name.endswith(".yaml")}
