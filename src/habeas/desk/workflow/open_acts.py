"""What an answer leaves open, act by act, and who must settle it: a missing fact, counsel's answer, or a choice that nobody made."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q

from habeas.answers.act_sentences import WILL
from habeas.desk.models import ActChoice, Decision
from habeas.desk.workflow.table import table
from habeas.law.model.vocabulary import Act, Outcome

BY_WHOM: Mapping[str, str] = {
    Outcome.MAY.value: "the law leaves a choice, so the office must choose, with a reason",
    Outcome.UNRESOLVED.value: "the law is unsettled, so county counsel must answer",
    Outcome.SILENT.value: "no rule was found, so county counsel must answer",
}
"""Who settles an open act, by its outcome; a missing fact names its own."""
A_FACT = "a fact is missing"
FOR_SOME = " for some of the inmates"
"""Of a list an act may be open for some people only."""


DRAFT_WORDS = "Draft – not in effect, not to be sent"
OPEN_NEXT = "A requested action is still open: resolve it, then decide again before it is sent"
"""What lists and pages say of a response that is ready but for an open act, and what comes next."""


def has_open_draft() -> Q:
    """Of the rows of a list: whether the response is a draft in which an act is still open."""
    waits = ActChoice.objects.filter(decision__request=OuterRef("pk"), does=ActChoice.Does.WAITS)
    return Exists(waits.filter(decision__state=Decision.State.SETTLED)) & Q(state="ready")


def standing_words(state: str, open_draft: bool) -> tuple[str, str]:
    """The state of a request and what comes next, in words: a draft with an open act is never called ready to send."""
    if open_draft:
        return DRAFT_WORDS, OPEN_NEXT
    found = table().states[state]
    return found.words, found.next


def open_acts(choices: Iterable[ActChoice]) -> list[ActChoice]:
    """The acts of which nobody has yet said whether they are done. The safe act stands meanwhile, and delays no release."""
    return [each for each in choices if each.does == ActChoice.Does.WAITS]


def open_words(choices: Iterable[ActChoice], answer: Mapping[str, Any]) -> str:
    """Each open act with who must settle it, in one line; empty where nothing is open. `answer` is the stored decision's."""
    rows = list(choices)
    several = {act for act, count in Counter(each.act for each in rows).items() if count > 1}
    said = (
        f"{WILL[Act(each.act)]}{FOR_SOME if each.act in several else ''} ({_settled_by(each, answer)})"
        for each in open_acts(rows)
    )
    return "; ".join(said)


def _settled_by(choice: ActChoice, answer: Mapping[str, Any]) -> str:
    if choice.outcome in BY_WHOM:
        return BY_WHOM[choice.outcome]
    made = answer.get("acts", {}).get(choice.act, {})
    of_list = (
        each for each in answer.get("asks", ()) if (each["act"], each["outcome"]) == (choice.act, choice.outcome)
    )
    asks = [f"{each['ask']} Ask: {each['of']}" for each in (*made.get("questions", ()), *of_list)]
    return f"{A_FACT}: {asks[0]}" if asks else A_FACT
