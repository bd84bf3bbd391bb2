"""Says how members may challenge how well a service is run.

kind: performance
heading: Performance
clauses:
  - id: channel
    provides: [members-may-challenge-performance]
    text: |
      A member who is concerned about how a service is run should take it to the [[role:director]].
      The member may then take it to a scrutiny committee.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Performance of services and officers",
    signs=("performance", "poor performance", "fraud"),
)
