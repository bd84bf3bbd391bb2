"""A PDF is kept only while nothing that it is made from has changed."""

from __future__ import annotations

import hashlib

import pytest

from protobuild.publish import again


@pytest.fixture(autouse=True)
def forgotten() -> None:
    again.maker.cache_clear()


def test_the_same_page_and_look_give_the_same_hash() -> None:
    assert again.inputs_of("page") == again.inputs_of("page")


def test_another_page_or_look_gives_another() -> None:
    found = {again.inputs_of("page"), again.inputs_of("page "), again.inputs_of("page", "large-print")}
    assert len(found) == 3


def test_another_version_of_a_library_gives_another(monkeypatch: pytest.MonkeyPatch) -> None:
    before = again.inputs_of("page")
    again.maker.cache_clear()
    monkeypatch.setattr(again, "version", lambda name: "70.1" if name == "weasyprint" else "1")
    assert again.inputs_of("page") != before


def test_other_style_sheets_give_another(monkeypatch: pytest.MonkeyPatch) -> None:
    before = again.inputs_of("page")
    monkeypatch.setattr(again, "style", lambda *names: "p { color: red }")
    assert again.inputs_of("page") != before


def test_a_sum_is_the_one_that_sha256sum_prints() -> None:
    assert again.sum_of(b"x") == hashlib.sha256(b"x").hexdigest()
