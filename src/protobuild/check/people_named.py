"""People named: a protocol speaks of offices, because people leave them.

Passes: `the chief executive`; `the Town Clerk`, at the start of a paragraph too; `Councillor Development
Programme`; `Victoria Road` and `the John Example Hall`; a person named in a quotation or as its source.
Fails: a note for `Councillor Mary Example`, for `Ms Example`, for `the clerk, Mary Example`, for a name above
the title of its office, and for a name among signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.clause import Signature
from protobuild.model.source import Finding, Place, Severity

NAME = "people_named"

_NAME = r"[A-Z][a-z’'-]+(?: [A-Z]\.?)?(?: [A-Z][a-zA-Z’'-]+)"
_TITLED = re.compile(rf"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr)\.? (?:{_NAME}|[A-Z][a-z’'-]+)|Councillor {_NAME}")
_PLAIN_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b")
_NOT_A_NAME = re.compile(
    r"\b(?:Code|Protocol|Officers?|Members?|Councillors?|Services?|Conduct|Group|Relations|The|An?|This|Our"
    r"|Each|Every"
    r"|Any|No|If|When|Where|Town|Parish|City|Borough|District|County|Community|Council|Committees?|Sub"
    r"|Panel|Board|Forum"
    r"|Cabinet|Executive|Deputy|Vice|Assistant|Acting|Interim|Chief|Senior|Lead|Head|Clerk|Mayor|Leader"
    r"|Chair|Director"
    r"|Manager|Development|Programme|Support|Training|Induction|Allowances?|Scheme|Handbook|Portal|Policy"
    r"|Enquir\w+"
    r"|Casework|Surger(?:y|ies)|Register|Guide|Charter|Ward|Grants?|Fund|Budgets?|Questions?|Requests?"
    r"|Planning|Finance"
    r"|Legal|Governance|Democratic|Scrutiny|Overview|Audit|Standards|Personnel|Staffing|Licensing|Housing"
    r"|Amenities"
    r"|Strategic|Corporate|Independent|Monitoring|Statutory|Political|Opposition|Shadow|Portfolio|Past"
    r"|Former|Honorary"
    r"|Consort|Working|Party|Steering|Team|Unit|Section|Table|Part|Paragraph|Annex|Appendix|Schedule)\b"
)
"""What offices, bodies and papers are called, and hardly anybody."""
_CAPITALS = re.compile(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]")
_OVER_OFFICE = re.compile(
    rf"(?P<name>{_NAME})(?P<parted>,| [-–—])? ?\n?(?=(?:Chief Executive|Leader|Mayor|Chair|Clerk|Head of"
    rf"|Director"
    r"|Monitoring Officer|Deputy Leader|Group Leader|Town Clerk|Parish Clerk)\b)"
)


_FIRST = (
    "Aisha|Alan|Alison|Amanda|Amy|Andrew|Andy|Angela|Anita|Ann|Anna|Anne|Anthony|Barbara|Ben|Brenda|Brian"
    "|Carol"
    "|Caroline|Catherine|Charlotte|Chris|Christine|Christopher|Claire|Clare|Colin|Craig|Daniel|David|Dawn"
    "|Deborah"
    "|Debbie|Denise|Derek|Diane|Donna|Dorothy|Edward|Elaine|Elizabeth|Emily|Emma|Fatima|Fiona|Gareth|Gary"
    "|Geoffrey"
    "|George|Gillian|Graham|Harry|Heather|Helen|Ian|Imran|Jack|Jacqueline|James|Jane|Janet|Jason|Jean"
    "|Jennifer|Jenny"
    "|Joan|Joanne|John|Jonathan|Joseph|Joyce|Judith|Julia|Julie|Karen|Kate|Katherine|Keith|Kelly|Kenneth"
    "|Kevin"
    "|Laura|Lesley|Linda|Lisa|Louise|Lucy|Lynn|Malcolm|Margaret|Maria|Marie|Martin|Mary|Matthew|Maureen"
    "|Michael"
    "|Michelle|Mike|Mohammed|Muhammad|Natalie|Neil|Nicola|Nigel|Oliver|Pamela|Patricia|Patrick|Paul|Pauline"
    "|Peter"
    "|Philip|Priya|Rachel|Rebecca|Richard|Robert|Roger|Ruth|Samantha|Samuel|Sandra|Sanjay|Sarah|Sharon|Sheila"
    "|Shirley|Simon|Sophie|Stephen|Steven|Stuart|Sue|Susan|Suzanne|Thomas|Timothy|Tracey|Victoria|Wendy"
    "|William"
    "|Yvonne|Zoe"
)
"""First names that are no words of their own."""
_PLACE = (
    r"Road|Street|Hall|Park|House|Court|Centre|Center|Square|Lane|Avenue|Room|Library|School|College"
    r"|Hospital|Field"
    r"|Fields|Gardens|Ward|Building|Suite|Chambers|Theatre|Bridge|Rooms|Green|Place|Close|Trust|Foundation"
    r"|Fund|Cross"
    r"|Ambulance|Award|Protocol|Code|Act|Pavilion|Infirmary|Gallery|Museum|Institute|Memorial|Station|Quay"
    r"|Docks?"
    r"|Market|Arcade|Gate|Hill|Mews|Terrace|Crescent|Drive|Way|Row|Walk|Estate|Wing|Stadium|Ground"
    r"|Recreation|Lodge"
    r"|Church|Chapel|Cathedral|Academy|University|Clinic|Surgery|Services?|Concert|Day|Week|Line|Medal"
    r"|Prize|Lecture"
    r"|Report|Review|Inquiry|Rules?|Society|Charity|Club|Association|Hospice|Baths?|Leisure|Community|Ltd"
    r"|Limited"
    r"|Wood|Woods|Common|Meadows?|Town|City|Borough|District|County|Council|Island|Quarter|Tower|Embankment"
    r"|Reserve"
    r"|Trail|Settlement|Almshouses|Playing|Sports|Primary|Junior|Infants?|Arts|Curie|Nevis|Village"
    r"|Allotments?|Cemetery"
)
_PERSON = re.compile(
    r"\b(?<!Saint )(?<!St )(?<!St\. )(?<!King )(?<!Queen )"
    r"(?<!Prince )(?<!Princess )(?<!Sir )(?<!Dame )(?<!Lord )"
    rf"(?:{_FIRST})(?: [A-Z]\.?)? (?!(?:{_PLACE})\b)[A-Z](?:[a-z’'-]+[A-Z])?[a-z]+(?:-[A-Z][a-z]+)?\b"
    rf"(?! (?:{_PLACE})\b)"
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each person named in the council's own words."""
    for prose in look.prose:
        if prose.spot.silent(NAME) or prose.spot.path.endswith((".source", ".pin")):
            continue
        said = (*_TITLED.finditer(prose.own), *_over_office(prose))
        titled = [found for found in said if not _of_an_office(found.group())]
        for found in titled:
            yield _finding(found.group().strip(" ,–—-\n"), look.where(prose, *found.span()))
        for found in _PERSON.finditer(prose.own) if _CAPITALS.search(prose.own) else ():
            if not any(other.start() <= found.start() < other.end() for other in titled):
                yield _finding(found.group(), look.where(prose, *found.span()))
    for path, clause in look.clauses():
        if clause.signatures and NAME not in clause.quiet:
            yield from _signed(look, path, clause.signatures)


def _over_office(prose: Prose) -> Iterator[re.Match[str]]:
    """Yield the name above the title of its office; the two are parted by a sign or stand on two lines."""
    found = _OVER_OFFICE.match(prose.own)
    if found is None:
        return
    between = prose.spot.words[prose.written(found.end("name") - 1) + 1 : prose.written(found.end())]
    if found["parted"] or "\n" in between:
        yield found


def _of_an_office(words: str) -> bool:
    """Return whether words with capitals are an office's or a paper's; after `Mrs`, they are a name."""
    return not _PLAIN_TITLE.match(words) and _NOT_A_NAME.search(words.removeprefix("Councillor ")) is not None


def _signed(look: Look, path: str, signatures: tuple[Signature, ...]) -> Iterator[Finding]:
    for at, signed in enumerate(signatures):
        if signed.name:
            yield _finding(signed.name, look.place(f"{path}.signatures.{at}.name"))


def _finding(name: str, place: Place) -> Finding:
    return Finding(
        NAME,
        f"a person is named: '{name}'",
        place,
        "The text goes out of date, and has to be amended, when somebody else holds the office.",
        "Name the office instead; endorsements can be kept under 'endorsements' in protocol.yaml.",
        Severity.NOTE,
    )
