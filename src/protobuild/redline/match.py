"""Match the entries of two texts: by id, then by wording, then by what surrounds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protobuild.model.outline import HEADINGS, Entry, Kind, Outline, parents
from protobuild.redline.likeness import Wording, candidates, likeness, wording
from protobuild.redline.merges import merges
from protobuild.redline.pairs import Matching, family, spine_of
from protobuild.redline.spine import heaviest_spine

NEARBY = 0.40
"""Likeness that pairs two entries which lie in the same gap between pairs already made."""
FAR = 0.70
"""Likeness that pairs two entries anywhere else; below it a move is a guess."""
LONG = 8
"""Words an entry needs before wording alone may pair it far away."""


def match(old: Outline, new: Outline, *, ids: bool = True) -> Matching:
    """Return the matching of two clean outlines; `ids` says whether equal ids mean equal provisions."""
    matcher = _Matcher(old.entries, new.entries)
    matcher.pair_titles()
    if ids:
        matcher.pair_ids()
    matcher.pair_exact()
    matcher.pair_far()
    matcher.pair_gaps()
    matcher.pair_parts()
    matcher.pair_headings()
    return merges(matcher.there, old.entries, new.entries, matcher.says_old, matcher.says_new)


class _Matcher:
    """The matching while it is being made: who is taken, and what each entry says."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = old, new
        self.above_old, self.above_new = parents(old), parents(new)
        self.says_old = _wordings(old, self.above_old)
        self.says_new = _wordings(new, self.above_new)
        self.there: dict[int, int] = {}
        self.here: dict[int, int] = {}

    # -- stages, in order ---------------------------------------------------------------

    def pair_titles(self) -> None:
        """Pair the first entries, which are never removed."""
        if self.old and self.new:
            self._pair(0, 0)

    def pair_ids(self) -> None:
        """Pair equal ids of one family: an id is chosen once and trusted."""
        where = {entry.id: at for at, entry in enumerate(self.new) if entry.id}
        for at, entry in enumerate(self.old):
            if entry.id in where and family(entry) == family(self.new[where[entry.id]]):
                self._pair(at, where[entry.id])

    def pair_exact(self) -> None:
        """Pair equal words that occur once on either side, and repeated ones by their neighbours."""
        places_old = self._by_text(self._free_old(), self.old, self.says_old)
        places_new = self._by_text(self._free_new(), self.new, self.says_new)
        for key, at in places_old.items():
            to = places_new.get(key, [])
            telling = self.says_old[at[0]].size >= 4 or key[0] == "heading"
            if len(at) == len(to) == 1 and telling:
                self._pair(at[0], to[0])
        self._spread()

    def pair_far(self) -> None:
        """Pair long entries whose wording is much alike, wherever they lie, best first."""
        for score, at, to in self._scored(self._free_old(), self._free_new()):
            long_enough = min(self.says_old[at].size, self.says_new[to].size) >= LONG
            if score >= FAR and long_enough and self._free(at, to):
                self._pair(at, to)
        self._spread()

    def pair_gaps(self) -> None:
        """Pair what is fairly alike and lies between the same neighbours, in order."""
        for at_range, to_range in self._gaps():
            rest_old = [at for at in at_range if at not in self.there and self._main(self.old[at])]
            rest_new = [to for to in to_range if to not in self.here and self._main(self.new[to])]
            if not rest_old or not rest_new:
                continue
            scored = [row for row in self._scored(rest_old, rest_new) if row[0] >= NEARBY]
            for at, to in _in_order(scored):
                self._pair(at, to)

    def pair_parts(self) -> None:
        """Pair the items, rows and cells of entries already paired, and again within those."""
        below_old, below_new = _children(self.above_old), _children(self.above_new)
        for at, to in sorted(self.there.items()):
            self._pair_below(at, to, below_old, below_new)

    def pair_headings(self) -> None:
        """Pair headings that stand directly before the same kept entry: a new heading for the same part."""
        for at_range, to_range in self._gaps():
            at = _last_heading(self.old, at_range)
            to = _last_heading(self.new, to_range)
            if at is not None and to is not None:
                self._pair(at, to)

    # -- help ---------------------------------------------------------------------------

    def _pair(self, at: int, to: int) -> None:
        if self._free(at, to):
            self.there[at] = to
            self.here[to] = at

    def _free(self, at: int, to: int) -> bool:
        return at not in self.there and to not in self.here

    def _free_old(self) -> list[int]:
        return [at for at, entry in enumerate(self.old) if at not in self.there and _stands_alone(entry)]

    def _free_new(self) -> list[int]:
        return [to for to, entry in enumerate(self.new) if to not in self.here and _stands_alone(entry)]

    @staticmethod
    def _main(entry: Entry) -> bool:
        return _stands_alone(entry) and family(entry) in ("prose", "table", "heading", "signature")

    @staticmethod
    def _by_text(
        free: Iterable[int], entries: Sequence[Entry], says: Sequence[Wording]
    ) -> dict[tuple[str, str], list[int]]:
        out: dict[tuple[str, str], list[int]] = {}
        for at in free:
            if says[at].words:
                out.setdefault((family(entries[at]), says[at].text), []).append(at)
        return out

    def _spread(self) -> None:
        """Pair equal neighbours of pairs, walking down and then up: repeated words go with their company."""
        for step in (1, -1):
            for at, to in sorted(self.there.items(), reverse=step < 0):
                here, there = at + step, to + step
                while (
                    0 <= here < len(self.old)
                    and 0 <= there < len(self.new)
                    and self._free(here, there)
                    and family(self.old[here]) == family(self.new[there])
                    and self.says_old[here].words == self.says_new[there].words
                ):
                    self._pair(here, there)
                    here, there = here + step, there + step

    def _scored(self, olds: Sequence[int], news: Sequence[int]) -> list[tuple[float, int, int]]:
        worth = candidates([(at, self.says_old[at]) for at in olds], [(to, self.says_new[to]) for to in news])
        rows = [
            (likeness(self.says_old[at], self.says_new[to]), at, to)
            for at, tos in worth.items()
            for to in tos
            if family(self.old[at]) == family(self.new[to])
        ]
        return sorted(rows, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2]))

    def _gaps(self) -> list[tuple[range, range]]:
        """Return the stretches of unpaired entries between neighbouring pairs that kept their order."""
        spine = spine_of(self.there, self.old)
        out: list[tuple[range, range]] = []
        at = to = 0
        for here, there in [*((at, self.there[at]) for at in spine), (len(self.old), len(self.new))]:
            if here > at and there > to:
                out.append((range(at, here), range(to, there)))
            at, to = here + 1, there + 1
        return out

    def _pair_below(
        self, at: int, to: int, below_old: dict[int, list[int]], below_new: dict[int, list[int]]
    ) -> None:
        for kinds in ("table", "row", "cell", "prose", "heading", "signature"):
            olds = [one for one in below_old.get(at, []) if family(self.old[one]) == kinds]
            news = [one for one in below_new.get(to, []) if family(self.new[one]) == kinds]
            if kinds == "heading" and self.old[at].kind is Kind.TITLE:
                continue
            if kinds == "cell":
                made = self._pair_cells(olds, news)
            elif self.old[at].kind in HEADINGS:
                continue  # a section's paragraphs were matched for themselves
            else:
                made = self._pair_list(olds, news)
            for one, other in made:
                self._pair_below(one, other, below_old, below_new)

    def _pair_cells(self, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
        """Pair the cells of two rows: column by column where they are as many, else by their words."""
        if len(olds) != len(news):
            return self._pair_list(olds, news)
        made = list(zip(olds, news, strict=True))
        for at, to in made:
            self._pair(at, to)
        return made

    def _pair_list(self, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
        """Pair the parts of two entries: equal ones first, then alike ones, then equal leftovers in order."""
        free_old = [at for at in olds if at not in self.there]
        free_new = [to for to in news if to not in self.here]
        waiting: dict[str, list[int]] = {}
        for to in free_new:
            waiting.setdefault(self.says_new[to].text, []).append(to)
        for at in free_old:
            same = waiting.get(self.says_old[at].text)
            if same:
                self._pair(at, same.pop(0))
        rest_old = [at for at in free_old if at not in self.there]
        rest_new = [to for to in free_new if to not in self.here]
        for score, at, to in self._scored(rest_old, rest_new):
            if score >= NEARBY and self._free(at, to):
                self._pair(at, to)
        below = set(news)
        return [(at, self.there[at]) for at in olds if self.there.get(at) in below]


def _wordings(entries: Sequence[Entry], above: Sequence[int]) -> list[Wording]:
    """Return what each entry says; a table and a row say what their cells say."""
    texts = [entry.words for entry in entries]
    for at in range(len(entries) - 1, 0, -1):
        up = above[at]
        if up >= 0 and entries[up].kind in (Kind.TABLE, Kind.ROW, Kind.HEADER):
            texts[up] = f"{texts[up]} {texts[at]}"
    return [wording(text) for text in texts]


def _stands_alone(entry: Entry) -> bool:
    """Whether it is matched for itself; rows and cells are matched within their table."""
    return entry.kind not in (Kind.HEADER, Kind.ROW, Kind.CELL)


def _children(above: Sequence[int]) -> dict[int, list[int]]:
    out: dict[int, list[int]] = {}
    for at, up in enumerate(above):
        out.setdefault(up, []).append(at)
    return out


def _last_heading(entries: Sequence[Entry], gap: range) -> int | None:
    """Return the section heading that ends the gap, other headings after it allowed."""
    for at in reversed(gap):
        if entries[at].kind is Kind.SECTION:
            return at
        if entries[at].kind is not Kind.SUBHEADING:
            return None
    return None


def _in_order(rows: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Return pairs chosen best first, less those that would cross heavier ones."""
    chosen: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, at, to in rows:
        if at not in chosen and to not in taken:
            chosen[at] = (to, score)
            taken.add(to)
    ordered = [(at, to, score) for at, (to, score) in sorted(chosen.items())]
    return [ordered[position][:2] for position in heaviest_spine(ordered)]
