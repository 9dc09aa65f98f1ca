"""The forms as data: titles, numbers, labels, and where each entry stands. Sources of the labels: docs/reading.md."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands by its labels.

    `right` of one, up to the next label; `row`, right of it to the end of the row; `below` in its column; `next`, on the `rows` rows under it from the page's left edge; `above` a caption;
    `under` a caption, in the reach of its rule; `after`, right of it and on; `paragraph`, right of it and on the lines under that begin at the same place.
    """

    how: str
    labels: tuple[str, ...]
    rows: int = 1
    wide: float = 320.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a form. `required` means that a question is asked where it is empty."""

    name: str
    places: tuple[Place, ...]
    shape: str = "text"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """A list of boxes: each with the words right of it and the code it stands for. `one`: only one may be ticked."""

    name: str
    options: tuple[tuple[str, str], ...]
    one: bool = False


@dataclass(frozen=True, slots=True)
class Signing:
    """The block of the signature: captions under the ink, and where name and title stand."""

    captions: tuple[str, ...] = ()
    both: tuple[Place, ...] = ()
    name: tuple[Place, ...] = ()
    title: tuple[Place, ...] = ()
    fixed_title: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `issuer` is `dhs`, `court`, `eoir` or `other`; `until` is where the sender's part ends; `code` the number as
    letters and digits."""

    kind: str | None
    form: str | None
    code: str | None
    titles: tuple[str, ...]
    issuer: str
    entries: tuple[Entry, ...] = ()
    ticks: tuple[Ticks, ...] = ()
    signing: Signing = Signing()
    until: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    asks: tuple[str, ...] | None = None
    basis: str | None = None
    grounds: tuple[str, ...] | None = None
    warrant: bool = False
    why: str = field(default="")


def _right(*labels: str) -> tuple[Place, ...]:
    return (Place("right", labels),)


def _below(*labels: str, rows: int = 1, wide: float = 320.0) -> tuple[Place, ...]:
    return (Place("below", labels, rows, wide),)


def _next(*labels: str, rows: int = 1) -> tuple[Place, ...]:
    return (Place("next", labels, rows),)


def _above(*labels: str) -> tuple[Place, ...]:
    return (Place("above", labels),)


def _after(*labels: str, rows: int = 1) -> tuple[Place, ...]:
    return (Place("after", labels, rows),)


_HEAD_247 = (
    Entry("subject_id", _right("Subject ID:", "Subject ID"), "digits"),
    Entry("event_number", _right("Event #:", "Event No:", "Event #", "Event Number"), "number"),
    Entry("a_number", _right("File No:", "File No.", "File Number", "Alien File No"), "a_number", required=True),
    Entry("issued_on", _right("Date:"), "date", required=True),
    Entry(
        "recipient", _below("TO: (Name and Title of Institution", "TO: Name and Title", wide=245), "text", required=True
    ),
    Entry(
        "issuing_office",
        _below("FROM: (DHS Office Address)", "FROM: Department of Homeland Security Office", wide=265),
        "text",
    ),
    Entry(
        "subject_name",
        _right("Name of Alien:", "Name of Subject:", "Name of Alien", "Name of Subject"),
        "name",
        required=True,
    ),
    Entry("date_of_birth", _right("Date of Birth:", "Date of Birth"), "date", required=True),
    Entry("citizenship", _right("Citizenship:", "Nationality:", "Citizenship"), "name"),
    Entry("sex", _right("Sex:", "Sex"), "sex"),
    Entry(
        "phone",
        (
            Place("right", ("ICE or CBP at", "Telephone:", "Telephone Number:")),
            Place("after", ("and Border Protection (CBP) at", "Customs Enforcement (ICE) or", "by calling"), 3),
            Place("after", ("Please notify DHS by", "Please notify ICE"), 3),
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
    both=_above("(Name and title of Immigration Officer)", "Name and title of Officer"),
)
_UNTIL_247 = ("TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY",)


def _detainer(
    form: str, code: str, titles: tuple[str, ...], kind: str = "detainer", asks: tuple[str, ...] = ("hold", "notify")
) -> Form:
    ticks = (_GROUNDS_247,) if kind == "detainer" else ()
    return Form(kind, form, code, titles, "dhs", _HEAD_247, ticks, _OFFICER_247, _UNTIL_247, _LABELS_247, asks, "civil")


_COURT = (
    Entry(
        "case_number",
        _right("Case No.", "Case No:", "Case Number", "Case Number:", "Criminal No.", "CASE NO.:", "CASE NUMBER:"),
        "docket",
        required=True,
    ),
)
_AO_DATE = Entry("issued_on", _right("Date:"), "date", required=True)
_JUDGE = Signing(
    captions=(
        "Issuing officer's signature",
        "Judge's signature",
        "officer's signature",
        "Signature of Issuing Officer",
        "Signature of Judge",
    ),
    both=_above("Printed name and title", "Name and Title of Judge", "Name and Title of Issuing Officer"),
)
_CLERK = Signing(
    captions=("Signature of Clerk or Deputy Clerk",),
    name=_right("CLERK OF COURT"),
    fixed_title="Clerk of Court",
)
_SUBPOENA = (
    Entry("recipient", _right("To:"), "text", required=True),
    Entry("comply_at", _right("Place:", "Place of Testimony"), "text", required=True),
    Entry("comply_by", _right("Date and Time:", "Date and Time"), "date", required=True),
    Entry("issued_on", _right("Date:"), "date", required=True),
    Entry(
        "attorney_name",
        _next(
            "who requests this subpoena, are",
            "who issues or requests this subpoena, are",
            "requests this subpoena, are",
        ),
        "attorney",
    ),
)
_RECORDS = Entry(
    "records_sought",
    _next(
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
_DATED = _right("DATED:", "Dated:", "Given under my hand on", "Date:", "Issued on", "DATED", "Given under my hand this")

FORMS: tuple[Form, ...] = (
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
            Entry("a_number", _right("File No.", "File No:"), "a_number", required=True),
            Entry("issued_on", _right("Date:"), "date", required=True),
            Entry(
                "subject_name",
                _right("probable cause to believe that", "cause to believe that", "to believe that"),
                "name",
                required=True,
            ),
            Entry("served_on", _above("(Date of Service)"), "date"),
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
            _above(
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
            Entry("a_number", _right("File No:", "File No.", "File No"), "a_number", required=True),
            Entry("issued_on", _right("Date:"), "date", required=True),
            Entry("subject_name", _above("(Full name of alien)", "(Full name of alien"), "name", required=True),
            Entry("entry_place", _right("who entered the United States at"), "text"),
            Entry(
                "entry_on",
                (Place("row", ("who entered the United States at",)), Place("above", ("(Date of entry)",))),
                "month",
            ),
            Entry(
                "provisions",
                _next(
                    "to the following provisions of the Immigration and Nationality Act:",
                    "following provisions of the Immigration",
                ),
                "text",
            ),
            Entry("issued_at", _above("(Date and office location)"), "place"),
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
            (Place("under", ("(Signature of immigration officer)",)),),
            _above("(Title of immigration officer)"),
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
            Entry(
                "recipient",
                _below("1. To (Name, Address, City, State", "To (Name, Address, City, State", wide=250),
                "text",
                required=True,
            ),
            Entry("case_number", _below("Subpoena Number", wide=250), "number"),
            Entry("in_reference_to", _below("2. In Reference To", "In Reference To", wide=260), "text"),
            Entry("comply_by", _right("(B) Date", "(B) Date:"), "date", required=True),
            Entry("comply_at", _right("^Address"), "text"),
            Entry("phone", _right("Telephone Number"), "phone"),
            Entry(
                "records_sought",
                _next(
                    "4. Records required to be produced for inspection",
                    "Records required to be produced",
                    rows=6,
                ),
                "text",
            ),
            Entry("issued_on", _above("(Date)"), "date", required=True),
        ),
        (),
        Signing(("(Signature)",), (), _above("(Printed Name)"), _above("(Title)")),
        ("If you have any questions regarding this subpoena",),
        (
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
    Form(
        "judicial_warrant",
        "AO 442",
        "AO442",
        ("ARREST WARRANT", "WARRANT FOR ARREST"),
        "court",
        (
            *_COURT,
            Entry(
                "subject_name",
                (
                    Place("right", ("(name of person to be arrested)", "name of person to be arrested")),
                    Place("right", ("YOU ARE HEREBY COMMANDED to arrest", "COMMANDED to arrest")),
                    Place("above", ("Defendant",)),
                ),
                "name",
                required=True,
            ),
            Entry(
                "offense",
                (
                    Place(
                        "next",
                        ("This offense is briefly described as follows:", "offense is briefly described as follows"),
                        5,
                    ),
                    Place(
                        "next",
                        ("charging him or her with", "charging him/her with", "(brief description of offense)"),
                        4,
                    ),
                ),
                "text",
                required=True,
            ),
            _AO_DATE,
            Entry("issued_at", _right("City and state:", "City and state"), "text"),
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
            Entry(
                "place_searched",
                _next(
                    "(identify the person or describe the property to be searched and give its location):",
                    "property to be searched and give its location",
                    "give its location",
                    rows=4,
                ),
                "text",
                required=True,
            ),
            Entry("comply_by", _right("execute this warrant on or before", "warrant on or before"), "date"),
            Entry("issued_on", _right("Date and time issued:", "Date and time issued"), "date", required=True),
            Entry("issued_at", _right("City and state:", "City and state"), "text"),
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
        (Entry("case_number", _right("Grand jury no.", "Grand jury no"), "any_docket"), _RECORDS, *_SUBPOENA),
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
            Entry("case_number", _right("Case No.", "Case No:", "No.", "Case Number:"), "docket", required=True),
            Entry("recipient", _right("TO:"), "text", required=True),
            Entry(
                "subject_name",
                _right("commanded to produce the body of", "to produce the body of", "the body of"),
                "name",
                required=True,
            ),
            Entry(
                "comply_at",
                _next(
                    "Magistrate Judge of this Court at",
                    "Judge of this Court at",
                    "before the Honorable",
                    rows=1,
                ),
                "text",
            ),
            Entry(
                "comply_by",
                (
                    Place("after", ("Judge of this Court at", "of this Court at", "before the Honorable"), 3),
                    Place("right", ("on", "on:")),
                ),
                "date",
                required=True,
            ),
            Entry(
                "offense",
                (Place("paragraph", ("to answer to charges of", "answer to charges of", "charged with"), 4),),
                "text",
                required=True,
            ),
            Entry("issued_on", _DATED, "date", required=True),
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
        ("BENCH WARRANT", "WARRANT OF ARREST", "ARREST WARRANT", "WARRANT FOR ARREST"),
        "state_court",
        (
            Entry(
                "case_number",
                _right("CASE NO.:", "CASE NO:", "Case No.", "Case Number:", "CAUSE NO.", "No."),
                "docket",
                required=True,
            ),
            Entry("bail", _right("BAIL: $", "BAIL:", "Bail set at $", "Bail set at", "BOND:"), "money"),
            Entry("subject_name", _right("The defendant", "to arrest", "Defendant:"), "name", required=True),
            Entry("date_of_birth", _right("Date of birth", "DOB:", "Date of birth:"), "date"),
            Entry(
                "offense",
                (Place("paragraph", ("to appear on a charge of", "on a charge of", "charged with", "a charge of"), 3),),
                "text",
                required=True,
            ),
            Entry("issued_on", _DATED, "date", required=True),
        ),
        (),
        Signing(),
        (),
        ("having been ordered to appear", "and having failed to appear", "vs.", "BAIL: $"),
        warrant=True,
    ),
    Form(
        None,
        None,
        None,
        (
            "ORDER OF THE IMMIGRATION JUDGE",
            "DECISION OF THE IMMIGRATION JUDGE",
            "WRITTEN DECISION OF THE IMMIGRATION JUDGE",
        ),
        "eoir",
        (
            Entry("a_number", _right("File A", "File No.", "File:", "File A-", "File No:"), "a_number"),
            Entry("subject_name", _below("In the matter of", "In the Matter of:"), "name"),
            Entry("issued_on", _DATED, "date"),
        ),
        (),
        Signing(),
        (),
        (),
        basis="civil",
        why="An order of an immigration court is a paper of the Department of Justice, not of a court of the judicial branch.",
    ),
    Form(
        None,
        "I-862",
        "I862",
        ("NOTICE TO APPEAR",),
        "dhs",
        basis="civil",
        why="A notice to appear starts a proceeding against the person; it asks nothing of the jail.",
    ),
    Form(
        None,
        "I-213",
        "I213",
        ("RECORD OF DEPORTABLE/INADMISSIBLE ALIEN",),
        "dhs",
        basis="civil",
        why="A record of an encounter asks nothing of the jail.",
    ),
    Form(
        None,
        "I-203",
        "I203",
        ("ORDER TO DETAIN OR RELEASE ALIEN",),
        "dhs",
        basis="civil",
        why="An order between immigration offices and a place of detention; whether this jail is one is for a person to say.",
    ),
    Form(
        None,
        "I-286",
        "I286",
        ("NOTICE OF CUSTODY DETERMINATION",),
        "dhs",
        basis="civil",
        why="A notice to the person about custody asks nothing of the jail.",
    ),
    Form(
        None,
        None,
        "USM41",
        ("PRISONER REMAND", "PRISONER REMAND OR ORDER TO DELIVER AND RECEIPT FOR UNITED STATES PRISONERS"),
        "other",
        why="A paper of the Marshals Service between keepers.",
    ),
    Form(
        None,
        None,
        "USM129",
        ("INDIVIDUAL CUSTODY/DETENTION REPORT",),
        "other",
        why="A report of the Marshals Service between keepers.",
    ),
)
"""Every form that is known by its title or number."""
