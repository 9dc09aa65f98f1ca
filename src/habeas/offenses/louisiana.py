"""The charges on which the Orleans Parish Sheriff's policy of 2013 still answered a detainer."""

import re

from habeas.offenses.finding import COURT, ChargeFacts, ClassFinding, no, unknown, yes
from habeas.offenses.reading import Section

POLICY = "Orleans Parish Sheriff, detainer policy as stated on 14 August 2013"
ASK = (
    "Is it first or second degree murder, aggravated rape, aggravated kidnapping, or armed robbery with a firearm (or treason, which a "
    "later letter adds)?"
)
_EXCEPTED = re.compile(
    r"\b(?:(?:first|second|1st|2nd)[ -]deg(?:ree)?\.? murder|murder,? (?:in the )?(?:first|second|1st|2nd)[ -]deg(?:ree)?"
    r"|agg(?:ravated|\.)? (?:rape|kidnapping)|armed robbery\b.*\bfirearm)\b",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(r"\b(?:attempt\w*|conspir\w*|accessor\w*|solicit\w*)\b", re.IGNORECASE)


def orleans_excepted(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is one that the policy excepts, by its own words or its grade; no section was read, so another is asked about."""
    words = facts.description or ""
    if felony is False:
        return no("each of the charges that the policy excepts is a felony", POLICY, "secondary")
    if _EXCEPTED.search(words) and not _ATTEMPT.search(words):
        return yes("the record names it as the policy does", POLICY, "secondary")
    return unknown("the record does not name it as the policy does", ASK, COURT, POLICY)
