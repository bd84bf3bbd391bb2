"""Make the site of the adopted versions, and say which files differ from the last one."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.days import asked_day
from protobuild.cli.options import examples
from protobuild.cli.program import FAULTS, FINE
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.model.saying import counted, spoken
from protobuild.publish.faults import PdfUnavailableError
from protobuild.publish.site.compare import Differences, differences
from protobuild.publish.site.folder import Written, write_site
from protobuild.publish.site.kept import Papers
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.publish.site.record import record
from protobuild.publish.site.unchanged import made_from, stands
from protobuild.render.site.edition import GUIDE, Site, Standing

SAME = "The site is as it was: no file has changed."


@click.command(
    "publish",
    short_help="Make the site of the adopted versions.",
    epilog=examples(
        "protobuild publish --out site",
        "protobuild publish --check site-of-last-time",
        "protobuild publish --out site --record",
        "protobuild publish --out site --fragment",
    ),
)
@click.option("--out", type=click.Path(path_type=Path), help="Where to put the site; site/ when left out.")
@click.option("--on", "day", help="The day the site is for; today when left out.")
@click.option(
    "--check",
    "old",
    type=click.Path(path_type=Path),
    help="Write nothing; list what differs from the site in this folder; 1 if an address would be lost.",
)
@click.option("--record", "kept", is_flag=True, help="Keep date, address and checksums beside each version.")
@click.option("--fragment", is_flag=True, help="Also make fragments to paste into a content system.")
@click.option("--draft", is_flag=True, help="Also show the draft, marked as not in force.")
@click.option("--no-pdf", is_flag=True, help="Leave the PDFs out.")
@pass_session
def command(
    session: Session,
    out: Path | None,
    day: str | None,
    old: Path | None,
    kept: bool,
    fragment: bool,
    draft: bool,
    no_pdf: bool,
) -> int:
    """Make the site: the text in force, every adopted version at an address that stays, what each changed.

    Only adopted versions are shown, with no reason, note or name of who proposed what.
    READ-ME-FIRST.html in the folder says what each file is, and where it goes.
    """
    home = find_home(session.folder)
    on = asked_day(day)
    folder = session.at(out) if out else home.root / "site"
    chosen = (on.isoformat(), f"fragment={fragment}", f"no-pdf={no_pdf}")
    whole = "" if draft else made_from(home, *chosen)
    if not (old or kept) and stands(folder, whole):
        session.say(SAME)
        return FINE
    site = plan(home, on, draft=draft)
    for doubt in _doubts(site):
        session.warn(doubt)
    before = session.at(old) if old else folder
    papers = Papers(before, lambda path: session.say(f"Making {path} ..."), site.theme)
    files = _files(site, papers, pdf=not no_pdf, fragments=fragment)
    if old is not None:
        return _report(differences(session.at(old), files))
    certain = not _doubts(site) and whole == made_from(home, *chosen)  # nothing was saved meanwhile
    _tell(session, folder, write_site(folder, files, papers.inputs, whole if certain else ""))
    if kept:
        written = record(home, site, files, on)
        for path in written:
            session.say(f"Recorded in {session.shown(path)}")
        if not written:
            session.say("Nothing to record: what was published last is the same.")
    return FINE


def _files(site: Site, papers: Papers, *, pdf: bool, fragments: bool) -> dict[str, bytes]:
    try:
        return site_files(site, pdf=pdf, fragments=fragments, write=papers)
    except PdfUnavailableError as error:
        fix = error.fix.replace("--to html", "--no-pdf")  # other verbs leave PDF out so
        raise PdfUnavailableError(error.message, fix=fix) from None


def _doubts(site: Site) -> list[str]:
    """Return what is to be told of the versions, every time."""
    doubts = [edition.outline.sides[0].doubt for edition in site.editions]
    if site.current.standing is not Standing.IN_FORCE and site.current.cover.in_force:
        since = spoken(site.current.cover.in_force)
        doubts.append(f"No version is in force on that day; the first is in force from {since}.")
    return [doubt for doubt in doubts if doubt]


def _tell(session: Session, folder: Path, written: Written) -> None:
    """Say which files are new or changed, which were taken away, and where to begin."""
    shown = session.shown(folder)
    for name in written.fresh:
        session.say(f"  {shown}/{name}")
    for name in written.removed:
        session.say(f"{shown}/{name} was of an earlier site, and was removed.")
    if written.fresh or written.removed:
        session.say(f"{counted(len(written.fresh), 'file')} written. Begin with {shown}/{GUIDE}")
    else:
        session.say(SAME)


def _report(found: Differences) -> int:
    """Print what differs from the old site, and return 1 where an address would be lost."""
    rows = [("changed", found.changed), ("added", found.added), ("removed", found.removed)]
    for word, names in rows:
        for name in names:
            click.echo(f"{word:<8} {name}")
    if not any(names for _, names in rows):
        click.echo("Nothing differs.")
    for place in found.lost:
        click.echo(f"error: {place} would no longer be there, and others may have linked to it.", err=True)
    if found.lost:
        click.echo(
            "  fix: Leave these files where they are, or find out why they are no longer made.", err=True
        )
    return FAULTS if found.lost else FINE
