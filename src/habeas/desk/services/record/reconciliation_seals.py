"""What no event tells of row by row is held against the seals the desk made when it was set; what ended, against the events that say so."""

from django.contrib.sessions.models import Session

from habeas.desk.accounts.factor_secrets import not_ours
from habeas.desk.models import Account, ApiKey, Job
from habeas.desk.models.jobs import ASKED
from habeas.desk.services.record.reconciliation_base import Findings, Heard, Part


class Seals(Part):
    """What somebody wrote into the store beside the desk: it opens nothing, and is named."""

    def hear(self, event: Heard) -> None:
        """Nothing: a seal stands beside what it is on."""

    def judge(self) -> None:
        """Name each password, second factor and key of a program that was not set by this desk for the account whose it is."""
        columns = ("username", "password", "password_seal", "password_turn")
        for account in Account.objects.only(*columns).order_by("pk"):
            if not account.password_is_ours:
                self.found.say("account", account.pk, "its password was not set by this desk")
        for factor in not_ours():
            self.found.say("mfa_authenticator", factor, "it was not set up by this desk for the account whose it is")
        for key in ApiKey.objects.filter(revoked_at=None).exclude(vouched_at=None).order_by("pk"):
            if not key.is_ours:
                self.found.say("apikey", key.pk, "nobody vouched at this desk for it as it stands")


class EndedTold(Part):
    """Sessions and work that ended, as events tell, and stand again; work that nobody asked for, or that was asked for and is gone."""

    def __init__(self, found: Findings) -> None:
        super().__init__(found)
        self.sessions: dict[str, int] = {}
        self.work: dict[str, tuple[int, str]] = {}
        self.asked: dict[str, int] = {}

    def hear(self, event: Heard) -> None:
        """Take in what ended."""
        if event.act == "log_out" and isinstance(session := event.detail.get("session"), str):
            self.sessions[session] = event.seq
        elif event.act == "work" and event.detail.get("step") == ASKED:
            self.asked[event.object.id] = event.seq
        elif event.act == "work":
            self.work[event.object.id] = (event.seq, str(event.detail.get("step")))

    def judge(self) -> None:
        """Name each row that stands though it is over, and each that the desk never made."""
        for name in Session.objects.values_list("session_key", flat=True).iterator():
            if name in self.sessions:
                said = f"event {self.sessions[name]} says that it ended, and it stands again"
                self.found.say("django_session", f"{name[:8]}…", said)
        for job in Job.objects.order_by("pk").iterator():
            self.asked.pop(job.key, None)
            if what := self._wrong(job):
                self.found.say("job", job.pk, what)
        for key, seq in self.asked.items():
            self.found.say("job", key, f"event {seq} says that it was asked for, and it was deleted beside the record")

    def _wrong(self, job: Job) -> str:
        """What is wrong with work; empty where nothing is."""
        seq, step = self.work.get(job.key, (-1, ""))
        if step == "not asked for":
            return f"nobody asked for it at this desk; event {seq} says that it was not done"
        if job.state not in Job.OPEN:
            return ""
        if not job.is_ours:
            return "nobody asked for it at this desk"
        return f"event {seq} says that it ended, and it waits again" if step else ""
