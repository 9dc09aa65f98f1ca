"""Every form that is known by its title or its number."""

from habeas.paper.forms.catalog import Form, FormEntry, Signing, below, right
from habeas.paper.forms.court import COURT_FORMS
from habeas.paper.forms.federal_warrants import FEDERAL_WARRANTS
from habeas.paper.forms.immigration import IMMIGRATION_FORMS
from habeas.paper.forms.officers import ABOUT_ONE
from habeas.paper.forms.state_search import STATE_SEARCH
from habeas.paper.forms.state_subpoena import STATE_SUBPOENA

_DATED = right("DATED:", "Dated:", "Given under my hand on", "Date:", "Issued on", "DATED", "Given under my hand this")

_NAMED = (
    FormEntry("subject_name", right("SUBJECT:", "Subject:", "WHEREAS", "that", "arrest and secure", "Name:"), "called"),
    FormEntry("date_of_birth", right("DOB:", "Date of birth:"), "date"),
    FormEntry("issued_on", (*_DATED, *right("DATE:")), "date"),
)
_DETAINED = (
    *_NAMED,
    FormEntry(
        "case_number",
        right("Warrant/Case No.:", "Case No.", "Case Number:", "Docket No.", "Docket Number:", "CR No.", "Warrant No."),
        "docket",
    ),
    FormEntry("recipient", right("TO:", "To:"), "text"),
)
_MARSHALS = "A detainer of the Marshals Service: it stands for a federal court's warrant, which is a paper of its own; ask for it."
_BEFORE = (
    "PAROLE ",
    "PAROLE VIOLATION ",
    "PAROLE VIOLATOR ",
    "PRE-REVOCATION ",
    "PAROLE REVOCATION ",
    "REVOCATION ",
    "RETAKE ",
    "PAROLE RETAKE ",
    "BLUE ",
    "PAROLE HOLD ",
    "PAROLE BOARD ",
    "EMERGENCY ",
    "ARREST ",
    "PAROLE ARREST ",
    "",
)
_PAROLE_TITLES = (
    *(f"{each}WARRANT" for each in _BEFORE),
    "WARRANT FOR RETAKING OF PAROLEE",
    "WARRANT FOR RETAKING PAROLEE",
    "WARRANT TO RETAKE PAROLEE",
    "WARRANT OF ARREST",
    "WARRANT FOR ARREST",
    "WARRANT FOR RETURN OF RELEASED PRISONER",
    "WARRANT FOR ARREST OF PAROLEE",
    "WARRANT FOR ARREST OF PAROLE VIOLATOR",
    "ORDER TO ARREST AND DETAIN",
    "ORDER TO COMMIT AND DETAIN",
    "WARRANT TO COMMIT AND DETAIN",
    "WARRANT TO ARREST AND DETAIN",
    "WARRANT TO DETAIN",
    "WARRANT OF COMMITMENT AND DETENTION",
    "PAROLE HOLD",
    "PAROLE DETAINER",
    "PAROLE VIOLATOR DETAINER",
)
_GOVERNORS_TITLES = (
    "GOVERNOR'S WARRANT",
    "WARRANT OF RENDITION",
    "GOVERNOR'S WARRANT OF RENDITION",
    "GOVERNOR'S WARRANT OF ARREST",
    "EXECUTIVE WARRANT",
    "GOVERNOR'S WARRANT OF EXTRADITION",
    "WARRANT OF EXTRADITION",
    "GOVERNOR'S EXTRADITION WARRANT",
    "EXTRADITION WARRANT",
    "GOVERNOR'S RENDITION WARRANT",
    "RENDITION WARRANT",
    "WARRANT OF ARREST",
    "WARRANT FOR ARREST",
    "EXECUTIVE WARRANT OF ARREST",
    "EXECUTIVE WARRANT OF RENDITION",
    "WARRANT OF ARREST AND RENDITION",
    "GOVERNOR'S WARRANT FOR ARREST AND RENDITION",
    "WARRANT",
    "GOVERNOR'S WARRANT OF ARREST ON EXTRADITION",
)

_ORDERED = (
    FormEntry("recipient", below("TO: (Name and Title"), "text"),
    FormEntry("issued_on", right("Date:", "Date"), "date"),
    FormEntry("subject_name", right("Name of Alien:", "Name of Alien", "Alien's Name"), "name"),
    FormEntry("a_number", right("File Number", "File No:", "File No.", "A-File"), "a_number"),
    FormEntry("date_of_birth", right("Date of Birth", "DOB:"), "date"),
)
"""Entries of an order between immigration offices and a place of detention (form I-203)."""

OTHER_FORMS: tuple[Form, ...] = (
    Form(
        None,
        None,
        None,
        (
            "ORDER OF THE IMMIGRATION JUDGE",
            "DECISION OF THE IMMIGRATION JUDGE",
            "WRITTEN DECISION OF THE IMMIGRATION JUDGE",
            "ORDER OF THE IMMIGRATION JUDGE WITH RESPECT TO CUSTODY",
            "CUSTODY ORDER OF THE IMMIGRATION JUDGE",
            "ORDER OF THE IMMIGRATION JUDGE WITH RESPECT TO BOND",
        ),
        "eoir",
        (
            FormEntry(
                "a_number",
                right("File A", "File No.", "File:", "File A-", "File No:", "Case No.", "A-Number:", "File Number:"),
                "a_number",
            ),
            FormEntry(
                "subject_name",
                below("In the matter of", "In the Matter of:", "In the Matters of:", "Respondent:"),
                "name",
            ),
            FormEntry("issued_on", _DATED, "date"),
        ),
        (),
        Signing(),
        (),
        (),
        basis="civil",
        names=True,
        why="An order of an immigration court is a paper of the Department of Justice, not of a court of the judicial branch.",
    ),
    Form(
        None,
        "I-862",
        "I862",
        ("NOTICE TO APPEAR",),
        "dhs",
        ABOUT_ONE,
        basis="civil",
        names=True,
        why="A notice to appear starts a proceeding against the person; it asks nothing of the jail.",
    ),
    Form(
        None,
        "I-213",
        "I213",
        ("RECORD OF DEPORTABLE/INADMISSIBLE ALIEN",),
        "dhs",
        ABOUT_ONE,
        basis="civil",
        names=True,
        why="A record of an encounter asks nothing of the jail.",
    ),
    Form(
        None,
        "I-203",
        "I203",
        ("ORDER TO DETAIN OR RELEASE ALIEN",),
        "dhs",
        _ORDERED,
        basis="civil",
        names=True,
        why="An order between immigration offices and a place of detention; whether this jail is one is for a person to say.",
    ),
    Form(
        None,
        "I-203A",
        "I203A",
        ("ORDER TO DETAIN OR RELEASE ALIENS",),
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
        ABOUT_ONE,
        basis="civil",
        names=True,
        why="A notice to the person about custody asks nothing of the jail.",
    ),
    Form(
        None,
        "USM-17",
        "USM17",
        (
            "DETAINER AGAINST UNSENTENCED STATE PRISONER",
            "DETAINER AGAINST SENTENCED STATE PRISONER",
            "DETAINER AGAINST STATE PRISONER",
            "UNITED STATES MARSHALS SERVICE DETAINER",
        ),
        "other",
        _DETAINED,
        names=True,
        why=_MARSHALS,
    ),
    Form(
        None,
        "USM-17",
        "USM16A",
        ("DETAINER AGAINST PRISONER", "FEDERAL DETAINER", "DETAINER"),
        "usms",
        _DETAINED,
        names=True,
        why=_MARSHALS,
    ),
    Form(None, "USM-16", "USM16", ("DETAINER",), "usms", _DETAINED, names=True, why=_MARSHALS),
    Form(
        None,
        "Parole warrant",
        None,
        _PAROLE_TITLES,
        "parole",
        _NAMED,
        names=True,
        called="warrant",
        why="A warrant of a parole authority, which is no court: whether it holds a person is for the state's law on parole; ask counsel.",
    ),
    Form(
        None,
        "Governor's warrant",
        None,
        _GOVERNORS_TITLES,
        "governor",
        _NAMED,
        names=True,
        called="warrant",
        why="A Governor's warrant delivers a person to another state; it is the executive's and no court's: ask counsel.",
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
"""Papers that come in the same envelopes and ask nothing, or nothing that a form can tell."""

FORMS: tuple[Form, ...] = (
    *IMMIGRATION_FORMS,
    *COURT_FORMS,
    *FEDERAL_WARRANTS,
    *STATE_SEARCH,
    *STATE_SUBPOENA,
    *OTHER_FORMS,
)
"""Every form, the more particular titles first."""
