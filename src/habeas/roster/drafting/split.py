"""Cells that hold several charges: the mark between them, told by the parts."""

import re
from collections.abc import Iterable

from habeas.roster.columns import COLUMNS
from habeas.roster.drafting.cells import MOST, WITH_WORDS, Cells, without_label
from habeas.roster.drafting.charge_words import grade_of
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.hold_lines import HELD, text_is
from habeas.roster.hold_words import FEDERAL, WHO
from habeas.roster.values import split_list

SURE = ("<br />", "<br/>", "<br>", "\n", ";", "|", "~", "^", "||")
"""Marks that hardly ever stand within one charge."""
UNSURE = (" / ", ", ", " & ", ",", "/")
"""Marks that stand within charges as well: only where every part reads as a charge does."""
_SECTION = re.compile(
    r"(?:[A-Z][A-Za-z.&]{0,7}\.? ?){0,3}(?:§+ ?)?\d{1,5}[A-Z]{0,2}(?:[.:\-/ ]?\d+[A-Za-z]*)*(?:\s?\([A-Za-z0-9]+\))*"
    r"(?:\s*(?:[A-Z]{1,3}|ILCS.*|[-–:(/].*))?",
)
_OF_ILLINOIS = re.compile(r"\d{2,3}(?:[ -]| ?ILCS ?)\d{1,4}/", re.IGNORECASE)
"""An act whose sections stand behind a stroke (720 ILCS 5/16-25, 720-5/16-25)."""
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/(?:(?:19|20)\d\d|\d\d)(?:,? \d{1,2}:?\d{2}.*)?"
    r"|(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|[12]\d|3[01])-(?:19|20)\d\d(?:,? \d{1,2}:?\d{2}.*)?"
    r"|(?:19|20)\d{2}-\d{2}-\d{2}(?:[T ].*)?"
)
_MONEY = re.compile(r"\$?[\d,]+(?:\.\d\d)?|NO (?:BAIL|BOND)|NONE", re.IGNORECASE)
_WORDS = ("charge_description", "statute", "charge_disposition", "charge_grade", "case_number")


def mark_of(cells: Cells) -> str:
    """The mark between several charges of one cell; empty where a cell holds one."""
    if cells.date is not None:
        return ""
    marks = [
        mark
        for mark in (*SURE, *UNSURE)
        if (several := sum(mark in each.strip() for each in cells.filled)) > 1 and several > 0.04 * len(cells.filled)
    ]
    # a mark whose parts are charges before one that may stand between the words of one
    whole = next((mark for mark in marks if _are_sections(cells, mark) and _are_charges(cells, mark)), "")
    return whole or next((mark for mark in marks if _are_charges(cells, mark)), "")


def _are_sections(cells: Cells, mark: str) -> bool:
    """Whether nearly every part begins or ends with a section, holds left out."""
    parts = [
        without_label(part)
        for each in cells.filled
        for one in each.split(mark)
        if (part := one.strip()) and text_is(part) not in HELD
    ]
    told = sum(bool((_SECTION.match(each) and re.search(r"\d", each)) or WITH_WORDS.search(each)) for each in parts)
    return bool(parts) and told >= MOST * len(parts)


def cut(columns: Iterable[Cells]) -> None:
    """Give each column whose cells hold several charges the mark that stands between them."""
    for cells in columns:
        cells.mark = mark_of(cells)
        for known in ("filled", "counts", "told") if cells.mark else ():
            cells.__dict__.pop(known, None)  # they were of whole cells


def _are_charges(cells: Cells, mark: str) -> bool:
    """Whether the parts read as charges, or as what stands beside charges under a header of theirs."""
    parts = [part for each in cells.filled for one in each.split(mark) if (part := one.strip())]
    if any(map(_DATE.fullmatch, parts)) or (mark == "/" and any(map(_OF_ILLINOIS.match, cells.counts))):
        return False
    if cells.meanings[:1] == ["bail"]:
        return mark in SURE and sum(bool(_MONEY.fullmatch(each)) for each in parts) >= MOST * len(parts)
    parts = [without_label(each) for each in parts if text_is(each) not in HELD] or parts
    sections = sum(
        bool(
            any(map(str.isdigit, each))
            and (
                cells.judge(each)
                or _SECTION.fullmatch(each)
                or (WITH_WORDS.search(each) and not re.search(r"[~;|^]", each))
            )
        )
        for each in parts
    )
    coded = sum(any(map(str.isalpha, each)) or "." in each or "-" in each for each in parts)
    if sections >= MOST * len(parts) and (mark in SURE or min(sections, coded) == len(parts)):
        return coded >= MOST * len(parts) and not _is_number(cells)
    named = next(iter(cells.meanings), "")
    if mark not in SURE or named not in {*_WORDS, "bail"}:
        return False
    if named == "bail":
        return all(map(_MONEY.fullmatch, parts))
    return named in _WORDS and (named != "charge_grade" or sum(map(bool, map(grade_of, parts))) >= MOST * len(parts))


def _is_number(cells: Cells) -> bool:
    """Whether the header calls the column a number of somebody, which may have marks in it."""
    return bool({*cells.meanings} & {"booking_id", "person_id", "state_id", "fbi_number", "a_number", "housing"})


def splits_of(proposals: list[Proposal], columns: dict[str, Cells]) -> tuple[dict[str, str], list[str]]:
    """The marks that cut the cells of charges, by plain column, and what to say of each."""
    split, told = {}, []
    for each in proposals:
        mark = columns[each.source].mark
        if mark and each.plain in COLUMNS and COLUMNS[each.plain].entity == "charge":
            split[each.plain] = mark
            shown = "lines" if mark == "\n" else f'"{mark}"'
            told.append(f'"{each.source}" holds several charges in a cell, cut at {shown} ([split]): make sure.')
        elif mark:
            told.append(
                f'"{each.source}" seems to hold several charges in a cell: read it as statute or charge_description with [split].'
            )
    return split, told


LISTS = ("\n", "<br />", "<br/>", "<br>", " / ", ";", "|", " + ", " & ", ",", "+", "&", "~", "^", " and ", "/")
"""Marks between the entries of a list, the surest first."""


_SURE_OF_HOLDS = ("\n", "<br />", "<br/>", "<br>", " / ", ";", "|")
"""Marks that hardly ever stand within the name of one agency."""


def list_mark(cells: Cells, plain: str) -> str:
    """The mark between holds or other names of one cell: the one whose parts stand alone elsewhere; empty where none does."""
    alone = {each for each in cells.counts if not any(_parts(each, mark)[1:] for mark in LISTS)}
    best, most = "", 0.0
    for mark in LISTS:
        cut_cells = [cut_cell for each in cells.counts if (cut_cell := _parts(each, mark))[1:]]
        parts = [part for each in cut_cells for part in each]
        if not parts or (plain == "aliases" and mark == ",") or any(map(_is_piece, parts)):
            continue
        if (
            plain == "holds"
            and mark not in _SURE_OF_HOLDS
            and not ((_proven(cut_cells, alone) or _named(cut_cells)) and _are_whole(parts))
        ):
            continue
        ours = [_agencies(each) if plain == "holds" else set() for each in cut_cells]
        named = {part for each in ours if len(each) == 1 or mark != "/" for part in each}
        known = sum(part in alone or parts.count(part) > 1 or part in named for part in parts) / len(parts)
        sure = known + (0.5 if mark in _SURE_OF_HOLDS and plain == "holds" else 0)
        if sure >= 0.5 and sure > most:
            best, most = mark, sure
    return best


def _is_piece(part: str) -> bool:
    """Whether a part is a piece of something: a bracket that is not closed, no letter at all, or the first or last word of a name."""
    words = part.upper().split()
    cut_off = bool(words) and (words[0] in _JOINS or words[-1] in _JOINS)
    return part.count("(") != part.count(")") or not any(map(str.isalpha, part)) or cut_off


_JOINS = frozenset({"AND", "OF", "FOR", "THE", "&"})
"""Words that no entry of a list begins or ends with where nothing was cut off."""


def _are_whole(parts: list[str]) -> bool:
    """Whether no part is half of an authority whose own name has the mark (`Immigration & Customs Enforcement`)."""
    return not any(
        re.match(r"customs|enforcement|border|protection|firearms|explosives", each, re.IGNORECASE) for each in parts
    )


def _proven(cut_cells: list[list[str]], alone: set[str]) -> bool:
    """Whether each cell that is cut has a part that is an entry of its own: it stands alone elsewhere, or beside other parts."""
    beside: dict[str, set[str]] = {}
    for parts in cut_cells:
        for part in parts:
            beside.setdefault(part, set()).update(each for each in parts if each != part)
    return all(any(part in alone or len(beside[part]) > 1 for part in parts) for parts in cut_cells)


def _named(cut_cells: list[list[str]]) -> bool:
    """Whether each part of each cell is an authority or a hold by itself; of two that a stroke joins, they may be one (`DHS/ICE`)."""
    return all(text_is(part) in HELD or _is_authority(part) for parts in cut_cells for part in parts)


def _is_authority(part: str) -> bool:
    words = re.findall(r"[A-Z]+", part.upper().replace(".", ""))
    return bool({*words} & (WHO | FEDERAL)) or (
        len(words) > 1 and words[-1] in {"COUNTY", "CO", "SO", "PD", "DOC", "SHERIFF", "PAROLE", "PROBATION"}
    )


def _parts(text: str, mark: str) -> list[str]:
    return [
        part
        for each in split_list(text.strip(), mark.strip() if mark.strip().isalpha() else mark)
        if (part := each.strip())
    ]


def _agencies(parts: list[str]) -> set[str]:
    """The parts that name an authority by a word known for one; two in one cell may be one authority's two names (`DHS/ICE`)."""
    return {part for part in parts if {*re.findall(r"[A-Z]+", part.upper().replace(".", ""))} & (WHO | FEDERAL)}
