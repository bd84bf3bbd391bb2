"""Says who may see what, who decides, and what may be done with it.

kind: confidentiality
heading: Confidentiality
clauses:
  - id: kept
    provides: [no-disclosure-or-gain]
    text: Nobody may disclose confidential information or use it for their own gain.
  - id: marked
    provides: [marked-and-when-unsure]
    text: |
      Officers must mark confidential papers.
      A member who is unsure must treat a paper as confidential.
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Confidentiality and access to information",
    signs=("confidential", "information", "data protection"),
)
