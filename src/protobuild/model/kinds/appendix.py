"""Holds matter that stands after the protocol, such as role descriptions or a list of contacts.

kind: appendix
heading: "Appendix: whom to ask"
clauses:
  - id: contacts
    matrix:
      caption: Whom to ask
      columns: [Matter, Whom to ask]
      rows:
        - [Advice on this protocol, Monitoring officer]
        - [Papers and meetings, Democratic Services]
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Appendix",
    signs=("appendix", "annex", "schedule"),
)
