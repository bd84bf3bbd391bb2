"""Whatever a text holds, its words are kept, or the import says why it cannot be done."""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.interchange.document import read_document, to_outline
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.model.runs import plain
from protobuild.store.yaml import read_yaml, write_yaml

WORDS = st.sampled_from(
    """Members officers must not report* the 2.1 1.3 1986. 24. a_b _x_ *y* **z** [w] [[role:x]] [q](#) end.
    [a](https://example.gov.uk/x) <https://example.gov.uk/a_b> <br> &amp; (a) (i) said: \\ \\* `c` é “q” –Name
    | > - # + ~~s~~ ! ![i](u) [r](rel.html) <b> {x} --- === • expect Bullying is Examples e.g. 5 Contents iv)
    [a](https://x "t") [[ ]] ]( <a@b.c> *[x](#)* **bold __u__ *** 0.0 1.1.1 I. ……… 10.10""".split()
)
STARTS = st.sampled_from(
    "@@@# @## @### @- @  - @* @1. @2. @1.1 @1.2 @2.1 @2.0 @4.3.1 @(a) @(b) @(i) @> @> > @| @    @## 1. @"
    "## 2 @- (a) @1 @2 @\f@a. @1.1Two @1.2.Three @1.Four @(ii) @(c) @Role   Name  @Role\tName @# 5 is "
    "@Appendix 1 - ".split("@")
)
LINES = st.builds(
    lambda start, words, end: start + " ".join(words) + end,
    STARTS,
    st.lists(WORDS, max_size=7),
    st.sampled_from(["", "", "  ", "\\", ".", ":"]),
)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=1, max_size=width + 1), min_size=2, max_size=4).map(
        lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * width, *rows[1:]])
    )
)
TEXTS = st.lists(st.one_of(st.just(""), LINES, LINES, TABLES), max_size=14).map("\n".join)
NAMES = st.sampled_from(["protocol.md", "protocol.txt"])
CALM = settings(max_examples=tries(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CALM
@given(NAMES, TEXTS)
def test_every_word_of_a_random_document_is_kept(name: str, text: str) -> None:
    found = read_document(name, f"{text}\n\nThe end\n".encode()).report.coverage
    assert found.whole


def squashed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@CALM
@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=80))
def test_plain_text_keeps_every_character(words: str) -> None:
    line = f"See {words} here."
    outline = to_outline(read_document("a.txt", f"Dear all,\n\n{line}\n".encode()))
    said = "".join(plain(entry.num + entry.heading + entry.body) for entry in outline.entries)
    assert squashed(line) in squashed(said)


@CALM
@given(NAMES, TEXTS)
def test_what_is_written_to_files_reads_back_as_the_same_text(name: str, text: str) -> None:
    found = read_document(name, f"{text}\n\nThe end\n".encode())
    manifest, *sections = (
        read_yaml("file", write_yaml(each).encode()).data for each in (found.manifest, *found.sections)
    )
    protocol = Protocol.model_validate({"manifest": manifest, "sections": sections})
    assert assemble(protocol, numbers=found.numbers) == to_outline(found)


@CALM
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    data = f"{text}\n\nThe end\n".encode()
    assert read_document("a.md", data) == read_document("a.md", data)
