"""Fixed styles: what every file has beside the styles of its entries: furniture, links, tables, defaults."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.interchange.docx.writing.entry_styles import BOLD, COLOUR, KEEP, Style, sized, spaced
from protobuild.interchange.docx.writing.names import FURNITURE, RUN_IN, style_id
from protobuild.interchange.docx.writing.numbering import STEP

FONT = "Arial"
GREY = "44546A"

FURNISHED: tuple[Style, ...] = (
    Style(FURNITURE, run=f'<w:color w:val="{GREY}"/>', quick=False),
    Style(
        f"{FURNITURE} council", FURNITURE, paragraph=spaced(0, 60), run=sized(14, BOLD, COLOUR), quick=False
    ),
    Style(f"{FURNITURE} place", FURNITURE, paragraph=spaced(0, 480), run=sized(12), quick=False),
    Style(f"{FURNITURE} standing", FURNITURE, paragraph=spaced(120, 120), run=sized(12, BOLD), quick=False),
    Style(f"{FURNITURE} fact", FURNITURE, paragraph=spaced(0, 40), quick=False),
    Style(
        f"{FURNITURE} heading",
        FURNITURE,
        keep=KEEP,
        paragraph=spaced(480, 120),
        run=sized(14, BOLD, COLOUR),
        quick=False,
    ),
    Style(
        f"{FURNITURE} caption",
        FURNITURE,
        keep=KEEP,
        paragraph=spaced(240, 80),
        run=sized(10, BOLD),
        quick=False,
    ),
    Style(
        f"{FURNITURE} end",
        FURNITURE,
        paragraph=spaced(480, 0) + '<w:jc w:val="center"/>',
        run=sized(9),
        quick=False,
    ),
    Style(f"{FURNITURE} cell", FURNITURE, paragraph=spaced(40, 40), run=sized(9.5), quick=False),
    Style(
        f"{FURNITURE} column",
        FURNITURE,
        keep="<w:keepNext/>",
        paragraph=spaced(40, 40),
        run=sized(9.5, BOLD),
        quick=False,
    ),
)
"""What is no part of the text."""

RUNNING = (
    Style(
        "header",
        paragraph='<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>' + spaced(0, 0),
        run=sized(9),
        quick=False,
    ),
    Style(
        "footer",
        paragraph='<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>' + spaced(0, 0),
        run=sized(9),
        quick=False,
    ),
    Style(
        "toc 1",
        paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{STEP}"/>'
        '<w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>' + spaced(0, 60),
        quick=False,
    ),
    Style("annotation text", paragraph=spaced(0, 60), run=sized(10), quick=False),
)


def fixed() -> Iterator[tuple[str, str]]:
    """Yield the styles every file has, by their names."""
    yield (
        "Normal",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>',
    )
    yield (
        "Default Paragraph Font",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
    )
    yield (
        "Normal Table",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        "<w:tblPr>"
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    )
    yield "Hyperlink", _character("Hyperlink", '<w:color w:val="0B4A8F"/><w:u w:val="single"/>')
    yield "annotation reference", _character("annotation reference", '<w:sz w:val="16"/>', "CommentReference")
    yield RUN_IN, _character(RUN_IN, BOLD)
    yield "Protocol Table", _TABLE


def _character(name: str, run: str, id: str = "") -> str:
    custom = ' w:customStyle="1"' if name == RUN_IN else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{id or style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
    )


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A98A8"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="ProtocolTable"><w:name w:val="Protocol Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)

_FONTS = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{_FONTS}/>"
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)
"""The font, the size and the language of everything, and how far lines stand apart."""
