"""Tags: the structure of a document written into its PDF, as PDF/UA-1 wants it."""

from __future__ import annotations

from protobuild.publish.drawn import Page, Thing, retire
from protobuild.publish.structure import Area, Structure, Tag, Words

DECORATION = {"ins": "Underline", "del": "LineThrough"}


def write_tags(made: Structure, pages: list[Page], pdf: Thing) -> None:
    """Write the tags of a document, and mark as furniture what no reader software should meet."""
    from pydyf import Array, Dictionary  # type: ignore[import-untyped]

    for page, numbers in zip(pages, made.furniture, strict=True):
        retire(page, numbers)
    root = Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(root)
    writing = Writing(pdf, [f"{number} 0 R".encode() for number in pdf.pages["Kids"][::3]])
    root["K"] = Array([writing.write(made.root, root.reference)])
    root["ParentTree"] = writing.owners()
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["ViewerPreferences"] = Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = Dictionary({"Marked": "true"})


class Writing:
    """One PDF whose tags are being written, and which tag owns each piece of each page."""

    def __init__(self, pdf: Thing, sheets: list[bytes]) -> None:
        self.pdf = pdf
        self.sheets = sheets
        self.pieces: list[dict[int, bytes]] = [{} for _ in sheets]
        self.links: list[bytes] = []

    def write(self, tag: Tag, around: bytes) -> bytes:
        """Write a tag with all that lies in it, and return what others call it."""
        from pydyf import Array, Dictionary, String

        element = Dictionary({"Type": "/StructElem", "S": f"/{tag.kind}", "P": around})
        self.pdf.add_object(element)
        home = next((kid.page for kid in tag.kids if not isinstance(kid, Tag)), None)
        if home is not None:
            element["Pg"] = self.sheets[home]
        element["K"] = Array([self._kid(kid, tag, element.reference, home) for kid in tag.kids])
        element.update(_attributes(tag))
        if tag.kind == "Note":
            element["ID"] = String(f"note-{element.number}")
        return bytes(element.reference)

    def _kid(self, kid: Tag | Words | Area, tag: Tag, owner: bytes, home: int | None) -> object:
        from pydyf import Dictionary

        if isinstance(kid, Tag):
            return self.write(kid, owner)
        if isinstance(kid, Area):
            return self._area(kid, tag, owner)
        self.pieces[kid.page][kid.mark] = owner
        if kid.page == home:
            return kid.mark
        return Dictionary({"Type": "/MCR", "Pg": self.sheets[kid.page], "MCID": kid.mark})

    def _area(self, area: Area, tag: Tag, owner: bytes) -> object:
        """Write a link's area, which says the link's own words and not the name of its target."""
        from pydyf import Dictionary, String

        said = "".join(tag.element.itertext())  # as it was before lines were broken
        area.annotation["Contents"] = String(" ".join(said.split()))
        area.annotation["StructParent"] = len(self.sheets) + len(self.links)
        self.links.append(owner)
        return Dictionary({"Type": "/OBJR", "Obj": area.annotation.reference, "Pg": self.sheets[area.page]})

    def owners(self) -> bytes:
        """Write down which tag owns what, and return what others call that table."""
        from pydyf import Array, Dictionary

        numbers = Array()
        for page, owned in enumerate(self.pieces):
            last = max(owned, default=-1)
            numbers += [page, Array([owned.get(mark, "null") for mark in range(last + 1)])]
        for order, owner in enumerate(self.links, len(self.sheets)):
            numbers += [order, owner]
        table = Dictionary({"Nums": numbers})
        self.pdf.add_object(table)
        return bytes(table.reference)


def _attributes(tag: Tag) -> dict[str, object]:
    """Return what is said of a tag beside its kind."""
    from pydyf import Dictionary, String

    element = tag.element
    out: dict[str, object] = {}
    if element is None:
        return out
    if element.tag in DECORATION and tag.kind == "Span":
        out["A"] = Dictionary({"O": "/Layout", "TextDecorationType": f"/{DECORATION[element.tag]}"})
    if tag.kind in ("TH", "TD"):
        out["A"] = Dictionary({"O": "/Table", **_cell(tag)})
    if tag.kind == "Figure":
        out["Alt"] = String(element.get("alt"))
    if element.get("lang") and tag.kind != "Document":
        out["Lang"] = String(element.get("lang"))
    return out


def _cell(tag: Tag) -> dict[str, object]:
    out: dict[str, object] = {}
    if tag.kind == "TH":
        out["Scope"] = "/Row" if tag.element.get("scope") == "row" else "/Column"
    for name, said in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        if (tag.element.get(name) or "1") != "1":
            out[said] = int(tag.element.get(name))
    return out
