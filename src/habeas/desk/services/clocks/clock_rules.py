"""Every clock the desk can start, as one table: what starts it, the rule in words, how it is counted, on what, who is warned and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

POLICY = "County target"


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One kind of clock. `citation` is empty where the duty, the provision or the paper that starts it brings its own.

    `warn_share` (of the whole run) and `warn_minutes` before the end: the earlier of the two moments warns. `to` is who is warned,
    `escalates` who is told when it has run out.
    """

    kind: str
    says: str
    trigger: str
    rule: str
    calendar: str
    computed: str
    citation: str
    custody: bool
    to: str
    escalates: str
    overdue: str
    warn_share: float = 0.25
    warn_minutes: int = 60

    def warns_at(self, started_at: datetime, ends_at: datetime) -> datetime:
        """When it warns; never before it started."""
        share = (ends_at - started_at) * self.warn_share
        return max(started_at, ends_at - max(share, timedelta(minutes=self.warn_minutes)))


NO_PERMISSION = "The hold has ended. Release the inmate: no one's permission is needed."

_ROWS = (
    ClockRule(
        kind="release",
        says="Release the inmate; nothing here may delay this release",
        trigger="the jail cleared the inmate for release",
        rule="the hours of the county target after that",
        calendar="every hour counts",
        computed="hours",
        citation=POLICY,
        custody=True,
        to="commander",
        escalates="commander",
        overdue="Release is overdue. Release the inmate now, and record what caused the delay.",
    ),
    ClockRule(
        kind="hold_end",
        says="The hold ends: release the inmate",
        trigger="the time from which the law counts (in the decision)",
        rule="the earliest of: the end that each controlling provision sets, pick-up, rescission",
        calendar="as the provision says",
        computed="hours, end_of_day, earliest_of",
        citation="",
        custody=True,
        to="commander",
        escalates="commander",
        overdue=NO_PERMISSION,
    ),
    ClockRule(
        kind="dispute",
        says="Review dispute",
        trigger="a dispute was raised",
        rule="the minutes of the county target after it was raised",
        calendar="every minute counts",
        computed="hours",
        citation=POLICY,
        custody=True,
        to="commander",
        escalates="commander",
        overdue="No decision yet. No hold, disclosure or transfer until it is decided.",
        warn_minutes=15,
    ),
    ClockRule(
        kind="judicial_first",
        says="Bring the inmate before a judicial officer first",
        trigger="the determination requires it",
        rule="before release, and before any hold; the county target until the release time is known",
        calendar="every hour counts",
        computed="hours",
        citation="",
        custody=True,
        to="commander",
        escalates="commander",
        overdue="Without the officer's order there is no hold.",
    ),
    ClockRule(
        kind="notify_ice",
        says="Notify ICE of the date and time of release",
        trigger="the time the inmate would otherwise be released",
        rule="two hours after that time",
        calendar="every hour counts",
        computed="hours",
        citation="",
        custody=False,
        to="clerk",
        escalates="commander",
        overdue="The two hours have passed; notify now, and record why it is late. The release does not wait for it.",
    ),
    ClockRule(
        kind="notice",
        says="Serve notice on the inmate, attorney or designee",
        trigger="the request was received, and the determination requires it",
        rule="the hours of the county target after the request was received, where the law says only promptly",
        calendar="every hour counts",
        computed="hours",
        citation="",
        custody=False,
        to="notice_server",
        escalates="commander",
        overdue="The county target has passed; the duty remains.",
    ),
    ClockRule(
        kind="reply_by",
        says="Reply to the sender",
        trigger="the request was received",
        rule="the time that the document, or the law on such documents, gives for the reply",
        calendar="as given",
        computed="as given",
        citation="",
        custody=False,
        to="clerk",
        escalates="commander",
        overdue="The sender's deadline has passed. A late response is better than a wrong one: record the reason for the delay.",
    ),
    ClockRule(
        kind="opinion",
        says="Counsel's answer expires: ask again",
        trigger="counsel gave an answer with a last day",
        rule="the last day that counsel set",
        calendar="every day counts",
        computed="days",
        citation="counsel's own word",
        custody=False,
        to="counsel",
        escalates="commander",
        overdue="Counsel's answer has expired; decide again without it, or ask again.",
    ),
    ClockRule(
        kind="changes",
        says="The determination changes on a date: decide again",
        trigger="the decision",
        rule="the last day before the determination changes, though no fact does (a look-back period ends, a law takes effect or ends)",
        calendar="every day counts",
        computed="days",
        citation="",
        custody=False,
        to="clerk",
        escalates="commander",
        overdue="The determination has changed; the decision on record is as of an earlier day.",
        warn_minutes=24 * 60,
    ),
)

RULES: Mapping[str, ClockRule] = {each.kind: each for each in _ROWS}
"""Every kind of clock that something at this desk starts."""

NOT_STARTED: Mapping[str, str] = {
    "interview consent": "a notice that blocks the interview: it has an order (first), and no time",
    "warrant age": "no law in Habeas sets an age at which a warrant lapses; the document's date is shown",
    "public-records reply": "no pack has these laws yet; the time the document or counsel gives is kept as the reply deadline",
    "reports, zero certificates, forum notice": "counted by the year; they are in the reports",
    "account review": "four times a year by our own rule; see the external system access log",
}
"""Clocks of the trade that nothing here starts, and why."""
