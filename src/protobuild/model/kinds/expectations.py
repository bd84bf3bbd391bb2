"""Lists what members may expect of officers and officers of members.

kind: expectations
heading: What each may expect of the other
clauses:
  - id: of-officers
    provides: [what-members-may-expect]
    expectations:
      of: officers
      lead_in: "Members may expect officers:"
      items:
        - {id: whole-council, text: to work for the whole council;}
        - {id: full-advice, text: to give complete and impartial advice;}
        - {id: good-time, text: to answer in good time;}
        - {id: in-confidence, text: to keep confidences; and}
        - {id: own-code, text: to follow their own code of conduct.}
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="What each may expect of the other",
    signs=("expect", "expectations"),
)
