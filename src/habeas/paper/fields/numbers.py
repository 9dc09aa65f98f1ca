"""The number of a court's case where no label has one: a docket or a warrant's number that stands alone in the caption."""

import re
from collections.abc import Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, entries_of, reading_of
from habeas.paper.fields.value_patterns import NO_FEDERAL, find_docket, state_docket
from habeas.paper.forms.catalog import Form, FormEntry, right
from habeas.paper.pages.page import Page


def settle_number(form: Form, court: str | None, pages: Sequence[Page], gathered: Gathered) -> None:
    """Add the number of the case as the kind of court numbers it; nothing where the paper is no court's."""
    if court == "federal":
        _docket_alone(form, pages[0], gathered)
    if court in {"state", "tribal"}:
        _other_number(form, pages, gathered)
        _number_alone(form, pages[0], gathered)
        _states_number(gathered)


_NUMBERED = Form(
    None,
    None,
    None,
    (),
    "state_court",
    (
        FormEntry(
            "case_number",
            right(
                "WARRANT NO.",
                "Warrant Number",
                "File No.",
                "Complaint No.",
                "Affidavit No.",
                "Warrant #",
                "Citation No.",
            ),
            "case_number",
        ),
    ),
)
"""Numbers that courts give to a warrant itself."""


def _docket_alone(form: Form, page: Page, gathered: Gathered) -> None:
    """The docket number that stands in a federal caption without a label, where no label has one."""
    known = gathered.fields.get("case_number", ABSENT).value
    if "case_number" not in {each.name for each in form.entries} or known:
        return
    head = [each for each in page.lines if each.area[1] < page.height * 0.4]
    found = [(hit, each) for each in head if (hit := find_docket(each.text)) and not hit.doubt]
    if len({hit.value for hit, _ in found}) == 1:
        hit, line = found[-1]
        gathered.fields["case_number"] = reading_of(hit.value, line.words, page, "case_number")


def _other_number(form: Form, pages: Sequence[Page], gathered: Gathered) -> None:
    """The number of the warrant, where a state's court gives its paper no other."""
    if "case_number" in {each.name for each in form.entries} and not gathered.fields.get("case_number", ABSENT).value:
        entries_of(_NUMBERED, pages, gathered)


_LONE = re.compile(
    r"(?=(?:\D*\d){5})(?=\d*[A-Z-])[A-Z\d]{1,8}(?:-[A-Z\d]{1,8}){1,4}|(?=(?:\D*\d){5})[A-Z]{1,4}\d[\dA-Z-]{4,14}"
)
"""A case number that stands alone in a caption: letters and digits in groups, five digits at least."""


def _number_alone(form: Form, page: Page, gathered: Gathered) -> None:
    """The one number of a case that stands in a state court's caption without a label, where no label has one."""
    known = gathered.fields.get("case_number", ABSENT).value
    if known or "case_number" not in {each.name for each in form.entries}:
        return
    head = [each for each in page.lines if page.height * 0.06 < each.area[1] < page.height * 0.4]
    found = [
        each for each in head if _LONE.fullmatch(each.text.strip(" .:,")) and state_docket(each.text.strip(" .:,"))
    ]
    if len(found) == 1:
        text = found[0].text.strip(" .:,")
        gathered.fields["case_number"] = reading_of(text, found[0].words, page, "case_number")


def _states_number(gathered: Gathered) -> None:
    """Drop the doubt about a case number that is no federal docket where the court is a state's and numbers as it likes."""
    number = gathered.fields.get("case_number", ABSENT).value
    if isinstance(number, str) and state_docket(number):
        gathered.doubts = [each for each in gathered.doubts if each != ("case_number", NO_FEDERAL)]
