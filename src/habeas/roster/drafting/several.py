"""Columns that belong together: numbered ones, whole names; and files that are several in one."""

import io
import re
import zipfile
from collections import Counter

from habeas.roster.columns import COLUMNS, FULL_NAME, UNKNOWN_WORDS, ColumnKind
from habeas.roster.drafting.cells import MOST, Cells
from habeas.roster.drafting.charge_words import GRADES
from habeas.roster.drafting.columns import of_charge
from habeas.roster.drafting.headers import meant, words_of
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import Written
from habeas.roster.layout import PLACE
from habeas.roster.name_forms import USUAL
from habeas.roster.names import is_suffix

_NUMBER = re.compile(r"(?<!\d)([1-9]\d?)(?!\d)")
_NAME_MARKS = "/*^"
KEYS = frozenset({"booking_id", "person_id"})
MANY = 0.25
"""The share of the bookings with several rows that say several things: below it an export is careless, and the column a person's."""


def numbered_once(columns: list[Cells]) -> list[Cells]:
    """Columns that differ in a number alone (`Charge 1`, `Charge 2`) as one, `Charge {n}`, with the cells of all of them."""
    patterns = {cells.source: _NUMBER.sub(PLACE, cells.source, count=1) for cells in columns}
    count = Counter(pattern for source, pattern in patterns.items() if pattern != source)
    made: dict[str, Cells] = {}
    for cells in columns:
        pattern = patterns[cells.source]
        name = pattern if count[pattern] > 1 else cells.source
        if name in made:
            made[name].all.extend(cells.all)
        else:
            made[name] = Cells(name, list(cells.all), cells.judge, cells.header if name == cells.source else "")
    return list(made.values())


def of_a_booking(proposals: list[Proposal], columns: dict[str, Cells]) -> None:
    """What differs from row to row of one booking is no person's and no booking's: F and M there are grades of charges.

    Of a person in numbered columns (`Lev {n}`) only lists are read; another is a charge's.
    """
    booking = next((columns[each.source].all for each in proposals if each.plain == "booking_id"), [])
    # a person's several bookings differ rightly: only without a booking's number does the person's tell
    number = booking or next((columns[each.source].all for each in proposals if each.plain == "person_id"), [])
    for each in proposals:
        if each.plain == "person_id" and booking and _differs(booking, columns[each.source].all):
            each.plain, each.meaningless, each.why = (
                "",
                True,
                "it differs from row to row of one booking: a number of the row",
            )
        if not each.plain:
            _letters_of_grades(each, columns[each.source], number, proposals)
        if (
            not each.plain
            or each.plain in KEYS
            or (each.plain != FULL_NAME and COLUMNS[each.plain].kind is ColumnKind.LIST)
        ):
            continue
        cells = columns[each.source].all
        if PLACE in each.source or (len(cells) == len(number) and _differs(number, cells)):
            what = each.plain
            each.counts = columns[each.source].counts.most_common(200)
            of_charge(each)
            each.why += "" if each.plain else f"; it seemed to be {what}, and differs within a booking"


def _letters_of_grades(proposal: Proposal, cells: Cells, number: list[str], proposals: list[Proposal]) -> None:
    """Letters of a grade (F, M) that differ from row to row of one booking are grades, also where another column is the sex."""
    words = {each.upper() for each in cells.counts}
    letters = 1 < len(words) < 15 and words <= GRADES.keys() and len(cells.all) == len(number)
    if letters and not any(each.plain == "charge_grade" for each in proposals) and _differs(number, cells.all):
        proposal.plain, proposal.why = "charge_grade", "letters of a grade that differ within a booking: make sure"
        told = {ours: [each for each in cells.counts if GRADES[each.upper()] == ours] for ours in GRADES.values()}
        proposal.codes = {ours: found for ours, found in told.items() if found}


def _differs(numbers: list[str], cells: list[str]) -> bool:
    """Whether many bookings of several rows have several values."""
    told: dict[str, set[str]] = {}
    rows: Counter[str] = Counter()
    booking = ""
    for number, cell in zip(numbers, cells, strict=True):
        booking = number or booking
        rows[booking] += 1
        if cell and cell.upper() not in UNKNOWN_WORDS:
            told.setdefault(booking, set()).add(cell)
    several = [found for number, found in told.items() if rows[number] > 1]
    return sum(len(found) > 1 for found in several) > max(1, MANY * len(several))


def rivals_of(proposals: list[Proposal]) -> list[str]:
    """What to ask where two columns seem to be the same."""
    return [
        f'"{each.source}" was taken for {each.plain}, and {", ".join(map(repr_of, each.rivals))} seems so too: make sure which it is.'
        for each in proposals
        if each.plain and each.rivals
    ]


def repr_of(source: str) -> str:
    """A column's name in quotation marks."""
    return f'"{source}"'


def whole_name(draft: Written, proposal: Proposal, cells: Cells) -> list[str]:
    """A column that its header calls a name and that has no comma: its form where marks tell it, a question where none do."""
    letters = cells.share(lambda each: not any(letter.isdigit() for letter in each)) >= MOST
    if (FULL_NAME not in cells.meanings and "name" not in cells.words) or not letters or not cells.filled:
        return []
    mark = next(
        (mark for mark in _NAME_MARKS if sum(mark in each for each in cells.filled) >= MOST * len(cells.filled)), ""
    )
    if mark:
        proposal.plain, proposal.why = FULL_NAME, f"its parts stand between {mark}, family name first: make sure"
        most = max(each.count(mark) for each in cells.filled) + 1
        parts = ("{family}", "{given}", "{middle}", "{suffix}")
        draft.forms[FULL_NAME] = [mark.join(parts[:count]) for count in range(min(4, most), 1, -1)]
        return []
    if cells.share(lambda each: 2 <= len(each.split()) <= 5) < MOST:
        return []
    shown = f'full_name = "{proposal.source}"'
    return [
        f'"{proposal.source}" holds whole names without a comma; nobody can tell which word is the family name. '
        f"Write {shown} and under [forms] "
        'full_name = "{given} {middle} {family}" or "{family} {given} {middle}".'
    ]


def given_and_middle(draft: Written, columns: dict[str, Cells]) -> None:
    """A cell of the given and the middle name together, by its header or its initials, is read with the family name as one whole name."""
    by_plain = {each.plain: each for each in draft.proposals if each.plain}
    family, given = by_plain.get("family_name"), by_plain.get("given_name")
    if family is None or given is None or "middle_name" in by_plain or not _has_middle(columns[given.source]):
        return
    suffix = by_plain.get("suffix")
    parts = [f"{{{family.source}}}, {{{given.source}}}" + (f" {{{suffix.source}}}" if suffix else "")]
    draft.glued[FULL_NAME] = (parts, "the given and the middle name stand in one cell: make sure")
    draft.forms[FULL_NAME] = [USUAL]
    for each in filter(None, (family, given, suffix)):
        each.plain = ""


_PATERNAL = re.compile(r"\b(paterno|paternal|primer apellido|first (sur|last ?)name|1er apellido)\b", re.IGNORECASE)
_MATERNAL = re.compile(r"\b(materno|maternal|segundo apellido|second (sur|last ?)name|2do apellido)\b", re.IGNORECASE)


def two_family_names(draft: Written, columns: dict[str, Cells]) -> None:
    """The father's and the mother's family name in two columns are one family name."""
    pair = [
        [
            each
            for each in draft.proposals
            if pattern.search(re.sub(r"[_.]", " ", each.source)) and _are_names(columns[each.source])
        ]
        for pattern in (_PATERNAL, _MATERNAL)
    ]
    if any(len(each) != 1 for each in pair) or any(each.plain == FULL_NAME for each in draft.proposals):
        return
    sources = [each[0].source for each in pair]
    for each in draft.proposals:
        if each.plain == "family_name" or each.source in sources:
            each.plain = ""
    draft.glued["family_name"] = (
        [" ".join(f"{{{each}}}" for each in sources)],
        "the father's and the mother's family name",
    )


def aliases_of_objects(draft: Written, columns: dict[str, Cells]) -> None:
    """Other names that stand in a list of objects, the family and the given name apart, are whole names, one an object."""
    lists = {each.rpartition(".")[0] for each in columns if each.rpartition(".")[0].endswith("[]")}
    for each in sorted(lists):
        word = each.rpartition(".")[2].removesuffix("[]")
        own = {
            columns[path].meanings[0]: path
            for path in columns
            if path.rpartition(".")[0] == each and columns[path].meanings
        }
        if meant(words_of(word), spelled_out(word))[:1] == ["aliases"] and {"family_name", "given_name"} <= own.keys():
            draft.glued["aliases"] = ([f"{{{own['family_name']}}}, {{{own['given_name']}}}"], "other names as objects")
            for proposal in draft.proposals:
                proposal.plain = (
                    "" if proposal.source in own.values() or proposal.plain == "aliases" else proposal.plain
                )
                proposal.rivals = [rival for rival in proposal.rivals if rival not in own.values()]


def _are_names(cells: Cells) -> bool:
    return bool(cells.filled) and cells.share(lambda each: not any(map(str.isdigit, each))) >= MOST


def holds_beside(draft: Written, columns: dict[str, Cells]) -> None:
    """Several columns that say who holds (`Agency 1`, `Agency 2`) are all read: none of them is dropped for the other."""
    taken = next((each for each in draft.proposals if each.plain == "holds"), None)
    if taken is None or PLACE in taken.source or "[" in taken.source:
        return
    number = [_NUMBER.sub(PLACE, each, count=1) for each in (taken.source, *taken.rivals)]
    beside = [each for each, named in zip(taken.rivals, number[1:], strict=True) if named == number[0]]
    same = [each for each in beside if len(columns[each].all) == len(columns[taken.source].all)]
    if not same:
        return
    draft.glued["holds"] = (
        ["; ".join(f"{{{each}}}" for each in (taken.source, *same))],
        "several columns say who holds",
    )
    taken.rivals = [each for each in taken.rivals if each not in same]
    taken.plain = ""


def suffix_beside(draft: Written, columns: dict[str, Cells]) -> None:
    """A column of suffixes beside a whole name is read behind it, as a part of the name."""
    whole = next((each for each in draft.proposals if each.plain == FULL_NAME), None)
    if whole is None or FULL_NAME in draft.glued or PLACE in whole.source or (whole.forms and whole.forms != [USUAL]):
        return
    for each in draft.proposals:
        cells = columns[each.source]
        if not each.plain and cells.meanings[:1] == ["suffix"] and cells.filled and cells.share(is_suffix) >= MOST:
            draft.glued[FULL_NAME] = (
                [f"{{{whole.source}}} {{{each.source}}}"],
                "a whole name with its suffix beside it",
            )
            draft.forms[FULL_NAME], whole.plain = [USUAL], ""
            return


def _has_middle(cells: Cells) -> bool:
    """Whether given names have a middle name behind them: the header says so, or initials stand there."""
    several = cells.share(lambda each: " " in each)
    initials = cells.share(lambda each: len(each.split()) > 1 and len(each.split()[-1].strip(".")) == 1)
    named = re.search(r"\b(mi|middle|m)\b|given names\b|first names\b|forenames\b", cells.words.replace("_", " "))
    usual = several > 0.6 and len(cells.counts) >= 5  # so many people have no given name of two words
    return (named is not None and several > 0) or initials > 0.1 or usual


def is_zip_of_files(data: bytes) -> bool:
    """Whether the bytes are a zip of files, and no workbook or document that is kept as one."""
    if not data.startswith(b"PK") or not zipfile.is_zipfile(io.BytesIO(data)):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return not {"xl/workbook.xml", "[Content_Types].xml"} & {*archive.namelist()}


def state_number(draft: Written, columns: dict[str, Cells]) -> None:
    """Without a number of the jail's own for a person, the state's number of the person is one, where everybody has it."""
    plain = {each.plain: each for each in draft.proposals if each.plain}
    own = plain.get("state_id")
    if own is not None and "person_id" not in plain and "booking_id" in plain and all(columns[own.source].all):
        draft.glued["person_id"] = ([own.source], "the state's number, and no other of the person is there: make sure")
