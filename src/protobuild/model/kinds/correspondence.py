"""Says who signs letters for the council, and what may be copied or passed on.

kind: correspondence
heading: Correspondence
clauses:
  - id: open-copies
    provides: [no-silent-copies]
    text: Anyone who copies a message to a third person must show that on the message.
  - id: signed-by-officers
    provides: [letters-in-the-officers-name]
    text: |
      Letters for the council go out in an officer's name.
      A member must not promise anything on the council's behalf.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Correspondence",
    signs=("correspondence", "letters", "emails", "copying"),
)
