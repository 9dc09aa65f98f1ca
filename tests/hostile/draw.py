"""Everything that is drawn for a seed."""

import random
from collections.abc import Callable, Iterator

from tests.hostile.books import books
from tests.hostile.case import Hostile
from tests.hostile.tables import tables

DRAWS: dict[str, Callable[[random.Random], Iterator[Hostile]]] = {"tables": tables, "books": books}


def everything(seed: int, kinds: set[str] | None = None) -> Iterator[Hostile]:
    """The cases of a seed; only of the files named in `kinds` where any are."""
    for name, draws in DRAWS.items():
        if not kinds or name in kinds:
            yield from draws(random.Random(f"{seed}/{name}"))
