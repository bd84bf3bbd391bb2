"""Says how far the protocol holds for people who sit on committees and are not councillors.

kind: co-opted-members
heading: Co-opted members
clauses:
  - id: same-terms
    text: What this protocol says of members holds for co-opted members in their work for the council.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Co-opted and independent members",
    signs=("co-opted", "co-optees", "independent member", "independent person"),
)
