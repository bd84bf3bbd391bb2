"""Compile the catalogue and its authorities from the YAML people edit to the JSON the program reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, get_args

from ruamel.yaml import YAML

from protobuild.model.authorities import Authority, Basis
from protobuild.model.saying import listed

MODEL = Path(__file__).resolve().parents[1] / "src" / "protobuild" / "model"
PROVISIONS, AUTHORITIES = MODEL / "provisions.yaml", MODEL / "authorities.yaml"

Row = dict[str, Any]


def main() -> None:
    """Write each compiled register beside its source."""
    for source, compiled in COMPILED.items():
        source.with_suffix(".json").write_text(compiled(), encoding="utf-8")
        sys.stdout.write(f"Wrote {source.stem}.json.\n")


def authorities() -> str:
    """Return the authorities and what was found of duties as JSON, one entry a line."""
    parts = (f'"{name}": {_lines(rows)}' for name, rows in _read(AUTHORITIES).items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def provisions() -> str:
    """Return the catalogue as JSON, one provision a line, each with what follows from its authorities."""
    known = {row["slug"]: Authority(**row) for row in _read(AUTHORITIES)["authorities"]}
    return _lines([{**row, **_derived(row["rests_on"], known)} for row in _read(PROVISIONS)]) + "\n"


COMPILED: dict[Path, Callable[[], str]] = {AUTHORITIES: authorities, PROVISIONS: provisions}


def _read(source: Path) -> Any:  # noqa: ANN401  a list or a mapping, as the file has it
    return YAML(typ="safe", pure=True).load(source.read_text("utf-8"))


def _lines(rows: list[Row]) -> str:
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"


def _derived(cited: list[Row], known: dict[str, Authority]) -> Row:
    """Return what follows from the authorities: their words, the strongest class, whether all were read."""
    named = [known[each["authority"]] for each in cited]
    classes = sorted((each.basis for each in named), key=get_args(Basis).index)
    strongest = [each for each in named if each.basis == classes[0]]
    reach = [nation for nation in strongest[0].nations if all(nation in each.nations for each in strongest)]
    reads = [_reads(each, at) for each, at in zip(cited, named, strict=True) if at.basis != "practice"]
    return {
        "authority": _words(cited, known, mixed=any(reads) and not all(reads)),
        "basis": classes[0],
        "read": bool(reads) and all(reads),
        "nations": reach,
    }


def _words(cited: list[Row], known: dict[str, Authority], *, mixed: bool) -> str:
    """Return the authorities in words; where only some were read, those that are no practice say which."""
    parts = []
    for slug, places in groupby(cited, key=itemgetter("authority")):
        each = list(places)
        words = f"{known[slug].title} {listed([_place(one) for one in each])}".rstrip()
        if mixed and known[slug].basis != "practice":
            words += (
                ", which was read"
                if all(_reads(one, known[slug]) for one in each)
                else ", which was not read"
            )
        parts.append(words)
    joined = "; ".join(parts)
    return joined[:1].upper() + joined[1:]


def _place(cited: Row) -> str:
    return " ".join([cited.get("pin", ""), f"({cited['about']})" if "about" in cited else ""]).strip()


def _reads(cited: Row, authority: Authority) -> bool:
    return authority.reads(cited.get("pin", ""))


if __name__ == "__main__":
    main()
