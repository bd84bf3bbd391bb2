"""Whether a saved copy is authentic."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home
from protobuild.life.lenient import read_adopted
from protobuild.life.meaning import meaning
from protobuild.life.verify import verify
from protobuild.life.versions import read_version
from protobuild.model.source import UsageError
from protobuild.publish.site.folder import write_site
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.publish.site.record import record
from small_council import commit_all, git, write
from three_versions import ADDRESS, three_versions

DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council whose site was published once, and lies beside it."""
    home = three_versions(tmp_path_factory.mktemp("council"))
    site = plan(home, DAY)
    files = site_files(site, pdf=False)
    write_site(home.root / "site", files)
    record(home, site, files, DAY)
    return home.root


@pytest.fixture
def home(published: Path, tmp_path: Path) -> Home:
    return find_home(shutil.copytree(published, tmp_path / "council"))


def test_a_saved_page_is_what_was_published(home: Home, tmp_path: Path) -> None:
    saved = Path(shutil.copy(home.root / "site" / "2025-01-21" / "index.html", tmp_path / "saved.html"))
    verdict = verify(home, saved)
    assert verdict.authentic
    assert verdict.said == (
        f"saved.html is {ADDRESS}/2025-01-21/index.html, as published on 22 November 2026: "
        "the version adopted on 21 January 2025 (Full Council).",
        f"SHA-256: {hashlib.sha256(saved.read_bytes()).hexdigest()}",
    )


def test_a_saved_pdf_is_known_by_its_bytes_from_the_repository_alone(home: Home, tmp_path: Path) -> None:
    pdf = tmp_path / "old.pdf"
    pdf.write_bytes(b"%PDF-1.7 whatever it holds")
    digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
    folder = home.changelog / "2025-11-18-council"
    entry = (
        f"- published: 2025-11-19\n  address: {ADDRESS}/\n  files:\n    2025-11-18/protocol.pdf: {digest}\n"
    )
    write(folder, {"published.yaml": (folder / "published.yaml").read_text("utf-8") + entry})
    shutil.rmtree(home.root / "site")
    shutil.rmtree(home.protocol)
    verdict = verify(home, pdf)
    assert verdict.authentic
    assert "published on 19 November 2025: the version adopted on 18 November 2025" in verdict.said[0]
    pdf.write_bytes(b"%PDF-1.7 whatever it held")
    assert not verify(home, pdf).authentic


def test_a_page_with_another_word_says_which_paragraph_differs(home: Home, tmp_path: Path) -> None:
    page = (home.root / "site" / "index.html").read_text("utf-8")
    write(tmp_path, {"index.html": page.replace("5 working days", "9 working days")})
    verdict = verify(home, tmp_path / "index.html")
    assert not verdict.authentic
    assert verdict.differs[0].startswith("A file of that name is on record with other bytes: ")
    assert verdict.differs[1] == (
        "Nearest is the version adopted on 14 May 2026 (Full Council). "
        "These do not stand in it as adopted: 1.2."
    )


def test_a_page_of_the_same_words_in_another_form_is_told_as_that(home: Home, tmp_path: Path) -> None:
    page = (home.root / "site" / "index.html").read_text("utf-8")
    write(tmp_path, {"saved.html": page.replace("<p", "<p data-saved='yes'")})
    verdict = verify(home, tmp_path / "saved.html")
    assert not verdict.authentic
    assert verdict.differs == (
        "Every paragraph of the version adopted on 14 May 2026 (Full Council) stands in it; "
        "whether words were added, nobody can tell.",
    )


def test_some_other_document_is_nothing_on_record(home: Home, tmp_path: Path) -> None:
    write(tmp_path, {"other.docx": "other"})
    verdict = verify(home, tmp_path / "other.docx")
    assert (verdict.authentic, verdict.differs) == (False, ())


def test_a_file_of_a_versions_folder_is_known(home: Home, tmp_path: Path) -> None:
    saved = Path(shutil.copy(home.changelog / "2025-01-21-council" / "text.txt", tmp_path / "mine.txt"))
    verdict = verify(home, saved)
    assert verdict.authentic
    assert "text.txt of the version adopted on 21 January 2025 (Full Council)" in verdict.said[0]


def test_a_file_of_an_altered_version_is_not_authentic(home: Home) -> None:
    path = home.changelog / "2025-01-21-council" / "text.txt"
    write(path.parent, {"text.txt": path.read_text("utf-8").replace("should", "may")})
    assert not verify(home, path).authentic


def test_a_whole_site_is_compared_file_by_file(home: Home) -> None:
    site = home.root / "site"
    verdict = verify(home, site)
    assert verdict.authentic
    assert "files of site as recorded, byte for byte." in verdict.said[0]
    assert "the version adopted on 14 May 2026" in verdict.said[1]
    write(site, {"updates/index.html": "other", "new.html": "new"})
    (site / "amendments" / "index.html").unlink()
    verdict = verify(home, site)
    assert not verdict.authentic
    assert verdict.differs[0] == "new.html was never recorded as published."
    assert verdict.differs[1].startswith("updates/index.html differs from what was published")
    assert verdict.differs[2:] == ("amendments/index.html is missing.",)


def test_a_site_cannot_be_proved_where_nothing_was_recorded(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    (tmp_path / "site").mkdir()
    with pytest.raises(UsageError, match="Nothing that was published is on record"):
        verify(home, tmp_path / "site")


def test_an_empty_folder_is_no_authentic_site(home: Home, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert not verify(home, tmp_path / "empty").authentic


def test_a_version_is_proved_by_its_checksums(home: Home) -> None:
    folder = home.changelog / "2025-11-18-council"
    assert verify(home, folder).authentic
    write(folder, {"protocol/advice.yaml": "kind: other\n"})
    verdict = verify(home, folder)
    assert not verdict.authentic
    assert verdict.differs == (
        "changelog/2025-11-18-council/protocol/advice.yaml: "
        "this file was changed after the version was adopted.",
    )


def test_without_a_name_every_version_is_proved(home: Home) -> None:
    verdict = verify(home, home.root)
    assert verdict.authentic
    assert len(verdict.said) == 3
    (home.changelog / "2025-01-21-council" / "SHA256SUMS").unlink()
    assert not verify(home, home.changelog).authentic


OTHERWISE = "does not say what the version's own files say."


def resealed(folder: Path) -> None:
    """Alter a version together with the checksums that would have told."""
    path = folder / "text.txt"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text(path.read_text("utf-8").replace("should", "may"), "utf-8")
    sums = (folder / "SHA256SUMS").read_text("utf-8")
    write(folder, {"SHA256SUMS": sums.replace(old, hashlib.sha256(path.read_bytes()).hexdigest())})


def test_the_history_tells_of_a_version_altered_with_its_checksums(home: Home) -> None:
    folder = home.changelog / "2025-01-21-council"
    commit_all(home.root, "Begin")
    assert "The history first kept it on" in verify(home, folder).said[1]
    resealed(folder)
    verdict = verify(home, folder)
    assert verdict.differs == (
        f"2025-01-21-council/text.txt {OTHERWISE}",
        "2025-01-21-council/SHA256SUMS is not as the history kept it last.",
        "2025-01-21-council/text.txt is not as the history kept it last.",
    )
    commit_all(home.root, "Quietly")
    verdict = verify(home, folder)
    assert not verdict.authentic
    (_, said) = verdict.differs
    assert said.endswith("changed SHA256SUMS, text.txt.")
    assert verify(home, home.changelog / "2025-11-18-council").authentic


def test_files_altered_with_their_checksums_contradict_one_another(home: Home) -> None:
    folder = home.changelog / "2025-01-21-council"
    resealed(folder)
    assert verify(home, folder).differs == (f"2025-01-21-council/text.txt {OTHERWISE}",)
    record = folder / "record.yaml"
    before = record.read_bytes()
    record.write_text(record.read_text("utf-8") + f"meaning: {meaning(read_adopted(read_version(folder)))}\n")
    write(folder, {"SHA256SUMS": (folder / "SHA256SUMS").read_text().replace(sum_of(before), sum_of(record))})
    assert len(verify(home, folder).differs) == 1
    advice = folder / "protocol" / "advice.yaml"
    before = advice.read_bytes()
    advice.write_text(advice.read_text("utf-8").replace("should", "may"), "utf-8")
    write(folder, {"SHA256SUMS": (folder / "SHA256SUMS").read_text().replace(sum_of(before), sum_of(advice))})
    assert verify(home, folder).differs == (
        "2025-01-21-council: The text does not have the meaning hash that its record gives.",
    )


def sum_of(data: bytes | Path) -> str:
    return hashlib.sha256(data if isinstance(data, bytes) else data.read_bytes()).hexdigest()


def test_a_history_that_was_written_anew_does_not_hide_what_the_name_stands_for(home: Home) -> None:
    folder = home.changelog / "2025-01-21-council"
    commit_all(home.root, "Begin")
    git(home.root, "tag", "adopted/2025-01-21-council")
    git(home.root, "checkout", "-q", "--orphan", "anew")
    commit_all(home.root, "As if it had always been so")
    verdict = verify(home, folder)
    assert verdict.authentic  # it says what it said
    assert verdict.said[-1].endswith("did not lead to this history: it was written anew since.")
    resealed(folder)
    commit_all(home.root, "Quietly")
    git(home.root, "checkout", "-q", "--orphan", "again")
    commit_all(home.root, "As if it had always been so")
    assert verify(home, folder).differs[1:] == (
        "2025-01-21-council/SHA256SUMS is not as adopted/2025-01-21-council has it.",
        "2025-01-21-council/text.txt is not as adopted/2025-01-21-council has it.",
    )


def test_a_project_that_moved_in_its_history_is_still_what_it_was(home: Home) -> None:
    commit_all(home.root, "Begin")
    git(home.root, "tag", "adopted/2025-01-21-council")
    (home.root / "part-5").mkdir()
    for name in ("changelog", "protocol"):
        git(home.root, "mv", name, f"part-5/{name}")
    commit_all(home.root, "Into the constitution")
    moved = find_home(home.root / "part-5")
    assert verify(moved, moved.changelog / "2025-01-21-council").differs == ()


def test_a_name_that_stands_for_something_else_is_told(home: Home) -> None:
    folder = home.changelog / "2025-01-21-council"
    git(home.root, "init", "-q", "-b", "main")
    write(home.root, {"other/README": "Other"})
    git(home.root, "add", "other")
    git(home.root, "commit", "-q", "-m", "Other")
    git(home.root, "tag", "adopted/2025-01-21-council")
    commit_all(home.root, "Begin")
    assert verify(home, folder).differs == (
        "What adopted/2025-01-21-council stands for does not hold this version.",
    )


def test_a_publication_recorded_later_is_no_alteration(home: Home) -> None:
    commit_all(home.root, "Begin")
    folder = home.changelog / "2025-01-21-council"
    since = "- what: withdrawn\n  since: 2026-08-01\n  by: Full Council\n"
    write(
        folder,
        {"published.yaml": "- published: 2026-01-01\n  address: a\n  files: {}\n", "afterwards.yaml": since},
    )
    commit_all(home.root, "Published again, and withdrawn")
    assert verify(home, folder).authentic


def test_a_version_that_was_never_kept_and_a_name_for_it_are_told(home: Home) -> None:
    folder = home.changelog / "2025-01-21-council"
    git(home.root, "init", "-q", "-b", "main")
    assert verify(home, folder).said[1] == "The history has not kept 2025-01-21-council yet."
    commit_all(home.root, "Begin")
    git(home.root, "tag", "adopted/2025-01-21-council")
    said = verify(home, folder).said
    assert said[2] == "The name adopted/2025-01-21-council stands for it there; it is not signed."


def test_a_name_that_is_not_there_is_said(home: Home) -> None:
    with pytest.raises(UsageError, match="no file or folder 'nowhere'"):
        verify(home, home.root / "nowhere")


def test_the_draft_is_no_copy_of_anything(home: Home) -> None:
    with pytest.raises(UsageError, match="This is the draft"):
        verify(home, home.protocol)
