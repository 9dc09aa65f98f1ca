"""Long work beside the pages: reading a scan, previewing and applying a roster. A page queues it and shows how far it is.

A row in the database, taken up by a thread of each serving process: no page waits or times out, nothing needs another
program, a crash loses nothing (each work goes on where it stopped), and the page works without JavaScript. Where no
worker runs in this process (the shell, tests), queued work is done at once.
"""

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

import structlog
from django.db import IntegrityError, close_old_connections, connection, transaction
from django.db.models import Q

from habeas.common.errors import BadInputError
from habeas.common.processes import is_gone, own_mark
from habeas.desk.doing import Doing, by, by_system
from habeas.desk.models import Account, Event, Job
from habeas.desk.models.jobs import ASKED
from habeas.desk.record.writing import acting
from habeas.desk.seals import seal
from habeas.desk.services.record.record_checks import check_record
from habeas.desk.services.upkeep import job_work
from habeas.desk.store_trouble import trouble_of
from habeas.desk.workflow.errors import RefusedError

Beat = Callable[[int, int], None]
Work = Callable[[str, Doing, Beat], None]
LANES: Mapping[str, Mapping[str, Work]] = {
    "papers": {"read_paper": job_work.read_paper},
    "rosters": {
        "preview_roster": job_work.preview_roster,
        "apply_roster": job_work.apply_roster,
        "undo_roster": job_work.undo_roster,
    },
    "lists": {"list_determination": job_work.list_determination},
    "dates": {"work_out_dates": job_work.work_out_dates},
    "record": {"check_record": check_record},
}
"""A lane is one thread, so that a roster never keeps a fax waiting."""

SILENT = timedelta(minutes=12)
"""Where nobody can know whether its process lives, a worker that is silent for longer than the longest reading has died."""
NOT_ASKED = "Nobody asked for this work at this desk, or it was done already: it is not done."
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 10, 20, 40, 80, 160, 300))
"""How long work waits that met a store which was away, from the first time on; then the last again and again."""
LOOK_SECONDS = 5.0
_wake = threading.Event()
_running: list[threading.Thread] = []
_in_hand: set[int] = set()
"""The work that this process has taken up and not laid down; what bears its mark besides was dropped by a fault."""
_log = structlog.get_logger("habeas.jobs")


def queue(kind: str, target: str, doing: Doing) -> Job:
    """Queue work; the same work on the same thing is queued once. Done at once where no worker runs in this process."""
    try:
        job = _asked_for(kind, target, doing)
    except IntegrityError:
        going = Job.objects.get(kind=kind, target=target, state__in=Job.OPEN)
        if _may_be_done(going, doing.at):
            return going
        return queue(kind, target, doing)
    if _running:
        transaction.on_commit(_wake.set)
        return job
    claimed = _claim_this(job, doing.at)
    if claimed:
        do(claimed, doing.at)
    job.refresh_from_db()
    return job


def _asked_for(kind: str, target: str, doing: Doing) -> Job:
    """The row of new work, with the event that somebody asked for it: work deleted before it was done is missed."""
    job = Job(kind=kind, target=target, by=doing.account, queued_at=doing.at)
    job.seal = seal(*job.said_of_seal)
    with acting(doing, "work", "job", job.key) as entry:
        job.save()
        entry.detail |= {"work": kind, "step": ASKED}
    return job


def newest(kind: str, target: str) -> Job | None:
    """The last work of a kind on a thing."""
    return Job.objects.filter(kind=kind, target=target).order_by("-id").first()


def newest_of(kind: str, targets: Iterable[str]) -> Job | None:
    """The last work of a kind on any of several things (a list of keys, or a query for them)."""
    return Job.objects.filter(kind=kind, target__in=targets).order_by("-id").first()


def last_on(target: str) -> Job | None:
    """The last work of any kind on a thing."""
    return Job.objects.filter(target=target).order_by("-id").first()


def last_on_roster(target: str) -> Job | None:
    """The last reading, applying or undoing of a roster; that dates were worked out from it is not counted."""
    return Job.objects.filter(kind__in=LANES["rosters"], target=target).order_by("-id").first()


def goes_on(job: Job | None) -> bool:
    """Whether a work waits or is being done."""
    return job is not None and job.state in {Job.State.WAITING, Job.State.RUNNING}


def is_done_now(job: Job) -> bool:
    """Whether a worker has taken a work up."""
    return job.state == Job.State.RUNNING


def has_failed(job: Job) -> bool:
    """Whether a work failed."""
    return job.state == Job.State.FAILED


def start_workers() -> None:
    """Start a thread for each lane, once a process: called where a process begins to serve."""
    if _running:
        return
    for lane in LANES:
        thread = threading.Thread(target=_for_ever, args=(lane,), name=f"jobs-{lane}", daemon=True)
        _running.append(thread)
        thread.start()


def _for_ever(lane: str) -> None:
    while True:
        try:
            while job := claim(lane, datetime.now(UTC)):  # clock: a worker is an edge; work is handed this moment
                do(job, datetime.now(UTC), lambda: datetime.now(UTC))  # clock: as above, and when it ended
        except Exception as fault:  # the thread must live: what failed stays queued
            _log.error("a worker stopped and begins again", lane=lane, fault=type(fault).__name__)
        finally:
            close_old_connections()
        _wake.wait(LOOK_SECONDS)
        _wake.clear()


def claim(lane: str, at: datetime) -> Job | None:
    """Take up the oldest waiting work of a lane, or one whose worker died. Two workers never take the same."""
    waits = Q(state=Job.State.WAITING) & (Q(not_before=None) | Q(not_before__lte=at))
    for job in Job.objects.filter(waits | Q(state=Job.State.RUNNING), kind__in=LANES[lane]).order_by("id")[:50]:
        if (job.state == Job.State.WAITING or _is_dropped(job, at)) and (claimed := _claim_this(job, at)):
            return claimed
    return None


def _is_dropped(job: Job, at: datetime) -> bool:
    """Whether nobody works any more on what was taken up. Where its process lives, only that process can know."""
    if job.worker and job.worker == own_mark():
        return job.pk not in _in_hand
    gone = is_gone(job.worker, one_machine=connection.vendor == "sqlite")
    return gone if gone is not None else job.beat_at is None or job.beat_at < at - SILENT


def _may_be_done(job: Job, at: datetime) -> bool:
    """Whether this desk asked for the work, and no event says that it was done. What may not be done ends here, with an event."""
    if job.is_ours and not _is_over(job):
        return True
    _end(job, Job.State.FAILED, NOT_ASKED, at)
    return False


def _is_over(job: Job) -> bool:
    """Whether an event says that the work was done, or was not to be done."""
    told = Event.objects.filter(object=job.key, act="work").values_list("body", flat=True)
    return any(json.loads(body)["detail"].get("step") != ASKED for body in told)


def _end(job: Job, state: str, said: str, at: datetime) -> None:
    """Write down that work is over: put back as it was before, it is not done again."""
    over = {"state": state, "said": said, "ended_at": at}
    try:
        with acting(by_system(at), "work", "job", job.key) as entry:
            Job.objects.filter(pk=job.pk).update(**over)
            entry.detail |= {"work": job.kind, "step": "not asked for" if said == NOT_ASKED else state}
    except BadInputError:  # the record takes no event: the work is over all the same, and not tried for ever
        Job.objects.filter(pk=job.pk).update(**over)


def _claim_this(job: Job, at: datetime) -> Job | None:
    if not _may_be_done(job, at):
        return None
    same = Job.objects.filter(pk=job.pk, state=job.state, beat_at=job.beat_at, worker=job.worker)
    if not same.update(state=Job.State.RUNNING, beat_at=at, worker=own_mark()):
        return None
    _in_hand.add(job.pk)
    job.refresh_from_db()
    return job


def do(job: Job, at: datetime, ends: Callable[[], datetime] | None = None) -> None:
    """Do claimed work, keeping how far it is; a refusal is kept as its sentence, and what met a store that was away waits.

    `ends` tells the moment at which it is over; without it the work takes no time.
    """
    try:
        _do(job, at, ends)
    finally:
        _in_hand.discard(job.pk)


def _do(job: Job, at: datetime, ends: Callable[[], datetime] | None) -> None:
    work = next(lane[job.kind] for lane in LANES.values() if job.kind in lane)
    account = Account.objects.filter(pk=job.by_id or 0).first()
    said, state = "", Job.State.DONE
    try:
        work(job.target, by(account, at) if account else by_system(at), _beat(job))
    except (BadInputError, RefusedError) as fault:
        said, state = str(fault)[:400], Job.State.FAILED
    except Exception as fault:
        if trouble_of(fault):
            _put_off(job, fault)
            return
        said, state = "Something went wrong inside Habeas; nothing was partly saved. Try again.", Job.State.FAILED
        _log.error("work failed", kind=job.kind, fault=type(fault).__name__)
    _end(job, state, said, ends() if ends else at)


def _put_off(job: Job, fault: Exception) -> None:
    """Let work wait that met a store which was away: nothing is wrong with the work. Each of it can be begun again."""
    now = datetime.now(UTC)  # clock: when to try again, not a time of the record
    _log.warning("work waits for the store", kind=job.kind, fault=type(fault).__name__)
    until = now + PAUSES[min(job.tries, len(PAUSES) - 1)]
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, tries=job.tries + 1, not_before=until)


def _beat(job: Job) -> Beat:
    def beat(done: int, of: int) -> None:
        now = datetime.now(UTC)  # clock: a sign of life, not a time of the record
        Job.objects.filter(pk=job.pk).update(done=done, of=of, beat_at=now)

    return beat
