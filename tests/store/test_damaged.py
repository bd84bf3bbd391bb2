"""Every kind of damage is found where it is, said in plain words, and raises nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from protobuild.store.load import Loaded, load, load_leniently
from protobuild.store.tree import LARGEST, Files


@dataclass(frozen=True)
class Damage:
    file: str
    old: str | bytes
    new: str | bytes
    found: tuple[tuple[str, int, int], ...]
    """Rule, line and column of every finding in that file."""


BOMB = "heading: &a [x, x]\nnote: [*a, *a]\nclauses: [*a, *a]\n"

CASES = {
    "bad indent": Damage("impartiality.yaml", "    provides: [m", "   provides: [m", (("bad-indent", 6, 4),)),
    "bad indent of an entry": Damage(
        "introduction.yaml", "  - id: reply", " - id: reply", (("bad-indent", 8, 2),)
    ),
    "duplicate key": Damage(
        "introduction.yaml", "heading: Introduction", "heading: A\nheading: B", (("duplicate-key", 3, 1),)
    ),
    "alias bomb": Damage(
        "introduction.yaml",
        "heading: Introduction\n",
        BOMB,
        (
            ("reserved-sign", 2, 10),
            ("not-words", 2, 10),
            ("not-words", 3, 7),
            ("reserved-sign", 3, 8),
            ("reserved-sign", 3, 12),
            ("reserved-sign", 4, 11),
            ("not-fields", 4, 11),
            ("reserved-sign", 4, 15),
            ("not-fields", 4, 15),
            ("duplicate-key", 5, 1),
        ),
    ),
    "tag": Damage(
        "introduction.yaml", "heading: I", "heading: !!python/name:os I", (("reserved-sign", 2, 10),)
    ),
    "tab": Damage("introduction.yaml", "    text: |", "\ttext: |", (("tab", 5, 1),)),
    "wrong kind": Damage("introduction.yaml", "kind: intro", "kind: outro", (("unknown-kind", 1, 7),)),
    "misspelt key": Damage("impartiality.yaml", "    provides", "    provide", (("unknown-field", 6, 5),)),
    "misspelt keys with faults inside": Damage(
        "impartiality.yaml",
        b"expectations:\n      of: officers\n      lead_in: ",
        b"expectation:\n      of: officer\n      leadin: ",
        (("unknown-field", 10, 5), ("unknown-value", 11, 11), ("unknown-field", 12, 7)),
    ),
    "NUL byte": Damage("introduction.yaml", "how members", "how\0members", (("unseen-character", 6, 29),)),
    "10 MB": Damage("introduction.yaml", "", b"#" * 10_000_000, (("too-large", 1, 1),)),
    "Latin-1": Damage("introduction.yaml", b"constitution", b"caf\xe9", (("not-utf-8", 7, 28),)),
    "UTF-16": Damage("introduction.yaml", "", "kind: other".encode("utf-16"), (("not-utf-8", 1, 1),)),
    "empty": Damage("introduction.yaml", "", "", (("empty-file", 1, 1),)),
    "only a comment": Damage("introduction.yaml", "", "# later\n", (("empty-file", 1, 1),)),
    "a list at the top": Damage("introduction.yaml", "", "- a\n- b\n", (("not-fields", 1, 1),)),
    "words at the top": Damage("introduction.yaml", "", "nothing yet\n", (("not-fields", 1, 1),)),
    "two documents": Damage(
        "introduction.yaml", "  - id: reply", "---\n  - id: reply", (("several-documents", 8, 1),)
    ),
    "swallowed words": Damage(
        "introduction.yaml",
        "      text: An officer answers within 10",
        "      text: An officer # answers within 10",
        (("swallowed-words", 10, 24),),
    ),
    "a list folded into a line": Damage(
        "introduction.yaml",
        "text: |\n      This protocol",
        "text: >-\n      This protocol:\n      - one\n      - two",
        (("folded-list", 7, 7),),
    ),
    "a colon in plain words": Damage(
        "introduction.yaml", "text: An officer", "text: Note: an officer", (("unquoted-colon", 10, 17),)
    ),
    "a bracket before plain words": Damage(
        "introduction.yaml", "text: An officer", "text: [[purpose]] an officer", (("unquoted-start", 10, 13),)
    ),
    "a reference alone": Damage(
        "introduction.yaml",
        "text: An officer answers within 10 working days.",
        "text: [[purpose]]",
        (("not-words", 10, 13),),
    ),
    "a star before plain words": Damage(
        "introduction.yaml", "text: An officer", "text: **An** officer", (("reserved-sign", 10, 13),)
    ),
    "words that begin with a quotation": Damage(
        "introduction.yaml", "text: An officer", "text: 'An officer' at work", (("unquoted-start", 10, 13),)
    ),
    "words that begin with a double quotation": Damage(
        "introduction.yaml",
        "text: An officer",
        'text: "An \\"officer" at work',
        (("unquoted-start", 10, 13),),
    ),
    "two versions side by side": Damage(
        "introduction.yaml",
        "heading: Introduction\n",
        "<<<<<<< HEAD\nheading: A\n=======\nheading: B\n>>>>>>> officers\n",
        (("two-versions", 2, 1),),
    ),
    "two versions side by side among the words": Damage(
        "introduction.yaml",
        "      It is part of the constitution.\n",
        "<<<<<<< HEAD\n      It is new.\n=======\n      It is old.\n>>>>>>> officers\n",
        (("two-versions", 7, 1),),
    ),
    "an open quotation mark": Damage(
        "introduction.yaml", "text: An officer", 'text: "An officer', (("unclosed-quote", 10, 13),)
    ),
    "an open bracket": Damage(
        "impartiality.yaml", "[members-respect-impartiality]", "[a, b", (("unclosed-list", 6, 15),)
    ),
    "too deep": Damage("introduction.yaml", "", "[" * 100_000, (("too-deep", 1, 41),)),
    "a key that is a list": Damage(
        "introduction.yaml", "kind: intro", "? [a]\n: intro", (("odd-key", 1, 3),)
    ),
    "missing id": Damage(
        "introduction.yaml", "  - id: purpose\n    text", "  - text", (("missing-field", 4, 5),)
    ),
    "id that cannot be one": Damage("introduction.yaml", "id: reply", "id: Reply To", (("bad-name", 8, 9),)),
    "two contents": Damage(
        "introduction.yaml",
        "  - id: reply\n",
        "    subheading: x\n  - id: reply\n",
        (("two-contents", 8, 5),),
    ),
    "no content": Damage(
        "introduction.yaml", "  - id: reply\n", "  - id: void\n  - id: reply\n", (("no-content", 8, 5),)
    ),
    "a time limit that is no number": Damage(
        "introduction.yaml", "value: 10", "value: ten", (("not-a-number", 11, 14),)
    ),
    "neither yes nor no": Damage(
        "introduction.yaml", "holding_reply: yes", "holding_reply: often", (("not-yes-or-no", 12, 22),)
    ),
    "empty value": Damage("introduction.yaml", "heading: Introduction", "heading:", (("empty-field", 2, 1),)),
    "a line indented with spaces of a word processor": Damage(
        "introduction.yaml", "    text: |", "\u00a0\u00a0  text: |", (("odd-space", 5, 1),)
    ),
    "such a space after a colon": Damage(
        "introduction.yaml", "kind: introduction", "kind:\u00a0introduction", (("odd-space", 1, 6),)
    ),
    "a dash a word processor made of a hyphen": Damage(
        "introduction.yaml", "  - id: reply", "  \u2013 id: reply", (("odd-dash", 8, 3),)
    ),
    "a Word file by another name": Damage(
        "introduction.yaml", "", b"PK\x03\x04\x14\x00\x06\x00", (("not-text", 1, 1),)
    ),
    "a code for a hidden character": Damage(
        "introduction.yaml", "heading: Introduction", 'heading: "a\\0b"', (("unseen-character", 2, 10),)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_damage_is_found_where_it_is(name: str, loaded_with: Callable[..., Loaded]) -> None:
    damage = CASES[name]
    loaded = loaded_with(damage.file, damage.old, damage.new)
    here = tuple(
        (each.rule, each.place.line, each.place.column)
        for each in loaded.findings
        if each.place.file == damage.file and each.severity == "error"
    )
    assert here == damage.found
    assert loaded.protocol is None


@pytest.mark.parametrize("name", CASES)
def test_damage_is_told_with_reason_and_remedy_and_without_jargon(
    name: str, loaded_with: Callable[..., Loaded]
) -> None:
    damage = CASES[name]
    for finding in loaded_with(damage.file, damage.old, damage.new).findings:
        assert finding.why and finding.fix
        said = f"{finding.message} {finding.why} {finding.fix}"
        assert not re.search(
            r"pydantic|YAML|Traceback|mapping|scalar|\bnode\b|anchor|alias|NoneType|validation|Input", said
        )


@pytest.mark.parametrize("name", CASES)
def test_damage_stops_no_lenient_reader(
    name: str, example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> None:
    damage = CASES[name]
    loaded_with(damage.file, damage.old, damage.new)
    loaded = load_leniently(Files("example", example))
    assert loaded.protocol.manifest.title == "Protocol on members and officers"


def test_dashes_and_spaces_of_a_word_processor_are_words_among_words(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> None:
    plain = load(Files("example", example))
    words = "      \u2013 members and officers,\n      \u00a0as \u201cid:\u00a0x\u201d has it\n"
    loaded = loaded_with("introduction.yaml", "    text: |\n", f"    text: |\n{words}")
    assert loaded.findings == plain.findings


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(example: dict[str, bytes]) -> None:
    plain = load(Files("example", example))
    other = {name: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") for name, data in example.items()}
    loaded = load(Files("example", other))
    assert loaded.protocol == plain.protocol
    assert dict(loaded.places) == dict(plain.places)


def test_a_likely_letter_is_named_for_a_byte_that_is_not_utf_8(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with("introduction.yaml", b"constitution", b"caf\xe9")
    assert "this character, probably 'é', cannot be read" in loaded.findings[0].message
    assert "UTF-8" in loaded.findings[0].fix


def test_a_duplicate_key_names_the_first(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with("introduction.yaml", "heading: I", "heading: A\nheading: I")
    assert "line 2" in loaded.findings[0].message


def test_a_file_may_be_as_large_as_the_limit(loaded_with: Callable[..., Loaded]) -> None:
    padding = b"# " + b"x" * (LARGEST - 1000) + b"\n"
    loaded = loaded_with("introduction.yaml", b"kind: intro", padding + b"kind: intro")
    assert loaded.protocol is not None
