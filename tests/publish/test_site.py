"""The site: every version at its address, every old link landing, the same bytes for the same records."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest

from paper import sheets
from protobuild.life.home import Home, find_home
from protobuild.life.lenient import read_adopted, read_folder
from protobuild.life.versions import versions
from protobuild.model.outline import Kind, citations
from protobuild.model.source import ProtocolError, UsageError
from protobuild.publish.pdf import make_pdf
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.render.page import write_page
from protobuild.render.site.edition import Standing
from protobuild.render.site.frame import hoisted
from small_council import write
from three_versions import ADDRESS, RECORDS, three_versions

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 22)
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return three_versions(tmp_path_factory.mktemp("council"))


@pytest.fixture(scope="module")
def files(home: Home) -> dict[str, bytes]:
    return site_files(plan(home, DAY, draft=True), pdf=False, fragments=True)


def pages(files: dict[str, bytes]) -> dict[str, str]:
    """Return the pages that are uploaded, by path."""
    whole = {name: data.decode() for name, data in files.items() if name.endswith(".html")}
    return {name: page for name, page in whole.items() if not name.startswith("fragments/")}


class Links(HTMLParser):
    """What a page names, what it links to, and what it holds of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.to: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"] or ""] if "id" in given else []
        self.to += [given["href"] or ""] if "href" in given else []


def test_every_version_has_an_address_of_its_own_and_the_newest_stands_at_the_front(
    files: dict[str, bytes],
) -> None:
    for folder, words in (
        ("2025-01-21", "should ask"),
        ("2025-11-18", "10 working"),
        ("2026-05-14", "5 working"),
    ):
        assert words in files[f"{folder}/index.html"].decode()
        assert {f"{folder}/protocol-{folder}.txt", f"{folder}/protocol-{folder}.json"} <= files.keys()
    assert "5 working" in files["index.html"].decode()
    assert files["protocol.txt"] == files["2026-05-14/protocol-2026-05-14.txt"]
    assert {"2025-11-18/changes/index.html", "2026-05-14/changes/index.html"} <= files.keys()
    assert "2025-01-21/changes/index.html" not in files


@pytest.mark.parametrize(
    ("day", "standings"),
    [
        ("2026-11-22", ["superseded", "superseded", "in force"]),
        ("2026-06-01", ["superseded", "superseded", "in force"]),
        ("2026-05-31", ["superseded", "in force", "not yet in force"]),
        ("2025-01-31", ["not yet in force", "not yet in force", "not yet in force"]),
    ],
)
def test_what_stands_at_the_front_is_what_is_in_force_on_the_day(
    home: Home, day: str, standings: list[str]
) -> None:
    site = plan(home, dt.date.fromisoformat(day))
    assert [edition.standing.value for edition in site.editions] == standings
    in_force = [edition for edition in site.editions if edition.standing is Standing.IN_FORCE]
    assert site.current == (in_force or site.editions[:1])[0]


def test_every_link_within_the_site_lands_on_a_file_and_on_a_place_in_it(files: dict[str, bytes]) -> None:
    read = {name: Links(page) for name, page in pages(files).items()}
    for name, page in read.items():
        for target in page.to:
            if re.match(r"https?:|mailto:", target):
                continue
            path, _, place = target.partition("#")
            parts = [*PurePosixPath(name).parent.parts, *path.split("/")] if path else name.split("/")
            found: list[str] = []
            for part in parts:
                found = found[:-1] if part == ".." else [*found, part]
            there = "/".join(found)
            if there.endswith("/"):
                assert any(each.startswith(there) for each in files), (name, target)
                continue
            assert there in files, (name, target)
            assert not place or place in read[there].ids, (name, target)


def test_no_page_names_a_place_twice(files: dict[str, bytes]) -> None:
    for name, page in pages(files).items():
        ids = Links(page).ids
        assert sorted(ids) == sorted(set(ids)), name


def test_no_page_holds_a_script_that_runs_or_a_style_of_its_own(files: dict[str, bytes]) -> None:
    for name, page in pages(files).items():
        for tag, given in Links(page).tags:
            assert tag != "script" or given["type"] == "application/ld+json", name
            assert "style" not in given, name
            assert not [key for key in given if key.startswith("on")], name
            assert tag != "style" or name == "READ-ME-FIRST.html", name


def test_every_number_and_id_a_text_ever_had_is_a_place_on_the_page_in_force(
    home: Home, files: dict[str, bytes]
) -> None:
    there = set(Links(files["index.html"].decode()).ids)
    for version in versions(home):
        outline = read_adopted(version)
        assert {number for number in citations(outline.entries) if number} <= there
        assert {entry.id for entry in outline.entries if entry.id} <= there


def test_a_number_that_stood_for_something_else_says_so_to_whoever_comes_by_it(
    files: dict[str, bytes],
) -> None:
    page = files["index.html"].decode()
    note = re.search(r'<span class="arrival" id="2\.1">(.*?)</span>', page)
    assert note
    assert '<a href="2025-11-18/index.html#respect">version adopted on 18 November 2025</a>' in note[1]
    assert 'that was what is now <a href="#respect">2.2</a>' in note[1]
    assert '<span id="1.2"></span>' in page  # it always stood for the same


def test_what_was_left_out_is_told_with_a_link_to_its_last_words(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    row = re.search(r'<li id="busy">.*?</li>', page)
    assert row
    assert 'href="2025-01-21/index.html#busy"' in row[0]
    assert "An officer who cannot answer in time" in row[0]
    assert "No longer in the text" not in files["2025-01-21/index.html"].decode()


def test_only_what_is_in_force_is_listed_by_search_engines(files: dict[str, bytes]) -> None:
    hidden = {name for name, page in pages(files).items() if '<meta name="robots" content="noindex">' in page}
    assert hidden == {
        "2025-01-21/index.html",
        "2025-11-18/index.html",
        "draft/index.html",
        "draft/changes/index.html",
        "READ-ME-FIRST.html",
    }
    found = {row.findtext(f"{SITEMAP}loc") for row in ET.fromstring(files["sitemap.xml"])}  # noqa: S314 - our own
    assert found == {
        f"{ADDRESS}/{path}"
        for path in (
            "",
            "updates/",
            "amendments/",
            "accessibility/",
            "2025-11-18/changes/",
            "2026-05-14/changes/",
        )
    }


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("index.html", ""),
        ("2026-05-14/index.html", ""),
        ("2025-11-18/index.html", "2025-11-18/"),
        ("2026-05-14/changes/index.html", "2026-05-14/changes/"),
        ("updates/index.html", "updates/"),
    ],
)
def test_each_page_names_its_own_address(files: dict[str, bytes], path: str, canonical: str) -> None:
    assert f'<link rel="canonical" href="{ADDRESS}/{canonical}">' in files[path].decode()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("2025-01-21/index.html", "This text has been superseded. It is no longer in force."),
        ("draft/index.html", "This is a draft. It is not in force."),
        ("draft/changes/index.html", "This copy shows changes. It is not the text in force."),
    ],
)
def test_a_text_not_in_force_says_so_and_leads_to_the_one_that_is(
    files: dict[str, bytes], path: str, says: str
) -> None:
    page = files[path].decode()
    assert says in page
    if "changes" not in path:
        assert '<a href="../index.html">the version adopted on 14 May 2026</a>' in page


def test_the_draft_is_on_the_site_only_where_it_is_asked_for(home: Home) -> None:
    files = site_files(plan(home, DAY), pdf=False)
    assert not [name for name in files if "draft" in name or name.startswith("fragments")]
    assert not [name for name, data in files.items() if b"3 working days" in data]


def test_updates_say_in_plain_sentences_what_each_version_changed(files: dict[str, bytes]) -> None:
    said = re.sub(r"<[^>]+>", "", files["updates/index.html"].decode())
    assert "Paragraph 1.2 was reworded: “10 working days” becomes “5 working days”." in said
    assert "Paragraph 2.1 (before, 2.2) was moved and not reworded." in said
    assert "Paragraph 1.3 was left out: “An officer who cannot answer in time says so" in said
    assert "Adopted by Full Council (minute 7). In force from 1 June 2026." in said
    assert said.index("14 May 2026") < said.index("18 November 2025") < said.index("21 January 2025")


def test_amendments_stand_under_their_municipal_year(files: dict[str, bytes]) -> None:
    said = re.sub(r"<[^>]+>", " ", files["amendments/index.html"].decode())
    years = [said.index(f"Municipal year {year}") for year in ("2026/27", "2025/26", "2024/25")]
    assert years == sorted(years)
    assert "counted from 1 May" in said


def test_the_feed_has_its_days_and_names_from_the_records(files: dict[str, bytes]) -> None:
    feed = ET.fromstring(files["updates.atom"])  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"{ADDRESS}/{folder}/" for folder in ("2026-05-14", "2025-11-18", "2025-01-21")
    ]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        f"{day}T00:00:00Z" for day in ("2026-05-14", "2025-11-18", "2025-01-21")
    ]
    assert feed.findtext(f"{ATOM}updated") == "2026-05-14T00:00:00Z"
    assert "becomes “5 working days”" in (entries[0].findtext(f"{ATOM}content") or "")


def test_search_engines_are_told_what_a_text_is(files: dict[str, bytes]) -> None:
    found = re.search(
        r'<script type="application/ld\+json">\n(.*?)</script>', files["index.html"].decode(), re.DOTALL
    )
    assert found
    data = json.loads(found[1])
    assert data["@type"] == "Legislation"
    assert data["legislationDate"] == "2026-05-14"
    assert data["legislationDateVersion"] == "2026-06-01"
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert {each["contentUrl"] for each in data["encoding"]} == {
        f"{ADDRESS}/protocol.{end}" for end in ("txt", "json")
    }


def test_words_of_a_title_cannot_end_the_data_they_stand_in(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    manifest = home.changelog / "2026-05-14-council" / "protocol" / "protocol.yaml"
    evil = "title: Protocol </script><script>alert(1)</script>"
    manifest.write_text(manifest.read_text("utf-8").replace("title: Protocol on Advice", evil), "utf-8")
    (home.changelog / "2026-05-14-council" / "SHA256SUMS").unlink()
    for name, page in pages(site_files(plan(home, DAY), pdf=False)).items():
        assert page.count("<script") == page.count("</script>") <= 1, name


def test_the_same_records_give_the_same_bytes(home: Home, files: dict[str, bytes]) -> None:
    again = site_files(plan(home, DAY, draft=True), pdf=False, fragments=True)
    assert again == files
    assert list(again) == list(files)


def test_nothing_of_the_day_itself_is_in_the_site(home: Home, files: dict[str, bytes]) -> None:
    later = site_files(plan(home, dt.date(2027, 3, 1), draft=True), pdf=False, fragments=True)
    assert later == files


def test_the_guide_tells_of_every_page_to_upload(files: dict[str, bytes]) -> None:
    told = set(Links(files["READ-ME-FIRST.html"].decode()).to)
    wanted = {name for name in files if name.endswith(("/index.html", ".atom", ".xml"))} - {
        "draft/changes/index.html",
    }
    assert wanted <= told
    assert {name for name in files if name.startswith("fragments/")} <= told
    assert f"{ADDRESS}/2025-01-21/" in files["READ-ME-FIRST.html"].decode()


def test_every_version_and_what_it_changed_is_on_paper_too(home: Home) -> None:
    papers = {name: data for name, data in site_files(plan(home, DAY)).items() if name.endswith(".pdf")}
    assert {name.partition("/")[0] for name in papers} >= {"2025-01-21", "2025-11-18", "2026-05-14"}
    for name, data in papers.items():
        assert "Officers answer within" in " ".join(" ".join(sheets(data)).split()), name


def test_the_guide_speaks_of_fragments_only_where_there_are_some(home: Home, files: dict[str, bytes]) -> None:
    assert "this page and <code>fragments</code>: they are" in files["READ-ME-FIRST.html"].decode()
    plain = site_files(plan(home, DAY), pdf=False)["READ-ME-FIRST.html"].decode()
    assert "Leave out this page: it is for you." in plain
    assert "fragments" not in plain


def test_the_council_finishes_the_statement_on_accessibility_in_its_own_words(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    before = site_files(plan(home, DAY), pdf=False)
    assert "not yet the statement" in before["READ-ME-FIRST.html"].decode()
    assert "<h1>How accessible these pages are</h1>" in before["accessibility/index.html"].decode()
    write(
        home.root,
        {"accessibility.md": "## Reporting problems\nWrite to *us*.\n\n- by post\n- by email\n\n1. wait\n"},
    )
    after = site_files(plan(home, DAY), pdf=False)
    page = after["accessibility/index.html"].decode()
    assert "<h1>Accessibility statement</h1>" in page
    assert (
        "<p>Write to <em>us</em>.</p><ul><li>by post</li><li>by email</li></ul><ol><li>wait</li></ol>" in page
    )
    assert "<h2>Reporting problems</h2>" in page
    assert "not yet the statement" not in after["READ-ME-FIRST.html"].decode()


def test_two_versions_of_one_day_each_have_an_address(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    other = (
        RECORDS["2026-05-14-council"].replace("Full Council", "Cabinet").replace("2026-06-01", "2026-07-01")
    )
    kept = home.changelog / "2026-05-14-council" / "protocol"
    for path in kept.iterdir():
        write(home.changelog / "2026-05-14-cabinet" / "protocol", {path.name: path.read_text("utf-8")})
    write(home.changelog / "2026-05-14-cabinet", {"record.yaml": other})
    folders = [edition.folder for edition in plan(home, DAY).editions]
    assert folders == ["2025-01-21", "2025-11-18", "2026-05-14-cabinet", "2026-05-14-council"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "does not say where the protocol is published"),
        ("address: constitution/advice\n", "is not one that a site can have"),
        ("address: https://www.example.gov.uk/a?part=5\n", "is not one that a site can have"),
    ],
)
def test_without_an_address_there_is_no_site(tmp_path: Path, given: str, says: str) -> None:
    home = three_versions(tmp_path)
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace(f"address: {ADDRESS}\n", given), "utf-8")
    with pytest.raises(UsageError, match=says) as raised:
        plan(home, DAY)
    assert "address: https://" in raised.value.fix


def test_before_anything_was_adopted_there_is_nothing_to_publish(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    with pytest.raises(UsageError, match="No version has been adopted yet"):
        plan(Home(tmp_path / "elsewhere", home.protocol), DAY)


def test_a_version_that_is_not_as_it_was_adopted_is_not_published(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    changed = home.changelog / "2025-11-18-council" / "protocol" / "advice.yaml"
    changed.write_text(changed.read_text("utf-8").replace("10 working", "9 working"), "utf-8")
    with pytest.raises(ProtocolError) as raised:
        plan(home, DAY)
    assert raised.value.findings[0].rule == "altered-version"


def test_faults_of_the_draft_do_not_hold_up_what_was_adopted(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    broken = home.protocol / "advice.yaml"
    broken.write_text(broken.read_text("utf-8").replace("kind: other", "kind: othr"), "utf-8")
    assert len(plan(home, DAY).editions) == 3
    with pytest.raises(ProtocolError):
        plan(home, DAY, draft=True)


def test_a_page_and_its_style_are_light() -> None:
    files = site_files(plan(find_home(ROOT), DAY), pdf=False)
    weight = sum(len(gzip.compress(files[name])) for name in ("index.html", "assets/text-screen.css"))
    words = re.sub(r"<[^>]+>", " ", files["index.html"].decode())
    # Fifteen kilobytes for four pages of text: ten of them beyond what the words themselves weigh.
    assert weight - len(gzip.compress(words.encode())) <= 10 * 1024


def test_four_pages_of_our_own_are_light_and_shown_after_two_requests_without_a_script() -> None:
    whole = read_folder(ROOT / "protocol")
    ends = [at for at, entry in enumerate(whole.entries) if entry.kind is Kind.SECTION]
    said = write_page(replace(whole, entries=whole.entries[: ends[3]]))
    assert len(sheets(make_pdf(said))) == 4
    page, styles = hoisted(said, "index.html", "text")
    assert sum(len(gzip.compress(data)) for data in (page.encode(), *styles.values())) <= 15 * 1024
    asked = re.findall(r'<link rel="stylesheet" media="([^"]*)"', page)
    assert asked == ["screen", "print"]  # no screen waits for the second
    assert not re.search(r"<(?:script|img|iframe)|@import|url\(", page + str(styles))
