"""Files and sheets that belong together: which holds the bookings, by which column the others are tied to it, and what each tells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from habeas.roster.columns import FULL_NAME
from habeas.roster.drafting.cells import NEARLY_ALL, Cells, Judge
from habeas.roster.drafting.grid import Grid
from habeas.roster.drafting.headers import MEANINGLESS, NEVER_CITIZENSHIP, meant, words_of
from habeas.roster.drafting.lookups import tables_of_codes
from habeas.roster.drafting.marks import ENDS
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import Written
from habeas.roster.hold_words import HOLD
from habeas.roster.unknowns import is_no_date

WHO = {"booking_id", "person_id", FULL_NAME, "family_name", "given_name", "date_of_birth", "booked_at", "sex"}
"""Plain columns that the file with the bookings has, and one with charges has not."""
_OF_CHARGE = {"statute", "charge_description", "charge_grade"}
_NAMES = frozenset({FULL_NAME, "family_name", "given_name", "date_of_birth"})
_HOLD = re.compile(r"hold|detain|notice|retain", re.IGNORECASE)
_AGENCY = re.compile(r"agency|held|holder|hold\b|for|from|authority|detain", re.IGNORECASE)
_NOT_AGENCY = re.compile(
    r"type|kind|status|state|active|clear|lift|open|current|date|dt|placed|removed|number|num\b|no\b|id\b|seq|comment",
    re.IGNORECASE,
)
_STANDS = re.compile(r"status|state|active|clear|lift|open|current|date|removed|placed|comment|id$", re.IGNORECASE)

IN_FORCE = frozenset({"active", "open", "current", "in force"})
ENDED = frozenset(
    {
        "released",
        "inactive",
        "closed",
        "cancelled",
        "canceled",
        "cleared",
        "lifted",
        "expired",
        "dropped",
        "removed",
        "withdrawn",
    }
)
"""How a hold stands, in words that say so."""


@dataclass
class Other:
    """A file or sheet that is joined: what it is called in the profile, where it is, by which columns, and its columns."""

    name: str
    where: tuple[str, str]
    """`file` or `sheet`, and which."""
    on: tuple[str, str]
    """Its own column, and that of the first file."""
    columns: list[Cells]
    ended: str = ""
    """A column that says when a hold ended: a row in which it is filled is no hold."""
    asks: str = ""
    """A column that may say when a hold ended, and has something in rows of holds that go on."""
    codes: bool = False
    """Whether it is a table of codes."""
    alone: bool = False
    """Whether the column of its codes is read as nothing else."""
    over: tuple[str, tuple[str, ...]] = ("", ())
    """A column that says how a hold stands, and its words for one that ended."""


def cells_of(grid: Grid, judge: Judge, head: str = "") -> list[Cells]:
    """The columns of a table, as they are looked at. `head`: what heads them where their names do not."""
    return [
        Cells(source, grid.cells(place), judge, head or _without_group(source))
        for place, source in enumerate(grid.names)
        if source
    ]


_GROUP = re.compile(
    r"(inmates?|detainees?|offenders?|prisoners?|subjects?|persons?|individuals?|residents?|arrestees?|custody|origins?|demographics?"
    r"|identity|identification|personal|general|biographical)( (info|information|data|details?))?",
    re.IGNORECASE,
)
"""What stands over several columns and says no more than that they are about somebody."""


def _without_group(source: str) -> str:
    """The head of a column without the words over several (`Origin / Citizen Of`), where it has a meaning of its own; else empty."""
    group, _, own = source.partition(" / ")
    known = own and (meant(words_of(own), spelled_out(own)) or NEVER_CITIZENSHIP.search(own) or MEANINGLESS.search(own))
    return own if known and _GROUP.fullmatch(group.strip()) else ""


def main_of(tables: Mapping[str, list[Cells]]) -> str:
    """The table that the most others are tied to; of several the one that most says who somebody is."""
    return max(tables, key=lambda name: _rank(name, tables), default="")


def _rank(name: str, tables: Mapping[str, list[Cells]]) -> tuple[bool, int, int]:
    """How much a table is that of the bookings; one that says who nobody is (a table of codes) is the last, whatever is tied to it."""
    who = _says_who(tables[name])
    return who > 1, _tied(name, tables), who


def _tied(name: str, tables: Mapping[str, list[Cells]]) -> int:
    return sum(_tie(tables[name], columns) is not None for other, columns in tables.items() if other != name)


def _says_who(columns: Iterable[Cells]) -> int:
    return len({each.meanings[0] for each in columns if each.meanings} & WHO)


def others_of(main: list[Cells], tables: Mapping[str, list[Cells]], kind: str) -> tuple[list[Other], list[str]]:
    """The other tables, each tied by a column whose values are the first's; and those that no column ties. `kind`: file, sheet."""
    made: list[Other] = []
    left: list[str] = []
    for place, columns in tables.items():
        tie = _tie(main, columns)
        if tie is None:
            left.append(place)
            continue
        of = _kind(columns, place)
        other = Other(_called(of, place, made), (kind, place), tie, [])
        other.columns = [each for each in columns if each.source != tie[0]]
        _mark(other, of)
        made.append(other)
    every = [*main, *(cells for other in made for cells in other.columns)]
    found = tables_of_codes({each: tables[each] for each in left}, every)
    made += [
        Other(name, (kind, place), table.on, table.columns, codes=True, alone=table.alone)
        for place, (name, table) in found.items()
    ]
    return made, [each for each in left if each not in found]


def _tie(main: list[Cells], columns: list[Cells]) -> tuple[str, str] | None:
    """The column of the other table and that of the first that tie them: alike in name, or in values that are numbers of somebody."""
    best: tuple[float, tuple[str, str]] | None = None
    for theirs in columns:
        for ours in main:
            mine, other = {*ours.told}, {*theirs.told}
            if len(mine) < 0.9 * len(ours.told) or not other or not (ours.is_number and theirs.is_number):
                continue
            shared = len(other & mine) / len(other)
            alike = _letters(theirs.source) == _letters(ours.source)
            if shared >= 0.8 and (alike or (len(other) > 2 and not _are_amounts(ours) and ours.date is None)):
                found = (shared + alike, (theirs.source, ours.source))
                best = max(best, found) if best else found
    return best[1] if best else None


def _are_amounts(cells: Cells) -> bool:
    """Whether a column holds amounts: numbers of four digits and more without a mark are somebody's."""
    return cells.is_money and cells.share(lambda each: each.isdigit() and len(each) > 3) < NEARLY_ALL


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _kind(columns: Iterable[Cells], place: str) -> str:
    """Whether a table tells of charges or of holds; empty for neither."""
    every = list(columns)
    named = {name for each in every for name in each.meanings[:1]}
    if (_OF_CHARGE & named or any(each.is_statute_like for each in every)) and not _HOLD.search(place):
        return "charge"
    if not _HOLD.search(place) and len(named & _NAMES) > 1:
        return "person"
    return "hold" if _HOLD.search(place) or "holds" in named else ""


def _called(of: str, place: str, made: list[Other]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "_", place.rpartition(".")[0].lower() or place.lower()).strip("_")
    name = {"charge": "charges", "hold": "holds", "person": "people"}.get(of, stem or "other")
    return name if all(each.name != name for each in made) else f"{stem}_{len(made)}"


def _mark(other: Other, of: str) -> None:
    """Give the columns their names in the profile; of a table of holds only the one that says who holds is read."""
    agency = _agency(other.columns) if of == "hold" else None
    made = []
    for each in other.columns:
        source = f"{other.name}.{each.source}"
        if of == "hold" and each is not agency and ENDS.search(each.words.replace("_", " ")):
            other.ended, other.asks = (source, "") if _tells_ends(each) else ("", source)
        if of == "hold" and each is not agency and _tells_states(each):
            other.over = (source, tuple(word for word in each.counts if word.lower() in ENDED))
        header = "hold agency" if each is agency else each.source
        whose = "hold" if each is agency else of if of in {"charge", "person"} else "other"
        made.append(Cells(source, each.all, each.judge, header, of=whose))
    other.columns = made


def _tells_ends(cells: Cells) -> bool:
    """Whether what is filled is the day of an end: a day that never comes or a word for none stands where a hold goes on."""
    filled = [each for each in cells.filled if each.strip("<>()[]").upper() not in {"NULL", "NIL", "\\N"}]
    return not any(is_no_date(each) or re.search(r"9999|1900-01-01|0?1/0?1/1900", each) for each in filled)


def _tells_states(cells: Cells) -> bool:
    """Whether every cell is a word for a hold that is in force or that ended, and some are either."""
    words = {word.lower() for word in cells.counts}
    return bool(words & IN_FORCE) and bool(words & ENDED) and words <= IN_FORCE | ENDED


def only_agency(columns: Iterable[Cells]) -> None:
    """Of the texts of each hold in a tree, only the one that says who holds is a hold."""
    every = [each for each in columns if each.of == "hold"]
    agency = _agency(every) if len(every) > 1 else None
    for each in every if agency is not None else []:
        each.of = "hold" if each is agency else "other"
    if agency is not None:
        agency.header = "hold agency"
        for known in ("meanings", "spelled", "date"):
            agency.__dict__.pop(known, None)  # they were of the header before


def agency_of_bare_holds(proposals: Iterable[Proposal], columns: Mapping[str, Cells]) -> None:
    """Where a column says no more than that there is a hold (`DETAINER`), the column beside it that says who holds is read."""
    every = list(proposals)
    taken = next((each for each in every if each.plain == "holds"), None)
    cells = columns[taken.source] if taken else None
    if taken is None or cells is None or not cells.filled or not all(map(is_bare, cells.counts)):
        return
    beside = [each for each in every if not each.plain and _names_agency(columns[each.source], cells)]
    if len(beside) == 1:
        taken.plain, taken.why = "", f'it says that there is a hold, and "{beside[0].source}" by whom'
        beside[0].plain, beside[0].why = "holds", f'"{taken.source}" says that it is a hold: make sure'


def holds_with_states(draft: Written, columns: Mapping[str, Cells]) -> None:
    """A column that says of each hold of a row whether it is in force (`Active`, `Lifted`) is read with it: one that ended is none."""
    taken = next((each for each in draft.proposals if each.plain == "holds"), None)
    held = columns[taken.source] if taken else None
    if taken is None or held is None or "holds" in draft.glued or re.search(r"[\[{.]", taken.source):
        return
    for each in draft.proposals:
        states = columns[each.source]
        own = not each.plain or (each.plain == "charge_disposition" and _HOLD.search(each.source) is not None)
        beside = len(states.all) == len(held.all) and own and each.source != taken.source
        if beside and _tells_states(states) and all(map(_both_or_none, held.all, states.all)):
            pairs = sorted({(one, how) for one, how in zip(held.all, states.all, strict=True) if one})
            draft.glued["holds"] = (
                [f"{{{taken.source}}} - {{{each.source}}}"],
                f'"{each.source}" says which are in force: make sure',
            )
            told = {one: [f"{one} - {how}"] for one, how in pairs if how.lower() in IN_FORCE}
            over = [f"{one} - {how}" for one, how in pairs if how.lower() in ENDED]
            draft.codes["hold"] = told | {"unknown": over}
            taken.plain = each.plain = ""
            each.meaningless = True
            return


def _both_or_none(one: str, other: str) -> bool:
    return bool(one) == bool(other)


def is_bare(text: str) -> bool:
    """Whether words say no more than that there is a hold, and nobody who holds."""
    return {*re.findall(r"[A-Z]+", text.upper())} <= HOLD | {"OTHER", "AGENCY", "WARRANT", "ACTIVE"}


def _names_agency(cells: Cells, bare: Cells) -> bool:
    """Whether a column says who holds, in the same rows as another says that somebody does, and in words of its own."""
    named = re.search(r"agency|authority|holder|held (for|by)|requester", cells.words.replace("_", " ")) is not None
    same = len(cells.all) == len(bare.all) and all(bool(a) == bool(b) for a, b in zip(cells.all, bare.all, strict=True))
    return named and same and cells.share(_has_words) >= NEARLY_ALL


def _has_words(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None


def _agency(columns: list[Cells]) -> Cells | None:
    """The column that says who holds: by its header, else the words that differ most."""
    letters = [each for each in columns if each.filled and each.date is None and each.share(_has_letters) >= NEARLY_ALL]
    words = [each for each in letters if not _NOT_AGENCY.search(_last(each.source))]
    words = words or [each for each in letters if not _STANDS.search(_last(each.source))]
    named = [each for each in words if _AGENCY.search(_last(each.source))]
    return max(named or words, key=lambda each: len(each.counts), default=None)


def _last(source: str) -> str:
    return re.sub(r"\[[^\]]*\]", "", source).rpartition(".")[2]


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
