"""Records that must give printed figures again: days, people and numbers drawn from a seed, and noise mixed in that must not count."""

import random
from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.measures.counting import count
from habeas.statistics.measures.table import measure_called
from habeas.statistics.reports.cells import narrowed
from tests.statistics.staged import Record

NOISE = 6
"""Things that must not count, in each record."""


def noise(record, draw, first, last, numbers):
    """The same paper again, a view, papers set aside or about nobody, a contact without a request, a call saved unfinished."""
    for _ in range(NOISE):
        at = moment(draw, record, first, last)
        if numbers:
            record.again(draw.choice(numbers), at)
            record.view(draw.choice(numbers), at)
            record.move(draw.choice(numbers), "confirm_field", "read", at, "", fields=["x"])
        record.add(
            "contact", "contact", record.key("contact"), at, way="call_in", finished=False, told={}, without_ground=[]
        )
        record.add("checkpoint", "log", "alder", at, size=1, root="0" * 64)


def moment(draw, record, first, last):
    """A moment of the period by local time, often at its very edges."""
    edge = draw.random()
    day = (
        first
        if edge < 0.05
        else last
        if edge < 0.1
        else first + timedelta(days=draw.randrange((last - first).days + 1))
    )
    hour, minute = (0, 1) if day == first else (23, 50) if day == last else (draw.randrange(24), draw.randrange(60))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=record.zone)


def spread(draw, total, most, parts):
    """`total` as a sum of `parts` numbers from 0 to `most`."""
    found = [0] * parts
    for _ in range(total):
        open_ones = [place for place in range(parts) if found[place] < most]
        found[draw.choice(open_ones)] += 1
    return found


def texan_month(row, seed):
    """A county's record of the month before the report's day, and what the report must say."""
    report, _, inmates, days, cost = row
    draw, day = random.Random(f"{row} {seed}"), date.fromisoformat(f"{report}-01")  # noqa: S311 - chance, no secret
    last = day - timedelta(days=1)
    first, length = last.replace(day=1), monthrange(last.year, last.month)[1]
    record = Record(
        begins=datetime(day.year - 1, 1, 1, 12, tzinfo=ZoneInfo("America/Chicago")),
        zone="America/Chicago",
        jurisdiction="us-tx",
    )
    if days:
        record.tally("rate", record.at, {"since": f"{first}"}, {"cents": round(float(cost) * 100 / days)})
    leavers = (
        max(0, -(-(days - inmates * length) // length))
        if days > inmates * length
        else draw.randrange(2)
        if days > inmates
        else 0
    )
    papers_that_do_not_count(record, first)
    parts = spread(draw, days, length, inmates + leavers)
    for place, part in enumerate(parts):
        _texan(record, draw, part, place < inmates, first, last, day)
    noise(record, draw, first, last, [])
    return ledger_of(record.end_on(record.local(day.year, day.month, 5)).events), first, last, day


def _texan(record, draw, part, stays, first, last, day):
    """One inmate with a detainer for `part` days of the month, still there on the report's day or not."""
    length = (last - first).days + 1
    person = record.key("person")
    begin = day - timedelta(days=part) if stays else first + timedelta(days=draw.randrange(length - part + 1))
    hour, minute = draw.choice([(0, 5), (12, 0), (23, 50)])
    at = datetime(begin.year, begin.month, begin.day, hour, minute, tzinfo=record.zone)
    if begin == first and part and draw.random() < 0.5:
        at -= timedelta(days=draw.randrange(1, 40))
    number = record.detainer(at, person=person)
    if draw.random() < 0.4:
        record.detainer(
            at + timedelta(minutes=3), person=person
        )  # a second detainer about the same person: the same days
    record.again(number, at + timedelta(minutes=4))
    if not stays:
        gone = begin + timedelta(days=part)
        record.left(person, datetime(gone.year, gone.month, gone.day, draw.randrange(24), 5, tzinfo=record.zone))


def papers_that_do_not_count(record, first):
    """Detainers withdrawn before the month, set aside or about nobody; other papers about people in custody."""
    before = datetime(first.year, first.month, first.day, 9, tzinfo=record.zone) - timedelta(days=9)
    record.withdraw(record.detainer(before), before + timedelta(hours=2))
    aside = record.receive(before)
    record.move(aside, "register", "register", before, "reading", kind="detainer", issuer="ice", given=[])
    record.set_aside(aside, before)
    record.detainer(before, kind="notification_request")
    nobody = record.receive(before)
    record.move(nobody, "register", "register", before, "reading", kind="detainer", issuer="ice", given=[])
    record.move(nobody, "choose_nobody", "match", before, "deciding", step="nobody", near=0)


def texan_figures(row, seed):
    """The three figures of a county-month as the measures give them, and as they were printed."""
    ledger, first, last, day = texan_month(row, seed)
    stock = count(measure_called("detainer_stock"), ledger, day, day)
    days, cost = (count(measure_called(name), ledger, first, last) for name in ("detainer_days", "detainer_cost"))
    return (stock.shown, days.shown, cost.shown), (str(row[2]), str(row[3]), row[4])


MEASURES = {
    "received": ("detainers_received", {}), "transferred": ("transfers", {}), "held": ("detainers_held_beyond", {}),
    "refused": ("detainers_refused", {}), "complied": ("detainers_complied", {}), "told": ("contacts_anything_told", {}),
    "judicial": ("transfers_judicial", {}), "not_judicial": ("transfers_not_judicial", {}), "bookings": ("bookings", {}),
    "date_told": ("release_date_told", {}), "entered": ("requests_entered", {}),
    "open": ("detainers_received", {"outcome": ("open",)}),
    "released": ("detainers_received", {"left_how": ("released",), "outcome": ("open",)}),
    "in_custody": ("detainers_received", {"left_how": ("not_left",), "outcome": ("open",)}),
}  # fmt: skip
"""By which measure each printed figure is counted."""


def year_of(row, seed):
    """A record of one printed period: everybody asked for is there once, and noise around them."""
    _, (first, last), place, printed = row
    draw = random.Random(f"{row[0]} {seed}")  # noqa: S311 - chance, no secret
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    record = Record(begins=datetime(first.year - 1, 6, 1, 12, tzinfo=ZoneInfo("America/New_York")), jurisdiction=place)
    numbers = [record.detainer(moment(draw, record, first, last)) for _ in range(printed.get("received", 0))]
    _outcomes(record, draw, printed, list(numbers), last)
    _beside(record, draw, printed, first, last)
    noise(record, draw, first, last, numbers)
    edge = datetime(first.year, first.month, first.day, 0, 0, tzinfo=record.zone) - timedelta(minutes=10)
    if "entered" not in printed:
        record.detainer(edge)  # ten minutes before the period by local time
    return ledger_of(record.end_on(record.local(last.year + 1, 7, 1)).events), first, last


def _outcomes(record, draw, printed, free, last):
    """Refusals, dates told, releases: each of another request."""
    draw.shuffle(free)
    end = datetime(last.year, last.month, last.day, 23, 55, tzinfo=record.zone)
    told = [free.pop() for _ in range(printed.get("date_told", 0))]
    for number in told:
        record.tell(number, end)
    for _ in range(printed.get("refused", 0)):
        record.refuse(free.pop(), end)
    if "judicial" not in printed and "received" in printed:
        moved = (
            told[: printed.get("transferred", 0)]
            if told
            else [free.pop() for _ in range(printed.get("transferred", 0))]
        )
        for number in moved:
            record.hand_over(number, end, agency="ICE (fictional)")
    for _ in range(printed.get("released", 0)):
        person = next(
            each.detail["person"]
            for each in record.events
            if each.detail.get("request") == free[-1] and "person" in each.detail
        )
        record.left(person, end)
        free.pop()


def _beside(record, draw, printed, first, last):
    if "judicial" in printed:
        _warrants(record, draw, printed)
    elif "received" not in printed:
        for _ in range(printed["transferred"]):
            at = moment(draw, record, first, last)
            record.hand_over(record.detainer(at, kind="transfer_request"), at)
    for _ in range(printed.get("told", 0)):
        at = moment(draw, record, first, last)
        record.add(
            "contact", "contact", record.key("c"), at, way="call_in", finished=True, late=False, told={"release_date": "none"},
            without_ground=[], began_at=at.isoformat(), person="",
        )  # fmt: skip
    if "bookings" in printed:
        record.add(
            "import",
            "roster",
            "r",
            record.at,
            step="applied",
            booked={f"{first}": 20000, f"{last}": printed["bookings"] - 20000},
        )
    for _ in range(printed.get("entered", 0) - printed.get("received", 0) if "entered" in printed else 0):
        record.detainer(datetime(first.year, 1, 5, 9, tzinfo=record.zone), entered=moment(draw, record, first, last))


def _warrants(record, draw, printed):
    kinds = ["judicial_warrant"] * printed["judicial"] + ["transfer_request"] * printed["not_judicial"]
    draw.shuffle(kinds)
    days = [(month, day) for month, day in ((5, printed["2025-05"]), (6, printed["2025-06"])) for _ in range(day)]
    for kind, (month, _) in zip(kinds, days, strict=True):
        first = date(2025, month, 1)
        at = moment(draw, record, first, date(2025, month, monthrange(2025, month)[1]))
        number = record.detainer(at, kind=kind, person=record.key("moved"))
        record.hand_over(number, at)
        record.left(
            f"moved-{record.keys - 1}", at, how="handed_over"
        )  # the same transfer, told by the jail's own system too


def year_figures(row, seed):
    """Each printed figure of a period with what the measures give."""
    ledger, first, last = year_of(row, seed)
    found = {}
    for name, printed in row[3].items():
        if name in MEASURES:
            measure, where = MEASURES[name]
            found[name] = (count(narrowed(measure_called(measure), where), ledger, first, last).shown, str(printed))
        else:
            start = date.fromisoformat(f"{name}-01")
            end = start.replace(day=monthrange(start.year, start.month)[1])
            found[name] = (count(measure_called("transfers"), ledger, start, end).shown, str(printed))
    return found
