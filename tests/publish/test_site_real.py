"""Real protocols as sites and fragments: nothing of them is lost, and every old number lands."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest

from protobuild.life.derive import derived
from protobuild.life.home import Home, home_at
from protobuild.life.importing import import_text
from protobuild.life.lenient import read_adopted, read_file
from protobuild.life.versions import read_version, versions
from protobuild.model.outline import citations
from protobuild.publish.files import write_files
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.render.fragment import write_fragment

pytestmark = pytest.mark.corpus

VERSIONS = {"2014-01-21-council": "barnet-adopted.md", "2026-01-20-council": "barnet-proposed.md"}


def bare(said: str) -> str:
    """Return letters and digits only, whatever stands between them."""
    return re.sub(r"\W+", "", unescape(re.sub(r"<[^>]+>", " ", said)))


@pytest.fixture(scope="module")
def home(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("council")
    before: Path | None = None
    for folder, name in VERSIONS.items():
        kept = root / "changelog" / folder
        write_files(kept / "protocol", import_text(corpus / name, before).files)
        write_files(kept, {"record.yaml": f"body: Full Council\nadopted: {folder[:10]}\n".encode()})
        write_files(kept, derived(read_version(kept)))
        before = kept / "protocol"
    assert before is not None
    files = {path.name: path.read_bytes() for path in before.iterdir()}
    files["protocol.yaml"] += b"address: https://www.example.gov.uk/protocol\n"
    write_files(root / "protocol", files)
    return home_at(root)


def test_every_number_of_a_restructured_protocol_lands_once_on_its_page(home: Home) -> None:
    page = site_files(plan(home, dt.date(2026, 11, 22)), pdf=False)["index.html"].decode()
    found = re.findall(r' id="([^"]*)"', page)
    assert len(found) == len(set(found))
    for version in versions(home):
        outline = read_adopted(version)
        for entry, number in zip(outline.entries, citations(outline.entries), strict=True):
            if entry.id:
                assert entry.id in found
                assert not number or any(sign.isspace() for sign in number) or number in found, number


@pytest.mark.parametrize("name", ["barnet-adopted.md", "barnet-proposed.md", "swale-draft.md", "bingley.md"])
def test_a_fragment_of_a_real_protocol_says_all_of_it(corpus: Path, name: str) -> None:
    outline = read_file(corpus / name)
    said = bare(write_fragment(outline))
    assert [entry.words for entry in outline.entries if bare(entry.words) not in said] == []
