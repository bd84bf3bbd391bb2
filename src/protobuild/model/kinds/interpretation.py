"""Says what the words used mean, and what is followed where rules differ.

kind: interpretation
heading: Interpretation
clauses:
  - id: terms
    provides: [terms-used-one-way]
    text: |
      In this protocol, a member is an elected or co-opted member of the council.
      An officer is anyone whom the council employs.
  - id: precedence
    provides: [order-of-precedence]
    text: If this protocol and a code of conduct differ, the code is to be followed.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Interpretation",
    signs=("interpretation", "definitions", "glossary", "meaning of"),
)
