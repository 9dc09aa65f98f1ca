"""A service, a transmittal or a transfer logged wrongly is corrected or undone with a reason, and what rested on it is done again."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Clock, Dispatch, EndedByProgram, Event, Execution, Request, Service
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.outgoing import executing, notices
from habeas.desk.services.outgoing.correcting_logs import LogCorrection, correct_log
from habeas.desk.services.record import audit_log
from habeas.desk.services.releases.release_watch import in_custody
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.statistics.ledger.request_story import RequestStory
from habeas.statistics.ledger.source import ledger_of

from .test_core import detainer
from .test_findings_stand import warrant
from .test_outgoing_and_notices import TOLD, send

pytestmark = pytest.mark.django_db
UNDONE = LogCorrection("logged on the wrong request", undone=True)
MARSHAL = {"agency": "U.S. Marshals Service", "officer": "Dana Reyes", "badge": "4411", "place": "sallyport"}


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


@pytest.fixture
def sent(subject, doing, now):
    """A detainer answered, its notices all served: it is monitored."""
    asked = detainer(subject, now)
    make(asked, [], doing("clerk"))
    send(asked, doing("clerk"))
    for notice in asked.notices.order_by("id"):
        notices.serve(notice, "served", "es", doing("notice_server"), TOLD)
    asked.refresh_from_db()
    assert asked.state == "watching"
    return asked


@pytest.fixture
def moved(subject, doing, now):
    """A judge's warrant, lodged, and the inmate handed over on it."""
    asked = warrant(subject, now)
    record_fact(asked, "custody.releasable", True, "records", now, doing("clerk"))
    decision = make(asked, [], doing("clerk"))
    sign(asked, doing("commander", "totp"), shown_sha256(decision))
    asked.refresh_from_db()
    taken = executing.Taken(at=now, allowed_by="the warrant", **MARSHAL)
    executing.lodge_hold(asked, taken, doing("clerk"))
    executing.hand_over(asked, taken, doing("clerk"))
    asked.refresh_from_db()
    assert asked.state == "ended"
    return asked


def entry(asked, model):
    about = {"notice__request": asked} if model is Service else {"request": asked}
    return model.objects.filter(**about).order_by("-id").first()


def ledger():
    return ledger_of(
        audit_log.events(), {"agency": "x", "jurisdiction": "us-ca", "time_zone": "America/Los_Angeles"}, None
    )


def test_a_service_undone_is_due_again_its_deadline_runs_and_the_request_waits(sent, doing):
    wrong = entry(sent, Service)
    made = correct_log(sent, "service", wrong.key, UNDONE, doing("notice_server"))
    wrong.notice.refresh_from_db()
    assert wrong.notice.served_at is None
    assert sent.state == "answered"
    assert not Clock.objects.filter(notice=wrong.notice).exclude(met_at=None).exists()
    assert (made.corrects, made.withdraws, Service.objects.get(pk=wrong.pk).result) == (wrong, True, "served")
    told = Event.objects.filter(act="serve").order_by("-seq").first().body
    assert '"corrects"' in told
    assert UNDONE.why not in told, "the words are sealed"
    row = next(each for each in ledger().of("notice") if each.key == wrong.notice.key)
    assert (row.facts["result"], "served" in row.times) == ("open", False)
    notices.serve(wrong.notice, "served", "es", doing("notice_server"), TOLD)
    sent.refresh_from_db()
    assert sent.state == "watching"


def test_a_service_corrected_to_another_language_and_time_stays_served(sent, doing, later):
    wrong = entry(sent, Service)
    lines = {"language": "en", "at": later(hours=-1)}
    correct_log(sent, "service", wrong.key, LogCorrection("wrong line", lines), doing("clerk"))
    wrong.notice.refresh_from_db()
    assert wrong.notice.served_at == later(hours=-1)
    assert sent.state == "watching"
    assert ledger().of("notice")


def test_a_served_notice_that_was_never_reached_is_due_again(sent, doing, later):
    wrong = entry(sent, Service)
    lines = {"result": "failed", "next_try_at": later(hours=2)}
    correct_log(sent, "service", wrong.key, LogCorrection("nobody was there", lines), doing("clerk"))
    wrong.notice.refresh_from_db()
    assert (wrong.notice.served_at, sent.state) == (None, "answered")


def test_an_offer_of_the_consulate_answered_otherwise_owes_word_or_owes_none(sent, doing):
    offer = sent.notices.filter(what="offer_consular_notice").first()
    wrong = offer.services.get()
    yes = correct_log(sent, "service", wrong.key, LogCorrection("misheard", {"answer": "yes"}), doing("clerk"))
    owed = sent.notices.get(what="notify_consular_officer")
    assert sent.state == "answered"
    correct_log(sent, "service", yes.key, LogCorrection("misheard", {"answer": "no"}), doing("clerk"))
    owed.refresh_from_db()
    assert owed.excused
    assert sent.state == "watching"


def test_a_transmittal_undone_is_to_be_sent_and_another_keeps_it_sent(sent, doing):
    first = entry(sent, Dispatch)
    send(sent, doing("clerk"), way="email")
    correct_log(sent, "dispatch", first.key, UNDONE, doing("clerk"))
    assert sent.state == "watching"
    correct_log(sent, "dispatch", sent.dispatches.get(way="email").key, UNDONE, doing("clerk"))
    assert (sent.state, sent.lateness) == ("ready", "")
    send(sent, doing("clerk"))
    sent.refresh_from_db()
    assert sent.state == "watching", "its notices stay served"


def test_a_transmittal_corrected_keeps_its_files_and_receipt(sent, doing):
    wrong = entry(sent, Dispatch)
    made = correct_log(
        sent, "dispatch", wrong.key, LogCorrection("another number", {"address": "+1 555 0199"}), doing("clerk")
    )
    assert (made.address, made.files, made.decision, sent.state) == (
        "+1 555 0199",
        wrong.files,
        wrong.decision,
        "watching",
    )


def test_a_transfer_undone_shows_the_inmate_in_custody_and_the_request_open(moved, subject, doing):
    wrong = moved.executions.get(step="handed_over")
    assert not in_custody().filter(person=subject).exists()
    with pytest.raises(RefusedError, match="correct that one first"):
        correct_log(moved, "execution", moved.executions.get(step="lodged").key, UNDONE, doing("clerk"))
    correct_log(moved, "execution", wrong.key, UNDONE, doing("clerk"))
    assert (moved.state, moved.ended_how) == ("watching", "")
    assert in_custody().filter(person=subject).exists()
    assert list(ledger().of("transfer")) == []
    correct_log(moved, "execution", moved.executions.get(step="lodged", correction=None).key, UNDONE, doing("clerk"))
    assert moved.state == "ready"


def test_a_transfer_at_another_time_to_another_officer_moves_the_release_with_it(moved, subject, doing, later):
    wrong = moved.executions.get(step="handed_over")
    lines = {"agency": "FBI (fictional)", "officer": "Lee Ortiz", "at": later(minutes=-30)}
    made = correct_log(moved, "execution", wrong.key, LogCorrection("wrong officer", lines), doing("clerk"))
    assert (made.officer, made.badge, moved.state) == ("Lee Ortiz", "4411", "ended")
    assert moved.booking is None or subject.bookings.get(pk=moved.booking_id).released_at == later(minutes=-30)
    (row,) = (each for each in ledger().of("transfer") if each.facts["logged"] == "yes")
    assert (row.facts["agency"], row.key) == ("FBI (fictional)", made.key)


def test_a_request_whose_transmittal_was_undone_is_not_counted_as_sent(sent, doing):
    story = RequestStory(sent.number)
    correct_log(sent, "dispatch", entry(sent, Dispatch).key, UNDONE, doing("clerk"))
    for each in audit_log.events():
        if each.act == "dispatch":
            story.take(each)
    assert "sent" not in story.times


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (LogCorrection("", {"address": "x"}), "why it was wrong"),
        (LogCorrection("typed twice", {}), "says the same"),
        (LogCorrection("typed twice", {"proof": " "}), "Enter the confirmation"),
        (LogCorrection("typed twice", {"way": "pigeon"}), "Choose from the list"),
        (LogCorrection("typed twice", {"way": "phone"}), "who took it"),
    ],
)
def test_what_is_no_correction_is_refused(given, says, sent, doing):
    with pytest.raises(RefusedError, match=says):
        correct_log(sent, "dispatch", entry(sent, Dispatch).key, given, doing("clerk"))
    assert Dispatch.objects.count() == 1


def test_an_entry_is_corrected_once_in_the_past_by_whom_it_is_open_to(sent, doing, later):
    wrong = entry(sent, Dispatch)
    with pytest.raises(NotYoursError):
        correct_log(sent, "dispatch", wrong.key, UNDONE, doing("inspector"))
    with pytest.raises(RefusedError, match="in the future"):
        correct_log(sent, "dispatch", wrong.key, LogCorrection("time", {"at": later(hours=1)}), doing("clerk"))
    correct_log(sent, "dispatch", wrong.key, LogCorrection("number", {"address": "+1 555 0199"}), doing("clerk"))
    with pytest.raises(RefusedError, match="corrected already"):
        correct_log(sent, "dispatch", wrong.key, UNDONE, doing("clerk"))


def test_the_pages_lead_to_a_correction_and_show_both_entries(sent, as_role, django_assert_max_num_queries):
    clerk, wrong = as_role("clerk"), entry(sent, Dispatch)
    page = f"/requests/{sent.number}/sent/{wrong.key}/"
    assert page in clerk.get(f"/requests/{sent.number}/").content.decode()
    with django_assert_max_num_queries(12):
        assert 'value="+1 555 0100"' in clerk.get(page).content.decode()
    given = {"why": "wrong fax", "way": "fax", "to": wrong.to, "address": "+1 555 0199", "proof": wrong.proof, "at": ""}
    after = clerk.post(page, given, follow=True).content.decode()
    assert "Corrected. Both entries stay" in after
    assert "Entered in error:" in after
    assert "wrong fax" in after
    service = entry(sent, Service)
    page = f"/requests/{sent.number}/served/{service.key}/"
    assert page in clerk.get(f"/notices/{service.notice.key}/").content.decode()
    assert "Language served" in clerk.get(page).content.decode()
    assert "Undone" in clerk.post(page, {"undo": "yes", "why": "not served"}, follow=True).content.decode()
    assert "not served" in clerk.get(f"/notices/{service.notice.key}/").content.decode()


def test_the_page_of_a_transfer_says_what_undoing_does(moved, as_role):
    wrong = moved.executions.get(step="handed_over")
    page = f"/requests/{moved.number}/custody/{wrong.key}/"
    clerk = as_role("clerk")
    assert page in clerk.get(f"/requests/{moved.number}/").content.decode()
    assert "shown in custody again" in clerk.get(page).content.decode()
    clerk.post(page, {"undo": "yes", "why": "another inmate"})
    assert Request.objects.get(pk=moved.pk).state == "watching"
    assert Execution.objects.filter(withdraws=True).count() == 1


@pytest.mark.parametrize(("agency", "told"), [("FBI (fictional)", True), ("USMS", False)])
def test_a_transfer_corrected_to_another_agency_tells_the_commanders(moved, doing, agency, told):
    wrong = moved.executions.get(step="handed_over")
    correct_log(
        moved, "execution", wrong.key, LogCorrection("read the wrong badge", {"agency": agency}), doing("clerk")
    )
    rows = list(EndedByProgram.objects.all())
    assert bool(rows) is told
    for row in rows:
        assert agency in " ".join(row.against)
        assert MARSHAL["agency"] in " ".join(row.against)
        assert (row.taken["agency"], row.taken["officer"]) == (agency, MARSHAL["officer"])
