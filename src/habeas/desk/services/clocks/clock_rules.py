"""Every clock the desk can start, as one table: what starts it, the rule in words, how it is counted, on what, who is warned and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

POLICY = "the county's own target (policy, not law)"


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


NO_PERMISSION = "The hold has ended. Let the person go: the end is ours, and nobody's permission is needed."

_ROWS = (
    ClockRule(
        kind="release",
        says="Let the person out; nothing here may delay this release",
        trigger="the jail said that the person may go",
        rule="the hours of the county's own target after that word",
        calendar="every hour counts",
        computed="hours",
        citation=POLICY,
        custody=True,
        to="commander",
        escalates="commander",
        overdue="The person could have gone long ago. Let them out now, and record what kept them.",
    ),
    ClockRule(
        kind="hold_end",
        says="The hold ends: let the person go",
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
        says="Look into the dispute",
        trigger="somebody raised a dispute",
        rule="the minutes of the county's own target after it was raised",
        calendar="every minute counts",
        computed="hours",
        citation=POLICY,
        custody=True,
        to="commander",
        escalates="commander",
        overdue="Nobody has settled it. It goes on blocking hold, notice and hand-over.",
        warn_minutes=15,
    ),
    ClockRule(
        kind="judicial_first",
        says="Bring the person before a judicial official first",
        trigger="the decision lays the duty",
        rule="before release, and before any hold; the county's own target until the time of release is known",
        calendar="every hour counts",
        computed="hours",
        citation="",
        custody=True,
        to="commander",
        escalates="commander",
        overdue="Without the official's order there is no hold.",
    ),
    ClockRule(
        kind="notify_ice",
        says="Tell ICE the date and time of release",
        trigger="the time the person would otherwise be released",
        rule="two hours after that time",
        calendar="every hour counts",
        computed="hours",
        citation="",
        custody=False,
        to="clerk",
        escalates="commander",
        overdue="The two hours are over; tell it now, and record why it is late. The release does not wait for it.",
    ),
    ClockRule(
        kind="notice",
        says="Tell the person, or whom they named",
        trigger="the request arrived, and the decision lays the duty",
        rule="the hours of the county's own target after the request arrived, where the law says only promptly",
        calendar="every hour counts",
        computed="hours",
        citation="",
        custody=False,
        to="notice_server",
        escalates="commander",
        overdue="The county's own target is past; the duty stays.",
    ),
    ClockRule(
        kind="reply_by",
        says="Reply to the sender",
        trigger="the request arrived",
        rule="the time that the paper, or the law on such papers, gives for the reply",
        calendar="as given",
        computed="as given",
        citation="",
        custody=False,
        to="clerk",
        escalates="commander",
        overdue="The sender's time is past. A late answer is better than a wrong one: write the reason for lateness.",
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
        overdue="Counsel's answer no longer stands; decide again without it, or ask again.",
    ),
    ClockRule(
        kind="changes",
        says="The answer changes by itself: decide again",
        trigger="the decision",
        rule="the last day before the answer changes, though no fact does (a look-back runs out, a law begins or ends)",
        calendar="every day counts",
        computed="days",
        citation="",
        custody=False,
        to="clerk",
        escalates="commander",
        overdue="The answer has changed; the decision on record is that of another day.",
        warn_minutes=24 * 60,
    ),
)

RULES: Mapping[str, ClockRule] = {each.kind: each for each in _ROWS}
"""Every kind of clock that something at this desk starts."""

NOT_STARTED: Mapping[str, str] = {
    "interview consent": "a notice that blocks the interview: it has an order (first), and no time",
    "warrant age": "no law Habeas has sets an age at which a warrant lapses; the paper's date is shown",
    "public-records reply": "no pack has these laws yet; the time the paper or counsel gives is kept as the reply's time",
    "reports, zero certificates, forum notice": "counted by the year; they stand in the reports",
    "account review": "four times a year by our own rule; it stands on the list of outside accounts",
}
"""Clocks of the trade that nothing here starts, and why."""
