"""The draft of a table: what each of its columns is, what is joined to it, and what its cells say beyond their kind."""

import re
from datetime import date
from pathlib import Path

from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.citizens import citizens
from habeas.roster.drafting.code_and_section import code_and_section, sub_beside
from habeas.roster.drafting.columns import propose
from habeas.roster.drafting.day_and_time import day_and_time
from habeas.roster.drafting.grid import Grid, repeats
from habeas.roster.drafting.headless import without_header
from habeas.roster.drafting.joined import Other, agency_of_bare_holds, cells_of, holds_with_states
from habeas.roster.drafting.label_cells import with_labels
from habeas.roster.drafting.marks import asked_of, flags_of, rows_of_holds, stands_of_holds
from habeas.roster.drafting.packed import Packed, without_packed
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.several import (
    aliases_of_objects,
    given_and_middle,
    holds_beside,
    numbered_once,
    of_a_booking,
    rivals_of,
    state_number,
    suffix_beside,
    two_family_names,
    whole_name,
)
from habeas.roster.drafting.split import cut, list_mark, splits_of
from habeas.roster.drafting.statutes import bare_code, holds_in_parts, statute_draft
from habeas.roster.drafting.write import Written, quoted
from habeas.roster.hold_words import HOLD


def table_of(
    grid: Grid, name: str, others: list[Other], judge: Judge, today: date | None, packed: Packed | None = None
) -> tuple[Written, list[str]]:
    """The draft of a table, with the tables that are joined to it. `packed`: a column whose cells hold charges of several parts."""
    columns, labeled = (numbered_once(cells_of(grid, judge)), True) if grid.header else with_labels(grid, judge)
    columns = without_packed(columns, packed, judge) if packed else columns
    for each in columns if any(cells.of in {"charge", "person"} for other in others for cells in other.columns) else []:
        each.of = each.of or "person"
    explained = {other.on[1] for other in others if other.alone}
    for each in columns:
        each.of = "other" if each.source in explained else each.of
    columns += [cells for other in others for cells in other.columns]
    cut(columns)
    draft = Written(Path(name).stem, {"shape": '"table"'}, proposals=propose(columns, today))
    if not labeled:
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
    _booking_of_joins(draft, others)
    notes = told_by_cells(draft, by_name) + asked_of(draft.proposals, by_name, draft.flags)
    sub_beside(draft, by_name)
    _hidden(draft, grid, notes)
    notes += [
        f'"{each.asks}" says how holds stand, and where is not told: all of them are read.'
        for each in others
        if each.asks
    ]
    draft.totals = [{"line": line} for line in _feet(grid)]
    draft.expects = [each for each in grid.names if each] if packed is None else []
    draft.file |= packed.words() if packed else {}
    return draft, notes


def _booking_of_joins(draft: Written, others: list[Other]) -> None:
    """The number that charges or holds are tied by is the booking's, where another was only guessed: that one may be the person's."""
    ties = {other.on[1] for other in others if not other.codes and other.name != "people"}
    guessed = next((each for each in draft.proposals if each.plain == "booking_id" and "make sure" in each.why), None)
    tie = next((each for each in draft.proposals if each.source in ties and each.plain == "person_id"), None)
    if guessed is not None and tie is not None and len(ties) == 1:
        tie.plain, tie.why = "booking_id", "charges are tied by it: make sure"
        guessed.plain, guessed.why = "person_id", "no header says so; the other column of numbers: make sure"


def _joins(draft: Written, others: list[Other]) -> None:
    """The tables that are joined; a hold that ended is left out."""
    for each in others:
        theirs, ours = each.on
        on = quoted(theirs) if theirs == ours else f"{{ {quoted(theirs)} = {quoted(ours)} }}"
        told = draft.lookups if each.codes else draft.joins
        draft.coded |= {ours} if each.codes else set()
        told.append({"name": quoted(each.name), each.where[0]: quoted(each.where[1]), "on": on})
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


def told_by_cells(draft: Written, columns: dict[str, Cells]) -> list[str]:
    """What the cells of the columns say beyond their kind: forms of charges, rows that are holds, lists; and what to ask."""
    draft.split, notes = splits_of(draft.proposals, columns)
    draft.rows += rows_of_holds(draft.proposals, columns)
    agency_of_bare_holds(draft.proposals, columns)
    holds_beside(draft, columns)
    holds_with_states(draft, columns)
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
        held = holds_in_parts(found.holds) if cells.mark else []
        draft.forms["statute"], draft.spellings = [*found.forms, *held], found.codes
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
    pages = re.compile(r"\bpage\W*\d|^page\b", re.IGNORECASE)
    return [
        line for line in lines if re.search(r"\d", line) and re.search(r"[A-Za-z]", line) and not pages.search(line)
    ]
