"""Furniture: the templates and styles of a page, read from the package once, in a council's own look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from protobuild.model.source import Finding, Place, ProtocolError
from protobuild.render.guard import faults_in_page
from protobuild.render.theme import PLAIN, Pairs, Theme, settled

if TYPE_CHECKING:
    from protobuild.render.sandbox import Sandbox

LONGEST = 44
"""How many letters of a heading stand at the head of a page."""

MEDIA = ("screen", "print")

KEPT = {
    "body": "the text",
    "schedule": "the schedule of changes",
    "concordance": "where every paragraph went",
    "warning": "that the text is not in force",
    "standing": "that the page shows changes",
}
"""What every page has to show, by its name in the templates."""


@cache
def templates() -> dict[str, str]:
    """Return our templates by name."""
    folder = files("protobuild.render").joinpath("templates")
    return {item.name: item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".html")}


@cache
def style(*names: str) -> Markup:
    """Return those style sheets joined, safe to stand in a `style` element."""
    folder = files("protobuild.render").joinpath("styles")
    return Markup("\n".join(folder.joinpath(f"{name}.css").read_text("utf-8").strip() for name in names))  # noqa: S704


def running(words: str) -> str:
    """Return words short enough for the head of a page.

    >>> running("Members’ rights to information that does not relate to committees")
    'Members’ rights to information that does not…'
    """
    return words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition(" ")[0].rstrip(",;:") + "…"


def fill(template: str, theme: Theme = PLAIN, **values: object) -> str:
    """Return a template filled in, in a theme; every value that is not markup is escaped.

    Raises ProtocolError where a template of the theme cannot be filled in, or spoils the page.
    """
    from protobuild.render.sandbox import fault_in

    given = values | _dressed(theme, values)
    try:
        page = _sandbox(theme.templates).write(f"{template}.html", given)
    except Exception as error:
        found = fault_in(error, [theirs(name) for name, _ in theme.templates])
        if found is None:
            raise
        file, line, said = found
        raise ProtocolError([template_finding(theme.templates, file, line, said)]) from None
    if theme.templates:
        _insist_on_a_whole_page(page, theme, template, given)
    return page


def theirs(name: str) -> str:
    """Return the file of a council's own template as faults name it."""
    from protobuild.render.sandbox import FOLDER

    return f"{FOLDER}/{name}"


def template_findings(own: Pairs) -> Iterator[Finding]:
    """Yield what is wrong with a council's own templates, as far as it shows before they are filled in."""
    from protobuild.render.sandbox import syntax_fault

    for name, source in own:
        fault = syntax_fault(_sandbox(()), theirs(name), source)
        if fault:
            yield template_finding(own, theirs(name), *fault)
        for line, said in faults_in_page(source, template=True):
            yield template_finding(own, theirs(name), line, said)


def template_finding(own: Pairs, file: str, line: int, said: str) -> Finding:
    """Return the finding about a line of a council's own template."""
    lines = next((source.splitlines() for name, source in own if theirs(name) == file), [])
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return Finding(
        "theme",
        f"the template {said}",
        Place(file, line),
        "No page that wears this theme can be made.",
        f"Mend the line, or take {file} away; ours is used then.",
        excerpt=excerpt,
    )


@lru_cache(maxsize=4)
def _sandbox(own: Pairs) -> Sandbox:
    from protobuild.render.sandbox import OURS, Sandbox

    ours = {name: (f"{OURS}/{name}", source) for name, source in templates().items()}
    below = {file: (file, source) for file, source in ours.values()}
    over = {name: (theirs(name), source) for name, source in own}
    return Sandbox(ours | below | over, {"running": running})


def _dressed(theme: Theme, values: dict[str, object]) -> dict[str, object]:
    """Return the styles of a page with those of the theme after them, and the logo."""
    sheets = {
        media: Markup("\n").join(filter(None, (Markup(values[media]), theme.rules(media))))  # noqa: S704
        for media in MEDIA
        if media in values
    }
    if "print" in sheets:
        sheets["print"] = settled(sheets["print"])
    return sheets | {"logo": theme.logo.markup if theme.logo else ""}


def _insist_on_a_whole_page(page: str, theme: Theme, template: str, values: dict[str, object]) -> None:
    """Raise ProtocolError where a council's templates left out what must be shown, or added what must not."""
    said = [
        f"leaves out {{{{ {name} }}}}: {what}"
        for name, what in KEPT.items()
        if name in values and str(escape(values[name])) not in page
    ]
    said += [words for _, words in faults_in_page(page)]
    named = dict(theme.templates)
    file = next((name for name in (f"{template}.html", "frame.html") if name in named), next(iter(named)))
    if said:
        raise ProtocolError([template_finding(theme.templates, theirs(file), 1, words) for words in said])
