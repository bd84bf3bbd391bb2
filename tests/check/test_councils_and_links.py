"""A council of another name and a link without its address are told of; our own council is not."""

from __future__ import annotations

import pytest

from one_section import found, said, section

OURS = "Example District Council"


def told(words: str, rule: str, council: str = OURS) -> list[str]:
    findings = found(section(said(words)), council={"name": council})
    return [each.message for each in findings if each.rule == rule]


OTHERS = (
    ("Officers of Otherham District Council reply.", "'Otherham District Council'"),
    ("The Leader of Otherham City Council replies.", "'Otherham City Council'"),
    ("It binds Otherham-on-Sea District Council.", "'Otherham-on-Sea District Council'"),
    ("It binds Vale of Otherham District Council.", "'Vale of Otherham District Council'"),
    ("It is for the Borough Council to reply.", "'Borough Council'"),
)


@pytest.mark.parametrize(("words", "says"), OTHERS)
def test_the_name_of_another_council_is_told_alone(words: str, says: str) -> None:
    (message,) = told(words, "residue")
    assert message.startswith(says)


OWN = (
    "Officers of Example District Council reply.",
    "Members of Example District Council and its Officers reply.",
    "The Chief Executive of Example District Council replies.",
    "The Constitution of Example District Council binds all.",
    "It is so in every District Council and in a Borough Council.",
    "The neighbours, Otherham District Council, reply.",
    "The service is hosted by Otherham District Council for all.",
    "It succeeded Otherham Borough Council in 2020.",
    "The court said so in R (Example) v Otherham Borough Council.",
    "An Officer on secondment to Otherham District Council is bound too.",
    "Otherham Town Council and Otherham County Council reply.",
)


@pytest.mark.parametrize("words", OWN)
def test_our_own_name_and_a_council_that_is_meant_are_let_be(words: str) -> None:
    assert told(words, "residue") == []


ADDRESSES = (
    "TBC",
    "link-to-follow",
    "insert",
    "tba",
    "policy.docx",
    "/policies/code",
    "xxx",
    "www.example.gov.uk",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_whose_address_is_none_is_told_once(address: str) -> None:
    findings = found(section(said(rf"See the \[model agreement\]({address}) for it.")))
    (finding,) = (each for each in findings if each.rule in ("links", "residue", "leftovers"))
    assert finding.rule == "links"
    assert f"its address is '{address}'" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "See [the page](https://www.example.gov.uk), [us](mailto:law@example.gov.uk).",
        "See the paper (TBA or not) and paper [sic] (in full).",
    ],
)
def test_a_link_with_an_address_is_let_be(words: str) -> None:
    assert told(words, "links") == []
