"""Says who may call members and officers together outside committees, and on what notice.

kind: meetings
heading: Meetings
clauses:
  - id: notice
    provides: [meetings-with-notice]
    text: |
      A member who asks officers to a meeting should say what it is about and give five working days' notice.
      An officer may ask for another day when the notice is shorter.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Meetings",
    signs=("meetings", "meetings called", "meetings arranged"),
)
