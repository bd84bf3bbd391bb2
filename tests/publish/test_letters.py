"""Every letter printed comes from a bundled font, and a text with any other is refused in a sentence."""

from __future__ import annotations

import io
import runpy
from pathlib import Path

import pypdf
import pytest

from protobuild.publish.faults import UnprintableError
from protobuild.publish.pdf import make_pdf

ROOT = Path(__file__).resolve().parents[2]
WELSH = "Ŵŵ Ŷŷ Ẁẁ Ẃẃ Ẅẅ Ỳỳ Ââ Êê Îî Ôô Ûû"
SIGNS = "← ↑ → ↓ ↔ ⇒ ✓ ✔ ✗ ✘ ☐ ☑ ☒ ■ □ ● ○ ≤ ≥ ≠ ± × ÷ ½ ⅓ € £ § ¶ † ‡ • – — … ‘ ’ “ ” ‑ №"


def page(words: str) -> str:
    return f'<html lang="en-GB"><head><title>x</title></head><body><p>{words}<b>{words}</b></p></body></html>'


def test_welsh_and_common_signs_are_printed_from_bundled_fonts() -> None:
    reader = pypdf.PdfReader(io.BytesIO(make_pdf(page(f"{WELSH} {SIGNS}"))))
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    names = {str(font["/BaseFont"]) for font in fonts}
    assert all("Source-Sans-3" in name or "Signs" in name for name in names), names
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())
    text = "".join(reader.pages[0].extract_text().split())
    assert text.count("".join(f"{WELSH}{SIGNS}".split())) == 2


@pytest.mark.parametrize("letter", ["字", "ж", "😀", "ש"])
def test_any_other_letter_is_named_with_its_place(letter: str) -> None:
    with pytest.raises(UnprintableError) as raised:
        make_pdf(page(f"Members {letter} officers"))
    assert f"“{letter}” (U+{ord(letter):04X}) in “Members {letter} officers”" in raised.value.message
    assert "--to html" in raised.value.fix


def test_spaces_and_soft_hyphens_are_no_letters() -> None:
    make_pdf(page("a\u00a0b\u200bc\u202fd\u2009e\u00adf\ufeff"))


def test_the_list_of_letters_is_fresh() -> None:
    kept = (ROOT / "src/protobuild/render/fonts/covered.txt").read_text("ascii")
    assert runpy.run_path(str(ROOT / "tools/covered.py"))["covered"]() == kept
