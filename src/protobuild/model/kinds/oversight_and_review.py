"""Says who oversees the protocol, what a breach leads to, who advises and when it is reviewed."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Oversight and review",
    about="Says who oversees the protocol, what a breach leads to, who advises and when it is reviewed.",
    signs=("oversight", "review", "breach", "breaches", "interpretation", "further advice"),
)
