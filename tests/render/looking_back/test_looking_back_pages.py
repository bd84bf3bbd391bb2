"""Pages about the past: whole, quiet, and the same words as in print."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from protobuild.life.home import Home
from protobuild.life.looking_back.amended import blame
from protobuild.life.looking_back.asof import Asked, text_as_of
from protobuild.life.looking_back.drafts import with_drafts
from protobuild.life.looking_back.history import history_of
from protobuild.life.looking_back.log import log_of
from protobuild.life.looking_back.past import past_of
from protobuild.life.situation import situation
from protobuild.render.guard import faults_in_page
from protobuild.render.looking_back.data import asof_data, blame_data, history_data, log_data
from protobuild.render.looking_back.page import asof_page, blame_page, history_page, log_page
from protobuild.render.looking_back.situation import situation_data, situation_page, situation_text
from protobuild.render.looking_back.text import asof_text, blame_text, history_text, log_text
from small_council import commit_all, write
from three_versions import three_versions

TODAY = dt.date(2026, 11, 22)
MARKUP = "<b onclick='x'>R&D</b>"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = three_versions(tmp_path_factory.mktemp("council"))
    since = f'- what: suspended\n  since: 2026-07-01\n  by: "{MARKUP}"\n'
    write(home.changelog / "2026-05-14-council", {"afterwards.yaml": since})
    note = f'clauses: [answer]\nreason: "{MARKUP}"\nproposer: {MARKUP!r}\n'
    write(home.changelog / "2026-05-14-council", {"notes/why.yaml": note})
    commit_all(home.root, f"Begin {MARKUP}")
    return home


def asked(home: Home, number: str = "") -> object:
    return text_as_of(home, dt.date(2026, 8, 1), Asked(number), TODAY)


def story(home: Home) -> object:
    return with_drafts(home, history_of(past_of(home), "1.2", TODAY))


PAGES: dict[str, Callable[[Home], str]] = {
    "asof": lambda home: asof_page(asked(home)),  # type: ignore[arg-type]
    "asof 1.2": lambda home: asof_page(asked(home, "1.2")),  # type: ignore[arg-type]
    "history": lambda home: history_page(story(home)),  # type: ignore[arg-type]
    "log": lambda home: log_page(log_of(home)),
    "blame": lambda home: blame_page(blame(past_of(home), 2)),
    "status": lambda home: situation_page(situation(home, TODAY)),
}


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words += data


def read(html: str) -> _Ids:
    reader = _Ids()
    reader.feed(html)
    return reader


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_else_and_runs_nothing(home: Home, name: str) -> None:
    html = PAGES[name](home)
    assert list(faults_in_page(html)) == []
    assert '<html lang="en-GB">' in html
    assert "<b onclick" not in html


@pytest.mark.parametrize("name", PAGES)
def test_its_ids_are_unique_and_its_headings_skip_no_level(home: Home, name: str) -> None:
    page = read(PAGES[name](home))
    assert len(set(page.ids)) == len(page.ids)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_a_page_says_what_the_text_says(home: Home) -> None:
    words = read(PAGES["asof 1.2"](home)).words
    assert "Officers answer within 5 working days." in words
    assert "14 May 2026, Full Council, minute 7" in words
    assert f"({MARKUP})" in words


def test_what_was_struck_and_inserted_is_said_in_words_too(home: Home) -> None:
    html = PAGES["history"](home)
    assert "<del" in html
    assert "[deleted: " in html
    assert MARKUP in read(html).words


def test_lines_on_the_screen_are_no_wider_than_is_good_to_read(home: Home) -> None:
    told = situation_text(situation(home, TODAY))
    texts = [told, log_text(log_of(home)), history_text(story(home))]  # type: ignore[arg-type]
    assert [line for text in texts for line in text.splitlines() if len(line) > 88] == []


def test_the_words_of_a_day_are_not_broken_into_lines(home: Home) -> None:
    lines = asof_text(asked(home, "1.2")).splitlines()  # type: ignore[arg-type]
    assert "1.2 Officers answer within 5 working days. The Members’ Code of Conduct says more." in lines
    assert lines[0].startswith("! The text was suspended from 1 July 2026 (")


def test_the_log_puts_the_force_of_words_first(home: Home) -> None:
    text = log_text(log_of(home))
    assert "    1 change in what the words require. 3 changes:" in text
    assert "      C1 (1.1): “should” becomes “must”: strengthened to a duty" in text
    assert "    The text was suspended from 1 July 2026" in text


def test_blame_gives_each_paragraph_a_line(home: Home) -> None:
    lines = blame_text(blame(past_of(home), 2)).splitlines()
    assert [line.split()[0] for line in lines[-4:]] == ["1.4", "2", "2.1", "2.2"]
    assert "14 May 2026, Full Council, minute 7 (C1)" in next(
        line for line in lines if line.startswith("1.2")
    )


def test_every_answer_as_data_says_which_sort_and_number_it_is(home: Home) -> None:
    data = [
        asof_data(asked(home, "1.2")),  # type: ignore[arg-type]
        history_data(story(home)),  # type: ignore[arg-type]
        log_data(log_of(home)),
        blame_data(blame(past_of(home), 2)),
        situation_data(situation(home, TODAY)),
    ]
    sorts = ("asof", "history", "log", "blame", "status")
    assert [each["schema"] for each in data] == [f"protobuild/{sort}/1" for sort in sorts]
    assert data[0]["in_force"] is False
    assert data[1]["versions"][0]["redline"].startswith("1.2 Officers answer within [-10-] [+5+]")  # type: ignore[index]


def test_every_field_of_the_data_is_told_of_in_the_documents(home: Home) -> None:
    told = (Path(__file__).resolve().parents[3] / "docs" / "data.md").read_text("utf-8")
    answers = [
        asof_data(asked(home, "1.2")),  # type: ignore[arg-type]
        log_data(log_of(home)),
        blame_data(blame(past_of(home), 2)),
        situation_data(situation(home, TODAY)),
    ]
    common = {"schema", "title", "council", "different"}
    fields = {name for each in answers for name in each} | set(asof_data(asked(home))["version"])  # type: ignore[arg-type, call-overload]
    assert {name for name in fields - common if f"`{name}`" not in told} == set()
