"""Defines unacceptable behaviour and tells it apart from legitimate challenge."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Bullying, harassment and discrimination",
    about="Defines unacceptable behaviour and tells it apart from legitimate challenge.",
    signs=("bullying", "harassment", "behaviour", "combativeness", "pressure", "conduct", "civility"),
)
