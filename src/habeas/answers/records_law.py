"""What a state's public records law has a response say: by when, the exemption, who denied it, review; else a line that counsel fills in.

Of a state whose text on the response was not read nothing is said as law, and nothing is left out in silence: the letter has lines for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from habeas.answers.act_sentences import Status
from habeas.answers.body import filled, joined
from habeas.answers.build import Answer
from habeas.answers.citations import cited, legal_citation
from habeas.answers.statuses import Answered, pending
from habeas.answers.words import as_day, long_date
from habeas.law.model.vocabulary import Outcome

KIND = "public_records_request"
DETERMINATION = "This letter is the determination of {office} on the request."
RESPONSE = "This letter is the response of {office} to the request."
STILL_OPEN = "What is still open in the request is answered within the time that the law allows."
RESPONSIBLE = "Each person responsible for the denial stated above is named below with a title or position."
AVAILABLE = "Records will be made available (date and time)"
WANTED = "Records and copies requested, as the request describes them"
COPIES = "The copies that the request describes: provided or withheld, each with its exemption (county counsel)"
"""Of a record that is no booking information no rule here speaks: the letter never passes it over."""
EXEMPTION = "Exemption on which the denial rests, with its section"
HOUSED = (
    "Each record checked: nothing is told of a person whom the jail houses for the immigration authorities alone, 8 C.F.R. § 236.6 "
    "(county counsel)"
)
"""Of a request that names nobody: who a record names is known only when the record is drawn."""
TIME_TO_ANSWER = "Time that the law allows for the response, with its section (county counsel)"
WHO_DENIED = "Person responsible for the denial, with title"
REVIEW = "How the denial can be reviewed (county counsel)"
DUE = "The determination is due by {day}, {days} days from receipt of the request. {law}"
DUE_OTHERWISE = "{period} {law} The holidays of the office count: work out the day."
EXTENDED = (
    "In unusual circumstances it may be extended by written notice, with its reasons, by at most {days} days. {law}"
)
NOT_READ = (
    "This state's law on the time and form of a response was not read: county counsel fills in the lines of the letter."
)


@dataclass(frozen=True, slots=True)
class RecordsLaw:
    """One state's law on the response, as far as its text was read."""

    since: date
    period: str
    """The time for the response, in a sentence."""
    timed: str
    """Where it stands."""
    says: str = RESPONSE
    days: int = 0
    """Calendar days from receipt; 0 where working days or none are set."""
    extended: str = ""
    more_days: int = 0
    exemption: str = ""
    """Where it says that a denial names its exemption, basis or provision."""
    persons: str = ""
    """Where it says that a denial names each person responsible."""
    review: str = ""
    """What a denial says of review, in a sentence with its section."""
    lines: tuple[str, ...] = field(default=())
    """What else a denial has filled in."""


def _within(days: str) -> str:
    return f"The law allows {days} from receipt of the request."


_READ = date(2023, 1, 1)
"""From when a law is said: the year of the editions that were read, or an earlier day on which nothing of it differed."""

RECORDS_LAW: Mapping[str, RecordsLaw] = {
    "us-ca": RecordsLaw(
        _READ, _within("10 days"), "Cal. Gov. Code 7922.535(a)", DETERMINATION, 10, "Cal. Gov. Code 7922.535(b)", 14,
        persons="Cal. Gov. Code 7922.540(b)",
    ),
    "us-ct": RecordsLaw(_READ, "A denial is made in writing within four business days of the request.", "Conn. Gen. Stat. 1-206(a)"),
    "us-dc": RecordsLaw(
        _READ, "", "", exemption="D.C. Code 2-533(a)(1)", persons="D.C. Code 2-533(a)(2)",
        review="A denial may be appealed. D.C. Code § 2-537.",
    ),
    "us-fl": RecordsLaw(
        _READ, "A request is acknowledged promptly and answered in good faith; no number of days is set.", "Fla. Stat. 119.07(1)(c)",
        exemption="Fla. Stat. 119.07(1)(e)",
    ),
    "us-ga": RecordsLaw(_READ, _within("three business days"), "O.C.G.A. 50-18-71(b)(1)(A)"),
    "us-il": RecordsLaw(
        _READ, _within("five business days"), "5 ILCS 140/3", exemption="5 ILCS 140/9(b)", persons="5 ILCS 140/9(a)",
        review="The requester has a right to review by the Public Access Counselor, and to judicial review under Section 11 of the Act. "
        "5 ILCS 140/9(a).",
        lines=("Address and telephone of the Public Access Counselor",),
    ),
    "us-ma": RecordsLaw(_READ, _within("10 business days"), "M.G.L. c. 66, § 10(b)"),
    "us-mo": RecordsLaw(
        _READ, "A request is acted upon by the end of the third business day after its receipt.", "Mo. Rev. Stat. 610.023.3",
        exemption="Mo. Rev. Stat. 610.023.4",
    ),
    "us-nm": RecordsLaw(
        _READ, _within("15 days"), "N.M. Stat. 14-2-11(B)", days=15, persons="N.M. Stat. 14-2-11(B)",
        lines=("Description of the records sought and denied",),
    ),
    "us-ri": RecordsLaw(
        _READ, _within("10 business days"), "R.I. Gen. Laws 38-2-7(a)", exemption="R.I. Gen. Laws 38-2-7(a)",
        lines=("Procedure for appealing the denial",),
    ),
    "us-tn": RecordsLaw(
        _READ, _within("seven business days"), "Tenn. Code Ann. 10-7-503(a)(2)(B)", exemption="Tenn. Code Ann. 10-7-503(a)(2)(B)(ii)",
    ),
    "us-tx": RecordsLaw(
        _READ, "Public information is produced promptly; a decision of the Attorney General on withholding is asked for by the 10th "
        "business day after receipt.", "Tex. Gov't Code 552.301(b)", exemption="Tex. Gov't Code 552.301(b)",
        lines=("Day on which the Attorney General's decision was asked for",),
    ),
    "us-va": RecordsLaw(
        _READ, _within("five working days"), "Va. Code 2.2-3704(B)", exemption="Va. Code 2.2-3704(B)",
        lines=("Volume and subject matter of the records withheld",),
    ),
    "us-vt": RecordsLaw(
        _READ, _within("three business days"), "1 V.S.A. § 318(a)(1)", exemption="1 V.S.A. § 318(b)(2)(B)",
        persons="1 V.S.A. § 318(b)(2)(C)",
    ),
    "us-wa": RecordsLaw(_READ, _within("five business days"), "RCW 42.56.520(1)", exemption="RCW 42.56.210(3)"),
}  # fmt: skip
"""By state. Of any other the text on the response was not read: the letter has lines for county counsel."""


def records_law(answer: Answer) -> RecordsLaw | None:
    """The law on the response to this request; None where it is no public records request, or no text of the state's was read."""
    return law_of_place(answer.request.kind, answer.setting.jurisdiction, answer.setting.as_of)


def law_of_place(kind: str, jurisdiction: str, as_of: date) -> RecordsLaw | None:
    """The law on the response to a request of this kind here; None where it is no public records request, or no text was read."""
    if kind != KIND:
        return None
    place = jurisdiction.partition("@")[0]
    law = next((law for state, law in RECORDS_LAW.items() if f"{place}-".startswith(f"{state}-")), None)
    return law if law and law.since <= as_of else None


def determination(answer: Answer, acts: Iterable[Answered], office: str) -> str:
    """That the letter is the response, and the time that the law allows; while anything is open, that the rest follows within it."""
    law = records_law(answer)
    if law is None:
        return ""
    said = STILL_OPEN if pending(acts) else filled(law.says, office)
    return joined(said, law.period, cited([law.timed])) if law.timed else "" if pending(acts) else said


def denial(answer: Answer, acts: Iterable[Answered]) -> tuple[str, ...]:
    """That whoever is responsible for a denial is named below, and how it is reviewed."""
    law = records_law(answer)
    if law is None or not _denied(acts):
        return ()
    named = joined(RESPONSIBLE, cited([law.persons])) if law.persons else ""
    return tuple(each for each in (named, law.review) if each)


def lines_to_fill(answer: Answer, acts: Iterable[Answered], *, published: bool) -> tuple[str, ...]:
    """What only the office or county counsel can say: what was asked, the exemption, who denied, when records are had."""
    if answer.request.kind != KIND:
        return ()
    law, told = records_law(answer), tuple(acts)
    granted = Status.GRANTED in {each.status for each in told}
    wanted = (COPIES,) if _in_words(answer) else () if answer.request.fields else (WANTED,)
    timed = () if law and law.timed else (TIME_TO_ANSWER,)
    housed = (HOUSED,) if answer.office is not None and Status.DENIED not in {each.status for each in told} else ()
    had = (AVAILABLE,) if granted and not published else ()
    return (*wanted, *housed, *timed, *(_of_denial(answer, law) if _denied(told) else ()), *had)


def _of_denial(answer: Answer, law: RecordsLaw | None) -> tuple[str, ...]:
    """The lines of a denial: its exemption where no rule of law is cited for it, and what the state's law has filled in besides."""
    where = f" ({legal_citation(law.exemption)})" if law and law.exemption else " (county counsel)"
    exemption = () if _by_law(answer) else (f"{EXEMPTION}{where}",)
    if law is None:
        return (*exemption, f"{WHO_DENIED} (county counsel)", REVIEW)
    return (
        *exemption,
        *(() if law.persons else (WHO_DENIED,)),
        *law.lines,
        *(() if law.review or law.lines else (REVIEW,)),
    )


def _denied(acts: Iterable[Answered]) -> bool:
    return bool({Status.DENIED, Status.SOME} & {each.status for each in acts})


def _by_law(answer: Answer) -> bool:
    """Whether each act that is not granted is one that the law forbids: the item cites it, and that is the exemption."""
    made = [answer.office.acts[act].outcome for act in answer.acts] if answer.office else []
    return bool(made) and set(made) <= {Outcome.MUST, Outcome.MUST_NOT}


def _in_words(answer: Answer) -> bool:
    """Whether the letter quotes the request: then it may describe records that are no fields of a booking."""
    source = answer.request.source
    return bool(source.get("text") or source.get("class"))


def due_lines(answer: Answer) -> tuple[str, ...]:
    """For staff: by when the response is due, and what may extend it; that the law was not read, where it was not."""
    return due_on(
        answer.request.kind,
        answer.setting.jurisdiction,
        as_day(answer.request.facts.get("received_at")),
        answer.setting.as_of,
    )


def due_on(kind: str, jurisdiction: str, received: date | None, as_of: date) -> tuple[str, ...]:
    """The same for a request that was received on a day, whether or not it is worked out yet."""
    law = law_of_place(kind, jurisdiction, as_of)
    if law is None or not law.timed:
        return (NOT_READ,) if kind == KIND else ()
    if not law.days:
        return (DUE_OTHERWISE.format(period=law.period, law=cited([law.timed])),)
    if received is None:
        return ()
    day = long_date(received + timedelta(days=law.days))
    extended = (EXTENDED.format(days=law.more_days, law=cited([law.extended])),) if law.extended else ()
    return (DUE.format(day=day, days=law.days, law=cited([law.timed])), *extended)
