"""A small word that is missing is told of; the same words in another sense are not."""

from __future__ import annotations

import pytest

from one_section import found, said, section

MISSING = (
    ("As result of it they ask.", "'a'"),
    ("It was so as consequence of the vote.", "'a'"),
    ("It was done with view to peace.", "'a'"),
    ("They have right to see it.", "'a'"),
    ("They serve the council as whole.", "'a'"),
    ("In absence of the chair, they wait.", "'the'"),
    ("In event of an emergency they ask.", "'the'"),
    ("It is done at request of the chair.", "'the'"),
    ("It is put at end of the meeting.", "'the'"),
    ("They act on basis of the report.", "'the'"),
    ("All ask, with exception of one.", "'the'"),
    ("It is in public interest.", "'the'"),
    ("They are told at same time.", "'the'"),
    ("It is open to public.", "'the'"),
    ("A member of public may ask.", "'the'"),
    ("They must tell Monitoring Officer.", "'the'"),
    ("They speak on behalf the council.", "'of'"),
    ("It is done with the consent the chair.", "'of'"),
    ("They ask one the members.", "'of'"),
    ("They are told prior the meeting.", "'to'"),
    ("They are entitled see it.", "'to'"),
    ("It is done in order ensure peace.", "'to'"),
    ("They act accordance with the rules.", "'in'"),
    ("They are responsible the budget.", "'for'"),
    ("It must reported at once.", "'be'"),
    ("It must not published.", "'be'"),
    ("It may given to them.", "'be'"),
)


@pytest.mark.parametrize(("words", "missing"), MISSING)
def test_a_small_word_that_is_missing_is_told(words: str, missing: str) -> None:
    (message,) = (each.message for each in found(section(said(words))) if each.rule == "slips")
    assert message.startswith(f"{missing} seems to be missing")


SOUND = (
    "As a result of it, as a rule, and as part of it, they ask.",
    "In case of doubt, in view of it, in the light of it and on grounds of cost they ask.",
    "They act in accordance with it, and out of accordance with nothing.",
    "They must proceed, may indeed succeed, and will need to ask; the signed paper must be kept.",
    "A public interest test, in public interest disclosure cases, is open to public view.",
    "In March 2026 it may be given to them; it could not be done.",
    "They appointed a person to be Monitoring Officer; the post of Chief Executive is filled.",
    "They are required to ask, expected to reply and able to see it.",
    "It is due on the day, subject to the rules, prior to the vote and according to the plan.",
    "Nor should the chair; on no account must an officer reply.",
    "A copy of the papers, one of the members, and neither the members nor the officers ask.",
    "Under the ban of “should made”, the word is not read so.",
    "They are responsible for the budget and have the right to ask.",
    "The version number of the form is given; on a number of occasions they ask.",
)


@pytest.mark.parametrize("words", SOUND)
def test_sound_words_are_let_be(words: str) -> None:
    assert [each.message for each in found(section(said(words))) if each.rule == "slips"] == []
