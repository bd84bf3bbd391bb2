from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.model.markdown import fold
from protobuild.store import yaml
from protobuild.store.yaml import read_yaml, write_yaml

EVERY_SCALAR = b"a: 2.10\nb: no\nc: 2026-05-14\nd: 1_000\ne: 010\nf: ~\ng: 0x1F\nh: [yes, null]\ni:\n"


def test_every_value_is_read_as_it_was_typed() -> None:
    assert read_yaml("x.yaml", EVERY_SCALAR).data == {
        "a": "2.10", "b": "no", "c": "2026-05-14", "d": "1_000", "e": "010", "f": "~", "g": "0x1F",
        "h": ["yes", "null"], "i": "",
    }  # fmt: skip


@pytest.fixture(params=["fast", "plain"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "plain":
        monkeypatch.setattr(yaml, "CParser", None)
    else:
        assert yaml.CParser is not None, "the tests need ruamel.yaml.clib, to compare the two"
    return str(request.param)


def test_places_of_keys_and_values_count_from_one_in_characters(parser: str) -> None:
    raw = read_yaml("x.yaml", "é: “b” c\nd:\n  - e: |\n\n      fé\n  - g\n".encode())
    assert raw.places.file == "x.yaml"
    spots = {path: (raw.places.key(path), raw.places[path]) for path in [("é",), ("d", 0, "e"), ("d", 1)]}
    assert [((k.line, k.column), (v.line, v.column)) for k, v in spots.values()] == [
        ((1, 1), (1, 4)),
        ((3, 5), (5, 7)),
        ((6, 5), (6, 5)),
    ]
    assert raw.places[("é",)].end_column == 9


def test_both_parsers_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        EVERY_SCALAR,
        b"a: >\n  b\n  c\n\n  d\ne: 'f''g'\nh: {i: j}\n",
        b"a: &x b\n",
        b"a: [b\n",
        b"a:\n - b\n- c\n",
    ]
    fast = [read_yaml("x.yaml", text) for text in texts]
    monkeypatch.setattr(yaml, "CParser", None)
    for text, other in zip(texts, fast, strict=True):
        raw = read_yaml("x.yaml", text)
        assert (raw.data, raw.findings, raw.lost) == (other.data, other.findings, other.lost)
        assert dict(raw.places) == dict(other.places)


def test_a_place_that_is_not_there_is_that_of_what_should_hold_it() -> None:
    places = read_yaml("x.yaml", b"a:\n  b: c\n").places
    assert places.value(("a", "d")).line == 2
    assert places.key(("a", "d")).line == 1


def test_a_billion_laughs_are_refused_at_once() -> None:
    bomb = b"a0: &a0 [x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 10)
    )
    before = time.process_time()
    raw = read_yaml("x.yaml", bomb)
    assert time.process_time() - before < 1
    assert {finding.rule for finding in raw.findings} == {"reserved-sign"}
    assert len(raw.findings) == 100  # told until nobody would read on


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    assert read_yaml("x.yaml", data).name == "x.yaml"


@given(st.text(alphabet=st.sampled_from("ab:#-|>&*!%@`'\"[]{},?\\ \n\t"), max_size=60))
def test_no_signs_make_reading_fail(text: str) -> None:
    raw = read_yaml("x.yaml", text.encode())
    lines = text.split("\n")
    for finding in raw.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


WORDS = st.text(
    alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n"),
    max_size=80,
)
KEYS = st.sampled_from(["id", "text", "heading", "closing", "note", "no", "a b", "x:y", "#", "- z", "1"])
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
SECTIONS = st.fixed_dictionaries(
    {
        "heading": WORDS,
        "kind": WORDS,
        "clauses": st.lists(
            st.fixed_dictionaries(
                {"text": WORDS, "id": WORDS, "provides": st.lists(WORDS, max_size=3)},
                optional={"items": st.lists(st.fixed_dictionaries({"id": WORDS, "text": WORDS}), max_size=3)},
            ),
            max_size=3,
        ),
    }
)


def folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [folded(each) for each in value]
    return {key: folded(each) for key, each in value.items()}


def scalars(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from scalars(each)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5) | SECTIONS)
def test_what_is_written_reads_back(data: dict[str, Any]) -> None:
    raw = read_yaml("x.yaml", write_yaml(data).encode())
    assert raw.findings == ()
    assert folded(raw.data) == folded(data)
    one_line = [value for value in scalars(data) if "\n" not in value and "  " not in value]
    kept = {value.removesuffix("\n") for value in scalars(raw.data)}
    assert {value for value in one_line if value.strip() == value} <= kept


@pytest.mark.parametrize("words", ["0\n>", "one\n- two", "one\n\ntwo"])
def test_lines_that_are_no_prose_get_no_line_end_of_their_own(words: str) -> None:
    assert read_yaml("x.yaml", write_yaml({"after": words}).encode()).data == {"after": words}


def test_the_house_style() -> None:
    data = {
        "clauses": [
            {
                "text": "Members must, e.g. in para. 4, be fair. Officers must too.\nAll must.\n\n"
                "- one. Two\n- three",
                "provides": ["a", "b"],
                "id": "x",
            },
            {
                "id": "y",
                "expectations": {
                    "of": "both",
                    "lead_in": "Each: may",
                    "items": [{"id": "z", "text": "be heard;"}],
                },
            },
        ],
        "heading": "Note: this",
        "kind": "other",
    }
    assert write_yaml(data) == (  # type: ignore[arg-type]
        "kind: other\n"
        "heading: 'Note: this'\n"
        "clauses:\n"
        "  - id: x\n"
        "    provides: [a, b]\n"
        "    text: |\n"
        "      Members must, e.g. in para. 4, be fair.\n"
        "      Officers must too.\n"
        "      All must.\n"
        "\n"
        "      - one.\n"
        "        Two\n"
        "      - three\n"
        "  - id: y\n"
        "    expectations:\n"
        "      of: both\n"
        "      lead_in: |\n"
        "        Each: may\n"
        "      items:\n"
        "        - id: z\n"
        "          text: be heard;\n"
    )


def test_no_finding_speaks_the_parsers_language() -> None:
    for text in [
        b"a: [",
        b"a: 'b",
        b"a: b: c",
        b"\ta: b",
        b"a:\n  b\n c: d",
        b"%a",
        b"a: |x\n b",
        b"!<a",
        b"&",
        b"{a",
    ]:
        for finding in read_yaml("x.yaml", text).findings:
            said = f"{finding.message} {finding.why} {finding.fix}"
            assert not re.search(r"flow|scalar|mapping|node|token|document start|block|YAML", said), said
