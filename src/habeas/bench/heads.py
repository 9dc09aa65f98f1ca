"""Signing the head of a long record: how long an hour's work takes, what a clerk waits meanwhile, how long a proof takes."""

import multiprocessing
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from habeas.desk.configure import bring_up_to_date, configure

PROVED, WRITTEN = 200, 60


def heads(events: int, fresh: int, now: datetime) -> dict[str, Any]:
    """The numbers for a record of `events` events to which `fresh` came since its last signed head, in a process of its own."""
    with tempfile.TemporaryDirectory() as temporary:
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            return pool.apply(measured, (Path(temporary), events, fresh, now))


def measured(folder: Path, events: int, fresh: int, now: datetime) -> dict[str, Any]:
    """Build the record in `folder`, and measure. Must run in a process of its own: Django is set up once a process."""
    configure(folder, tls=False, url=os.environ.get("DATABASE_URL", ""))
    bring_up_to_date()
    from habeas.bench.desk_stage import open_bench  # noqa: PLC0415 - only after Django is set up
    from habeas.bench.long_record_stage import fill  # noqa: PLC0415
    from habeas.desk.doing import by, by_system  # noqa: PLC0415
    from habeas.desk.record.writing import viewed  # noqa: PLC0415
    from habeas.desk.services.record.checkpoints import prove, sign_head  # noqa: PLC0415

    clerk, _ = open_bench(100, now, 1)

    def write() -> None:
        viewed(by(clerk, now), "request", "r-1", {"number": 1})

    fill(events, now, ["staff-1"], "p-1")
    first = _seconds(lambda: sign_head(by_system(now)))
    alone = _waits(write, lambda: time.sleep(3))
    fill(events + fresh, now, ["staff-1"], "p-1")
    hourly = _seconds(lambda: sign_head(by_system(now + timedelta(hours=1))))
    fill(events + 2 * fresh, now, ["staff-1"], "p-1")
    meanwhile = _waits(write, lambda: sign_head(by_system(now + timedelta(hours=2))))
    proofs = [_seconds(lambda seq=place * events // PROVED: prove(seq)) for place in range(PROVED)]  # type: ignore[misc]
    return {
        "events": events, "fresh": fresh, "tree_built_s": round(first, 1), "hourly_s": round(hourly, 3),
        "write_alone_max_ms": _ms(max(alone)), "write_meanwhile_max_ms": _ms(max(meanwhile)),
        "write_alone_p50_ms": _ms(statistics.median(alone)), "write_meanwhile_p50_ms": _ms(statistics.median(meanwhile)),
        "proof_p50_ms": _ms(statistics.median(proofs)), "proof_p95_ms": _ms(sorted(proofs)[int(PROVED * 0.95)]),
    }  # fmt: skip


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _waits(write: Callable[[], None], meanwhile: Callable[[], object]) -> list[float]:
    """Seconds of each of some writes that begin while something else is done."""
    other = threading.Thread(target=meanwhile)
    other.start()
    waits = [_seconds(write) for _ in range(WRITTEN)]
    other.join()
    return waits


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
