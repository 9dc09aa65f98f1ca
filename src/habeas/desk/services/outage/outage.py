"""The outage kit: numbered blank forms, the sheet of what must and must not be done, and whom to call, as tagged PDFs."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.template.loader import render_to_string

from habeas import __version__
from habeas.answers.pdf import FONTS, render_pdf
from habeas.common.numbers import whole_number
from habeas.common.whole_folder import whole_folder, write_files
from habeas.desk.doing import Doing
from habeas.desk.models import Office, PaperForm, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.office.office import local_day, office, place_of
from habeas.desk.services.outage.outage_sheet import lettered, sheet
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

EACH = 10
MOST = 100
_TIMES = ("Date and time it began", "Logged at")
FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "intake": (
        "Attach the document or a copy behind this form. This form authorizes no hold, disclosure or transfer.",
        ("Received (date, time, zone)", "First handled by staff (date, time)", "Received by", "Received via (fax, mail, hand, call)",
         "Sender: name, agency, number on the document", "Call-back verification (number from our own directory)",
         "Document type (name, form number)", "Signed by: officer, judge, clerk, not signed",
         "Subject's name and DOB, as written",
         "Booking number matched, and how", "Conflicts between the document and our record", "Given to (name, time)"),
    ),
    "contact": (
        "Log each call, visit, mail or screen access, with or without a request. List each field disclosed; log refusals too.",
        (*_TIMES, "Name, agency, badge", "Call-back verification (number from our own directory)", "Inmate (booking number)",
         "Information requested", "Information disclosed, field by field", "Information refused",
         "Authorizing document or law", "Staff member (name)"),
    ),
    "service": (
        "Service is complete when this form is filled in, not when a letter is printed.",
        ("Inmate (booking number)", "Notice", "Served at (date, time)", "Language; interpreter (name or number)",
         "Result: served, refused, unable to serve",
         "If unable to serve: why, and next attempt", "Inmate's signature, or “refused to sign”", "Served by (name)",
         "Attorney or designee: name, how and when notified"),
    ),
    "decision": (
        "Two different people sign for any hold, disclosure, transfer or facility access. One is enough to deny, to "
        "release or to serve notice.",
        ("Number of the intake form", "Inmate (booking number)", "Requested actions",
         "Sheet's determination: must, may, must not",
         "Facts checked, with the source of each", "Action taken on each request", "Until when", "Law (citation from the sheet)",
         "First person: name, time, signature", "Second person: name, time, signature",
         "Transmittal or transfer: to whom, when, confirmation"),
    ),
}  # fmt: skip
"""Each form: the line at its head, and the lines to fill in."""

CALL_BY_HAND = (
    "Watch commander on duty", "Second commander", "County counsel, at night", "Clerk of the court that signs", "Interpreters",
    "Records unit at night", "Inspector or oversight body", "System administrator",
)  # fmt: skip
"""Whom the office itself writes in: the program knows no telephone number but the office's."""


@dataclass(frozen=True, slots=True)
class Kit:
    """The files of a kit by name, and the numbers of its forms by kind."""

    files: dict[str, bytes]
    numbers: dict[str, list[str]]


def make_kit(doing: Doing, each: int = EACH) -> Kit:
    """Make a kit with `each` forms of every kind, under numbers that were never given out. That it was printed is an event."""
    if doing.role != "system":
        check_right(needed("print_outage_kit"), doing.role)
    if not 1 <= each <= MOST:
        raise RefusedError(f"Print between 1 and {MOST} forms of each kind.")
    here = office()
    with acting(doing, "print", "outage_kit", f"kit-{doing.at:%Y%m%dT%H%M%S}") as entry:
        numbers = {kind: _reserve(kind, each, doing) for kind in FORMS}
        day = local_day(here, doing.at)
        files = {
            "1-what-must-and-must-not.pdf": sheet_pdf(here, day),
            "2-forms.pdf": forms_pdf(here, numbers),
            "3-whom-to-call.pdf": calls_pdf(here, day),
        }
        files["SHA256SUMS"] = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in files).encode()
        entry.detail |= {"numbers": [[kind, rows[0], rows[-1]] for kind, rows in numbers.items()]}
    return Kit(files, numbers)


def _reserve(kind: str, count: int, doing: Doing) -> list[str]:
    """Give out the next numbers: P-00001, P-00002, …"""
    last = PaperForm.objects.order_by("-number").values_list("number", flat=True).first()
    start = (whole_number(last.partition("-")[2]) or 0) if last else 0
    numbers = [f"P-{start + place:05d}" for place in range(1, count + 1)]
    PaperForm.objects.bulk_create(
        PaperForm(number=number, kind=kind, printed_at=doing.at, printed_by=doing.account) for number in numbers
    )
    return numbers


def sheet_pdf(here: Office, day: date) -> bytes:
    """The current must, may and must-not sheet of the place, from its law packs; the same bytes for the same law and day."""
    kinds, law = sheet(place_of(here), day)
    kinds, annex = lettered(kinds)
    return _pdf("sheet", here, day=day, kinds=kinds, annex=annex, law=law, program=f"Habeas {__version__}")


def forms_pdf(here: Office, numbers: dict[str, list[str]]) -> bytes:
    """The blank forms, one a page, each with its number."""
    pages = [(PaperForm.Kind(kind).label, number, *FORMS[kind]) for kind, rows in numbers.items() for number in rows]
    return _pdf("forms", here, pages=pages)


def calls_pdf(here: Office, day: date) -> bytes:
    """Whom to call: the office as Habeas knows it, and lines that are filled in by hand and checked."""
    return _pdf("calls", here, day=day, by_hand=CALL_BY_HAND)


def _pdf(name: str, here: Office, **values: object) -> bytes:
    html = render_to_string(f"desk/outage/{name}.html", {"here": here, "fonts": FONTS, **values})
    return render_pdf(html)


def write_kit(kit: Kit, target: Path) -> None:
    """Write a kit into a new or empty folder, whole or not at all. Raises BadInputError."""
    with whole_folder(target) as folder:
        write_files(folder, kit.files)


@dataclass(frozen=True, slots=True)
class Back:
    """The forms that were printed and the intake forms that came back as requests."""

    printed: int
    first: str
    last: str
    back: tuple[Request, ...]


def came_back() -> Back:
    """Which forms are out, and which intake forms were entered: the rest is asked for after an outage."""
    numbers = PaperForm.objects.order_by("number").values_list("number", flat=True)
    rows = Request.objects.filter(late_entry=True).exclude(source__paper_form=None).order_by("-id")[:50]
    return Back(len(numbers), numbers.first() or "", numbers.last() or "", tuple(rows))
