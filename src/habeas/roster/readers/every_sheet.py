"""One table on several sheets of a workbook (a sheet a pod, a month): each sheet that has its header, one below the other."""

from collections.abc import Iterator
from dataclasses import replace

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.header import Spelling
from habeas.roster.readers.xlsx import look_into, may_hold_people, read_xlsx
from habeas.roster.records import Repair
from habeas.roster.rows import FileTotal, RosterRow, RosterTable

EVERY_SHEET = "every"
WHOLE = "whole file"


def read_every_sheet(data: bytes, spelling: Spelling, limits: ReadLimits, name: str) -> RosterTable:
    """Read each sheet that is shown and not named elsewhere. BadInputError where none has the header.

    A sheet that is not read though it may hold people is said, and so is a column that one sheet lacks.
    """
    looked = look_into(data, limits, name)
    apart = {*looked.hidden_sheets, *spelling.sheets_joined, *spelling.sheets_dropped}
    shown = [each for each in looked.sheets if each not in apart]
    read = {each: table for each in shown if (table := _table(data, spelling, limits, name, each)) is not None}
    if not read:
        return read_xlsx(data, spelling, limits, name)
    columns = next(iter(read.values())).columns
    known = {*read, *spelling.sheets_joined, *spelling.sheets_dropped}
    left = [each for each in looked.sheets if each not in known and may_hold_people(data, name, each, columns)]
    said = [
        Repair(WHOLE, f'the sheet "{each}" holds rows too, and its header is another: everyone in it is left unknown')
        for each in left
    ]
    said += [
        Repair(WHOLE, f'the sheet "{each}" lacks {", ".join(gone)}: what stands there elsewhere is left unknown in it')
        for each, table in read.items()
        if (gone := [f'"{one}"' for one in columns if one and one not in table.columns])
    ]
    return _joined(read, said)


def _table(data: bytes, spelling: Spelling, limits: ReadLimits, name: str, sheet: str) -> RosterTable | None:
    """The sheet as a table; None where it has not the header."""
    try:
        return read_xlsx(data, spelling, limits, name, sheet)
    except BadInputError:
        return None


def _joined(read: dict[str, RosterTable], said: list[Repair]) -> RosterTable:
    """The tables one below the other, each place with its sheet."""
    columns = tuple(dict.fromkeys(column for table in read.values() for column in table.columns))
    rows = [
        RosterRow(f"sheet {each} {row.where}", row.values, row.written, row.said)
        for each, table in read.items()
        for row in table.rows
    ]
    refused = [replace(one, row=f"sheet {each} {one.row}") for each, table in read.items() for one in table.refused]
    repaired = [_placed(one, each) for each, table in read.items() for one in table.repaired]
    return RosterTable(columns, tuple(rows), tuple(refused), (*repaired, *said), tuple(_totals(read)))


def _placed(said: Repair, sheet: str) -> Repair:
    """What was said of a sheet, with its name; what holds for the whole of it is said of the whole file."""
    if said.row == WHOLE:
        return Repair(WHOLE, f'sheet "{sheet}": {said.what}')
    return Repair(f"sheet {sheet} {said.row}", said.what)


def _totals(read: dict[str, RosterTable]) -> Iterator[FileTotal]:
    """The sheets' own counts: one of each sheet is a part, and they are added up."""
    every = [each for table in read.values() for each in table.totals]
    for counts in dict.fromkeys(each.counts for each in every):
        own = [each for each in every if each.counts == counts]
        a_part = len(read) > 1 and all(
            sum(each.counts == counts for each in table.totals) == 1 for table in read.values()
        )
        yield from [FileTotal(own[0].where, counts, sum(each.number for each in own))] if a_part else own
