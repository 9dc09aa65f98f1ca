"""One hostile file with the command that meets it and what must come of it; and people to write into such files."""

import csv
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Who = tuple[str, str, str]
"""Family name, given name, date of birth."""
BAD, PERSON, ANY = frozenset({2}), frozenset({1}), frozenset({0, 1, 2})
GOOD = frozenset({0, 1})
"""Read; whether a person must look depends on what else stands in it."""

FAMILY = [
    "QUILLFEATHER",
    "ZEPHYRINE",
    "O'MALLOWAY",
    "DE LA VANTE",
    "WINTERBOTTOM",
    "NGUYEN-HOLT",
    "Åkerblom",
    "GARCÍA LUNA",
    "TOTALSON",
    "NULLMAN",
]
GIVEN = ["AMOS", "OLGA", "IDA", "LEO", "JOSÉ", "MARY JO", "X", "BARTHOLOMEW", "NONE", "TRUE"]
COLUMNS = [
    "person_id",
    "booking_id",
    "family_name",
    "given_name",
    "date_of_birth",
    "booked_at",
    "statute",
    "charge_grade",
    "citizenship_on_record",
]


@dataclass(frozen=True)
class Hostile:
    """`argv` names files of the folder as `@name`; `make` fills the folder where bytes are not enough."""

    id: str
    argv: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    exits: frozenset[int] = BAD
    people: tuple[Who, ...] | None = None
    """Who must have been read, where the command converts a roster and does not refuse it."""
    says: str = ""
    """What must be said somewhere, as a regular expression."""
    never: tuple[str, ...] = ()
    """What must not stand in what is said."""
    make: Callable[[Path], None] | None = None
    check: Callable[[Path], str] | None = None
    """Looks at the folder afterwards; what is wrong, or nothing."""
    seconds: float = 30.0
    """Of work on a processor, at most."""
    quota: int = 0
    """Bytes a file may have, for a disk that is full."""

    @property
    def kind(self) -> str:
        """The kind it is a variant of."""
        return self.id.split("/")[0]


def some_people(draw: random.Random, count: int | None = None) -> list[dict[str, str]]:
    """Rows of invented people, one booking and one charge each."""
    made = []
    for number in range(count or draw.randint(3, 9)):
        born = f"{draw.randint(1950, 2004)}-{draw.randint(1, 12):02}-{draw.randint(13, 28)}"
        made.append(
            dict(
                zip(
                    COLUMNS,
                    [
                        f"P{number:04}", f"BK-{7000 + number}", draw.choice(FAMILY), draw.choice(GIVEN), born,
                        f"2025-0{draw.randint(1, 6)}-1{draw.randint(0, 9)}T08:30", draw.choice(["211 PC", "459 PC", "VC 23152(a)"]),
                        draw.choice(["felony", "misdemeanor"]), draw.choice(["Canada", "US", "Mexico", ""]),
                    ],
                    strict=True,
                )
            )
        )  # fmt: skip
    return made


def who(rows: Sequence[dict[str, str]]) -> tuple[Who, ...]:
    """The people of some rows, as a conversion must give them."""
    return tuple((row["family_name"], row["given_name"], row["date_of_birth"]) for row in rows)


def text_of(rows: Sequence[dict[str, Any]], delimiter: str = ",", line: str = "\n", columns: Sequence[str] = ()) -> str:
    """Rows as delimited text, header first."""
    out = io.StringIO(newline="")
    names = list(columns or rows[0])
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line)
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return out.getvalue()


def shuffled(draw: random.Random) -> list[str]:
    """The columns in another order."""
    return draw.sample(COLUMNS, len(COLUMNS))


def roster(
    id_: str,
    data: bytes | str,
    exits: frozenset[int],
    *,
    name: str = "roster.csv",
    more: Sequence[str] = (),
    **expected: Any,
) -> Hostile:
    """A roster that is converted, so that what was read can be held against what stands in it."""
    content = data if isinstance(data, bytes) else data.encode()
    return Hostile(
        id_,
        ("roster", "convert", f"@{name}", "--out", "@out.jsonl", "--as-of", "2025-07-17", *more),
        {name: content},
        exits,
        **expected,
    )
