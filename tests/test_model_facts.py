"""The model protocols under every answer to their facts: nothing is faulty, and no reference dangles."""

import re
import shutil
from itertools import product

import pytest

from model_text import DRAFT, LOCAL, read
from protobuild.life.opening import open_protocol
from protobuild.model.assemble import assemble
from protobuild.model.runs import plain
from protobuild.render.page import write_page

MODELS = {"principal": DRAFT, "local": LOCAL}
FACTS = [(name, fact) for name, folder in MODELS.items() for fact in read(folder).manifest.facts]


def printed(name: str, **answers: str) -> str:
    """Return the words of a model when its council answers so, and otherwise as its manifest does."""
    protocol = read(MODELS[name])
    facts = protocol.manifest.facts | answers
    manifest = protocol.manifest.model_copy(update={"facts": facts})
    outline = assemble(protocol.model_copy(update={"manifest": manifest}))
    return "\n".join(plain((*entry.heading, *entry.body)) for entry in outline.entries)


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_either_answer_leaves_a_protocol_with_nothing_to_put_right(name, fact, answer, tmp_path):
    folder = tmp_path / "protocol"
    shutil.copytree(MODELS[name], folder)
    manifest = folder / "protocol.yaml"
    asked = re.compile(rf"^(  {fact}: )(?:yes|no)$", re.MULTILINE)
    said, found = asked.subn(rf"\g<1>{answer}", manifest.read_text("utf-8"))
    assert found == 1
    manifest.write_text(said, "utf-8")
    opened = open_protocol(folder)
    assert opened.findings == ()
    assert opened.outline is not None
    assert "[[" not in write_page(opened.outline)


@pytest.mark.parametrize("name", MODELS)
def test_no_reference_dangles_under_any_answers_together(name):
    facts = [fact for model, fact in FACTS if model == name]
    for answers in product(("yes", "no"), repeat=len(facts)):
        assert "[[" not in printed(name, **dict(zip(facts, answers, strict=True))), answers


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_each_fact_decides_what_is_printed(name, fact):
    assert printed(name, **{fact: "yes"}) != printed(name, **{fact: "no"})


@pytest.mark.parametrize("name", MODELS)
def test_the_text_names_the_policy_there_is_or_says_that_there_is_none(name):
    named, none = "The Social Media Policy covers", "The council has no policy on social media."
    yes, no = (printed(name, **{"social-media-policy": answer}) for answer in ("yes", "no"))
    assert (named in yes, none in yes) == (True, False)
    assert (named in no, none in no) == (False, True)


def test_without_political_groups_nothing_hangs_on_a_group_leader():
    said = printed("principal", **{"political-groups": "no"})
    assert "A group meeting makes no decision" not in said
    named = [words for words in said.splitlines() if "group leader" in words]
    assert len(named) == 4
    assert all("if there is one" in words or "if the member has none" in words for words in named)
