"""Says what follows when a member or an officer does not keep to the protocol.

kind: breaches
heading: When the protocol is not kept
clauses:
  - id: by-an-officer
    provides: [breach-by-an-officer]
    text: An officer who does not keep to this protocol may face the disciplinary procedure.
  - id: by-a-member
    provides: [breach-by-a-member]
    text: |
      The [[role:monitoring-officer]] first speaks to a member who does not keep to this protocol.
      This protocol sets no penalties for members; a breach of the code is dealt with under the code.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Breaches of the protocol",
    signs=("breach", "breaches", "non-compliance", "failure to comply"),
)
