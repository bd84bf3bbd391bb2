"""Says who may see what, who decides, and what may be done with it."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Confidentiality and access to information",
    about="Says who may see what, who decides, and what may be done with it.",
    signs=("confidential", "information", "documents", "correspondence"),
)
