"""The listed grounds of a choice inside `may`: the law leaves it open, so the office says why it chose."""

GROUNDS: dict[str, str] = {
    "county_policy": "The county's written policy says so",
    "counsel_advice": "County counsel advises it",
    "order_of_commander": "The watch commander orders it, for the reason written",
    "consent_of_person": "The person consented in writing",
    "safety_of_person": "The safety of a victim, a witness or the person calls for it",
    "no_means": "The jail cannot do it at this hour without delaying a release or other duties",
    "already_public": "What is asked is already open to anyone",
}
"""Each ground with the words people read. Free text may be added; it is not needed."""
