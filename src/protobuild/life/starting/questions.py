"""The questions a new protocol begins with, and what in the model text each answer fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from protobuild.store.places import Path

TIERS = ("principal", "local")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
YES, NO, NONE = "yes", "no", "none"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: at most twelve are asked of any council."""

    name: str
    """What the answer is called as an option and in a file of answers."""
    asks: str
    """The question as it stands on the screen."""
    fills: Mapping[str, Path] = field(default_factory=dict)
    """By tier: the field of the manifest that takes the answer. A tier that is not named is not asked."""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By tier: what may be answered; anything may where there is nothing."""
    several: bool = False
    """Whether more than one of the choices may be answered; each is a fact of the council, yes or no."""
    everywhere: bool = False
    """Whether the model's own name is replaced wherever the text has it."""
    default: Mapping[str, str] = field(default_factory=dict)
    """By tier: what is taken when nothing is answered; where there is none, what the model text says."""
    needed: bool = False
    """Whether there is nothing that could be taken: it has to be answered."""


def _both(*path: str | int) -> dict[str, Path]:
    return dict.fromkeys(TIERS, path)


def _titled(tier: str, role: str, asks: str) -> Question:
    """Return the question for the title of a role that the model of one tier has."""
    return Question(role, asks, {tier: ("roles", role, "title")})


FACTS: Path = ("facts",)
_YES_NO = (YES, NO)

QUESTIONS = (
    Question(
        "council",
        "What is the council's name, as it stands on its notepaper?",
        _both("council", "name"),
        everywhere=True,
        needed=True,
    ),
    Question(
        "tier",
        "Is it a principal council (county, district, unitary, borough), or a local one (parish, town, "
        "community)?",
        _both("council", "tier"),
        dict.fromkeys(TIERS, TIERS),
    ),
    Question(
        "nation",
        "In which nation is it?",
        _both("council", "nation"),
        dict.fromkeys(TIERS, NATIONS),
        default=dict.fromkeys(TIERS, "england"),
    ),
    Question(
        "address",
        "At which address on the web is the protocol to stand? (leave it empty if that is not known yet)",
        _both("address"),
        default=dict.fromkeys(TIERS, ""),
    ),
    Question(
        "contact",
        "Which office may a reader ask about it?",
        _both("contact"),
        default={"principal": "Democratic Services", "local": "The Clerk"},
    ),
    Question(
        "numbering",
        "Are paragraphs numbered (decimal) or not (none)?",
        _both("numbering"),
        dict.fromkeys(TIERS, ("decimal", "none")),
        default=dict.fromkeys(TIERS, "decimal"),
    ),
    _titled("principal", "chief-executive", "What is the head of paid service called?"),
    _titled("principal", "leader", "What is the leading member called?"),
    _titled("principal", "standards-committee", "Which committee looks after conduct and this protocol?"),
    _titled("local", "clerk", "What is the head of the paid staff called?"),
    _titled("local", "chair", "What is the councillor called who presides, such as Town Mayor?"),
    _titled("local", "staffing-committee", "Which committee acts for the council as employer?"),
    Question(
        "principal-council",
        "Which principal council's monitoring officer deals with complaints under the code?",
        {"local": ("roles", "principal-council", "title")},
        everywhere=True,
        needed=True,
    ),
    Question(
        "political-groups",
        "Are there political groups on the council?",
        {"principal": (*FACTS, "political-groups")},
        {"principal": _YES_NO},
    ),
    Question(
        "political-assistants",
        "Do political groups have assistants whom the council employs?",
        {"principal": (*FACTS, "political-assistants")},
        {"principal": _YES_NO},
    ),
    Question(
        "councillor-as-officer",
        "Does a councillor ever stand in as an officer, such as an unpaid clerk?",
        {"local": (*FACTS, "member-acts-as-officer")},
        {"local": _YES_NO},
    ),
    Question(
        "policies",
        "Which of these does the council have?",
        _both(*FACTS),
        {
            "principal": ("social-media-policy",),
            "local": (
                "officers-code",
                "media-policy",
                "social-media-policy",
                "training-policy",
                "whistleblowing-policy",
            ),
        },
        several=True,
    ),
)
"""Every question in the order it is asked. To add one: a row."""


def asked(tier: str) -> tuple[Question, ...]:
    """Return the questions a council of that tier is asked."""
    return tuple(question for question in QUESTIONS if tier in question.fills)
