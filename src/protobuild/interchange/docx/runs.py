"""Read the words of a paragraph on one side of a Word file: runs, fields, links, notes and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protobuild.interchange.docx.names import MC, M, R, W, child, flattened, switched, value
from protobuild.interchange.docx.nodes import (
    EMPHASIS,
    HIDDEN,
    STRONG,
    STRUCK,
    UNDERLINED,
    Call,
    Paragraph,
    Piece,
)
from protobuild.interchange.docx.package import Related
from protobuild.interchange.docx.sides import ABSENT, Side
from protobuild.interchange.docx.styles import Styles
from protobuild.interchange.docx.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_WORDS = frozenset({"t", "delText"})
_PASSED = frozenset(
    {W + name for name in ("ins", "del", "moveFrom", "moveTo", "fldSimple", "hyperlink", "rubyBase")}
)
_BOX = W + "txbxContent"
_DRAWN = {"drawing": "a picture", "pict": "a picture", "object": "an embedded object"}


@dataclass(slots=True)
class Field:
    """A field that is open: its code, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Reading:
    """What is known while a text is read from its top."""

    side: Side
    styles: Styles
    links: dict[str, Related]
    mark: Callable[[str, Element], str]
    """Gives the mark of a footnote or endnote from the kind of reference and the reference."""
    fields: list[Field] = field(default_factory=list)
    looks: dict[tuple[object, ...], frozenset[str]] = field(default_factory=dict)
    """How runs look that say the same of themselves in paragraphs of one style."""

    @property
    def in_code(self) -> bool:
        """Whether what is read now is the code of a field, which nobody sees."""
        return any(not each.result for each in self.fields)

    @property
    def in_contents(self) -> bool:
        """Whether what is read now was made by a contents list."""
        return any(each.code.split()[:1] == ["TOC"] for each in self.fields)


def read_runs(
    reading: Reading, elements: Iterable[Element], into: Paragraph, style: str, href: str = ""
) -> None:
    """Add the words among the elements to a paragraph, as far as they are there on the side read."""
    for element in flattened(elements):
        tag = element.tag
        if tag in ABSENT[reading.side]:
            continue
        if tag == W + "r":
            _run(reading, element, into, style, href)
        elif tag in _PASSED:
            _remark_number(value(element, "instr"), into)
            read_runs(reading, element, into, style, _address(reading, element) or href)
        elif tag in (M + "oMath", M + "oMathPara"):
            _formula(reading, element, into)


def _run(reading: Reading, run: Element, into: Paragraph, style: str, href: str) -> None:
    text = ""
    for element in flattened(run):
        name = element.tag.rpartition("}")[2]
        if name in _WORDS:
            text += "" if reading.in_code else _clean(element.text or "")
        elif name in _SIGNS:
            text += "" if reading.in_code or value(element, "type") == "page" else _SIGNS[name]
        else:
            text += _other(reading, element, name, into, style)
    if text:
        into.pieces.append(Piece(text, _look(reading, style, child(run, "rPr")), href))


def _other(reading: Reading, element: Element, name: str, into: Paragraph, style: str) -> str:
    """Return the words that something rarer in a run shows, and keep what is no word."""
    match name:
        case "fldChar":
            _field(reading.fields, value(element, "fldCharType"), into)
        case "instrText" | "delInstrText" if reading.fields and not reading.fields[-1].result:
            reading.fields[-1].code += element.text or ""
        case "footnoteReference" | "endnoteReference":
            call = Call(name.removesuffix("Reference"), value(element, "id"), reading.mark(name, element))
            into.calls.append(call)
            return f"[{call.mark}]" if call.mark else ""
        case "sym":
            return _symbol(element, into)
        case "drawing" | "pict" | "object":
            _drawn(element, name, into)
        case "ruby":
            read_runs(reading, element.iterfind(W + "rubyBase"), into, style)
    return ""


def _field(fields: list[Field], kind: str, into: Paragraph) -> None:
    if kind == "begin":
        fields.append(Field())
    elif kind == "separate" and fields:
        fields[-1].result = True
    elif kind == "end" and fields:
        _remark_number(fields.pop().code, into)


def _remark_number(code: str, into: Paragraph) -> None:
    if code.split()[:1] == ["LISTNUM"]:
        into.remarks.append("a number made by a LISTNUM field stands here; it cannot be worked out")


def _address(reading: Reading, link: Element) -> str:
    related = reading.links.get(link.get(R + "id", ""))
    return related.target if related is not None and related.outside else ""


def _symbol(element: Element, into: Paragraph) -> str:
    font = value(element, "font")
    found = symbol(font, value(element, "char"))
    if not found:
        into.remarks.append(f"a sign of the font {font or 'Symbol'} stands here and was left out")
    return found


def _formula(reading: Reading, element: Element, into: Paragraph) -> None:
    absent = ABSENT[reading.side]
    there = (
        each for each in element.iter(M + "t") if not any(up.tag in absent for up in each.iterancestors())
    )
    words = "".join(each.text or "" for each in there)
    if words:
        into.pieces.append(Piece(words))
        into.remarks.append(f"a formula was kept as its bare signs: “{words}”")


def _drawn(element: Element, name: str, into: Paragraph) -> None:
    boxes = [each for each in element.iter(_BOX) if _outermost(each, element)]
    into.drawn += boxes
    if not boxes:
        said = next((each.get("descr") or "" for each in element.iter() if each.get("descr")), "")
        into.remarks.append(f"{_DRAWN[name]} stands here and was left out" + (f": “{said}”" if said else ""))


def _outermost(box: Element, drawing: Element) -> bool:
    """Return whether a text box is in no other, and is not the copy kept for old programs."""
    for above in box.iterancestors():
        if above is drawing:
            return True
        if above.tag == _BOX or (
            above.tag == MC + "Fallback" and above.getparent().find(MC + "Choice") is not None
        ):
            return False
    return True


def _look(reading: Reading, style: str, properties: Element | None) -> frozenset[str]:
    said = () if properties is None else ((each.tag, each.get(W + "val")) for each in properties)
    key = (style, *said)
    if key not in reading.looks:
        reading.looks[key] = _worked_out(reading.styles, style, properties)
    return reading.looks[key]


def _worked_out(styles: Styles, style: str, properties: Element | None) -> frozenset[str]:
    look = set()
    if styles.bold(style, properties):
        look.add(STRONG)
    if styles.italic(style, properties):
        look.add(EMPHASIS)
    if properties is not None:
        if value(child(properties, "u")) not in ("", "none"):
            look.add(UNDERLINED)
        if switched(child(properties, "strike")) or switched(child(properties, "dstrike")):
            look.add(STRUCK)
        if switched(child(properties, "vanish")):
            look.add(HIDDEN)
    return frozenset(look)


def _clean(text: str) -> str:
    """Return words without the breaks and soft hyphens that are no part of them."""
    return text if text.isascii() and "\n" not in text else text.translate(_INVISIBLE)


_INVISIBLE = {ord("\n"): " ", ord("\r"): " ", 0xAD: None, 0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: None}
