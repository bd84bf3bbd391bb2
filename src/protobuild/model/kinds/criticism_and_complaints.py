"""Says how criticism is made and where a complaint goes, for members and for officers.

kind: criticism-and-complaints
heading: Criticism and complaints
clauses:
  - id: officers-concern
    provides: [concern-about-a-member, informal-stage]
    procedure:
      for: officers
      lead_in: "An officer who is concerned about a member:"
      steps:
        - id: manager
          text: first tells the [[role:line-manager]], who may help to settle it informally; and
          actor: officer
          action: tells
          to: line-manager
          instead: director
        - id: monitoring-officer
          text: then asks the [[role:monitoring-officer]], who looks into it and replies.
          actor: officer
          action: asks
          to: monitoring-officer
          instead: chief-executive
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Criticism and complaints",
    signs=("criticism", "complaint", "complaints", "if things go wrong", "disputes", "resolution"),
)
