"""Says which rules hold for what members and officers write online about each other.

kind: social-media
heading: Social media
clauses:
  - id: policy
    provides: [social-media-policy-named]
    applies_if: social-media-policy
    text: The [[doc:social-media]] applies to what members and officers write about each other online.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Social media",
    signs=("social media", "social networking", "online"),
)
