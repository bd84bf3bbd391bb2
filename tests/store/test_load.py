from __future__ import annotations

from collections.abc import Callable

import pytest

from protobuild.model.source import UsageError
from protobuild.store.load import Loaded, load, load_leniently, with_excerpts
from protobuild.store.tree import Files


@pytest.fixture(autouse=True)
def one_provision(only_provision: object) -> None:
    """The catalogue of these tests knows one provision."""


def rules(loaded: Loaded) -> list[str]:
    return [finding.rule for finding in loaded.findings]


def test_a_sound_protocol_loads_without_a_word(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with()
    assert loaded.findings == ()
    assert loaded.protocol is not None
    assert list(loaded.protocol.ids()) == [
        "introduction", "purpose", "reply",
        "impartiality", "no-compromise", "members-expect", "candid-advice", "equal-service",
    ]  # fmt: skip


def test_every_id_has_its_place(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with()
    assert loaded.protocol is not None
    assert set(loaded.places) == set(loaded.protocol.ids())
    place = loaded.places["equal-service"]
    assert (place.file, place.line, place.column) == ("impartiality.yaml", 16, 15)


def test_words_in_a_block_have_the_place_of_their_first_letter(loaded_with: Callable[..., Loaded]) -> None:
    place = loaded_with().places["sections.0.clauses.0.text"]
    assert (place.file, place.line, place.column) == ("introduction.yaml", 6, 7)


def test_faults_of_all_files_are_told_at_once(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> None:
    example["protocol.yaml"] += b"numbring: none\n"
    example["impartiality.yaml"] = example["impartiality.yaml"].replace(b"kind: imp", b"kind: emp")
    loaded = loaded_with("introduction.yaml", "heading:", "heding:")
    assert [(each.place.file, each.rule) for each in loaded.findings] == [
        ("protocol.yaml", "unknown-field"),
        ("introduction.yaml", "unknown-field"),
        ("impartiality.yaml", "unknown-kind"),
    ]


def test_a_misspelt_field_is_told_in_the_words_of_the_design(loaded_with: Callable[..., Loaded]) -> None:
    finding = loaded_with("impartiality.yaml", "provides", "provide").findings[0]
    assert finding.message == "'provide' is not a field of a clause"
    assert finding.why == "Without it this clause does not count towards what a protocol must say."
    assert finding.fix == "Write 'provides'."
    assert finding.excerpt == "    provide: [members-respect-impartiality]"


def test_an_unknown_field_like_no_other_hides_no_fault_beside_it(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with(
        "introduction.yaml", "    text: |\n", "    xyzzy: 1\n    provides: [A]\n    text: |\n"
    )
    assert rules(loaded) == ["unknown-field", "bad-name"]
    assert "xyzzy" in loaded.findings[0].message


def test_a_section_that_is_named_and_not_there_is_told_with_the_nearest_file(
    loaded_with: Callable[..., Loaded],
) -> None:
    loaded = loaded_with("protocol.yaml", "  - impartiality\n", "  - impartialty\n")
    assert rules(loaded) == ["no-file", "unnamed-file"]
    assert (loaded.findings[0].place.line, loaded.findings[0].fix) == (7, "Write 'impartiality'.")


def test_a_section_named_twice_is_told(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with("protocol.yaml", "  - impartiality\n", "  - impartiality\n  - introduction\n")
    assert rules(loaded) == ["named-twice"]


def test_a_file_that_nobody_names_is_a_warning(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with("protocol.yaml", "  - impartiality\n", "")
    assert loaded.protocol is not None
    assert [(each.rule, each.severity) for each in loaded.findings] == [("unnamed-file", "warning")]


def test_a_file_of_another_ending_is_renamed(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> None:
    example["impartiality.yml"] = example.pop("impartiality.yaml")
    (finding,) = loaded_with().findings
    assert (finding.rule, finding.place.file) == ("no-file", "protocol.yaml")
    assert finding.fix == "Rename impartiality.yml to impartiality.yaml."


def test_a_file_of_another_ending_that_nobody_names_is_renamed_and_named(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> None:
    example["roles.yml"] = b"kind: roles\n"
    (finding,) = loaded_with().findings
    assert finding.fix == (
        "Rename it to roles.yaml. Add '- roles' under 'sections' where it belongs, "
        "or move the file elsewhere."
    )


def test_a_folder_without_yaml_is_no_protocol() -> None:
    with pytest.raises(UsageError, match=r"holds no protocol\.yaml"):
        load(Files("empty", {"readme.txt": b"hello"}))


def test_a_folder_without_a_manifest_says_what_it_is_for(example: dict[str, bytes]) -> None:
    del example["protocol.yaml"]
    loaded = load(Files("example", example))
    assert loaded.protocol is None
    assert rules(loaded)[0] == "no-manifest"


def test_a_section_takes_its_id_from_its_own_file_when_it_gives_one(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> None:
    loaded = loaded_with("introduction.yaml", "kind: introduction", "id: why\nkind: introduction")
    assert loaded.protocol is not None
    assert loaded.protocol.sections[0].id == "why"
    assert loaded.places["why"].line == 1


def test_excerpts_are_the_lines_of_the_file(loaded_with: Callable[..., Loaded]) -> None:
    loaded = loaded_with("introduction.yaml", "kind: intro", "kind: outro")
    assert with_excerpts(loaded.findings, loaded.lines)[0].excerpt == "kind: outroduction"


class TestNumbers:
    KEPT = (
        b"introduction: '1.0'\npurpose: 1.1\nreply: 1.2\nimpartiality: '2'\n"
        b"no-compromise: 2.1\nmembers-expect: '2.10'\ncandid-advice: (a)\nequal-service: ''\n"
    )

    def test_printed_numbers_are_facts(self, example: dict[str, bytes]) -> None:
        loaded = load(Files("example", {**example, "numbers.yaml": self.KEPT}))
        assert loaded.findings == ()
        assert loaded.numbers is not None
        assert loaded.numbers["members-expect"] == "2.10"
        assert loaded.numbers["equal-service"] == ""

    @pytest.mark.parametrize(("damage", "line"), [((b"reply: 1.2\n", b""), 1), ((b"reply:", b"answer:"), 3)])
    def test_numbers_that_no_longer_fit_are_dropped_with_a_warning(
        self, example: dict[str, bytes], damage: tuple[bytes, bytes], line: int
    ) -> None:
        loaded = load(Files("example", {**example, "numbers.yaml": self.KEPT.replace(*damage)}))
        assert loaded.numbers is None
        assert [(each.rule, each.severity) for each in loaded.findings] == [("numbers-outdated", "warning")]
        assert loaded.findings[0].place.line == line


class TestLeniently:
    def words(self, loaded: Loaded) -> str:
        assert loaded.protocol is not None
        from protobuild.model.assemble import assemble

        return " ".join(entry.words for entry in assemble(loaded.protocol).entries)

    def test_a_sound_protocol_is_the_same_either_way(self, example: dict[str, bytes]) -> None:
        strict, lenient = load(Files("e", example)), load_leniently(Files("e", example))
        assert strict.protocol is not None and lenient.protocol is not None
        assert lenient.protocol.sections == strict.protocol.sections
        assert lenient.protocol.manifest == strict.protocol.manifest

    def test_a_misspelt_field_is_read_as_meant(self, example: dict[str, bytes]) -> None:
        example["impartiality.yaml"] = example["impartiality.yaml"].replace(b"lead_in", b"leadin")
        loaded = load_leniently(Files("e", example))
        assert loaded.protocol is not None
        assert loaded.protocol.sections[1].clauses[1].expectations is not None

    def test_words_without_a_place_stay_as_a_plain_paragraph(self, example: dict[str, bytes]) -> None:
        example["impartiality.yaml"] = example["impartiality.yaml"].replace(b"of: officers", b"of: staff")
        loaded = load_leniently(Files("e", example))
        assert loaded.protocol is not None
        clause = loaded.protocol.sections[1].clauses[1]
        assert clause.id == "members-expect"
        assert clause.text == (
            "Members may expect officers to:\n\ngive candid advice;\n\nserve all groups alike."
        )

    def test_the_second_of_two_values_is_kept(self, example: dict[str, bytes]) -> None:
        example["introduction.yaml"] += b"      text: And without delay.\n"
        assert "And without delay." in self.words(load_leniently(Files("e", example)))

    def test_the_words_after_a_broken_line_are_kept(self, example: dict[str, bytes]) -> None:
        damaged = example["introduction.yaml"].replace(b"  - id: reply", b" - id: reply")
        said = self.words(load_leniently(Files("e", {**example, "introduction.yaml": damaged})))
        assert "This protocol says how members" in said
        assert "An officer answers within 10 working days." in said
        assert "reply" not in said

    def test_a_missing_manifest_is_borne(self, example: dict[str, bytes]) -> None:
        del example["protocol.yaml"]
        loaded = load_leniently(Files("old text", example))
        assert loaded.protocol is not None
        assert loaded.protocol.manifest.title == "old text"
        assert [section.id for section in loaded.protocol.sections] == ["impartiality", "introduction"]

    def test_an_id_used_twice_is_told_apart(self, example: dict[str, bytes]) -> None:
        example["introduction.yaml"] = example["introduction.yaml"].replace(b"id: reply", b"id: purpose")
        loaded = load_leniently(Files("e", example))
        assert loaded.protocol is not None
        ids = list(loaded.protocol.ids())
        assert len(ids) == len(set(ids))
