"""Questions of one's own over this office's record: what can be asked, the question of a form, its answer. Nothing is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.common.moments import typed_day
from habeas.common.numbers import whole_number
from habeas.desk.services.office.office import office
from habeas.desk.services.record import audit_log
from habeas.desk.workflow.errors import RefusedError
from habeas.statistics.ledger.rows import NOUNS, Ledger
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.asking import CLOCK, MANY, PERIODS, TIMES, Question, known_of, noun_called, where_of
from habeas.statistics.measures.people import OF_PEOPLE, also_names, with_access
from habeas.statistics.measures.table import measures
from habeas.statistics.measures.values import value_words
from habeas.statistics.measures.words import MOMENTS, fact_words

Offered = list[tuple[str, str]]
"""What a list of a form offers: values with their words."""
CONDITIONS, SPLITS = 3, 2
"""How many conditions and splits the form has."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked of one noun in this record. `conditions` by the words of the fact."""

    conditions: list[tuple[str, Offered]]
    splits: Offered
    moments: Offered


def ledger_now() -> Ledger:
    """The ledger of the record as it stands. Raises BadInputError where the record is broken."""
    here = office()
    place = {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}
    return with_access(ledger_of(audit_log.events(), place))


def things(ledger: Ledger) -> Offered:
    """Everything of which this record holds any, with how many."""
    sizes = [(noun, words, sum(1 for _ in ledger.of(noun))) for noun, words in NOUNS.items()]
    return [(noun, f"{words.capitalize()} ({size:,})") for noun, words, size in sizes if size]


def defined(ledger: Ledger) -> Offered:
    """The measures of the reports that count what this record holds."""
    held = {row.noun for row in ledger.rows}
    return [(each.name, each.says) for each in measures().values() if each.noun in held]


def choices(what: str, ledger: Ledger) -> Choices:
    """What can be asked of `what`. Raises BadInputError where it is neither a noun nor a measure."""
    noun = noun_called(what)
    moments, facts = known_of(noun, ledger)
    few = [(name, sorted(values)) for name, values in facts.items() if len(values) < MANY]
    if noun == "request" or noun in OF_PEOPLE:
        few += [(name, ["yes", "no"]) for name in also_names(ledger)]
    conditions = [
        (fact_words(name).capitalize(), [(f"{name}={value}", value_words(name, value)) for value in values])
        for name, values in few
    ]
    splits = [(name, fact_words(name).capitalize()) for name, _ in few]
    times = [(name, name.capitalize()) for name in (*PERIODS, *CLOCK)]
    return Choices(
        conditions, [*times, *splits, (TIMES, "How often the same person")], [(each, MOMENTS[each]) for each in moments]
    )


def question_of(what: str, given: Mapping[str, str], where: Iterable[str], by: Iterable[str]) -> Question:
    """The question of a form. Raises RefusedError for what is no day, no number, or half a question; BadInputError for a condition."""
    first, last = _day(given, "from", "First day"), _day(given, "to", "Last day")
    if last < first:
        raise RefusedError("The period ends before it begins.")
    between = tuple(each for each in (given.get("begin", ""), given.get("end", "")) if each)
    if len(between) == 1:
        raise RefusedError("Hours are counted between two moments: choose both.")
    over = given.get("over", "").strip()
    hours = whole_number(over)
    if over and (hours is None or not between):
        raise RefusedError("Longer than: enter whole hours, and choose the two moments.")
    splits = tuple(dict.fromkeys(each for each in by if each))
    return Question(
        what, first, last, where_of(each for each in where if each), splits, given.get("day", ""),
        people=given.get("people") == "yes", between=between, over=hours,  # type: ignore[arg-type] # none or two
    )  # fmt: skip


def _day(given: Mapping[str, str], name: str, words: str) -> date:
    try:
        return typed_day(given.get(name, ""))
    except ValueError:
        raise RefusedError(f"{words}: enter the date as month/day/year, such as 03/26/2018.") from None


def said(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """The rows of an answer in the words of a page: each value of a fact as a reader knows it."""
    return [[value_words(name, cell) for name, cell in zip(header, row, strict=True)] for row in rows]
