"""Accepting all changes of a Word file gives the new text, rejecting them the old one, numbers too."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interchange_cases import cases
from protobuild.interchange.docx.writing.file import write_docx
from protobuild.interchange.docx.writing.options import Options
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from strategies import amended, outlines
from word_views import NEW, OLD, lines_of, said

LAWFUL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WAYS = {
    "numbers by Word": Options(),
    "numbers as words": Options(numbers="literal"),
    "without moves": Options(moves=False),
}


def proved(old: Outline, new: Outline, marked: Outline, options: Options) -> None:
    data = write_docx(Redlined(marked, (), ()), options)
    assert said(data, NEW) == lines_of(new)
    assert said(data, OLD) == lines_of(old)


def pairs() -> st.SearchStrategy[tuple[Outline, Outline]]:
    return outlines().flatmap(lambda text: st.tuples(st.just(text), st.one_of(amended(text), outlines())))


@pytest.mark.parametrize("way", WAYS)
def test_both_texts_of_every_case_are_in_the_file(way: str) -> None:
    found = cases()
    assert len(found) > 60
    for _, old, new in found:
        proved(old, new, redline(old, new), WAYS[way])


@LAWFUL
@given(pairs(), st.sampled_from(sorted(WAYS)))
def test_both_texts_of_any_redline_are_in_the_file(pair: tuple[Outline, Outline], way: str) -> None:
    old, new = pair
    proved(old, new, redline(old, new), WAYS[way])


@LAWFUL
@given(outlines())
def test_a_clean_text_is_in_the_file_with_its_numbers(text: Outline) -> None:
    data = write_docx(text)
    assert said(data, NEW) == said(data, OLD) == lines_of(text)


@st.composite
def drafts(draw: st.DrawFn) -> list[Outline]:
    texts = [draw(outlines())]
    for _ in range(2):
        texts.append(draw(st.one_of(amended(texts[-1]), outlines())))
    return texts


@LAWFUL
@given(drafts())
def test_of_several_rounds_the_first_and_the_last_text_are_in_the_file(texts: list[Outline]) -> None:
    marked = redline(*texts)
    proved(texts[0], texts[-1], marked, Options())


def test_the_same_redline_makes_the_same_bytes() -> None:
    _, old, new = cases()[0]
    once, again = (write_docx(describe(redline(old, new), (), ())) for _ in range(2))
    assert once == again


def test_checking_loads_nothing_of_word() -> None:
    code = (
        "import sys, protobuild, protobuild.cli.check, protobuild.cli.build, protobuild.publish.formats;"
        "names = [name for name in sys.modules if name.split('.')[0] in ('docx', 'lxml')];"
        "print(names)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
