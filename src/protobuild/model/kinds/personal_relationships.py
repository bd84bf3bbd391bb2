"""Says which relationships are declared, to whom, and what follows."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Personal relationships",
    about="Says which relationships are declared, to whom, and what follows.",
    signs=("personal relationship", "friendship", "familiarity", "relationships between"),
)
