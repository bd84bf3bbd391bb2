"""Inline: runs as HTML, with what was inserted, deleted or moved told in marks and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.model.runs import Run, Runs, plain
from protobuild.render.marks import STRIKES, Mark, Stretch, passed_by, stretches
from protobuild.render.markup import classes, el, heard, join
from protobuild.render.rounds import letter

SIDES = {
    Mark.INSERTED: "new-only",
    Mark.MOVED_HERE: "new-only",
    Mark.DELETED: "old-only",
    Mark.MOVED_AWAY: "old-only",
}
"""In which text alone a space beside a mark stands; beside the others in neither, only between marks."""

BREAK = el("br")


@dataclass(frozen=True, slots=True)
class Inline:
    """What runs need to know of the page they stand on."""

    targets: Mapping[str, str]
    """From the id of a provision to its anchor on this page."""
    rounds: int = 0
    """How many rounds the page shows; with two or more each mark names its own."""

    def letter(self, number: int) -> str:
        """Return the letter of a round, or nothing where there is only one."""
        return letter(number) if self.rounds > 1 and number else ""


def write_runs(runs: Runs, page: Inline) -> Markup:
    """Return the runs as HTML. Struck and new words never touch: a space stands between."""
    return join(_spaced(list(stretches(runs)), page))


def _spaced(found: list[Stretch], page: Inline) -> Iterator[str]:
    before = Mark.KEPT
    for stretch in found:
        side = SIDES.get(stretch.mark, "marked-only")
        if stretch.space:
            yield el("span", plain(stretch.runs), class_=side)
            yield from map(_label, stretch.labels)
            before = Mark.KEPT
            continue
        before_space, body, after_space = _trimmed(stretch)
        if before_space:
            yield el("span", before_space, class_=side)
        elif stretch.mark is not Mark.KEPT and before is not Mark.KEPT:
            yield el("span", " ", class_="marked-only")
        yield _stretch(body, page)
        yield from map(_label, stretch.labels)
        if after_space:
            yield el("span", after_space, class_=side)
        before = Mark.KEPT if after_space else stretch.mark


def _label(name: str) -> Markup:
    """Return the name of an edit, small behind its words; it is part of neither text."""
    return el("sup", heard("[edit "), name, heard("]"), class_="edit marked-only")


def _trimmed(stretch: Stretch) -> tuple[str, Stretch, str]:
    """Return a marked stretch without the spaces at its ends, which no mark should cover."""
    if stretch.mark in (Mark.KEPT, Mark.RENUMBERED):
        return "", stretch, ""
    runs = list(stretch.runs)
    first, last = runs[0].text, runs[-1].text
    if not first.strip() or not last.strip():
        return "", stretch, ""
    before, after = first[: len(first) - len(first.lstrip(" "))], last[len(last.rstrip(" ")) :]
    runs[0] = _says(runs[0], runs[0].text[len(before) :])
    runs[-1] = _says(runs[-1], runs[-1].text.rstrip(" "))
    return before, Stretch(stretch.mark, stretch.round, tuple(runs), stretch.was), after


def _says(run: Run, text: str) -> Run:
    return Run(text, run.style, run.href, run.ref, run.born, run.gone, run.was, run.moved)


def _stretch(stretch: Stretch, page: Inline) -> Markup:
    if stretch.mark is Mark.RENUMBERED:
        return _renumbered(stretch, page)
    words = join(_run(run, page) for run in stretch.runs)
    note = _note(stretch)
    if stretch.mark is Mark.KEPT:
        return words + note
    letter = page.letter(stretch.round)
    opening = f"[{_heard(stretch, page)}: "
    sign = el("sup", letter, class_="round", aria_hidden="true") if letter else ""
    round_class = f"r{(stretch.round - 1) % 2 + 1}" if letter else ""
    kind = {Mark.MOVED_HERE: "moved", Mark.MOVED_AWAY: "moved", Mark.LEFT: "left"}.get(stretch.mark, "")
    body = _passing(words, stretch, page) if stretch.mark is Mark.PASSING else words
    tag = "del" if stretch.mark in STRIKES else "ins"
    return el(tag, heard(opening), body, heard("]"), sign, class_=classes(kind, round_class)) + note


def _heard(stretch: Stretch, page: Inline) -> str:
    """Return what is heard of a mark: what was done, and by which round where there are several."""
    letter = page.letter(stretch.round)
    by = f" by {letter}" if letter else ""
    if stretch.mark is not Mark.PASSING:
        return f"{stretch.mark}{by}"
    came, number = passed_by(stretch)
    first = page.letter(number)
    return f"{came}{f' by {first}' if first else ''}, then deleted{by}"


def _passing(words: Markup, stretch: Stretch, page: Inline) -> Markup:
    """Return words that came in one round and went in another, with the letter of the first."""
    letter = page.letter(passed_by(stretch)[1])
    sign = el("sup", letter, class_="round", aria_hidden="true") if letter else ""
    return el("ins", words, sign, class_="passing")


def _renumbered(stretch: Stretch, page: Inline) -> Markup:
    old, new = stretch.runs
    struck, written = el("del", old.text, class_="quiet"), el("ins", _run(new, page), class_="quiet")
    space = el("span", " ", class_="marked-only")
    return join((heard(f"[{stretch.mark}: "), struck, space, written, heard("]")))


def _note(stretch: Stretch) -> Markup:
    """Return the small note that says how the look changed, where no word did."""
    if not stretch.was:
        return Markup("")
    run, look = stretch.runs[0], stretch.was[-1]
    said = [
        what
        for what, changed in (
            ("formatting changed", look.style != run.style),
            ("link changed", look.href != run.href),
        )
        if changed
    ]
    return join((" ", el("span", f"[{' and '.join(said)}]", class_="looks"))) if said else Markup("")


def _run(run: Run, page: Inline) -> Markup:
    """Return one run. A link holds text only: anything else in it breaks PDF/UA."""
    words = _lines(run.text)
    address = _address(run, page)
    if address:
        words = el("a", words, href=address)
    if "emphasis" in run.style:
        words = el("em", words)
    if "strong" in run.style:
        words = el("strong", words)
    return words


def _address(run: Run, page: Inline) -> str:
    if run.gone is not None:
        return ""  # struck words lead nowhere
    if run.ref in page.targets:
        return f"#{page.targets[run.ref]}"
    if run.href.startswith("#"):
        name = run.href[1:]
        return f"#{page.targets[name]}" if name in page.targets else ""
    return run.href


def _lines(text: str) -> Markup:
    """Return the text with its hard line breaks."""
    return join(text.split("\n"), BREAK)
