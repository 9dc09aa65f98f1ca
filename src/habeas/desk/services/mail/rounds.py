"""One round of mail: say what is new since the last mail to a role, send what waits, try again later what did not leave."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from habeas.desk.models import Clock, Decision, Mail, MailSetting, Request
from habeas.desk.services.clocks.clock_rules import RULES
from habeas.desk.services.clocks.clocks import running
from habeas.desk.services.mail.sending import send
from habeas.desk.services.mail.settings import mail_setting
from habeas.desk.services.mail.tries import KEPT, Try, tried

APART = timedelta(minutes=15)
"""A role gets no second mail of a kind before this."""
State = Mail.State


def mail_round(at: datetime) -> int:
    """Queue and send. How many mails left; a round in which mail is off does nothing."""
    held = mail_setting()
    if not held.on:
        return 0
    for kind, role, count, newest in _wanted(held, at):
        if held.recipients.get(role) and _is_news(kind, role, newest, at):
            Mail.objects.create(kind=kind, role=role, count=count, made_at=at, not_before=at)
    Mail.objects.filter(ended_at__lt=at - KEPT).delete()
    waiting = Mail.objects.filter(state=State.WAITING, not_before__lte=at).order_by("pk")
    return sum(tried(_try(held, each, at), at) for each in waiting[:20])


def _wanted(held: MailSetting, at: datetime) -> Iterator[tuple[str, str, int, datetime]]:
    """What each role should know: the kind, the role, how many, and since when the newest of them is so."""
    before = timedelta(hours=held.hours_before)
    for role, clocks in _coming(at, before).items():
        yield Mail.Kind.DEADLINE, role, len(clocks), max(_since(each, at, before) for each in clocks)
    for role, rows in (("commander", _to_sign("to_sign")), ("counsel", _to_sign("to_counsel"))):
        newest = rows.order_by("-drafted_at").values_list("drafted_at", flat=True).first()
        if newest is not None:
            yield Mail.Kind.SIGNATURE, role, rows.count(), newest


def _since(clock: Clock, at: datetime, before: timedelta) -> datetime:
    """When a deadline became news: as it came near, or as it passed."""
    return clock.ends_at if clock.ends_at <= at else max(clock.ends_at - before, clock.started_at)


def _coming(at: datetime, before: timedelta) -> Mapping[str, list[Clock]]:
    """The deadlines that end within the time, by the role whose they are; what is overdue is its escalation's as well."""
    found: dict[str, list[Clock]] = {}
    for each in running().filter(ends_at__lte=at + before):
        rule = RULES[each.kind]
        for role in {rule.to} | ({rule.escalates} if each.ends_at <= at else set()):
            found.setdefault(role, []).append(each)
    return found


def _to_sign(state: str) -> QuerySet[Decision]:
    waiting = Request.objects.filter(state=state).values("pk")
    return Decision.objects.filter(request__in=waiting, state__in=(Decision.State.TO_SIGN, Decision.State.DRAFT))


def _is_news(kind: str, role: str, newest: datetime, at: datetime) -> bool:
    """Whether something came since the last mail of this kind to the role, and that is not just now."""
    last = Mail.objects.filter(kind=kind, role=role).order_by("-made_at").values_list("made_at", flat=True).first()
    return last is None or (newest > last and at - last >= APART)


def _try(held: MailSetting, mail: Mail, at: datetime) -> Try:
    def leave() -> None:
        send(held, mail.kind, mail.count, held.recipients.get(mail.role, []), at)

    said = {"mail": mail.kind, "to": mail.role, "count": mail.count}
    return Try(mail, leave, "mail", f"mail-{mail.pk}", said)


def troubled() -> tuple[int, int, str]:
    """Of the mails that wait or were given up and not followed by one that left: how many wait, how many were given up, and why."""
    last = Mail.objects.filter(state=State.SENT).order_by("-ended_at").values_list("ended_at", flat=True).first()
    rows = Mail.objects.filter(~Q(trouble=""), state__in=(State.WAITING, State.GIVEN_UP))
    rows = rows.filter(made_at__gt=last) if last else rows
    newest = rows.order_by("-pk").values_list("trouble", flat=True).first() or ""
    return rows.filter(state=State.WAITING).count(), rows.filter(state=State.GIVEN_UP).count(), newest
