"""Says the principles both sides work by: respect, trust, courtesy, no unfair advantage."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Principles",
    about="Says the principles both sides work by: respect, trust, courtesy, no unfair advantage.",
    signs=("principle", "values", "mutual respect", "effective relations"),
)
