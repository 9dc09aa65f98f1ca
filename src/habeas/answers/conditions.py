"""What the law wants done before an act: how a letter's sentence says it, and which of it nobody has recorded as done."""

from collections.abc import Iterable, Mapping

from habeas.answers.work import Answer
from habeas.law.decision import DutyDue
from habeas.law.words import Act, What

BEFORE: Mapping[What, str] = {
    What.GIVE_COPY: "after a copy of the {paper} has been served on the inmate",
    What.CONSENT_FORM: "after the inmate has consented in writing",
    What.RIGHTS_NOTICE: "after the inmate has been told of the inmate's rights in writing",
    What.JUDICIAL_OFFICIAL_FIRST: "upon the order of a judicial official",
    What.AGENCY_HEAD_FIRST: "after the head of this agency has approved it",
    What.CONFIRM_SIGNATURE: "after the signature on the {paper} has been confirmed",
    What.CONFIRM_PROBABLE_CAUSE: "after it has been confirmed that the {paper} states probable cause",
    What.CONFIRM_STATE_CUSTODY_ENDED: "after state custody has ended",
    What.CONFIRM_IDENTITY: "after it has been confirmed that the {paper} is for the inmate",
}
"""Each duty that an act waits for, as the act's sentence says it."""
OTHERWISE = "after what the law requires first has been done"
PAPERS: Mapping[str, str] = {"detainer": "detainer", "judicial_warrant": "warrant", "administrative_warrant": "warrant"}


def awaited(answer: Answer, act: Act) -> tuple[DutyDue, ...]:
    """The duties that `act` waits for, of everybody it is about, each once."""
    due = {each.duty.what: each for made in answer.decisions for each in made.duties if each.duty.blocks is act}
    return tuple(due.values())


def conditions(answer: Answer, due: Iterable[DutyDue]) -> str:
    """`, upon the order of a judicial official`; empty where the act waits for nothing."""
    paper = PAPERS.get(answer.request.kind, "request")
    said = [BEFORE.get(each.duty.what, OTHERWISE).format(paper=paper) for each in due]
    return "".join(f", {'' if not number else 'and '}{words}" for number, words in enumerate(said))
