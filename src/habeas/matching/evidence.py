"""One query held beside one person: name, birth date, sex, generation and numbers, each with what it is worth and what it says."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from habeas.matching.compare import NameEvidence, Part, compare_names
from habeas.matching.likelihood import Counts
from habeas.matching.query import IDENTIFIERS, Known

NUMBER_AGREES, NUMBER_SLIP, NUMBER_DIFFERS = 22.0, 5.0, -8.0
DATE_NEAR = {"date_swapped": 4.0, "date_digit": 1.0, "date_year": 2.0, "date_month_or_day": -2.0, "date_differs": -12.0}
"""Bits for a birth date that is not the same, by how it differs. They order the list; none of them makes a match."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything one pair says. `numbers` are the kinds that agree; `date` is `same`, `missing` or how the dates differ."""

    bits: float
    name: NameEvidence
    date: str
    numbers: tuple[str, ...]
    says: tuple[str, ...]
    against: tuple[str, ...]


def weigh(asked: Known, held: Known, counts: Counts) -> Evidence:
    """Compare everything a query and a person have; what one side lacks speaks neither for nor against."""
    name = compare_names(asked, held, counts)
    date_code, date_bits = compare_dates(asked.born, held.born, counts)
    numbers, number_bits, number_says, number_against = _numbers(asked, held)
    if numbers and date_code == "same":
        name = _forgiven(name)
    sure = date_code == "same" and not name.against and not _missing(name) and (bool(numbers) or _named_so(name))
    sex_bits, sex_says, sex_against = _sex(asked.sex, held.sex, counts, sure)
    suffix_bits, suffix_says, suffix_against = _suffix(asked, held)
    near = () if date_code in {"same", "missing"} else (date_code,)
    return Evidence(
        name.bits + date_bits + number_bits + sex_bits + suffix_bits,
        name,
        date_code,
        numbers,
        number_says + suffix_says + sex_says,
        name.against + near + number_against + sex_against + suffix_against,
    )


def _missing(name: NameEvidence) -> bool:
    return "family_missing" in name.family.says or "given_missing" in name.given.says


def _named_so(name: NameEvidence) -> bool:
    """Whether the given name is the same, letter for letter, under the person's own name: a twin of the other sex has another."""
    return name.given.says == ("same",) and not {"alias", "swapped"} & set(name.says)


_FAINT = {"family_faint", "family_two_names", "given_faint", "given_two_names"}


def _forgiven(name: NameEvidence) -> NameEvidence:
    """Where a number and the birth date agree, one part of the name that is only faintly alike is a slip, not another name.

    Another name stays a conflict, whatever number agrees: a number is easily taken for somebody else's.
    """
    if len(name.against) != 1 or name.against[0] not in _FAINT:
        return name
    family, given = (Part(part.bits, part.says or part.against, ()) for part in (name.family, name.given))
    return NameEvidence(family, given, name.middle, name.cost, name.says)


def compare_dates(asked: str, held: str, counts: Counts) -> tuple[str, float]:
    """Say how two birth dates stand: `same`, `missing`, or how they differ. A near date is a difference like any other."""
    if not asked or not held:
        return "missing", 0.0
    if asked == held:
        return "same", counts.date_bits(held)
    code = date_difference(asked, held)
    return code, DATE_NEAR[code]


def date_difference(asked: str, held: str) -> str:
    """How two different dates differ: day and month swapped, one digit, one year, month or day alone, or altogether."""
    (year, month, day), (year2, month2, day2) = asked.split("-"), held.split("-")
    if year == year2 and (month, day) == (day2, month2):
        return "date_swapped"
    if (month, day) == (month2, day2) and abs(int(year) - int(year2)) == 1:
        return "date_year"
    if sum(one != other for one, other in zip(asked, held, strict=True)) == 1:
        return "date_digit"
    return "date_month_or_day" if year == year2 and (month == month2 or day == day2) else "date_differs"


def _numbers(asked: Known, held: Known) -> tuple[tuple[str, ...], float, tuple[str, ...], tuple[str, ...]]:
    agree: list[str] = []
    says: list[str] = []
    against: list[str] = []
    bits = 0.0
    for kind in IDENTIFIERS:
        mine, theirs = asked.numbers.get(kind, ()), held.numbers.get(kind, ())
        if not mine or not theirs:
            continue
        if mine[0] in theirs:
            agree.append(kind)
        elif kind == "booking_id":
            bits -= 2.0
        elif any(OSA.distance(mine[0], other, score_cutoff=1) <= 1 for other in theirs):
            bits += NUMBER_SLIP
            says.append(f"{kind}_slip")
        else:
            bits += NUMBER_DIFFERS
            against.append(f"{kind}_differs")
    bits += NUMBER_AGREES if agree else 0.0
    return tuple(agree), bits, tuple(says), tuple(against)


def _sex(asked: str, held: str, counts: Counts, sure: bool) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
    """Where the birth date and a number, or the given name letter for letter, agree (`sure`), another sex is told, no more."""
    if not asked or not held:
        return 0.0, (), ()
    if asked == held:
        return counts.sex_bits(held), (), ()
    return (-6.0, ("sex_otherwise",), ()) if sure else (-6.0, (), ("sex_differs",))


def _suffix(asked: Known, held: Known) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
    mine = next((name.suffix for name in asked.names if name.suffix), "")
    theirs = next((name.suffix for name in held.names if name.suffix), "")
    if mine and theirs:
        return (2.0, ("suffix",), ()) if mine == theirs else (-10.0, (), ("suffix_differs",))
    if mine or theirs:
        return -2.0, ("suffix_one_side",), ()
    return 0.0, (), ()
