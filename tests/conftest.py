"""Where the tests find the real documents, and what they share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def corpus_folder() -> Path | None:
    """Return the folder of real documents: PROTOBUILD_CORPUS, else beside the checkout."""
    named = os.environ.get("PROTOBUILD_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpus"
    return folder if (folder / "README.md").is_file() else None


CORPUS = corpus_folder()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "corpus: reads real documents that are not part of this project")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if CORPUS is not None:
        return
    kept = [item for item in items if "corpus" not in item.keywords]
    left_out = [item for item in items if "corpus" in item.keywords]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


def pytest_report_header() -> str:
    if CORPUS is None:
        return "corpus: absent (set PROTOBUILD_CORPUS to its folder); tests that read it are left out"
    return f"corpus: {CORPUS.name}"


@pytest.fixture(scope="session")
def corpus() -> Path:
    assert CORPUS is not None, "this test needs @pytest.mark.corpus"
    return CORPUS
