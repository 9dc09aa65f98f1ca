"""Run the matcher on somebody else's pairs of names: `python tools/name_bench.py FOLDER`, of opensanctions/nomenklatura contrib/name_bench.

FOLDER holds cases.csv; none of it is kept here. Each pair of people in Latin letters is given the same birth date: the second name is put
on a roster of invented people in columns, the first is asked as it is written. What is called one and is not so is listed.
"""

import csv
import sys
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

from habeas.matching import Index, MatchVerdict, Query
from habeas.roster.records import Booking, Person

SYLLABLES = ["BA", "DOR", "FEN", "GUL", "HAN", "KIR", "LOM", "MUR", "NAD", "POV", "RAS", "SIT", "TAL", "VEN", "WOS"]


def main(folder: Path) -> None:
    """Count the verdicts of true and of false pairs, on a long roster and on one that holds the pairs alone."""
    pairs = list(_pairs(folder))
    for name, others in (("long roster", _others()), ("the pairs alone", [])):
        index = Index.build([*others, *(_person(at, row["name2"]) for at, row in enumerate(pairs))])
        found = [
            (row, index.match(Query(full_name=row["name1"], date_of_birth=_born(at)))) for at, row in enumerate(pairs)
        ]
        sys.stdout.write(f"{name}: {dict(Counter((row['is_match'], match.verdict.value) for row, match in found))}\n")
        wrong = [row for row, match in found if row["is_match"] == "false" and match.verdict is MatchVerdict.ONE]
        sys.stdout.writelines(f"  called one: {row['name1']} | {row['name2']}\n" for row in wrong)


def _pairs(folder: Path) -> list[dict[str, str]]:
    with (folder / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if row["schema"] == "Person" and _latin(row["name1"] + row["name2"])
        ]
    return list({(row["name1"], row["name2"]): row for row in rows}.values())


def _latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())


def _born(at: int) -> date:
    return date(1960 + at % 40, 1 + at % 12, 1 + at * 7 % 28)


def _person(at: int, name: str) -> Person:
    family, comma, rest = name.partition(",")
    words = rest.split() if comma else name.split()[:-1]
    family = family if comma else name.rsplit(maxsplit=1)[-1]
    given, middle = " ".join(words[:1]), " ".join(words[1:])
    return Person(f"N{at}", family, given, middle or None, date_of_birth=_born(at), bookings=(Booking(f"B{at}"),))


def _others() -> list[Person]:
    families = [f"{first}{second}STED" for first in SYLLABLES for second in SYLLABLES]
    givens = [f"{first}{second}O" for first in SYLLABLES for second in SYLLABLES]
    return [
        Person(
            f"T{at}", families[at % 225], givens[at * 7 % 223], date_of_birth=_born(at), bookings=(Booking(f"T{at}"),)
        )
        for at in range(6_000)
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
