"""Says how officers support committees that examine or decide, and how they are questioned there.

kind: scrutiny
heading: Scrutiny
clauses:
  - id: fair-questions
    text: |
      A scrutiny committee may ask officers to explain their advice and how a decision was carried out.
      Its questions should be about the service and not the person.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Scrutiny and regulatory committees",
    signs=("scrutiny", "regulatory", "planning committee", "licensing"),
)
