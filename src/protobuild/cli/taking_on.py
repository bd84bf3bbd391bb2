"""Take on a document as it is: list what was found in it, and say later what is left of that."""

from __future__ import annotations

from protobuild.cli.session import Session
from protobuild.life.baseline import Sifted, baseline_file, read_baseline
from protobuild.life.home import Home
from protobuild.model.saying import counted
from protobuild.model.source import Severity
from protobuild.publish.files import write_files
from protobuild.store.parts import BASELINE


def take(session: Session, home: Home, sifted: Sifted) -> Sifted:
    """Return the findings with the baseline written: all of them at first, later what is left of it."""
    told, known = sifted.told, sifted.known
    if read_baseline(home) is None:
        told = tuple(each for each in sifted.told if each.severity is Severity.ERROR)
        known = tuple(each for each in sifted.told if each.severity is not Severity.ERROR)
    (path,) = write_files(home.protocol, {BASELINE: baseline_file(known)})
    session.say(f"{counted(len(known), 'finding')} listed in {session.shown(path)}")
    return Sifted(told, known)


def taken_before(sifted: Sifted) -> str:
    """Return a line on what the baseline lists, and one on what of it was put right."""
    lines = []
    if sifted.known:
        lines.append(f"{counted(len(sifted.known), 'finding')} of before, listed in {BASELINE}.\n")
    if sifted.mended:
        lines.append(f"{counted(sifted.mended, 'line')} of {BASELINE} can go: protobuild check --take-on\n")
    return "".join(lines)
