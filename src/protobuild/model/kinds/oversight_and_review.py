"""Says who oversees the protocol, what a breach leads to, who advises and when it is reviewed.

kind: oversight-and-review
heading: Oversight and review
clauses:
  - id: oversight
    provides: [who-oversees, who-gives-advice]
    text: |
      The [[role:standards-committee]] oversees this protocol.
      The [[role:monitoring-officer]] advises anyone who is unsure what it asks of them.
  - id: review
    provides: [review-interval]
    text: The council reviews this protocol every two years.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Oversight and review",
    signs=("oversight", "review", "monitoring of this", "further advice", "arbitration"),
)
