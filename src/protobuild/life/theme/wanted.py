"""Wanted: what theme.yaml may ask for, and how a file of a theme is refused."""

from __future__ import annotations

from pydantic import Field

from protobuild.model.clause import Authored


class Colours(Authored):
    """The colours of a theme; what is left out stays as it is."""

    accent: str = ""
    """The line under the cover, and the council's name on paper."""
    link: str = ""
    inserted: str = ""
    deleted: str = ""
    moved: str = ""
    reasons: str = ""
    """The notes beside a change."""
    accent_dark: str = Field("", alias="accent-dark")
    """On a dark screen; worked out from the other where it is left out. So are all below."""
    link_dark: str = Field("", alias="link-dark")
    inserted_dark: str = Field("", alias="inserted-dark")
    deleted_dark: str = Field("", alias="deleted-dark")
    moved_dark: str = Field("", alias="moved-dark")
    reasons_dark: str = Field("", alias="reasons-dark")


class Wanted(Authored):
    """theme.yaml: the council's own look."""

    logo: str = ""
    """The logo's file in this folder, an .svg or .png."""
    alt: str = ""
    """What the logo says to those who cannot see it."""
    colours: Colours = Colours()


class Refused(Exception):  # noqa: N818 - what is refused is a picture; nothing has gone wrong
    """A picture that no page may hold."""

    def __init__(self, said: str, fix: str, line: int = 1) -> None:
        super().__init__(said)
        self.said = said
        self.fix = fix
        self.line = line
