"""Why the office refuses, in the words of the case, where the reason is a fact of this paper or this person and not a statute alone."""

from collections.abc import Iterable, Mapping

from habeas.answers.ends import ended_words
from habeas.law.engine.decision import ActDecision

BECAUSE: Mapping[str, str] = {
    "us.proof-of-citizenship": "the inmate has shown proof of United States citizenship",
    "us.proof-of-citizenship-notice": "the inmate has shown proof of United States citizenship",
    "us.paper-for-another": "the {paper} is not for the inmate",
    "us.identity-confirmed-first": "it has not been confirmed that the {paper} is for the inmate",
    "us.unsigned-paper": "the {paper} is not signed",
    "us.unsigned-detainer-notice": "the {paper} is not signed",
    "us.signature-confirmed-first": "the signature on the {paper} has not been confirmed",
    "us.signed-by-another": "the {paper} is not signed by an officer authorized to issue it",
    "us.signed-by-another-notice": "the {paper} is not signed by an officer authorized to issue it",
    "us.unsigned-court-paper": "the {paper} does not bear a judge's signature",
    "us.attached-warrant-falls": "the immigration warrant that came with the {paper} is unsigned, not signed by an authorized officer, "
    "or recalled",
    "us.state-custody-first": "the inmate has not completed state custody",
    "us.names-nobody": "the {paper} names nobody",
    "us.names-nobody-notice": "the {paper} names nobody",
    "us.order-of-immigration-judge": "the {paper} is signed by an immigration judge and not by a judge of a court",
    "us.no-probable-cause": "the {paper} states no probable cause",
    "us.no-probable-cause-hold": "the {paper} states no probable cause",
    "us.paper-taken-back": "the {paper} has been canceled or withdrawn",
    "us.detainer-cancellation": "the detainer has been canceled",
}
"""Each floor with the reason that a letter gives; `{paper}` is what the paper is called."""
STRONGER: Mapping[str, str] = {
    "us.identity-confirmed-first": "us.paper-for-another",
    "us.signature-confirmed-first": "us.unsigned-paper",
}
"""Where both stand, the second says more: what is known goes before what is not yet known."""


def because(made: Iterable[ActDecision], paper: str) -> str:
    """`the detainer is not signed`: the reasons of every refusal among `made`, each once; empty where a statute alone refuses."""
    refused = list(made)
    over = [ended_words(each.ended.ends_at) for each in refused if each.ended]
    rules = {reason.provision.id for each in refused for reason in each.controlling}
    said = over + [
        BECAUSE[key].format(paper=paper) for key in BECAUSE if key in rules and STRONGER.get(key) not in rules
    ]
    return " and ".join(dict.fromkeys(said))
