from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.model.source import ProtocolError
from protobuild.store.format import format_text
from protobuild.store.yaml import read_yaml

UNTIDY = b"""\
# The first section.
heading:   "Introduction"
kind: introduction   # not other


clauses:   # in order
      # why it is there
      - text: >-
            Members and officers work
            together. They keep to para. 4.
        # between
        id: purpose  # for good
        provides: [ # two
          a, # the first
          b]
      - id: short
        expectations: {of: both, lead_in: 'All may:', items: [{id: hear, text: be heard.}]}
# The end.
"""

TIDY = """\
# The first section.
kind: introduction  # not other
heading: Introduction
clauses:  # in order
  # why it is there
  # between
  - id: purpose  # for good
    provides:  # two
      - a  # the first
      - b
    text: |
      Members and officers work together.
      They keep to para. 4.
  - id: short
    expectations:
      of: both
      lead_in: |
        All may:
      items:
        - id: hear
          text: be heard.
# The end.
"""


def test_an_untidy_file_is_laid_out_with_its_comments_in_place() -> None:
    tidy = format_text(UNTIDY)
    assert tidy == TIDY


def test_a_tidy_file_stays_as_it_is() -> None:
    assert format_text(TIDY.encode()) == TIDY


def test_line_ends_and_a_byte_order_mark_of_windows_are_dropped() -> None:
    assert format_text(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()) == TIDY


def test_a_file_with_faults_is_left_alone() -> None:
    with pytest.raises(ProtocolError) as refused:
        format_text(b"a: b\na: c\n", "x.yaml")
    (finding,) = refused.value.findings
    assert (finding.place.file, finding.place.line, finding.excerpt) == ("x.yaml", 2, "a: c")


LINES = st.lists(
    st.sampled_from(
        [
            "# a remark", "kind: other", "kind: other # why", "heading: H", "clauses:", "clauses: # all",
            "  - id: a", "  - id: b # first", "    # inner", "    text: |", "    text: >", "    note: x y",
            "      Prose. More # of it.", "      # not a remark.", "    provides: [p, q]", "    provides:",
            "      - p # one", "  # between", "", "    heading: 'q # r'",
        ]
    ),
    max_size=14,
)  # fmt: skip


@given(LINES)
def test_words_and_comments_survive_and_a_second_time_changes_nothing(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    try:
        tidy = format_text(text.encode())
    except ProtocolError:
        assert read_yaml("x", text.encode()).findings
        return
    assert format_text(tidy.encode()) == tidy
    assert tidy.count("#") == text.count("#")
