"""Says what members may use the council's staff, rooms and equipment for, and what they may not.

kind: resources
heading: Council resources
clauses:
  - id: for-the-role
    provides: [resources-for-the-role-only]
    text: Members must use the council's rooms, equipment and staff only for their work as members.
  - id: not-for
    provides: [excluded-uses]
    text: "They must not be used for:"
    items:
      - {id: campaigns, text: party campaigns;}
      - {id: elections, text: election material; or}
      - {id: business, text: private business.}
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Council resources",
    signs=("resources", "facilities", "support services", "equipment", "services for members"),
)
