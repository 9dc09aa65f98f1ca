"""Asked across rows: each access to an inmate that was given, whatever the way, and what else is known of the same person."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from habeas.statistics.ledger.rows import UNKNOWN, Ledger, LedgerRow
from habeas.statistics.measures.counting import fits
from habeas.statistics.measures.table import measures

ACCESS = "access"
"""The noun of each access given."""
WAYS = {
    "release_date_told": "release_date_in_response",
    "contacts_release_date": "release_date_in_contact",
    "transfers": "transfer",
    "interviews_held": "interview",
}
"""The measures that access is made of, each with the way it was given."""
ALSO = "also_"
"""What a fact is called that says that the same person also has a row of a kind or noun: `also_detainer`."""
OF_PEOPLE = frozenset({"transfer", "dispute", "contact", "interview", "release", ACCESS})
"""Nouns beside requests that are about people."""


def with_access(ledger: Ledger) -> Ledger:
    """The ledger with a row for each access that was given: a release date told, a transfer, an interview."""
    return replace(ledger, rows=(*ledger.rows, *_accesses(ledger)))


def _accesses(ledger: Ledger) -> Iterator[LedgerRow]:
    for name, way in WAYS.items():
        measure = measures()[name]
        for row in ledger.of(measure.noun):
            given = fits(measure, row)
            if given is not False and measure.day in row.times:
                kept = {
                    key: value
                    for key, value in row.facts.items()
                    if key in {"kind", "issuer", "judicial", "agency", "request", "channel"}
                }
                facts = {**kept, "way": way, "given": "yes" if given else UNKNOWN}
                yield replace(
                    row,
                    noun=ACCESS,
                    key=f"{row.key} {way}",
                    times={"at": row.times[measure.day]},
                    facts=facts,
                    amounts={},
                )


def also_names(ledger: Ledger) -> list[str]:
    """The facts of this kind that a record has: one for each kind of request and each noun of which somebody has a row."""
    return [
        f"{ALSO}{label}" for label in sorted({label for row in ledger.rows if row.person for label in _labels(row)})
    ]


def with_also(ledger: Ledger, names: Iterable[str]) -> Ledger:
    """The ledger whose rows about people say of each such fact yes or no: whether another row is known to be of the same person."""
    wanted = {name for name in names if name.startswith(ALSO)} & set(also_names(ledger))
    if not wanted:
        return ledger
    held = Counter((row.person, label) for row in ledger.rows if row.person for label in _labels(row))
    return replace(ledger, rows=tuple(_also(row, wanted, held) for row in ledger.rows))


def _also(row: LedgerRow, wanted: Iterable[str], held: Counter[tuple[str, str]]) -> LedgerRow:
    if row.noun != "request" and row.noun not in OF_PEOPLE:
        return row
    own = set(_labels(row))
    said = {
        name: UNKNOWN if not row.person else "yes" if held[row.person, label] > (label in own) else "no"
        for name in wanted
        for label in [name.removeprefix(ALSO)]
    }
    return replace(row, facts={**row.facts, **said})


def _labels(row: LedgerRow) -> Iterator[str]:
    """The kind of a request, or the noun of another row about somebody; a dispute also by what was said."""
    if row.noun == "request" and row.facts.get("kind"):
        yield row.facts["kind"]
    elif row.noun in OF_PEOPLE:
        yield row.noun
        if row.noun == "dispute" and row.facts.get("says"):
            yield f"dispute_{row.facts['says']}"


def with_moments(ledger: Ledger, names: Iterable[str]) -> Ledger:
    """The ledger whose rows on a request also have its moments that are asked for: a notice, when the response was sent."""
    wanted = set(names)
    found = {row.key: row.times for row in ledger.of("request")} if wanted else {}
    return replace(ledger, rows=tuple(_timed(row, wanted, found) for row in ledger.rows)) if wanted else ledger


def _timed(row: LedgerRow, wanted: Iterable[str], found: Mapping[str, Mapping[str, datetime]]) -> LedgerRow:
    of_request = found.get(row.facts.get("request", ""), {}) if row.noun != "request" else {}
    more = {name: of_request[name] for name in wanted if name in of_request and name not in row.times}
    return replace(row, times={**row.times, **more}) if more else row
