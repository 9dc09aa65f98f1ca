"""Which plain column each column of an export is: what its cells can be, then what its header says; with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from habeas.roster.columns import COLUMNS, FULL_NAME, ColumnKind
from habeas.roster.drafting.cells import GRADES, MOST, Cells
from habeas.roster.drafting.headers import AGE, MEANINGLESS, YEAR, meant
from habeas.roster.drafting.questions import answers_a_question
from habeas.roster.values import NUMBERS, OUR_NUMBERS

DATES = ("date_of_birth", "booked_at", "released_at", "scheduled_release_on", "offense_on", "charge_disposed_on")
BY_CELLS = frozenset({*DATES, FULL_NAME, "charge_grade", "charge_disposition", "sex", "statute", "bail"})
"""Plain columns that cells can prove or contradict; of the others the header speaks, where the cells allow it."""


@dataclass
class Proposal:
    """What one column seems to be (empty: it cannot be told), why, and how sure that is."""

    source: str
    plain: str = ""
    why: str = ""
    sure: float = 0.0
    forms: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    codes: dict[str, list[str]] = field(default_factory=dict)
    open_codes: list[str] = field(default_factory=list)
    meaningless: bool = False
    counts: list[tuple[str, int]] = field(default_factory=list)
    """The distinct values with their counts, the most frequent first."""


def propose(columns: Iterable[Cells], today: date | None) -> list[Proposal]:
    """Propose a plain column for each column; each plain one at most once, to the column that fits it best.

    `today`: the export's day; where it is not known, the latest of the days that the columns are about.
    """
    every = list(columns)
    day = today or max((cells.date.middle for cells in every if cells.date), default=date.min)
    ranked = sorted(
        ((proposal, place) for place, cells in enumerate(every) for proposal in candidates(cells, day)),
        key=lambda each: (-each[0].sure, each[1]),
    )
    taken: set[str] = set()
    made: dict[int, Proposal] = {}
    for proposal, place in ranked:
        names = {"family_name", FULL_NAME} if proposal.plain in {"family_name", FULL_NAME} else {proposal.plain}
        if place not in made and not taken & names:
            made[place] = proposal
            taken |= names
    found = [made.get(place) or _left(cells) for place, cells in enumerate(every)]
    if "booking_id" not in taken:
        _by_number(found, every, taken)
    for proposal, cells in zip(found, every, strict=True):
        proposal.counts = cells.counts.most_common(200)
    return found


def of_charge(proposal: Proposal) -> None:
    """A column that stands among charges is no person's: F and M there are grades, and what is not told of a charge is left open."""
    if not proposal.plain or (proposal.plain != FULL_NAME and COLUMNS[proposal.plain].entity == "charge"):
        return
    words = [value for value, _ in proposal.counts]
    grades = {
        ours: [word for word in words if GRADES.get(word.upper()) == ours] for ours in dict.fromkeys(GRADES.values())
    }
    if proposal.plain == "sex" and all(word.upper() in GRADES for word in words):
        proposal.plain, proposal.why = "charge_grade", "letters of a grade among charges: make sure"
        proposal.codes = {ours: told for ours, told in grades.items() if told}
    else:
        proposal.plain, proposal.forms, proposal.unknown = "", [], []


def _by_number(found: list[Proposal], every: list[Cells], taken: set[str]) -> None:
    """Without a header that says so, the one column of numbers that has one for nearly every booking is the booking's."""
    numbers = [
        (proposal, cells)
        for proposal, cells in zip(found, every, strict=True)
        if not proposal.plain
        and not proposal.meaningless
        and cells.is_number
        and len(cells.counts) > 0.2 * len(cells.all)
        and not cells.is_money
    ]
    of_bookings = [each for each in numbers if each[0].source.startswith("bookings.")] or numbers
    if len(of_bookings) == 1:
        of_bookings[0][0].plain, of_bookings[0][0].why = (
            "booking_id",
            "no header says so; the only column of numbers of its kind: make sure",
        )
    others = [each for each in numbers if not each[0].plain and "." not in each[0].source]
    if len(others) == 1 and of_bookings != numbers and "person_id" not in taken:
        others[0][0].plain, others[0][0].why = (
            "person_id",
            "no header says so; the only column of numbers of its kind: make sure",
        )


def _left(cells: Cells) -> Proposal:
    words = cells.words.replace("_", " ")
    filled = cells.filled
    told = (
        f"{len(cells.counts):,} different values, such as a text of {len(filled[0])} letters"
        if filled
        else "empty in every row looked at"
    )
    return Proposal(cells.source, why=told, meaningless=bool(MEANINGLESS.search(words)))


def candidates(cells: Cells, today: date) -> list[Proposal]:
    """What a column may be, each with how sure it is: nothing that the cells contradict."""
    words = cells.words
    names = meant(words)
    found = [*_dates(cells, names, today), *_proved(cells, names), *_born(cells, words)]
    for rank, name in enumerate(names):
        if name not in BY_CELLS and _allowed(name, cells):
            found.append(
                _made(
                    cells,
                    name,
                    f"the header reads so{_evidence(cells)}",
                    1.0 - rank / 20 + (0.1 if cells.filled else 0),
                )
            )
    return found


def _made(cells: Cells, plain: str, why: str, sure: float, **more: list[str] | dict[str, list[str]]) -> Proposal:
    return Proposal(cells.source, plain, why, sure, **more)  # type: ignore[arg-type] # the keys are those of the record


def _evidence(cells: Cells) -> str:
    if not cells.told:
        return "; every cell looked at is empty or says that there is none"
    return f"; {len(cells.counts):,} different values in {len(cells.filled):,} cells"


def _allowed(name: str, cells: Cells) -> bool:
    """Whether the cells can be what the header says; a column without a value can be anything."""
    if not cells.told:
        return True
    digits = all(each.replace(",", "").replace(".", "").isdigit() for each in cells.told)
    if name in NUMBERS:
        return _is_number(name, cells, digits)
    if name in {"charge_description", "family_name", "given_name", "middle_name", "aliases"}:
        return _is_words(name, cells, digits)
    asked = answers_a_question(cells.all)
    if name == "citizenship_on_record" or COLUMNS[name].kind is ColumnKind.FLAG:
        return asked == (name != "citizenship_on_record")
    if name in {"facility", "housing", "court", "release_reason", "language", "holds"}:
        words = any(letter.isalpha() for letter in "".join(cells.told)) and not asked
        return cells.date is None and (name != "holds" or words)
    return name != "sentence_days" or digits


def _is_number(name: str, cells: Cells, digits: bool) -> bool:
    """A number of somebody: no charge, and no yes or no."""
    asked = answers_a_question(cells.all) and not (name in OUR_NUMBERS and digits)
    return (cells.is_number or len(cells.counts) == 1) and not cells.is_statute_like and not asked


def _is_words(name: str, cells: Cells, digits: bool) -> bool:
    """Words and no count or date; a name has hardly a digit."""
    named = name.endswith("_name") and cells.share(lambda each: any(letter.isdigit() for letter in each)) > 0.2
    return not digits and cells.date is None and not named


def _dates(cells: Cells, names: list[str], today: date) -> list[Proposal]:
    """A column of dates: which one the header says, where its years allow that; without a header only what years alone can tell."""
    dates = cells.date
    said = [name for name in names if name in DATES]
    if dates is None:
        return [
            _made(cells, name, f"the header reads so{_evidence(cells)}", 0.9) for name in said[:1] if not cells.told
        ]
    years, found = (today - dates.middle).days / 365.25, []
    for name in DATES:
        can = 12 < years < 95 if name == "date_of_birth" else years < 40
        can = can and (name != "scheduled_release_on" or dates.last > today or not said[1:])
        can = can and (name not in {"released_at", "booked_at"} or dates.middle <= today)
        if name in said and can:
            found.append((name, "the header and the cells read so", 2.0 - said.index(name) / 10))
    if "released_at" in said and dates.middle > today and "scheduled_release_on" not in said:
        found.append(("scheduled_release_on", "the header tells of a release, and the days are to come", 1.5))
    if not said:
        told = (
            "date_of_birth"
            if 16 < years < 90 and not dates.with_time
            else "scheduled_release_on"
            if dates.middle > today
            else "booked_at"
            if dates.with_time
            else ""
        )
        found += [(told, "no header says so, and the years do", 0.7)] if told else []
    forms = [dates.form] if dates.form else []
    return [
        _made(
            cells,
            name,
            f"{why}; {dates.share:.0%} of the values are dates",
            sure,
            forms=forms,
            unknown=list(dates.no_dates),
        )
        for name, why, sure in found
    ]


def _born(cells: Cells, words: str) -> list[Proposal]:
    """An age, or a year of birth: the day is unknown, and the profile says so."""
    for pattern, form, years in ((AGE, "age", range(10, 106)), (YEAR, "year of birth", range(1900, 2021))):
        numbers = [int(each) in years if each.isdigit() and len(each) < 5 else False for each in cells.filled]
        if pattern.search(words) and numbers and sum(numbers) >= MOST * len(numbers):
            return [_made(cells, "date_of_birth", f"the export has {form} and no day", 0.5, forms=[form])]
    return []


def _proved(cells: Cells, names: list[str]) -> list[Proposal]:
    """What cells prove: names, charges, grades, dispositions, sexes, amounts."""
    found, header = [], {name: 1.0 - place / 20 for place, name in enumerate(names)}
    if cells.is_name and names[:1] != ["aliases"]:
        found.append(_made(cells, FULL_NAME, "most cells read FAMILY, GIVEN", 1.5 + header.get(FULL_NAME, 0.0)))
    if cells.statutes >= 0.6:
        found.append(
            _made(
                cells,
                "statute",
                f"{cells.statutes:.0%} of the cells are a section and its code",
                1.5 + header.get("statute", 0.0),
            )
        )
    elif cells.is_section and "statute" in header:
        found.append(_made(cells, "statute", "most cells are sections without a code", 1.2))
    if cells.is_sex and ("sex" in header or not header):
        found.append(_made(cells, "sex", "each cell is a word for a sex", 1.0 + header.get("sex", 0.0)))
    grades = cells.grades
    if grades and (
        header.keys() & {"charge_grade", "charge_disposition"} or (len(cells.counts) > 2 and not cells.is_sex)
    ):
        found.append(
            _made(
                cells,
                "charge_grade",
                "most cells are words for a grade",
                1.4 + header.get("charge_grade", 0.0),
                codes=grades,
                open_codes=_others(cells, grades),
            )
        )
    told = cells.dispositions
    if told and (header.keys() & {"charge_disposition", "charge_grade"} or len(cells.counts) > 2) and not grades:
        found.append(
            _made(
                cells,
                "charge_disposition",
                "most cells are words for how a charge stands",
                1.4 + header.get("charge_disposition", 0.0),
                codes=told,
                open_codes=_others(cells, told),
            )
        )
    if cells.is_money and "bail" in header:
        found.append(_made(cells, "bail", "the header reads so, and the cells are amounts", 1.5))
    held = sum(cells.counts[each] for each in cells.holds)
    if held >= MOST * len(cells.filled) and cells.filled and "holds" not in header:
        found.append(_made(cells, "holds", "most cells are holds", 1.2))
    for name in ("sex", "charge_grade", "charge_disposition", "bail", "statute", FULL_NAME):
        if name in header and not cells.filled:
            found.append(_made(cells, name, f"the header reads so{_evidence(cells)}", 0.5))
    return found


def _others(cells: Cells, told: dict[str, list[str]]) -> list[str]:
    known = {word for words in told.values() for word in words}
    return [each for each in cells.counts if each not in known]
