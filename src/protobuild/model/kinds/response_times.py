"""Says how soon enquiries are answered, and what happens when that is not possible."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Response times",
    about="Says how soon enquiries are answered, and what happens when that is not possible.",
    signs=("response", "service standard", "standards of service", "timescale", "enquiries"),
)
