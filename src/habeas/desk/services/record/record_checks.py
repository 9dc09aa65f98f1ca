"""Checking the whole record is work beside the pages: asked for on a page, done by a worker, kept with what was found."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import close_old_connections

from habeas.audit.cosign_reading import HeldHead, read_held
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import ChainHead, Job, RecordCheck
from habeas.desk.record.writing import acting
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record.reconciliation import reconciled
from habeas.desk.workflow.errors import RefusedError

KIND = "check_record"
"""The word of this work among the jobs."""
MOST_HELD = 20_000
"""Letters of a head that is typed or scanned."""
MOST_WAITING = 5
EVERY_SECONDS = 60.0
"""Between two signs of life."""


def ask_check(held: str, doing: Doing) -> RecordCheck:
    """Ask for a check of the whole record, and of a head that somebody outside holds where one is given.

    The same check is asked for once while it is going on. Raises RefusedError for what is no head, and where many checks wait.
    """
    if held.strip():
        _read(held)
    working = Job.objects.filter(kind=KIND, state__in=(Job.State.WAITING, Job.State.RUNNING)).values("target")
    going = RecordCheck.objects.filter(ended_at=None, key__in=working)
    same = going.filter(held=held.strip()).first()
    if same is not None:
        return same
    if going.count() >= MOST_WAITING:
        raise RefusedError(f"{MOST_WAITING} checks of the record wait already; look again when they are done.")
    made = RecordCheck(by=doing.account, asked_at=doing.at, held=held.strip())
    with acting(doing, "work", "check", made.key) as entry:
        made.save()
        entry.detail |= {"work": KIND, "step": "wanted"}
    return made


def check_record(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Do the check `key`: walk the record, hold the desk's tables against it, keep what was found. That it was done is an event."""
    asked = RecordCheck.objects.get(key=key)
    size = ChainHead.objects.get().seq
    held = _read(asked.held) if asked.held else ()
    with _alive(size, beat):
        report = ledger.verify(held)
        with ledger.one_moment():
            tables = reconciled()
    sentences, holds = [*report.sentences, *tables.sentences], report.holds and not tables.rows
    with acting(doing, "verify", "log", ledger.site()) as entry:
        asked.ended_at, asked.holds, asked.size, asked.sentences = doing.at, holds, report.size, sentences
        asked.save(update_fields=["ended_at", "holds", "size", "sentences"])
        entry.detail |= {"holds": holds, "size": report.size, "held_outside": bool(asked.held)}


def newest_check() -> RecordCheck | None:
    """The check that was asked for last."""
    return RecordCheck.objects.select_related("by").order_by("-id").first()


def check_called(key: str) -> RecordCheck | None:
    """One check by its key."""
    return RecordCheck.objects.select_related("by").filter(key=key).first()


def _read(held: str) -> tuple[HeldHead, ...]:
    if len(held) > MOST_HELD:
        raise RefusedError("This is too long to be a checkpoint.")
    try:
        return read_held(held)
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None


@contextmanager
def _alive(size: int, beat: Callable[[int, int], None]) -> Iterator[None]:
    """Give a sign of life now and then from a thread beside: the walk reads one moment of the store and writes nothing."""
    done = threading.Event()

    def beats() -> None:
        while not done.wait(EVERY_SECONDS):
            beat(0, size)
            close_old_connections()

    beat(0, size)
    thread = threading.Thread(target=beats, name="check-alive", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
