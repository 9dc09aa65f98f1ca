"""How old the last signed head outside the building is, how much came since, and whether that is too old for the office."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from habeas.desk.models import Anchor, ChainHead, Office
from habeas.desk.services.record.witness_routes import open_routes

NEVER = (
    "No checkpoint of the record was ever filed outside: whoever runs this machine could rewrite the whole record "
    "unseen. File one outside today."
)


@dataclass(frozen=True, slots=True)
class OutsideHead:
    """The largest head that went out: its `size`, when it was `signed` and handed out (`sent`), to whom, how; events `since`."""

    size: int
    signed: datetime
    sent: datetime
    to: str
    way: str
    since: int
    age: timedelta
    days: int

    @property
    def too_old(self) -> bool:
        """Whether the office's own interval has passed since it was signed, and anything came since."""
        return self.since > 0 and self.age > timedelta(days=self.days)

    @property
    def how_old(self) -> str:
        """Its age in words."""
        return age_in_words(self.age)

    @property
    def warning(self) -> str:
        """One sentence where it is too old, else the empty text."""
        if not self.too_old:
            return ""
        return (
            f"The last checkpoint filed outside is {self.how_old} old, with {self.since:,} events since; the office "
            f"chose at most {self.days} days. What came since could be rewritten unseen. File one outside."
        )


def outside_head(at: datetime) -> OutsideHead | None:
    """The largest head that is written down as handed out, at the moment `at`; None where none ever was."""
    last = Anchor.objects.select_related("checkpoint").order_by("-checkpoint__size", "-at").first()
    head, here = ChainHead.objects.first(), Office.objects.first()
    if last is None or head is None or here is None:
        return None
    signed = last.checkpoint
    return OutsideHead(
        signed.size, signed.at, last.at, last.sent_to, last.way, max(head.seq - signed.size, 0), at - signed.at, here.head_days
    )  # fmt: skip


def warnings(at: datetime) -> list[str]:
    """What is to be mended about heads outside, each in a sentence: for `doctor` and the page."""
    outside = outside_head(at)
    said = [NEVER] if outside is None else [outside.warning] if outside.warning else []
    return said + [f"Checkpoints to {each.sent_to}: {each.trouble}" for each in open_routes() if each.trouble]


def age_in_words(age: timedelta) -> str:
    """An age in minutes, hours or days."""
    minutes = max(int(age.total_seconds() // 60), 0)
    for size, word in ((1440, "day"), (60, "hour"), (1, "minute")):
        count = minutes // size
        if count >= (2 if size > 1 else 0):
            return f"{count} {word}{'' if count == 1 else 's'}"
    return "0 minutes"
