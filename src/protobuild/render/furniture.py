"""Furniture: the templates and styles of a page, read from the package once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment


LONGEST = 44
"""How many letters of a heading stand at the head of a page."""


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("protobuild.render").joinpath("templates")
    sources = {item.name: item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".html")}
    made = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["running"] = running
    return made


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


def fill(template: str, **values: object) -> str:
    """Return a template filled in; every value that is not markup is escaped."""
    return _environment().get_template(f"{template}.html").render(values)
