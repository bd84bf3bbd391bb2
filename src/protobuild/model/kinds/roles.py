"""Says what members do, what officers do, and where the line between them runs.

kind: roles
heading: Roles of members and officers
clauses:
  - id: duties
    provides: [what-members-do, what-officers-do]
    matrix:
      caption: Who does what
      columns: [Members, Officers]
      rows:
        - [Decide policy and priorities, Advise on policy and carry it out]
        - [Examine how services are run, Run the services]
  - id: no-orders
    provides: [no-instructions-from-one-member]
    text: A member acting alone must not instruct an officer.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Roles of members and officers",
    signs=("role", "roles", "responsibilities"),
)
