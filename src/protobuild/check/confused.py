"""Confused: the tables of words written for others that sound or look like them, and of words misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from protobuild.check.signs import Sign
from protobuild.check.spot import Look
from protobuild.model.source import Severity

_THEIRS = r"(?:own|roles?|duties|conduct|behaviour|responsibilities|colleagues|party|ward|job)\b"
_ASKED = (
    r"(?:any|legal|professional|of|with|seek|seeking|give|gives|giving|impartial|honest|such|written|their)"
)
_SENT = (
    r"(?:advice|information|requests?|letters?|reports?|emails?|permission|approval|consent|away|received)"
)
_PERSON = r"(?:members?|officers?|councillors?|residents?)"
_END = r"(?=[.,;:)\n])"

_CONFUSED = (
    ("principals", r"(?:[Nn]olan |seven |ten |general |core )(?P<at>[pP]rincipals)\b", "principles"),
    (
        "principals of",
        r"(?<!seven )(?<!ten )(?<!eral )\b[pP]rincipals (?=of (?:public|conduct|good)\b)",
        "principles",
    ),
    (
        "in principal|of principal|on principal",
        rf"\b(?:in|of|on|matter of|point of) (?P<at>principal)(?:{_END}| (?=that\b))",
        "principle",
    ),
    (
        "principle ",
        r"\b[pP]rinciple (?=[cC]ouncil|[aA]uthorit|[oO]fficer|[oO]ffices?\b|[cC]ontact)",
        "principal",
    ),
    (
        "legal council|leading council|seek council|instruct council",
        rf"\b(?:legal|leading|seek|instruct) (?P<at>council)(?:{_END}| (?=on\b|about\b|before\b))",
        "counsel",
    ),
    ("pubic", r"\b[pP]ubic\b", "public"),
    (
        "councilo|counciler|counciller|councelor|councellor",
        r"\b[cC]oun(?:cil[oe]r|ciller|cel+or)s?\b",
        "councillor",
    ),
    ("minuet", r"\b(?:[dD]raft|[tT]he|approved|signed) (?P<at>minuets?)\b", "minutes"),
    (
        "advise",
        rf"\b{_ASKED} (?P<at>advise)(?:{_END}| (?=(?:to|on|about|from|is|and|or|that|must|will|given)\b))",
        "advice",
    ),
    (
        "must advice|will advice|may advice|should advice|can advice",
        rf"\b(?:must|will|may|should|can) (?P<at>advice) (?=(?:the|an?|on|them|{_PERSON})\b)",
        "advise",
    ),
    ("practise", r"\b(?:good|best|common|normal|usual|current|codes? of|in) (?P<at>practise)\b", "practice"),
    (
        "there own|there rol|there dut|there con|there beh|there res|there col|there par|there war|there job",
        rf"\bthere (?<!is there )(?<!are there )(?<!was there )(?={_THEIRS})",
        "their",
    ),
    (
        " of been| of had| of done| of asked| of told| of given",
        r"\b(?:should|must|could|would|might) (?P<at>of) (?=(?:been|had|done|asked|told|given)\b)",
        "have",
    ),
    (
        "rather then|other then|less then|fewer then|longer then|sooner then|better then",
        r"\b(?:rather|other|less|fewer|longer|sooner|better) (?P<at>then) (?=(?:the|an?|by|to)\b)",
        "than",
    ),
    (
        "were app|were poss|were nec|were rel",
        r"(?:[.,;(\n] ?|\b(?:and|or) )(?P<at>[wW]ere) (?=(?:appropriate|possible|necessary|relevant)\b)",
        "where",
    ),
    (" form ", rf"\b{_SENT} (?P<at>form) (?=(?:the|an?|their|any|its|other|{_PERSON})\b)", "from"),
    ("form time", r"(?<=[.,;\n ])[fF]orm time to time\b", "from time to time"),
    ("statue", r"\b(?:under|by|any|relevant) (?P<at>statue)\b", "statute"),
    ("causal", r"\b[cC]ausal (?=vacanc)", "casual"),
    (" clark", r"\b(?:[tT]own|[pP]arish) (?P<at>Clark)\b", "Clerk"),
    (
        "loose",
        r"\b(?:must not|should not|may|might|to|will) (?P<at>loose) (?=(?:the|their|its|any|sight|trust)\b)",
        "lose",
    ),
)
"""Letters, or one of several, without which it is not there, what is seen, and the word that is meant."""

MISSPELT = dict(
    pair.split(":")
    for pair in """
    accomodate:accommodate accomodation:accommodation acheive:achieve adress:address adressed:addressed
    agressive:aggressive apropriate:appropriate behavour:behaviour beleive:believe begining:beginning
    buisness:business collegue:colleague collegues:colleagues comittee:committee commitee:committee
    committment:commitment complaintant:complainant concensus:consensus consistant:consistent
    correspondance:correspondence critisise:criticise critisism:criticism definately:definitely
    descision:decision descisions:decisions dicussion:discussion embarass:embarrass embarassment:embarrassment
    employe:employee enviroment:environment formaly:formally goverment:government greivance:grievance
    guidence:guidance harrass:harass harrassment:harassment immediatly:immediately impartialy:impartially
    independant:independent independantly:independently indepedent:independent liase:liaise liasing:liaising
    liason:liaison maintainance:maintenance neccessary:necessary necesary:necessary occured:occurred
    occurence:occurrence offical:official officals:officials oppurtunity:opportunity perogative:prerogative
    persue:pursue posess:possess priviledge:privilege priviledged:privileged procede:proceed
    proceedure:procedure proceedures:procedures profesional:professional protocal:protocol
    publically:publicly recieve:receive recieved:received recieves:receives recieving:receiving
    recomend:recommend recomendation:recommendation refered:referred relavent:relevant relevent:relevant
    responsability:responsibility seperate:separate seperately:separately sucess:success supress:suppress
    teh:the thier:their transfered:transferred untill:until wether:whether witheld:withheld
    withold:withhold writting:writing
    """.split()
)
"""Words as they are often misspelt, and as a dictionary has them."""


def confused(look: Look) -> Iterator[Sign]:
    """Yield a sign for each word of the table that the text may hold; most texts hold few."""
    for needs, seen, meant in _CONFUSED:
        if any(letters in look.page.small for letters in needs.split("|")):
            yield _sign(seen, meant)


@cache
def _sign(seen: str, meant: str) -> Sign:
    """Return the sign of a word; to make ready what is not needed would take longer than the search."""
    return Sign(
        re.compile(seen),
        f"'{{}}' seems to be written for '{meant}'",
        "Readers stumble over it, or take it for what it says.",
        f"Write '{meant}', if that is meant.",
        Severity.WARNING,
    )
