"""Records of several kinds in fixed columns without a separator, told by their first letters (`P01…` a person, `C02…` a charge)."""

from datetime import date

from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.fixed import cut_apart
from habeas.roster.drafting.records import Records, kinds_of
from habeas.roster.drafting.spans import apart, spans_of, with_times

_LEAST_KEY = 5
"""How long the number that ties a charge to its booking is at least."""
_MOST_KINDS, _MOST_ONCE = 8, 4
_DAY, _SEVERAL = 8, 3
"""How wide a day is in digits."""


def typed_of(text: str, judge: Judge, today: date | None) -> Records | None:
    """The kinds of records of a text in fixed columns; None where its first letters do not tell kinds that a number ties together."""
    lines = [line.rstrip("\r") for line in text[:4_000_000].split("\n") if line.strip()]
    keys = {wide: _key(lines, _often(lines, wide), wide) for wide in (3, 2, 1)}
    wide = max(keys, key=lambda each: keys[each])
    if not keys[wide]:
        return None
    columns = {tag: _columns(own, wide, keys[wide], judge) for tag, own in _often(lines, wide).items()}
    found = kinds_of("", "", dict.fromkeys(line[:wide] for line in lines), columns, (judge, today))
    for kind, tag, proposals in found.kinds if found else ():
        if kind == "hold":
            proposals[0].source = _whole_cell(proposals[0].source, columns[tag])
    return found


def _whole_cell(source: str, columns: list[Cells]) -> str:
    """The place of who holds: from where its first words stand to the next cell that is a day, else to the end of the line."""
    first = int(source.split("-", maxsplit=1)[0])
    behind = [int(each.source.split("-", maxsplit=1)[0]) for each in columns if each.date is not None]
    return f"{first}-{min((at for at in behind if at > first), default=0) - 1 or ''}".replace("--1", "-")


def _often(lines: list[str], wide: int) -> dict[str, list[str]]:
    """The lines of each kind that stands more than once; none where the first letters tell no kinds."""
    by_tag: dict[str, list[str]] = {}
    for line in lines:
        by_tag.setdefault(line[:wide], []).append(line)
    often = {tag: own for tag, own in by_tag.items() if len(own) > 1}
    few = 1 < len(often) <= _MOST_KINDS and len(by_tag) - len(often) <= _MOST_ONCE
    return often if few and all(map(str.isalnum, "".join(often))) else {}


def _key(lines: list[str], often: dict[str, list[str]], wide: int) -> int:
    """How long the number behind the tag is that a record has in common with the one of the first kind above it; 0 where there is none."""
    first = next((tag for line in lines if (tag := line[:wide]) in often), "")
    above, common = "", []
    for line in lines:
        if line[:wide] == first:
            above = line[wide:]
        elif line[:wide] in often and above:
            rest = line[wide:]
            common.append(
                next(
                    (at for at, (a, b) in enumerate(zip(rest, above, strict=False)) if a != b),
                    min(len(rest), len(above)),
                )
            )
    length = min(common, default=0)
    own = [line[wide : wide + length] for line in often.get(first, [])]
    while length and {each[length - 1 : length] for each in own} <= {"0", " "}:
        length -= 1  # the zero that opens the number behind it in every record is no digit of this one
    numbered = len({*own}) > 0.9 * len(own) and all(any(map(str.isdigit, each)) for each in own)
    return length if length >= _LEAST_KEY and numbered else 0


def _columns(lines: list[str], wide: int, key: int, judge: Judge) -> list[Cells]:
    """The cells of records of one kind: the number that ties them, and what stands behind it."""
    most, begins = max(map(len, lines)), wide + key
    while all(not line[begins : begins + 1].strip() for line in lines) and begins < most:
        begins += 1
    counted = _counted(lines, begins, (wide, wide + key))
    begins += counted
    behind = [(" " * begins + line[begins:]).ljust(most) for line in lines]
    found = cut_apart(with_times(apart(spans_of(behind), "", behind), behind), behind)
    spans = [part for first, last in found if first < most for part in _letters(first, min(last, most), behind)]
    every = [(wide, wide + key), *([(begins - counted, begins)] if counted else []), *spans]
    made = [
        Cells(f"{first + 1}-{last}", [line[first:last].strip() for line in lines], judge, " ") for first, last in every
    ]
    made[0].__dict__["date"] = None  # the number that ties records is no day, whatever its digits are like
    return made


def _counted(lines: list[str], begins: int, key: tuple[int, int]) -> int:
    """How many digits from a place on count the records of one booking (`01`, `02`); 0 where none do."""
    for digits in (3, 2, 1):
        told: dict[str, list[str]] = {}
        for line in lines:
            told.setdefault(line[slice(*key)], []).append(line[begins : begins + digits])
        count = all(each == [f"{at:0{digits}}" for at in range(1, len(each) + 1)] for each in told.values())
        if count and any(len(each) > 1 for each in told.values()):
            return digits
    return 0


def _letters(first: int, last: int, lines: list[str]) -> list[tuple[int, int]]:
    """A span cut behind the letter of a sex and of a race, or of a grade, that opens it; and behind a day that letters follow."""
    cells = [line[first:last] for line in lines]
    days = [each[:_DAY] for each in cells]
    if (
        last - first > _DAY
        and all(each.isdigit() or not each.strip() for each in days)
        and any(map(str.isdigit, "".join(days)))
    ):
        rest = [each[_DAY:].strip() for each in cells]
        if not any(map(str.isdigit, "".join(rest))):
            return [(first, first + _DAY), (first + _DAY, last)]
    told = {each.strip() for each in cells}
    if (
        len(told) > _SEVERAL
        and {each[:1] for each in cells} == {"F", "M"}
        and all(each[1:3].isalpha() for each in told)
    ):
        return [(first, first + 1), (first + 1, last)]  # so many offenses do not all begin with one of two letters
    if not 1 < last - first < 6 or not all(each.strip().isalpha() for each in cells):
        return [(first, last)]
    opens = {each[0] for each in cells}
    if not {"M", "F"} <= opens <= {*"MFUX"}:
        return [(first, last)]
    race = {each[1] for each in cells} <= {*"WBHAIOUPN"} and last - first > 2
    return [(first, first + 1), *([(first + 1, first + 2)] if race else []), (first + 1 + race, last)]
