"""Forms of immigration officers that are known by what they say or by their number alone, whatever heads the page."""

import re

from habeas.paper.forms.catalog import Form, FormEntry, below, right
from habeas.paper.forms.immigration import IMMIGRATION_FORMS
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Page

TO_OFFICERS = ("anyimmigrationofficer", "236and287oftheimmigrationandnationalityact")
"""To whom an administrative warrant is addressed (8 CFR 287.5(e)): whatever heads the page, it is DHS's form."""
_ARREST = next(each for each in IMMIGRATION_FORMS if each.form == "I-200")
_REMOVAL = next(each for each in IMMIGRATION_FORMS if each.form == "I-205")
_BODIES: tuple[tuple[Form, tuple[str, ...]], ...] = (
    (_ARREST, TO_OFFICERS),
    (_ARREST, ("toanyimmigrationofficer", "probablecausetobelieve", "isremovablefromtheunitedstates")),
    (_REMOVAL, ("toanyimmigrationofficer", "takeintocustodyandremovefromtheunitedstates")),
    (_REMOVAL, ("anyimmigrationofficeroftheunitedstates", "subjecttoremoval")),
)
"""What the body of an officer's warrant says, letters and digits only (forms I-200 and I-205)."""


def heads_dhs(page: Page) -> bool:
    """Whether the Department of Homeland Security or one of its agencies heads a page, or a page is addressed to its officers."""
    head = " ".join(each.text for each in page.lines if each.area[1] < page.height * 0.2)
    if re.search(r"homeland\s*security|immigration\s*and\s*customs|customs\s*and\s*border", head, re.IGNORECASE):
        return True
    letters = key(" ".join(each.text for each in page.lines))
    return all(each in letters for each in TO_OFFICERS)


def by_body(page: Page) -> Form | None:
    """The officer's warrant whose words the page bears, though a court's caption or title may stand over them; None where it bears none."""
    letters = key(" ".join(each.text for each in page.lines))
    return next((form for form, body in _BODIES if all(each in letters for each in body)), None)


ABOUT_ONE = (
    FormEntry(
        "subject_name",
        (
            *right(
                "In the Matter of:",
                "In the Matter of",
                "Respondent:",
                "Name:",
                "Name of Alien:",
                "Alien's Name",
                "Subject:",
            ),
            *below("In the Matter of:", "Name"),
        ),
        "name",
    ),
    FormEntry("a_number", right("File No:", "File No.", "File Number", "A-File", "File:", "A-Number:"), "a_number"),
    FormEntry("event_number", right("Event Number:", "Event No:", "Event No.", "Event #:"), "number"),
    FormEntry("subject_id", right("Subject ID:", "FINS:"), "digits"),
    FormEntry("date_of_birth", right("Date of Birth", "DOB:"), "date"),
    FormEntry("issued_on", right("Date:", "Date"), "date"),
)
"""Whom a form of DHS is about that asks nothing of the jail."""
_NUMBER = re.compile(
    r"(?:DHS |ICE |CBP )*(?:Form )?I\s?[-–]\s?(\d{3}[A-Z]?)\s*(?:\((?:Rev\.? ?)?[\d/]{4,10}[^()]{0,6}\))?(?: ?Page \d.*)?",
    re.IGNORECASE,
)
_EDGE = 0.12, 0.82


def unknown_form(page: Page) -> Form | None:
    """A form of DHS that nobody wrote down here, by the number at its head or its foot; what it asks is for a person to say."""
    edge = [
        each.text.strip()
        for each in page.lines
        if each.area[3] < page.height * _EDGE[0] or each.area[1] > page.height * _EDGE[1] or each in page.lines[-3:]
    ]
    hit = next((found for each in edge if (found := _NUMBER.fullmatch(each))), None)
    return _unknown(f"I-{hit[1].upper()}") if hit else None


def _unknown(number: str) -> Form:
    why = "A form of the Department of Homeland Security that is not one of those that ask something of a jail."
    return Form(None, number, number.replace("-", ""), (), "dhs", ABOUT_ONE, basis="civil", names=True, why=why)
