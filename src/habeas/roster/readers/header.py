"""Which record of a table is its header, and which of the profile's columns each of its cells means however it is written."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from habeas.common.errors import BadInputError
from habeas.roster.layout import NO_HEADER, FileLayout
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.records import Refusal, Repair
from habeas.roster.totals import TotalLines, total_lines

LOOKED_AT = 60
"""How many records from the top may stand above the header."""
LONGEST, MOST = 200, 2_000
"""Letters of a header cell, and cells of a header, that are compared with the profile's columns."""
A_PERSON = 3
"""How many filled cells a record above the header has that may be somebody."""

Record = tuple[int, list[str]]
_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The columns a profile knows: by their letters and digits alone, as the profile writes them."""

    known: dict[str, str]
    exact: frozenset[str]
    needed: frozenset[str]
    """What a booking's number may be called."""
    layout: FileLayout | None = None
    """What the profile says of the file in its newer words."""
    totals: TotalLines | None = None
    dropped: frozenset[str] = frozenset()
    """Columns that must not be read."""
    spoken_of: frozenset[str] = frozenset()
    """Columns of which the profile says anything: none of them is a question where it is hidden."""
    sheets_dropped: frozenset[str] = frozenset()
    sheets_joined: frozenset[str] = frozenset()
    """Sheets that the profile joins: they are read by it."""

    def meant(self, cell: str) -> str:
        """The profile's own spelling of a header cell; the cell itself where the profile knows no such column."""
        shown = cell.strip()
        if shown in self.exact or len(shown) > LONGEST:
            return shown
        return self.known.get(letters_of(shown), shown)

    def found_in(self, cells: Iterable[str]) -> int:
        """How many columns of the profile a record names, and first of all a booking's number."""
        named = {self.meant(cell) for cell in islice(cells, MOST)} & self.exact
        return len(named) + (1000 if named & self.needed else 0)


def spelling_of(profile: Profile) -> Spelling:
    """How a profile's columns are spelled. Two that differ in nothing but capitals and blanks are told apart by those."""
    exact = {source for column in profile.columns for source in profile.sources(column)}
    exact |= {
        *profile.ignored,
        *profile.left_out,
        *profile.expects,
        *profile.flags,
        *(each for rule in profile.rows for each in rule.when),
    }
    twins = Counter(letters_of(each) for each in exact)
    known = {letters_of(each): each for each in exact if letters_of(each) and twins[letters_of(each)] == 1}
    return Spelling(
        known,
        frozenset(exact),
        frozenset(profile.sources("booking_id")),
        profile.file,
        total_lines(profile),
        frozenset(profile.left_out),
        frozenset(exact) if profile.is_new else frozenset(),
        frozenset(profile.sheets_left_out),
        frozenset(each.sheet for each in profile.join if each.sheet),
    )


def letters_of(header: str) -> str:
    """A header's letters and digits in small letters: `Booking ID`, `BOOKING_ID` and `bookingId` are one."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", header).casefold())


@dataclass(frozen=True, slots=True)
class HeadedRecords:
    """A table's columns, the records below them, and what was said of the header and of what stands above it."""

    columns: tuple[str, ...]
    written: tuple[str, ...]
    """The header as the file writes it, in small letters."""
    records: Iterator[Record]
    said: tuple[Repair, ...] = ()
    refused: tuple[Refusal, ...] = ()


def find_header(
    records: Iterator[Record], spelling: Spelling, limits: ReadLimits, name: str, label: str = "row"
) -> HeadedRecords:
    """Take the header out of a table's first records. BadInputError where there is none, too wide a one, or a column twice."""
    if spelling.layout is not None and (spelling.layout.header_rows() or spelling.layout.header == NO_HEADER):
        return _where_written(records, spelling, spelling.layout, limits, name)
    first = list(islice(records, LOOKED_AT))
    if not first:
        raise BadInputError(f"{name} is empty: it needs a header line and at least one row.")
    place = header_place([cells for _, cells in first], spelling)
    _check_width(first[place][1], limits, name)
    written = tuple(_shown(cell) for cell in first[place][1])
    if spelling.layout is not None:
        written = tuple(numbered(list(written)))
    columns = _checked(tuple(map(spelling.meant, written)), name)
    respelled = [
        Repair("whole file", f'the column "{there[:60]}" is read as {column}')
        for there, column in zip(written, columns, strict=True)
        if there != column
    ]
    said, refused = _above(first[:place], len(columns), label)
    lowered = tuple(each.casefold() for each in written)
    return HeadedRecords(columns, lowered, chain(first[place + 1 :], records), (*said, *respelled), refused)


def header_place(records: Sequence[Sequence[str]], spelling: Spelling) -> int:
    """Which record is the header: the one that names most of the profile's columns, a booking's number before all.

    Where no record names two it is the first; without a profile, the first that is filled as widely as most.
    """
    counts = [spelling.found_in(cells) for cells in records]
    best = max(counts)
    if best > 1:
        return counts.index(best)
    if spelling.exact:
        return 0
    filled = [sum(bool(cell.strip()) for cell in cells) for cells in records]
    return next(place for place, count in enumerate(filled) if count * 2 > max(filled))


def _where_written(
    records: Iterator[Record], spelling: Spelling, layout: FileLayout, limits: ReadLimits, name: str
) -> HeadedRecords:
    """The header in the rows the profile names; several are joined, and what stands above and between is left out."""
    wanted = layout.header_rows()
    found: dict[int, list[str]] = {}
    after: list[Record] = []
    for number, cells in records:
        if wanted and number <= wanted[-1]:
            found |= {number: cells} if number in wanted else {}
        elif number >= layout.rows_from:
            after = [(number, cells)]
            break
    if set(found) != set(wanted):
        lacking = min(set(wanted) - set(found))
        raise BadInputError(f"{name} has nothing in row {lacking}, where the profile says its header is.")
    rows = [found[number] for number in wanted]
    written = numbered(joined_header(rows)) if rows else _without_header(layout, after)
    _check_width(written, limits, name)
    columns = tuple(map(spelling.meant, written))
    if len(set(filter(None, columns))) != sum(map(bool, columns)):
        columns = tuple(written)
    return HeadedRecords(columns, tuple(each.casefold() for each in written), chain(after, records))


def _without_header(layout: FileLayout, after: list[Record]) -> list[str]:
    width = len(after[0][1]) if after else 0
    return [*layout.columns, *(str(number) for number in range(len(layout.columns) + 1, width + 1))]


def joined_header(rows: Sequence[Sequence[str]]) -> list[str]:
    """The names of the columns from several header rows: a cell above stands over the blank ones right of it, `Inmate / Name`."""
    if len(rows) == 1:
        return [_shown(cell) for cell in rows[0]]
    width = max(len(row) for row in rows)
    shown = [[_shown(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    for row, below in pairwise(shown):
        over = ""
        for place, cell in enumerate(row):
            over = cell or (over if below[place] else "")
            row[place] = over
    return [" / ".join(dict.fromkeys(row[place] for row in shown if row[place])) for place in range(width)]


def numbered(names: list[str]) -> list[str]:
    """The names with the second of one name called `Name (2)`."""
    seen: Counter[str] = Counter()
    made = []
    for name in names:
        seen[name] += 1
        made.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return made


def _shown(cell: str) -> str:
    """A header cell without the marks nobody sees."""
    return "".join(
        letter for letter in cell if unicodedata.category(letter) not in {"Cc", "Cf"} or letter in "\n\t"
    ).strip()


def _check_width(cells: Sequence[str], limits: ReadLimits, name: str) -> None:
    if len(cells) > limits.max_columns:
        raise BadInputError(f"{name} has {len(cells):,} columns; the most Habeas reads is {limits.max_columns:,}.")


def _checked(columns: tuple[str, ...], name: str) -> tuple[str, ...]:
    twice = [column for column, count in Counter(column for column in columns if column).items() if count > 1]
    if twice:
        raise BadInputError(f'{name} has the column "{twice[0]}" twice in its header; rename or drop one.')
    return columns


def _above(records: Sequence[Record], width: int, label: str) -> tuple[list[Repair], tuple[Refusal, ...]]:
    """What stands above the header: a title is left out and said; a record as wide as the table may be somebody, and is refused."""
    said, refused = [], []
    for number, cells in records:
        if len(cells) == width and sum(bool(cell.strip()) for cell in cells) >= A_PERSON:
            refused.append(Refusal(f"{label} {number}", "stands above the header: nobody can say what its cells mean"))
        else:
            said.append(Repair(f"{label} {number}", "stands above the header: left out"))
    return said, tuple(refused)
