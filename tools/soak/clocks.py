"""A machine's clock that is set back and forward, anew every few acts, for services and pages alike."""

import random
from datetime import UTC, datetime, timedelta, tzinfo

from tools.soak.acts import OFF, STEADY

STEPS = (
    STEADY,
    timedelta(hours=-2),
    timedelta(hours=2),
    timedelta(days=-365),
    timedelta(days=1),
    timedelta(minutes=-1),
    timedelta(seconds=40),
)


def stepped(rng: random.Random) -> timedelta:
    """How far the clock is off now: as before, mostly, and now and then another step."""
    if rng.random() < 0.2:
        OFF.step = rng.choice(STEPS)
    return getattr(OFF, "step", STEADY)


class Clock:
    """What the desk's edge sees instead of the machine's clock."""

    @staticmethod
    def now(zone: tzinfo | None = None) -> datetime:
        """The moment, as far off as this thread's clock is."""
        return datetime.now(zone or UTC) + getattr(OFF, "by", STEADY)


def let_pages_see() -> None:
    """Pages take their moment from the same clock."""
    from habeas.desk import middleware

    middleware.datetime = Clock  # type: ignore[misc, assignment]
