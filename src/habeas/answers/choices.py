"""What the office does about each act: the law's word where it is firm, a person's choice inside `may`, the safe act where nobody chose.

The law room says what must, may and must not be done; this says what the office then does, so that letters and notices say it too.
"""

from collections.abc import Mapping
from enum import StrEnum

from habeas.law.model.vocabulary import Act, Outcome


class Does(StrEnum):
    """What the office does about an act."""

    COMPLIES = "complies"
    REFUSES = "refuses"
    WAITS = "waits"
    """Nobody chose, or a fact or counsel's answer is missing: the act is not done, and nothing is delayed by it."""


SAFE: Mapping[Outcome, Does] = {
    Outcome.MUST: Does.COMPLIES,
    Outcome.MUST_NOT: Does.REFUSES,
    Outcome.MAY: Does.WAITS,
    Outcome.UNKNOWN: Does.WAITS,
    Outcome.UNRESOLVED: Does.WAITS,
    Outcome.SILENT: Does.WAITS,
}
"""What the office does where nobody chooses."""


Choices = Mapping[tuple[Act, Outcome], Does]
"""What the office does about an act for everybody with one outcome: it speaks for nobody with another.

Of a list some people may stand under a firm outcome and the others under an open one. Empty where nothing was chosen yet (a draft at
the command line).
"""


def does_of(choices: Choices, act: Act, outcome: Outcome) -> Does:
    """What the office does about `act` for somebody whose outcome is `outcome`."""
    return choices.get((act, outcome), SAFE[outcome])
