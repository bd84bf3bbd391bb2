"""Keeps officers politically neutral and their advice their own."""

from protobuild.model.kinds.base import SectionKind

KIND = SectionKind(
    title="Officer impartiality and undue pressure",
    about="Keeps officers politically neutral and their advice their own.",
    signs=("impartial", "neutrality", "undue pressure", "political", "group meeting", "officer advice"),
)
