"""A question of one's own over the record: a noun or a measure, narrowed, split by facts or by time, timed, or listed row by row."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from statistics import median

from habeas.common.errors import BadInputError
from habeas.statistics.ledger.rows import NOUNS, UNKNOWN, Ledger, LedgerRow
from habeas.statistics.measures import over_time
from habeas.statistics.measures.counting import count, count_rows, fits
from habeas.statistics.measures.measure import NOT_RECORDED, Measure, Unit
from habeas.statistics.measures.people import ACCESS, ALSO, also_names
from habeas.statistics.measures.table import measures
from habeas.statistics.measures.words import MOMENTS, UNITS

Rows = tuple[tuple[str, ...], ...]
PERIODS: Mapping[str, Callable[[date], str]] = {
    "year": lambda day: f"{day:%Y}",
    "quarter": lambda day: f"{day:%Y}-Q{(day.month + 2) // 3}",
    "month": lambda day: f"{day:%Y-%m}",
    "week": lambda day: f"{day.isocalendar()[0]}-W{day.isocalendar()[1]:02d}",
    "day": lambda day: day.isoformat(),
}
"""Stretches of time that a count is split by."""
CLOCK: Mapping[str, Callable[[datetime], str]] = {
    "hour": lambda at: f"{at:%H}00 hrs",
    "weekday": lambda at: f"{at.isoweekday()} {at:%A}",
}
"""Splits by the office's own clock at the moment that counts."""
NO_FACTS = frozenset({"booking"})
"""Nouns that are counted by day alone: a split of them would put everybody under one label that says nothing."""
IRREGULAR = {"queries": "query", "accesses": ACCESS}
"""Plurals that are no noun with an s."""
TIMES = "times"
"""Splits by how often the row's person stands among the rows: people more than once."""
AMOUNTS = frozenset({Unit.HOURS, Unit.DAYS, Unit.DOLLARS, Unit.PERSON_MONTHS})
"""Units in which a number is no number of rows: it is said what it is."""
NOT_HELD: Mapping[str, tuple[str, ...]] = {
    "country of birth or citizenship": ("country", "birth", "citizen", "nationality", "origin"),
    "age, sex, race or language of anybody": ("age", "sex", "gender", "race", "ethnicity", "birth_year"),
    "convictions, charges or their level": (
        "conviction",
        "charge",
        "offense",
        "felony",
        "misdemeanor",
        "level",
        "grade",
        "crime",
    ),
    "money received": ("revenue", "reimbursement", "reimbursed", "income", "funding", "payment"),
    "removal orders, gang or watch lists": ("removal", "deportation", "gang", "watch", "terror", "threat"),
}
"""What this record does not hold of anybody, by words that ask for it; the jail's own system may."""
DOES_NOT_APPLY = "does not apply"
NOT_DECIDED = "not decided"
OF_DECISION = ("act_", "law_", "decided_by", "held_beyond")
"""How facts begin that a request has by its decision alone."""
NOT_KNOWN = "unknown"
NOT_YET = "not yet"
EXACT = "Exact figures, for the office and for whoever may see them by law; what the public reads is a release (habeas report public)."
"""What stands below every answer: small numbers stand as they are, and whose eyes they are for."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `day`: the moment whose day counts, where it is not the measure's own; `between`: two moments to time.

    `over`: only those that took longer than so many hours are listed; where nothing is listed, they are counted.
    """

    what: str
    first: date
    last: date
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: tuple[str, ...] = ()
    day: str = ""
    people: bool = False
    between: tuple[str, str] | tuple[()] = ()
    over: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A table, what was counted, and what a reader must know beside it."""

    says: str
    header: tuple[str, ...]
    rows: Rows
    notes: tuple[str, ...] = ()


def answered(question: Question, ledger: Ledger) -> Answer:
    """The counts that a question asks for. Raises BadInputError for what the record has no such fact, moment or noun of."""
    measure = measure_of(question, ledger)
    if measure.span:
        return _spanned(question, measure, ledger)
    groups = _grouped(question, measure, ledger)
    if question.between:
        return _timed(question, measure, groups, ledger)
    counts = {labels: count_rows(measure, held) for labels, held in groups.items()}
    none = (*("",) * len(question.by), *_shown(measure, ledger, question.first, question.last))
    rows = tuple((*labels, each.shown, str(each.unknown)) for labels, each in counts.items()) or (none,)
    made = Answer(_says(measure), (*question.by, "number", "unknown"), rows, _notes(question, ledger))
    return _over_time(question, measure, made, ledger)


def listed(question: Question, ledger: Ledger) -> Answer:
    """Each row that counts, or may, with its moments and facts; nobody's name is in it."""
    measure = measure_of(question, ledger)
    moments, facts = known_of(measure.noun, ledger)
    found = [
        row for row in in_period(question, measure, ledger) if fits(measure, row) is not False and _long(question, row)
    ]
    rows = tuple(
        (row.key, "yes" if fits(measure, row) else NOT_KNOWN, *(_at(row, each) for each in moments),
         *("" if each not in row.facts else row.facts[each] or NOT_KNOWN for each in facts))
        for row in sorted(found, key=lambda each: (each.day(measure.day) or date.min, each.key))
    )  # fmt: skip
    return Answer(_says(measure), ("number", "counts", *moments, *facts), rows, _notes(question, ledger))


def _at(row: LedgerRow, name: str) -> str:
    """A moment on the office's own clock; empty where it is not recorded."""
    at = row.times.get(name)
    return f"{at.astimezone(row.zone):%Y-%m-%dT%H:%M%z}" if at else ""


def known_of(noun: str, ledger: Ledger) -> tuple[list[str], dict[str, Counter[str]]]:
    """The moments and the facts that rows of a noun have in this record, each fact with its values and how often."""
    moments, facts = dict[str, None](), defaultdict[str, Counter[str]](Counter)
    for row in ledger.of(noun):
        moments |= dict.fromkeys(row.times)
        for name, value in row.facts.items():
            facts[name][value or NOT_KNOWN] += 1
    return list(moments), dict(facts)


def measure_of(question: Question, ledger: Ledger) -> Measure:
    """The measure of the table, or one of every row of a noun, narrowed as asked. Raises BadInputError for what the record lacks."""
    base = measures().get(question.what) or _of_noun(question.what, ledger)
    moments, facts = known_of(base.noun, ledger)
    anywhere = {name for row in ledger.rows for name in row.facts}
    for name in (*question.where, *(each for each in question.by if each not in {*PERIODS, *CLOCK, TIMES})):
        _check_fact(name, base.noun, facts, anywhere)
    for name in (*((question.day,) if question.day else ()), *question.between):
        if name not in MOMENTS:
            raise BadInputError(f'"{name[:40]}" is no moment of {NOUNS[base.noun]}; there are: {", ".join(moments)}.')
    made = replace(base, where={**base.where, **question.where}, day=question.day or base.day)
    return replace(made, unit=Unit.PEOPLE) if question.people else made


def noun_called(what: str) -> str:
    """The noun of a measure, or the noun that a word names. Raises BadInputError with what there is."""
    if what in measures():
        return measures()[what].noun
    by_word = {each: each for each in NOUNS} | {f"{each}s": each for each in NOUNS} | IRREGULAR
    noun = by_word.get(what.replace("-", "_"))
    if noun is None:
        raise BadInputError(
            f'"{what[:40]}" is neither a measure nor one of: {", ".join(NOUNS)}. habeas report define names the measures.'
        )
    return noun


def _of_noun(what: str, ledger: Ledger) -> Measure:
    noun = noun_called(what)
    moments, _ = known_of(noun, ledger)
    day = next((each for each in ("at", "raised", "received") if each in moments), "at")
    where = {"given": ("yes",)} if noun == ACCESS else {}
    return Measure(noun, NOUNS[noun].capitalize(), noun, Unit.COUNT, day, "the asker", ledger.ends, where)


def _check_fact(name: str, noun: str, facts: Mapping[str, object], anywhere: Collection[str]) -> None:
    """Raise BadInputError for a fact of which the record holds nothing. One of other nouns does not apply to this one; one that a measure
    of this noun knows is of none of its rows."""
    if name in facts or name in _measured(noun):
        return
    said = next(
        (what for what, words in NOT_HELD.items() if any(word in name.lower().split("_") for word in words)), ""
    )
    if said and not name.startswith(ALSO):
        raise BadInputError(
            f"This record does not hold {said}: nothing of it can be counted here, and none is no zero. The jail's own system may hold it."
        )
    if name not in anywhere or noun in NO_FACTS:
        there = ", ".join(facts) or f"none: of {NOUNS[noun]} the record holds nothing but their number and day"
        raise BadInputError(f'"{name[:40]}" is no fact of {NOUNS[noun]} in this record; there are: {there}.')


def _measured(noun: str) -> set[str]:
    """The facts that the measures of a noun ask for: a record may hold none of them yet."""
    return {name for each in measures().values() if each.noun == noun for name in each.where}


def in_period(question: Question, measure: Measure, ledger: Ledger) -> list[LedgerRow]:
    """The rows of a noun whose day that counts lies in the period."""
    rows = ((row, row.day(measure.day)) for row in ledger.of(measure.noun))
    return [row for row, day in rows if day is not None and question.first <= day <= question.last]


def _grouped(question: Question, measure: Measure, ledger: Ledger) -> dict[tuple[str, ...], list[LedgerRow]]:
    """The rows that count, or may, by the labels they are split by; every stretch of time of the period is there, also an empty one."""
    rows = [row for row in in_period(question, measure, ledger) if fits(measure, row) is not False]
    often = Counter(row.person for row in rows)
    groups: dict[tuple[str, ...], list[LedgerRow]] = {}
    if len(question.by) == 1 and question.by[0] in PERIODS:
        within = max(question.first, ledger.begins), min(question.last, ledger.ends)
        groups = {(label,): [] for label in _labels(question.by[0], *within)}
    for row in rows:
        labels = tuple(_label(each, row, measure.day, often) for each in question.by)
        groups.setdefault(labels, []).append(row)
    return dict(sorted(groups.items())) if question.by else groups


def _labels(name: str, first: date, last: date) -> Iterator[str]:
    days = (first + timedelta(days=each) for each in range((last - first).days + 1))
    yield from dict.fromkeys(map(PERIODS[name], days))


def _label(name: str, row: LedgerRow, day: str, often: Mapping[str, int]) -> str:
    if name == TIMES:
        return NOT_KNOWN if row.person == UNKNOWN else str(often[row.person])
    if name in PERIODS:
        found = row.day(day)
        return PERIODS[name](found) if found else NOT_KNOWN
    if name in CLOCK:
        return CLOCK[name](row.times[day].astimezone(row.zone))
    return _absent(name, row) if name not in row.facts else row.facts[name] or NOT_KNOWN


def _absent(name: str, row: LedgerRow) -> str:
    """What a row without a fact is told under: what only a decision says of a request is not decided, anything else does not apply."""
    by_decision = name.startswith(OF_DECISION) and row.noun == "request" and "decided" not in row.times
    return NOT_DECIDED if by_decision else DOES_NOT_APPLY


def _spanned(question: Question, measure: Measure, ledger: Ledger) -> Answer:
    """A stock stands on the first day of the period, or of each stretch of time; days are counted within each."""
    names = [each for each in question.by if each in PERIODS]
    if len(names) != len(question.by) or len(names) > 1 or question.between:
        raise BadInputError(
            f"{measure.name} is a {measure.unit.value}: it is split by one of {', '.join(PERIODS)} and by no fact."
        )
    parts = _stretches(names[0], question.first, question.last) if names else [("", question.first, question.last)]
    rows = tuple(((label,) if names else ()) + _shown(measure, ledger, first, last) for label, first, last in parts)
    notes = ("Each number is what stood on the first day of its stretch.",) if measure.unit is Unit.STOCK else ()
    return Answer(_says(measure), (*names, "number", "unknown"), rows, (*notes, *_notes(question, ledger)))


def _shown(measure: Measure, ledger: Ledger, first: date, last: date) -> tuple[str, str]:
    """A number with its unknowns; of days that the record does not reach it is not yet."""
    if first > ledger.ends:
        return NOT_YET, ""
    made = count(measure, ledger, first, last)
    return made.shown, str(made.unknown)


def _stretches(name: str, first: date, last: date) -> list[tuple[str, date, date]]:
    found: dict[str, list[date]] = {}
    for each in range((last - first).days + 1):
        day = first + timedelta(days=each)
        found.setdefault(PERIODS[name](day), []).append(day)
    return [(label, days[0], days[-1]) for label, days in found.items()]


def _timed(
    question: Question, measure: Measure, groups: Mapping[tuple[str, ...], list[LedgerRow]], ledger: Ledger
) -> Answer:
    """The hours between two moments: of how many they are known, of how many not, the median, nine in ten (nearest rank), the longest."""
    begin, end = question.between  # type: ignore[misc] # asked for where there are two
    over = () if question.over is None else (f"over {question.over} hours",)
    groups = groups or ({} if question.by else {(): []})
    rows = tuple(
        (*labels, *_hours(question, [row for row in held if fits(measure, row)])) for labels, held in groups.items()
    )
    header = (*question.by, "rows", "timed", "not timed", "middle", "nine in ten within", "longest", *over)
    says = f"{_says(measure)} Hours from when {MOMENTS[begin]} to when {MOMENTS[end]}."
    before = sum((_took(question, row) or 0) < 0 for held in groups.values() for row in held if fits(measure, row))
    turned = (f"Of {before:,} the second moment lies before the first: their hours are less than 0.",) if before else ()
    return Answer(says, header, rows, (*turned, *_notes(question, ledger)))


def _hours(question: Question, rows: Sequence[LedgerRow]) -> tuple[str, ...]:
    took = sorted(each for row in rows if (each := _took(question, row)) is not None)
    shown = [median(took), took[-(-9 * len(took) // 10) - 1], took[-1]] if took else []
    numbers = [f"{each:.1f}" for each in shown] or [NOT_RECORDED] * 3
    over = () if question.over is None else (str(sum(each > question.over for each in took)),)
    return (str(len(rows)), str(len(took)), str(len(rows) - len(took)), *numbers, *over)


def _took(question: Question, row: LedgerRow) -> float | None:
    """The hours between the two moments of a row; None where one of them is not recorded."""
    if not set(question.between) <= set(row.times):
        return None
    begin, end = question.between  # type: ignore[misc] # asked for where there are two
    return (row.times[end] - row.times[begin]).total_seconds() / 3600


def _long(question: Question, row: LedgerRow) -> bool:
    """Whether a row took longer than asked for, where that is asked."""
    if question.over is None or not question.between:
        return True
    took = _took(question, row)
    return took is not None and took > question.over


def _over_time(question: Question, measure: Measure, answer: Answer, ledger: Ledger) -> Answer:
    """Split by time alone: each number against the one before, what is no whole stretch, and the average of those that are."""
    if len(question.by) != 1 or question.by[0] not in PERIODS or len(answer.rows) < 2:
        return answer
    within = max(question.first, ledger.begins), min(question.last, ledger.ends)
    part = over_time.partial(PERIODS[question.by[0]], *within)
    said = over_time.sentences(answer.rows, part, question.by[0], added=measure.unit is Unit.COUNT)
    return replace(
        answer,
        header=(*answer.header, "change", "percent"),
        rows=over_time.with_changes(answer.rows, part),
        notes=(*said, *answer.notes),
    )


def _says(measure: Measure) -> str:
    where = "; ".join(f"{name} is {' or '.join(allowed)}" for name, allowed in measure.where.items())
    people = ", each person once" if measure.unit is Unit.PEOPLE else ""
    said = f"{measure.says}{people}, by the day on which {MOMENTS[measure.day]}{f': {where}' if where else ''}."
    return f"{said} The numbers are {UNITS[measure.unit]}." if measure.unit in AMOUNTS else said


def _notes(question: Question, ledger: Ledger) -> tuple[str, ...]:
    found = []
    noun = noun_called(question.what)
    if not any(True for _ in ledger.of(noun)):
        found.append(f"The record holds no {NOUNS[noun]} at all: none happened, or nobody entered any.")
    if question.last < ledger.begins or question.first < ledger.begins:
        found.append(f"The record begins on {ledger.begins}: earlier days are not recorded, which is not zero.")
    if question.last > ledger.ends:
        found.append(f"The record ends on {ledger.ends}: later days are not counted.")
    return tuple(found)


def where_of(given: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Conditions as they are written, `outcome=refused,waits`; a fact named twice may have any of its values. Raises BadInputError."""
    found: dict[str, tuple[str, ...]] = {}
    for each in given:
        name, sign, values = each.partition("=")
        if not sign or not values:
            raise BadInputError(f'The condition is "{each[:40]}"; write it like outcome=refused.')
        name = name.strip()
        found[name] = found.get(name, ()) + tuple(value.strip() for value in values.split(","))
    return found


def whole_codebook(ledger: Ledger) -> Iterable[str]:
    """Everything that can be asked of this record: each noun with how many, its moments, and its facts with their values."""
    for noun, words in NOUNS.items():
        size = sum(1 for _ in ledger.of(noun))
        if not size:
            continue
        moments, facts = known_of(noun, ledger)
        yield f"{noun}: {size:,} {words}; moments: {', '.join(moments)}"
        for name, values in facts.items():
            common = (
                ", ".join(f"{value} {number:,}" for value, number in values.most_common(8))
                if len(values) < MANY
                else ""
            )
            yield f"  {name}: {common or f'{len(values):,} values'}"

    yield f"of the same person, for rows about people: {', '.join(also_names(ledger))} (yes, no)"


MANY = 25
"""Values of a fact above which they are not told one by one."""
