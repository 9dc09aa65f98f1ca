"""A first profile for an export nobody has described: what it looks like, what each column seems to be, why, and what could not be told.

A birthplace, a race or a language is never proposed for citizenship: only a column that names citizenship is, and a person checks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from habeas.common.errors import BadInputError
from habeas.roster.build import build
from habeas.roster.drafting import report, tree
from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.code_and_section import code_and_section, subdivisions
from habeas.roster.drafting.columns import of_charge, propose
from habeas.roster.drafting.day_and_time import day_and_time
from habeas.roster.drafting.fixed import is_fixed
from habeas.roster.drafting.grid import Grid, grid_of_text, separator_of
from habeas.roster.drafting.gutters import Gutters, gutters_of, wraps_of
from habeas.roster.drafting.joined import cells_of, main_of, only_agency, others_of
from habeas.roster.drafting.line_forms import forms_of_lines
from habeas.roster.drafting.notes import doubts_of, notes_of
from habeas.roster.drafting.packed import packed_in
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.records import DAY, TIME, Records, records_of
from habeas.roster.drafting.report_bookings import CODE, SECTION
from habeas.roster.drafting.row_bands import TAB, RowBands, bands_of
from habeas.roster.drafting.several import (
    is_zip_of_files,
)
from habeas.roster.drafting.sheets_of_a_book import grid_or_none, other_sheets, same_table, with_the_bookings
from habeas.roster.drafting.split import cut, list_mark
from habeas.roster.drafting.tables import table_of, told_by_cells
from habeas.roster.drafting.totals import line_of_totals
from habeas.roster.drafting.typed import typed_of
from habeas.roster.drafting.worth import worth_of
from habeas.roster.drafting.write import Written, array, quoted, toml_of
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile, read_profile
from habeas.roster.read import read_bytes
from habeas.roster.read_newer import MOST_FILES, laid_out, matching, name_of_alike, read_newer, trees_of
from habeas.roster.readers.drawn import is_drawn, table_of_drawn
from habeas.roster.readers.every_sheet import EVERY_SHEET
from habeas.roster.readers.html import is_page, table_of_page
from habeas.roster.readers.lines import text_lines
from habeas.roster.readers.pdf import PDF
from habeas.roster.readers.placed import table_of_places
from habeas.roster.readers.segments import in_lines
from habeas.roster.readers.sql import is_sql
from habeas.roster.readers.text import decode, refuse_other_kinds
from habeas.roster.readers.tree import load_tree, load_trees, may_be_records
from habeas.roster.records import Roster
from habeas.roster.statute_forms import StatuteForms
from habeas.roster.tally import Tally

_PLAIN_STATUTES = StatuteForms(
    (
        "{code} {section}",
        "{section} {code}",
        "{section} {code}/{grade}",
        "{code} {section}-{grade}",
        "PV - {section} {code}",
    ),
    {},
    ("F", "M", "I"),
)
_T = TypeVar("_T")
NIEM = re.compile(rb"niem|:ref=|structures", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """A drafted profile as TOML, what a person must look at, and each column with its proposal and its values."""

    toml: str
    notes: tuple[str, ...]
    columns: tuple[Proposal, ...] = ()


def looks_like_statute(text: str) -> bool:
    """Whether a text is a section with a code written beside it, for whoever has no reader of statutes at hand."""
    return len(text) < 60 and not _PLAIN_STATUTES.read(text).said


def draft_profile(
    path: Path, *, sheet: str | None = None, judge: Judge = looks_like_statute, today: date | None = None
) -> ProfileDraft:
    """Draft a profile for an export. `judge`: whether a text is a statute; `today`: the export's day. BadInputError where it cannot.

    Of a folder the file is drafted that looks most like bookings; the others are named, to be joined.
    """
    if path.is_dir():
        return _of_folder(path, sheet=sheet, judge=judge, today=today)
    return draft_of(read_bytes(path, ReadLimits()), path.name, sheet=sheet, judge=judge, today=today)


def _of_folder(path: Path, *, sheet: str | None, judge: Judge, today: date | None) -> ProfileDraft:
    """Draft the file of a folder whose columns most often say who somebody is, the others joined; those that nothing ties are named."""
    files = {
        each.name: read_bytes(each, ReadLimits()) for each in sorted(path.iterdir())[:MOST_FILES] if each.is_file()
    }
    return _of_files(path.name, files, (sheet, judge, today))


def _of_files(of: str, files: dict[str, bytes], by: tuple[str | None, Judge, date | None]) -> ProfileDraft:
    """The draft of files that belong together, those of a folder or zip called `of`."""
    sheet, judge, today = by
    if pattern := trees_of(files):
        return _of_trees(of, files, pattern, judge, today)
    tables = {name: grid for name, data in files.items() if (grid := grid_or_none(data, name, sheet))}
    if not tables:
        return _first_drafted(of, files, by)
    cells = {name: cells_of(grid, judge) for name, grid in tables.items()}
    best = main_of(cells)
    same = [name for name, grid in tables.items() if grid.names == tables[best].names and grid.header]
    pattern = name_of_alike(same, files) if len(same) > 1 else ""
    for name in same if pattern else ():
        tables[best].rows = [*tables[best].rows, *(tables[name].rows if name != best else ())]
        if name != best:
            del tables[name], cells[name]
    cells[best] = cells_of(tables[best], judge)
    others, left = others_of(cells[best], {name: cells[name] for name in cells if name != best}, "file")
    draft, notes = _guarded(of, lambda: table_of(tables[best], best, others, judge, today))
    draft.stem = Path(of).stem
    draft.file = {"name": quoted(pattern or best), **draft.file}
    none = [name for name in files if name not in tables and name not in (same if pattern else ())]
    left += [name for name in none if not _SAYS_OF_FILES.search(name)]
    told = [f"Drafted from {best}."] + (
        [f"Nothing ties {', '.join(left)} to it: join each with [[join]], its file and on."] if left else []
    )
    return _tried(draft, [*told, *notes], files, of, today)[1]


_SAYS_OF_FILES = re.compile(r"read_?me|licen[sc]e|manifest|checksum|\.(md|md5|sha\d*|log|sig|asc)$", re.IGNORECASE)
"""Names of files that tell of the others, and of nobody."""


def _of_trees(of: str, files: dict[str, bytes], pattern: str, judge: Judge, today: date | None) -> ProfileDraft:
    """The draft of files that are one tree each, one or more people in every one; the others are named."""
    alike = matching(files, pattern)
    left = [name for name in files if name not in alike]

    def way() -> tuple[Written, list[str]]:
        document, _ = load_trees({name: files[name] for name in alike}, Profile(name="draft"), ReadLimits(), of)
        draft, notes = _tree(document, of, judge, today)
        draft.file = {"name": quoted(pattern), **draft.file}
        told = [f"{len(alike):,} files {pattern} are read as one, in the order of their names."]
        told += [f"Not read: {', '.join(left[:20])}."] if left else []
        return draft, [*told, *notes]

    return _best([way], files, of, today)


def _first_drafted(of: str, files: dict[str, bytes], by: tuple[str | None, Judge, date | None]) -> ProfileDraft:
    """Of a folder without tables, the draft of the first file that can be drafted, the others named."""
    # a zip within a zip is left to whoever packed it: one may hold itself
    for name, data in ((each, data) for each, data in files.items() if not is_zip_of_files(data)):
        try:
            draft = draft_of(data, name, sheet=by[0], judge=by[1], today=by[2])
        except BadInputError:
            continue
        toml = draft.toml.replace("[file]\n", f"[file]\nname = {quoted(name)}\n", 1)
        others = ", ".join(each for each in files if each != name)
        told = f"Drafted from {name}; the folder holds also {others}: join each with [[join]], its file and on."
        return ProfileDraft(toml, (told, *draft.notes), draft.columns)
    raise BadInputError(
        f"{of} is several files, and none of its files can be drafted: draft the file with the bookings."
    )


def draft_of(
    data: bytes, name: str, *, sheet: str | None = None, judge: Judge = looks_like_statute, today: date | None = None
) -> ProfileDraft:
    """Draft a profile for the bytes of an export called `name`."""
    if is_zip_of_files(data) or is_sql(data):
        return _of_files(name, {**laid_out({name: data}, ReadLimits(), name)}, (sheet, judge, today))
    return _drafted(data, name, (sheet, judge, today))


def _guarded(name: str, work: Callable[[], _T]) -> _T:
    """What `work` gives; BadInputError where an export is of a layout that drafting did not foresee: no fault of whoever brings it."""
    try:
        return work()
    except (ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RecursionError) as fault:
        what = f"{name} is of a layout that cannot be drafted ({type(fault).__name__})"
        raise BadInputError(f"{what}; describe it in a profile by hand: docs/profiles.md says how.") from fault


def _drafted(data: bytes, name: str, by: tuple[str | None, Judge, date | None]) -> ProfileDraft:
    """Draft in each way in which the file may be read, and take the one that tells most; BadInputError of the first where none can."""
    _, judge, today = by
    ways: list[_Way] = [lambda: _by_kind(data, name, by)]
    if may_be_records(data, name):
        ways.insert(0, lambda: _tree(load_tree(data, Profile(name="draft"), ReadLimits(), name)[0], name, judge, today))
    grid = grid_or_none(data, name, by[0]) if _may_be_table(data) else None
    if grid and (packed := packed_in(grid)):
        ways.append(lambda: table_of(grid, name, [], judge, today, packed))
    if _may_be_table(data) and data[:2] != b"PK" and _has_gaps(decode(data, name)[0]):
        ways.append(lambda: _report(data, name, judge, today))
    if _may_be_table(data) and data[:2] != b"PK" and (typed := typed_of(decode(data, name)[0], judge, today)):
        ways.insert(0, lambda: _records(typed, name))
    if columns := _in_columns(data, name):
        ways.append(lambda: _placed(*columns, name, judge, today))
    return _best(ways, {name: data}, name, today)


_GAP = re.compile(r"\S {2,}(?=\S)")


def _has_gaps(text: str) -> bool:
    """Whether most lines have cells far apart although a separator cuts them too: a comma in each name, another in each offense."""
    lines = [line for line in text[:200_000].split("\n") if line.strip()][:500]
    apart = sum(len(_GAP.findall(line)) > 2 for line in lines)
    return apart > 0.8 * len(lines) and not _is_in_lines(text)


def _may_be_table(data: bytes) -> bool:
    """Whether a file may be a table of cells: no page, tree or PDF."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"<", b"{", b"["} and not data.startswith(PDF)


def _in_columns(data: bytes, name: str) -> tuple[list[str], Gutters] | None:
    """The lines of a text or PDF whose cells stand in columns under a head; None where they do not."""
    if data[:2] == b"PK" or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"<", b"{", b"["} or is_drawn(data):
        return None
    lines, _ = text_lines(data, name)
    found = gutters_of(lines)
    return (lines, found) if found else None


def _placed(lines: list[str], found: Gutters, name: str, judge: Judge, today: date | None) -> tuple[Written, list[str]]:
    """The draft of lines under a head, each column at its place."""
    wraps = wraps_of(lines, found)
    grid = grid_of_text(table_of_places(lines, found.starts, wraps).decode(), ",", name)
    draft, notes = table_of(grid, name, [], judge, today)
    draft.file |= {"wraps": array(wraps)} if wraps else {}
    draft.file |= {"starts": f"[{', '.join(map(str, found.starts))}]"} | (
        {"skip": array(found.skip)} if found.skip else {}
    )
    return draft, [*notes, "Each column begins where its head does: compare ten people with the file."]


_Way = Callable[[], tuple[Written, list[str]]]


def _best(ways: list[_Way], files: Mapping[str, bytes], name: str, today: date | None) -> ProfileDraft:
    """The draft of the way that tells most; of several that tell as much, the first."""
    found: list[tuple[float, ProfileDraft]] = []
    faults: list[BadInputError] = []
    for way in ways:
        try:
            draft, notes = _guarded(name, way)
            found.append(_tried(draft, notes, files, name, today))
        except BadInputError as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    return max(found, key=lambda each: each[0])[1]


def _by_kind(data: bytes, name: str, by: tuple[str | None, Judge, date | None]) -> tuple[Written, list[str]]:
    """Draft by what the file is: a tree, a report, a table. `by`: the sheet, the judge of statutes and the export's day."""
    sheet, judge, today = by
    if is_page(data):
        return _table(table_of_page(data, name), name, sheet, judge, today)
    if is_drawn(data):
        return _table(table_of_drawn(data, name), name, sheet, judge, today)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        refuse_other_kinds(data.lstrip(b"\xef\xbb\xbf"), name)
    if start == b"<" and NIEM.search(data[:20_000]):
        raise BadInputError(
            f"{name} is a NIEM message: its elements refer to one another; start from the profile niem_ojbc or niem_jtmp."
        )
    if start in {b"<", b"[", b"{"}:
        return _tree(load_tree(data, Profile(name="draft"), ReadLimits(), name)[0], name, judge, today)
    if (
        data[:2] != b"PK"
        and not data.startswith(PDF)
        and (kinds := records_of(in_lines(decode(data, name)[0]), judge, today))
    ):
        return _records(kinds, name)
    if data.startswith(PDF) or (data[:2] != b"PK" and _is_in_lines(decode(data, name)[0])):
        return _report(data, name, judge, today)
    return _table(data, name, sheet, judge, today)


def _is_in_lines(text: str) -> bool:
    """Whether a text is lines whose cells stand in columns of letters, and no table with a separator."""
    return not separator_of(text) or is_fixed(text)


def _table(data: bytes, name: str, sheet: str | None, judge: Judge, today: date | None) -> tuple[Written, list[str]]:
    grid = with_the_bookings(data, name, sheet, judge)
    bands = bands_of(grid.records, grid.separator or TAB, judge, today)
    if bands is not None:
        return _banded(bands, grid, name, judge)
    same = same_table(data, name, grid) if sheet is None else []
    others, left = other_sheets(data, name, grid, judge) if sheet is None and not same else ([], [])
    for each in same:
        grid.rows = [*grid.rows, *each.rows]
    draft, notes = table_of(grid, name, others, judge, today)
    if same:
        draft.file["sheet"] = quoted(EVERY_SHEET)
        notes.append(
            f"{len(same) + 1} sheets have one header and are read as one table: is everybody on them in custody?"
        )
    told = [f'The sheet "{each}" is not read: nothing ties it to the sheet with the bookings.' for each in left]
    return draft, [*told, *notes]


def _banded(bands: RowBands, grid: Grid, name: str, judge: Judge) -> tuple[Written, list[str]]:
    """The draft of a table whose rows are of several kinds, each under a head of its own or with labels."""
    file = {"shape": '"lines"', "separator": quoted(grid.separator or TAB), "skip": array(bands.skip)}
    file |= {"sheet": quoted(grid.sheet)} if grid.sheet else {}
    draft = Written(Path(name).stem, file, proposals=bands.proposals, of_ruler=True, lines=bands.toml)
    draft.totals = [{"line": line} for line in bands.totals]
    forms_of_lines(draft, bands.proposals, judge)
    return draft, [
        "The rows are of several kinds, told by how each begins: compare ten people with the jail's own records."
    ]


def _tree(document: Any, name: str, judge: Judge, today: date | None) -> tuple[Written, list[str]]:
    shape = tree.shape_of(document, name, judge)
    columns = {
        path: Cells(path, cells, judge, tree.head_of(path, shape), of=tree.whose(path, shape))
        for path, cells in shape.cells.items()
    }
    only_agency(columns.values())
    cut(columns.values())
    draft = Written(
        Path(name).stem, {"shape": '"tree"', "people": quoted(shape.people)}, proposals=propose(columns.values(), today)
    )
    for each in draft.proposals:
        if each.source.startswith("charges."):
            of_charge(each)
    draft.file |= {
        key: quoted(path) for key, path in (("bookings", shape.bookings), ("charges", shape.charges)) if path
    }
    code_and_section(draft, columns, judge)
    day_and_time(draft, columns)
    notes = told_by_cells(draft, columns)
    subdivisions(draft, columns)
    notes += [
        f'"{path}" holds {count:,} more that look like people, and is not read.' for path, count in shape.left.items()
    ]
    for each in draft.proposals:
        if each.plain == "charge_disposition" and len(columns[each.source].filled) < len(columns[each.source].all):
            notes.append(
                f'"{each.source}" is absent in some charges: if that means pending, write "absent" among its words.'
            )
    draft.totals = [{"path": path, "counts": "people"} for path, number in shape.totals if number == shape.count]
    return draft, notes


def _report(data: bytes, name: str, judge: Judge, today: date | None) -> tuple[Written, list[str]]:
    lines, _ = text_lines(data, name)
    shape = report.shape_of(lines, judge, today) if any(lines) else None
    if shape is None:
        raise BadInputError(
            f"{name} is neither a table nor a report whose lines hold a name and a date: describe its lines in a profile ([[lines]])."
        )
    draft = Written(
        Path(name).stem,
        {"shape": '"lines"', "skip": array(shape.skip)},
        proposals=shape.proposals,
        of_ruler=True,
    )
    draft.lines, draft.totals = shape.toml, [{"line": line} for line in shape.totals]
    if shape.coded:
        draft.glued["statute"] = ([f"{{{CODE}}} {{{SECTION}}}"], "a code beside a section")
    mark = list_mark(Cells("holds", shape.holds, judge), "holds")
    draft.forms |= {"holds": [f"list {mark.strip(' ')}"]} if mark and mark != ";" else {}
    forms_of_lines(draft, shape.proposals, judge)
    return draft, [
        "The ruler was found by columns that are blank in every line: compare it with habeas roster profile FILE --lines."
    ]


def _records(kinds: Records, name: str) -> tuple[Written, list[str]]:
    """The draft of records that their first cell tells apart."""
    proposals = [each for kind, _, found in kinds.kinds for each in found if kind != "hold"]
    file = (
        {"shape": '"lines"'}
        | ({"separator": quoted(kinds.separator)} if kinds.separator else {})
        | {"skip": array(kinds.skip)}
    )
    draft = Written(Path(name).stem, file, proposals=proposals, of_ruler=True, lines=kinds.toml)
    moment = {each.plain: each for each in proposals if each.plain in {DAY, TIME}}
    if moment:
        draft.glued["booked_at"] = ([f"{{{DAY}}} {{{TIME}}}"], "a day beside its time, and no head says so: make sure")
        draft.forms["booked_at"] = [f"{moment[DAY].forms[0]} {moment[TIME].forms[0]}"]
        moment[DAY].forms = moment[TIME].forms = []
    return draft, [
        "The first cell of each line tells what it is; the cells have no header: compare ten people with the jail's own records."
    ]


def _tried(
    draft: Written, notes: list[str], files: Mapping[str, bytes], name: str, today: date | None
) -> tuple[float, ProfileDraft]:
    """Read the file through the draft: the totals count what agrees with what was read, and what does not is said; what it is worth."""
    candidates, draft.totals = draft.totals, [each for each in draft.totals if "path" in each]
    made, fault = _roster(draft, files, name, today)
    if fault:
        notes.append(f"THIS DRAFT DOES NOT READ THE FILE YET: {fault}")
    if made is not None:
        counted = dict(made[0])
        if sum(each.nobody for each in made[1].refused) > len(candidates):
            counted["rows"] = -1  # rows of nobody stand between: which of them the file counts is not known
        for each in candidates:
            if "line" in each:
                line, left = line_of_totals(each["line"], counted)
                draft.totals += [{"line": line}] if line else []
                notes += (
                    [f'The line "{each["line"][:60]}" counts something that the draft reads otherwise: {left}.']
                    if left
                    else []
                )
    held = made[0]["holds"] if made else 0
    draft.make_sure = doubts_of(draft, notes, held)
    told = notes_of(draft, notes, made[1] if made else None, held)
    worth = worth_of(draft, made[1] if made else None)
    return worth, ProfileDraft(toml_of(draft), tuple(told), tuple(draft.proposals))


def _roster(
    draft: Written, files: Mapping[str, bytes], name: str, today: date | None
) -> tuple[tuple[dict[str, int], Roster] | None, str]:
    """What the file holds as the draft reads it; or, where it does not, the sentence that says why."""
    try:
        profile = read_profile(toml_of(draft), f"{draft.stem}.toml")
        table = read_newer(files, profile, ReadLimits(), name)
        made = build([table], profile, "", today)
    except BadInputError as fault:
        return None, str(fault)
    tally = Tally()
    for each in made.people:
        tally.add(each)
    feet = sum(each.nobody for each in made.refused)
    return (tally.counted(made.rows - feet), made), ""
