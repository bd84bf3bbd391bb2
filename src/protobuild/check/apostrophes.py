"""Apostrophes: the table of signs by which one that is astray or lacking is known."""

from __future__ import annotations

import re

from protobuild.check.signs import Sign
from protobuild.model.source import Severity

_ONE = (
    r"(?:[mM]ember|[oO]fficer|[cC]ouncillor|[eE]mployee|[rR]esident|[cC]hair|[dD]irector|[mM]anager|[cC]lerk"
    r"|[lL]eader|[vV]olunteer|[cC]ontractor|[aA]pplicant|[cC]omplainant|[cC]olleague)"
)
_MORE = (
    r"(?:(?:[wW]ard|[gG]roup|[cC]hief|[sS]enior|[lL]ine|[tT]own|[nN]ew|[cC]o-opted|[eE]lected|[rR]elevant) )?"
)
"""What may stand between the article and the person."""
_SOLE = (
    r"(?:[Tt]own Clerk|[Pp]arish Clerk|Clerk|Mayor|Leader|[Cc]hief Executive|[Mm]onitoring Officer"
    r"|[Hh]ead of [Pp]aid [Ss]ervice|[Pp]roper Officer|(?:Responsible|Chief) Financ(?:e|ial) Officer"
    r"|[Ss]ection 151 Officer)"
)
"""Posts that a council has one of."""
_PAPER = (
    r"(?:[aA]genda|[mM]inute|[mM]eeting|[rR]eport|[dD]ecision|[rR]equest|[cC]omplaint|[eE]mail|[pP]aper"
    r"|[lL]etter|[dD]ocument|[pP]olicy|[cC]ommittee|[eE]nquiry|[gG]roup)"
)
_SHARED = (
    "only|meeting|group|forum|panel|seminar|briefing|event|code|newsletter|handbook|guide|survey|register|"
    "association|allowance|area|room|lounge|library|bulletin|training|session|network|club|union"
    "|question time|question session|"
    "working|parking|permit|day|evening|pack|team|board|page|portal|hub|charter|desk|surgery|consultation|"
    "service|programme|award|conference|workshop"
)
"""What belongs to many at once, as in "a members' meeting"."""
_OF_A_PERSON = (
    r"(?:advice|ruling|office|role|duty|duties|approval|consent|agreement|permission|discretion|behalf"
    r"|line manager|job|opinion|casting vote|responsibilit(?:y|ies)|instructions|absence|interests"
    r"|behaviour)\b"
)
_OF_A_COUNCIL = (
    r"(?:website|constitution|budget|polic(?:y|ies)|procedures?|rules|standing orders|values|duty|duties"
    r"|decisions?|behalf|area|business|staff|officers|members|code|offices?|reputation|resources|property"
    r"|accounts|functions|insurers?|solicitor|intranet|newsletter|logo|premises|priorities|commitment|powers"
    r"|records|monitoring officer|whistleblowing|complaints)\b"
)

_DENIED = "do|does|did|is|are|was|were|would|should|could|has|have"
_VERBS = ("must", "should", "may", "will", "shall", "are", "have", "can", "cannot", "were", "who", "need to")
_AFTER_PAPERS = (
    *(
        "must",
        "should",
        "shall",
        "are",
        "were",
        "have",
        "and age",
        "and min",
        "and mee",
        "and rep",
        "and dec",
    ),
    *("and pap", "and let", "and pol", "and pro"),
)
_OWNED = "Readers look for what is owned."
_STUMBLE = "Readers stumble over it."

SIGNS = (
    Sign(
        re.compile(
            rf"(?:\bof (?:the|an?|that|any|this) )?(?P<at>\b{_ONE}['’]s) "
            rf"(?:{'|'.join(_VERBS)})\b"
        ),
        "'{}' is the possessive; the words that follow want the plural",
        _OWNED,
        "Delete the apostrophe.",
        Severity.WARNING,
        needs=tuple(f"{sign}s {verb}" for sign in "'’" for verb in _VERBS),
        unless=re.compile(r"^of "),
    ),
    Sign(
        re.compile(
            rf"(?:(?<=[ (])['‘][^'’\n.]{{0,40}})?(?P<at>\b{_ONE}s['’]) "
            r"(?:must|should|may|will|shall)\b"
        ),
        "'{}' is the possessive; the words that follow want the plural",
        _OWNED,
        "Delete the apostrophe.",
        Severity.WARNING,
        needs=tuple(f"s{sign} {verb}" for sign in "'’" for verb in _VERBS[:5]),
        unless=re.compile(r"^['‘]"),
    ),
    Sign(
        re.compile(
            rf"(?P<at>\b{_PAPER}['’]s) (?:must|should|shall|are|were|have"
            r"|and (?:agendas|minutes|meetings|reports|decisions|papers|letters|policies"
            r"|procedures)\b)"
        ),
        "'{}' is the possessive; the words that follow want the plural",
        _OWNED,
        "Write the plural, without an apostrophe.",
        Severity.WARNING,
        needs=tuple(f"{sign}s {verb}" for sign in "'’" for verb in _AFTER_PAPERS),
    ),
    Sign(
        re.compile(
            r"\b[Ii]t(?P<at>['’]s) (?:(?<=\b(?:of|to|in|on|by) it.s )|(?<=\b(?:with|from|into) it.s )"
            r"|(?:own|duties|functions|policies|members|officers|role|decisions|committees|constitution|rules"
            r"|values|staff|budget|powers|area|residents|reputation|website|procedures|services|resources"
            r"|aims|objectives|clerk|chair|code)\b(?! (?:who|that|which|is|are)\b))"
        ),
        "'it's' means 'it is'",
        _STUMBLE,
        "Write 'its'.",
        Severity.WARNING,
        needs=("it's", "it’s"),
    ),
    Sign(
        re.compile(
            r"\b(?P<at>[Ii]ts) (?:an?|the|not|(?:important|essential|vital|clear|expected|likely|possible) "
            r"(?:that|to))\b(?!-)"
        ),
        "'its' is the possessive; what follows wants 'it is'",
        _STUMBLE,
        "Write 'It is'.",
        Severity.WARNING,
        needs=("its ",),
    ),
    Sign(
        re.compile(
            r"\b(?P<at>[Ww]ho['’]s) (?:roles?|job|dut(?:y|ies)|work|advice|behaviour|conduct|names?|task"
            r"|interests?|ward|decisions?|responsibilit(?:y|ies)|views?|actions)\b"
        ),
        "'who's' means 'who is'",
        _STUMBLE,
        "Write 'whose'.",
        Severity.WARNING,
        needs=("who's", "who’s"),
    ),
    Sign(
        re.compile(rf"\b{_ONE}s['’]s\b|\b(?:19|20)\d0['’]s\b"),
        "an apostrophe stands where none belongs: '{}'",
        _STUMBLE,
        "Delete it, or the s after it.",
        needs=("s's", "s’s", "0's", "0’s"),
    ),
    Sign(
        re.compile(rf"\b(?P<at>(?i:{_DENIED})nt)\b"),
        "an apostrophe is missing in '{}'",
        _STUMBLE,
        "Write the two words in full.",
        Severity.WARNING,
        needs=tuple(f" {verb}nt " for verb in _DENIED.split("|")),
    ),
    Sign(
        re.compile(
            rf"\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Aa]nother) {_ONE}s (?!(?:{_SHARED})s?\b)(?=[a-z])"
            rf"|\b[tT]h(?:e|is) (?:Clerk|Mayor|Leader|Chief Executive|Monitoring Officer)s "
            rf"(?={_OF_A_PERSON})"
            rf"|\b[tT]he (?:[mM]ember|[oO]fficer|[cC]ouncillor)s (?={_OF_A_PERSON})"
            rf"|\b[tT]h(?:e|is) (?:(?:Parish|Town|Borough|District|County|City) )?[cC]ouncils "
            rf"(?={_OF_A_COUNCIL})"
        ),
        "an apostrophe seems to be missing: '{}'",
        "Readers cannot tell whether one is meant or several.",
        "Write 's where one owns what follows, and s' where several do.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            rf"\b(?:[aA]n?|[oO]ne|[eE](?:ach|very)|[aA]nother) (?P<at>{_MORE}{_ONE}s['’]) "
            rf"(?!(?:{_SHARED})s?\b)(?=[a-z])|\b[tT]h(?:e|is) (?P<sole>{_SOLE}s['’]) (?=[a-z])"
        ),
        "one person, and the apostrophe of several: '{}'",
        "Readers cannot tell whether one person is meant or all of them.",
        "Put the apostrophe before the s, or write of several.",
    ),
)
