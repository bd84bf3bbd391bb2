"""Folder: read theme/ beside a protocol, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from protobuild.life.authored import Read, read_authored
from protobuild.life.home import Home
from protobuild.life.theme.palette import own_tokens, palette
from protobuild.life.theme.png import read_png
from protobuild.life.theme.svg import read_svg
from protobuild.life.theme.wanted import Refused, Wanted
from protobuild.model.source import Finding, Place, ProtobuildError, Severity, refuse_errors
from protobuild.model.spelling import nearest
from protobuild.render.furniture import template_findings, templates
from protobuild.render.guard_styles import faults_in_css
from protobuild.render.theme import PLAIN, Logo, Pairs, Theme
from protobuild.store.tree import Folder

THEME = "theme"
MANIFEST, STYLE, TEMPLATES, WORD = "theme.yaml", "style.css", "templates/", "template.docx"
LARGEST = 200_000
"""Bytes of one file: every page carries the logo and the style sheet within it."""

PICTURES = {".svg": ("svg+xml", read_svg), ".png": ("png", read_png)}
"""What a logo may be, and what proves it harmless."""


@dataclass(frozen=True, slots=True)
class Themed:
    """A theme as far as it can be worn, and what is to be said of it."""

    theme: Theme = PLAIN
    findings: tuple[Finding, ...] = ()


def read_theme(home: Home) -> Theme:
    """Return the council's own look, nothing where there is no theme/; raise ProtocolError at a fault."""
    themed = open_theme(home)
    refuse_errors(themed.findings)
    return themed.theme


def open_theme(home: Home) -> Themed:
    """Return the council's own look with every finding about it."""
    if not (home.root / THEME).is_dir():
        return Themed()
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    tree = Folder(home.root / THEME)
    for path in tree.files():
        try:
            files[path] = tree.read(path)
        except ProtobuildError as error:
            findings.append(_finding(path, error.message, error.fix))
            continue
        if len(files[path]) > LARGEST and path != WORD:
            files.pop(path)
            said = f"the file is larger than {LARGEST // 1000} kB, and would be in every page"
            findings.append(_finding(path, said, "Make it smaller, or take it out of the folder."))
    return _themed(files, findings)


def _themed(files: dict[str, bytes], findings: list[Finding]) -> Themed:
    wanted, read = _wanted(files, findings)
    colours = palette(wanted.colours)
    findings += [_beside(read, ("colours", name), said, fix) for name, said, fix in colours.faults]
    theme = Theme(
        light=colours.light,
        dark=colours.dark,
        logo=_logo(wanted, read, files, findings),
        css=_css(files, findings),
        templates=_templates(files, findings),
        word=_word(files, findings),
    )
    findings += _unknown(files, wanted)
    return Themed(theme, tuple(findings))


def _wanted(files: dict[str, bytes], findings: list[Finding]) -> tuple[Wanted, Read[Wanted] | None]:
    """Return what theme.yaml asks for; nothing where it is missing or cannot be read."""
    if MANIFEST not in files:
        return Wanted(), None
    read = read_authored(Wanted, f"{THEME}/{MANIFEST}", files[MANIFEST])
    findings += read.findings
    return read.value or Wanted(), read


def _logo(
    wanted: Wanted, read: Read[Wanted] | None, files: dict[str, bytes], findings: list[Finding]
) -> Logo | None:
    if not wanted.logo:
        return None
    findings += [_beside(read, ("logo",), said, fix) for said, fix in _amiss(wanted, files)]
    kind, prove = PICTURES.get(_ending(wanted), ("", None))
    if prove is None or wanted.logo not in files:
        return None
    try:
        return Logo(kind, prove(files[wanted.logo]), wanted.alt.strip())
    except Refused as refused:
        findings.append(_finding(wanted.logo, refused.said, refused.fix, refused.line))
        return None


def _amiss(wanted: Wanted, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield what theme.yaml has wrong about the logo, and what to do."""
    if _ending(wanted) not in PICTURES:
        said = f"'{wanted.logo}' is not a picture that every reader can show"
        yield said, "Save the logo as logo.svg or logo.png."
    elif wanted.logo not in files:
        yield f"there is no file '{wanted.logo}' in theme/", "Check its name."
    elif not wanted.alt.strip():
        fix = "Write 'alt:' with what the logo says, such as the council's name."
        yield "nothing is said to those who cannot see the logo", fix


def _ending(wanted: Wanted) -> str:
    return PurePosixPath(wanted.logo).suffix.lower()


def _css(files: dict[str, bytes], findings: list[Finding]) -> str:
    css = _text(STYLE, files.get(STYLE, b""), findings)
    for line, said in faults_in_css(css):
        fix = "Take it out. A picture or font can stand in the sheet itself, as url(data:...)."
        findings.append(_finding(STYLE, f"the style sheet {said}", fix, line, css))
    for line, token in _tokens(css):
        said = f"the style sheet sets --{token}, whose contrast nobody would check"
        findings.append(_finding(STYLE, said, "Set the colour in theme.yaml instead.", line, css))
    return css


def _tokens(css: str) -> Iterator[tuple[int, str]]:
    """Yield where a style sheet sets a colour that theme.yaml is there for."""
    for number, line in enumerate(css.splitlines(), 1):
        for token in own_tokens():
            if f"--{token}:" in line.replace(" ", ""):
                yield number, token


def _templates(files: dict[str, bytes], findings: list[Finding]) -> Pairs:
    own: list[tuple[str, str]] = []
    for path, data in files.items():
        name = path.removeprefix(TEMPLATES)
        if not path.startswith(TEMPLATES):
            continue
        if name in templates():
            own.append((name, _text(path, data, findings)))
            continue
        near = nearest(name, templates())
        meant = (
            f"Call it '{near}', or take it away." if near else f"Ours are {', '.join(sorted(templates()))}."
        )
        findings.append(_finding(path, f"no page is made from a template called '{name}'", meant))
    if own:
        findings += template_findings(tuple(own))
    return tuple(own)


def _word(files: dict[str, bytes], findings: list[Finding]) -> bytes:
    """Return the Word file whose look a Word copy has; nothing where there is none that can be used."""
    if WORD not in files:
        return b""
    from protobuild.interchange.docx.writing.template import fault_in

    fault = fault_in(files[WORD])
    if fault:
        fix = "Save it in Word as a document without macros and password (.docx), or take it away."
        findings.append(_finding(WORD, f"the Word template cannot be used: {fault}", fix))
    return b"" if fault else files[WORD]


def _text(path: str, data: bytes, findings: list[Finding]) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        findings.append(_finding(path, "the file is not text in UTF-8", "Save it again, as UTF-8."))
        return ""


def _unknown(files: dict[str, bytes], wanted: Wanted) -> Iterator[Finding]:
    """Yield a remark on each file that nothing is made of."""
    for path in files:
        if path not in (MANIFEST, STYLE, WORD, wanted.logo) and not path.startswith(TEMPLATES):
            fix = f"A theme has {MANIFEST}, {STYLE}, {TEMPLATES}, {WORD} and the logo that {MANIFEST} names."
            yield replace(_finding(path, "the file is not used", fix), severity=Severity.WARNING)


def _beside(read: Read[Wanted] | None, path: tuple[str, ...], said: str, fix: str) -> Finding:
    """Return a finding about a field of theme.yaml."""
    assert read is not None  # noqa: S101 - without the file nothing is asked for
    place = read.places.value(path)
    lines = read.lines[place.file]
    return replace(_finding(MANIFEST, said, fix), place=place, excerpt=lines[place.line - 1])


def _finding(path: str, said: str, fix: str, line: int = 1, source: str = "") -> Finding:
    lines = source.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return Finding("theme", said, Place(f"{THEME}/{path}", line), fix=fix, excerpt=excerpt)
