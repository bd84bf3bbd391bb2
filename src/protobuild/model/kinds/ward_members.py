"""Says what members are told about their own wards, and when.

kind: ward-members
heading: Ward members
clauses:
  - id: told-in-time
    provides: [ward-members-kept-informed]
    text: Officers should tell ward members in good time about matters that affect their ward.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Ward members",
    signs=("ward member", "ward councillor", "local member", "ward issues"),
)
