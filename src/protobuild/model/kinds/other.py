"""Holds a council's own matter that no other kind describes."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Other matters",
    about="Holds a council's own matter that no other kind describes.",
    signs=(),
)
