"""Says the principles both sides work by: respect, trust, courtesy, no unfair advantage.

kind: principles
heading: Principles
clauses:
  - id: respect
    provides: [mutual-respect]
    text: Members and officers must treat one another with respect and courtesy.
  - id: advantage
    provides: [no-unfair-advantage]
    text: Neither members nor officers may take unfair advantage of their position.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Principles",
    signs=("principle", "values", "mutual respect", "effective relations"),
)
