"""What each notice is called, on pages and in the record."""

NOTICE_WORDS: dict[str, str] = {
    "give_copy_to_person": "Give the person a copy of the request",
    "state_intent_to_person": "Tell the person what this jail intends to do",
    "notify_person_in_writing": "Tell the person in writing what was told",
    "written_consent_form": "Written consent before an interview",
    "written_rights_notice": "Written notice of the person's rights",
    "offer_consular_notice": "Offer notice to the consulate",
    "inform_person_of_detainer": "Tell the person of the detainer",
    "notify_attorney_or_designee": "Send the same to the attorney or designee",
    "notify_bail_judge": "Tell the judge who sets bail",
    "notify_prosecutor": "Tell the prosecutor",
    "judicial_official_first": "Bring the person before a judicial official first",
    "agency_head_first": "The head of the agency approves first",
}
"""Duties that end with somebody told."""
