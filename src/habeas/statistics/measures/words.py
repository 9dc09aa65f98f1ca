"""A measure in sentences: what a reader of a figure must know of it."""

from habeas.statistics.ledger.rows import NOUNS
from habeas.statistics.measures.measure import Measure, Unit
from habeas.statistics.measures.table import measures
from habeas.statistics.measures.values import VALUES

UNITS = {
    Unit.COUNT: "each one counts once",
    Unit.PEOPLE: "each person counts once, however many rows are about them",
    Unit.STOCK: "what stands on one day; stocks of several days are not added, or become person-months",
    Unit.PERSON_MONTHS: "person-months: the sum of monthly stocks, and no count of people",
    Unit.HOURS: "hours",
    Unit.DAYS: "days: each person once a day, the day of arrival counted and the day of leaving not",
    Unit.DOLLARS: "dollars and cents",
}
"""What each unit means."""
MOMENTS = {
    "received": "it was received", "decided": "the decision in force was made", "sent": "the response was first sent", "at": "it happened",
    "ended": "it ended", "left": "the person left", "raised": "it became due or was raised", "served": "it was served",
    "entered": "it was entered", "first_decided": "the first decision was made", "reply_due": "the reply was due", "due": "it was due",
    "ready": "the person could leave", "told": "the release date was first told", "bail": "bail was posted",
}  # fmt: skip
"""What each moment is, in words."""


def sentences(measure: Measure) -> list[str]:
    """The definition, a sentence each."""
    summed = f"the sum of what stands under “{fact_words(measure.amount)}”" if measure.amount else UNITS[measure.unit]
    said = [f"{measure.says}.", f"Counted: {NOUNS[measure.noun]}; {summed}."]
    said.append(f"The day that counts is the day, in the office's own time zone, on which {MOMENTS[measure.day]}.")
    said += [f"Only those {_only(name, allowed)}." for name, allowed in measure.where.items()]
    said += [f"It includes {each}." for each in measure.includes]
    said += [f"It does not include {each}." for each in measure.excludes]
    if measure.of:
        said.append(f"It is a part of: {measures()[measure.of].says.lower()}.")
    said.append("Where a fact it needs is not known, the row is counted as unknown, beside the number.")
    said.append(
        f"Set by {measure.set_by}, since {measure.since.isoformat()}{f'; law: {measure.law}' if measure.law else ''}."
    )
    return said


FACTS = {
    "person_is": "inmate", "act_hold": "answer to the hold asked for", "act_notify": "answer to the notice asked for",
    "held_beyond": "being held beyond the time of release", "left_how": "way of leaving", "in_time": "service in time",
    "told_any": "telling anything", "told_release_date": "telling of the release date", "judicial": "being a judge's paper",
    "n": "number of people",
}  # fmt: skip
"""Facts whose names do not speak for themselves, in words."""


PLAIN = {
    ("judicial", "yes"): "on a judge's paper", ("judicial", "no"): "that are not on a judge's paper",
    ("told_release_date", "yes"): "in which the release date was told", ("told_any", "yes"): "in which anything was told",
    ("held_beyond", "yes"): "that kept the inmate beyond the time of release", ("answered", "yes"): "that were answered",
}  # fmt: skip
"""Conditions that are said in fewer words than a fact and its value."""
ACTS_DONE = {"complies": "granted", "refuses": "denied", "waits": "waiting"}
"""What the office did about an act, in words."""


def fact_words(name: str) -> str:
    """What a fact or a value is called."""
    if name.startswith("also_"):
        return f"same person also has: {name.removeprefix('also_').replace('_', ' ')}"
    return FACTS.get(name, name.replace("_", " "))


def _only(name: str, allowed: tuple[str, ...]) -> str:
    """A condition as it ends the sentence `Only those …`."""
    if len(allowed) == 1 and (name, allowed[0]) in PLAIN:
        return PLAIN[name, allowed[0]]
    return f"whose {fact_words(name)} is {' or '.join(f'“{_value(name, each)}”' for each in allowed)}"


def _value(name: str, value: str) -> str:
    words = ACTS_DONE.get(value) if name.startswith("act_") else None
    return words or VALUES.get(name, {}).get(value) or fact_words(value)
