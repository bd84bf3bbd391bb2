"""Says on what terms officers advise political groups and attend their meetings.

kind: political-groups
heading: Political groups
applies_if: political-groups
clauses:
  - id: approval
    provides: [one-approver-for-group-meetings]
    text: An officer attends a group meeting only if the [[role:chief-executive]] has agreed beforehand.
  - id: every-group
    provides: [same-offer-to-every-group]
    text: A briefing given to one group must be offered to all the others.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Political groups",
    signs=("political group", "party group", "group meeting"),
)
