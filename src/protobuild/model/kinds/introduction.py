"""Says what the protocol is for, what it is part of, and how it stands to the codes of conduct.

kind: introduction
heading: Introduction
clauses:
  - id: purpose
    provides: [guides-both-sides]
    text: |
      This protocol guides members and officers in how they work with each other.
  - id: beside-the-codes
    provides: [stands-beside-the-codes]
    text: |
      It adds to the [[doc:members-code]] and the [[doc:officers-code]], and replaces neither.
      A breach of a code is dealt with under that code.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Introduction",
    signs=(
        "introduction",
        "purpose",
        "context",
        "why protocols",
        "background",
        "about this protocol",
        "status",
        "scope",
    ),
)
