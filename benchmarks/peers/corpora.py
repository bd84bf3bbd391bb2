"""Larger texts made by chance from fixed seeds, each with its ideal redline."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from benchmarks.peers import grammar
from benchmarks.peers.annotated import SHAPES, Pair, Unit

UNNUMBERED = {"numbers": "none"}
"""No numbers are typed, so that a peer who must read them as words loses nothing by it."""
SECTION = 8
"""Clauses under one heading."""
FAR = 12
"""How many clauses a moved one passes, at the least."""
GAP = 5
"""How many words stand between two edits of a clause, at the least."""
WORDS = [word for phrase in (*grammar.KINDS, *grammar.THINGS, *grammar.DEEDS) for word in phrase.split()]
INSERTED = "promptly|in writing|with reasons|and politely|as agreed|in full|without delay|once more".split(
    "|"
)


def kept(text: str, id: str) -> Unit:
    """Return a clause that stands in both texts."""
    return Unit("  ", (SHAPES["p"],) * 2, (id, id), text)


def title(text: str, id: str) -> Unit:
    """Return a section heading that stands in both texts."""
    return Unit("  ", (SHAPES["#"],) * 2, (id, id), text)


def signed(sign: str, text: str, id: str) -> Unit:
    """Return a clause that goes (`-`), comes (`+`), leaves (`<`) or arrives (`>`)."""
    return Unit(sign + " ", (SHAPES["p"],) * 2, (id, id), text)


def edited(text: str, share: float, rng: random.Random, gap: int = GAP) -> str:
    """Return the text with about that share of its words swapped, struck or followed by new ones.

    Between two edits stand so many words at least, or a reader would rather see them as one.
    """
    words = text.split(" ")
    free = list(range(1, len(words) - 1))
    for _ in range(max(1, round(share * len(words)))):
        if not free:
            break
        at = rng.choice(free)
        free = [one for one in free if abs(one - at) > gap]
        words[at] = _changed(words, at, rng)
    return " ".join(words).replace(" -] ", " -]").replace(" +] ", " +]")


def _changed(words: list[str], at: int, rng: random.Random) -> str:
    word, near = words[at], {words[at - 1], words[at + 1]}
    match rng.choice("swap swap strike insert".split()):
        case "strike" if word[-1].isalpha() and word not in near:
            return f"[-{word} -]"
        case "insert" if word[-1].isalpha():
            return f"{word} [+{rng.choice(INSERTED)} +]"
    return _swapped(word, near, rng)


def _swapped(word: str, near: set[str], rng: random.Random) -> str:
    bare = word.strip(".,")
    other = next(one for one in iter(lambda: rng.choice(WORDS), None) if one not in near | {bare})
    return f"[-{bare}-][+{other}+]{word[len(bare) :]}"


def sized(words: int, seed: int = 7) -> Pair:
    """Return a text of about so many words, a twentieth of them edited, a clause in 75 moved."""
    rng = random.Random(seed)
    clauses = list(_texts(words, grammar.clause, seed))
    moved = _apart(len(clauses), max(1, len(clauses) // 75), rng)
    texts = [
        edited(text, rng.uniform(0.02, 0.08), rng) if at not in moved else text
        for at, text in enumerate(clauses)
    ]
    return Pair(f"sized {words}", tuple(_laid(texts, _destinations(moved, len(texts), rng))), UNNUMBERED)


def _apart(count: int, wanted: int, rng: random.Random) -> set[int]:
    """Return so many positions, none next to another."""
    return {2 * at for at in rng.sample(range(count // 2), wanted)}


def _destinations(moved: Iterable[int], count: int, rng: random.Random) -> dict[int, int]:
    """Return before which clause each moved one now stands, far from where it was."""
    out: dict[int, int] = {}
    for at in sorted(moved):
        far = [to for to in range(1, count, 2) if abs(to - at) > FAR and to not in out.values()]
        out[at] = rng.choice(far)
    return out


def _laid(
    texts: list[str], moves: dict[int, int], extra: dict[int, list[Unit]] | None = None
) -> Iterator[Unit]:
    """Yield the clauses under headings, what moves at both its places, what is extra before its place."""
    rng = random.Random(len(texts))
    arriving: dict[int, list[int]] = {}
    for at, to in moves.items():
        arriving.setdefault(to, []).append(at)
    for at, text in enumerate(texts):
        if at % SECTION == 0:
            yield title(grammar.heading(rng), f"s{at}")
        yield from (extra or {}).get(at, [])
        yield from (signed(">", texts[one], f"c{one}") for one in arriving.get(at, []))
        yield signed("<", text, f"c{at}") if at in moves else kept(text, f"c{at}")


def move_corpus(draw: int) -> Pair:
    """Return 330 clauses: 24 moved, half of them edited, 12 dropped, 12 new, 13 look-alikes.

    A look-alike is a new clause that says of one matter what a clause far off says of another;
    half of their models are dropped, so that a move would be an easy mistake.
    """
    rng = random.Random(1000 + draw)
    texts = [grammar.clause(rng, rng.choice((1, 2, 2, 3))) for _ in range(330)]
    chosen = sorted(_apart(330, 24 + 12 + 13, rng))
    rng.shuffle(chosen)
    moved, dropped, models = chosen[:24], chosen[24:36], chosen[36:]
    for at in moved[:12]:
        texts[at] = edited(texts[at], rng.uniform(0.10, 0.30), rng, gap=2)
    moves = _destinations(moved, 330, rng)
    places = [to for to in range(1, 330, 2) if to not in moves.values()]
    rng.shuffle(places)
    extra: dict[int, list[Unit]] = {}
    for count in range(12):
        extra[places.pop()] = [signed("+", grammar.clause(rng), f"n{count}")]
    for count, model in enumerate(models):
        far = next(to for to in places if abs(to - model) > FAR)
        places.remove(far)
        extra[far] = [signed("+", look_alike(texts[model], rng), f"l{count}")]
    gone = {*dropped, *models[:6]}
    units = (
        signed("-", unit.text, unit.ids[0]) if unit.ids[0] in {f"c{at}" for at in gone} else unit
        for unit in _laid(texts, moves, extra)
    )
    return Pair(f"moves {draw}", tuple(units), UNNUMBERED)


def look_alike(text: str, rng: random.Random) -> str:
    """Return a text of the same build about other matters: nearly half of its words are others."""
    words = text.split(" ")
    for at in rng.sample(range(len(words)), round(0.45 * len(words))):
        bare = words[at].strip(".,")
        words[at] = rng.choice(WORDS) + words[at][len(bare) :]
    said = " ".join(words)
    return said[0].upper() + said[1:]


def look_alikes() -> Pair:
    """Return 500 clauses that differ in two words each, and 3 edits."""
    edits = {
        120: ("five working days", "[-five-][+eight+] working days"),
        250: ("should reply", "[-should-][+must+] reply"),
        377: ("in writing", "in writing[+ and free of charge+]"),
    }
    units = [title("Services", "s0")]
    for at in range(500):
        one, other = grammar.THINGS[at % len(grammar.THINGS)], grammar.KINDS[at // len(grammar.THINGS)]
        text = (
            f"The officer in charge of the {other} {one} service should reply in writing to a ward member "
            "within five working days of a request and tell the group leader when that cannot be done."
        )
        before, after = edits.get(at, ("", ""))
        units.append(kept(text.replace(before, after) if before else text, f"c{at}"))
    return Pair("look-alikes", tuple(units), UNNUMBERED)


def unrelated(words: int = 10_000) -> Pair:
    """Return two texts of so many words each: a protocol, and the rules of an allotment."""
    old = (signed("-", text, f"a{at}") for at, text in enumerate(_texts(words, grammar.clause, 31)))
    new = (signed("+", text, f"b{at}") for at, text in enumerate(_texts(words, grammar.gardening, 32)))
    return Pair("unrelated", (*old, *new), UNNUMBERED)


def _texts(words: int, write: Callable[[random.Random], str], seed: int) -> Iterator[str]:
    """Yield texts until there are so many words."""
    rng, count = random.Random(seed), 0
    while count < words:
        text = write(rng)
        count += text.count(" ") + 1
        yield text


def siblings(count: int = 2_000) -> Pair:
    """Return one section whose paragraphs were all replaced by as many others; a long one stays."""
    rng = random.Random(51)
    units = [title("Notes", "s0")]
    units += [signed("-", grammar.clause(rng, 2), f"a{at}") for at in range(count)]
    units += [signed("+", grammar.clause(rng, 2), f"b{at}") for at in range(count)]
    return Pair("siblings", (*units, kept(grammar.clause(rng, count), "last")), UNNUMBERED)


def rewritten(words: int = 5_000) -> Pair:
    """Return one paragraph of so many words, rewritten, between two that stay."""
    before, old, new, after = (" ".join(_texts(words, grammar.sentence, seed)) for seed in range(61, 65))
    changed = kept(f"[-{old}-][+{new}+]", "it")
    return Pair("rewritten", (title("Notes", "s0"), kept(before, "a"), changed, kept(after, "b")), UNNUMBERED)


CORPORA: dict[str, Callable[[], Pair]] = {
    "1,000 words": lambda: sized(1_000),
    "10,000 words": lambda: sized(10_000),
    "50,000 words": lambda: sized(50_000),
    "200,000 words": lambda: sized(200_000),
    "moves, draw 1": lambda: move_corpus(1),
    "moves, draw 2": lambda: move_corpus(2),
    "moves, draw 3": lambda: move_corpus(3),
    "look-alikes": look_alikes,
    "unrelated": unrelated,
    "siblings": siblings,
    "rewritten": rewritten,
}


@cache
def corpus(name: str) -> Pair:
    """Return the named corpus, made once."""
    return CORPORA[name]()
