"""Lists what members may expect of officers and officers of members."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="What each may expect of the other",
    about="Lists what members may expect of officers and officers of members.",
    signs=("expect", "expectations"),
)
