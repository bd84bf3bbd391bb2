"""Says what part members play in appointing, managing and dismissing staff.

kind: employment
heading: The council as employer
clauses:
  - id: named-body
    provides: [staffing-through-the-named-body]
    text: Members take part in staffing decisions only as members of the [[role:employment-committee]].
  - id: on-merit
    provides: [fair-appointments]
    text: Nobody may canvass a member for an appointment, and appointments are made on merit.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="The council as employer",
    signs=("employer", "employment", "appointment", "recruitment", "staffing"),
)
