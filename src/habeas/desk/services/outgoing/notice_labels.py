"""What each notice is called, on pages and in the record."""

NOTICE_WORDS: dict[str, str] = {
    "give_copy_to_person": "Copy of the request to the inmate",
    "state_intent_to_person": "Notice of intent to the inmate",
    "notify_person_in_writing": "Written notice of what was disclosed",
    "written_consent_form": "Written interview consent form",
    "written_rights_notice": "Written notice of rights",
    "offer_consular_notice": "Offer consular notification",
    "notify_consular_officer": "Notify the consulate",
    "inform_person_of_detainer": "Notice of the detainer to the inmate",
    "notify_attorney_or_designee": "Same notice to the attorney or designee",
    "notify_bail_judge": "Notify the judge who sets bail",
    "notify_prosecutor": "Notify the prosecutor",
    "judicial_official_first": "Bring the inmate before a judicial officer first",
    "tell_person_of_finding": "Notice of the finding to the inmate",
    "agency_head_first": "Agency head approval required first",
}
"""Duties that end with somebody told."""
