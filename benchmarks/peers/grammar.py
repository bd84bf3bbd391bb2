"""Write clauses of a protocol by chance: a grammar with a vocabulary of its own and a fixed seed."""

from __future__ import annotations

import random

PEOPLE = (
    """
members|officers|group leaders|committee chairs|directors|the monitoring officer|the chief executive
the head of paid service|ward members|cabinet members|the independent person|the leader|the mayor
the proper officer|heads of service|the finance director|co-opted members|the scrutiny panel
the standards committee|legal advisers|democratic services|the press office|political assistants
case workers|licensing officers|planning officers|line managers|trade union representatives
the deputy leader|lead petitioners|school governors|parish councillors|internal auditors
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
MODALS = "must|should|may|will|must not|should not|may not".split("|")
DEEDS = (
    """
publish|consult|record|declare|refuse|withdraw|review|circulate|approve|question|explain|inspect
disclose|delegate|monitor|investigate|summarise|postpone|endorse|challenge|acknowledge|retain|copy
translate|redact|authorise|certify|forward|amend|collect|compare|draft|archive|defend|discuss
prepare|register|report|request|verify|witness|correct|share|sign|number|price|measure
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
KINDS = (
    """
draft|final|annual|quarterly|confidential|exempt|urgent|written|oral|signed|statutory|local|joint
internal|external|provisional|detailed|short|public|private|financial|legal|technical|routine
political|electoral|civic|environmental|agreed|disputed|overdue|anonymous|outstanding|special
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
THINGS = (
    """
report|agenda|minute|notice|petition|enquiry|complaint|allegation|budget|forecast|tender|contract
grievance|letter|email|briefing|register|interest|gift|invitation|photograph|speech|leaflet|plan
recommendation|decision|amendment|motion|question|answer|timetable|inventory|licence|lease|grant
survey|map|statement|precedent|transcript|agreement|appointment|reference|application|objection
expense|allowance|vehicle|computer|telephone|archive|website|newsletter|consultation|inspection
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
PLACES = (
    """
in the council chamber|at the civic centre|on the intranet|in the members' library|at a ward surgery
before full council|in committee|at group meetings|in the press|on social media|at the annual meeting
during a hearing|at the depot|in a school|on a site visit|at the registry office|in open session
behind closed doors|at the town hall|in the reception area|on a working group|at an inquest
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
TIMES = (
    """
within five working days|by the end of the month|before the meeting starts|after each election
at least once a year|on the same day|during the notice period|within a fortnight|by noon on Friday
as soon as practicable|every quarter|before the budget is set|after the appeal has closed
in the first week of term|no later than the date of publication|throughout the pre-election period
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
GROUNDS = (
    """
unless the law forbids it|where the public interest requires it|if nobody objects in writing
so that residents can follow the reasons|because trust depends on it|except in an emergency
provided that costs are met from existing funds|when a majority of the group agrees
whatever the outcome of the vote|subject to advice from the solicitor|even if the matter is sensitive
with the consent of the person concerned|on behalf of all political groups|without favour to any party
having regard to equality duties|in line with the retention schedule|at the expense of the service
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


def sentence(rng: random.Random) -> str:
    """Return one sentence."""
    who, other = rng.sample(PEOPLE, 2)
    thing, second = rng.sample(THINGS, 2)
    kind, deed, modal = rng.choice(KINDS), rng.choice(DEEDS), rng.choice(MODALS)
    place, time, ground = rng.choice(PLACES), rng.choice(TIMES), rng.choice(GROUNDS)
    shapes = (
        f"{who} {modal} {deed} the {kind} {thing} {time} {ground}",
        f"{time}, {who} {modal} {deed} any {thing} made {place}",
        f"the {kind} {thing} and each {second} {modal} be sent to {other} {place}, {ground}",
        f"where {other} {deed} a {thing} {place}, {who} {modal} see the {kind} {second} {time}",
        f"{who} {modal} {deed} a {kind} {thing} with {other} {ground}, and keep the {second} {time}",
        f"no {thing} is made {place} {time} {ground}",
        f"any {kind} {thing} held by {who} {modal} be open to {other} {time}",
    )
    said = rng.choice(shapes)
    return said[0].upper() + said[1:] + "."


def clause(rng: random.Random, sentences: int = 0) -> str:
    """Return a clause of as many sentences, or of one to four."""
    count = sentences or rng.choice((1, 2, 2, 3, 4))
    return " ".join(sentence(rng) for _ in range(count))


def heading(rng: random.Random) -> str:
    """Return a heading."""
    return f"{rng.choice(KINDS).capitalize()} {rng.choice(THINGS)}s and {rng.choice(THINGS)}s"


GARDENERS = (
    """
tenants|beekeepers|stallholders|the warden|the head gardener|the treasurer|poultry keepers|visitors
the site secretary|waiting applicants|volunteers|hauliers|the seed steward|neighbouring growers
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
CHORES = (
    """
dig|water|prune|mulch|weed|fence|compost|harvest|thin|graft|burn|rake|drain|sow|stake|roll|trim|turf
net|dredge|coppice|whitewash|sharpen|oil|stack|bag|barrow|sieve
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
GROWN = (
    """
plot|hedge|greenhouse|shed|water butt|compost heap|fruit cage|beehive|hen run|orchard|footpath|gate
raised bed|cold frame|marrow|bean row|potato clamp|asparagus bed|bonfire|standpipe|wheelbarrow|pond
polytunnel|rhubarb crown|strawberry patch|nesting box|leaf mould bin|windbreak|bramble|apple tree
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
STATES = (
    "frosted|overgrown|vacant|waterlogged|shaded|shared|blighted|ripe|fallow|sandy|steep|newly dug".split("|")
)
SEASONS = (
    """
after the last frost|once the ground has thawed|between dusk and dawn|while the birds are nesting
during a hosepipe ban|at the autumn show|when the lane is flooded|on open days|from May onwards
until the crop is lifted|if wasps have settled there|as soon as rent is overdue|in dry summers
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


def gardening(rng: random.Random) -> str:
    """Return two sentences of the rules of an allotment: another trade in other words."""
    said = []
    for _ in range(2):
        who, thing, other = rng.choice(GARDENERS), *rng.sample(GROWN, 2)
        state, chore, season = rng.choice(STATES), rng.choice(CHORES), rng.choice(SEASONS)
        shapes = (
            f"{who} {chore} their own {thing} {season}",
            f"{season} {who} keep clear of every {state} {thing} or {other}",
            f"a {state} {thing} belongs to {who}, who {chore} it {season}",
            f"nobody but {who} can {chore} the {other} beside a {state} {thing}",
        )
        one = rng.choice(shapes)
        said.append(one[0].upper() + one[1:] + ".")
    return " ".join(said)
