"""The register of everything printed of this office's requests by anyone: our releases, statutory reports, answers to records requests.

Whatever is in it is read by the attack on the next release. An entry is an event and is never changed; a wrong one is struck, and both are
kept. No name of anybody is in it: a source, a period, kinds, outcomes and a number.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.answers.tables import csv_bytes
from habeas.audit.event import decode_event
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Event as EventRow
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import office
from habeas.desk.services.publication import figures
from habeas.desk.services.publication.counting import ledger
from habeas.desk.services.record import audit_log
from habeas.desk.services.record.office_reports import ReportVersion, versions
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.requests.vocabulary import KIND_WORDS
from habeas.statistics.attack.claims import Claim
from habeas.statistics.attack.reading import REGISTER_COLUMNS, months_of, register_claims
from habeas.statistics.charts.series import BOTH_LISTS, SERIES, Series
from habeas.statistics.ledger.rows import UNCLASSED, Ledger
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.values import OUTCOMES
from habeas.statistics.reports.printed import PrintedNumber, is_year, printed_numbers

NOUN = "printed"
NAMES: dict[str, dict[str, str]] = {"kinds": {**KIND_WORDS, UNCLASSED: "not classified yet"}, "outcomes": OUTCOMES}
"""What an entry may name, with the words of each."""
TABLES: dict[str, tuple[Series, Callable[[Ledger, date, date], Mapping[str, int]]]] = {
    series.name: (series, counted) for series, counted in SERIES
}
"""The tables that an entry may be of besides requests by kind and outcome: the series of a year, with how each is counted."""
FIELDS = ("source", "printed_on", "table", "periods", "kinds", "outcomes", "least", "most")


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """One number that somebody printed, as it was entered; `struck` where it counts no more."""

    key: str
    given: Mapping[str, str]
    struck: bool

    @property
    def row(self) -> dict[str, str]:
        """It as a row of a register file, but for the office."""
        return {name: self.given.get(name, "") for name in REGISTER_COLUMNS}


@dataclass(frozen=True, slots=True)
class Known:
    """What the attack may use, and what was printed and is no longer true of the record: two states of a record are not added up."""

    claims: tuple[Claim, ...]
    stale: tuple[str, ...]


def enter_printed(given: Mapping[str, str], doing: Doing) -> str:
    """Enter a number that somebody printed; its key. Raises RefusedError in one sentence for one that cannot be read."""
    check_right(needed("keep_counts"), doing.role)
    held = {name: given.get(name, "").strip()[:200] for name in FIELDS}
    if not held["source"]:
        raise RefusedError("Enter who printed it, and where.")
    _check_names(held)
    claim = _claim(held | {"office": office().site}, "This entry")
    if held["table"] == BOTH_LISTS.name and not is_year(claim.where[1]):
        raise RefusedError("The two lists are compared over a whole year: enter a period such as 2025.")
    key = new_key()
    with acting(doing, "tally", "tally", key) as entry:
        entry.detail |= {"key": key, "noun": NOUN, "step": NOUN, "facts": held}
    return key


def strike_printed(key: str, why: str, doing: Doing) -> None:
    """Strike an entry, with a reason. Raises RefusedError where there is none, or no reason."""
    check_right(needed("keep_counts"), doing.role)
    if not any(each.key == key and not each.struck for each in entries()):
        raise RefusedError("There is no such entry that counts.")
    if not why.strip():
        raise RefusedError("Say why the entry is struck.")
    with acting(doing, "tally", "tally", new_key()) as entry:
        entry.detail |= {"noun": NOUN, "step": NOUN, "corrects": key, "struck": True, "reason": why.strip()[:300]}


def _check_names(held: Mapping[str, str]) -> None:
    if held["table"] and held["table"] not in TABLES:
        raise RefusedError(f"“{held['table'][:40]}” is none of the tables: {', '.join(TABLES)}.")
    if held["table"] and held["kinds"]:
        raise RefusedError("This table is not by kind of request: leave the kinds empty.")
    of_series = {"outcomes": dict(TABLES[held["table"]][0].classes)} if held["table"] else {}
    for field, names in (NAMES | of_series).items():
        for each in filter(None, (one.strip() for one in held[field].split("+"))):
            if each not in names:
                raise RefusedError(f"“{each[:40]}” is none of the {field}: {', '.join(sorted(names))}.")
    try:
        date.fromisoformat(held["printed_on"])
    except ValueError:
        raise RefusedError("Enter the day it was printed like 2026-03-01.") from None


def _claim(held: Mapping[str, str], name: str) -> Claim:
    if whole_number(held["least"]) is None:
        raise RefusedError("Enter the number that was printed, in whole numbers.")
    try:
        (claim,) = register_claims(_csv([held]), name)
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    return claim


def entries() -> list[PrintedEntry]:
    """Every entry there ever was, the newest first."""
    bodies = EventRow.objects.filter(act="tally").order_by("-seq").values_list("body", flat=True)
    found = [
        each.detail for each in (decode_event(body.encode()) for body in bodies) if each.detail.get("noun") == NOUN
    ]
    struck = {str(each["corrects"]) for each in found if each.get("struck")}
    return [
        PrintedEntry(str(each["key"]), dict(each["facts"]), each["key"] in struck)
        for each in found
        if not each.get("struck")
    ]


def reports() -> list[ReportVersion]:
    """Every statutory report that two people let out."""
    return [each for each in versions() if each.state == "approved"]


def _of_reports(record: Ledger) -> Iterator[PrintedNumber]:
    for each in {version.period: version for version in reports()}.values():
        yield from printed_numbers(each.name, record, each.first, each.last)


def register_csv() -> str:
    """The register as the file that `habeas report audit --register` reads: entries and the numbers of statutory reports."""
    site, record = office().site, _record()
    mine = [each.row | {"office": site} for each in entries() if not each.struck]
    theirs = [each.row | {"office": site} for each in _of_reports(record)]
    return _csv([*mine, *theirs])


def _record() -> Ledger:
    here = office()
    return ledger_of(
        audit_log.events(), {"agency": here.agency, "jurisdiction": here.jurisdiction, "time_zone": here.time_zone}
    )


def _csv(rows: Iterable[Mapping[str, str]]) -> str:
    return csv_bytes(
        REGISTER_COLUMNS, [[str(row.get(each) or "") for each in REGISTER_COLUMNS] for row in rows]
    ).decode()


def known() -> Known:
    """What the register says that is still true of the record, and of what was printed in frozen releases; the rest is named."""
    counts, before, record = ledger(office()), figures.newest(), _record()
    frozen = {} if before is None else dict(before.counted)
    merged = [] if before is None else [each["name"] for each in before.data["merged"]]
    claims, stale = [], []
    out = set() if before is None else {(each["year"], each["name"]) for each in before.data.get("series", [])}
    for each in register_claims(register_csv(), "the register"):
        if each.table and (each.where[1][0][:4], each.table) in out:
            continue  # that series stands as it was printed, whatever was counted since
        sums = (
            (_true_of_series(each, record),)
            if each.table
            else (_true(each, counts), _true(each, _mixed(counts, frozen, merged, each)))
        )
        if all(each.low <= value <= (value if each.high is None else each.high) for value in sums):
            claims.append(each)
        else:
            stale.append(f"{each.source}: {each.words()}")
    return Known(tuple(claims), tuple(stale))


Counts = Mapping[tuple[str, str, str], int]


def _true(claim: Claim, counts: Counts) -> int:
    """What the claim's sum is in a ledger by month."""
    return sum(count for cell, count in counts.items() if _holds(claim, cell))


def _true_of_series(claim: Claim, record: Ledger) -> int:
    """What the claim's classes of a series come to in the record."""
    found: Counter[str] = Counter()
    counted = TABLES[claim.table][1] if claim.table in TABLES else lambda *_: Counter[str]()
    days = [date.fromisoformat(f"{month}-01") for month in claim.where[1]]
    spans = [(min(days), max(days))] if is_year(claim.where[1]) else [(day, day) for day in days]
    for first, last in spans:
        found.update(counted(record, first, _last_of(last)))
    return sum(count for name, count in found.items() if not claim.where[3] or name in claim.where[3])


def _last_of(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _holds(claim: Claim, cell: tuple[str, str, str]) -> bool:
    return all(not wanted or value in wanted for wanted, value in zip(claim.where[1:], cell, strict=True))


def _mixed(counts: Counts, frozen: Mapping[str, int], merged: list[str], claim: Claim) -> Counts:
    """The ledger with each frozen period as it was counted then, where the claim takes it whole; else as it is now."""
    found, done = dict(counts), set()
    months, kinds = set(claim.where[1]), set(claim.where[2])
    for name, count in frozen.items():
        period, kind, outcome = name.split("|")
        inside = months_of(period, name)
        if not set(inside) <= months or (kind == "other" and kinds and not set(merged) <= kinds):
            continue
        if (period, kind) not in done:
            done.add((period, kind))
            of = set(merged) if kind == "other" else {kind}
            found = {cell: n for cell, n in found.items() if not (cell[0] in inside and cell[1] in of)}
        found[inside[0], (merged or [kind])[0] if kind == "other" else kind, outcome] = count
    return found
