"""A repository whose settings name programs runs none of them, whatever is asked of its history."""

from __future__ import annotations

import datetime as dt
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from protobuild.life.home import Home
from protobuild.life.looking_back.drafts import all_drafts
from protobuild.life.sides import find_text
from protobuild.life.verify import verify
from protobuild.model.source import ProtobuildError, UsageError
from protobuild.store.git import find_repository, holds_all, resolve
from protobuild.store.signatures import Signed, read_tag
from small_council import commit_all, git
from three_versions import three_versions

SETTINGS = {
    "core.fsmonitor": "{script}",
    "core.hooksPath": "{hooks}",
    "core.pager": "{script}",
    "core.sshCommand": "{script}",
    "core.editor": "{script}",
    "core.askPass": "{script}",
    "core.alternateRefsCommand": "{script}",
    "pager.log": "{script}",
    "pager.cat-file": "{script}",
    "diff.external": "{script}",
    "diff.evil.command": "{script}",
    "diff.evil.textconv": "{script}",
    "diff.orderFile": "/dev/null",
    "filter.evil.clean": "{script}",
    "filter.evil.smudge": "{script}",
    "filter.evil.process": "{script}",
    "filter.evil.required": "true",
    "gpg.program": "{script}",
    "gpg.openpgp.program": "{script}",
    "gpg.ssh.program": "{script}",
    "gpg.x509.program": "{script}",
    "gpg.ssh.defaultKeyCommand": "{script}",
    "log.showSignature": "true",
    "log.follow": "true",
    "alias.log": "!{script}",
    "alias.cat-file": "!{script}",
    "credential.helper": "!{script}",
    "color.ui": "always",
    "format.pretty": "full",
    "log.date": "relative",
    "uploadpack.packObjectsHook": "{script}",
    "protocol.ext.allow": "always",
    "remote.origin.url": "ext::{script}",
    "remote.origin.promisor": "true",
    "remote.origin.partialclonefilter": "blob:none",
    "extensions.partialClone": "origin",
    "core.repositoryformatversion": "1",
}
"""Every setting by which a repository could name a program, or make answers look otherwise."""

SIGNED = """\
object {commit}
type commit
tag adopted/2026-05-14-council
tagger Clerk <clerk@example.gov.uk> 1780000000 +0000

Adopted
-----BEGIN PGP SIGNATURE-----

iQEzBAABCAAdFiEE
=abcd
-----END PGP SIGNATURE-----
"""


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """The file that the planted program would leave."""
    return tmp_path / "mark"


@pytest.fixture
def hostile(tmp_path: Path, mark: Path) -> Home:
    home = three_versions(tmp_path / "council")
    commit_all(home.root, "Begin")
    (home.protocol / "advice.yaml").write_text("clauses:\n  - id: answer\n    text: Other.\n", "utf-8")
    (home.root / ".gitattributes").write_text("* diff=evil filter=evil\n")
    commit_all(home.root, "Other")
    tag = tmp_path / "tag"
    tag.write_text(SIGNED.format(commit=git(home.root, "rev-parse", "HEAD")))
    oid = git(home.root, "hash-object", "-t", "tag", "-w", "--literally", str(tag))
    git(home.root, "update-ref", "refs/tags/adopted/2026-05-14-council", oid)
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\necho run >> '{mark}'\nexit 1\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        (hooks / name).symlink_to(script)
        (home.root / ".git" / "hooks" / name).unlink(missing_ok=True)
        (home.root / ".git" / "hooks" / name).symlink_to(script)
    for key, value in SETTINGS.items():
        git(home.root, "config", key, value.format(script=script, hooks=hooks))
    return home


ASKED: list[Callable[[Home], object]] = [
    lambda home: resolve(find_repository(home.root), "HEAD"),  # type: ignore[arg-type]
    lambda home: holds_all(find_repository(home.root)),  # type: ignore[arg-type]
    lambda home: find_text("HEAD~1", home),
    lambda home: all_drafts(home, "", "", dt.date(2026, 11, 22)),
    lambda home: verify(home, home.changelog / "2026-05-14-council"),
]


@pytest.mark.parametrize("ask", ASKED, ids=["resolve", "whole", "text", "drafts", "verify"])
def test_no_program_of_the_repository_is_run(
    hostile: Home, mark: Path, ask: Callable[[Home], object]
) -> None:
    ask(hostile)
    assert not mark.exists()


def test_the_planted_program_would_have_been_run(hostile: Home, mark: Path) -> None:
    for words in (("status",), ("log", "-p", "-1", "--ext-diff")):
        subprocess.run(["git", *words], cwd=hostile.root, capture_output=True, check=False)
    assert mark.exists()


def test_an_object_that_is_missing_is_not_fetched(hostile: Home, mark: Path) -> None:
    for oid in git(hostile.root, "-c", "core.fsmonitor=false", "rev-parse", "HEAD~1^{tree}").split():
        (hostile.root / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    mark.unlink(missing_ok=True)
    with pytest.raises(ProtobuildError):
        find_text("HEAD~1", hostile)
    assert not mark.exists()


def test_a_signature_is_not_checked_by_the_repositorys_own_program(
    hostile: Home, mark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = find_repository(hostile.root)
    assert repository is not None
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    found = read_tag(repository, "adopted/2026-05-14-council")
    assert found is not None
    assert found.signed is Signed.UNCHECKED
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / ".gitconfig").write_text("[user]\n\tsigningKey = ABCD\n")
    monkeypatch.setenv("HOME", str(tmp_path / "reader"))
    found = read_tag(repository, "adopted/2026-05-14-council")
    assert found is not None
    assert found.signed is Signed.BAD
    assert not mark.exists()


def test_what_replaces_an_object_is_not_taken_for_it(hostile: Home) -> None:
    blob = git(hostile.root, "rev-parse", "HEAD~1:protocol/advice.yaml")
    other = git(hostile.root, "rev-parse", "HEAD:protocol/advice.yaml")
    replaced = hostile.root / ".git" / "refs" / "replace" / blob
    replaced.parent.mkdir()
    replaced.write_text(other + "\n")
    assert "must ask" in " ".join(entry.words for entry in find_text("HEAD~1", hostile).outline.entries)


@pytest.mark.parametrize(
    "name",
    ["--output=x", "-x", "@{-1}", "a..b", "HEAD..HEAD~1", "../../etc/passwd", "a\nHEAD", "HEAD\0", "HEAD\n"],
    ids=repr,
)
def test_a_hostile_name_does_nothing(hostile: Home, mark: Path, name: str) -> None:
    before = sorted(hostile.root.rglob("*"))
    with pytest.raises(UsageError):
        find_text(name, hostile)
    assert sorted(hostile.root.rglob("*")) == before
    assert not mark.exists()
