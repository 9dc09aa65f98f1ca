"""The values of a fact in words that a reader knows: what stands beside each number where a count is split."""

from collections.abc import Mapping

from habeas.requests.vocabulary import ISSUER_WORDS, KIND_WORDS
from habeas.statistics.ledger.rows import NO_REQUEST

OUTCOMES: dict[str, str] = {
    "complied": "At least one action granted",
    "refused": "All actions denied",
    "waits": "Response sent; an action awaits a fact or counsel",
    "open": "No response yet",
    "withdrawn": "Withdrawn or canceled by the sender before a response",
    "hold_ended": "A cancellation: the hold it names was ended",
    "ended": "Ended for another reason before a response",
    "aside": "Set aside: not a request, or misdirected",
}
"""How a request came out, in words."""
VALUES: Mapping[str, Mapping[str, str]] = {
    "outcome": OUTCOMES,
    "kind": KIND_WORDS | {NO_REQUEST: "set aside unread: makes no request"},
    "issuer": ISSUER_WORDS,
    "in_time": {"yes": "served in time", "no": "served late", "excused": "marked unservable", "open": "not served yet"},
    "judicial": {"yes": "a judge's paper", "no": "no judge's paper"},
    "left_how": {"released": "released", "transferred": "transferred", "not_left": "not left"},
}
"""The words of each value of a fact; a value without words stands as it is."""


def value_words(fact: str, value: str) -> str:
    """A value as a reader sees it, beginning with a capital."""
    words = VALUES.get(fact, {}).get(value, value.replace("_", " "))
    return words[:1].upper() + words[1:]
