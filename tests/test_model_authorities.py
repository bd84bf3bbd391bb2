"""The register of authorities: whole, and honest about what was read and what has ceased."""

import re
from typing import get_args

import pytest

from protobuild.model.authorities import Basis, Standing, authorities, duties

NATIONS = {"england", "wales", "scotland", "northern-ireland"}
EACH = pytest.mark.parametrize("row", authorities().values(), ids=lambda row: row.slug)


@EACH
def test_an_authority_is_told_in_full(row):
    assert re.fullmatch(r"[a-z]+[a-z0-9]*(-[a-z0-9]+)*", row.slug)
    assert row.title and row.binds
    assert row.basis in get_args(Basis) and row.status in get_args(Standing)
    assert row.nations and set(row.nations) <= NATIONS


@EACH
def test_what_was_not_read_and_is_no_law_says_how_it_is_known(row):
    assert row.read or row.known or row.basis == "statute"


@EACH
def test_nobody_is_said_to_have_checked_it(row):
    assert (row.checked_on, row.checked_by) == ("", "")


@EACH
def test_what_has_ceased_names_what_to_look_at_and_rests_on_what_is_in_force(row):
    if row.status == "in force":
        assert not (row.since or row.replaced_by or row.instead)
    else:
        assert row.instead.endswith(".") and not row.read
    if row.replaced_by:
        assert authorities()[row.replaced_by].status == "in force"


@EACH
def test_an_address_is_a_whole_public_one(row):
    assert row.source == "" or row.source.startswith("https://")


def test_a_part_is_read_with_the_paragraphs_below_it_and_no_others():
    housing = authorities()["local-government-and-housing-act-1989"]
    assert housing.reads("section 5") and housing.reads("section 5(1A)")
    assert not housing.reads("section 50") and not housing.reads("section 2")
    localism = authorities()["localism-act-2011"]
    assert localism.reads("section 28(4)")
    assert not localism.reads("section 28") and not localism.reads("section 27(4)")
    assert authorities()["best-value-guidance-2024"].reads("page 3")


def test_each_nation_says_what_was_found_of_a_duty_to_have_a_protocol():
    assert set(duties()) == NATIONS
    assert all(row.found.endswith(".") for row in duties().values())


def test_no_entry_says_that_no_law_requires_a_protocol():
    words = [row.found for row in duties().values()] + [row.binds for row in authorities().values()]
    assert not [said for said in words if re.search(r"no law|not required by", said, re.IGNORECASE)]
