"""How an act is answered, what the office will or will not do in words, and until when."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from habeas.answers.words import long_date
from habeas.law.model.words import Act


class Status(StrEnum):
    """How an act is answered."""

    GRANTED = "granted"
    DENIED = "denied"
    SOME = "some"
    """Granted for some people of a list and denied for the others."""
    PENDING = "pending"
    """A fact is missing, the law is unsettled, or nobody has chosen: a later letter answers it."""


_INMATE = "the above-named inmate"
WILL: Mapping[Act, str] = {
    Act.HOLD: f"hold {_INMATE} beyond the time the inmate would otherwise be released",
    Act.NOTIFY: "notify your agency of the inmate's date and time of release",
    Act.TRANSFER: "transfer the inmate to the custody of your agency",
    Act.ARREST: "arrest the inmate on a civil immigration warrant",
    Act.INTERVIEW: "make the inmate available for an interview",
    Act.DELAY_RELEASE: "delay the inmate's release",
    Act.SHARE_STATUS: "provide information about citizenship or immigration status",
    Act.SHARE_PUBLIC: "provide the booking information requested",
    Act.SHARE_PERSONAL: "provide the personal information requested",
    Act.SHARE_CRIMINAL_HISTORY: "provide criminal history information",
    Act.LIST: "provide the list of inmates requested",
    Act.ASK_STATUS: "ask any person about citizenship or immigration status",
    Act.QUERY_ICE: "inquire of immigration authorities about the inmate",
    Act.ACCESS_FACILITY: "provide the requested access to the facility",
    Act.USE_AS_INTERPRETER: "use officers of your agency as interpreters",
    Act.AGREE_287G: "enter into the proposed agreement under 8 U.S.C. § 1357(g)",
    Act.HOUSE_FEDERAL_DETAINEES: "house federal detainees as proposed",
}
"""Each act as it follows "the office will" or "the office will not"."""


def until_words(until: datetime | None, says: str | None) -> str:
    """`, until 2:00 p.m. on July 20, 2025, at the latest`; empty where the law names no end."""
    if until is None:
        return f", and no later than {says}" if says else ""
    half = "a.m." if until.hour < 12 else "p.m."
    twice = until.replace(fold=0).utcoffset() != until.replace(fold=1).utcoffset()
    zone = f"local time ({until.tzname()})" if twice else "local time"  # an hour that the clocks show twice is named
    return (
        f", until {until.hour % 12 or 12}:{until.minute:02d} {half} {zone} on {long_date(until.date())}, at the latest"
    )
