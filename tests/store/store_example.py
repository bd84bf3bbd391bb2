"""The files of a small protocol of Example Borough Council."""

from __future__ import annotations

MANIFEST = """\
title: Protocol on members and officers
council:
  name: Example Borough Council
profile: none
sections:
  - introduction
  - impartiality
roles:
  monitoring-officer:
    title: Monitoring Officer
"""

INTRODUCTION = """\
kind: introduction
heading: Introduction
clauses:
  - id: purpose
    text: |
      This protocol says how members and officers work together.
      It is part of the constitution.
  - id: reply
    response_time:
      text: An officer answers within 10 working days.
      value: 10
      holding_reply: yes
"""

IMPARTIALITY = """\
# Officers serve the whole council.
kind: impartiality
heading: Officer impartiality
clauses:
  - id: no-compromise
    provides: [members-respect-impartiality]
    text: |
      Members must not compromise an officer's impartiality.
  - id: members-expect
    expectations:
      of: officers
      lead_in: "Members may expect officers to:"
      items:
        - id: candid-advice
          text: give candid advice;
        - id: equal-service
          text: serve all groups alike.
"""

FILES = {"protocol.yaml": MANIFEST, "introduction.yaml": INTRODUCTION, "impartiality.yaml": IMPARTIALITY}
