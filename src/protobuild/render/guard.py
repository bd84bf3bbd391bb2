"""Guard: what a page must never hold, whoever wrote its template: scripts, and whatever would be fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from protobuild.render.guard_styles import Fault, faults_in_css

ALLOWED = frozenset(
    """html head meta title link style body header footer main nav section aside article div p span a ul ol li
    dl dt dd table thead tbody tfoot tr th td caption colgroup col h1 h2 h3 h4 h5 h6 strong em b i small sup
    sub br hr wbr img figure figcaption blockquote q cite abbr time ins del bdi details summary address
    fieldset legend label input code kbd pre mark u s script""".split()
)
"""The elements of a page; a script only as data, which nothing runs."""

FETCHING = frozenset(
    {"src", "srcset", "poster", "data", "background", "ping", "formaction", "action", "imagesrcset"}
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
RELATIONS = frozenset({"canonical", "alternate", "author", "license"})

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


def faults_in_page(html: str, *, template: bool = False) -> Iterator[Fault]:
    """Yield what a page may not hold; of a template, what can be known before it is filled."""
    reader = _Reader(template)
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    """Notes what a page may not hold, and in which line."""

    def __init__(self, template: bool) -> None:
        super().__init__()
        self.template = template
        self.found: list[Fault] = []
        self.styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        given = {name: value or "" for name, value in attrs}
        self.styled = tag == "style"
        if tag not in ALLOWED:
            self._say(f"holds <{tag}>, which no page may have")
        if tag == "script" and given.get("type") != "application/ld+json":
            self._say("holds a script")
        if tag == "link" and not RELATIONS.issuperset(given.get("rel", "").split()):
            self._say(f"fetches {given.get('href') or 'something'} (<link>)")
        if tag == "meta" and "http-equiv" in given:
            self._say("gives the browser orders (http-equiv=)")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        known = not (self.template and ("{{" in value or "{%" in value))
        address = re.sub(r"[\x00-\x20]", "", value).lower()
        if name.startswith("on"):
            self._say(f"runs a script ({name}=)")
        elif name == "style":
            self._say("has rules in style=; they belong in theme/style.css")
        elif name in FETCHING and known and not (tag == "img" and address.startswith("data:image/")):
            self._say(f"fetches {value or 'something'} ({name}=)")
        elif name == "href" and known:
            scheme = _SCHEME.match(address)
            if scheme and scheme.group(1) not in SCHEMES:
                self._say(f"has a link that begins with {scheme.group(1)}:")

    def handle_data(self, data: str) -> None:
        """Look at the rules of a style element."""
        if self.styled:
            before = self.getpos()[0] - 1
            self.found += [(before + line, said) for line, said in faults_in_css(data)]

    def handle_endtag(self, tag: str) -> None:
        """Leave a style element."""
        self.styled = False

    def handle_comment(self, data: str) -> None:
        """Note a comment: everybody can read it, and not all agree where it ends."""
        self._say("has a remark everybody can read, <!-- -->; write {# #}")

    def unknown_decl(self, data: str) -> None:
        """Note what no page has."""
        self._say("has <![ ]>")

    def handle_pi(self, data: str) -> None:
        """Note what no page has."""
        self._say("has <? >")

    def _say(self, words: str) -> None:
        self.found.append((self.getpos()[0], words))
