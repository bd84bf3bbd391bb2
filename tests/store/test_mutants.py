"""Whatever is typed into a protocol's files, reading them ends in findings and never in a failure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from store_example import FILES

from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.model.source import ProtobuildError
from protobuild.store.format import format_text
from protobuild.store.load import load, load_leniently
from protobuild.store.tree import Files

SCRAPS = st.sampled_from(
    [
        "", "\n", "  ", "\t", ":", ": ", "- ", "#", " # ", "|", ">", "[", "]", "{", "}", "'", '"', "&a ",
        "*a", "!x ", "---\n", "\0", "\ufeff", "\u2028", "é", "[[", "]]", "[[role:x]]", "**", "? ", "~",
        "12", "<<: ", "id: a\n", "text: b\n", "clauses:\n", "items:\n", "    - id: a\n      text: b\n",
        "kind:", "heading:\n", "numbering: none\n", "quiet: {links: x}\n", "sections: [introduction]\n",
        "matrix:\n      columns: [a]\n      rows: [[b]]\n",
    ]
)  # fmt: skip
MUTATION = st.tuples(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.integers(0, 30), SCRAPS)


def mutated(mutations: list[tuple[str, float, int, str]]) -> dict[str, bytes]:
    files = dict(FILES)
    for name, where, length, scrap in mutations:
        at = int(where * len(files[name]))
        files[name] = files[name][:at] + scrap + files[name][at + length :]
    return {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}


@given(st.lists(MUTATION, min_size=1, max_size=4))
def test_a_mutant_is_read_told_and_shown(mutations: list[tuple[str, float, int, str]]) -> None:
    tree = Files("mutant", mutated(mutations))
    loaded, lenient = load(tree), load_leniently(tree)
    errors = [finding for finding in loaded.findings if finding.severity == "error"]
    assert (loaded.protocol is None) == bool(errors)
    for finding in loaded.findings:
        assert finding.message and finding.why and finding.fix
        assert finding.place.line <= max(1, len(loaded.lines.get(finding.place.file, ())))
    for protocol in filter(None, (loaded.draft, lenient.protocol)):
        outline = assemble(protocol, numbers=loaded.numbers, places=loaded.places)
        run(protocol, outline, loaded.places)
    assert lenient.protocol is not None
    ids = list(lenient.protocol.ids())
    assert len(ids) == len(set(ids))


@given(st.lists(MUTATION, min_size=1, max_size=3))
def test_a_mutant_is_laid_out_or_left_alone(mutations: list[tuple[str, float, int, str]]) -> None:
    for name, data in mutated(mutations).items():
        try:
            tidy = format_text(data, name)
        except ProtobuildError:
            continue
        assert format_text(tidy.encode(), name) == tidy
