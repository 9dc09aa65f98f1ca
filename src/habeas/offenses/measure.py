"""How much real text is understood: the share of lines read as one section, and of those, the share our tables know."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from habeas.offenses.codes import CALIFORNIA
from habeas.offenses.lists import offense_lists, punishments
from habeas.offenses.reading import Section, read_statute


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts over statute lines: all, read as one section, read as several, not read; and known to our tables."""

    total: int
    one_section: int
    several: int
    not_read: int
    known: int

    def share(self, part: int) -> float:
        """`part` of the total, 0 where there is nothing."""
        return part / self.total if self.total else 0.0


def measure(texts: Iterable[str], default_code: str | None = None) -> Measure:
    """Read every line and count."""
    counted: Counter[str] = Counter()
    for text in texts:
        reading = read_statute(text, default_code=default_code)
        kind = {0: "not_read", 1: "one"}.get(len(reading.sections), "several")
        counted[kind] += 1
        counted["known"] += kind == "one" and _known(reading.sections[0])
    total = counted["one"] + counted["several"] + counted["not_read"]
    return Measure(total, counted["one"], counted["several"], counted["not_read"], counted["known"])


def _known(section: Section) -> bool:
    if section.code not in CALIFORNIA:
        return False
    return bool(punishments()[(section.code, section.number)]) or any(
        each.find(section) for each in offense_lists().values()
    )
