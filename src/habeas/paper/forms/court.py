"""The forms and papers of courts. Sources of the labels: docs/reading.md."""

from habeas.paper.forms.catalog import EntryPlace, Form, FormEntry, Signing, Ticks, above, next_rows, right

_DATED = right("DATED:", "Dated:", "Given under my hand on", "Date:", "Issued on", "DATED", "Given under my hand this")
_COURT = (
    FormEntry(
        "case_number",
        right("Case No.", "Case No:", "Case Number", "Case Number:", "Criminal No.", "CASE NO.:", "CASE NUMBER:"),
        "docket",
        required=True,
    ),
)
_AO_DATE = FormEntry("issued_on", right("Date:"), "date", required=True)
_JUDGE = Signing(
    captions=(
        "Issuing officer's signature",
        "Judge's signature",
        "officer's signature",
        "Signature of Issuing Officer",
        "Signature of Judge",
    ),
    both=above("Printed name and title", "Name and Title of Judge", "Name and Title of Issuing Officer"),
)
_CLERK = Signing(
    captions=("Signature of Clerk or Deputy Clerk",),
    name=right("CLERK OF COURT"),
    fixed_title="Clerk of Court",
)
_SUBPOENA = (
    FormEntry("recipient", right("To:"), "text", required=True),
    FormEntry("comply_at", right("Place:", "Place of Testimony"), "text", required=True),
    FormEntry("comply_by", right("Date and Time:", "Date and Time"), "date", required=True),
    FormEntry("issued_on", right("Date:"), "date", required=True),
    FormEntry(
        "attorney_name",
        next_rows(
            "who requests this subpoena, are",
            "who issues or requests this subpoena, are",
            "requests this subpoena, are",
        ),
        "attorney",
    ),
)
_RECORDS = FormEntry(
    "records_sought",
    next_rows(
        "books, papers, documents, data, or other objects:",
        "documents, data, or other objects",
        "information, or objects (blank if not applicable):",
        "or objects (blank if not applicable)",
        "objects (blank if not applicable)",
        "documents, electronically stored information, or objects",
        "(blank if not applicable)",
        rows=6,
    ),
    "text",
)
_SUBPOENA_LABELS = (
    "(SEAL)",
    "Certain provisions of",
    "(Name of person to whom this subpoena is directed)",
    "The name, address, e-mail, and telephone number",
    "Grand jury no.",
    "Signature of Clerk or Deputy Clerk",
    "You must also bring with you",
)
_CHARGING = Ticks(
    "charging_document",
    tuple(
        (name, name.lower().replace(" ", "_"))
        for name in (
            "Superseding Indictment",
            "Superseding Information",
            "Probation Violation Petition",
            "Supervised Release Violation Petition",
            "Violation Notice",
            "Order of the Court",
            "Indictment",
            "Information",
            "Complaint",
        )
    ),
    one=True,
)

COURT_FORMS: tuple[Form, ...] = (
    Form(
        "judicial_warrant",
        "AO 442",
        "AO442",
        ("ARREST WARRANT", "WARRANT FOR ARREST"),
        "court",
        (
            *_COURT,
            FormEntry(
                "subject_name",
                (
                    EntryPlace("right", ("(name of person to be arrested)", "name of person to be arrested")),
                    EntryPlace("right", ("YOU ARE HEREBY COMMANDED to arrest", "COMMANDED to arrest")),
                    EntryPlace("above", ("Defendant",)),
                ),
                "name",
                required=True,
            ),
            FormEntry(
                "offense",
                (
                    EntryPlace(
                        "next",
                        ("This offense is briefly described as follows:", "offense is briefly described as follows"),
                        5,
                    ),
                    EntryPlace(
                        "next",
                        ("charging him or her with", "charging him/her with", "(brief description of offense)"),
                        4,
                    ),
                ),
                "text",
                required=True,
            ),
            _AO_DATE,
            FormEntry("issued_at", right("City and state:", "City and state"), "text"),
        ),
        (_CHARGING,),
        _JUDGE,
        ("Return",),
        (
            "who is accused of an offense",
            "in violation of Title",
            "Name and Title of Issuing Officer",
            "to the nearest magistrate judge",
            "Date and Location",
        ),
        warrant=True,
    ),
    Form(
        "judicial_warrant",
        "AO 93",
        "AO93",
        ("SEARCH AND SEIZURE WARRANT", "SEARCH WARRANT"),
        "court",
        (
            *_COURT,
            FormEntry(
                "place_searched",
                next_rows(
                    "(identify the person or describe the property to be searched and give its location):",
                    "property to be searched and give its location",
                    "give its location",
                    rows=4,
                ),
                "text",
                required=True,
            ),
            FormEntry("comply_by", right("execute this warrant on or before", "warrant on or before"), "date"),
            FormEntry("issued_on", right("Date and time issued:", "Date and time issued"), "date", required=True),
            FormEntry("issued_at", right("City and state:", "City and state"), "text"),
        ),
        (),
        _JUDGE,
        ("Return",),
        (
            "(not to exceed 14 days)",
            "I find that the affidavit",
            "The person or property to be searched",
            "YOU ARE COMMANDED",
        ),
        warrant=True,
    ),
    Form(
        "judicial_subpoena",
        "AO 89B",
        "AO89B",
        ("SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR OBJECTS IN A CRIMINAL CASE",),
        "court",
        (*_COURT, _RECORDS, *_SUBPOENA),
        (),
        _CLERK,
        (),
        _SUBPOENA_LABELS,
        basis="criminal_other",
    ),
    Form(
        "judicial_subpoena",
        "AO 89",
        "AO89",
        ("SUBPOENA TO TESTIFY AT A HEARING OR TRIAL IN A CRIMINAL CASE", "SUBPOENA IN A CRIMINAL CASE"),
        "court",
        (*_COURT, _RECORDS, *_SUBPOENA),
        (),
        _CLERK,
        (),
        _SUBPOENA_LABELS,
        basis="criminal_other",
    ),
    Form(
        "judicial_subpoena",
        "AO 88",
        "AO88",
        ("SUBPOENA TO APPEAR AND TESTIFY AT A HEARING OR TRIAL IN A CIVIL ACTION", "SUBPOENA IN A CIVIL CASE"),
        "court",
        (*_COURT, _RECORDS, *_SUBPOENA),
        (),
        _CLERK,
        (),
        _SUBPOENA_LABELS,
    ),
    Form(
        "judicial_subpoena",
        "AO 88A",
        "AO88A",
        ("SUBPOENA TO TESTIFY AT A DEPOSITION IN A CIVIL ACTION",),
        "court",
        (*_COURT, _RECORDS, *_SUBPOENA),
        (),
        _CLERK,
        (),
        _SUBPOENA_LABELS,
    ),
    Form(
        "judicial_subpoena",
        "AO 88B",
        "AO88B",
        (
            "SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR OBJECTS OR TO PERMIT INSPECTION OF PREMISES IN A CIVIL ACTION",
        ),
        "court",
        (*_COURT, _RECORDS, *_SUBPOENA),
        (),
        _CLERK,
        (),
        _SUBPOENA_LABELS,
    ),
    Form(
        "grand_jury_subpoena",
        "AO 110",
        "AO110",
        ("SUBPOENA TO TESTIFY BEFORE A GRAND JURY", "SUBPOENA TO TESTIFY BEFORE GRAND JURY"),
        "court",
        (FormEntry("case_number", right("Grand jury no.", "Grand jury no"), "any_docket"), _RECORDS, *_SUBPOENA),
        (),
        _CLERK,
        (),
        _SUBPOENA_LABELS,
        basis="criminal_other",
    ),
    Form(
        "court_order",
        None,
        None,
        ("WRIT OF HABEAS CORPUS AD PROSEQUENDUM", "WRIT OF HABEAS CORPUS AD TESTIFICANDUM"),
        "court",
        (
            FormEntry("case_number", right("Case No.", "Case No:", "No.", "Case Number:"), "docket", required=True),
            FormEntry("recipient", right("TO:"), "text", required=True),
            FormEntry(
                "subject_name",
                right("commanded to produce the body of", "to produce the body of", "the body of"),
                "called",
                required=True,
            ),
            FormEntry(
                "comply_at",
                next_rows(
                    "Magistrate Judge of this Court at",
                    "Judge of this Court at",
                    "before the Honorable",
                    rows=1,
                ),
                "text",
            ),
            FormEntry(
                "comply_by",
                (
                    EntryPlace("after", ("Judge of this Court at", "of this Court at", "before the Honorable"), 3),
                    EntryPlace("right", ("on", "on:")),
                ),
                "date",
                required=True,
            ),
            FormEntry(
                "offense",
                (EntryPlace("paragraph", ("to answer to charges of", "answer to charges of", "charged with"), 4),),
                "text",
                required=True,
            ),
            FormEntry("issued_on", _DATED, "date", required=True),
        ),
        (),
        Signing(),
        (),
        ("booking number", "and thereafter to be returned", "THE PRESIDENT OF THE UNITED STATES", "GREETINGS"),
    ),
    Form(
        "judicial_warrant",
        None,
        None,
        (
            "BENCH WARRANT",
            "WARRANT OF ARREST",
            "ARREST WARRANT",
            "WARRANT FOR ARREST",
            "BENCH WARRANT OF ARREST",
            "BENCH WARRANT FOR ARREST",
            "WARRANT OF ARREST ON INDICTMENT",
            "ALIAS WARRANT",
            "ALIAS BENCH WARRANT",
            "CAPIAS",
            "ALIAS CAPIAS",
            "CAPIAS WARRANT",
            "CAPIAS INSTANTER",
        ),
        "state_court",
        (
            FormEntry(
                "case_number",
                right("CASE NO.:", "CASE NO:", "Case No.", "Case Number:", "Case Number", "CAUSE NO.", "No."),
                "case_number",
                required=True,
            ),
            FormEntry("bail", right("BAIL: $", "BAIL:", "Bail set at $", "Bail set at", "BOND:"), "money"),
            FormEntry("subject_name", right("Defendant:", "The defendant", "to arrest"), "called", required=True),
            FormEntry("date_of_birth", right("Date of birth", "DOB:", "Date of birth:"), "date"),
            FormEntry(
                "offense",
                (
                    EntryPlace(
                        "paragraph", ("to appear on a charge of", "on a charge of", "charged with", "a charge of"), 3
                    ),
                ),
                "text",
                required=True,
            ),
            FormEntry("issued_on", _DATED, "date", required=True),
        ),
        (),
        Signing(),
        (),
        ("having been ordered to appear", "and having failed to appear", "vs.", "BAIL: $"),
        warrant=True,
    ),
    Form(
        "court_order",
        "PROB 12C",
        "PROB12C",
        ("PETITION FOR WARRANT OR SUMMONS FOR OFFENDER UNDER SUPERVISION",),
        "court",
        (
            FormEntry("subject_name", right("Name of Offender:"), "name", required=True),
            FormEntry("case_number", right("Case Number:"), "docket", required=True),
            FormEntry("offense", right("Original Offense:"), "text"),
        ),
        (),
        Signing(("Signature of Judicial Officer",), above("Signature of Judicial Officer")),
        (),
        ("Name of Sentencing Judicial Officer:", "Date of Original Sentence:"),
    ),
)
"""Papers of federal and state courts."""
