"""Says which posts are set by statute, and why those officers must be free to advise.

kind: statutory-officers
heading: Statutory officers
clauses:
  - id: posts
    provides: [statutory-officers-named]
    text: |
      The [[role:monitoring-officer]] and the [[role:chief-finance-officer]] hold posts set by statute.
      So does the [[role:head-of-paid-service]].
      Nobody may hinder them in duties that the law gives them.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Statutory officers",
    signs=(
        "statutory officer",
        "monitoring officer",
        "head of paid service",
        "chief finance officer",
        "proper officer",
    ),
)
