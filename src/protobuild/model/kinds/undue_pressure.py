"""Says what pressure neither side puts on the other, and where somebody under pressure can turn.

kind: undue-pressure
heading: Undue pressure
clauses:
  - id: beyond-duty
    provides: [no-undue-pressure]
    text: Members must not press an officer to act beyond the officer's powers, duties or normal hours.
  - id: own-affairs
    provides: [officers-no-undue-influence]
    text: Officers must not raise their own pay, post or grievance with a member.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Undue pressure",
    signs=("undue pressure", "undue influence", "improper pressure"),
)
