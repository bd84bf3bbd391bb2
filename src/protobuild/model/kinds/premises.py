"""Says how members visit the council's buildings and sites.

kind: premises
heading: Access to premises
clauses:
  - id: visits
    text: A member who wishes to visit a service should ask its manager first.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Access to premises",
    signs=("premises", "access to buildings", "site visits", "visits to"),
)
