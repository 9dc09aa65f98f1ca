"""How an act is answered, and what the office will or will not do in words."""

from collections.abc import Mapping
from enum import StrEnum

from habeas.law.model.vocabulary import Act


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
