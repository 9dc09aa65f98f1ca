"""What the cells of one column are: dates and how they are written, names, charges, grades, dispositions, holds, numbers."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from habeas.roster.date_words import CENTURY, DAY_OF_TEXT, JULIAN, MILLISECONDS, SECONDS, by_name, date_form, in_english
from habeas.roster.drafting.charge_words import disposition_of, grade_of
from habeas.roster.drafting.date_shapes import forms_by_shape
from habeas.roster.drafting.headers import MEANINGLESS, meant, words_of
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.hold_lines import HELD, text_is
from habeas.roster.name_forms import FAMILY_FIRST, NATURAL
from habeas.roster.names import holds_given_name, is_suffix
from habeas.roster.rows import SEVERAL
from habeas.roster.unknowns import is_blank, is_no_date

Judge = Callable[[str], bool]
"""Whether a text is a section with its code; handed in, for the room that knows statutes stands above this one."""
_DAYS = (
    "mm/dd/yyyy", "dd/mm/yyyy", "ddMONyyyy", "mm/dd/yy", "dd/mm/yy", "mm-dd-yyyy", "dd-MON-yyyy", "dd-MON-yy", "MON dd, yyyy",
    "Month d, yyyy", "MON dd yyyy", "dd MON yyyy", "yyyy/mm/dd", "mm.dd.yyyy", "mm-dd-yy", "dd-mm-yyyy", "dd Month yyyy",
    "mm.dd.yy", "dd.mm.yyyy",
)  # fmt: skip
_TIMES = ("", " hh:mm", " hhmm", " hh:mm:ss", " hh:mm AM", " hh:mm:ss AM", " hh:mmAM", "Thh:mm:ss", "Thh:mm")
_GLUED = (
    "yyyymmdd", "mmddyyyy", "yyyymmdd hhmm", "mmddyyyy hhmm", "yyyymmdd hh:mm", "mmddyyyy hh:mm", "yyyymmdd hh:mm:ss",
    "yyyymmddThhmm", "yyyymmddThhmmss", "yyyymmddhhmm", "yyyymmddhhmmss", "mmddyyyyhhmm", "mmddyyyyhhmmss", "ddmmyyyyhhmm",
    "yyyy-mm-dd", "yyyy-mm-ddThh:mm", "yyyy-mm-dd hh:mm", "yyyy-mm-dd hh:mm:ss",
    "yyyy-mm-ddThh:mm:ss", "yyyy-mm-dd hh:mm:ss.0", "yyyy-mm-dd hhmm", "yyyy-mm-dd-hh.mm.ss.000000", "yyyy-mm-dd-hh.mm.ss",
)  # fmt: skip
_FIRST = ("hh:mm ", "hhmm ", "hh:mm:ss ", "hh:mm AM ")
"""Times that stand before their day."""
FORMS = (
    *(time + day for time in _FIRST for day in _DAYS[:6]),
    *_GLUED,
    *(day + time for time in _TIMES for day in _DAYS),
)
_JOINED = (
    " @ hh:mm",
    " @ hh:mm AM",
    " @ hhmm",
    " at hh:mm",
    " at hh:mm AM",
    " - hh:mm",
    " - hh:mm AM",
    ", hh:mm",
    ", hh:mm AM",
)
"""Times behind a mark or a word: tried only where a cell has one."""
_SIX = ("mmddyy", "mmddyyhhmm", "mmddyy hhmm", "mmddyy/hhmm", "mmddyy hh:mm", "yymmdd", "yymmddhhmm")
"""Days in six digits: tried only where a header says that there are dates, for any number may read so."""
_TRIED = 40
"""How many values a form is tried on before the others are read by the best."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?[AP]M)?|(?:[01]\d|2[0-3])[0-5]\d", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")
_MOMENT = re.compile(r"-?[1-9]\d{10,13}")
"""Digits that may be milliseconds since 1970: a number never begins with a zero."""
_MONTH, _DAY, _YEAR = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])", r"(?:19|20)\d\d"
_CALENDAR = re.compile(rf"{_YEAR}{_MONTH}{_DAY}|{_MONTH}{_DAY}{_YEAR}|{_DAY}{_MONTH}{_YEAR}")
"""How the digits of a day on the calendar begin."""
DATES = frozenset(
    {"date_of_birth", "booked_at", "released_at", "scheduled_release_on", "offense_on", "charge_disposed_on"}
)
FEW, SOME, MOST, NEARLY_ALL = 0.2, 0.5, 0.8, 0.95
_MONEY = re.compile(
    r"\$?\d{1,3}(?:,\d{3})*(?:\.\d\d)?|\d{1,3}(?:\.\d{3})*,\d\d|\$?\d+(?:\.\d\d(?:\d\d)?)?|NO ?BAIL|NO ?BOND|NONE|HOLD|HWOB",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z][A-Z.&]{0,5}", re.IGNORECASE)
CODES = frozenset(
    {
        "PC",
        "HS",
        "H&S",
        "VC",
        "CVC",
        "BP",
        "B&P",
        "WI",
        "W&I",
        "FG",
        "FC",
        "GC",
        "PEN",
        "HSC",
        "VEH",
        "BPC",
        "WIC",
        "TRC",
        "RCW",
        "ORS",
        "FS",
        "F.S.",
    }
)
"""Codes as they stand in a column of their own."""
_OF_TITLES = r"(?:18|23|30|35|42|47|62|66|75) (?:§ ?)?\d{3,4}(?:-\d+)?(?: (?:§§ ?)?[A-Z]{1,3}\d*)*"
"""Pennsylvania's: the title, the section, its parts apart (18 2701 A1)."""
_SECTION = re.compile(
    rf"{_OF_TITLES}|[A-Z]\d{{1,2}}-\d{{2,5}}[A-Z]?(?:\([A-Z0-9]+\))*|"
    r"(?:\d{1,3} ?§+ ?)?\d{1,6}[A-Z]?(?:[.:\-,]\d+(?:[A-Z]\d*)*)*(?:\s?\([A-Z0-9]+\))*(?: ?§+ ?[A-Z0-9]+)?"
    r"(?:/\d+(?:\.\d+)?(?:\([A-Z0-9]+\))*)?",
    re.IGNORECASE,
)
OF_A_STATE = re.compile(
    rf"{_OF_TITLES}|"
    r"\d{1,3}[A-Z]?-\d{1,4}[A-Z]?-\d{1,4}(?:\.\d+)?|\d{1,3}[A-Z]?\.\d{1,3}\.\d{2,4}[A-Z]?|\d{1,2}\.\d-\d{1,4}"
    r"|\d{1,2}(?:\.\d)?-\d{2}(?:\.\d)?-\d{2}(?:\.\d)?",
    re.IGNORECASE,
)
"""Sections without letters that are no count, day or amount: 39-16-602, 46.61.502, 18.2-57."""
_NUMBERED_HEAD = re.compile(r"(?:_|^)(?:no|num|number|nbr|id|ref)$")
"""A header that says that a number stands below it: 20260011000 is then no day of a year with its time."""
_VIRGINIAS = re.compile(r"\d{1,2}\.\d-\d{1,4}(?:\.\d)?")
"""Sections that look like a day with a point in it: 18.2-57."""
_NUMBERED = r"\d{1,4}[A-Za-z]?[-.:]\d{1,5}[A-Za-z]?(?:[-.]\d{1,5})*(?:\([A-Za-z0-9]+\))*"
WITH_WORDS = re.compile(
    r"^(?:[(\[]?(?:F|M|I|Fel\w*|Misd?\w*|Inf\w*)[A-Z0-9]?[)\]]?[ -]{1,3})?"
    rf"{_NUMBERED}(?= ?[-–:,]? [A-Za-z(])"
    rf"|(?<=[A-Za-z),-]) [(\[]?{_NUMBERED}[)\]]?(?:[ ,]*[-–(\[]? ?[A-Za-z][A-Za-z0-9]{{0,11}}[)\]]?)?$"
)
"""A section as states number theirs, at the beginning or the end of a cell of words."""
_LABEL = re.compile(
    r"^\(?\d{1,2}\)\s+(?=\S)|^(?:charges?|offen[sc]es?|counts?|ct|chg|violations?|statutes?)\b\W{0,3}(?:#?\d{1,2}(?:\.{2,}\s*:|[.):]\s|\s?-\s|\s)\s*)?(?=\S)",
    re.IGNORECASE,
)


def without_label(text: str) -> str:
    """A charge without the word that says that it is one (`Charge: 14:98`, `CT 2 - 14:98`)."""
    return _LABEL.sub("", text, count=1)


_NUMBER = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9\-_/.]{0,24}", re.IGNORECASE)


@dataclass
class Cells:
    """One column of an export: its name there, and the cells of the rows looked at, in their order."""

    source: str
    all: list[str]
    """Every cell, empty ones too."""
    judge: Judge
    header: str = ""
    """What heads the column where its name does not."""
    mark: str = ""
    """Between the charges of one cell, where cells hold several."""
    of: str = ""
    """Whose the column is, where the file says it: `charge`, `hold` or `person` (a booking's too)."""

    @property
    def words(self) -> str:
        """The header in the form it is compared in."""
        return words_of(self.header or self.source)

    @cached_property
    def meanings(self) -> list[str]:
        """The plain columns that the header may mean, the surest first."""
        return meant(self.words, self.spelled)

    @cached_property
    def spelled(self) -> str:
        """The header in whole words."""
        return spelled_out(re.sub(r"\[[^\]]*\]|\.?#text$", "", self.header or self.source))

    @cached_property
    def filled(self) -> list[str]:
        """The cells that are not empty; of cells that hold several charges, each of them."""
        cut = [one for each in self.all for one in (each.split(SEVERAL) if SEVERAL in each else [each])]
        if self.mark:
            cut = [part for each in cut for one in each.split(self.mark) if (part := one.strip())]
        return [each for each in cut if each and not is_blank(each)]

    @cached_property
    def nulls(self) -> list[str]:
        """How a database printed the empty cells."""
        return sorted({each for each in self.all if is_blank(each)})

    @cached_property
    def counts(self) -> Counter[str]:
        """Each distinct value and how often it stands."""
        return Counter(self.filled)

    @cached_property
    def told(self) -> list[str]:
        """The cells that hold a value: none that says there is none."""
        return [each for each in self.filled if not is_no_date(each)]

    def share(self, fits: Callable[[str], bool]) -> float:
        """The share of the distinct values that fit, each weighed by how often it stands."""
        every = sum(self.counts.values())
        return sum(count for value, count in self.counts.items() if fits(value)) / every if every else 0.0

    @cached_property
    def date(self) -> "Dates | None":
        """How the column's dates are written; None where it has none, or where sections of laws stand there (18.2-57 is no day)."""
        numbered = (
            self.meanings[:1] in (["booking_id"], ["person_id"]) and _NUMBERED_HEAD.search(self.spelled) is not None
        )
        if (
            numbered
            or self.meanings[:1] == ["statute"]
            or self.share(lambda each: bool(_VIRGINIAS.fullmatch(each))) >= NEARLY_ALL
        ):
            return None
        return dates_of([each for each in self.counts if not is_no_date(each)], named=self._names_date)

    @property
    def _names_date(self) -> bool:
        """Whether the header says that there are dates, and not a number of an admission."""
        number = _NUMBERED_HEAD.search(self.spelled)
        return bool(DATES & {*self.meanings[:2]}) and number is None

    @cached_property
    def is_name(self) -> bool:
        """Whether most cells read FAMILY, GIVEN."""
        return (
            bool(self.filled)
            and self.share(holds_given_name) >= MOST
            and self.share(lambda each: not any(c.isdigit() for c in each)) >= MOST
        )

    @cached_property
    def name_order(self) -> str:
        """The form of whole names without a comma, told by where initials stand: between the others, or at the end; empty where none do."""
        names = [each.split() for each in self.counts if not any(map(str.isdigit, each))]
        told = [words[:-1] if len(words) > 2 and is_suffix(words[-1]) else words for words in names]
        between = sum(any(len(word.strip(".")) == 1 for word in words[1:-1]) for words in told)
        behind = sum(len(words) > 2 and len(words[-1].strip(".")) == 1 for words in told)
        if len(names) < MOST * len(self.counts) or self.is_name or bool(between) == bool(behind):
            return ""
        return NATURAL if between else FAMILY_FIRST

    @cached_property
    def statutes(self) -> float:
        """The share that are a section with its code."""
        return (
            self.share(
                lambda each: any(c.isdigit() for c in each) and any(c.isalpha() for c in each) and self.judge(each)
            )
            if self.date is None
            else 0.0
        )

    @cached_property
    def sections_with_words(self) -> float:
        """The share that are a section as states number theirs, with words before or behind it."""
        told = {each: n for each, n in self.counts.items() if text_is(each) not in HELD} if self.mark else self.counts
        bare = [(without_label(each), n) for each, n in told.items()]
        with_words = sum(n for each, n in bare if WITH_WORDS.search(each) and re.search(r"[A-Za-z]{3}", each))
        return with_words / sum(told.values()) if told else 0.0

    @property
    def is_statute_like(self) -> bool:
        """Whether most cells are charges, which are nobody's number."""
        return self.statutes >= 0.6

    @cached_property
    def is_code(self) -> bool:
        """Whether each cell is the code of a statute alone (PC, VC)."""
        return (
            bool(self.counts)
            and len(self.counts) <= 15
            and self.share(lambda each: each.upper() in CODES) >= SOME
            and self.share(lambda each: bool(_CODE.fullmatch(each))) >= NEARLY_ALL
        )

    @cached_property
    def may_be_code(self) -> bool:
        """Whether each cell is the code of a statute, also one that only its header tells (`Law`: PL, VTL)."""
        of_law = re.search(r"law|statute|title|\bcode_?(book|section)?$", self.spelled.rpartition("charge_")[2])
        named = of_law is not None and not MEANINGLESS.search(self.spelled.replace("_", " "))
        short = 0 < len(self.counts) <= 15 and self.share(lambda each: bool(_CODE.fullmatch(each[1:]))) >= NEARLY_ALL
        return self.is_code or (named and short and not self.grades and not self.dispositions)

    @cached_property
    def is_section(self) -> bool:
        """Whether each cell is a section without a code, and some have letters or brackets that no count has."""
        return (
            self.reads_as_section
            and self.share(lambda each: "(" in each or ":" in each or bool(OF_A_STATE.fullmatch(each))) > 0.05
        )

    @cached_property
    def reads_as_section(self) -> bool:
        """Whether each cell may be a section without a code: what a header says decides."""
        return (
            self.date is None and not self.are_times and self.share(lambda each: bool(_SECTION.fullmatch(each))) >= MOST
        )

    @cached_property
    def are_times(self) -> bool:
        """Whether each cell is a time of day, and they differ as times do and sections do not."""
        timed = self.share(lambda each: bool(_CLOCK.fullmatch(each))) == 1.0
        return timed and len(self.counts) > 8 and len({each[:2] for each in self.counts}) > 5

    @cached_property
    def is_number(self) -> bool:
        """Whether each cell is a number of something: digits, perhaps letters and dashes, no blank."""
        return (
            bool(self.told) and self.share(lambda each: bool(_NUMBER.fullmatch(each))) >= MOST and len(self.counts) > 1
        )

    @cached_property
    def is_money(self) -> bool:
        """Whether each cell is an amount."""
        return self.share(lambda each: bool(_MONEY.fullmatch(each))) >= MOST

    @cached_property
    def grades(self) -> dict[str, list[str]]:
        """Our grades to the column's words, where most of its words are grades."""
        return _by_meaning(self.counts, grade_of, MOST)

    @cached_property
    def dispositions(self) -> dict[str, list[str]]:
        """Our dispositions to the column's words, where half of its words are dispositions."""
        if len(self.counts) > 60 or self.date is not None or self.sections_with_words >= SOME:
            return {}
        return _by_meaning(self.counts, disposition_of, SOME)

    @cached_property
    def some_dispositions(self) -> dict[str, list[str]]:
        """As `dispositions`, where a header says that they are and one in five of the words is known."""
        if len(self.counts) > 60 or self.date is not None or "charge_disposition" not in self.meanings[:1]:
            return {}
        return _by_meaning(self.counts, disposition_of, FEW)

    @cached_property
    def is_sex(self) -> bool:
        """Whether each cell is a word for a sex."""
        return (
            bool({each.upper() for each in self.counts} & {"M", "F", "MALE", "FEMALE"})
            and len(self.counts) < 8
            and self.share(lambda each: each.upper() in {"M", "F", "MALE", "FEMALE", "X", "U", "UNKNOWN", "UNK"})
            >= NEARLY_ALL
        )

    @cached_property
    def holds(self) -> list[str]:
        """The values that are holds."""
        return [each for each in self.counts if "://" not in each and text_is(each) in HELD]


@dataclass(frozen=True, slots=True)
class Dates:
    """How a column's dates are written, the words that are none, and what the dates are like."""

    form: str
    """Empty for ISO, which needs no form."""
    no_dates: tuple[str, ...]
    twins: bool
    """Whether the cells allow day first as well."""
    with_time: bool
    middle: date
    last: date
    share: float
    two_digits: bool = False
    """Whether the year is written in two digits: which century is not told."""


def days_of(cells: Cells) -> list[date | None]:
    """The day of each cell of a column; None where it holds none."""
    found = _read([*cells.counts], cells.date.form) if cells.date is not None else {}
    read = [found.get(each) for each in cells.all]
    return [each.date() if isinstance(each, datetime) else each for each in read]


def dates_of(values: list[str], *, named: bool = False) -> Dates | None:
    """The form that most of the values have; None where fewer than half have any one. `named`: a header says that they are dates."""
    tried = values[:: max(1, len(values) // _TRIED)][: _TRIED * 2]
    joined = [day + time for time in _JOINED if any(time.split("hh")[0] in each for each in tried) for day in _DAYS]
    found = (
        {
            form: len(_read(tried, form))
            for form in (
                "",
                *FORMS,
                *joined,
                *((*_SIX, CENTURY, JULIAN) if named else ()),
                *_named(tried),
                *forms_by_shape(tried),
            )
        }
        if tried
        else {}
    )
    form = max(found, key=found.__getitem__, default="")
    if not tried or found[form] < SOME * len(tried):
        return None
    read = _read(values, form)
    twin = re.sub(r"^mmdd", "ddmm", form.replace("mm/dd", "dd/mm"))
    days = sorted(each.date() if isinstance(each, datetime) else each for each in read.values())
    with_time = any(isinstance(each, datetime) and (each.hour or each.minute) for each in read.values())
    none = tuple(each for each in values if each not in read)
    twins = twin != form and len(_read(values, twin)) == len(read)
    made = date_form(form) if form else None
    two_digits = made is not None and made.two_digits
    return Dates(form, none, twins, with_time, days[len(days) // 2], days[-1], len(read) / len(values), two_digits)


def _named(values: list[str]) -> list[str]:
    strict = [form for form in (CENTURY, JULIAN) if len(values) > 7 and len(_read(values, form)) == len(values)]
    if strict:
        return strict
    if _are_moments(values):
        return [MILLISECONDS]
    if all(_MOMENT.fullmatch(each) for each in values[:20]):
        return [] if all(_CALENDAR.match(each) for each in values[:20]) else [MILLISECONDS]
    if all(re.fullmatch(r"1[5-9]\d{8}", each) for each in values[:20]):
        return [SECONDS]  # of the years 2017 to 2033: a stay, never a birth
    if all("Date(" in each for each in values[:20]):
        return [MILLISECONDS]
    return (
        [DAY_OF_TEXT]
        if all(re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00(?:\.0+)?Z?", each) for each in values[:20])
        else []
    )


def _are_moments(values: list[str]) -> bool:
    """Whether whole seconds in milliseconds since 1970 stand there, some of them near 1970 or before it: no other numbers end so."""
    whole = all(re.fullmatch(r"-?\d{4,14}", each) and each.endswith("000") for each in values) and len(values) > 2
    long = sum(len(each.strip("-")) >= 11 for each in values) if whole else 0
    return whole and long >= SOME * len(values) and not all(_CALENDAR.match(each) for each in values)


def _read(values: list[str], form: str) -> dict[str, date | datetime]:
    made = date_form(form) if form else None
    read: dict[str, date | datetime] = {}
    for value in values:
        try:
            if form in {MILLISECONDS, SECONDS, DAY_OF_TEXT, CENTURY, JULIAN} and made:
                found = by_name(made, value)
            elif made and not made.fits(" ".join(value.split())):
                continue
            elif made:
                text = (
                    in_english(" ".join(value.split()), made.strptime)
                    if "%b" in made.strptime.lower()
                    else " ".join(value.split())
                )
                whole = made.strptime_of(text) == made.strptime
                found = datetime.strptime(text, made.strptime) if whole else None  # noqa: DTZ007 - only compared
            else:
                found = datetime.fromisoformat(value) if _ISO.fullmatch(value) else None
        except ValueError:
            continue
        if found is not None and 1900 < found.year < 2101:
            read[value] = found
    return read


def _by_meaning(counts: Counter[str], meaning: Callable[[str], str | None], least: float) -> dict[str, list[str]]:
    told = {value: ours for value in counts if (ours := meaning(value))}
    if not told or sum(counts[value] for value in told) < least * sum(counts.values()):
        return {}
    return {ours: [value for value in told if told[value] == ours] for ours in dict.fromkeys(told.values())}
