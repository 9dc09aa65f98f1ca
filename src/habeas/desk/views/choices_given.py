"""The choices of the form of deciding, and what is said when its response was made: for one person and for a list."""

from collections.abc import Mapping

from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.signing import Decision, waits_for_signature
from habeas.desk.workflow.open_acts import open_acts


def choices_given(given: Mapping[str, str], acts: list[str]) -> list[Choice]:
    """The choices of a form: `do-<act>` says complies or refuses, `ground-<act>` on which listed ground, `words-<act>` in whose words."""
    return [
        Choice(
            act, given[f"do-{act}"] == "complies", given.get(f"ground-{act}", ""), given.get(f"words-{act}", "")[:500]
        )
        for act in acts
        if given.get(f"do-{act}") in {"complies", "refuses"}
    ]


def done_words(made: Decision) -> str:
    """What follows a response that was made, for whoever made it."""
    if made.request.state == "to_counsel":
        return "Submitted to counsel. Nothing takes effect until counsel has signed off."
    if waits_for_signature(made):
        return "Submitted for approval. What needs no approval took effect now."
    if open_acts(made.choices.all()):
        return "Saved as a draft: it is not in effect and cannot be sent while an action is open. See who must answer."
    return "The response is in effect. Send it, and log the transmittal."
