"""Holds a council's own matter that no other kind describes.

kind: other
heading: Visits by partner councils
clauses:
  - id: visitors
    text: Officers should tell members in good time when another council visits.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Other matters",
)
