"""Says what members do, what officers do, and where the line between them runs."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Roles of members and officers",
    about="Says what members do, what officers do, and where the line between them runs.",
    signs=(
        "role",
        "roles",
        "responsibilities",
        "the council as employer",
        "chairmen",
        "chairs",
        "specific members",
    ),
)
