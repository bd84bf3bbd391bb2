"""Says how members and officers learn about the protocol, and are reminded of it.

kind: training
heading: Training
clauses:
  - id: induction
    provides: [training-on-this-protocol]
    text: Every new member should have training on this protocol within three months of being elected.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Training",
    signs=("training", "induction", "member development"),
)
