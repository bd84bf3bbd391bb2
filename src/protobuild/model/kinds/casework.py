"""Says how members take up residents' cases with officers, and what officers may tell them.

kind: casework
heading: Casework
clauses:
  - id: residents-cases
    provides: [no-special-treatment]
    text: |
      A member may put a resident's case strongly, and must not ask for the rules to be bent.
      An officer may need the resident's consent before giving a member personal details.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Casework",
    signs=("casework", "member enquiries", "members' enquiries", "case handling", "constituents"),
)
