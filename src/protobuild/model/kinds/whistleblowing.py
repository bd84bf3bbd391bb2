"""Says how wrongdoing may be reported, and to whom.

kind: whistleblowing
heading: Whistleblowing
clauses:
  - id: policy
    provides: [whistleblowing-policy-named]
    text: Officers may report wrongdoing under the [[doc:whistleblowing]], which names the people to tell.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Whistleblowing",
    signs=(
        "whistleblowing",
        "whistle-blowing",
        "whistle blowing",
        "public interest disclosure",
        "confidential reporting",
    ),
)
