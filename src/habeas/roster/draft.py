"""A first profile for an export nobody has described: what it looks like, what each column seems to be, why, and what could not be told.

A birthplace, a race or a language is never proposed for citizenship: only a column that names citizenship is, and a person checks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from habeas.common.errors import BadInputError
from habeas.roster.build import build
from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting import report, tree
from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.citizens import citizens
from habeas.roster.drafting.code_and_section import code_and_section, subdivisions
from habeas.roster.drafting.columns import of_charge, propose
from habeas.roster.drafting.day_and_time import day_and_time
from habeas.roster.drafting.fixed import is_fixed
from habeas.roster.drafting.grid import Grid, repeats, separator_of
from habeas.roster.drafting.headless import without_header
from habeas.roster.drafting.joined import Other, agency_of_bare_holds, cells_of, main_of, only_agency, others_of
from habeas.roster.drafting.line_forms import forms_of_lines
from habeas.roster.drafting.marks import asked_of, flags_of, rows_of_holds, stands_of_holds
from habeas.roster.drafting.notes import doubts_of, notes_of
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.records import DAY, TIME, Records, records_of
from habeas.roster.drafting.report_bookings import CODE, SECTION
from habeas.roster.drafting.row_bands import TAB, RowBands, bands_of
from habeas.roster.drafting.several import (
    aliases_of_objects,
    given_and_middle,
    holds_beside,
    is_zip_of_files,
    numbered_once,
    of_a_booking,
    rivals_of,
    state_number,
    suffix_beside,
    two_family_names,
    whole_name,
)
from habeas.roster.drafting.sheets_of_a_book import grid_or_none, other_sheets, same_table, with_the_bookings
from habeas.roster.drafting.split import cut, list_mark, splits_of
from habeas.roster.drafting.statutes import bare_code, statute_draft
from habeas.roster.drafting.totals import line_of_totals
from habeas.roster.drafting.write import Written, array, quoted, toml_of
from habeas.roster.hold_words import HOLD
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile, read_profile
from habeas.roster.read import read_bytes
from habeas.roster.read_newer import MOST_FILES, laid_out, read_newer
from habeas.roster.readers.drawn import is_drawn, table_of_drawn
from habeas.roster.readers.every_sheet import EVERY_SHEET
from habeas.roster.readers.html import is_page, table_of_page
from habeas.roster.readers.lines import text_lines
from habeas.roster.readers.pdf import PDF
from habeas.roster.readers.text import decode, refuse_other_kinds
from habeas.roster.readers.tree import load_tree
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
    tables = {name: grid for name, data in files.items() if (grid := grid_or_none(data, name, sheet))}
    if not tables:
        return _first_drafted(of, files, by)
    cells = {name: cells_of(grid, judge) for name, grid in tables.items()}
    best = main_of(cells)
    others, left = others_of(cells[best], {name: cells[name] for name in cells if name != best}, "file")
    draft, notes = _guarded(of, lambda: _table_of(tables[best], best, others, judge, today))
    draft.stem = Path(of).stem
    draft.file = {"name": quoted(best), **draft.file}
    left += [name for name in files if name not in tables]
    told = [f"Drafted from {best}."] + (
        [f"Nothing ties {', '.join(left)} to it: join each with [[join]], its file and on."] if left else []
    )
    return _tried(draft, [*told, *notes], files, of, today)


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
    if is_zip_of_files(data):
        return _of_files(name, {**laid_out({name: data}, ReadLimits(), name)}, (sheet, judge, today))
    return _guarded(name, lambda: _drafted(data, name, (sheet, judge, today)))


def _guarded(name: str, work: Callable[[], _T]) -> _T:
    """What `work` gives; BadInputError where an export is of a layout that drafting did not foresee: no fault of whoever brings it."""
    try:
        return work()
    except (ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RecursionError) as fault:
        what = f"{name} is of a layout that cannot be drafted ({type(fault).__name__})"
        raise BadInputError(f"{what}; describe it in a profile by hand: docs/profiles.md says how.") from fault


def _drafted(data: bytes, name: str, by: tuple[str | None, Judge, date | None]) -> ProfileDraft:
    """Draft by what the file is: a tree, a report, a table. `by`: the sheet, the judge of statutes and the export's day."""
    sheet, judge, today = by
    if is_page(data):
        draft, notes = _table(table_of_page(data, name), name, sheet, judge, today)
        return _tried(draft, notes, {name: data}, name, today)
    if is_drawn(data):
        draft, notes = _table(table_of_drawn(data, name), name, sheet, judge, today)
        return _tried(draft, notes, {name: data}, name, today)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        refuse_other_kinds(data.lstrip(b"\xef\xbb\xbf"), name)
    if start == b"<" and NIEM.search(data[:20_000]):
        raise BadInputError(
            f"{name} is a NIEM message: its elements refer to one another; start from the profile niem_ojbc or niem_jtmp."
        )
    if start in {b"<", b"[", b"{"}:
        draft, notes = _tree(data, name, judge, today)
    elif data[:2] != b"PK" and not data.startswith(PDF) and (kinds := records_of(decode(data, name)[0], judge, today)):
        draft, notes = _records(kinds, name)
    elif data.startswith(PDF) or (data[:2] != b"PK" and _is_in_lines(decode(data, name)[0])):
        draft, notes = _report(data, name, judge, today)
    else:
        draft, notes = _table(data, name, sheet, judge, today)
    return _tried(draft, notes, {name: data}, name, today)


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
    draft, notes = _table_of(grid, name, others, judge, today)
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


def _table_of(
    grid: Grid, name: str, others: list[Other], judge: Judge, today: date | None
) -> tuple[Written, list[str]]:
    """The draft of a table, with the tables that are joined to it."""
    columns = numbered_once(cells_of(grid, judge)) if grid.header else cells_of(grid, judge, " ")
    for each in columns if any(cells.of in {"charge", "person"} for other in others for cells in other.columns) else []:
        each.of = "person"
    columns += [cells for other in others for cells in other.columns]
    cut(columns)
    draft = Written(Path(name).stem, {"shape": '"table"'}, proposals=propose(columns, today))
    if not grid.header:
        without_header(draft.proposals, columns)
    if grid.separator and grid.separator != ",":
        draft.file["separator"] = quoted(grid.separator)
    if grid.sheet:
        draft.file["sheet"] = quoted(grid.sheet)
    if not grid.quotes:
        draft.file["quotes"] = "false"
    _header(draft, grid)
    _joins(draft, others)
    by_name = {each.source: each for each in columns}
    draft.flags = flags_of(draft.proposals, by_name)
    of_a_booking(draft.proposals, by_name)
    day_and_time(draft, by_name)
    code_and_section(draft, by_name, judge)
    notes = _of_cells(draft, by_name) + asked_of(draft.proposals, by_name, draft.flags)
    _hidden(draft, grid, notes)
    notes += [
        f'"{each.asks}" says how holds stand, and where is not told: all of them are read.'
        for each in others
        if each.asks
    ]
    draft.totals = [{"line": line} for line in _feet(grid)]
    draft.expects = [each for each in grid.names if each]
    return draft, notes


def _joins(draft: Written, others: list[Other]) -> None:
    """The tables that are joined; a hold that ended is left out."""
    for each in others:
        theirs, ours = each.on
        on = quoted(theirs) if theirs == ours else f"{{ {quoted(theirs)} = {quoted(ours)} }}"
        draft.joins.append({"name": quoted(each.name), each.where[0]: quoted(each.where[1]), "on": on})
        if each.over[0]:
            draft.rows.append(("leave out", each.over[0], [*each.over[1]], ""))
        if each.ended:
            draft.rows.append(("leave out", each.ended, ["*"], ""))


def _header(draft: Written, grid: Grid) -> None:
    if not grid.header:
        draft.file["header"] = '"none"'
        return
    if grid.titles or len(grid.header) > 1:
        draft.file["header"] = str(grid.header[0]) if len(grid.header) == 1 else f"[{', '.join(map(str, grid.header))}]"
    by_plain = {each.plain: each.source for each in draft.proposals if each.plain}
    person = [by_plain[each] for each in ("person_id", FULL_NAME, "family_name") if each in by_plain]
    if repeats(grid, by_plain.get("booking_id", ""), person):
        draft.file["repeats"] = '"blank"'


def _hidden(draft: Written, grid: Grid, notes: list[str]) -> None:
    """Hidden columns and sheets are left out, and a person is asked; one that seems to be needed is read."""
    known = {each.source for each in draft.proposals if each.plain}
    draft.left_out = [each for each in grid.hidden_columns if each not in known]
    draft.sheets_left_out = list(grid.hidden_sheets)
    if draft.left_out or draft.sheets_left_out:
        hidden = ", ".join(f'"{each}"' for each in [*draft.left_out, *draft.sheets_left_out])
        notes.append(f"Hidden in the workbook, and left out: {hidden}. Ask why it is hidden before you read it.")


def _of_cells(draft: Written, columns: dict[str, Cells]) -> list[str]:
    """What the cells of the columns say beyond their kind: forms of charges, rows that are holds, lists; and what to ask."""
    draft.split, notes = splits_of(draft.proposals, columns)
    draft.rows += rows_of_holds(draft.proposals, columns)
    agency_of_bare_holds(draft.proposals, columns)
    holds_beside(draft, columns)
    aliases_of_objects(draft, columns)
    two_family_names(draft, columns)
    given_and_middle(draft, columns)
    suffix_beside(draft, columns)
    state_number(draft, columns)
    notes += citizens(draft, columns)
    notes += rivals_of(draft.proposals) + stands_of_holds(columns.values())
    draft.default_code = bare_code(draft.proposals, columns)
    for each in draft.proposals:
        cells = columns[each.source]
        if not each.plain and not any(other.plain in {FULL_NAME, "family_name"} for other in draft.proposals):
            notes += whole_name(draft, each, cells)
        if each.plain == "statute":
            notes += _statute(draft, each, cells)
        if each.plain in {"holds", "aliases"}:
            mark = list_mark(cells, each.plain)
            if mark and mark != ";":
                draft.forms[each.plain] = [f"list {mark.strip(' ')}"]
        if cells.date is not None and cells.date.twins and each.plain:
            notes.append(f'"{each.source}" is read month first; every cell allows day first as well: make sure.')
    return notes


def _statute(draft: Written, proposal: Proposal, cells: Cells) -> list[str]:
    found = statute_draft(cells)
    if found.holds and not cells.mark:
        draft.rows.append(("hold", proposal.source, found.holds, _who_holds(draft, proposal, found.holds)))
    if found.forms:
        draft.forms["statute"], draft.spellings = found.forms, found.codes
    for plain, codes in (("charge_grade", found.grades), ("charge_disposition", found.stands)):
        if codes and not any(each.plain == plain for each in draft.proposals):
            draft.codes[plain] = codes
    shown = ", ".join(f'"{each}"' for each in found.unread[:5])
    return (
        [f'{len(found.unread):,} values of "{proposal.source}" are no section with a code and no hold: {shown}.']
        if found.unread
        else []
    )


def _who_holds(draft: Written, proposal: Proposal, holds: list[str]) -> str:
    """The column that says who holds: the charge's words where the statute says no more than that there is a hold."""
    words = next((each.source for each in draft.proposals if each.plain == "charge_description"), "")
    bare = all(each.upper().strip(" .") in HOLD for each in holds)
    return words if bare and words else proposal.source


def _feet(grid: Grid) -> list[str]:
    """The lines below the table that hold a number, as lines of totals, without knowing yet what they count."""
    lines = ["|".join(cell.strip() for cell in cells if cell.strip()) for _, cells in grid.other[-5:]]
    return [line for line in lines if re.search(r"\d", line) and re.search(r"[A-Za-z]", line)]


def _tree(data: bytes, name: str, judge: Judge, today: date | None) -> tuple[Written, list[str]]:
    document, _ = load_tree(data, Profile(name="draft"), ReadLimits(), name)
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
    notes = _of_cells(draft, columns)
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
    file = {"shape": '"lines"', "separator": quoted(kinds.separator), "skip": array(kinds.skip)}
    draft = Written(Path(name).stem, file, proposals=proposals, of_ruler=True, lines=kinds.toml)
    moment = {each.plain: each for each in proposals if each.plain in {DAY, TIME}}
    if moment:
        draft.glued["booked_at"] = ([f"{{{DAY}}} {{{TIME}}}"], "a day beside its time, and no head says so: make sure")
        draft.forms["booked_at"] = [f"{moment[DAY].forms[0]} {moment[TIME].forms[0]}"]
        moment[DAY].forms = moment[TIME].forms = []
    return draft, [
        "The first cell of each line tells what it is; the cells have no header: compare ten people with the jail's own records."
    ]


def _tried(draft: Written, notes: list[str], files: Mapping[str, bytes], name: str, today: date | None) -> ProfileDraft:
    """Read the file through the draft: the totals count what agrees with what was read, and what does not is said."""
    candidates, draft.totals = draft.totals, [each for each in draft.totals if "path" in each]
    made, fault = _roster(draft, files, name, today)
    if fault:
        notes.append(f"THIS DRAFT DOES NOT READ THE FILE YET: {fault}")
    if made is not None:
        counted, _ = made
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
    return ProfileDraft(toml_of(draft), tuple(told), tuple(draft.proposals))


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
