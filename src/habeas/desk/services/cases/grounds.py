"""The listed grounds of a choice inside `may`: the law leaves it open, so the office says why it chose."""

GROUNDS: dict[str, str] = {
    "county_policy": "County written policy",
    "counsel_advice": "Advice of county counsel",
    "order_of_commander": "Watch commander's order, for the reason given",
    "consent_of_person": "Written consent of the inmate",
    "safety_of_person": "Safety of a victim, a witness or the inmate",
    "no_means": "Cannot be done now without delaying a release or other duties",
    "already_public": "The information is already public",
}
"""Each ground with the words people read. Free text may be added; it is not needed."""
