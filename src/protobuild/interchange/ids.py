"""Name clauses for good: short, telling, unique, and the same each time the same text is read."""

from __future__ import annotations

import re
import unicodedata

from protobuild.model.names import Names

_EVERYWHERE = frozenset("council councillor councillors member members officer officers".split())
"""Words that nearly every paragraph of a protocol has, so they tell nothing apart."""

_SMALL = frozenset(
    """a about all also an and any are as at be been being between both but by can cannot could did do does
    each either etc for from had has have he her his how if in into is it its may might must neither no nor
    not of on one only or other out own shall she should so some such than that the their them then there
    these they this those to under up upon was we were what when where which who whom whose why will with
    within would you your eg ie""".split()
)

_LONGEST = 40


def new_id(words: str, otherwise: str, names: Names) -> str:
    """Return a new id made of the telling words of a text, or of `otherwise` when it has none."""
    offers = _short(_telling(words) or [otherwise])
    free = next((name for name in offers if name not in names.taken), "")
    return names.take(free or offers[-1])


def _short(telling: list[str]) -> list[str]:
    """Return the names that a few of the telling words make, the best first."""
    offers = ["-".join(telling[:count]) for count in (3, 4, 5, 2)]
    return [name for name in offers if len(name) <= _LONGEST] or [offers[-1][:_LONGEST].rstrip("-")]


def _telling(words: str) -> list[str]:
    """Return the words a name is made of: lower case, no accents, a letter first."""
    plain = unicodedata.normalize("NFKD", words[:400]).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    wordy = [word[:20] for word in found if word not in _SMALL and len(word) > 1]
    telling = [word for word in wordy if word not in _EVERYWHERE]
    kept = telling if len(set(telling)) > 1 else wordy or found
    while kept and not kept[0][0].isalpha():
        kept = kept[1:]
    return list(dict.fromkeys(word[:20] for word in kept))
