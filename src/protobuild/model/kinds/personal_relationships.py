"""Says which relationships are declared, to whom, and what follows.

kind: personal-relationships
heading: Personal relationships
clauses:
  - id: declared
    provides: [relationships-declared]
    text: |
      A member who is close to an officer outside work must tell the [[role:monitoring-officer]].
      The officer must tell the [[role:director]].
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Personal relationships",
    signs=("personal relationship", "friendship", "familiarity", "relationships between"),
)
