"""The forms of the immigration authorities and of the immigration court. Sources of the labels: docs/reading.md."""

from habeas.paper.forms.catalog import (
    EntryPlace,
    Form,
    FormEntry,
    Signing,
    Ticks,
    above,
    after,
    below,
    next_rows,
    right,
)

_HEAD_247 = (
    FormEntry("subject_id", right("Subject ID:", "Subject ID"), "digits"),
    FormEntry("event_number", right("Event #:", "Event No:", "Event #", "Event Number"), "number"),
    FormEntry("a_number", right("File No:", "File No.", "File Number", "Alien File No"), "a_number", required=True),
    FormEntry("issued_on", right("Date:"), "date", required=True),
    FormEntry(
        "recipient", below("TO: (Name and Title of Institution", "TO: Name and Title", wide=245), "text", required=True
    ),
    FormEntry(
        "issuing_office",
        below("FROM: (DHS Office Address)", "FROM: Department of Homeland Security Office", wide=265),
        "text",
    ),
    FormEntry(
        "subject_name",
        right("Name of Alien:", "Name of Subject:", "Name of Alien", "Name of Subject"),
        "name",
        required=True,
    ),
    FormEntry("date_of_birth", right("Date of Birth:", "Date of Birth"), "date", required=True),
    FormEntry("citizenship", right("Citizenship:", "Nationality:", "Citizenship"), "name"),
    FormEntry("sex", right("Sex:", "Sex"), "sex"),
    FormEntry(
        "phone",
        (
            EntryPlace("right", ("ICE or CBP at", "Telephone:", "Telephone Number:")),
            EntryPlace("after", ("and Border Protection (CBP) at", "Customs Enforcement (ICE) or", "by calling"), 3),
            EntryPlace("after", ("Please notify DHS by", "Please notify ICE"), 3),
        ),
        "phone",
    ),
)
_GROUNDS_247 = Ticks(
    "grounds",
    (
        ("a final order of removal against the", "final_order"),
        ("the pendency of ongoing removal proceedings against", "pending_proceedings"),
        ("biometric confirmation of the", "biometric_match"),
        ("statements made by the", "statements"),
    ),
)
_LABELS_247 = (
    "Enforcement Agency)",
    "(DHS Office Address)",
    "Subsequent Law Enforcement Agency",
    "IT IS THEREFORE REQUESTED THAT YOU",
    "If you cannot reach an official",
)
_OFFICER_247 = Signing(
    captions=("(Signature of Immigration Officer)", "Signature of Immigration Officer"),
    both=above("(Name and title of Immigration Officer)", "Name and title of Officer"),
)
_UNTIL_247 = ("TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY",)


def _detainer(
    form: str, code: str, titles: tuple[str, ...], kind: str = "detainer", asks: tuple[str, ...] = ("hold", "notify")
) -> Form:
    ticks = (_GROUNDS_247,) if kind in {"detainer", "transfer_request"} else ()
    return Form(kind, form, code, titles, "dhs", _HEAD_247, ticks, _OFFICER_247, _UNTIL_247, _LABELS_247, asks, "civil")


IMMIGRATION_FORMS: tuple[Form, ...] = (
    _detainer("I-247A", "I247A", ("IMMIGRATION DETAINER - NOTICE OF ACTION",)),
    _detainer("I-247D", "I247D", ("IMMIGRATION DETAINER - REQUEST FOR VOLUNTARY ACTION",)),
    _detainer(
        "I-247N",
        "I247N",
        (
            "REQUEST FOR VOLUNTARY NOTIFICATION OF RELEASE OF SUSPECTED PRIORITY ALIEN",
            "REQUEST FOR VOLUNTARY NOTIFICATION OF RELEASE",
        ),
        "notification_request",
        ("notify",),
    ),
    _detainer("I-247G", "I247G", ("REQUEST FOR ADVANCE NOTIFICATION OF RELEASE",), "notification_request", ("notify",)),
    _detainer("I-247X", "I247X", ("REQUEST FOR VOLUNTARY TRANSFER",), "transfer_request", ("transfer",)),
    _detainer("I-247", "I247", ()),
    Form(
        "administrative_warrant",
        "I-200",
        "I200",
        ("Warrant for Arrest of Alien",),
        "dhs",
        (
            FormEntry("a_number", right("File No.", "File No:"), "a_number", required=True),
            FormEntry("issued_on", right("Date:"), "date", required=True),
            FormEntry(
                "subject_name",
                right("probable cause to believe that", "cause to believe that", "to believe that"),
                "name",
                required=True,
            ),
            FormEntry("served_on", above("(Date of Service)"), "date"),
        ),
        (
            Ticks(
                "grounds",
                (
                    ("the execution of a charging document", "charging_document"),
                    ("the pendency of ongoing removal proceedings", "pending_proceedings"),
                    ("the failure to establish admissibility", "failed_to_establish_admissibility"),
                    ("biometric confirmation of the subject", "biometric_match"),
                    ("statements made voluntarily by the subject", "statements"),
                ),
            ),
        ),
        Signing(
            (
                "(Signature of Authorized Immigration Officer)",
                "(Signature of Judge)",
                "(Signature of Immigration Judge)",
                "(Signature of Immigration Officer)",
                "(Signature)",
            ),
            above(
                "(Printed Name and Title of Authorized Immigration Officer)",
                "(Printed Name and Title)",
                "(Name and Title)",
            ),
        ),
        ("Certificate of Service",),
        ("is removable from the United States",),
        basis="civil",
        warrant=True,
    ),
    Form(
        "administrative_warrant",
        "I-205",
        "I205",
        ("WARRANT OF REMOVAL/DEPORTATION", "WARRANT OF REMOVAL"),
        "dhs",
        (
            FormEntry("a_number", right("File No:", "File No.", "File No"), "a_number", required=True),
            FormEntry("issued_on", right("Date:"), "date", required=True),
            FormEntry("subject_name", above("(Full name of alien)", "(Full name of alien"), "name", required=True),
            FormEntry("entry_place", right("who entered the United States at"), "text"),
            FormEntry(
                "entry_on",
                (EntryPlace("row", ("who entered the United States at",)), EntryPlace("above", ("(Date of entry)",))),
                "month",
            ),
            FormEntry(
                "provisions",
                after(
                    "to the following provisions of the Immigration and Nationality Act:",
                    "following provisions of the Immigration and Nationality Act",
                    "following provisions of the Immigration",
                ),
                "text",
            ),
            FormEntry("issued_at", above("(Date and office location)"), "place"),
        ),
        (
            Ticks(
                "removal_order_by",
                (
                    ("an immigration judge in exclusion", "immigration_judge"),
                    ("a designated official", "designated_official"),
                    ("the Board of Immigration Appeals", "board_of_immigration_appeals"),
                    ("a United States District or Magistrate", "district_court"),
                ),
                one=True,
            ),
        ),
        Signing(
            ("(Signature of immigration officer)",),
            (),
            (EntryPlace("under", ("(Signature of immigration officer)",)),),
            above("(Title of immigration officer)"),
        ),
        (),
        ("I, the undersigned officer", "on", "(Place of entry)", "(Date of entry)"),
        basis="civil",
        grounds=("final_order",),
        warrant=True,
    ),
    Form(
        "administrative_subpoena",
        "I-138",
        "I138",
        ("IMMIGRATION ENFORCEMENT SUBPOENA", "IMMIGRATION ENFORCEMENT SUBPOENA to Appear and/or Produce Records"),
        "dhs",
        (
            FormEntry(
                "recipient",
                below("1. To (Name, Address, City, State", "To (Name, Address, City, State", wide=250),
                "text",
                required=True,
            ),
            FormEntry("case_number", below("Subpoena Number", wide=250), "number"),
            FormEntry(
                "in_reference_to",
                (*below("2. In Reference To", "In Reference To", wide=260), *right("(Title of Proceeding)")),
                "text",
            ),
            FormEntry("comply_by", right("(B) Date", "(B) Date:"), "date", required=True),
            FormEntry("comply_at", right("^Address"), "text"),
            FormEntry("phone", right("Telephone Number"), "phone"),
            FormEntry(
                "records_sought",
                next_rows(
                    "4. Records required to be produced for inspection",
                    "Records required to be produced",
                    rows=6,
                ),
                "text",
            ),
            FormEntry("issued_on", above("(Date)"), "date", required=True),
        ),
        (),
        Signing(("(Signature)",), (), above("(Printed Name)"), above("(Title)")),
        ("CERTIFICATE OF SERVICE",),
        (
            "If you have any questions regarding this subpoena",
            "identified in Block 3",
            "(C) Time",
            "5. Authorized Official",
            "(Title of Proceeding)",
            "(File Number, if Applicable)",
            "^Name",
            "^Title",
            "(B) Date",
        ),
        basis="civil",
    ),
)
"""Papers that ask something of the jail."""
