"""What a state's public records law has a response say: that it is the determination, when records will be had, who denied it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.answers.act_sentences import Status
from habeas.answers.body import filled, joined
from habeas.answers.build import Answer
from habeas.answers.citations import cited
from habeas.answers.statuses import Answered, pending
from habeas.answers.words import as_day, long_date

KIND = "public_records_request"
DETERMINATION = "This letter is the determination of {office} on the request."
RESPONSIBLE = "Each person responsible for the denial stated above is named below with a title or position."
AVAILABLE = "Records will be made available (date and time)"
DUE = "The determination is due by {day}, {days} days from receipt of the request. {law}"
EXTENDED = (
    "In unusual circumstances it may be extended by written notice, with its reasons, by at most {days} days. {law}"
)


@dataclass(frozen=True, slots=True)
class RecordsLaw:
    """One state's law on the response, as far as its text was read."""

    since: date
    determined: str
    """Where it says that a determination and its reasons are told, with the time when records will be available."""
    days: int
    extended: str
    more_days: int
    denied: str
    """Where it says that a denial names each person responsible."""


RECORDS_LAW: Mapping[str, RecordsLaw] = {
    "us-ca": RecordsLaw(
        date(2023, 1, 1),
        "Cal. Gov. Code 7922.535(a)",
        10,
        "Cal. Gov. Code 7922.535(b)",
        14,
        "Cal. Gov. Code 7922.540(b)",
    )
}
"""By state. Of any other the text was not read: nothing is said there, and counsel adds it."""


def records_law(answer: Answer) -> RecordsLaw | None:
    """The law on the response to this request; None where it is no public records request, or no text of the state's was read."""
    if answer.request.kind != KIND:
        return None
    place = answer.setting.jurisdiction.partition("@")[0]
    law = next((law for state, law in RECORDS_LAW.items() if f"{place}-".startswith(f"{state}-")), None)
    return law if law and law.since <= answer.setting.as_of else None


def determination(answer: Answer, acts: Iterable[Answered], office: str) -> str:
    """That the letter is the determination; empty while anything is still to be answered."""
    law = records_law(answer)
    return "" if law is None or pending(acts) else joined(filled(DETERMINATION, office), cited([law.determined]))


def denial(answer: Answer, acts: Iterable[Answered]) -> tuple[str, ...]:
    """That whoever is responsible for a denial is named below."""
    law, denied = records_law(answer), {Status.DENIED, Status.SOME} & {each.status for each in acts}
    return (joined(RESPONSIBLE, cited([law.denied])),) if law and denied else ()


def available(answer: Answer, acts: Iterable[Answered]) -> tuple[str, ...]:
    """The line for the time when what is granted will be available; nobody but the office knows it."""
    granted = Status.GRANTED in {each.status for each in acts}
    return (AVAILABLE,) if records_law(answer) and granted else ()


def due_lines(answer: Answer) -> tuple[str, ...]:
    """For staff: by when the determination is due, and what may extend it; nothing where the day of receipt is not known."""
    law, received = records_law(answer), as_day(answer.request.facts.get("received_at"))
    if law is None or received is None:
        return ()
    day = long_date(received + timedelta(days=law.days))
    return (
        DUE.format(day=day, days=law.days, law=cited([law.determined])),
        EXTENDED.format(days=law.more_days, law=cited([law.extended])),
    )
