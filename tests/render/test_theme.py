"""A council's own look: worn by every page, readable by everyone, and able to reach nothing."""

from __future__ import annotations

import base64
import datetime as dt
import re
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from paper import tags
from protobuild.life.checking import all_findings
from protobuild.life.home import Home
from protobuild.life.opening import open_draft
from protobuild.life.theme.folder import open_theme, read_theme
from protobuild.life.theme.palette import USES, palette
from protobuild.life.theme.wanted import Colours
from protobuild.model.outline import accept
from protobuild.model.source import ProtocolError, Severity
from protobuild.publish.faults import ThemeError
from protobuild.publish.formats import FORMATS
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.render.contrast import contrast, mixed
from protobuild.render.guard import faults_in_page
from protobuild.render.guard_styles import faults_in_css
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from protobuild.render.theme import Theme
from sample_redline import COVER, OUTLINE, REDLINED
from small_council import write
from three_versions import three_versions

DAY = dt.date(2026, 11, 22)
SVG = (
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="80" height="40">'
    "<title>by A Person</title><metadata>drawn on a Tuesday</metadata>"
    '<defs><linearGradient id="a"><stop offset="0" style="stop-color:#7a1f5c"/></linearGradient>'
    '<linearGradient id="b" xlink:href="#a"/></defs>'
    '<g style="fill:url(#b)"><path d="M0 40 L20 0 L40 40 Z"/></g></svg>'
)
GOOD = {
    "theme.yaml": "logo: logo.svg\nalt: Example Borough Council\n"
    'colours:\n  accent: "#7a1f5c"\n  inserted: "#005a2b"\n',
    "logo.svg": SVG,
    "style.css": "h1 { font-style: italic; }\n@media screen { h1 { text-shadow: 1px 1px #888; } }\n",
    "templates/page.html": '{% extends "protobuild/page.html" %}\n{% block below %}\n{{ super() }}\n'
    '<p class="motto">Clear and fair, says {{ cover.council }}.</p>\n{% endblock %}\n',
}
PAGE = GOOD["templates/page.html"]


def home_with(folder: Path, files: dict[str, str | bytes]) -> Home:
    """Return a home with nothing in it but a theme."""
    for name, content in files.items():
        path = folder / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Home(folder, folder / "protocol")


def said(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    """Return what is found wrong in a theme, with file, line and remedy."""
    found = open_theme(home_with(folder, files)).findings
    return [f"{each.place.file}:{each.place.line}: {each.message} | {each.fix}" for each in found]


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    return read_theme(home_with(tmp_path, GOOD))


def test_without_a_folder_pages_are_as_they_were(tmp_path: Path) -> None:
    assert read_theme(home_with(tmp_path, {})) == Theme()
    assert write_page(OUTLINE, theme=Theme()) == write_page(OUTLINE)


def test_page_and_redline_wear_colours_logo_and_rules_in_one_file(theme: Theme) -> None:
    for html in (write_page(accept(OUTLINE), theme=theme), write_redline(REDLINED, theme=theme)):
        assert (
            html.count('<p class="logo"><img alt="Example Borough Council" src="data:image/svg+xml;base64,')
            == 1
        )
        assert html.count("--accent: #7a1f5c; --ins: #005a2b") == 2  # screen and paper
        assert html.index("h1 { font-style: italic; }") > html.index("--accent: #7a1f5c")
        assert not re.search(r'(?:src|href)="(?!data:|#|https?:|mailto:)', html)
    assert "Clear and fair, says Example Borough Council." in write_page(accept(OUTLINE), theme=theme)


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path, theme: Theme) -> None:
    again = read_theme(home_with(tmp_path / "again", GOOD))
    assert again == theme
    assert write_redline(REDLINED, theme=again) == write_redline(REDLINED, theme=theme)


@pytest.mark.parametrize("form", ["pdf", "large-print"])
def test_the_pdf_wears_it_too_and_says_what_the_logo_shows(theme: Theme, form: str) -> None:
    write = FORMATS[form].write
    pdf = write(accept(OUTLINE), theme=theme)
    figures = [tag for tag in tags(pdf) if tag["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["Example Borough Council"]
    assert pdf == write(accept(OUTLINE), theme=theme)


def test_a_site_keeps_the_logo_beside_its_pages(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    home_with(tmp_path, GOOD)
    files = site_files(plan(home, DAY, draft=True), pdf=False)
    assert files["assets/logo.svg"].startswith(b"<svg ")
    pages = [name for name in files if name.endswith(".html") and name != "READ-ME-FIRST.html"]
    for name in pages:
        html = files[name].decode()
        logo = "../" * name.count("/") + "assets/logo.svg"
        assert f'<p class="logo"><img alt="Example Borough Council" src="{logo}"></p>' in html, name
        assert "data:" not in html
    assert b"--accent: #7a1f5c" in files["assets/text-screen.css"]


def test_a_colour_that_is_too_weak_is_named_with_what_it_has_what_it_needs_and_what_would_do(
    tmp_path: Path,
) -> None:
    found = said(tmp_path, {"theme.yaml": 'colours:\n  accent: "#e8a0c8"\n  inserted-dark: "#30406a"\n'})
    assert len(found) == 2
    assert found[0].startswith(
        "theme/theme.yaml:2: the colour #e8a0c8 has a contrast of 2.04:1 on white; 4.5:1 is"
    )
    assert found[1].startswith("theme/theme.yaml:3: the colour #30406a has a contrast of ")
    assert "6.5:1 is needed" in found[1]
    better = [re.search(r'"(#[0-9a-f]{6})"', each).group(1) for each in found]  # type: ignore[union-attr]
    mended = f'colours:\n  accent: "{better[0]}"\n  inserted-dark: "{better[1]}"\n'
    assert said(tmp_path, {"theme.yaml": mended}) == []


@pytest.mark.parametrize(
    "colour", ["#ffd500", "#ff0000", "#7a1f5c", "#ffffff", "#000000", "#808080", "#00ff88"]
)
def test_a_colour_for_the_dark_that_was_left_out_can_be_read_there(colour: str) -> None:
    made = palette(Colours(accent=colour, moved=colour))
    dark = dict(made.dark)
    assert contrast(dark["accent"], "#0f1214") >= 4.5
    assert contrast(dark["moved"], dark["moved-ground"]) >= 6.5
    assert dark["moved-ground"] == mixed(dark["moved"], "#0f1214", 0.16)


def test_every_colour_of_theme_yaml_reaches_the_pages() -> None:
    wanted = Colours(**dict.fromkeys(USES, "#000000"))
    assert {token for token, _ in palette(wanted).light} >= {use.token for use in USES.values()}
    assert {name for name in Colours.model_fields if not name.endswith("_dark")} == set(USES)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("colours:\n  accent: navy\n", "'navy' is not a colour"),
        ("colours:\n  accent: #14568f\n", "quotation marks"),
        ("colours:\n  acent: '#14568f'\n", "'acent' is not a field"),
        ("logo: logo.svg\nalt: x\n", "there is no file 'logo.svg' in theme/"),
        ("logo: logo.gif\nalt: x\n", "'logo.gif' is not a picture"),
        ("logo: ../secret.svg\nalt: x\n", "there is no file '../secret.svg' in theme/"),
    ],
)
def test_what_theme_yaml_has_wrong_is_said_with_its_place(tmp_path: Path, written: str, words: str) -> None:
    found = said(tmp_path, {"theme.yaml": written})
    assert any(words in each for each in found), found
    assert all(each.startswith("theme/theme.yaml:") for each in found)


def test_a_logo_needs_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    found = said(tmp_path, {"theme.yaml": "logo: logo.svg\n", "logo.svg": SVG})
    assert [each.split(" |")[0] for each in found] == [
        "theme/theme.yaml:1: nothing is said to those who cannot see the logo"
    ]


def test_a_drawing_is_made_anew_from_its_shapes(theme: Theme) -> None:
    assert theme.logo is not None
    drawing = theme.logo.data.decode()
    assert drawing.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" width="80" height="40">'
    )
    assert 'fill="url(#b)"' in drawing
    assert 'href="#a"' in drawing
    assert not re.search("Person|Tuesday|DOCTYPE|style=", drawing)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<path onclick="alert(1)" d="M0 0"/>', "onclick="),
        ('<image href="https://example.com/a.png"/>', "<image>"),
        ('<use href="https://example.com/a.svg#b"/>', "<use>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<a href="javascript:alert(1)"><path d="M0 0"/></a>', "<a>"),
        ("<style>@import 'https://example.com'</style>", "<style>"),
        ("<text>Words</text>", "<text>"),
        ('<path fill="url(https://example.com/a#b)" d="M0 0"/>', "from elsewhere"),
        ('<path style="fill:url(//example.com)" d="M0 0"/>', "from elsewhere"),
        ('<linearGradient id="a" href="https://example.com/#x"/>', "from elsewhere"),
        ('<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>', "in a circle"),
        ("<animate attributeName='href'/>", "<animate>"),
        ("<g>" * 60 + "</g>" * 60, "too many parts"),
        ("<path/>" * 6000, "too many parts"),
        ("<g>", "cannot be read"),
    ],
)
def test_a_drawing_that_holds_more_than_shapes_is_refused(tmp_path: Path, inside: str, words: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n{inside}</svg>'
    found = said(tmp_path, {"theme.yaml": "logo: logo.svg\nalt: x\n", "logo.svg": drawing})
    assert len(found) == 1
    assert words in found[0]
    assert open_theme(Home(tmp_path, tmp_path)).theme.logo is None


def test_an_entity_that_would_grow_without_end_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"/>'
    found = said(tmp_path, {"theme.yaml": "logo: logo.svg\nalt: x\n", "logo.svg": bomb})
    assert "without end" in found[0]


def png(width: int = 2, height: int = 1, rows: bytes = b"\0abcdef") -> bytes:
    """Return a PNG with a remark in it."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"tEXt", b"Author\0A Person"),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    packed = (struct.pack(">I", len(c)) + n + c + struct.pack(">I", zlib.crc32(n + c)) for n, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def test_a_png_leaves_everything_but_its_picture_behind(tmp_path: Path) -> None:
    theme = read_theme(home_with(tmp_path, {"theme.yaml": "logo: logo.png\nalt: x\n", "logo.png": png()}))
    assert theme.logo is not None
    assert b"IDAT" in theme.logo.data
    assert b"Person" not in theme.logo.data
    assert base64.b64encode(theme.logo.data).decode() in write_page(OUTLINE, theme=theme)


@pytest.mark.parametrize(
    "data",
    [b"GIF89a", png()[:-14], png().replace(b"Author", b"author"), png(9000), png(rows=b"\0" * 10_000_000)],
)
def test_a_damaged_or_overlarge_png_is_refused(tmp_path: Path, data: bytes) -> None:
    assert len(said(tmp_path, {"theme.yaml": "logo: logo.png\nalt: x\n", "logo.png": data})) == 1


@pytest.mark.parametrize(
    "rule",
    [
        '@import "https://example.com/a.css";',
        "@IMPORT url(https://example.com/a.css);",
        "p { background: url(https://example.com/a.png) }",
        "p { background: url( '//example.com/a.png' ) }",
        "p { background: URL(a.png) }",
        "p { background: u\\72l(https://example.com) }",
        'p { background: image-set("https://example.com/a.png" 1x) }',
        'p { content: "/*"; background: url(https://example.com) } a { content: "*/" }',
        "p { background: url(data:x/*) ; background: url(https://example.com) /* */ }",
        'p { background: url("data:a)b"); background: url(https://example.com); content: "x" }',
        'p { background: xurl(data:/*) " */); background: url(https://example.com); content: " }',
        "@font-face { src: url(https://example.com/a.woff) }",
        "p { color: red } </style><script>alert(1)</script>",
    ],
)
def test_a_style_sheet_that_fetches_or_breaks_out_is_refused(tmp_path: Path, rule: str) -> None:
    found = said(tmp_path, {"style.css": f"h1 {{ margin: 0 }}\n{rule}\n"})
    assert found
    assert all(each.startswith("theme/style.css:2: ") for each in found)


def test_a_style_sheet_may_hold_its_pictures_and_fonts() -> None:
    good = """/* url(https://example.com) is only spoken of */
    @font-face { font-family: Own; src: url(data:font/woff2;base64,AAAA) }
    p::before { content: "url(https://example.com) \\201C"; background: url("data:image/png;base64,A)B") }
    """
    assert list(faults_in_css(good)) == []


def test_a_style_sheet_may_not_set_the_colours_whose_contrast_is_checked(tmp_path: Path) -> None:
    found = said(tmp_path, {"style.css": "\n:root { --ins: #eee; }\n"})
    assert [each.split(",")[0] for each in found] == ["theme/style.css:2: the style sheet sets --ins"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<script>alert(1)</script>", "holds a script"),
        ('<img src="https://example.com/a.png" alt="">', "fetches https://example.com/a.png"),
        ('<link rel="stylesheet" href="https://example.com/a.css">', "fetches https://example.com/a.css"),
        ('<p onclick="x()">a</p>', "runs a script (onclick=)"),
        ('<p style="color: red">a</p>', "has rules in style="),
        ('<a href="java\nscript:x()">a</a>', "begins with javascript:"),
        ("<iframe></iframe>", "holds <iframe>"),
        ('<meta http-equiv="refresh" content="0;url=https://example.com">', "gives the browser orders"),
        ("<!-- said by the officer -->", "has a remark everybody can read"),
        ("<style>@import 'x';</style>", "fetches another style sheet"),
        ("{% autoescape false %}{{ title }}{% endautoescape %}", "values are always escaped"),
        ("{% block page %}{{ title | safe }}{% endblock %}", "No filter named 'safe'"),
        ("{% if %}", "cannot be read from here on"),
        ("{{ title", "cannot be read from here on"),
    ],
)
def test_a_hostile_or_broken_template_is_refused_with_file_and_line(
    tmp_path: Path, line: str, words: str
) -> None:
    found = said(tmp_path, {"templates/page.html": f'{{% extends "protobuild/page.html" %}}\n{line}\n'})
    assert any(words in each for each in found), found
    assert all(
        each.startswith(("theme/templates/page.html:2", "theme/templates/page.html:3")) for each in found
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{{ secrets }}", "asks for what this page does not have: 'secrets' is undefined"),
        ('{% include "/etc/passwd" %}', "asks for the template '/etc/passwd', which is not there"),
        ("{{ title.__class__.__mro__ }}", "does what a theme may not"),
        ("{{ cover.__init__.__globals__ }}", "does what a theme may not"),
        ("{{ title.format(title) }}", "does what a theme may not"),
        ("{{ title * 1000000000 }}", "does what a theme may not"),
        (
            "{% for a in body %}{% for b in body %}{% for c in body %}{% endfor %}{% endfor %}{% endfor %}",
            "an end",
        ),
        ("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
        ('{% include "page.html" %}', "without end"),
        ("{{ 1 // 0 }}", "cannot be filled in"),
        ('<a href="{{ "javascript" ~ ":x()" }}">a</a>', "begins with javascript:"),
        ('<img alt="" src="{{ "https://example.com" }}">', "fetches https://example.com"),
    ],
)
def test_what_a_template_does_only_when_it_is_filled_is_refused_too(
    tmp_path: Path, line: str, words: str
) -> None:
    source = f'{{% extends "protobuild/page.html" %}}\n{{% block below %}}\n{line}\n{{% endblock %}}\n'
    theme = read_theme(home_with(tmp_path, {"templates/page.html": source}))
    with pytest.raises(ProtocolError) as refused:
        write_page(OUTLINE, theme=theme)
    found = refused.value.findings[0]
    assert found.place.file == "theme/templates/page.html"
    assert words in found.message
    if "fetches" not in words and "begins" not in words:
        assert found.place.line in (1, 3)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("<main>{{ title }}</main>", "the text"),
        ("<main>{{ warning }}</main>", "the text"),
        ("<main>{{ body }}</main>", "not in force"),
    ],
)
def test_a_template_cannot_leave_out_the_text_or_that_it_is_no_law(
    tmp_path: Path, source: str, what: str
) -> None:
    theme = read_theme(home_with(tmp_path, {"templates/page.html": source}))
    draft = replace(accept(OUTLINE), cover=replace(COVER, status="draft"))
    with pytest.raises(ProtocolError) as refused:
        write_page(draft, theme=theme)
    assert any(what in each.message for each in refused.value.findings)


def test_a_template_that_no_page_is_made_from_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    found = said(tmp_path, {"templates/pages.html": "x", "colours.txt": "x"})
    assert found[0].startswith(
        "theme/templates/pages.html:1: no page is made from a template called 'pages.html'"
    )
    assert "Call it 'page.html'" in found[0]
    assert "theme/colours.txt:1: the file is not used" in found[1]
    assert open_theme(Home(tmp_path, tmp_path)).findings[1].severity is Severity.WARNING


def test_every_file_of_a_theme_is_small_and_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / "outside.css").write_text("h1 { margin: 0 }")
    home = home_with(tmp_path, {"theme.yaml": "#" * 300_000})
    (tmp_path / "theme" / "style.css").symlink_to(tmp_path / "outside.css")
    found = [each.message for each in open_theme(home).findings]
    assert any("outside" in each for each in found)
    assert any("larger than 200 kB" in each for each in found)


def test_a_style_sheet_that_hides_words_on_paper_is_found_out_and_named(tmp_path: Path) -> None:
    theme = read_theme(home_with(tmp_path, {"style.css": ".paragraph { display: none }"}))
    with pytest.raises(ThemeError, match="the theme spoils it"):
        FORMATS["pdf"].write(accept(OUTLINE), theme=theme)


def test_check_says_what_is_wrong_with_the_theme(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    write(tmp_path / "theme", {"style.css": "@import 'x';"})
    found = [each for each in all_findings(home, open_draft(home)) if each.rule == "theme"]
    assert [(each.place.file, each.severity) for each in found] == [("theme/style.css", Severity.ERROR)]


def test_a_template_sees_nothing_that_is_meant_for_the_house(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    path = home.protocol / "advice.yaml"
    path.write_text(path.read_text().replace("  - id: answer\n", "  - id: answer\n    note: zebra1\n"))
    manifest = home.protocol / "protocol.yaml"
    manifest.write_text(manifest.read_text() + "facts:\n  zebra2: 'yes'\n# zebra3\n")
    write(home.changelog / "next", {"answer.yaml": "clauses: [answer]\nreason: zebra4\nproposer: zebra5\n"})
    names = (
        "title heading cover facts warning side sides rounds changes counted ranked forced dropped view site"
    )
    dump = "".join(f"{{% if {name} is defined %}}{{{{ {name} }}}}{{% endif %}}" for name in names.split())
    source = f'{{% extends "protobuild/NAME" %}}{{% block below %}}<p>seen {dump}</p>{{% endblock %}}'
    own = {
        f"templates/{name}": source.replace("NAME", name) for name in ("site-text.html", "site-changes.html")
    }
    home_with(tmp_path, own)
    files = site_files(plan(home, DAY, draft=True), pdf=False, fragments=True)
    assert "seen" in files["draft/changes/index.html"].decode()
    assert not [name for name, data in files.items() if b"zebra" in data]


def test_our_own_pages_keep_the_rules_for_templates(tmp_path: Path) -> None:
    files = site_files(plan(three_versions(tmp_path), DAY, draft=True), pdf=False)
    pages = [write_redline(REDLINED), write_page(OUTLINE)]
    pages += [
        re.sub(r'<link rel="stylesheet"[^>]*>', "", data.decode())
        for name, data in files.items()
        if name.endswith(".html")
    ]
    assert [list(faults_in_page(page)) for page in pages] == [[]] * len(pages)


def test_on_paper_every_colour_stands_in_its_place(theme: Theme) -> None:
    html = write_redline(REDLINED, theme=theme)
    paper = re.search(r'<style media="print">(.*?)</style>', html, re.DOTALL)
    assert paper is not None
    assert "var(" not in paper.group(1)
    assert "ins { color: #005a2b; }" in paper.group(1)
