"""Theme: a council's own look, as every page wears it: colours, logo, styles and templates."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.render.markup import el

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was found harmless."""

    kind: str
    """`svg+xml` or `png`."""
    data: bytes
    alt: str
    """What is said to those who cannot see it."""

    @property
    def markup(self) -> Markup:
        """The logo as it stands at the head of a page, which stays one file."""
        address = f"data:image/{self.kind};base64,{base64.b64encode(self.data).decode()}"
        return el("p", el("img", alt=self.alt, src=address), class_="logo") + Markup("\n")


@dataclass(frozen=True, slots=True)
class Theme:
    """A council's own look; nothing where it has none."""

    light: Pairs = ()
    """The custom properties of our style sheets that it sets, and their colours; paper has these too."""
    dark: Pairs = ()
    """The same on a dark screen."""
    logo: Logo | None = None
    css: str = ""
    """Rules of its own, which come after ours."""
    templates: Pairs = ()
    """Templates that take the place of ours: the name of each, and what it says."""
    word: bytes = b""
    """A Word file whose styles, page setup, heads and feet a Word copy has; ours when empty."""

    def rules(self, media: str) -> Markup:
        """Return what comes after our styles, on a `screen` or in `print`."""
        parts = [_root(self.light)]
        if media == "screen" and self.dark:
            parts.append(f"@media (prefers-color-scheme: dark) {{ {_root(self.dark)} }}")
        parts.append(self.css.strip())
        return Markup("\n".join(part for part in parts if part))  # noqa: S704 - read by life/theme/css.py

    @property
    def changes_pages(self) -> bool:
        """Whether it has a logo, rules or templates of its own, any of which can spoil a page on paper."""
        return bool(self.logo or self.css or self.templates)


PLAIN = Theme()

_SET = re.compile(r"--([\w-]+): (#[0-9a-f]+)")
_USED = re.compile(r"var\(--([\w-]+)\)")


def settled(css: str) -> Markup:
    """Return a style sheet with each colour in its place, which the PDF maker lays out faster."""
    colours = dict(_SET.findall(css))
    return Markup(_USED.sub(lambda found: colours.get(found.group(1), found.group()), css))  # noqa: S704


def _root(colours: Iterable[tuple[str, str]]) -> str:
    said = "; ".join(f"--{name}: {colour}" for name, colour in colours)
    return f":root {{ {said} }}" if said else ""
