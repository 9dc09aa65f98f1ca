"""Everything that is drawn for a seed."""

import random
from collections.abc import Callable, Iterator

from tests.hostile.books import books
from tests.hostile.case import Hostile
from tests.hostile.markup import markup
from tests.hostile.papers import papers
from tests.hostile.records import records
from tests.hostile.tables import tables
from tests.hostile.words import words

DRAWS: dict[str, Callable[[random.Random], Iterator[Hostile]]] = {
    "tables": tables, "books": books, "markup": markup, "words": words, "papers": papers, "records": records,
}  # fmt: skip


def everything(seed: int, kinds: set[str] | None = None) -> Iterator[Hostile]:
    """The cases of a seed; only of the files named in `kinds` where any are."""
    for name, draws in DRAWS.items():
        if not kinds or name in kinds:
            yield from draws(random.Random(f"{seed}/{name}"))
