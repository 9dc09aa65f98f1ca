"""A subpoena of a state's court to a witness or to whoever keeps records, as the jail does; a clerk signs it."""

from habeas.paper.forms.catalog import Form, FormEntry, Signing, next_rows, right

STATE_SUBPOENA: tuple[Form, ...] = (
    Form(
        "judicial_subpoena",
        None,
        None,
        (
            "SUBPOENA",
            "SUBPOENA DUCES TECUM",
            "SUBPOENA IN A CRIMINAL CASE",
            "SUBPOENA DUCES TECUM IN A CRIMINAL CASE",
            "SUBPOENA TO APPEAR AND TESTIFY",
            "SUBPOENA FOR PRODUCTION OF RECORDS",
            "SUBPOENA TO PRODUCE RECORDS",
            "CRIMINAL SUBPOENA",
            "CRIMINAL SUBPOENA DUCES TECUM",
            "WITNESS SUBPOENA",
            "TRIAL SUBPOENA",
        ),
        "state_court",
        (
            FormEntry(
                "case_number",
                right("CASE NO.:", "CASE NO.", "Case No.", "Case Number:", "CAUSE NO.", "Docket No."),
                "case_number",
                required=True,
            ),
            FormEntry("recipient", right("TO:", "To:"), "text", required=True),
            FormEntry("comply_by", right("Date and Time:", "on or before:"), "date", required=True),
            FormEntry("comply_at", right("Place:"), "text"),
            FormEntry("issued_on", right("DATED:", "Dated:", "Date:", "Issued on"), "date", required=True),
            FormEntry(
                "records_sought",
                next_rows(
                    "bring with you the following:",
                    "with you the following:",
                    "you the following:",
                    "the following:",
                    "following:",
                    "following documents:",
                    "following records:",
                    rows=4,
                ),
                "text",
            ),
        ),
        (),
        Signing(),
        ("If you fail to appear",),
        ("If you fail to appear", "This subpoena was requested by", "requested by:", "WITNESS my hand", "vs."),
    ),
)
"""Titles that courts of the states print over a subpoena."""
