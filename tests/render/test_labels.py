"""Each edit's label stands behind its words, in neither text."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from notation import read
from protobuild.model.outline import Outline
from protobuild.model.redlined import Edit, Redlined
from protobuild.redline.compare import redline
from protobuild.redline.regions import regions
from protobuild.redline.rounds import between
from protobuild.redline.schedule.changes import describe
from protobuild.render.labels import label_of, labelled, stretch_ends
from protobuild.render.redline import write_redline
from protobuild.render.text import write_text
from reading import read as read_page
from strategies import amended, outlines

OLD = "Members should declare gifts to the monitoring officer within ten days of each."
NEW = "Members must declare gifts to the monitoring officer within five days of each."


def described(*texts: str) -> Redlined:
    return describe(redline(*map(read, texts)))


def test_a_label_stands_behind_both_words_of_its_edit() -> None:
    text = " ".join(write_text(described(OLD, NEW)).split())
    assert "Members [-should-] [+must+] {C1a} declare" in text
    assert "within [-ten-] [+five+] {C1b} days" in text


def test_a_label_comes_before_the_space_that_ends_its_words() -> None:
    kept = "Officers advise members. "
    text = write_text(described(f"Members may ask. {kept}They should.", f"{kept}They must."))
    assert "[-Members may ask.-] {C1a} Officers" in text


def test_the_schedule_lists_each_edit_with_its_words_and_its_force() -> None:
    text = " ".join(write_text(described(OLD, NEW)).split())
    assert re.search(r"C1a \[-should-\] \[\+must\+\]: “should” becomes “must”", text)
    assert "C1b [-ten-] [+five+]" in text


def test_a_label_can_be_heard_and_vanishes_with_the_marks() -> None:
    html = write_redline(described(OLD, NEW))
    label = '<sup class="edit marked-only"><span class="vh">[edit </span>C1a<span class="vh">]</span></sup>'
    assert html.count(label) == 2  # in the schedule, and in the text


def test_the_force_of_words_names_the_edit() -> None:
    html = write_redline(described(OLD, NEW))
    assert '<a href="#C1">C1a</a> (0.1): “should” becomes “must”' in html


def test_one_edit_has_no_label() -> None:
    assert "{C1" not in write_text(described(OLD, OLD.replace("ten", "five")))


@st.composite
def drafts(draw: st.DrawFn) -> list[Outline]:
    first = draw(outlines())
    second = draw(amended(first))
    return [first, second, draw(amended(second))]


LAWFUL = settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LAWFUL
@given(drafts())
def test_every_changed_stretch_of_every_round_is_found_where_its_words_end(texts: list[Outline]) -> None:
    marked = redline(*texts)
    for number in (1, 2):
        step, positions = between(marked, number - 1, number)
        found = stretch_ends(marked, number)
        for at, entry in zip(positions, step.entries, strict=True):
            stretches = [] if entry.moved and entry.gone else list(regions(entry))
            for nth, region in enumerate(stretches):
                spot = found[at, nth]
                last = getattr(marked.entries[spot.at], spot.part)[spot.run]
                assert (region.old + region.new).endswith(last.text)


@LAWFUL
@given(drafts())
def test_every_edit_has_its_label_once_and_both_texts_stay_as_they_are(texts: list[Outline]) -> None:
    redlined = describe(redline(*texts))
    edits: list[Edit] = [edit for change in redlined.changes for edit in change.edits]
    shown = labelled(redlined.outline, redlined.changes)
    labels = [label_of(run) for entry in shown.entries for run in entry.runs if label_of(run)]
    assert sorted(labels) == sorted(edit.name for edit in edits)
    with_them, without = (write_redline(each) for each in (redlined, replace(redlined, changes=())))
    for side in (0, 1):
        assert read_page(with_them).words(side) == read_page(without).words(side)
