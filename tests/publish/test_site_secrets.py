"""What is meant for the house alone never leaves it: a secret in every such place is found in no file."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from protobuild.life.derive import derived
from protobuild.life.home import Home
from protobuild.life.versions import read_version
from protobuild.publish.files import write_files
from protobuild.publish.formats import FORMATS, Given
from protobuild.publish.site.pages import PAPER, site_files
from protobuild.publish.site.plan import plan
from small_council import write
from three_versions import three_versions

WORD = "zebra"
"""What stands in every place below, with a number of its own."""

MANIFEST = """\
gaps: [holding-reply]
# zebra1
waivers:
  - provision: missed-reply-time
    reason: zebra2 advised against it
    by: zebra3
    date: 2026-01-02
endorsements:
  - name: zebra4
    office: zebra5
    group: zebra6
facts:
  has-zebra7: "yes"
terms:
  advice:
    says: advice
    means: zebra8
"""

PRINTED = ("2026-05-14/protocol-2026-05-14.pdf", "changes-draft.pdf", "changes-draft-large-print.pdf")

NOTE = """\
# zebra20
clauses: [answer]
reason: zebra21 complained
proposer: zebra22
consultation:
  - who: zebra23
    when: zebra24
    outcome: zebra25
"""


PLANTED = {
    "protocol.yaml": (
        ("title: Protocol on Advice\n", "# zebra12\ntitle: Protocol on Advice\n"),
        ("    title: monitoring officer\n", "    title: monitoring officer\n    about: zebra9\n"),
        ("/code\n", "/code\n    version: zebra10\n    dated: zebra11\n"),
    ),
    "advice.yaml": (
        ("heading: Advice\n", "heading: Advice\n# zebra13\nnote: zebra14\n"),
        ("  - id: answer\n", "  - id: answer\n    note: zebra15\n    quiet:\n      time_limits: zebra16\n"),
    ),
}
"""What takes the place of what in a protocol's own files."""


def plant(folder: Path) -> None:
    """Put the word wherever a protocol's files may hold what is not for the public."""
    for name, changes in PLANTED.items():
        said = (folder / name).read_text("utf-8")
        for before, after in changes:
            assert before in said
            said = said.replace(before, after)
        (folder / name).write_text(said + (MANIFEST if name == "protocol.yaml" else ""), "utf-8")
    write(folder, {"zebra17.yaml": "zebra18: zebra19\n"})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = three_versions(tmp_path_factory.mktemp("council"))
    write(home.changelog / "next", {"zebra26.yaml": NOTE})
    plant(home.protocol)
    for kept in home.changelog.glob("2*"):
        plant(kept / "protocol")
        record = kept / "record.yaml"
        record.write_text(f"# zebra27\n{record.read_text('utf-8')}notes: [zebra28]\n", "utf-8")
        write(kept / "notes", {"zebra29.yaml": NOTE})
        (kept / "SHA256SUMS").unlink()
        write_files(kept, derived(read_version(kept)))
    return home


@pytest.fixture(scope="module")
def files(home: Home) -> dict[str, bytes]:
    return site_files(plan(home, dt.date(2026, 11, 22), draft=True), fragments=True, write=written)


def written(path: str, form: str, given: Given) -> bytes:
    """Return a download; of PDFs those of one version and of one redline, which stand for their kind."""
    if form in PAPER and not path.endswith(PRINTED):
        return b""
    return FORMATS[form].write(given)


def seen(name: str, data: bytes) -> str:
    """Return everything a file says: of a PDF its words, properties, bookmarks and streams."""
    if not data.startswith(b"%PDF"):
        return data.decode()
    reader = PdfReader(io.BytesIO(data))
    said = [page.extract_text() for page in reader.pages]
    said += [
        str(reader.metadata),
        str(reader.outline),
        str(reader.xmp_metadata and reader.xmp_metadata.stream),
    ]
    return "\n".join([*said, data.decode("latin-1"), *_streams(data)])


def _streams(data: bytes) -> list[str]:
    out = []
    for piece in data.split(b"stream\n")[1:]:
        try:
            out.append(zlib.decompress(piece.partition(b"endstream")[0]).decode("latin-1"))
        except zlib.error:
            continue
    return out


def test_the_secret_was_planted_in_every_place(home: Home) -> None:
    planted = "\n".join(path.read_text("utf-8") + path.name for path in home.root.rglob("*.yaml"))
    assert [number for number in range(1, 30) if f"{WORD}{number}" not in planted] == []


def test_no_file_of_the_site_holds_the_secret(files: dict[str, bytes]) -> None:
    assert {name.rpartition(".")[2] for name in files} == {"html", "pdf", "txt", "json", "atom", "xml", "css"}
    assert [name for name, data in files.items() if WORD in seen(name, data).lower()] == []
    assert [name for name in files if WORD in name] == []


def test_the_words_of_a_pdf_can_be_looked_into(files: dict[str, bytes]) -> None:
    made = [name for name, data in files.items() if data.startswith(b"%PDF")]
    assert len(made) == len(PRINTED) + 1  # the text in force is at the front too
    for name in made:
        assert "Advice given to one member" in seen(name, files[name])
