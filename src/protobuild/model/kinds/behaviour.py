"""Defines unacceptable behaviour and tells it apart from legitimate challenge.

kind: behaviour
heading: Unacceptable behaviour
clauses:
  - id: bullying
    provides: [bullying-defined, bullying-examples]
    definition:
      term: Bullying
      text: |
        Bullying is behaviour that offends, frightens or humiliates a person, or misuses power over them.
        Examples are:
      examples:
        - {id: shouting, text: shouting at a person;}
        - {id: mocking, text: mocking a person in front of others; and}
        - {id: rumours, text: spreading rumours about a person.}
  - id: challenge
    provides: [legitimate-challenge]
    text: Asking hard questions about a report or a service is not bullying.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Bullying, harassment and discrimination",
    signs=("bullying", "harassment", "behaviour", "combativeness", "pressure", "conduct", "civility"),
)
