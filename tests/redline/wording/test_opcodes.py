"""Equal and changed stretches of two sequences, whether compared at once or in parts."""

from __future__ import annotations

from random import Random

import pytest

from protobuild.redline.matching.likeness import common
from protobuild.redline.wording import opcodes as module
from protobuild.redline.wording.opcodes import Op, opcodes


def shown(old: str, new: str) -> str:
    """Return two texts' words with what goes as `-word` and what comes as `+word`."""
    before, after = old.split(), new.split()
    out: list[str] = []
    for op in opcodes(before, after):
        if op.equal:
            assert before[op.i : op.i_end] == after[op.j : op.j_end]
            out += before[op.i : op.i_end]
        else:
            out += [f"-{word}" for word in before[op.i : op.i_end]]
            out += [f"+{word}" for word in after[op.j : op.j_end]]
    return " ".join(out)


@pytest.fixture
def at_most_four(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare at once no more than four words with four; two in a row part what is longer."""
    monkeypatch.setattr(module, "LARGEST", 16)
    monkeypatch.setattr(module, "WIDTH", 2)


def drawn(seed: int) -> tuple[list[str], list[str]]:
    random = Random(seed)  # noqa: S311  # the same words each time
    old, new = ([random.choice("abcdef") for _ in range(random.randint(0, 14))] for _ in range(2))
    return old, new


def lawful(old: list[str], new: list[str]) -> int:
    """Return how much is kept, once it is sure that both sequences are covered in order and in turns."""
    i = j = kept = 0
    before = None
    for op in opcodes(old, new):
        assert (op.i, op.j) == (i, j)
        assert op.i_end > op.i or op.j_end > op.j
        assert op.equal is not before
        if op.equal:
            assert old[op.i : op.i_end] == new[op.j : op.j_end]
            kept += op.i_end - op.i
        i, j, before = op.i_end, op.j_end, op.equal
    assert (i, j) == (len(old), len(new))
    return kept


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("members may ask", "members may ask", "members may ask"),
        ("members may ask", "members must ask", "members -may +must ask"),
        ("may ask", "members may ask", "+members may ask"),
        ("members may ask", "members may", "members may -ask"),
        ("ask ask", "ask", "ask -ask"),
        ("", "members may ask", "+members +may +ask"),
        ("members may ask", "", "-members -may -ask"),
        ("a b c d e", "a x c y e", "a -b +x c -d +y e"),
    ],
)
def test_what_is_common_is_kept_and_the_rest_goes_and_comes(old: str, new: str, marked: str) -> None:
    assert shown(old, new) == marked


def test_nothing_against_nothing_is_no_change() -> None:
    assert opcodes([], []) == []


@pytest.mark.parametrize("seed", range(60))
def test_as_much_is_kept_as_can_be(seed: int) -> None:
    old, new = drawn(seed)
    assert lawful(old, new) == common(old, new)


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.usefixtures("at_most_four")
def test_sequences_compared_in_parts_are_covered_all_the_same(seed: int) -> None:
    lawful(*drawn(seed))


@pytest.mark.usefixtures("at_most_four")
def test_long_sequences_are_parted_at_what_is_common_and_unique_and_compared_between() -> None:
    old = "a b c P Q d e f R S g h"
    new = "x b y P Q d z f R S g w"
    assert shown(old, new) == "-a +x b -c +y P Q d -e +z f R S g -h +w"


@pytest.mark.usefixtures("at_most_four")
def test_unique_stretches_that_changed_places_part_nothing() -> None:
    assert shown("P Q R S T U a", "R S T U P Q b") == "-P -Q R S T U -a +P +Q +b"


@pytest.mark.usefixtures("at_most_four")
def test_a_stretch_that_comes_twice_parts_nothing() -> None:
    assert shown("a b c a b", "x a b y a b z") == "-a -b -c -a -b +x +a +b +y +a +b +z"


@pytest.mark.usefixtures("at_most_four")
def test_what_is_too_long_to_compare_and_shares_no_unique_stretch_is_replaced_whole() -> None:
    assert shown("a b c d", "x b y z") == "-a +x b -c -d +y +z"
    assert shown("a b c d e", "x b y z w") == "-a -b -c -d -e +x +b +y +z +w"
    assert shown("a b c d P Q r", "x b y z P Q s") == "-a +x b -c -d +y +z P Q -r +s"
    assert shown("a b c d e P Q r", "x b y z P Q s") == "-a -b -c -d -e +x +b +y +z P Q -r +s"


def test_a_stretch_can_be_told_where_it_stands_in_longer_sequences() -> None:
    assert Op(True, 1, 2, 3, 4).shifted(10, 20) == Op(True, 11, 12, 23, 24)
