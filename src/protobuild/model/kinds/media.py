"""Says who speaks to the press for the council, and what officers may say.

kind: media
heading: Press and media
clauses:
  - id: spokespeople
    provides: [who-speaks-for-the-council]
    text: |
      The [[role:leader]] speaks to the press on policy, and the [[role:director]] on how a service is run.
  - id: facts-only
    provides: [officers-keep-to-fact]
    text: An officer who speaks to the press gives facts and must not comment on political matters.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Press and media",
    signs=("media", "press", "publicity"),
)
