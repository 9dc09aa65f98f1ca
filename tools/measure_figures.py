"""Measure what the acceptance tests of figures ask in seconds: `python tools/measure_figures.py [PART…]`. Processor seconds, invented data.

A release of 24 months at 1,236 requests a year made, and attacked; every statutory report over ten years of 1,236 a year, its tables and
its PDF; 254 returns collected; a state of 254 offices by four quarters and four outcomes made, and attacked; `peer`: the same table by
pytauargus, where it is installed.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from attack_figures import state_by_peer, state_of_offices
from tests.statistics.collect.test_collect import State
from tests.statistics.ledgers import ledger, order
from tests.statistics.staged import Record

from habeas.statistics.attack.audit import audit
from habeas.statistics.collect.state import collect
from habeas.statistics.disclosure.release import make_release
from habeas.statistics.disclosure.state import StateOrder, make_state_release
from habeas.statistics.ledger.source import ledger_of
from habeas.statistics.reports.build import build
from habeas.statistics.reports.catalog import catalog
from habeas.statistics.reports.render import pdf

Made = TypeVar("Made")
YEARS, A_YEAR, STAYS = 10, 1236, timedelta(days=20)


def timed(name: str, work: Callable[[], Made]) -> Made:
    """Do the work and print what it took."""
    start = time.process_time()
    made = work()
    sys.stdout.write(f"{name}: {time.process_time() - start:.1f} s\n")
    sys.stdout.flush()
    return made


def ten_years(place: str) -> Record:
    """A record of detainers, every one refused, each person there for twenty days."""
    record = Record(
        begins=datetime(2015, 1, 1, 12, tzinfo=ZoneInfo("America/Chicago")), zone="America/Chicago", jurisdiction=place
    )
    record.tally("rate", record.at, {"since": "2015-01-01"}, {"cents": 6000})
    inside: list[tuple[datetime, str]] = []
    for number in range(YEARS * A_YEAR):
        at = record.local(2015, 1, 2) + timedelta(days=3649 * number / (YEARS * A_YEAR))
        while inside and inside[0][0] <= at:
            left = inside.pop(0)
            record.left(left[1], left[0])
        record.refuse(record.detainer(at, person=f"p{number}"), at)
        inside.append((at + STAYS, f"p{number}"))
    return record.end_on(record.local(2025, 1, 5))


def reports() -> None:
    """Every report over ten years."""
    record = ten_years("us-tx")
    held = timed(f"the record of {YEARS} years read ({len(record.events):,} events)", lambda: ledger_of(record.events))
    for name in catalog():
        made = timed(f"{name}, tables", lambda name=name: build(name, held, date(2015, 1, 1), date(2024, 12, 31)))
        timed(f"{name}, PDF", lambda made=made: pdf(made, 1))


def returns(folder: Path) -> None:
    """254 returns handed in and collected."""
    state = State(folder, 254)
    for name in state.names:
        state.hand_in(name)
    timed("254 returns collected", lambda: collect(folder, state.expected))


def release() -> None:
    """A release made, and attacked."""
    counts = ledger(A_YEAR, 1)
    made = timed("a release of 24 months made", lambda: make_release(order(counts, last=date(2025, 12, 31))))
    known = [("alder", *cell) for cell in counts]
    timed("and attacked", lambda: audit([("r", made.text)], [], requests=known))


def collected() -> None:
    """Returns of every office of a state, collected."""
    with TemporaryDirectory() as folder:
        returns(Path(folder))


def state() -> None:
    """A state's table made, and attacked."""
    wanted = StateOrder("r", "all", state_of_offices(1), (), date(2026, 3, 1), b"secret")
    text = timed("a state of 254 x 4 x 4 made", lambda: make_state_release(wanted))
    real = [
        (office, f"{quarter[:4]}-{3 * int(quarter[-1]) - 2:02d}", "", outcome)
        for (office, quarter, outcome), n in wanted.counts.items()
        if n
    ]
    found = timed("and attacked", lambda: audit([("s", text)], [], requests=real))
    sys.stdout.write("\n".join(found.sentences()) + "\n")


def peer() -> None:
    """The same state's table by pytauargus, where it is installed: seconds, and the share that is blank."""
    made = timed("the same state by pytauargus", lambda: state_by_peer(state_of_offices(1)))
    sys.stdout.write(f"  {made['blank']:.0%} of its {made['cells']:,} cells are blank\n")


PARTS = {"release": release, "returns": collected, "state": state, "reports": reports, "peer": peer}
"""What can be measured, by name."""


def main() -> None:
    """Measure each part that is named in turn; without a name all but the peer."""
    for name in sys.argv[1:] or [each for each in PARTS if each != "peer"]:
        PARTS[name]()


if __name__ == "__main__":
    main()
