"""Walking the history, reading its objects, and checking its signatures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from protobuild.store.git import Repository, find_repository
from protobuild.store.objects import Batch, GoneError, Object, entries_of
from protobuild.store.signatures import Signed, read_tag
from protobuild.store.tree import LARGEST
from protobuild.store.walk import walk
from small_council import commit_all, git, write

GOOD = """\
#!/bin/sh
for last; do :; done
cat >/dev/null
printf '[GNUPG:] NEWSIG\\n[GNUPG:] GOODSIG ABCD Clerk\\n[GNUPG:] VALIDSIG ABCD\\n[GNUPG:] TRUST_FULLY\\n'
"""
SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n\nabcd\n-----END PGP SIGNATURE-----\n"


@pytest.fixture
def kept(tmp_path: Path) -> Repository:
    root = tmp_path / "council"
    write(root, {"one.yaml": "1\n", "two words.yaml": "2\n"})
    commit_all(root, "Begin")
    git(root, "mv", "one.yaml", "é.yaml")
    commit_all(root, "Rename")
    found = find_repository(root)
    assert found is not None
    return found


def test_every_state_says_which_files_it_changed(kept: Repository) -> None:
    last, first = walk(kept)
    assert [(each.old, each.new) for each in last.files] == [("one.yaml", "é.yaml")]
    assert [(each.new, each.born) for each in first.files] == [("one.yaml", True), ("two words.yaml", True)]
    assert (first.summary, first.who, len(first.oid)) == ("Begin", "Clerk", 40)


def test_a_state_without_a_change_and_without_words_is_walked_too(kept: Repository) -> None:
    git(kept.folder, "commit", "-q", "--allow-empty", "--allow-empty-message", "-m", "")
    assert [(each.summary, len(each.files)) for each in walk(kept)] == [("", 0), ("Rename", 1), ("Begin", 2)]


def test_a_history_without_a_state_is_walked_in_no_steps(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    found = find_repository(tmp_path)
    assert found is not None
    assert list(walk(found)) == []


def answers(said: bytes) -> Batch:
    return Batch(io.BytesIO(), io.BytesIO(said))


def test_an_object_that_is_too_large_comes_without_its_bytes() -> None:
    size = LARGEST + 1
    found = answers(b"abcd blob %d\n%s\nabcd blob 2\nhi\n" % (size, b"x" * size)).read_all(["a", "b"])
    assert [(each.size, each.data) for each in found if each] == [(size, b""), (2, b"hi")]


@pytest.mark.parametrize("said", [b"", b"abcd blob 5\nab", b"abcd blob 2\nabc\n", b"abcd blob"])
def test_an_answer_that_breaks_off_is_damage(said: bytes) -> None:
    with pytest.raises(GoneError):
        answers(said).read("a")


def test_a_name_that_is_unknown_or_ambiguous_is_no_object() -> None:
    assert list(answers(b"a missing\nb ambiguous\n").read_all(["a", "b"])) == [None, None]


def test_a_name_of_two_lines_is_never_asked() -> None:
    with pytest.raises(ValueError, match="one line"):
        answers(b"").read("a\nb")


@pytest.mark.parametrize("data", [b"100644 a", b"100644 a\0abc"])
def test_a_folder_that_breaks_off_is_damage(data: bytes) -> None:
    with pytest.raises(GoneError):
        list(entries_of(Object("0" * 40, "tree", data, len(data))))


def test_links_and_other_repositories_are_not_files() -> None:
    oid = bytes(20)
    entries = b"".join(mode + b" x\0" + oid for mode in (b"120000", b"160000", b"100644", b"100755"))
    found = answers(b"").files(Object("0" * 40, "tree", entries, 0))
    assert [path for path, _ in found] == ["x", "x"]


def signed(kept: Repository, tmp_path: Path) -> None:
    commit = git(kept.folder, "rev-parse", "HEAD")
    tag = tmp_path / "tag"
    tag.write_text(f"object {commit}\ntype commit\ntag good\ntagger C <c@d> 1 +0000\n\nAdopted\n{SIGNATURE}")
    oid = git(kept.folder, "hash-object", "-t", "tag", "-w", "--literally", str(tag))
    git(kept.folder, "update-ref", "refs/tags/good", oid)


def test_a_signature_is_checked_by_the_readers_own_program(
    kept: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(kept, tmp_path)
    program = tmp_path / "gpg"
    program.write_text(GOOD)
    program.chmod(0o755)
    write(tmp_path, {".gitconfig": f"[user]\n\tsigningKey = ABCD\n[gpg]\n\tprogram = {program}\n"})
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    found = read_tag(kept, "good")
    assert found is not None
    assert (found.signed, found.commit) == (Signed.GOOD, git(kept.folder, "rev-parse", "HEAD"))
    program.write_text(GOOD.replace("GOODSIG", "BADSIG"))
    found = read_tag(kept, "good")
    assert found is not None
    assert found.signed is Signed.BAD


def test_a_tag_without_a_signature_says_so_and_none_is_none(kept: Repository) -> None:
    git(kept.folder, "tag", "plain")
    git(kept.folder, "tag", "-a", "-m", "Adopted", "noted")
    assert [found.signed for name in ("plain", "noted") if (found := read_tag(kept, name))] == [Signed.NO] * 2
    assert read_tag(kept, "nowhere") is None
