"""The notice to the agency that serves a court's paper: a warrant is lodged as a hold, an order or a writ is carried out as it says."""

from collections.abc import Mapping

from habeas.answers.act_sentences import Status
from habeas.answers.body import Body, filled, joined
from habeas.answers.build import OPEN_DOOR, Answer, PersonAnswer
from habeas.answers.citations import cited
from habeas.answers.documents import TAKES_A_PERSON, paper_word
from habeas.answers.items import item
from habeas.answers.statuses import Answered
from habeas.answers.subjects import subject_case
from habeas.answers.words import due_words, long_date
from habeas.law.engine.decision import ActDecision
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.vocabulary import EXECUTED

TO_FILL = (
    "Hold lodged by, date and time",
    "{Paper} confirmed with (name, agency, telephone)",
    "Confirmed by, date and time",
    "Inmate surrendered to (officer, agency, badge no.)",
    "Date and time of surrender",
)
"""The lines of the notice that the desk fills in by hand."""
ON_FILE = "The {paper} has been placed in the inmate's file. {Office} will confirm it with your agency."
LODGED_LATER = "Notice of whether it is lodged as a hold will follow."
CARRIED_OUT_LATER = "Notice of how it is carried out will follow."
LODGED = "{Office} will lodge the warrant as a hold against the above-named inmate."
SURRENDER = (
    "{when} the inmate to the officers executing the warrant, on its authority.{pending} Please confirm that the warrant is "
    "active, and arrange the date and time with {office}."
)
AT_THE_END = "When state custody of the inmate ends{day}, {office} will surrender"
ENDED = "State custody of the inmate has ended. {Office} will surrender"
ORDERED: Mapping[Act, str] = {
    Act.HOLD: "hold the inmate",
    Act.TRANSFER: "surrender the inmate",
    Act.ARREST: "arrest the inmate",
}
"""What an order commands, as it follows "the office will"."""
PRODUCED = "produce the inmate"
"""The same of a writ, which commands that the person be brought before the court."""
AS_ORDERED = "{Office} has placed the {paper} in the inmate's file and will {acts} as it commands{due}."
CONFIRM = "Please confirm the date, the time and the officers who will take the inmate with {office}."
HOLD_LODGED = "Notice of Hold Lodged"
WITH_COUNSEL = (
    "Whether the inmate will be surrendered on the warrant has been referred to county counsel. {Office} will notify your agency "
    "separately. Please confirm that the warrant is active."
)
LATER = (
    "{Office} will notify your agency separately whether the inmate will be surrendered on the warrant. Please confirm that the "
    "warrant is active."
)
STATE_CUSTODY_FIRST = frozenset({"us.criminal-arrest-warrant-lodged"})
"""Rules that leave a hand-over open for one reason alone: the state's custody has not ended."""
PAPER_OPEN = frozenset({"us.rule-9-clerk-signed", "us.clerk-signed-order"})
"""Rules that leave open whether the paper is a court's at all: nothing is lodged on one before the court was called."""


def lodged(answer: Answer, office: str, received: tuple[str, ...], acts: tuple[Answered, ...]) -> Body:
    """The notice; who takes the person, and when, is written down by hand when the person is surrendered."""
    word = paper_word(answer.request)
    takes = [each for each in acts if each.act.value in TAKES_A_PERSON]
    if not takes or not _stands(answer, takes):
        later = LODGED_LATER if answer.request.kind in EXECUTED else CARRIED_OUT_LATER
        return Body((*received, joined(filled(ON_FILE, office, word), later)))
    denied = tuple(item(answer, office, each) for each in takes if each.status is Status.DENIED)
    if len(denied) == len(takes):
        return Body(received, denied)
    to_fill = tuple(filled(each, office, word) for each in TO_FILL)
    if answer.request.kind not in EXECUTED:
        return Body((*received, *_ordered(answer, office, takes)), denied, (), to_fill)
    return Body((*received, *_held(answer, office, takes)), denied, (), to_fill, HOLD_LODGED)


def _held(answer: Answer, office: str, takes: list[Answered]) -> tuple[str, str]:
    """A warrant stands as a hold until the person is surrendered on it."""
    law = cited([citation for each in takes if each.status is Status.GRANTED for citation in each.citations])
    return joined(filled(LODGED, office), law), _surrender(answer, office, takes)


def _ordered(answer: Answer, office: str, takes: list[Answered]) -> tuple[str, str]:
    """An order is carried out as it commands, by its own day."""
    word, granted = paper_word(answer.request), [each for each in takes if each.status is Status.GRANTED]
    words = {**ORDERED, Act.TRANSFER: PRODUCED} if word == "writ" else ORDERED
    due = due_words(answer.request.source)
    said = AS_ORDERED.replace("{acts}", " and ".join(words[each.act] for each in granted)).replace("{due}", due)
    law = cited([citation for each in granted for citation in each.citations])
    return joined(filled(said, office, word), law), filled(CONFIRM, office)


def _stands(answer: Answer, takes: list[Answered]) -> bool:
    """Whether the paper is established: what is open is no fact of the paper, only when the hand-over comes."""
    if answer.request.kind not in EXECUTED:
        return all(each.status is not Status.PENDING for each in takes)
    return all(map(_established, _waiting(answer, takes)))


def _waiting(answer: Answer, takes: list[Answered]) -> list[ActDecision]:
    return [made.acts[each.act] for each in takes if each.status is Status.PENDING for made in answer.decisions]


def _established(made: ActDecision) -> bool:
    """Whether what is open about an act is no fact of the paper."""
    known = made.outcome in OPEN_DOOR | {Outcome.UNRESOLVED, Outcome.UNKNOWN}
    return (
        known and not _rules(made) & PAPER_OPEN and not any(ask.fact.startswith("request.") for ask in made.questions)
    )


def _rules(made: ActDecision) -> set[str]:
    return {reason.provision.id for reason in made.controlling}


def _waits_for_state(made: ActDecision) -> bool:
    """Whether nothing but the end of state custody keeps an act open."""
    if made.outcome is Outcome.UNKNOWN:
        return bool(made.questions) and all(ask.fact.startswith("custody.") for ask in made.questions)
    rules = _rules(made)
    return made.outcome is Outcome.UNRESOLVED and bool(rules) and rules <= STATE_CUSTODY_FIRST


def _surrender(answer: Answer, office: str, takes: list[Answered]) -> str:
    """When the person is handed over: as state custody ends, with its day where that may be told; at once where it has ended.

    Nothing is promised where the law is unsettled or nobody has chosen.
    """
    reserved = [each for each in _waiting(answer, takes) if not _waits_for_state(each)]
    if reserved:
        unsettled = any(each.outcome is Outcome.UNRESOLVED for each in reserved)
        return filled(WITH_COUNSEL if unsettled else LATER, office)
    each = answer.people[0] if len(answer.people) == 1 else None
    pending = each is not None and any(line.disposition == "pending" for line in each.subject.booking.charges)
    ended = (
        not pending
        and each is not None
        and subject_case(each.subject, answer.setting).custody.get("releasable") is True
    )
    when = ENDED if ended else AT_THE_END.replace("{day}", _told_day(each))
    said = SURRENDER.replace("{when}", when)
    return filled(
        said.replace("{pending}", " State charges against the inmate are pending." if pending else ""), office
    )


def _told_day(each: PersonAnswer | None) -> str:
    """The day of release, only where the law lets the office tell it."""
    day = each.subject.booking.scheduled_release_on if each else None
    told = each is not None and each.decision.acts[Act.NOTIFY].outcome in OPEN_DOOR
    return f" (release is scheduled for {long_date(day)})" if day and told else ""
