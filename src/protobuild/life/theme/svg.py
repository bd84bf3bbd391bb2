"""SVG: a drawing made anew from what is known to be harmless, and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from protobuild.life.theme.wanted import Refused

SHAPES = frozenset({"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
DEFINED = frozenset({"defs", "linearGradient", "radialGradient", "stop", "clipPath"})
DROPPED = frozenset({"title", "desc", "metadata"})
"""What says nothing to the eye; what the logo says stands in theme.yaml."""

PAINT = frozenset(
    """fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset opacity clip-path clip-rule stop-color stop-opacity
    color display visibility""".split()
)
"""What may also be written in style=."""

KEPT = PAINT | frozenset(
    """id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox preserveAspectRatio transform
    gradientUnits gradientTransform spreadMethod offset clipPathUnits""".split()
)
MOST, DEEPEST = 5_000, 40
"""How many elements a logo has at most, and how deep they lie."""

SPACE = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink"

REMEDIES = {
    "text": "Turn the letters into outlines (in Inkscape: Path, Object to Path): no font goes with a logo.",
    "style": "Save it with “presentation attributes” in place of a style sheet.",
    "image": "Save it as a drawing without a photograph, or save the whole as PNG.",
    "use": "Save it as plain SVG, with copies turned into shapes.",
}
REMEDY = "Save it as plain SVG, with shapes only; or save it as PNG."

_URL = re.compile(r"url\(\s*['\"]?#([\w.-]+)['\"]?\s*\)")


def read_svg(data: bytes) -> bytes:
    """Return the drawing; raise `Refused` where it holds anything that a page may not hold.

    No script, no letters, nothing from elsewhere, and nothing that draws itself again and again.
    """
    made = _Drawing()
    parser = expat.ParserCreate(namespace_separator=" ")
    made.parser = parser
    parser.StartElementHandler = made.start
    parser.EndElementHandler = made.end
    parser.EntityDeclHandler = made.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused("the drawing cannot be read", REMEDY, error.lineno) from None
    return made.finished()


@dataclass(slots=True)
class _Drawing:
    """The drawing while it is made anew."""

    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """The elements that are open; empty names for those left out."""
    count: int = 0
    leads: dict[str, str] = field(default_factory=dict)
    """From a gradient to the one it takes its colours from."""
    parser: expat.XMLParserType | None = None

    def start(self, name: str, given: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.count += 1
        if self.count > MOST or len(self.open) >= DEEPEST:
            raise self.refused("the drawing has too many parts for a logo", "Save a simpler one.")
        if not self.open and (space, tag) != (SPACE, "svg"):
            raise self.refused("the file is called an SVG, and is not one", REMEDY)
        if (self.open and not self.open[-1]) or space != SPACE or tag in DROPPED:
            self.open.append("")
            return
        if tag not in SHAPES | DEFINED:
            raise self.refused(f"the drawing holds <{tag}>", REMEDIES.get(tag, REMEDY))
        said = self.attributes(tag, given)
        if not self.open:
            self.insist_on_a_size(said)
            said = {"xmlns": SPACE} | said
        self.out.append(f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in said.items())}>")
        self.open.append(tag)

    def end(self, name: str) -> None:
        tag = self.open.pop()
        if tag:
            self.out.append(f"</{tag}>")

    def entity(self, name: str, *rest: object) -> None:
        raise self.refused(f"the drawing defines '{name}', which could grow without end", REMEDY)

    def attributes(self, tag: str, given: Mapping[str, str]) -> dict[str, str]:
        """Return those that are kept, what style= says among them."""
        said = {key: value for key, value in given.items() if key in KEPT}
        for key in given:
            if key.lower().startswith("on"):
                raise self.refused(f"the drawing runs a script ({key}=)", REMEDY)
        for rule in given.get("style", "").split(";"):
            key, _, value = (part.strip() for part in rule.partition(":"))
            if key in PAINT:
                said[key] = value
        for value in said.values():
            if "url" in _URL.sub("", value).lower() or "\\" in value:
                raise self.refused("the drawing takes something from elsewhere (url)", REMEDY)
        if "clip-path" in said and "clipPath" in (tag, *self.open):
            raise self.refused("the drawing cuts a cut-out", REMEDY)
        return said | self.link(tag, given)

    def link(self, tag: str, given: Mapping[str, str]) -> dict[str, str]:
        """Return where a gradient takes its colours from, which is another of the drawing."""
        target = given.get(f"{LINK} href", given.get("href", ""))
        if not target or tag not in ("linearGradient", "radialGradient"):
            return {}
        if not re.fullmatch(r"#[\w.-]+", target):
            raise self.refused("the drawing takes something from elsewhere (href)", REMEDY)
        self.leads[given.get("id", "")] = target[1:]
        return {"href": target}

    def insist_on_a_size(self, said: dict[str, str]) -> None:
        """Give the drawing a size its shape follows from, and no other."""
        width, height = (re.sub(r"(px|pt|mm)$", "", said.pop(key, "")) for key in ("width", "height"))
        if "viewBox" not in said and _is_number(width) and _is_number(height):
            said["viewBox"] = f"0 0 {width} {height}"
        box = re.split(r"[\s,]+", said.get("viewBox", "").strip())
        if len(box) != 4 or not all(map(_is_number, box)) or float(box[2]) <= 0 or float(box[3]) <= 0:
            raise self.refused("the drawing does not say how large it is (viewBox=)", REMEDY)
        said |= {"width": box[2], "height": box[3]}

    def finished(self) -> bytes:
        for name in self.leads:
            seen: set[str] = set()
            while name in self.leads:
                if name in seen:
                    raise Refused("the colours of the drawing lead in a circle", REMEDY)
                seen.add(name)
                name = self.leads[name]
        return "".join(self.out).encode()

    def refused(self, said: str, fix: str) -> Refused:
        return Refused(said, fix, self.parser.CurrentLineNumber if self.parser else 1)


def _is_number(written: str) -> bool:
    return bool(re.fullmatch(r"-?\d{1,7}(\.\d+)?", written))
