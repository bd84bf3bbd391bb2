"""Keeps officers politically neutral and their advice their own.

kind: impartiality
heading: Officer impartiality and undue pressure
clauses:
  - id: own-advice
    provides: [members-respect-impartiality, question-but-not-force]
    text: |
      Members must not do anything that compromises an officer's impartiality.
      A member may question advice closely, and must not try to force a change in it.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Officer impartiality and undue pressure",
    signs=(
        "impartial",
        "neutrality",
        "undue pressure",
        "political neutrality",
        "politically restricted",
        "party politic",
        "officer advice",
    ),
)
