"""Says what the protocol is for, what it is part of, and how it stands to the codes of conduct."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Introduction",
    about="Says what the protocol is for, what it is part of, and how it stands to the codes of conduct.",
    signs=(
        "introduction",
        "purpose",
        "context",
        "why protocols",
        "background",
        "about this protocol",
        "status",
        "scope",
    ),
)
