"""Whatever was amended, every id and number a text ever had is one place, and only one, on its page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.model.outline import Cover, Outline, citations
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.site.edition import Edition, Site, Standing
from protobuild.render.site.former import former, whither
from protobuild.render.site.texts import text_page
from strategies import amended, outlines

DAYS = (date(2024, 5, 9), date(2025, 5, 8), date(2026, 5, 14))


def site_of(*texts: Outline) -> Site:
    """Return the site of versions adopted one after another."""
    editions: list[Edition] = []
    for day, text in zip(DAYS, texts, strict=False):
        shown = replace(text, cover=Cover(status="in force", body="Full Council", adopted=day, in_force=day))
        changed = describe(redline(editions[-1].outline, shown)) if editions else None
        editions.append(Edition(day.isoformat(), shown, Standing.SUPERSEDED, changed))
    editions[-1] = replace(editions[-1], standing=Standing.IN_FORCE)
    return Site("https://www.example.gov.uk/protocol/", tuple(editions), editions[-1])


@st.composite
def histories(draw: st.DrawFn) -> tuple[Outline, ...]:
    """Draw a text and two amendments of it."""
    first = draw(outlines())
    second = draw(amended(first))
    return first, second, draw(amended(second))


@settings(max_examples=tries(60), deadline=None)
@given(texts=histories())
def test_no_old_link_is_dead_and_none_is_ambiguous(texts: tuple[Outline, ...]) -> None:
    site = site_of(*texts)
    page = text_page(site, site.current, "index.html", ())
    found = Counter(re.findall(r' id="([^"]*)"', page))
    assert [id for id, count in found.items() if count > 1] == []
    for text in texts:
        for entry, number in zip(text.entries, citations(text.entries), strict=True):
            if entry.id:
                assert found[entry.id] == 1
                assert not number or found[number] == 1


@settings(max_examples=tries(60), deadline=None)
@given(texts=histories())
def test_what_stayed_is_found_where_it_is(texts: tuple[Outline, ...]) -> None:
    site = site_of(*texts)
    for edition in site.editions[1:]:
        assert edition.redlined is not None
        old = site.before(edition)
        assert old is not None
        went = whither(edition.redlined)
        before, after = ({entry.id for entry in each.outline.entries if entry.id} for each in (old, edition))
        assert went.keys() == before
        assert set(went.values()) <= after | {""}
        assert all(went[id] == id for id in before & after)


def test_a_text_without_a_history_has_no_past() -> None:
    site = site_of(Outline(()))
    found = former(site.editions)
    assert (found.numbers, found.meant, found.ids) == ({}, {}, {})
