"""Says how criticism is made and where a complaint goes, for members and for officers."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Criticism and complaints",
    about="Says how criticism is made and where a complaint goes, for members and for officers.",
    signs=(
        "criticism",
        "complaint",
        "complaints",
        "performance of officers",
        "if things go wrong",
        "whistleblowing",
    ),
)
