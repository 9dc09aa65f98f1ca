"""What a count leaves: how many rows of the period meet the conditions, do not, or may, and which missing fact makes it unknown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from habeas.statistics.ledger.rows import NOUNS, UNKNOWN, Ledger, LedgerRow
from habeas.statistics.measures.asking import Answer, Question, answered, in_period, listed, measure_of
from habeas.statistics.measures.counting import fits
from habeas.statistics.measures.measure import Measure
from habeas.statistics.measures.people import with_also, with_moments
from habeas.statistics.measures.words import MOMENTS, fact_words

SHOWN = 12
"""Numbers that are named for each missing fact; the list of rows has all of them."""


@dataclass(frozen=True, slots=True)
class Remainders:
    """Every row of the period once: it counts, it does not, or a fact is missing; `missing`: which rows each missing fact leaves open."""

    noun: str
    day: str
    rows: int
    counts: int
    does_not: int
    missing: Mapping[str, tuple[str, ...]]
    unknown: int
    undated: int
    """Rows of the whole record without the moment whose day counts: they lie in no period."""

    def sentences(self) -> Iterator[str]:
        """The reconciliation, a sentence each; the parts add up to the rows."""
        words = NOUNS[self.noun]
        parts = f"{self.counts:,} that count + {self.does_not:,} that do not + {self.unknown:,} unknown"
        yield f"Reconciliation: {self.rows:,} {words} in the period = {parts}."
        if 0 < self.counts < self.rows:
            yield f"In percent of those in the period: {', '.join(self._shares())}."
        for name, keys in self.missing.items():
            more = f" and {len(keys) - SHOWN:,} more" if len(keys) > SHOWN else ""
            yield f"Not recorded, {fact_words(name)}: {len(keys):,} ({', '.join(keys[:SHOWN])}{more})."
        if self.undated:
            yield f"{self.undated:,} {words} of the record lie in no period: of them it is not recorded when {MOMENTS[self.day]}."

    def _shares(self) -> Iterator[str]:
        """Each part that has any rows, in percent of all of them."""
        parts = ((self.counts, "count"), (self.does_not, "do not"), (self.unknown, "are unknown"))
        return (f"{100 * part / self.rows:.1f} {words}" for part, words in parts if part)


def remainders(question: Question, ledger: Ledger) -> Remainders | None:
    """What a question leaves; None for a stock or days, which are no rows of a period. Raises BadInputError as the question does."""
    measure = measure_of(question, ledger)
    if measure.span:
        return None
    rows = in_period(question, measure, ledger)
    answers = Counter(fits(measure, row) for row in rows)
    return Remainders(
        measure.noun, measure.day, len(rows), answers[True], answers[False], _missing(measure, rows), answers[None],
        sum(row.day(measure.day) is None for row in ledger.of(measure.noun)),
    )  # fmt: skip


def _missing(measure: Measure, rows: Iterable[LedgerRow]) -> dict[str, tuple[str, ...]]:
    """The numbers of the rows that each missing fact leaves open; a row that lacks two stands under both."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if fits(measure, row) is None:
            for name in measure.where:
                if row.facts.get(name) == UNKNOWN:
                    found[name] = (*found.get(name, ()), row.key)
    return found


def asked_of(question: Question, ledger: Ledger, *, rows: bool = False) -> Answer:
    """The answer to a question, as counts or row by row, with its reconciliation among the notes. Raises BadInputError."""
    moments = [each for each in (*question.between, question.day) if each]
    held = with_moments(with_also(ledger, (*question.where, *question.by)), moments)
    made = (listed if rows else answered)(question, held)
    left = remainders(question, held)
    return replace(made, notes=(*made.notes, *(left.sentences() if left else ())))
