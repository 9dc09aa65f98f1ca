"""Long work beside the pages: a row that a worker of `habeas serve` picks up, so that no page waits and a crash loses nothing."""

from typing import Any, ClassVar

from django.db import models

from habeas.audit.event import stamp
from habeas.desk.models.accounts import Account
from habeas.desk.models.base import Keyed
from habeas.desk.seals import fits

ASKED = "asked for"
"""The step of the event that says that somebody asked for work."""


def said_of_work(job: Any) -> tuple[object, ...]:
    """What the seal of work is on: what is to be done, on what, and who asked for it when. A step of the database asks as well."""
    return ("job", job.key, job.kind, job.target, job.by_id, stamp(job.queued_at))


class Job(Keyed):
    """One piece of long work. It is safe to begin again: whoever takes it up after a crash goes on where it stopped."""

    class State(models.TextChoices):
        """How far the work has come."""

        WAITING = "waiting", "Waiting for a worker"
        RUNNING = "running", "In progress"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    OPEN = (State.WAITING, State.RUNNING)
    """The states of work that is not over."""

    kind = models.CharField(max_length=30)
    target = models.CharField(max_length=16)
    """The key of what it works on."""
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    queued_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    beat_at = models.DateTimeField(null=True, blank=True)
    """The last sign of life of its worker; one that is silent has died, and another takes the job up."""
    worker = models.CharField(max_length=120, blank=True, default="")
    """The mark of the process that took it up (`habeas.common.processes`): once that is gone, another takes it up at once."""
    not_before = models.DateTimeField(null=True, blank=True)
    """Where the store was away: when it is tried again."""
    tries = models.PositiveSmallIntegerField(default=0)
    """How often it met a store that was away."""
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    said = models.CharField(max_length=400, blank=True)
    """Where it could not be done: why, in one sentence."""

    seal = models.CharField(max_length=64, blank=True, default="")
    """Made with the desk's key when it was asked for: work that somebody wrote into the store has none, and is not done."""

    @property
    def said_of_seal(self) -> tuple[object, ...]:
        """What the seal is on."""
        return said_of_work(self)

    @property
    def is_ours(self) -> bool:
        """Whether this desk asked for it."""
        return fits(self.seal, *self.said_of_seal)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "id"], name="jobs_waiting")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["kind", "target"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="one_job_at_a_time_for_a_thing",
            ),
        ]
