"""Intake: what arrives gets a number and both times, is known by its content, and loses nothing where it cannot be read."""

from datetime import timedelta

import pytest

from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_program
from habeas.desk.models import ApiKey, Event, Paper, Request
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.outgoing import notices
from habeas.desk.services.papers.packets import read_pages, write_pages
from habeas.desk.services.papers.papers import draw_now
from habeas.desk.workflow.errors import NotYoursError, RefusedError, TooLateError
from habeas.desk.workflow.guards import living_decision
from habeas.requests.request import read_request
from tests.desk.sheets import packet, sheet
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import PROOF, texas
from tests.desk.test_outgoing_and_notices import TOLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


@pytest.fixture
def commander(staff, now):
    return by(staff["commander"], now)


def take(content, now, doing, **more):
    given = {"channel": "fax", "received_at": now - timedelta(minutes=30), "touched_at": now - timedelta(minutes=5)}
    given |= {"received_by": "night desk"} | more
    return intake.receive_paper(content, "fax.pdf", doing=doing, **given)


def test_a_paper_gets_the_next_number_and_keeps_both_times(clerk, now):
    first, second = take(None, now, clerk), take(None, now, clerk)
    assert (first.number, second.number) == ("R-2026-00001", "R-2026-00002")
    assert first.touched_at - first.received_at == timedelta(minutes=25)
    assert Event.objects.filter(act="receive", request=first.number).count() == 1


def test_numbers_begin_anew_with_the_jails_own_year(clerk, staff, now):
    new_year_in_utc = now.replace(year=2027, month=1, day=1, hour=3)
    assert take(None, now, by(staff["clerk"], new_year_in_utc)).number == "R-2026-00001"
    assert take(None, now, by(staff["clerk"], new_year_in_utc + timedelta(hours=6))).number == "R-2027-00001"


def test_a_refused_paper_uses_no_number_up(clerk, now):
    with pytest.raises(RefusedError, match="in the future"):
        take(None, now, clerk, received_at=now + timedelta(hours=1))
    with pytest.raises(RefusedError, match="before it was received"):
        take(None, now, clerk, touched_at=now - timedelta(hours=1))
    with pytest.raises(RefusedError, match="how it was received"):
        take(None, now, clerk, channel="pigeon")
    assert take(None, now, clerk).number == "R-2026-00001"
    assert Request.objects.count() == 1


def test_an_inspector_takes_nothing_in(staff, now):
    with pytest.raises(NotYoursError):
        take(None, now, by(staff["inspector"], now))


def test_a_detainer_is_read_and_every_field_waits_for_a_person(clerk, now):
    request = take(sheet("detainer"), now, clerk)
    fields = {row.name: row for row in request.read_fields.all()}
    assert fields["kind"].value_read == "detainer"
    assert "MARLOWE" in fields["subject.full_name"].value_read
    assert fields["subject.full_name"].box
    assert not any(row.confirmed_at for row in fields.values())
    assert request.source == {}


def test_the_same_paper_again_points_to_the_first_and_is_kept_once(clerk, now):
    first = take(sheet("detainer"), now, clerk)
    assert [each.pk for each in intake.requests_of(sheet("detainer"))] == [first.pk]
    again = take(sheet("detainer"), now, clerk)
    assert again.duplicate_of == first
    assert Paper.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90\x00 a program", "is a program"),
        (b"%PDF-1.7 and then nothing of a PDF", "damaged"),
        (b"PK\x03\x04" + b"\x00" * 100, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 64, "damaged"),
    ],
)
def test_a_hostile_file_is_kept_with_one_sentence_and_worked_by_typing(content, sentence, clerk, now):
    request = take(content, now, clerk)
    assert sentence in request.paper.reading_failed
    assert request.paper.reading_failed.count(". ") <= 1
    intake.register(request, {"kind": "detainer", "subject": {"full_name": "DOE, JO"}}, clerk)
    assert (request.state, request.source["subject"]) == ("reading", {"full_name": "DOE, JO"})


def test_an_empty_file_and_a_huge_one_are_refused_in_one_sentence(clerk, now, monkeypatch):
    with pytest.raises(BadInputError, match="empty"):
        take(b"", now, clerk)
    monkeypatch.setattr("habeas.desk.services.papers.papers.MAX_FILE", 2**20)
    with pytest.raises(BadInputError, match="larger than 1 MB"):
        take(b"%PDF-" + b"0" * 2**20, now, clerk)
    assert not Request.objects.exists()


def test_a_text_is_kept_as_the_requests_words(clerk, now):
    request = take(b"Please list everybody.\n", now, clerk)
    assert request.read_fields.get(name="text").value_read.startswith("Please list")


def test_a_late_entry_carries_both_times_and_an_event_of_its_own(clerk, now):
    request = take(
        None, now, clerk, received_at=now - timedelta(hours=9), touched_at=None, late_entry=True, paper_form="K-0007"
    )
    assert request.late_entry
    assert request.entered_at == now
    assert '"form":"K-0007"' in Event.objects.get(act="late_entry").body


def test_a_packet_becomes_several_requests_each_with_its_own_pages(clerk, now):
    request = take(packet("detainer", "list"), now, clerk)
    parts = intake.split(request, ["1", "2"], clerk, request.version)
    assert [each.pages for each in parts] == ["1", "2"]
    assert parts[1].packet == request
    assert parts[1].received_at == request.received_at
    assert [intake.seems_to_be(each) for each in parts] == ["detainer", "list_request"]


@pytest.mark.parametrize(
    ("ranges", "sentence"),
    [
        (["1-2"], "at least two"),
        (["1-2", "2"], "two ranges"),
        (["1", "3"], "has 2 pages"),
        (["1", "b"], "no range of pages"),
        (["2-1", "1"], "no range of pages"),
    ],
)
def test_a_split_that_cannot_be_changes_nothing(ranges, sentence, clerk, now):
    request = take(packet("detainer", "list"), now, clerk)
    with pytest.raises(RefusedError, match=sentence):
        intake.split(request, ranges, clerk)
    assert Request.objects.count() == 1


def test_pages_are_written_and_read_back():
    assert write_pages({1, 2, 3, 7, 9, 10}) == "1-3, 7, 9-10"
    assert read_pages("1-3, 7, 9-10") == {1, 2, 3, 7, 9, 10}


def test_a_misdirected_paper_says_to_whom_it_went_and_a_commander_confirms(clerk, commander, staff, now):
    request = take(None, now, clerk)
    with pytest.raises(RefusedError, match="to whom"):
        intake.set_aside(request, "misdirected", clerk)
    intake.set_aside(request, "misdirected", clerk, sent_to="Birch County, by fax to the number in our book")
    with pytest.raises(NotYoursError):
        intake.confirm_set_aside(request, intake.shown_aside(request), clerk)
    intake.confirm_set_aside(request, intake.shown_aside(request), commander)
    assert (request.state, request.ended_how) == ("closed", "misdirected")
    assert "Birch" not in "".join(Event.objects.filter(act="misdirect").values_list("body", flat=True))


def test_the_commander_who_set_it_aside_cannot_confirm_it(commander, staff, now):
    request = take(None, now, commander)
    intake.set_aside(request, "blank", commander)
    with pytest.raises(RefusedError, match="ask another commander"):
        intake.confirm_set_aside(request, intake.shown_aside(request), commander)
    intake.confirm_set_aside(request, intake.shown_aside(request), by(staff["commander2"], now))


def test_a_paper_set_aside_by_mistake_comes_back(clerk, now):
    request = take(None, now, clerk)
    intake.set_aside(request, "not_a_request", clerk)
    intake.take_back(request, clerk)
    assert (request.state, request.aside) == ("received", None)


def test_the_same_form_for_the_same_person_is_suggested_and_never_concluded(clerk, now):
    first = take(None, now, clerk)
    intake.register(
        first, {"kind": "detainer", "subject": {"full_name": "MARLOWE, ROBIN", "a_number": "A 213 556 087"}}, clerk
    )
    other = take(None, now, clerk)
    intake.register(
        other, {"kind": "detainer", "subject": {"full_name": "Marlowe, R.", "a_number": "a 213 556 087"}}, clerk
    )
    assert intake.alike(other) == [first]
    assert other.duplicate_of is None
    intake.same_as(other, first, clerk)
    assert other.duplicate_of == first
    with pytest.raises(RefusedError, match="duplicate of itself"):
        intake.same_as(first, other, clerk)


def test_what_a_program_says_waits_until_a_person_confirms_it(clerk, staff, now):
    key = ApiKey.objects.create(
        name="jms", digest="x", made_by=staff["administrator"], made_at=now, expires_at=now + timedelta(days=1)
    )
    request = take(None, now, by_program(key, now), channel="electronic")
    intake.register(request, {"kind": "detainer", "subject": {"full_name": "DOE, JO"}}, by_program(key, now))
    assert request.kind == "detainer"
    assert request.source == {}
    assert request.read_fields.get(name="subject.full_name").value_read == "DOE, JO"


def test_a_kind_nobody_knows_is_refused_in_one_sentence(clerk, now):
    request = take(None, now, clerk)
    with pytest.raises(BadInputError, match="not one Habeas knows"):
        intake.register(request, {"kind": "warrant-ish"}, clerk)
    assert request.state == "received"


def test_the_loser_of_a_race_to_register_is_told_who_was_first(clerk, staff, now):
    request = take(None, now, clerk)
    other = Request.objects.get(pk=request.pk)
    intake.register(request, {"kind": "detainer"}, clerk, seen=0)
    with pytest.raises(TooLateError, match="Clerk Example"):
        intake.set_aside(other, "blank", by(staff["clerk2"], now), seen=0)


def made_and_drafted(state, subject, clerk, now):
    """A detainer that was entered by mistake, as far as `state`."""
    asked = detainer(subject, now)
    if state == "ready":
        make(asked, [], clerk)
    elif state != "deciding":
        asked.state = state
        asked.save()
    asked.refresh_from_db()
    assert asked.state == state
    return asked


@pytest.mark.parametrize("state", ["reading", "identifying", "deciding", "ready"])
def test_a_wrong_file_is_set_aside_with_a_reason_until_something_has_gone_out(
    state, subject, clerk, commander, staff, now, as_role
):
    asked = made_and_drafted(state, subject, clerk, now)
    page = as_role("clerk").get(f"/requests/{asked.number}/").content.decode()
    assert f"/requests/{asked.number}/intake/" in page
    assert 'value="wrong_file"' in as_role("clerk").get(f"/requests/{asked.number}/intake/").content.decode()
    with pytest.raises(RefusedError, match="what was wrong"):
        intake.set_aside(asked, "wrong_file", clerk)
    intake.set_aside(asked, "wrong_file", clerk, "another inmate's file")
    assert asked.state == "set_aside"
    assert living_decision(asked) is None
    assert not asked.notices.filter(served_at=None, excused="").exists()
    with pytest.raises(NotYoursError):
        intake.confirm_set_aside(asked, intake.shown_aside(asked), clerk)
    intake.confirm_set_aside(asked, intake.shown_aside(asked), commander)
    assert (asked.state, asked.ended_how) == ("closed", "wrong_file")


def test_nothing_is_set_aside_once_it_went_out(subject, clerk, now, as_role):
    asked = made_and_drafted("ready", subject, clerk, now)
    notices.serve(asked.notices.first(), "served", "en", clerk, TOLD)
    asked.refresh_from_db()
    with pytest.raises(RefusedError, match="gone out"):
        intake.set_aside(asked, "wrong_file", clerk, "another inmate's file")
    assert (
        "Not now: Something has gone out" in as_role("clerk").get(f"/requests/{asked.number}/intake/").content.decode()
    )


def test_nothing_is_set_aside_while_a_hold_on_it_is_in_effect(subject, staff, clerk, now, here):
    texas(here)
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, clerk)
    decision = make(asked, [], clerk)
    sign(asked, by(staff["commander"], now, "totp"), shown_sha256(decision))
    asked.refresh_from_db()
    with pytest.raises(RefusedError, match="in effect"):
        intake.set_aside(asked, "wrong_file", clerk, "another inmate's file")


@pytest.mark.parametrize(("answer", "counts"), [("true", True), ("false", False), ("", "unknown"), (None, "unknown")])
def test_a_mark_of_which_nobody_said_what_it_means_leaves_the_document_in_doubt(clerk, now, answer, counts):
    request = take(None, now, clerk)
    Request.objects.filter(pk=request.pk).update(state="reading", kind="detainer")
    request.refresh_from_db()
    request.read_fields.create(name="cancelled", words="NP 11/02 KLV", value_read="", confidence="read")
    given = {"issuer": "ice"} | ({} if answer is None else {"cancelled": {"true": True, "false": False}.get(answer)})
    reading.confirm_many(request, given, (), clerk)
    request.refresh_from_db()
    assert request.source["cancelled"] == counts
    stands = read_request(request.source | {"kind": "detainer"}).facts["cancelled"]
    assert stands is {"unknown": None}.get(counts, counts)


MAIL = (
    b"From: Rosa Field <rosa.field@ice.example.gov>\r\nTo: records@sheriff.example.gov\r\nDate: Mon, 30 Nov 2026 22:15:00 -0800\r\n"
    b"Subject: Request for notification of release\r\n\r\nGood morning,\r\n\r\nPlease notify this office of the release of the inmate "
    b"below.\r\n\r\nName: OSTROVA, Milena\r\nDOB: 03/04/1988\r\nA#: A 200 300 400\r\n\r\nRosa Field\r\nDeportation Officer\r\n"
)


@pytest.mark.parametrize("content", [MAIL, MAIL.split(b"\r\n\r\n", 1)[1]], ids=["an e-mail", "its words pasted"])
def test_an_e_mail_is_read_and_shown_like_a_paper(content, clerk, now):
    request = take(content, now, clerk)
    said = intake.said_of(request)
    assert said["kind"] == "notification_request"
    assert said["subject.full_name"] == "OSTROVA, Milena"
    assert said["subject.date_of_birth"] == "1988-03-04"
    assert [each.number for each in draw_now(request.paper)] == [1]
