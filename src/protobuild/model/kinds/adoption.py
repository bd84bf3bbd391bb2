"""Says who adopted the protocol and when, who endorses it, and what it was adapted from.

kind: adoption
heading: Adoption
clauses:
  - id: record
    provides: [adoption-recorded]
    text: |
      The record kept with this protocol gives the body, date and minute of each adoption.
      It also gives the day on which the protocol came into force.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Adoption",
    signs=("adoption", "endorsement", "signed by", "sign-off"),
)
