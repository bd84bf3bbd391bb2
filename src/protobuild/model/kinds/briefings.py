"""Says what briefing members may ask for, and who else is given it.

kind: briefings
heading: Briefings
clauses:
  - id: same-briefing
    text: A written briefing given to one member on council business should be open to every member who asks.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Briefings",
    signs=("briefing", "member development notes"),
)
