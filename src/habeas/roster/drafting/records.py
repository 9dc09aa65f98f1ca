"""Records of several kinds in one file, told apart by their first cell (`10|…` a booking, `20|…` a charge), without a header."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.roster.drafting.cells import MOST, SOME, Cells, Judge
from habeas.roster.drafting.columns import propose
from habeas.roster.drafting.grid import SEPARATORS
from habeas.roster.drafting.headless import bail_and_case
from habeas.roster.drafting.name_parts import names_in_turn
from habeas.roster.drafting.numbers import by_year, may_number
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.write import quoted
from habeas.roster.hold_words import HOLD
from habeas.roster.names import is_suffix
from habeas.roster.speaks import value_speaks

_HOLDS = frozenset({"DET", "H", "HD", "HLD", "HL", "DT", "DTR"})
"""Tags of records of holds."""
_ALIASES = frozenset({"A", "AK", "AKA", "AL", "ALS", "ALIAS", "N2", "OTH", "OTHER"})
"""Tags of records of other names, where names stand in them."""
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
DAY, TIME = "booked_day", "booked_time"
"""What the ruler calls the day of a booking and its time where they stand in two cells."""
_TAG = re.compile(r"[A-Za-z0-9]{1,8}")
_WILD = re.compile(r"9+|A+")
_SURE = "its place, and no head says so: make sure"


@dataclass
class Records:
    """The kinds of records: how the file is cut, which lines are nobody's, and each kind with its columns."""

    separator: str
    skip: list[str]
    quote: str
    """What stands around each cell; empty where nothing does."""
    kinds: list[tuple[str, str, list[Proposal]]]
    """What a line is, how it begins, and its cells."""

    @property
    def toml(self) -> list[str]:
        """The `[[lines]]` tables; one that begins with a wild letter or digit stands last, for the first that fits counts."""
        made: list[str] = []
        for kind, tag, proposals in sorted(self.kinds, key=lambda each: _WILD.fullmatch(each[1]) is not None):
            ruler = ", ".join(f'{each.plain} = "{each.source}"' for each in proposals if each.plain)
            made += ["", *(f"# {each.plain}: {each.why}" for each in proposals if each.plain)]
            made += [f"# {each.source} could not be told: {each.why}" for each in proposals if not each.plain]
            begins = quoted(self.quote + tag + self.quote + self.separator)
            made += ["[[lines]]", f'is = "{kind}"', f"begins = {begins}", f"ruler = {{ {ruler} }}"]
        return made


def records_of(text: str, judge: Judge, today: date | None) -> Records | None:
    """The kinds of records of a text; None where its first cells do not tell several kinds of several widths apart."""
    for separator in SEPARATORS:
        rows = [row for row in csv.reader(io.StringIO(text[:4_000_000]), delimiter=separator) if row]
        by_tag: dict[str, list[list[str]]] = {}
        for row in rows:
            by_tag.setdefault(row[0].strip(), []).append(row)
        often = {tag: own for tag, own in by_tag.items() if len(own) > 1}
        widths = {Counter(map(len, own)).most_common(1)[0][0] for own in often.values()}
        if (
            len(often) >= 2
            and len(by_tag) <= 10
            and len(widths) > 1
            and max(widths) > 4
            and all(map(_TAG.fullmatch, by_tag))
        ):
            quote = '"' if text.lstrip("\ufeff").startswith('"') else ""
            return _made(separator, quote, by_tag, often, (judge, today))
    return None


def _made(
    separator: str,
    quote: str,
    by_tag: dict[str, list[list[str]]],
    often: dict[str, list[list[str]]],
    by: tuple[Judge, date | None],
) -> Records | None:
    return kinds_of(separator, quote, by_tag, {tag: _columns(own, by[0]) for tag, own in often.items()}, by)


def kinds_of(
    separator: str,
    quote: str,
    tags: Iterable[str],
    columns: dict[str, list[Cells]],
    by: tuple[Judge, date | None],
) -> Records | None:
    """The records of a file by the columns of each kind; `tags`: every first word, those that stand once too. None without bookings."""
    who = max(columns, key=lambda tag: sum(each.date is not None for each in columns[tag]))
    numbers = [
        {*each.counts} for each in columns[who] if may_number(each) and len(each.counts) > 0.9 * len(each.filled)
    ]
    for tag in columns.keys() - {who}:  # the number that ties a record to its booking is no section and no hold
        columns[tag] = [
            each for each in columns[tag] if not any({*each.counts} <= own for own in numbers) or not each.counts
        ]
    kinds = []
    for tag, cells in columns.items():
        kind = "booking" if tag == who else _kind(tag, cells)
        if kind == "booking":
            kinds.append((kind, tag, _booking(cells, by[1])))
        elif kind == "hold":
            kinds.append((kind, tag, [_hold(cells)]))
        elif kind == "more of booking":
            name = next(each for each in cells if each.is_name)
            kinds.append((kind, tag, [Proposal(name.source, "aliases", _SURE, counts=name.counts.most_common(200))]))
        elif kind == "charge":
            kinds.append((kind, tag, _charge(cells, by[1])))
    if not any(each.plain == "booking_id" for kind, _, found in kinds if kind == "booking" for each in found):
        return None
    skip = [quote + tag + quote + separator for tag in tags if tag not in columns]
    return Records(separator, skip, quote, kinds)


def _columns(rows: list[list[str]], judge: Judge) -> list[Cells]:
    width = max(map(len, rows))
    every = [[row[place].strip() if place < len(row) else "" for row in rows] for place in range(1, width)]
    return [Cells(f"cell {place}", cells, judge, " ") for place, cells in enumerate(every, start=2)]


def _kind(tag: str, columns: list[Cells]) -> str:
    """What the records of a tag are: holds by their tag or their cells, else charges where sections stand in them."""
    if tag.upper() in HOLD | _HOLDS or any(
        each.holds and len(each.holds) >= SOME * len(each.counts) for each in columns[:4]
    ):
        return "hold"
    if any(each.share(value_speaks) >= SOME and not each.reads_as_section for each in columns[:4]):
        return "hold"
    if tag.upper() in _ALIASES and any(each.is_name for each in columns):
        return "more of booking"
    return (
        "charge"
        if any(each.statutes >= 0.6 or each.reads_as_section or each.sections_with_words for each in columns)
        else ""
    )


def _hold(columns: list[Cells]) -> Proposal:
    """The cell that says who holds: the words that differ most."""
    words = [each for each in columns if each.share(lambda text: any(map(str.isalpha, text))) >= MOST]
    best = max(words or columns, key=lambda each: (len(each.holds) > 0, len(each.counts)))
    return Proposal(best.source, "hold", _SURE, counts=best.counts.most_common(200))


def _booking(columns: list[Cells], today: date | None) -> list[Proposal]:
    """The cells of a booking: what cells prove, the numbers in front, and the parts of a name in their usual order."""
    for each in columns:
        each.of = "person"
    found = propose(columns, today)
    plain = {each.plain for each in found}
    numbers = [
        proposal
        for proposal, cells in zip(found, columns, strict=True)
        if may_number(cells) and len(cells.counts) > 0.9 * len(cells.filled)
    ]
    for number in numbers:
        number.plain = ""
    for number in numbers[
        :1
    ]:  # the next number of its own for each booking proves nobody: it may be a weight or a case
        number.plain, number.why = "booking_id", _SURE
    by_year([(each, columns[found.index(each)]) for each in numbers], columns)
    if not plain & {"full_name", "family_name"} and not _marked_name(found, columns):
        names_in_turn(found, columns)
    if "booked_at" not in plain:
        _day_and_time(found, columns)
    for proposal, cells in zip(found, columns, strict=True):
        suffix = cells.filled and not proposal.plain and cells.share(is_suffix) >= MOST
        if suffix and not any(each.plain in {"suffix", "full_name"} for each in found):
            proposal.plain, proposal.why = "suffix", "each cell is a suffix"
    return found


def _marked_name(found: list[Proposal], columns: list[Cells]) -> bool:
    """A whole name whose parts stand between marks (`DOE^JANE^M^`), family name first."""
    for proposal, cells in zip(found, columns, strict=True):
        mark = next((mark for mark in "^/*~" if cells.share(lambda each, mark=mark: mark in each) >= MOST), "")  # type: ignore[misc]
        letters = cells.share(lambda each: not any(map(str.isdigit, each))) >= MOST
        if mark and letters and not proposal.plain and not cells.sections_with_words:
            most = max(each.count(mark) for each in cells.counts) + 1
            proposal.plain, proposal.why = "full_name", f"its parts stand between {mark}, family name first: make sure"
            parts = ("{family}", "{given}", "{middle}", "{suffix}")
            proposal.forms = [mark.join(parts[:count]) for count in range(min(4, most), 1, -1)]
            return True
    return False


def _day_and_time(found: list[Proposal], columns: list[Cells]) -> None:
    """A day and the time of day right behind it are the moment of the booking."""
    for place, (day, time) in enumerate(itertools.pairwise(columns)):
        timed = bool(time.filled) and time.share(lambda each: bool(_TIME.fullmatch(each))) == 1.0
        if not found[place].plain and day.date is not None and timed and not found[place + 1].plain:
            form = day.date.form or "yyyy-mm-dd"
            found[place].plain, found[place].why, found[place].forms = DAY, _SURE, [form]
            colons = max(each.count(":") for each in time.counts)
            found[place + 1].plain, found[place + 1].why = TIME, _SURE
            found[place + 1].forms = [("hhmm", "hh:mm", "hh:mm:ss")[colons]]
            return


def _charge(columns: list[Cells], today: date | None) -> list[Proposal]:
    """The cells of a charge; round amounts are its bail."""
    for each in columns:
        each.of = "charge"
    found = propose(columns, today)
    for proposal, cells in zip(found, columns, strict=True):
        amounts = [int(text) for text in cells.counts if text.isdigit()]
        round_ = amounts and len(amounts) == len(cells.counts) and max(amounts) >= 500
        if round_ and all(each % 50 == 0 for each in amounts) and all(each.plain != "bail" for each in found):
            proposal.plain, proposal.why = "bail", "round amounts, and no head says so: make sure"
    bail_and_case(found, columns)
    return found
