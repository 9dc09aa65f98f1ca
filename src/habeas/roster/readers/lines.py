"""A report in lines into rows: how a line begins says what it is, a ruler where its cells stand. A line that fits nothing is refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec import structs

from habeas.common.errors import BadInputError
from habeas.roster.columns import BOOKINGS_TOO, COLUMNS
from habeas.roster.layout import LineRule
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.readers.edges import Edges
from habeas.roster.readers.pdf import PDF, lines_of_pdf
from habeas.roster.readers.segments import in_lines
from habeas.roster.readers.shapes import Shapes
from habeas.roster.readers.text import decode
from habeas.roster.readers.xlsx import look_into
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import DAMAGED, SEVERAL, FileTotal, RosterRow, RosterTable, has_nul
from habeas.roster.ruler import Place, cut, place_of
from habeas.roster.speaks import value_speaks
from habeas.roster.totals import TotalLines, total_lines

HOLD = "hold"
NAMES = frozenset({"full_name", "family_name", "given_name"})
WIDE_NAME = 12
"""From how many letters on a name that fills its place may be cut off."""
MOST_PUSHED = 20
"""How many letters too long the first cell of a line may be."""
TAB = "\t"
TELLING = ("statute", "charge_description", "charge_id")
"""Plain columns that say what a charge is."""
SOMEBODYS = ("booking", "person", "row", "charge", HOLD)
"""Kinds of lines that tell of somebody."""
_A_DAY = re.compile(
    r"\d{1,2}[/.-](?:\d{1,2}|[A-Za-z]{3})[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?<!\d)(?:19|20)\d{6}(?!\d)|\d{2}[A-Z]{3}\d{2}"
)
_WILD = re.compile(r"9+|A+|\.")
_GAPS = re.compile(r"\s{2,}")
_RUNS = re.compile(r"[A-Za-z]+|\d+|\s+|.")


@dataclass(frozen=True, slots=True)
class _Line:
    """One `[[lines]]` rule, ready to be tried."""

    kind: str
    begins: re.Pattern[str]
    has: str
    places: dict[str, Place]
    words: frozenset[int]
    """Where in a line the words stand that it begins with."""
    when: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Cells that must be written so."""

    def fits(self, line: str, separator: str) -> bool:
        """Whether a line is of this rule."""
        if not self.begins.match(line) or self.has not in line:
            return False
        return (
            not self.when or self._has_shapes(line, self.places, separator) or self.shifted(line, separator) is not None
        )

    def _has_shapes(self, line: str, places: dict[str, Place], separator: str) -> bool:
        cells = cut(line, places, separator)
        return all(shape.fullmatch(cells.get(column, "")) for column, shape in self.when)

    def places_in(self, line: str, separator: str) -> tuple[dict[str, Place], int]:
        """Where the cells stand in this line, and by how many letters they stand further right than the ruler says."""
        if not self.when or self._has_shapes(line, self.places, separator):
            return self.places, 0
        moved = self.shifted(line, separator)
        return (_moved(self.places, *moved), moved[0]) if moved else (self.places, 0)

    def shifted(self, line: str, separator: str) -> tuple[int, int] | None:
        """By how many letters a cell that is too long pushes those behind it to the right, and where it begins; None where none does.

        It runs on past its place, and only then do the cells stand as they must be written.
        """
        places = sorted(self.places.values(), key=lambda each: each.first)
        if any(not each.first for each in places):
            return None
        return next(
            (
                (by, each.first)
                for by in range(1, MOST_PUSHED)
                for each in places
                # the cell that runs on has no gap in it: one that ends before its place pushes nothing
                if each.last
                and line[each.last : each.last + by].strip()
                and "  " not in line[each.first - 1 : each.last + by].strip()
                and self._has_shapes(line, _moved(self.places, by, each.first), separator)
            ),
            None,
        )


def _moved(places: dict[str, Place], by: int, first: int) -> dict[str, Place]:
    """The places with the cell that begins at `first` longer by so many letters, and those behind it further right."""
    return {
        name: place
        if place.first < first
        else Place(place.first + (by if place.first > first else 0), None if place.last is None else place.last + by)
        for name, place in places.items()
    }


@dataclass(slots=True)
class _Report:
    """A report being read: the person and booking that the lines are about, and what was made of them."""

    number: str
    separator: str
    of_charge: frozenset[str] = frozenset()
    """The cells that are a charge's, also where they stand on the line of a booking."""
    telling: frozenset[str] = frozenset()
    """Those of them that say what the charge is."""
    lists: frozenset[str] = frozenset()
    """The cells of columns that hold several values."""
    person: dict[str, str] = field(default_factory=dict)
    booking: dict[str, str] | None = None
    where: str = ""
    first: str = ""
    """The last line that began a booking."""
    charges: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    shapes: Shapes = field(default_factory=Shapes)
    set: bool = False
    """Whether the lines were set from places on a page (PDF): a run of blanks in a cell is one blank."""
    edges: Edges = field(default_factory=Edges)
    said: list[Repair] = field(default_factory=list)
    rows: list[RosterRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def close(self) -> None:
        """The booking is whole: a row for each of its charges, or one without."""
        if self.booking is not None:
            base = self.person | self.booking
            held = [*filter(None, [base.get(HOLD, "")]), *self.holds]
            base |= {HOLD: SEVERAL.join(held)} if held else {}
            self.rows += [RosterRow(where, base | cells) for where, cells in self.charges] or [
                RosterRow(self.where, base)
            ]
        self.booking, self.charges, self.holds = None, [], []

    def taken(self, cells: dict[str, str], where: str) -> dict[str, str]:
        """The cells without those of a charge, where they tell one: that charge is kept beside the lines of charges below."""
        own = {column: text for column, text in cells.items() if column in self.of_charge}
        if not self.telling & own.keys():
            return cells
        if not any(_begins_so(each, own) for _, each in self.charges):
            self.charges.append((where, own))
        return {column: text for column, text in cells.items() if column not in own}


def read_lines(data: bytes, profile: Profile, limits: ReadLimits, name: str) -> RosterTable:
    """Read a report by the lines of the profile. BadInputError where no line of it begins a booking."""
    layout = profile.file
    assert layout is not None  # noqa: S101 - lines are read through the newer words only
    lines, repaired = text_lines(data, name, layout.encoding, sheet=layout.sheet, separator=layout.separator)
    rules, totals = _rules(profile), total_lines(profile)
    own = next(iter(profile.sources("booking_id")), "booking_id")
    kept = _sources(profile, ("holds", "aliases"))
    report = _Report(
        own, layout.separator, _of_charge(profile), _sources(profile, TELLING), kept, set=data.startswith(PDF)
    )
    found: list[FileTotal] = []
    for number, line in enumerate(lines, start=1):
        skipped = next((each for each in layout.skip if _starts(line, each, report.set)), None)
        if skipped is not None and line.strip():
            _skipped(report, f"line {number}", line, skipped, rules)
        elif has_nul([line]):
            _damaged(report, f"line {number}", line, rules)
        elif line.strip():
            _line(report, f"line {number}", line, rules, totals, found)
        if len(report.rows) > limits.max_rows:
            raise BadInputError(f"{name} has more than {limits.max_rows:,} rows; split it.")
    report.close()
    if not report.rows:
        raise BadInputError(
            f"{name} has no line that begins a booking, of {len(lines):,} lines: another report, or another ruler?"
        )
    columns = tuple(dict.fromkeys(cell for each in profile.lines for cell in each.ruler))
    said = (*repaired, *report.said, *report.shapes.said(), *report.edges.said())
    return RosterTable(columns, tuple(report.rows), tuple(report.refused), said, tuple(found))


def _begins_so(charge: dict[str, str], cells: dict[str, str]) -> bool:
    """Whether the cells are a charge again that is there already, perhaps with more words since."""
    return all(charge.get(column, "").startswith(text) for column, text in cells.items())


def _sources(profile: Profile, columns: Iterable[str]) -> frozenset[str]:
    return frozenset(source for column in columns for source in profile.sources(column))


def _of_charge(profile: Profile) -> frozenset[str]:
    """The cells that are a charge's; bail and a court that only the line of a booking has are for all of its charges."""
    charges = _sources(profile, (name for name in COLUMNS if COLUMNS[name].entity == "charge"))
    on_lines = {cell for each in profile.lines if each.is_ in {"charge", "more of charge"} for cell in each.ruler}
    return charges - (_sources(profile, BOOKINGS_TOO) - on_lines)


def text_lines(
    data: bytes, name: str, encoding: str = "", *, sheet: str = "", separator: str = ""
) -> tuple[list[str], tuple[Repair, ...]]:
    """The lines of a report, of text or of a PDF with a text layer, without page breaks and with tabs as blanks.

    A row of a workbook's `sheet` is a line with tabs between its cells; where `separator` is a tab, it stays one.
    """
    if data.startswith(PDF):
        return lines_of_pdf(data, name), ()
    if data[:4] == b"PK\x03\x04":
        return lines_of_sheet(data, name, sheet), ()
    text, repaired = decode(data, name, encoding)
    text = in_lines(text)
    if separator == TAB:
        return [line.replace("\f", "").rstrip() for line in text.split("\n")], repaired
    return [line.replace("\f", "").rstrip().expandtabs(8) for line in text.split("\n")], repaired


def lines_of_sheet(data: bytes, name: str, sheet: str = "") -> list[str]:
    """The rows of a workbook's sheet, each with tabs between its cells, none at its end; a row without a cell is an empty line."""
    records = dict(look_into(data, ReadLimits(), name, sheet if sheet != "first" and sheet else None).records)
    rows = [records.get(number, []) for number in range(1, max(records, default=0) + 1)]
    return [TAB.join(" ".join(cell.split()) for cell in row).rstrip() for row in rows]


def _rules(profile: Profile) -> list[_Line]:
    """The rules in their order. A continued head without a ruler has that of a booking, to tell whether it is the same one."""
    ruler = next((each.ruler for each in profile.lines if each.is_ in {"booking", "row"}), {})
    return [
        _rule(structs.replace(each, ruler=ruler) if each.is_ == "continued" and not each.ruler else each)
        for each in profile.lines
    ]


def _rule(rule: LineRule) -> _Line:
    places = {column: place for column, words in rule.ruler.items() if (place := place_of(words))}
    when = tuple((column, _shapes([each] if isinstance(each, str) else each)) for column, each in rule.when.items())
    return _Line(rule.is_, re.compile(_begins(rule.begins)), rule.holds_text, places, _words_of(rule.begins), when)


def _shapes(shapes: Iterable[str]) -> re.Pattern[str]:
    """Any of the ways in which a cell may be written."""
    return re.compile("|".join(map(_begins, shapes)))


def _words_of(begins: str) -> frozenset[int]:
    """The places of the letters of a beginning that stand as they are."""
    return frozenset(
        at for found in _RUNS.finditer(begins) if not _WILD.fullmatch(found[0]) for at in range(*found.span())
    )


def _begins(words: str) -> str:
    """How a line begins: a run of 9 alone is digits, of A alone letters, `.` any mark; other words stand as they are."""
    made = []
    for run in _RUNS.findall(words):
        letters = (
            "".join({"9": r"\d", "A": r"[^\W\d_]", ".": r"\S"}[each] for each in run)
            if set(run) <= {"9"} or set(run) <= {"A"} or run == "."
            else ""
        )
        made.append(letters or re.escape(run))
    return "".join(made)


def _line(
    report: _Report, where: str, line: str, rules: list[_Line], totals: TotalLines | None, found: list[FileTotal]
) -> None:
    counted = totals.of_text(line, where) if totals else []
    if counted:
        found += counted
        return
    rule = next((each for each in rules if each.fits(line, report.separator)), None)
    if rule is None:
        report.refused.append(
            Refusal(where, f'fits no line of the profile ("{_shown(line)}")', nobody=report.booking is None)
        )
        if _may_be_anothers(line, report.first):
            report.close()  # what follows is somebody else's, and never of the booking above
            report.person = {}
    elif rule.kind == "skip":
        _skipped(report, where, line, "" if rule.has else _matched(rule, line), rules)
    else:
        places, pushed = rule.places_in(line, report.separator)
        if pushed:
            report.said.append(
                Repair(
                    where,
                    f"one cell is {pushed} letters too long for the ruler: those behind it were read further right",
                )
            )
        elif rule.kind != "continued":
            report.edges.look(rule.kind, line, places, rule.words)
        cells = cut(line, places, report.separator)
        for column in NAMES & cells.keys():
            place = places[column]
            if place.last and len(cells[column]) == place.last - place.first + 1 >= WIDE_NAME:
                report.said.append(
                    Repair(
                        where,
                        f'{column} "{cells[column][:40]}" fills its place to the last letter: whether it is cut off is left unknown',
                    )
                )
        report.shapes.seen(rule.kind, cells)
        _outside(report, where, line, rule, cells)
        report.first = line if rule.kind in {"booking", "row", "person"} else report.first
        _content(
            report, where, rule, {name: " ".join(text.split()) for name, text in cells.items()} if report.set else cells
        )


def _may_be_anothers(line: str, first: str) -> bool:
    """Whether a line that fits nothing may begin the booking of somebody else: it opens where those lines do and holds a day."""
    indent = len(first) - len(first.lstrip())
    return bool(first) and len(line) - len(line.lstrip()) <= indent and _A_DAY.search(line) is not None


def _outside(report: _Report, where: str, line: str, rule: _Line, cells: dict[str, str]) -> None:
    """Say of words of a hold that stand outside every place that is read, and of a line of a hold that says nothing at its place."""
    if rule.kind == HOLD and not any(cells.values()):
        report.said.append(
            Repair(
                where, f'is a line of a hold and has nothing at its place on the ruler ("{_shown(line)}"): left unknown'
            )
        )
    elif rule.kind != HOLD and value_speaks(line) and not any(map(value_speaks, cells.values())):
        rest = _not_in(line, cells)
        if value_speaks(rest):
            report.said.append(
                Repair(where, f'has words of a hold outside the places that are read ("{rest[:60]}"): left unknown')
            )


def _not_in(line: str, cells: dict[str, str]) -> str:
    """What of a line no cell holds."""
    rest = line
    for text in sorted(filter(None, cells.values()), key=len, reverse=True):
        rest = rest.replace(text, "   ", 1)
    return " ".join(rest.split())


def _damaged(report: _Report, where: str, line: str, rules: list[_Line]) -> None:
    """A line with a NUL is refused; unless it is still told as one within a booking, what follows is not the booking's above."""
    report.refused.append(Refusal(where, DAMAGED))
    plain = line.replace("\x00", "")
    rule = next((each for each in rules if each.fits(plain, report.separator)), None)
    if rule is None or rule.kind in {"booking", "row", "person", "continued"}:
        report.close()
        report.person = report.person if rule is not None and rule.kind == "booking" else {}


def _shown(line: str) -> str:
    """The beginning of a line with the blanks it begins with, as it must be written under `begins` and `skip`."""
    return line[: len(line) - len(line.lstrip()) + 40].rstrip()


def _matched(rule: _Line, line: str) -> str:
    found = rule.begins.match(line)
    return found[0] if found else ""


def _starts(line: str, text: str, collapsed: bool) -> bool:
    """Whether a line begins with the words of `skip`; of a page set by places, a run of blanks is one."""
    return line.startswith(text) or (
        collapsed and f"{' '.join(line.split())} ".startswith(" ".join(text.split()) or text)
    )


def _skipped(report: _Report, where: str, line: str, text: str, rules: list[_Line]) -> None:
    """A line that is left out: said where it begins and looks as somebody's does; a text that is all of the line tells it apart."""
    other = next((each for each in rules if each.kind in SOMEBODYS and each.fits(line, report.separator)), None)
    if text and other is not None and line.strip() != text.strip():
        report.shapes.skipped(text, other.kind, where, cut(line, other.places, report.separator))
    is_head = not any(map(str.isdigit, line)) and len(_GAPS.findall(line.strip())) > 1
    if text and line.strip() != text.strip() and not is_head and value_speaks(line):
        report.said.append(
            Repair(
                where,
                f'is left out and has words of a hold ("{_shown(line.lstrip())}"): left unknown; write it whole under skip',
            )
        )


def _content(report: _Report, where: str, rule: _Line, cells: dict[str, str]) -> None:
    if rule.kind in {"booking", "row", "person"}:
        report.close()
        report.person = cells if rule.kind == "person" else {} if rule.kind == "row" else report.person
        report.where = where
        report.booking = None if rule.kind == "person" else report.taken(cells, where)
    elif rule.kind == "continued":
        _continued(report, where, cells, rule.has)
    elif rule.kind == "more of booking" and (report.booking is not None or report.person):
        _more_of_booking(
            report, cells, {column for column in report.lists if column in rule.places and rule.places[column].label}
        )
    elif report.booking is None:
        report.refused.append(Refusal(where, f"is a {rule.kind} line, and no booking is above it"))
    elif rule.kind == "charge":
        report.holds += filter(None, [cells.pop(HOLD, "")])
        report.charges += [(where, cells)] if cells else []
    elif rule.kind == HOLD:
        report.holds += list(cells.values())[:1]
    elif report.charges:
        _more(report.charges[-1][1], cells)
    else:
        report.refused.append(Refusal(where, "goes on with a charge, and no charge is above it"))


def _continued(report: _Report, where: str, cells: dict[str, str], has: str) -> None:
    """A head of a page that repeats the booking: of another booking it is none. A charge that stands on it is one more."""
    number = cells.get(report.number)
    if report.booking is None or (number and number != report.booking.get(report.number)):
        report.refused.append(Refusal(where, "goes on with a booking that is not the one above"))
    else:
        report.taken({column: text for column, text in cells.items() if not has or has not in text}, where)


def _more_of_booking(report: _Report, cells: dict[str, str], several: set[str]) -> None:
    """What goes on with a booking; words of a charge go on with the last charge, where there is one. `several`: labels of one more each."""
    own = {column: text for column, text in cells.items() if column in report.of_charge and report.charges}
    if own:
        _more(report.charges[-1][1], own)
    held = report.booking if report.booking is not None else report.person
    for column in several & cells.keys():
        held[column] = SEVERAL.join(filter(None, [held.get(column, ""), cells.pop(column)]))
    _more(held, {column: text for column, text in cells.items() if column not in own})


def _more(held: dict[str, str], cells: dict[str, str]) -> None:
    for column, text in cells.items():
        held[column] = f"{held[column]} {text}" if held.get(column) else text
