"""A new protocol: the council’s own names, nothing of the model’s council, and nothing to put right."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from protobuild.life.checking import all_findings
from protobuild.life.home import Home
from protobuild.life.opening import open_draft
from protobuild.life.starting.answers import completed
from protobuild.life.starting.filling import filled
from protobuild.life.starting.questions import QUESTIONS, TIERS
from protobuild.model.source import Severity
from protobuild.render.text import write_text

DAY = dt.date(2026, 11, 23)
GIVEN = {
    "principal": {"council": "Westfold Borough Council", "tier": "principal"},
    "local": {
        "council": "Little Hobb Parish Council",
        "tier": "local",
        "principal-council": "Shire District Council",
    },
}
POLICIES = {tier: next(each for each in QUESTIONS if each.name == "policies").choices[tier] for tier in TIERS}


def variants() -> list[tuple[str, dict[str, str]]]:
    """Return every yes and every no once, for both tiers, with either numbering."""
    found: list[tuple[str, dict[str, str]]] = []
    for tier in TIERS:
        yes_no = [each.name for each in QUESTIONS if "yes" in each.choices.get(tier, ())]
        found += [(tier, {name: said}) for name in yes_no for said in ("yes", "no")]
        found += [(tier, {"policies": policy}) for policy in (*POLICIES[tier], "none")]
        found += [(tier, {"policies": ", ".join(POLICIES[tier]), "numbering": "none"})]
    found.append(("principal", {"political-groups": "no", "policies": "none", "political-assistants": "no"}))
    return found


def made(folder: Path, tier: str, **more: str) -> Home:
    answers = completed(GIVEN[tier] | {name.replace("_", "-"): said for name, said in more.items()})
    protocol = folder / "protocol"
    protocol.mkdir()
    for name, data in filled(answers, DAY).items():
        (protocol / name).write_bytes(data)
    return Home(folder, protocol)


def text_of(home: Home) -> str:
    outline = open_draft(home).outline
    assert outline is not None
    return write_text(outline, width=10_000)


@pytest.mark.parametrize(("tier", "more"), variants(), ids=str)
def test_every_answer_gives_a_protocol_with_nothing_to_put_right(
    tmp_path: Path, tier: str, more: dict[str, str]
) -> None:
    home = made(tmp_path, tier, **more)
    found = all_findings(home, open_draft(home))
    assert [each for each in found if each.severity is not Severity.NOTE] == []
    unnumbered = ["printed_numbers"] if more.get("numbering") == "none" else []
    assert [each.rule for each in found if "has no address" not in each.message] == unnumbered
    assert "[" not in text_of(home)


@pytest.mark.parametrize("tier", TIERS)
def test_nothing_of_the_models_council_is_left(tmp_path: Path, tier: str) -> None:
    home = made(tmp_path, tier)
    written = "".join(path.read_text("utf-8") for path in home.protocol.glob("*.yaml"))
    assert (
        re.findall(r"Example (?:Borough|Town)|\.example|example\.gov|\b2026-05|\bMay 20\d\d", written) == []
    )
    assert "minute 23" not in written
    assert "due by November 2028" in text_of(home)
    assert "\nstatus: draft\n" in written


def test_the_names_stand_in_the_text_and_on_the_cover(tmp_path: Path) -> None:
    home = made(tmp_path, "local", clerk="Town Clerk", chair="Mayor", staffing_committee="Staff Panel")
    text = text_of(home)
    opened = open_draft(home)
    assert opened.outline is not None
    assert opened.outline.cover.council == "Little Hobb Parish Council"
    assert "Little Hobb Parish Council in how they work" in text
    assert "Shire District Council, which is the principal council for the parish" in text
    assert re.search(r"\btown\b", text) is None
    for words in ("the Town Clerk", "the Mayor", "the Staff Panel"):
        assert words in text


def test_a_no_drops_its_sentence_and_a_yes_prints_it(tmp_path: Path) -> None:
    for said in ("yes", "no"):
        (tmp_path / said).mkdir()
    groups = text_of(made(tmp_path / "yes", "principal", political_groups="yes"))
    none = text_of(made(tmp_path / "no", "principal", political_groups="no"))
    assert "Political groups" in groups
    assert "Political groups" not in none
    assert len(none) < len(groups) - 1500


def test_an_answer_that_needs_care_in_yaml_comes_back_as_it_was(tmp_path: Path) -> None:
    name = "St. Mary: Cley & Wick's ‘Old’ Town Council - 2"
    home = made(tmp_path, "local", council=name)
    protocol = open_draft(home).protocol
    assert protocol is not None
    assert protocol.manifest.council.name == name
    assert f"officers of {name} in how" in text_of(home)


def test_the_same_answers_give_the_same_bytes_in_the_house_style() -> None:
    from protobuild.store.format import format_text

    answers = completed(GIVEN["local"])
    files = filled(answers, DAY)
    assert files == filled(answers, DAY)
    assert [name for name, data in files.items() if format_text(data, name).encode() != data] == []
