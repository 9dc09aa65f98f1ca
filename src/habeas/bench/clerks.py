"""Eight clerks at work while a roster is imported: nothing refused, nothing lost, nothing twice; and how long a clerk waits."""

import os
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from habeas.desk.configure import bring_up_to_date, configure

CLERKS = 8


@dataclass(slots=True)
class TimedWork:
    """What came of it: acts that were done, what was refused (in words), seconds of each act, and what the store holds afterwards."""

    seconds: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    facts: int = 0
    events: int = 0
    people: int = 0
    imported: str = ""
    fault: str | None = None

    def row(self) -> dict[str, Any]:
        """The numbers of the table, waits in milliseconds."""
        ordered = sorted(self.seconds)
        return {
            "acts": len(ordered),
            "refused": len(self.refused),
            "facts": self.facts,
            "events": self.events,
            "people": self.people,
            "import": self.imported,
            "fault": self.fault,
            "p50_ms": round(ordered[len(ordered) // 2] * 1000, 1),
            "p99_ms": round(ordered[int(len(ordered) * 0.99) - 1] * 1000, 1),
            "max_ms": round(ordered[-1] * 1000, 1),
        }


def clerks(folder: Path, people: int, acts: int, think: float, now: datetime) -> TimedWork:
    """Import `people` into the desk in `folder` while eight clerks each do `acts` acts, thinking `think` seconds between two.

    Must run in a process of its own: Django is set up once a process.
    """
    configure(folder, tls=False, url=os.environ.get("DATABASE_URL", ""))
    bring_up_to_date()
    from habeas.bench.desk_stage import open_bench  # noqa: PLC0415 - only after Django is set up

    clerk, requests = open_bench(200, now, CLERKS)
    worked = TimedWork()
    importer = threading.Thread(target=_import, args=(people, clerk, now, worked))
    workers = [threading.Thread(target=_work, args=(each, clerk, acts, think, now, worked)) for each in requests]
    for thread in (importer, *workers):
        thread.start()
    for thread in (importer, *workers):
        thread.join()
    _count(worked)
    return worked


def _import(people: int, clerk: Any, now: datetime, worked: TimedWork) -> None:
    from habeas.demo.county import build_county  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.doing import by  # noqa: PLC0415
    from habeas.desk.services.custody.custody import apply_roster, receive_roster  # noqa: PLC0415

    doing = by(clerk, now)
    county = build_county("us-ca", people, now.date())
    kept = receive_roster(county.csv().encode(), "second.csv", "plain", now, doing)
    worked.imported = str(apply_roster(kept, doing).state)


def _work(request: Any, clerk: Any, acts: int, think: float, now: datetime, worked: TimedWork) -> None:
    from django.db import DatabaseError, connection  # noqa: PLC0415 - only after Django is set up

    from habeas.desk.doing import by  # noqa: PLC0415
    from habeas.desk.services.decisions.facts import record_fact  # noqa: PLC0415

    for number in range(acts):
        begun = time.perf_counter()
        try:
            record_fact(
                request, "person.victim_or_witness", None, f"asked the prosecutor, {number}", now, by(clerk, now)
            )
        except DatabaseError as fault:
            worked.refused.append(str(fault))
        worked.seconds.append(time.perf_counter() - begun)
        time.sleep(think)
    connection.close()


def _count(worked: TimedWork) -> None:
    from habeas.audit.chain import check_chain, read_rows  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.models import Event, FactRecord, Person  # noqa: PLC0415

    report = check_chain(read_rows(Event.objects.order_by("seq").values_list("hash", "body")))
    worked.fault = report.fault.sentence if report.fault else None
    worked.facts, worked.people = FactRecord.objects.count(), Person.objects.count()
    worked.events = Event.objects.filter(act="record_fact").count()
