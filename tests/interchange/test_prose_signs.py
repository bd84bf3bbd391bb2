"""Signs that a source prints as they stand."""

from __future__ import annotations

import pytest

from protobuild.interchange.prose import authored, said


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("The report* says so.", r"The report\* says so."),
        ("The *whole* report* says so.", r"The *whole* report\* says so."),
        (r"The report\* says so.", r"The report\* says so."),
        ("Members **must** ask.", "Members **must** ask."),
        ("Fewer than < ten.", r"Fewer than \< ten."),
    ],
)
def test_a_sign_that_is_printed_is_marked_as_meant(source: str, written: str) -> None:
    assert authored(source) == written
    assert said(written) == said(source)
