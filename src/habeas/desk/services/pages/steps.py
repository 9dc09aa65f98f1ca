"""The steps of a request in one row: where each is done, and where the request stands. One table; every page of a request shows it."""

from dataclasses import dataclass

from django.urls import reverse

from habeas.desk.models import Request
from habeas.desk.workflow.guards import about_person

AT_REQUEST = "request"


@dataclass(frozen=True, slots=True)
class StepKind:
    """One step of the table: its words, the states in which it is the one to do, its page, and the capability that page needs."""

    words: str
    states: frozenset[str]
    address: str
    of_person: bool = False
    """Whether it is a step only of a request about one person."""


STEPS: tuple[StepKind, ...] = (
    StepKind("Document", frozenset({"received", "set_aside"}), "request_intake"),
    StepKind("Verify fields", frozenset({"reading"}), "read"),
    StepKind("Identify", frozenset({"identifying"}), "who", of_person=True),
    StepKind("Determine", frozenset({"deciding", "disputed", "cancelling"}), "deciding"),
    StepKind("Approve", frozenset({"to_counsel", "to_sign"}), "sign"),
    StepKind("Send or lodge", frozenset({"signed", "ready"}), "send"),
    StepKind("Serve notices", frozenset({"answered"}), "notices"),
    StepKind("Monitor", frozenset({"watching"}), AT_REQUEST),
    StepKind("Completed", frozenset({"ended", "closed"}), AT_REQUEST),
)
"""The way of a request in the order it is walked."""

OWN_PAGE: dict[str, str] = {"to_counsel": "sign_off", "cancelling": "cancels", "disputed": "disputes"}
"""States whose step is done on another page than the one of the table."""

NEEDS: dict[str, str] = {
    "deciding": "settle",
    "sign": "sign",
    "sign_off": "sign_off",
    "send": "dispatch",
    "cancels": "end_hold",
}
"""The capability that a page of the table needs beside looking at requests."""

WITHOUT_NUMBER = frozenset({"notices", "disputes"})
ALWAYS = frozenset({"request_intake", "read", "who"})
"""Pages that open at every step: what was read and chosen is looked at, and where that is still possible undone, there."""


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step as the row shows it."""

    words: str
    link: str
    """Empty where the page is not open to this role now."""
    now: bool
    passed: bool


def steps_of(request: Request, may: frozenset[str]) -> list[ShownStep]:
    """The row for one request and one role's capabilities: what is behind, what is to do now, what is to come."""
    rows = [each for each in STEPS if not each.of_person or about_person(request)]
    here = next(number for number, each in enumerate(rows) if request.state in each.states)
    return [
        ShownStep(each.words, _link(each, request, may, number == here), number == here, number < here)
        for number, each in enumerate(rows)
    ]


def _link(kind: StepKind, request: Request, may: frozenset[str], now: bool) -> str:
    address = OWN_PAGE.get(request.state, kind.address) if now else kind.address
    if address in ALWAYS:
        return reverse(address, args=[request.number])
    if not now:
        return ""
    if NEEDS.get(address, "see_requests") not in may:
        address = AT_REQUEST
    return reverse(address) if address in WITHOUT_NUMBER else reverse(address, args=[request.number])


CLAIM = "Log an identity claim: it stops everything until two people have decided it."
ONE_STEP_BACK = "Withdraw the draft on the request's page"
UNDONE_BY: dict[str, str] = {
    "to_counsel": f"{ONE_STEP_BACK}, or have counsel return it, then undo it here.",
    "to_sign": f"{ONE_STEP_BACK}, or have the watch commander return it, then undo it here.",
    "signed": f"It is signed. {CLAIM} A wrong upload is set aside.",
    "ready": f"A response was generated. {CLAIM} A wrong upload is set aside.",
    "answered": f"The response went out. {CLAIM}",
    "watching": f"The response went out. {CLAIM}",
    "disputed": "An identity claim is open: its finding decides.",
    "ended": "The request is completed. Log an identity claim about the inmate.",
    "closed": "The request is closed. Reopen it on its page, or log an identity claim about the inmate.",
}
"""How a wrong identification or a wrong field is corrected where the page itself cannot: by state, in words."""


def undone_by(state: str) -> str:
    """How what was verified and chosen is corrected in this state; empty where the page itself corrects it."""
    return UNDONE_BY.get(state, "")
