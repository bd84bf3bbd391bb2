"""Says to whom each sort of request goes, and how much notice a meeting needs.

kind: contact
heading: Contact between members and officers
clauses:
  - id: whom-to-ask
    provides: [ways-to-make-contact]
    text: |
      Members take a question about policy to the [[role:director]].
      A resident's case goes to the member enquiries team.
  - id: junior-staff
    provides: [care-with-junior-staff]
    text: Members should take care when they speak to junior staff, who may find it hard to say no.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Contact between members and officers",
    signs=("contact", "communication", "approaching officers", "first point"),
)
