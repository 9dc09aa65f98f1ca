"""A jail's print report in bands into rows: a booking line, a sub-header, charge lines, a blank line, and again."""

import csv
import io
from dataclasses import dataclass, field

import msgspec

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.text import decode
from habeas.roster.records import Refusal
from habeas.roster.rows import DAMAGED, RosterRow, RosterTable, has_nul


class BandedLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the bands look. Each list names the cells of a line from the left; an empty name is a cell that means nothing."""

    header: list[str]
    """The cells of the line that heads the bookings, as they stand."""
    subheader: list[str]
    """The cells of the line that heads a booking's charges, as they stand."""
    booking: list[str]
    """The column name of each cell of a booking line."""
    charge: list[str]
    """The column name of each cell of a charge line."""
    delimiter: str = ","


@dataclass(slots=True)
class _State:
    layout: BandedLayout
    rows: list[RosterRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    booking: dict[str, str] | None = None
    booking_line: int = 0
    charges: int = 0
    expects: str = "header"

    def close(self) -> None:
        """A booking that ends without a charge is a row of its own."""
        if self.booking is not None and self.charges == 0:
            self.rows.append(RosterRow(f"line {self.booking_line}", dict(self.booking)))
        self.booking, self.charges = None, 0


def read_banded(data: bytes, layout: BandedLayout, limits: ReadLimits, name: str) -> RosterTable:
    """Read a banded report. A line that fits no band is refused with its number and why; its neighbours are read."""
    text, repaired = decode(data, name)
    csv.field_size_limit(limits.max_cell)
    state = _State(layout)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=layout.delimiter), start=1):
            _line(state, number, [cell.strip() for cell in cells])
            if len(state.rows) > limits.max_rows:
                raise BadInputError(f"{name} has more than {limits.max_rows:,} rows; split it.")
    except csv.Error as fault:
        raise BadInputError(f"{name}: {str(fault).lower()}.") from None
    state.close()
    if state.expects == "header":
        raise BadInputError(
            f"{name} has no line that heads its bookings ({', '.join(filter(None, layout.header))}): another report?"
        )
    columns = tuple(dict.fromkeys(filter(None, [*layout.booking, *layout.charge])))
    return RosterTable(columns, tuple(state.rows), tuple(state.refused), repaired)


def _line(state: _State, number: int, cells: list[str]) -> None:
    if not any(cells):
        state.close()
        state.expects = "header" if state.expects == "header" else "booking"
    elif has_nul(cells):
        state.refused.append(Refusal(f"line {number}", DAMAGED))
    elif cells == state.layout.header:
        state.close()
        state.expects = "booking"
    elif cells == state.layout.subheader and state.booking is not None:
        state.expects = "charge"
    else:
        _content(state, number, cells)


def _content(state: _State, number: int, cells: list[str]) -> None:
    where = f"line {number}"
    if state.expects == "header":
        state.refused.append(Refusal(where, "stands before the report's header", nobody=True))
    elif state.expects == "charge":
        _charge(state, where, cells)
    elif state.booking is not None:
        state.refused.append(Refusal(where, "follows a booking without a line that heads its charges"))
    elif _fits(cells, state.layout.booking):
        state.booking, state.booking_line = _named(cells, state.layout.booking), number
    else:
        state.refused.append(Refusal(where, "fits neither a booking line nor a charge line"))


def _charge(state: _State, where: str, cells: list[str]) -> None:
    if not _fits(cells, state.layout.charge):
        state.refused.append(Refusal(where, "stands among charges and is no charge line"))
        return
    state.charges += 1
    state.rows.append(RosterRow(where, (state.booking or {}) | _named(cells, state.layout.charge)))


def _fits(cells: list[str], names: list[str]) -> bool:
    """The line has the layout's width, and nothing where the layout has no name."""
    return len(cells) == len(names) and not any(cell for cell, name in zip(cells, names, strict=True) if not name)


def _named(cells: list[str], names: list[str]) -> dict[str, str]:
    return {name: cell for cell, name in zip(cells, names, strict=True) if name}
