"""Work beside the pages outlives its process, is never taken from one that lives, and waits where the store is away."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError

from habeas.desk.models import Job
from habeas.desk.services.upkeep import job_work, jobs
from tests.desk.work import asked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("here")]
SAY = "from habeas.common.processes import own_mark; print(own_mark(), flush=True); input()"


@pytest.fixture
def worker():
    """Another process, and its mark."""
    child = subprocess.Popen([sys.executable, "-c", SAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield child, child.stdout.readline().strip()
    child.kill()
    child.communicate()


def test_work_of_a_killed_process_is_taken_up_at_once_and_of_a_living_one_never(now, worker):
    child, mark = worker
    job = asked(kind="read_paper", target="x", queued_at=now, state="running", beat_at=now, worker=mark, done=1, of=2)
    assert jobs.claim("papers", now + timedelta(days=1)) is None, "however long it says nothing"
    child.kill()
    child.wait()
    taken = jobs.claim("papers", now + timedelta(seconds=1))
    assert taken == job
    assert taken.worker not in {"", mark}
    assert jobs.claim("papers", now + timedelta(days=1)) is None, "it is in hand here"


def test_what_this_process_dropped_by_a_fault_is_taken_up_again(now, monkeypatch):
    asked(kind="read_paper", target="x", queued_at=now)
    job = jobs.claim("papers", now)
    monkeypatch.setattr(Job.objects, "filter", lambda **given: (_ for _ in ()).throw(OperationalError("locked")))
    with pytest.raises(OperationalError):
        jobs.do(job, now)
    monkeypatch.undo()
    assert Job.objects.get().state == "running"
    assert jobs.claim("papers", now) == job


def meets(monkeypatch, *faults):
    """Reading a paper meets these faults, one after the other, then does well."""
    left = list(faults)

    def read(key, doing, beat):
        if left:
            raise left.pop(0)

    monkeypatch.setitem(jobs.LANES["papers"], "read_paper", read)
    assert job_work.read_paper is not read


def test_work_that_meets_a_busy_store_waits_longer_and_longer_and_is_done_in_the_end(now, monkeypatch):
    meets(monkeypatch, *[OperationalError("database is locked")] * 20)
    asked(kind="read_paper", target="x", queued_at=now)
    pauses = []
    for _ in range(21):
        at = datetime.now(UTC) + timedelta(hours=1)
        job = jobs.claim("papers", at)
        jobs.do(job, at)
        job.refresh_from_db()
        if job.state == "waiting":
            assert jobs.claim("papers", job.not_before - timedelta(seconds=1)) is None
            pauses.append((job.not_before - datetime.now(UTC)).total_seconds())
    assert job.state == "done"
    assert len(pauses) == 20
    assert pauses[0] < 6
    assert pauses == sorted(pauses) or pauses[-1] > 250
    assert max(pauses) <= 300


def test_another_fault_of_the_work_is_not_tried_for_ever(now, monkeypatch):
    meets(monkeypatch, ValueError("a fault of the program"))
    job = asked(kind="read_paper", target="x", queued_at=now)
    jobs.do(jobs.claim("papers", now), now)
    job.refresh_from_db()
    assert job.state == "failed"


def test_work_ends_when_it_is_over_and_not_when_it_began(now, monkeypatch):
    meets(monkeypatch)
    job, later = asked(kind="read_paper", target="x", queued_at=now), now + timedelta(minutes=4)
    jobs.do(jobs.claim("papers", now), now, lambda: later)
    job.refresh_from_db()
    assert job.ended_at == later
