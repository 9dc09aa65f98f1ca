"""Which plain column each column of an export is: what its cells can be, then what its header says; with the reason."""

import re
from collections.abc import Iterable
from datetime import date

from habeas.roster.columns import BOOKINGS_TOO, COLUMNS, FULL_NAME, ColumnKind
from habeas.roster.countries import country_code
from habeas.roster.date_words import MILLISECONDS, SECONDS
from habeas.roster.drafting.cells import MOST, SOME, Cells
from habeas.roster.drafting.charge_words import GRADES
from habeas.roster.drafting.headers import (
    AGE,
    ELSEWHERE,
    ENHANCES,
    MEANINGLESS,
    OF_OTHERS,
    PAST,
    YEAR,
    parts_named,
)
from habeas.roster.drafting.numbers import (
    beside_person,
    by_number,
    by_year,
    is_number,
    may_number,
    of_person,
    person_by_number,
    stand_in,
)
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.questions import answers_a_question, only_answers
from habeas.roster.drafting.race_and_sex import race_and_sex
from habeas.roster.drafting.sections import are_words, is_anothers, section_reason
from habeas.roster.names import is_suffix
from habeas.roster.speaks import may_hold, value_speaks
from habeas.roster.unknowns import is_no_date
from habeas.roster.values import NUMBERS

DATES = ("date_of_birth", "booked_at", "released_at", "scheduled_release_on", "offense_on", "charge_disposed_on")
_STAYS = frozenset({"booked_at", "released_at", "scheduled_release_on"})
MOST_WORDS = {"given_name": 3, "middle_name": 2, "family_name": 4}
"""How many words a part of a name has at the most: a whole name is no part of one."""
_KINDS_OF_ROWS = frozenset(
    {"CHARGE", "CHG", "OFFENSE", "COUNT", "INMATE", "BOOKING", "PERSON", "ARREST", "HOLD", "DETAINER", "WARRANT"}
)
"""Words that say what a row or object is, and nothing of a charge."""
ALIKE = 0.12
"""How much less sure a column may be and still be asked about beside the one that was taken."""
BY_CELLS = frozenset({*DATES, FULL_NAME, "charge_grade", "charge_disposition", "sex", "statute", "bail"})
"""Plain columns that cells can prove or contradict; of the others the header speaks, where the cells allow it."""


NAME_PARTS = {"family_name", "given_name", "middle_name", "suffix"}


def _shuts(plain: str) -> set[str]:
    """Which columns may not be taken beside this one: a full name gives every part, and no part stands beside it."""
    if plain == FULL_NAME:
        return NAME_PARTS | {FULL_NAME}
    return {plain, FULL_NAME} if plain in NAME_PARTS else {plain}


def propose(columns: Iterable[Cells], today: date | None) -> list[Proposal]:
    """Propose a plain column for each column; each plain one at most once, to the column that fits it best.

    `today`: the export's day; where it is not known, the latest of the days that the columns are about.
    """
    every = list(columns)
    day = today or _day_of(every)
    ranked = sorted(
        (
            (proposal, place)
            for place, cells in enumerate(every)
            for proposal in candidates(cells, day)
            if _may_be(proposal.plain, cells.of)
        ),
        key=lambda each: (-each[0].sure, each[1]),
    )
    taken: set[str] = set()
    made: dict[int, Proposal] = {}
    for proposal, place in ranked:
        if place not in made and not taken & _shuts(proposal.plain):
            made[place] = proposal
            taken.add(proposal.plain)
    found = [made.get(place) or _left(cells) for place, cells in enumerate(every)]
    _rivals(ranked, found, made)
    if "booking_id" not in taken:
        stand_in(found, every)
    if not any(each.plain == "booking_id" for each in found):
        by_number(found, every, taken)
    if not any(each.plain == "booking_id" for each in found):
        _by_year(found, every)
    if not any(each.plain == "booking_id" for each in found):
        beside_person(found, every)
    if not any(each.plain == "booking_id" for each in found):
        of_person(found)
    person_by_number(found, every)
    _own_agency(found, every)
    _came(found, every, today)
    words_of_charges(found, every)
    for proposal, cells in zip(found, every, strict=True):
        proposal.counts, proposal.head = cells.counts.most_common(200), cells.header
        proposal.spoken = next(filter(value_speaks, cells.counts), "")
    return found


_MANY = 8


def _own_agency(found: list[Proposal], every: list[Cells]) -> None:
    """An agency that holds everybody is the jail's own: its name is no hold, unless its words are those of one."""
    for proposal, cells in zip(found, every, strict=True):
        same = len(cells.counts) == 1 and len(cells.filled) == len(cells.all) >= _MANY
        if proposal.plain == "holds" and same and not may_hold(cells.filled[0]):
            proposal.plain = ""
            proposal.why = f'it says "{cells.filled[0][:40]}" of everybody: the jail\'s own name is no hold'


def _came(found: list[Proposal], every: list[Cells], today: date | None) -> None:
    """Where no header says when somebody was booked: the one column of days of the last years, none of them to come, of no other thing."""
    if any(each.plain == "booked_at" for each in found):
        return
    day = today or max((each.date.last for each in every if each.date), default=date.min)
    days = [
        (proposal, cells)
        for proposal, cells in zip(found, every, strict=True)
        if not proposal.plain and not proposal.meaningless and cells.of in {"", "person"} and cells.date is not None
        and _HEADED.search(cells.header or cells.source) and not cells.source.startswith("cell ")
        and not (cells.meanings or OF_OTHERS.search(cells.words.replace("_", " ")) or _OTHER_DAYS.search(cells.spelled))
    ]  # fmt: skip
    past = [each for each in days if _are_past(each[1], day)]
    if len(past) == 1:
        proposal, cells = past[0]
        proposal.plain, proposal.forms = "booked_at", [cells.date.form] if cells.date and cells.date.form else []
        proposal.why = "no header says so; the only days of the last years that are no other thing's: make sure"


_HEADED = re.compile(r"[^\W\d_]{2}")
_OTHER_DAYS = re.compile(
    r"court|hear|trial|arrest|offen|warrant|visit|sentence|print|run|report|updat|modif|creat|disp|case|bond|bail|charge"
)


def _are_past(cells: Cells, day: date) -> bool:
    """Whether the days of a column are of the last years, and stand in nearly every row."""
    told = cells.date
    full = len(cells.told) > 0.9 * len(cells.all)
    return told is not None and full and told.share >= MOST and told.last <= day and told.middle.year >= day.year - 5


def _by_year(found: list[Proposal], every: list[Cells]) -> None:
    """Two columns of numbers under headers that say nothing: the booking's begins with the year of the bookings."""
    numbers = [
        (each, cells)
        for each, cells in zip(found, every, strict=True)
        if not each.plain and not each.meaningless and cells.of in {"", "person"} and may_number(cells) and not cells.is_statute_like
        and len(cells.counts) > 0.2 * len(cells.all)
    ]  # fmt: skip
    if all(each.plain != "person_id" for each in found):
        by_year(numbers, every)


def _may_be(plain: str, of: str) -> bool:
    """Whether a plain column may stand where the file keeps what is a charge's, a hold's or a person's."""
    if not of or of == "other":
        return not of
    entity = "person" if plain == FULL_NAME else COLUMNS[plain].entity
    if of == "hold":
        return plain == "holds"
    return (entity == "charge") == (of == "charge") or (of == "person" and plain in BOOKINGS_TOO)


def _day_of(every: list[Cells]) -> date:
    """The last day on which anybody was booked, else the latest of the days that the columns are about.

    Of an export with births alone, a day on which they are grown.
    """
    booked = [cells.date.last for cells in every if cells.date and cells.meanings[:1] == ["booked_at"]]
    if booked:
        return max(booked)
    days = [cells.date.middle for cells in every if cells.date and cells.meanings[:1] != ["date_of_birth"]]
    born = [cells.date.middle for cells in every if cells.date]
    return max(days) if days else date(max(born).year + 30, 1, 1) if born else date.min


def _rivals(ranked: list[tuple[Proposal, int]], found: list[Proposal], made: dict[int, Proposal]) -> None:
    """Note of each proposal the columns that seemed to be the same as surely, and that nothing else was found for."""
    by_plain = {each.plain: each for each in found if each.plain}
    for proposal, place in ranked:
        chosen = by_plain.get(proposal.plain)
        if place not in made and chosen is not None and chosen.sure - proposal.sure < ALIKE:
            chosen.rivals.append(proposal.source)
            chosen.why += f'; "{proposal.source}" seems so too: make sure'


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


def words_of_charges(found: list[Proposal], every: list[Cells]) -> None:
    """Beside a statute, the words of the charge that no header names: next to it, or in a table of charges the longest."""
    places = [place for place, each in enumerate(found) if each.plain == "statute"]
    if not places or any(each.plain == "charge_description" for each in found):
        return
    if every[places[0]].sections_with_words >= MOST:
        return
    near = {places[0] - 1, places[0] + 1}
    left = [
        place
        for place, each in enumerate(found)
        if not each.plain
        and not each.meaningless
        and ((place in near and every[place].of == every[places[0]].of) or every[place].of == "charge")
        and len(every[place].counts) > 1  # the same for everybody says nothing of a charge
        and are_words(every[place])
    ]
    if left:
        best = max(left, key=lambda place: sum(map(len, every[place].counts)) / len(every[place].counts))
        found[best].plain, found[best].why = (
            "charge_description",
            "words beside the statute, and no header says so: make sure",
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
    if ENHANCES.search(words.replace("_", " ")) or OF_OTHERS.search(words.replace("_", " ")):
        return []
    form = parts_named(cells.header or cells.source)
    names = [FULL_NAME] if form else cells.meanings
    found = [*_dates(cells, names, today), *_proved(cells, names), *_born(cells, words)]
    several = cells.share(lambda each: len(each.replace(",", " ").split()) > 1) >= SOME
    if form and several and cells.share(lambda each: not any(letter.isdigit() for letter in each)) >= MOST:
        why = "the header names the parts of a name in their order" + ("" if cells.is_name else ": make sure")
        found = [
            _made(
                cells,
                FULL_NAME,
                why,
                2.6,
                forms=[] if cells.is_name else [form if "{suffix}" in form else f"{form} {{suffix}}"],
            )
        ]
    if names[:1] == [FULL_NAME] and may_number(cells) and cells.share(lambda each: " " not in each) >= MOST:
        found.append(_made(cells, "person_id", "the header names the inmate, and the cells are numbers", 0.95))
    for rank, name in enumerate(names):
        if name not in BY_CELLS and _allowed(name, cells):
            found.append(
                _made(
                    cells,
                    name,
                    f"the header reads so{_evidence(cells)}",
                    1.0
                    - rank / 20
                    + (0.1 if cells.filled else 0)
                    - (0.15 if _is_key(name, cells) else 0)
                    + _countries(name, cells),
                )
            )
    return found


def _countries(name: str, cells: Cells) -> float:
    """How much surer a column of citizenship is that names countries: beside it stands one of answers or of a status."""
    named = name == "citizenship_on_record" and cells.share(
        lambda each: len(each) > 2 and country_code(each) is not None
    )
    return 0.2 if named and named >= SOME else 0.0


def _is_key(name: str, cells: Cells) -> bool:
    """Whether a header calls a number an id: beside a column called a number (`BOOK_ID` and `BOOK_NBR`) it is the database's own key."""
    return (
        name in {"booking_id", "person_id"}
        and re.search(r"(?:^|[_ ])(?:id|key|uid|guid|oid|pk)$", f"{cells.spelled} {cells.words}".replace(" ", "_"))
        is not None
    )


def _made(cells: Cells, plain: str, why: str, sure: float, **more: list[str] | dict[str, list[str]]) -> Proposal:
    return Proposal(cells.source, plain, why, sure, **more)  # type: ignore[arg-type] # the keys are those of the record


def _evidence(cells: Cells) -> str:
    if not cells.told:
        return "; every cell looked at is empty or says that there is none"
    return f"; {len(cells.counts):,} different values in {len(cells.filled):,} cells"


def _allowed(name: str, cells: Cells) -> bool:
    """Whether the cells can be what the header says; a column without a value can be anything."""
    return not cells.told or _fit(name, cells)


def _fit(name: str, cells: Cells) -> bool:
    """Whether cells that hold something can be what the header says."""
    digits = all(each.replace(",", "").replace(".", "").isdigit() for each in cells.told)
    if name in NUMBERS:
        return is_number(name, cells, digits)
    if name in {"charge_description", "family_name", "given_name", "middle_name", "aliases"}:
        return _is_words(name, cells, digits)
    asked = answers_a_question(cells.all)
    if name == "citizenship_on_record" or COLUMNS[name].kind is ColumnKind.FLAG:
        return asked == (name != "citizenship_on_record")
    if name in {"facility", "housing", "court", "release_reason", "language", "holds"}:
        words = any(letter.isalpha() for letter in "".join(cells.told)) and not (asked and only_answers(cells.all))
        numbered = name == "court" and cells.share(lambda each: any(map(str.isdigit, each))) >= MOST
        return cells.date is None and not numbered and (name != "holds" or words)
    return cells.share(is_suffix) >= MOST if name == "suffix" else name != "sentence_days" or digits


def _is_words(name: str, cells: Cells, digits: bool) -> bool:
    """Words and no count or date; a name has hardly a digit."""
    named = name.endswith("_name") and cells.share(lambda each: any(letter.isdigit() for letter in each)) > 0.2
    several = cells.share(lambda each: "," in each or len(each.split()) > MOST_WORDS.get(name, 99)) > 0.2
    numbered = name == "charge_description" and (cells.reads_as_section or cells.may_be_code)
    kind = {each.upper() for each in cells.counts} <= _KINDS_OF_ROWS
    wrong = digits or named or numbered or kind or (name in MOST_WORDS and several)
    return cells.date is None and not wrong


def _dates(cells: Cells, names: list[str], today: date) -> list[Proposal]:
    """A column of dates: which one the header says, where its years allow that; without a header only what years alone can tell."""
    dates = cells.date
    said = [name for name in names if name in DATES and not _of_another_stay(name, cells)]
    if dates is None:
        return [
            _made(cells, name, f"the header reads so{_evidence(cells)}", 0.9) for name in said[:1] if not cells.told
        ]
    years, found = (today - dates.middle).days / 365.25, []
    for name in DATES:
        old = (
            dates.two_digits and name in said and -60 < years <= 12
        )  # 57 is read as 2057 until somebody's day is known
        can = 12 < years < 95 or old if name == "date_of_birth" else years < 40
        can = can and (name != "scheduled_release_on" or dates.last > today or not said[1:])
        can = can and (name not in {"released_at", "booked_at"} or dates.middle <= today)
        can = can and (
            name == "date_of_birth" or dates.form not in {MILLISECONDS, SECONDS} or dates.middle.year >= 2000
        )
        if name in said and can:
            found.append(_said_date(cells, name, said.index(name)))
    if "released_at" in said and dates.middle > today and "scheduled_release_on" not in said:
        found.append(("scheduled_release_on", "the header tells of a release, and the days are to come", 1.5))
    if not said and not ELSEWHERE.search(cells.spelled):
        told = (
            "date_of_birth"
            if 16 < years < 90 and not dates.with_time
            else "scheduled_release_on"
            if dates.middle > today
            else "booked_at"
            if dates.with_time
            else ""
        )
        found += [(told, "no header says so, and the years do: make sure", 0.7)] if told else []
    forms = [dates.form] if dates.form else []
    return [
        _made(
            cells,
            name,
            f"{why}; {dates.share:.0%} of the values are dates",
            sure,
            forms=forms,
            unknown=[*filter(_says_none, [*dates.no_dates, *filter(is_no_date, cells.counts), *cells.nulls])],
        )
        for name, why, sure in found
    ]


def _of_another_stay(name: str, cells: Cells) -> bool:
    """Whether a header says that its days are those of a stay before (`Last Released`): only a booking's last day may be this one's."""
    found = PAST.search(cells.words.replace("_", " "))
    return found is not None and name in _STAYS and (name, found[0]) != ("booked_at", "last")


def _says_none(word: str) -> bool:
    """Whether a word in a column of dates may say that there is none: digits that differ may be a date that was not read."""
    digits = [each for each in word if each.isdigit()]
    return len(digits) < 4 or len({*digits}) == 1


def _said_date(cells: Cells, name: str, rank: int) -> tuple[str, str, float]:
    """A date as its header says; the day of an arrest is the booking's only where no other day is."""
    if name == "booked_at" and "arrest" in cells.spelled:
        return name, "the day of the arrest, and no booking's is there: make sure", 1.2
    if name == "booked_at" and PAST.search(cells.words.replace("_", " ")):
        return name, "the header says the last booking, which may be one before: make sure", 1.1
    latest = name == "scheduled_release_on" and _LATEST.search(cells.words.replace("_", " ")) is not None
    return name, "the header and the cells read so", 2.0 - rank / 10 - (0.3 if latest else 0.0)


_LATEST = re.compile(r"\b(max|maximum|min|minimum|full term|expir\w*|earliest|statutory)\b")
"""Words of a day that is no more than a bound: the day that is planned goes before it."""


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
    own_name = names[:1] != ["aliases"] or cells.words.startswith(("inmate_name", "name", "full_name", "offender_name"))
    if cells.is_name and own_name and not MEANINGLESS.search(cells.words.replace("_", " ")):
        found.append(_made(cells, FULL_NAME, "most cells read FAMILY, GIVEN", 1.5 + header.get(FULL_NAME, 0.0)))
    if FULL_NAME in names and "aliases" not in names and cells.name_order:
        why = "whole names without a comma, their order told by where initials stand: make sure"
        found.append(_made(cells, FULL_NAME, why, 0.85, forms=[cells.name_order]))
    reason = section_reason(cells, names)
    if reason:
        found.append(_made(cells, "statute", *reason))
    if cells.is_sex and ("sex" in header or not header):
        found.append(_made(cells, "sex", "each cell is a word for a sex", 1.0 + header.get("sex", 0.0)))
    if both := race_and_sex(cells):
        found.append(_made(cells, "sex", "each cell is letters of a race and of a sex", 1.3, codes=both))
    grades = cells.grades
    if grades and (
        header.keys() & {"charge_grade", "charge_disposition", "charge_description"}
        or (len(cells.counts) > 2 and not cells.is_sex)
        or min(map(len, cells.counts)) > 2
        or cells.of == "charge"
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
    told = cells.dispositions or (cells.some_dispositions if cells.of == "charge" or "dispo" in cells.spelled else {})
    shown = header.keys() & {"charge_disposition", "charge_grade"} or (
        not is_anothers(names) and (len(cells.counts) > 2 or cells.of == "charge")
    )
    if told and shown and not grades:
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
    elif cells.of == "charge" and cells.is_money and cells.share(lambda each: not each.isdigit()) > SOME and not names:
        found.append(_made(cells, "bail", "amounts among charges, and no head says so: make sure", 0.8))
    held = sum(cells.counts[each] for each in cells.holds)
    meaningless = MEANINGLESS.search(cells.words.replace("_", " "))
    if held >= MOST * len(cells.filled) and cells.filled and "holds" not in header and not meaningless:
        found.append(_made(cells, "holds", "most cells are holds", 1.2))
    for name in ("sex", "charge_grade", "charge_disposition", "bail", "statute", FULL_NAME):
        if name in header and not cells.filled:
            found.append(_made(cells, name, f"the header reads so{_evidence(cells)}", 0.5))
    return found


def _others(cells: Cells, told: dict[str, list[str]]) -> list[str]:
    known = {word for words in told.values() for word in words}
    return [each for each in cells.counts if each not in known]
