"""A search warrant of a state's court: it may be for a person who sits in the jail (blood, swabs), a cell, or the jail's records."""

from habeas.paper.forms.catalog import EntryPlace, Form, FormEntry, Signing, right

STATE_SEARCH: tuple[Form, ...] = (
    Form(
        "judicial_warrant",
        None,
        None,
        ("SEARCH WARRANT", "SEARCH AND SEIZURE WARRANT", "WARRANT TO SEARCH"),
        "state_court",
        (
            FormEntry(
                "case_number",
                right("CASE NO.:", "CASE NO:", "Case No.", "Case Number:", "CAUSE NO.", "Warrant No.", "No."),
                "case_number",
                required=True,
            ),
            FormEntry("subject_name", right("the person of", "Defendant:"), "called"),
            FormEntry("date_of_birth", right("Date of birth", "DOB:"), "date"),
            FormEntry("sex", right("Sex:"), "sex"),
            FormEntry("offense", (EntryPlace("paragraph", ("evidence of the crime of",), 3),), "text"),
            FormEntry("issued_on", right("DATED:", "Dated:", "Date:", "Issued on"), "date", required=True),
        ),
        (),
        Signing(),
        warrant=True,
        called="search",
    ),
)
"""Titles differ from court to court; `state_titles` says which lines are one."""
