"""Says what changes while an election is near.

kind: election-period
heading: The period before an election
clauses:
  - id: publicity
    provides: [publicity-code-and-elections]
    text: |
      The council has regard at all times to the code of practice on local authority publicity.
      Before an election it takes particular care that its publicity does not favour a candidate.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="The period before an election",
    signs=(
        "election period",
        "pre-election",
        "purdah",
        "before elections",
        "before an election",
        "elections",
    ),
)
