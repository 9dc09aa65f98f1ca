"""Why something was not done, each as one sentence a person can act on."""

from datetime import datetime

from habeas.common.errors import HabeasError


class RefusedError(HabeasError):
    """The act is not done; the sentence says why and what to do. Nothing has changed."""

    status = 409


class NotYoursError(RefusedError):
    """The role has no right to it."""

    status = 403


class TooLateError(RefusedError):
    """Somebody was first: the sentence names who and when."""

    def __init__(self, who: str, at: datetime | None) -> None:
        when = f" at {at:%H:%M:%S} UTC on {at:%Y-%m-%d}" if at else ""
        super().__init__(f"{who} changed this request{when}, while this page was open. Review it before you act.")
        self.who, self.at = who, at


class StaleError(RefusedError):
    """The draft rests on facts, a roster or law that changed since."""
