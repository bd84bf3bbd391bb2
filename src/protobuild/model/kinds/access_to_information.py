"""Says what papers members may see, how they ask, and who decides in case of doubt.

kind: access-to-information
heading: Access to information
clauses:
  - id: need-to-know
    provides: [need-to-know-test]
    text: |
      A member may see papers that the member needs for council work.
      The [[role:monitoring-officer]] decides in case of doubt.
  - id: as-anyone
    provides: [members-may-ask-as-anyone-may]
    text: A member may also make a request under the Freedom of Information Act 2000, as anyone may.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Access to information",
    signs=(
        "access to information",
        "access to documents",
        "rights to information",
        "right to information",
        "documents",
    ),
)
