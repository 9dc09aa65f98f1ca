"""What a stranger's letter may not tell: whether the person is here. One wording for whoever is kept and may not be told of, and for
whoever is not here at all (8 CFR 236.6); side by side the two letters tell nothing.
"""

from habeas.answers.build import OPEN_DOOR, Answer
from habeas.law.model.vocabulary import Act

STRANGERS = frozenset({"public", "other"})
"""Issuers who are no federal authority and no court: those 8 CFR 236.6 speaks of."""
_TELLING = frozenset({Act.SHARE_PUBLIC, Act.SHARE_PERSONAL, Act.SHARE_STATUS, Act.SHARE_CRIMINAL_HISTORY})


def to_a_stranger(answer: Answer) -> bool:
    """Whether the letter goes to somebody outside who asks to be told of one person: it never carries a number of ours."""
    asks = (answer.request.facts.get("issuer") or "other") in STRANGERS and set(answer.acts) <= _TELLING
    return asks and not answer.request.about_a_class and answer.office is None


def custody_untold(answer: Answer) -> bool:
    """Whether the letter may not tell that the person is here, nor that nobody is: unless the law opens what anyone may see."""
    if not to_a_stranger(answer):
        return False
    if len(answer.people) != 1:
        return True
    made = answer.people[0].decision.acts.get(Act.SHARE_PUBLIC)
    return made is None or made.outcome not in OPEN_DOOR
