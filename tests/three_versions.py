"""A council whose protocol was adopted three times, with a draft after that, for tests of the site."""

from __future__ import annotations

import shutil
from pathlib import Path

from protobuild.life.derive import derived
from protobuild.life.home import Home, find_home
from protobuild.life.versions import read_version
from protobuild.publish.files import write_files
from small_council import write

ADDRESS = "https://www.example.gov.uk/constitution/advice"

MANIFEST = f"""\
title: Protocol on Advice
council:
  name: Example Borough Council
address: {ADDRESS}
place: Part 5 of the Constitution
contact: Democratic Services, democratic.services@example.gov.uk
status: in force
profile: none
sections:
  - advice
  - conduct
roles:
  monitoring-officer:
    title: monitoring officer
documents:
  code:
    title: Members’ Code of Conduct
    address: https://www.example.gov.uk/code
"""

ADVICE = """\
kind: other
heading: Advice
clauses:
  - id: ask
    text: |
      Members should ask the [[role:monitoring-officer]] for advice before they decide.
  - id: answer
    text: |
      Officers answer within 10 working days. The [[doc:code]] says more.
  - id: busy
    text: |
      An officer who cannot answer in time says so, as paragraph [[answer]] expects.
  - id: share
    text: |
      Advice given to one member may be given to others.
"""

CONDUCT = """\
kind: other
heading: Conduct
clauses:
  - id: respect
    text: |
      Members and officers treat each other with respect:
    items:
      - id: in-public
        text: in public
      - id: in-private
        text: in private
  - id: gifts
    text: |
      Officers do not accept *gifts* from members.
  - id: who
    matrix:
      caption: Who decides
      columns: [Matter, Members, Officers]
      rows:
        - [Policy, decide, advise]
        - [Daily work, are told, decide]
  - id: words
    quotation:
      text: Respect costs nothing.
      source: A saying
"""

SECOND = {
    "advice.yaml": ADVICE.replace("should ask", "must ask").replace(
        """\
  - id: busy
    text: |
      An officer who cannot answer in time says so, as paragraph [[answer]] expects.
""",
        "",
    ),
    "conduct.yaml": CONDUCT.replace("[Daily work, are told, decide]", "[Daily work, may ask, decide]"),
}

THIRD = {
    "advice.yaml": SECOND["advice.yaml"].replace("10 working", "5 working")
    + """\
  - id: late
    text: |
      Where no answer comes in time, the member tells the [[role:monitoring-officer]].
""",
    "conduct.yaml": SECOND["conduct.yaml"]
    .replace(
        """\
  - id: gifts
    text: |
      Officers do not accept *gifts* from members.
""",
        "",
    )
    .replace(
        "clauses:\n",
        """\
clauses:
  - id: gifts
    text: |
      Officers do not accept *gifts* from members.
""",
    ),
}

RECORDS = {
    "2025-01-21-council": """\
body: Full Council
adopted: 2025-01-21
minute: "14"
in_force: 2025-02-01
recommended_by: Standards Committee, 9 January 2025
decisions:
  - The Council adopted the protocol for the first time.
""",
    "2025-11-18-council": """\
body: Full Council
adopted: 2025-11-18
minute: "41"
""",
    "2026-05-14-council": """\
body: Full Council
adopted: 2026-05-14
minute: "7"
in_force: 2026-06-01
""",
}

TEXTS = {
    "2025-01-21-council": {"advice.yaml": ADVICE, "conduct.yaml": CONDUCT},
    "2025-11-18-council": SECOND,
    "2026-05-14-council": THIRD,
}


def three_versions(folder: Path) -> Home:
    """Write the council's project, each version kept as at its adoption, and return its home."""
    for name, sections in TEXTS.items():
        kept = folder / "changelog" / name
        write(kept, {"record.yaml": RECORDS[name], "protocol/protocol.yaml": MANIFEST})
        write(kept / "protocol", sections)
        write_files(kept, derived(read_version(kept)))
    shutil.copytree(folder / "changelog" / "2026-05-14-council" / "protocol", folder / "protocol")
    draft = THIRD["advice.yaml"].replace("5 working", "3 working")
    manifest = MANIFEST.replace("in force", "draft")
    write(folder / "protocol", {"protocol.yaml": manifest, "advice.yaml": draft})
    (folder / "protocol" / "numbers.yaml").unlink(missing_ok=True)
    return find_home(folder)
