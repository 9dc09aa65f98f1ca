"""Whether the desk is well, at a glance and without reading the whole record: backup, record, heads outside, room, work, accounts."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from habeas.desk.models import Account, Event, Job
from habeas.desk.services.mail.rounds import troubled
from habeas.desk.services.mail.settings import mail_setting
from habeas.desk.services.record import checkpoints
from habeas.desk.services.record.witness_age import NEVER, age_in_words, outside_head
from habeas.desk.services.upkeep.backup_findings import of_last_backup
from habeas.desk.services.upkeep.doctor import BACKUP_EVERY, room_wanted
from habeas.desk.services.webhooks.hooks import is_ours
from habeas.desk.services.webhooks.hooks import standing as hooks_standing
from habeas.desk.services.webhooks.rounds import troubled as webhook_trouble


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One thing looked at: what it is, how it stands, and what to do, empty where it is well."""

    about: str
    says: str
    mend: str = ""


def health_at(at: datetime) -> list[HealthLine]:
    """Each thing that is looked at, at the moment `at`, in the order of the page."""
    return [each(at) for each in LINES]


def _backup(at: datetime) -> HealthLine:
    last = Event.objects.filter(act="backup").order_by("-seq").values_list("at", flat=True).first()
    if last is None:
        return HealthLine("Last backup", "never", "Run `habeas backup` each night, and carry the file off.")
    mend = "Run `habeas backup` each night." if at - last > BACKUP_EVERY else ""
    return HealthLine(
        "Last backup", f"{age_in_words(at - last)} ago", " ".join([*filter(None, [mend]), *of_last_backup()])
    )


def _record(at: datetime) -> HealthLine:
    head = checkpoints.chain_head()
    return HealthLine("Record", f"{head.seq if head else 0:,} events")


def _outside(at: datetime) -> HealthLine:
    head = outside_head(at)
    if head is None:
        return HealthLine("Last checkpoint filed outside", "never", NEVER)
    return HealthLine(
        "Last checkpoint filed outside",
        f"{head.how_old} old, with {head.to}; {head.since:,} events since",
        head.warning,
    )


def _room(at: datetime) -> HealthLine:
    free, wanted = shutil.disk_usage(Path(settings.DATA)).free, room_wanted()
    mend = (
        f"Keep {wanted // 2**20:,} MB free: where an event cannot be written, nothing can be done."
        if free < wanted
        else ""
    )
    return HealthLine("Room on the disk", f"{free // 2**20:,} MB free", mend)


def _work(at: datetime) -> HealthLine:
    waiting = Job.objects.filter(state__in=(Job.State.WAITING, Job.State.RUNNING)).count()
    failed = Job.objects.filter(state=Job.State.FAILED).count()
    mend = "Run `habeas doctor`, and look at what failed on the page it belongs to." if failed else ""
    return HealthLine("Background work", f"{waiting} waiting or running, {failed} failed", mend)


def _accounts(at: datetime) -> HealthLine:
    rows = Account.objects.filter(is_active=True)
    signers = rows.filter(role=Account.Role.COMMANDER).count()
    mend = "" if signers else "Nobody can approve: make an account for a watch commander."
    return HealthLine(
        "Accounts", f"{rows.count()} active, {signers} watch commander{'' if signers == 1 else 's'}", mend
    )


def _mail(at: datetime) -> HealthLine:
    if not mail_setting().on:
        return HealthLine("Mail to staff", "off")
    waiting, given_up, why = troubled()
    says = f"{waiting} not sent yet, {given_up} given up: {why}" if why else "on; nothing waits"
    mend = "Open Office settings, Mail, and send a test message." if why else ""
    return HealthLine("Mail to staff", says, mend)


def _webhooks(at: datetime) -> HealthLine:
    standing = sum(map(is_ours, hooks_standing()))
    if not standing:
        return HealthLine("Calls to other systems", "off")
    waiting, given_up, why = webhook_trouble()
    says = f"{waiting} not taken yet, {given_up} given up: {why}" if why else f"{standing} approved; nothing waits"
    return HealthLine("Calls to other systems", says, "Look at the address under API keys, Webhooks." if why else "")


LINES: tuple[Callable[[datetime], HealthLine], ...] = (
    _backup,
    _record,
    _outside,
    _room,
    _work,
    _accounts,
    _mail,
    _webhooks,
)
"""What the page looks at. `habeas doctor` looks at more, and reads the whole record."""
