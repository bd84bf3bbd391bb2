"""The comment: what is required otherwise first, then every change, then what to put right."""

from __future__ import annotations

import re
from dataclasses import replace

from protobuild.model.outline import Outline
from protobuild.model.source import Finding, Place, Severity
from protobuild.publish.ci.comment import Told, write_comment
from protobuild.publish.ci.compared import Compared
from protobuild.publish.ci.quality import as_quality
from protobuild.publish.ci.run import Run
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

RUN = Run(
    platform="github",
    files="https://github.com/c/p/actions/runs/5",
    lines="https://github.com/c/p/{file}#L{line}",
)
FAULT = Finding("rule", "a fault", Place("protocol/x.yaml", 4), "It matters.", "Mend it.")


def outline(text: str) -> Outline:
    from protobuild.interchange.document import read_document, to_outline

    return to_outline(read_document("text.md", text.encode()))


def told(old: str, new: str, **more: object) -> Told:
    redlined = describe(redline(outline(old), outline(new), ids=False))
    return replace(Told(Compared(redlined, ""), ()), **more)  # type: ignore[arg-type]


OLD = "# Protocol\n\n## 1. Advice\n\n1.1 Members should ask for advice.\n\n1.2 Officers reply in 10 days.\n"
NEW = OLD.replace("should", "must").replace("10 days", "5 days")


def test_the_force_of_words_comes_first_then_the_schedule_then_the_findings() -> None:
    text = write_comment(told(OLD, NEW, findings=(FAULT,)), RUN)
    order = [
        "2 changes",
        "### Changes in what the words require",
        "**C1** (1.1): “should” becomes “must”",
        "### Every change",
        "| **C1** | 1.1 | 1.1 |",
        "### What to put right",
        "- **error** [protocol/x.yaml, line 4](https://github.com/c/p/protocol/x.yaml#L4): a fault. Mend it.",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "<del>should</del> <ins>must</ins>" in text


def test_nothing_changed_in_words_is_said() -> None:
    text = write_comment(told(OLD, OLD), RUN)
    assert "**Nothing changed in words.**" in text
    assert "### Every change" not in text
    assert "### What to put right\n\nNothing.\n" in text


def test_what_is_dropped_is_said_with_its_number() -> None:
    gone = OLD.replace("\n1.2 Officers must", "").replace("\n\n1.2 Officers reply in 10 days.", "")
    text = write_comment(told(OLD.replace("reply", "must reply"), gone), RUN)
    assert "Text is dropped together with what it required, expected or allowed: **C1** (1.2)" in text
    assert "| left out |" in text


def test_notes_are_folded_away_and_warnings_of_the_comparison_are_not() -> None:
    note = replace(FAULT, severity=Severity.NOTE)
    done = told(OLD, NEW, findings=(note,))
    done = replace(done, compared=replace(done.compared, warnings=("a class was not honoured",)))
    text = write_comment(done, RUN)
    assert "- **warning**: a class was not honoured\n" in text
    assert text.index("<details><summary>1 note to look at</summary>") < text.index("- **note**")


def test_what_is_attached_adopted_and_published_is_said() -> None:
    files = ("redline.html", "redline.pdf")
    text = write_comment(
        told(OLD, NEW, attached=files, adopted=("2026-11-20-council",), website="It is made."), RUN
    )
    assert (
        "The redline is [attached to this run](https://github.com/c/p/actions/runs/5): "
        "`redline.html` and `redline.pdf`." in text
    )
    assert "It brings what was adopted: 2026-11-20-council." in text
    assert "It is made." in text


def test_a_comment_never_grows_longer_than_the_platforms_take() -> None:
    paragraphs = [
        f"1.{n} Members should ask for advice on matter {n}, {'and so on ' * 30}." for n in range(1, 200)
    ]
    old = "# Protocol\n\n## 1. Advice\n\n" + "\n\n".join(paragraphs) + "\n"
    faults = tuple(replace(FAULT, message=f"{n} " + "@long " * 200) for n in range(200))
    text = write_comment(told(old, old.replace("should", "must"), findings=faults), RUN)
    assert len(text) <= 60_000
    for said in ("more change", "more, in the redline", "more; `protobuild check` lists"):
        assert said in text
    one = write_comment(told(OLD, OLD.replace("advice", "x" * 70_000)), RUN)
    assert len(one) <= 60_000
    assert "1 more change in the redline" in one


def test_a_finding_twice_has_two_marks_and_keeps_them_when_lines_move() -> None:
    import json

    moved = replace(FAULT, place=Place("protocol/x.yaml", 9))
    first, second = json.loads(as_quality((FAULT, moved)))
    assert first["fingerprint"] != second["fingerprint"]
    assert json.loads(as_quality((moved,)))[0]["fingerprint"] == first["fingerprint"]
    assert (first["severity"], first["location"]) == (
        "major",
        {"path": "protocol/x.yaml", "lines": {"begin": 4}},
    )
    assert first["description"] == "a fault. It matters. Mend it."


def test_a_change_with_many_places_shows_some_and_counts_the_rest() -> None:
    from protobuild.model.redlined import Change, Rank, What
    from protobuild.publish.ci.rows import rows

    old = outline(
        "# Protocol\n\n## 1. Advice\n\n" + "\n\n".join(f"1.{n} Ask the chief {n}." for n in range(1, 8))
    )
    marked = describe(redline(old, outline_of(old, "chief", "head"), ids=False))
    at = tuple(position for change in marked.changes for position in change.at)
    one = Change("C1", What.RETITLED, at, (), (), "chief", "head", (), Rank.TITLES)
    (row,) = rows(replace(marked, changes=(one,)))
    assert row.count("<del>chief</del>") == 3
    assert "… and 4 more places" in row


def outline_of(text: Outline, old: str, new: str) -> Outline:
    """Return a text with one word put for another."""
    changed = [
        replace(entry, body=tuple(replace(run, text=run.text.replace(old, new)) for run in entry.body))
        for entry in text.entries
    ]
    return replace(text, entries=tuple(changed))


HOSTILE = (
    "<script>x</script> [a](javascript:x) ![b](c) `d` | **e** &lt;img src=x&gt; "
    "<!-- f --> @g #1 https://h.example ~~i~~"
)


def test_only_the_comments_own_tags_are_in_it_whatever_the_texts_say() -> None:
    from markdown_it import MarkdownIt

    new = NEW.replace("for advice", f"for {HOSTILE}").replace("## 1. Advice", f"## 1. {HOSTILE}")
    fault = replace(FAULT, message=HOSTILE, fix=HOSTILE, place=Place(f"a/{HOSTILE[:40]}.yaml", 1))
    done = told(OLD, new, findings=(fault, replace(fault, severity=Severity.NOTE)), adopted=(HOSTILE,))
    done = replace(done, compared=replace(done.compared, since=HOSTILE, warnings=(HOSTILE,)), website=HOSTILE)
    page = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .render(write_comment(done, RUN))
    )
    ours = "h2 h3 p ul li strong a table thead tbody tr th td br em del ins details summary code".split()
    assert set(re.findall(r"</?(\w+)", page)) <= set(ours)
    links = re.findall(r'href="([^"]*)"', page)
    assert links
    assert all(link.startswith("https://github.com/c/p") for link in links)
    for sign in ("@g", "#1 ", "https://h.example", "<!--"):
        assert sign not in page
