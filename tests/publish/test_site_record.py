"""A saved copy can be proved years later from what is kept beside each version."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from protobuild.life.derive import derived
from protobuild.life.home import Home
from protobuild.life.proof import doubt, history_faults
from protobuild.life.published import read_published
from protobuild.life.versions import SUMS, adopted_on, versions
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.publish.site.record import record
from three_versions import ADDRESS, three_versions

DAY = dt.date(2026, 6, 2)
LAST = dt.date(2026, 5, 14)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return three_versions(tmp_path)


def publish(home: Home, day: dt.date = DAY) -> tuple[dict[str, bytes], list[Path]]:
    site = plan(home, day, draft=True)
    files = site_files(site, pdf=False, fragments=True)
    return files, record(home, site, files, day)


def test_every_file_that_is_uploaded_is_recorded_once_with_its_checksum(home: Home) -> None:
    files, written = publish(home)
    assert len(written) == 3
    kept = [read_published(version).publications[-1] for version in versions(home)]
    sums = {name: digest for each in kept for name, digest in each.files.items()}
    assert sum(len(each.files) for each in kept) == len(sums)
    house = ("READ-ME-FIRST.html", "fragments/", "draft/")
    assert sums == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if not name.startswith(house)
    }
    assert {(each.published, each.address) for each in kept} == {(DAY, f"{ADDRESS}/")}


def test_plain_tools_find_a_saved_file_in_the_record(home: Home) -> None:
    files, _ = publish(home)
    digest = hashlib.sha256(files["2025-11-18/protocol-2025-11-18.txt"]).hexdigest()
    lines = (home.changelog / "2025-11-18-council" / "published.yaml").read_text("utf-8").splitlines()
    assert [line for line in lines if digest in line] == [
        f'    "2025-11-18/protocol-2025-11-18.txt": {digest}'
    ]


def test_what_was_published_again_unchanged_is_not_recorded_again(home: Home) -> None:
    publish(home)
    _, written = publish(home, dt.date(2026, 7, 1))
    assert written == []


def test_what_was_recorded_is_kept_when_more_is_recorded(home: Home) -> None:
    publish(home, dt.date(2026, 5, 20))
    path = home.changelog / "2025-11-18-council" / "published.yaml"
    path.write_bytes(path.read_bytes() + b"# checked by the web team")
    before = path.read_bytes()
    publish(home)
    assert path.read_bytes().startswith(before)
    published = read_published(versions(home)[1]).publications
    assert [each.published for each in published] == [dt.date(2026, 5, 20), DAY]
    assert published[0].files != published[1].files  # it has been superseded since


def test_the_record_of_publication_leaves_the_version_as_it_was_adopted(home: Home) -> None:
    publish(home)
    assert history_faults(home) == ()
    version = adopted_on(home, LAST)
    assert derived(version)[SUMS] == (version.folder / SUMS).read_bytes()


def test_nothing_else_may_be_added_to_an_adopted_version(home: Home) -> None:
    publish(home)
    (home.changelog / "2026-05-14-council" / "protocol" / "published.yaml").write_text("[]")
    assert [finding.rule for finding in history_faults(home)] == ["altered-version"]


def test_a_record_of_publication_that_cannot_be_read_is_a_finding(home: Home) -> None:
    publish(home)
    path = home.changelog / "2025-11-18-council" / "published.yaml"
    path.write_text("- published: some day\n  address: here\n  files: {}\n", "utf-8")
    found = history_faults(home)
    assert [finding.place.file for finding in found] == ["changelog/2025-11-18-council/published.yaml"]
    assert not doubt(adopted_on(home, dt.date(2025, 11, 18)))
