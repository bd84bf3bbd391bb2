"""Says how officers work with leaders, executive members and chairs, and within what limits.

kind: executive-and-chairs
heading: Leaders and chairs
clauses:
  - id: limits
    provides: [closeness-has-limits]
    text: However closely they work with a chair, officers must give every member the same advice.
  - id: reports
    provides: [author-answers-for-the-report]
    text: A chair may comment on a draft report, and the officer who signs it decides what it says.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Leaders, executive members and chairs",
    signs=(
        "chairmen",
        "chairman",
        "chairs",
        "chairpersons",
        "the executive",
        "executive member",
        "cabinet",
        "the leader",
        "leaders",
        "specific members",
    ),
)
