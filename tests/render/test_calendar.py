"""The calendar file, by the rules of RFC 5545."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from protobuild.render.calendar import Event, escaped, folded, write_calendar

EVENT = Event(
    "Review: Protocol, with a comma; and more",
    "The review is due.\nAsk the monitoring officer.",
    dt.date(2027, 5, 1),
    dt.date(2027, 5, 31),
    "https://www.example.gov.uk/protocol",
)


def unfolded(data: bytes) -> list[str]:
    text = data.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_a_month_takes_all_its_days_and_ends_on_the_day_after() -> None:
    lines = unfolded(write_calendar(EVENT, dt.date(2026, 11, 22)))
    assert "DTSTART;VALUE=DATE:20270501" in lines
    assert "DTEND;VALUE=DATE:20270601" in lines
    assert "DTSTAMP:20261122T000000Z" in lines
    assert "SUMMARY:Review: Protocol\\, with a comma\\; and more" in lines
    assert "DESCRIPTION:The review is due.\\nAsk the monitoring officer." in lines
    assert "URL:https://www.example.gov.uk/protocol" in lines


def test_every_part_that_begins_ends_in_order() -> None:
    open_parts = []
    for line in unfolded(write_calendar(EVENT, dt.date(2026, 11, 22))):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
        elif name == "END":
            assert open_parts.pop() == value
    assert open_parts == []


def test_the_same_event_keeps_its_name_so_that_a_calendar_has_it_once() -> None:
    first, second = (write_calendar(EVENT, dt.date(2026, 11, day)) for day in (21, 22))
    names = [next(line for line in unfolded(each) if line.startswith("UID:")) for each in (first, second)]
    assert names[0] == names[1]
    assert first != second


def test_an_address_that_is_none_is_left_out() -> None:
    event = Event("Review", "Due", EVENT.first, EVENT.last, "javascript:alert(1)")
    assert b"URL" not in write_calendar(event, EVENT.first)


@given(st.text(max_size=300))
def test_no_words_break_out_of_their_line(words: str) -> None:
    line = f"SUMMARY:{escaped(words)}"
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == line
    assert not set(line) & set("\r\n")


@given(st.text(alphabet=st.characters(categories=["L", "P", "N", "Zs"]), max_size=80))
def test_escaped_words_can_be_had_back(words: str) -> None:
    plain = "".join(each for each in words if each.isprintable())
    back = escaped(words).replace("\\\\", "\0").replace("\\;", ";").replace("\\,", ",").replace("\\n", "\n")
    assert back.replace("\0", "\\") == plain
