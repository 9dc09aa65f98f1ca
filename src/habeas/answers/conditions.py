"""What the law wants done before an act, as the act's own sentence in a letter says it."""

from collections.abc import Iterable, Mapping

from habeas.law.engine.decision import ActDecision, Decision, DutyDue
from habeas.law.model.vocabulary import Act, What

BEFORE: Mapping[What, str] = {
    What.GIVE_COPY: "after a copy of the {paper} has been served on the inmate",
    What.CONSENT_FORM: "after the inmate has consented in writing",
    What.RIGHTS_NOTICE: "after the inmate has been told of the inmate's rights in writing",
    What.JUDICIAL_OFFICIAL_FIRST: "upon the order of a judicial official",
    What.AGENCY_HEAD_FIRST: "upon review by the head of the agency",
    What.CONFIRM_SIGNATURE: "after the signature on the {paper} has been confirmed",
    What.CONFIRM_PROBABLE_CAUSE: "after it has been confirmed that the {paper} states probable cause",
    What.CONFIRM_STATE_CUSTODY_ENDED: "after state custody of the inmate has ended",
    What.CONFIRM_IDENTITY: "after it has been confirmed that the {paper} is for the inmate",
    What.CONFIRM_PROOF: "after it has been recorded whether the inmate has shown proof of citizenship",
}
"""Each duty that an act waits for, as the act's sentence begins with it."""
UNLESS: Mapping[What, str] = {
    What.CONSENT_FORM: "unless the inmate consents in writing",
    What.JUDICIAL_OFFICIAL_FIRST: "unless a judicial official orders it",
}
"""Duties whose fulfillment takes away the rule that forbids the act: the refusal says so."""


def awaited(decisions: Iterable[Decision], act: Act) -> tuple[DutyDue, ...]:
    """The duties that `act` waits for, of everybody it is about, each once."""
    due = {each.duty.what: each for made in decisions for each in made.duties if each.duty.blocks is act}
    return tuple(due.values())


def conditions(due: Iterable[DutyDue], paper: str) -> str:
    """`upon the order of a judicial official, and after …`; empty where the act waits for nothing. `paper` is what it is called."""
    return ", and ".join(BEFORE[each.duty.what].format(paper=paper) for each in due)


def exception(made: Iterable[ActDecision]) -> str:
    """`unless the inmate consents in writing`, where every rule that forbids the act says what would open it; else empty."""
    rules = [(each.act, reason.provision) for each in made for reason in each.controlling]
    opens = [
        [UNLESS[duty.what] for duty in rule.duties if duty.blocks is act and duty.what in UNLESS] for act, rule in rules
    ]
    return " and ".join(dict.fromkeys(words for each in opens for words in each)) if opens and all(opens) else ""
