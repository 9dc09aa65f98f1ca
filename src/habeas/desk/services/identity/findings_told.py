"""Whom an upheld claim is told: the inmate by a notice that is served and logged, the agency by a letter where its request ended."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet

from habeas.answers.findings_told import FindingFacts, finding_pdf, not_them_letter
from habeas.answers.letter_template import with_template
from habeas.answers.package import letter_files
from habeas.desk.doing import Doing
from habeas.desk.models import Dispute, Notice, Request
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.decision_inputs import gather
from habeas.desk.services.clocks.clocks import start_for_notices
from habeas.desk.services.decisions.package_drawing import signer
from habeas.desk.services.office.letter_templates import template_text
from habeas.desk.services.office.office import local_day, office
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import NOT_THEM, UPHELD
from habeas.requests.request import read_request

FINDING = "tell_person_of_finding"
"""What the notice is called in the record."""
ENDED_SO = "wrong_person"
FORMS = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def owe_notice(dispute: Dispute, touched: Iterable[Request], doing: Doing) -> Notice | None:
    """Owe the inmate a notice of what was found, with the request the claim was about; None where it was about none."""
    about = dispute.request or next(iter(touched), None)
    if about is None:
        return None
    due = doing.at + timedelta(hours=office().notice_hours)
    made = Notice.objects.create(
        request=about, person=dispute.person, what=FINDING, citation="Office policy", due_at=due, raised_at=doing.at,
        says="Tell the inmate what was found about the claim.",
    )  # fmt: skip
    start_for_notices([made], doing)
    return made


def finding_of(notice: Notice) -> Dispute:
    """The dispute whose finding a notice tells. Raises RefusedError where it is not there."""
    rows = Dispute.objects.filter(person=notice.person, resolution=UPHELD, resolved_at=notice.raised_at)
    found = rows.order_by("id").first()
    if found is None:
        raise RefusedError("The finding that this notice tells is not there.")
    return found


def finding_notice(notice: Notice, language: str, doing: Doing) -> bytes:
    """The notice to the inmate as a tagged PDF in one language; an event says that it was printed."""
    found, here, booking = finding_of(notice), office(), notice.request.booking
    facts = FindingFacts(
        notice.person.shown, booking.booking_id if booking else "", here.agency, found.says, local_day(here, found.resolved_at or doing.at)
    )  # fmt: skip
    content = finding_pdf(facts, language)
    with acting(doing, "print", "notice", notice.key, notice.request.number) as entry:
        entry.detail |= {"language": language}
    return content


def ended_by(dispute: Dispute) -> QuerySet[Request]:
    """The requests that an upheld claim ended: each agency is owed a letter."""
    if dispute.resolution != UPHELD or dispute.resolved_at is None or dispute.says not in NOT_THEM:
        return Request.objects.none()
    rows = dispute.person.requests.filter(ended_how=ENDED_SO).order_by("id")
    return rows.filter(pk=dispute.request_id) if dispute.request_id else rows


def letter_to_agency(dispute: Dispute, request: Request, form: str, doing: Doing) -> bytes:
    """The letter to the agency in one form, from counsel's template as others; an event says that it was drawn.

    Raises RefusedError where the claim did not end this request.
    """
    if form not in FORMS or not ended_by(dispute).filter(pk=request.pk).exists():
        raise RefusedError("No letter is owed for this request.")
    here, (first, second) = office(), (dispute.resolved_by, dispute.confirmed_by)
    read = read_request(gather(request, doing.at).request)
    signers = tuple(
        signer(role, each, local_day(here, dispute.resolved_at or doing.at))
        for role, each in (("Found by", first), ("Confirmed by", second))
        if each is not None
    )
    facts = not_them_letter(
        read, local_day(here, request.received_at), local_day(here, dispute.resolved_at or doing.at), local_day(here, doing.at), signers
    )  # fmt: skip
    content = letter_files(with_template(facts, template_text(request.kind)))[f"letter.{form}"]
    with acting(doing, "print", "dispute", dispute.key, request.number) as entry:
        entry.detail |= {"letter": form}
    return content
