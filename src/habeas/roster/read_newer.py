"""Read a file, or several that belong together, through a profile in the newer words: its shape, joined files, the header as expected."""

import difflib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import PurePath

import msgspec

from habeas.common.errors import BadInputError
from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.faults import check_columns
from habeas.roster.layout import FileLayout, JoinRule, LookupRule
from habeas.roster.limits import ReadLimits
from habeas.roster.lookups import looked_up
from habeas.roster.profile import Profile
from habeas.roster.readers.csv import read_csv
from habeas.roster.readers.drawn import is_drawn, table_of_drawn
from habeas.roster.readers.every_sheet import EVERY_SHEET, read_every_sheet
from habeas.roster.readers.header import spelling_of
from habeas.roster.readers.html import is_page, table_of_page
from habeas.roster.readers.lines import read_lines, text_lines
from habeas.roster.readers.placed import table_of_places
from habeas.roster.readers.sql import is_sql, tables_of_sql
from habeas.roster.readers.text import decode
from habeas.roster.readers.tree import read_tree, read_trees, unfolded
from habeas.roster.readers.xlsx import read_xlsx
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import RosterRow, RosterTable

Files = Mapping[str, bytes]
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
MOST_FILES = 20_000
FIRST_SHEET = "first"
WORDS = "charge_description"


def read_newer(files: Files, profile: Profile, limits: ReadLimits, name: str, sheet: str | None = None) -> RosterTable:
    """Read through the newer words. `files`: one file, or all of a folder; a zip of files is laid out. BadInputError as a reader says."""
    layout = profile.file
    assert layout is not None  # noqa: S101 - asked for only where there is one
    every = laid_out(files, limits, name)
    alike = matching(every, layout.name) if layout.shape != "lines" and "*" in layout.name else []
    main, data = (name, b"") if len(alike) > 1 else _main(every, layout, name)
    if len(alike) > 1 and layout.shape == "table":
        table = _one_below_the_other({each: _table(every[each], profile, limits, each, sheet) for each in alike})
    elif len(alike) > 1:
        table = read_trees({each: every[each] for each in alike}, profile, limits, name)
    elif layout.shape == "lines":
        table = read_lines(data, profile, limits, main)
    elif layout.shape == "tree":
        table = read_tree(data, profile, limits, main)
    else:
        table = _table(data, profile, limits, main, sheet)
        table = unfolded(table, profile, main) if layout.charges else table
    check_header(table, profile, main)
    if profile.join:
        table = _joined(table, every, profile, limits, main)
    for each in profile.lookup:
        table = _with_codes(table, each, every, profile, limits, main)
    check_columns(table, profile, main)
    return table


def _table(data: bytes, profile: Profile, limits: ReadLimits, name: str, sheet: str | None) -> RosterTable:
    if data[:4] in _ZIP and sheet is None and profile.file is not None and profile.file.sheet == EVERY_SHEET:
        return with_midnights(read_every_sheet(data, spelling_of(profile), limits, name))
    if data[:4] in _ZIP:
        return with_midnights(read_xlsx(data, spelling_of(profile), limits, name, sheet))
    if profile.file is not None and profile.file.starts:
        lines, said = text_lines(data, name, profile.file.encoding)
        spelling = spelling_of(_of_commas(profile))
        table = read_csv(table_of_places(lines, profile.file.starts, profile.file.wraps), spelling, limits, name)
        return replace(table, repaired=(*said, *table.repaired))
    if is_page(data):
        data = table_of_page(data, name)
    elif is_drawn(data):
        data = table_of_drawn(data, name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"[", b"{"}:
        raise BadInputError(
            f'{name} is JSON, and its profile says shape = "table"; write shape = "tree" and people = the path to a person.'
        )
    wanted = sheet or (profile.file.sheet if profile.file else "")
    if wanted and wanted != FIRST_SHEET:
        raise BadInputError(
            f'{name} is no workbook and has no sheets, and the sheet "{wanted}" is asked for; give the workbook, or take sheet out.'
        )
    return read_csv(data, spelling_of(profile), limits, name)


_DAY_CELL, _MOMENT_CELL = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:.*")


def with_midnights(table: RosterTable) -> RosterTable:
    """A workbook's table whose moments at midnight, which a spreadsheet keeps as a day, have their hour where others of the column have."""
    timed = {column for row in table.rows for column, cell in row.values.items() if _MOMENT_CELL.fullmatch(cell)}
    rows = (
        replace(row, values={**row.values, **{each: f"{row.values[each]}T00:00:00" for each in days}})
        if (days := [each for each in timed if _DAY_CELL.fullmatch(row.values.get(each, ""))])
        else row
        for row in table.rows
    )
    return replace(table, rows=tuple(rows)) if timed else table


def _of_commas(profile: Profile) -> Profile:
    """The profile for the table that was made of cells at places."""
    assert profile.file is not None  # noqa: S101 - asked for only where there is one
    return msgspec.structs.replace(profile, file=msgspec.structs.replace(profile.file, separator=",", encoding=""))


def laid_out(files: Files, limits: ReadLimits, name: str) -> Files:
    """The files, those of a zip that is no workbook in its place."""
    if len(files) > 1:
        return files
    only, data = next(iter(files.items()), (name, b""))
    if data[:4] not in _ZIP:
        return (tables_of_sql(decode(data, only)[0]) or {only: data}) if is_sql(data) else {only: data}
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [each for each in archive.infolist() if not each.is_dir()]
        if any(each.filename == "xl/workbook.xml" for each in infos):
            return {only: data}
        if len(infos) > MOST_FILES or sum(each.file_size for each in infos) > limits.max_bytes:
            raise BadInputError(f"{only} unpacks to more than Habeas reads: split it.")
        return {PurePath(each.filename).name: archive.read(each) for each in infos}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError):
        raise BadInputError(f"{only} is a zip file that cannot be opened: pack it anew, without a password.") from None


def _main(files: Files, layout: FileLayout, name: str) -> tuple[str, bytes]:
    """The file that holds the bookings."""
    found = matching(files, layout.name) if layout.name else list(files)
    if len(files) == 1 and not layout.name:
        return next(iter(files.items()))
    if len(found) != 1:
        fault = f"has {len(found)} files" if found else "has no file"
        raise BadInputError(
            f'{name} {fault} like "{layout.name or "*"}"; write under [file] which one holds the bookings, '
            f'such as name = "{min(files, default="people.csv")}".'
        )
    return found[0], files[found[0]]


def _one_below_the_other(tables: Mapping[str, RosterTable]) -> RosterTable:
    """Tables of several files as one. BadInputError where one has other columns than the first."""
    first = next(iter(tables))
    other = next((each for each, table in tables.items() if {*table.columns} != {*tables[first].columns}), None)
    if other is not None:
        raise BadInputError(f"{other} has other columns than {first}: name under [file] the files that are one table.")
    return RosterTable(
        tables[first].columns,
        tuple(replace(row, where=f"{each} {row.where}") for each, table in tables.items() for row in table.rows),
        tuple(replace(one, row=f"{each} {one.row}") for each, table in tables.items() for one in table.refused),
        tuple(said for table in tables.values() for said in table.repaired),
        tuple(total for table in tables.values() for total in table.totals),
    )


def name_of_alike(names: Iterable[str], every: Iterable[str]) -> str:
    """The name with `*` that means these files and none of the others; empty where none does."""
    own, others = [*names], {*every}
    before = _common(own)
    behind = _common([each[::-1] for each in own])[::-1]
    pattern = f"{before}*{behind[max(0, len(before) + len(behind) - min(map(len, own))) :]}"
    return pattern if {*matching(dict.fromkeys(others, b""), pattern)} == {*own} else ""


def _common(names: list[str]) -> str:
    """The letters that all names begin with."""
    least = min(names, key=len)
    return next(
        (least[:at] for at in range(len(least), 0, -1) if all(each.startswith(least[:at]) for each in names)), ""
    )


def trees_of(files: Files) -> str:
    """The names of files that are a tree each (`*.xml`), where most of several files are; empty where they are not."""
    kinds = Counter(PurePath(name).suffix for name, data in files.items() if _begins_tree(data))
    suffix, count = kinds.most_common(1)[0] if kinds else ("", 0)
    every = sum(PurePath(name).suffix == suffix for name in files)
    return f"*{suffix}" if suffix and count == every and count > max(1, len(files) // 2) else ""


def _begins_tree(data: bytes) -> bool:
    return data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"<", b"{", b"["} and not is_page(data)


def matching(files: Files, pattern: str) -> list[str]:
    """The files that a name with `*` means."""
    return [each for each in files if fnmatch(PurePath(each).name.casefold(), pattern.casefold())]


def is_one_table(profile: Profile) -> bool:
    """Whether each row of a file stands for itself, in an encoding that is found: no tree, no lines, nothing joined or unfolded."""
    layout = profile.file
    if layout is None:
        return profile.xml is None and profile.banded is None
    alone = not (profile.join or profile.lookup or layout.charges or layout.name or layout.encoding or layout.starts)
    return alone and layout.shape == "table" and layout.sheet in {"", FIRST_SHEET}


def check_header(table: RosterTable, profile: Profile, name: str) -> None:
    """Raise BadInputError where the header is not the one that the profile was made for, with what seems to be renamed."""
    if not profile.expects:
        return
    there = [each for each in table.columns if each]
    gone = [each for each in profile.expects if each not in there]
    new = [each for each in there if each not in profile.expects]
    if gone or new:
        raise BadInputError(_changed(gone, new, profile, name))


def _changed(gone: list[str], new: list[str], profile: Profile, name: str) -> str:
    pairs = [(each, close[0]) for each in gone if (close := difflib.get_close_matches(each, new, 1, 0.4))]
    renamed = [f'"{old}" seems to be "{now}" now' for old, now in pairs]
    told = {now for _, now in pairs} | {old for old, _ in pairs}
    lost = [f'"{each}" is gone' for each in gone if each not in told]
    added = [f'"{each}" is new' for each in new if each not in told]
    what = "; ".join([*renamed, *lost, *added][:12])
    made_for = f"The header of {name} is not the one the profile {profile.name} was made for"
    return f"{made_for}: {what}. Nothing was read; correct [columns] and expects."


def _joined(table: RosterTable, files: Files, profile: Profile, limits: ReadLimits, main: str) -> RosterTable:
    """The rows of the first file, each with the rows of the others that belong to it. A row that belongs to nobody is refused."""
    rows: list[list[RosterRow]] = [[] for _ in table.rows]
    people: list[dict[str, str]] = [{} for _ in table.rows]
    columns, refused, said = list(table.columns), list(table.refused), list(table.repaired)
    for join in profile.join:
        name, other = _other(join, files, profile, limits, main)
        theirs, ours = _keys(join)
        _demand(table, ours, main, join)
        _demand(other, theirs, name, join)
        of_people = _tells_people(profile, join)
        places: dict[tuple[str, ...], list[int]] = {}
        for place, row in enumerate(table.rows):
            places.setdefault(_key(row, ours), []).append(place)
        for row in other.rows:
            found = places.get(_key(row, theirs), []) if any(_key(row, theirs)) else []
            where = f"{name} {row.where}"
            if not found:
                refused.append(
                    Refusal(
                        where,
                        f"belongs to no row of {main}: nobody there has {', '.join(_key(row, theirs))[:60] or 'no number'}",
                    )
                )
            told = {f"{join.name}.{column}": cell for column, cell in row.values.items()}
            for place in found if of_people else found[:1]:
                # who somebody is stands on every row of theirs; a second row of the same number is one more
                if of_people and not people[place].keys() & told.keys():
                    people[place] |= told
                else:
                    rows[place].append(RosterRow(where, told))
        said += _covered(rows_of(other, theirs), len(other.rows), places, name, _charges_from(profile, join))
        columns += [f"{join.name}.{each}" for each in other.columns if each]
        refused += [Refusal(f"{name} {each.row}", each.why, each.person, each.nobody) for each in other.refused]
        said += other.repaired
    made = [
        RosterRow(row.where, {**row.values, **own, **each.values})
        for row, own, others in zip(table.rows, people, rows, strict=True)
        for each in others or [row]
    ]
    return RosterTable(tuple(columns), tuple(made), tuple(refused), tuple(said), table.totals)


def _with_codes(
    table: RosterTable, lookup: LookupRule, files: Files, profile: Profile, limits: ReadLimits, main: str
) -> RosterTable:
    """The rows with what their codes mean in a file or sheet of codes."""
    name, codes = _other(lookup, files, profile, limits, main)
    theirs, ours = _keys(lookup)
    _demand(table, ours, main, lookup)
    _demand(codes, theirs, name, lookup)
    return looked_up(table, lookup.name, codes, (theirs[0], ours[0]), name)


def rows_of(table: RosterTable, columns: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The keys that a joined table has rows of."""
    return {_key(row, columns) for row in table.rows}


def _tells_people(profile: Profile, join: JoinRule) -> bool:
    """Whether a joined table tells of people, and nothing that may stand several times: its row then belongs to each of their bookings."""
    told = {name for name in profile.columns if any(each.startswith(f"{join.name}.") for each in profile.sources(name))}
    of_person = [name for name in told if name == FULL_NAME or COLUMNS[name].entity == "person"]
    return bool(told) and len(of_person) == len(told)


def _charges_from(profile: Profile, join: JoinRule) -> bool:
    """Whether the charges are read from a joined table."""
    return any(each.startswith(f"{join.name}.") for each in (*profile.sources("statute"), *profile.sources(WORDS)))


def _covered(
    told: set[tuple[str, ...]], count: int, owners: Mapping[tuple[str, ...], list[int]], name: str, charges: bool
) -> list[Repair]:
    """What to say of a joined table that is empty, or that tells nothing of many: an export that was cut off looks so."""
    if not count:
        return [Repair("whole file", f"{name} holds no row: what it tells of everybody is left unknown")]
    without = len([each for each in owners if each not in told])
    if not charges or not without:
        return []
    asks = ": is it whole? Their charges are left unknown" if 2 * without > len(owners) else ""
    return [Repair("whole file", f"{without:,} of {len(owners):,} have no row in {name}{asks}")]


def _other(join: JoinRule, files: Files, profile: Profile, limits: ReadLimits, main: str) -> tuple[str, RosterTable]:
    """The joined file or sheet as a table of its own."""
    sources = [
        each.removeprefix(f"{join.name}.")
        for column in profile.columns
        for each in profile.sources(column)
        if each.startswith(f"{join.name}.")
    ]
    layout = FileLayout(separator="", sheet=join.sheet, encoding=profile.file.encoding if profile.file else "")
    left = [each.removeprefix(f"{join.name}.") for each in profile.left_out if each.startswith(f"{join.name}.")]
    own = msgspec.structs.replace(
        profile,
        file=layout,
        columns={"booking_id": [*_keys(join)[0]], "statute": sources},
        totals=[],
        rows=[],
        expects=[],
        leave_out=left,
    )
    if join.sheet:
        return f'sheet "{join.sheet}"', _table(files[main], own, limits, main, None)
    found = matching(files, join.file)
    if len(found) != 1:
        raise BadInputError(
            f'The profile {profile.name} joins "{join.file}", and {len(found) or "no"} such file is among {", ".join(sorted(files))}.'
        )
    return found[0], _table(files[found[0]], own, limits, found[0], None)


def _keys(join: JoinRule) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that tie: those of the joined file, and those of the first."""
    pairs = {join.on: join.on} if isinstance(join.on, str) else join.on
    return tuple(pairs), tuple(pairs.values())


def _key(row: RosterRow, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for each in columns if (text := row.values.get(each, "").strip()))


def _demand(table: RosterTable, columns: tuple[str, ...], name: str, join: JoinRule) -> None:
    for each in columns:
        if each not in table.columns:
            raise BadInputError(
                f'{name} has no column "{each}", which [[join]] {join.name} is tied by; it has {", ".join(table.columns[:30])}.'
            )
