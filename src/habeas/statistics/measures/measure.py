"""A measure as data: what is counted, in which unit, on whose day, which rows, of what, on which law, by whom, since when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from habeas.common.errors import BadInputError


class Unit(StrEnum):
    """In what a measure counts. A stock is what stands on one day; the sum of stocks is person-months, never people."""

    COUNT = "count"
    PEOPLE = "people"
    STOCK = "stock"
    PERSON_MONTHS = "person_months"
    HOURS = "hours"
    DAYS = "days"
    DOLLARS = "dollars"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `day` names the moment whose local day counts; `where` the values a row must have, by name of fact.

    A row of which a needed fact is unknown is counted as unknown, never as in or out. `amount` is summed where the unit is no count.
    `span` names the two moments between which a person is in a stock, or between which days are counted.
    """

    name: str
    says: str
    noun: str
    unit: Unit
    day: str
    set_by: str
    since: date
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    amount: str = ""
    span: tuple[str, str] | tuple[()] = ()
    of: str = ""
    """The measure it is a part of: its denominator."""
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    law: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What a measure came to: `known`, and of how many rows it is `unknown` whether they count.

    None: it was not recorded then, which is not zero.
    """

    unit: Unit
    known: int | None
    unknown: int = 0
    events: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """As a cell of a table: dollars with cents, hours with minutes as a decimal, `not recorded`; nothing sure is no zero."""
        if self.known is None:
            return NOT_RECORDED
        if not self.known and self.unknown:
            return NOT_SURE
        if self.unit is Unit.DOLLARS:
            return f"{self.known // 100}.{self.known % 100:02d}"
        return f"{self.known / 60:.2f}" if self.unit is Unit.HOURS else str(self.known)


NOT_RECORDED = "not recorded"
"""What stands for a period before the record began, or for what nobody entered."""
NOT_SURE = "not known"
"""What stands where no row is known to count and of some it is not known: it may be zero or all of them."""


def total(counts: list[Count], unit: Unit) -> Count:
    """The sum of counts over time, in `unit`. Raises BadInputError where a stock would be added as if it were people or a count."""
    kinds = {each.unit for each in counts}
    if kinds & {Unit.STOCK} and unit is not Unit.PERSON_MONTHS:
        raise BadInputError(
            "A stock is not added over time: the sum of monthly stocks is person-months, and counts no people."
        )
    if kinds & {Unit.PEOPLE}:
        raise BadInputError(
            "People are not added over periods: somebody may be in two; count the whole period instead."
        )
    if len(kinds) > 1 or (kinds and kinds != {unit} and not (kinds == {Unit.STOCK} and unit is Unit.PERSON_MONTHS)):
        raise BadInputError("Counts of different units are not added.")
    known = [each.known for each in counts]
    if None in known:
        return Count(unit, None)
    return Count(unit, sum(each for each in known if each is not None), sum(each.unknown for each in counts))
