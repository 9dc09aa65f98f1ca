"""The table of measures (`measures.toml`), read once and checked: an unknown noun, unit, moment or key refuses it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.common.errors import BadInputError
from habeas.statistics.ledger.rows import NOUNS
from habeas.statistics.measures.measure import Measure, Unit

SPANNED = frozenset({Unit.STOCK, Unit.DAYS})
"""Units that need a span."""


@cache
def measures() -> dict[str, Measure]:
    """Every measure by its name, in the order of the table. Raises BadInputError for a table that cannot be."""
    rows = tomllib.loads(files(__package__).joinpath("measures.toml").read_text(encoding="utf-8"))
    found = {name: read_measure(name, row) for name, row in rows.items()}
    for each in found.values():
        if each.of and each.of not in found:
            raise BadInputError(f"{each.name} is a part of {each.of}, which is no measure.")
    return found


def read_measure(name: str, row: Mapping[str, Any]) -> Measure:
    """One measure from its row. Raises BadInputError in one sentence that names it."""
    if row.get("noun") not in NOUNS:
        raise BadInputError(f"{name} counts {row.get('noun')}, which is no noun of the ledger.")
    given = dict(row)
    given["where"] = {key: tuple(value) for key, value in given.get("where", {}).items()}
    for key in ("includes", "excludes", "span"):
        given[key] = tuple(given.get(key, ()))
    try:
        made = Measure(name=name, **given | {"unit": Unit(given["unit"])})
    except (TypeError, ValueError, KeyError) as fault:
        raise BadInputError(f"{name} is no measure: {fault}.") from None
    if made.unit in SPANNED and len(made.span) != 2:
        raise BadInputError(f"{name} is a {made.unit.value} and says not from when to when.")
    if made.unit is Unit.PERSON_MONTHS:
        raise BadInputError(f"{name} is a sum of stocks: ask for the stock, and add its months.")
    return made


def measure_called(name: str) -> Measure:
    """The measure called `name`. Raises BadInputError with the names there are."""
    if name not in measures():
        raise BadInputError(f'"{name[:40]}" is no measure; there are: {", ".join(measures())}.')
    return measures()[name]
