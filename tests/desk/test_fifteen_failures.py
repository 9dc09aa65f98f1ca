"""The fifteen stories in which a jail failed somebody, each told again at this desk: what failed then is caught, refused or seen now."""

import ast
import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Clock, Contact, Event, Notice, Person, Request
from habeas.desk.services.clocks import clocks
from habeas.desk.services.contacts import contacts
from habeas.desk.services.contacts import external_accounts as outside
from habeas.desk.services.contacts.external_accounts import GivenAccount
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.office.office import office
from habeas.desk.services.releases import release_watch
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_beside import call
from tests.desk.test_clocks import texas_hold
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


def page(client, address):
    found = client.get(address)
    assert found.status_code == 200, address
    return found.content.decode()


def take_in(csv_text, staff, now, name="more.csv"):
    doing = by(staff["clerk"], now)
    return apply_roster(receive_roster(csv_text.encode(), name, "plain", now, doing), doing)


def people_with(staff, now, small_county, *rows):
    """People of our own in custody, beside the sixty, in the newest roster."""
    given = {
        "person_id": "X1", "booking_id": "X-1", "family_name": "ADEYEMI", "given_name": "TOBI", "date_of_birth": "1988-05-04",
        "booked_at": "2026-02-20T10:00", "history_complete": "true", "sex_or_arson_registrant": "false",
        "federal_felony_arrest_warrant": "false",
    }  # fmt: skip
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, small_county.csv().splitlines()[0].split(","), restval="", lineterminator="\r\n")
    writer.writerows(given | each for each in rows)
    take_in(small_county.csv() + text.getvalue(), staff, now)
    return [Person.objects.get(person_id=(given | each)["person_id"]) for each in rows]


def test_01_brown_a_citizen_says_so_and_nobody_can_sign_the_hold(subject, staff, now, here, as_role):
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    make(request, [], clerk)
    shown = shown_sha256(request.decisions.get())
    answer = as_role("notice_server").post(
        "/disputes/new/",
        {"person": subject.key, "request": request.number, "says": "citizen", "on_word_of": "the person"},
    )
    assert answer.status_code == 302
    request.refresh_from_db()
    assert request.state == "disputed"
    with pytest.raises(RefusedError):
        sign(request, by(staff["commander"], now, "totp"), shown)
    now_line = page(as_role("commander"), "/").split('class="now"')[1].split("</section>")[0]
    assert "I am a citizen" in now_line
    assert not subject.facts.filter(fact__startswith="person.").exclude(fact="person.proof_of_status_given").exists(), (
        "no status is computed"
    )


def test_02_quezada_every_hold_has_an_end_that_is_warned_of_and_passed_on(subject, staff, now, here, later):
    request = texas_hold(subject, staff, now, here)
    clock = Clock.objects.get(request=request, kind="hold_end")
    assert clock.ends_at is not None
    clocks.tick(clock.ends_at - timedelta(minutes=10))
    clock.refresh_from_db()
    assert clock.warned_at is not None
    clocks.tick(clock.ends_at + timedelta(minutes=1))
    clock.refresh_from_db()
    assert clock.escalated_at is not None


def test_03_alfaro_garcia_the_end_of_a_hold_needs_nobodys_permission(subject, staff, now, here, as_role, monkeypatch):
    request = texas_hold(subject, staff, now, here)
    clock = Clock.objects.get(request=request, kind="hold_end")
    after = clock.ends_at + timedelta(minutes=5)
    clocks.tick(after)
    from habeas.desk import middleware

    monkeypatch.setattr(middleware, "datetime", type("Clock", (), {"now": staticmethod(lambda zone: after)}))
    assert "permission" in page(as_role("commander"), "/")


def test_04_roy_a_hold_flag_says_that_it_bars_no_bail(subject, staff, now, as_role):
    request = detainer(subject, now)
    clerk = as_role("clerk")
    assert "not a bar to bail" in page(clerk, "/")
    assert "not a bar to bail" in page(clerk, f"/requests/{request.number}/")
    assert "not a bar to bail" in page(clerk, f"/people/{subject.key}/")


def test_05_sacramento_a_misdemeanor_drunk_driver_cannot_be_told_of_or_handed_over(staff, now, small_county, roster):
    conviction = {
        "statute": "23152(a) VC", "charge_grade": "misdemeanor", "charge_disposition": "convicted",
        "charge_disposed_on": "2026-02-25", "sentence_kind": "county_jail",
    }  # fmt: skip
    (person,) = people_with(staff, now, small_county, conviction)
    request = detainer(person, now)
    clerk = by(staff["clerk"], now)
    outcomes = {act.value: outcome.value for act, outcome in work(request, now).outcomes().items()}
    assert outcomes["notify"] == outcomes["transfer"] == outcomes["hold"] == "must_not"
    with pytest.raises(RefusedError, match="no other choice is allowed"):
        make(request, [Choice("notify", complies=True, ground="order_of_commander")], clerk)
    make(request, [], clerk)
    assert not request.decisions.get().choices.filter(does="complies", act__in=["hold", "notify", "transfer"]).exists()


def test_06_the_log_book_is_the_contact_log(staff, now, as_role):
    made = contacts.log(call(now, asked="Anybody for us tonight?"), by(staff["clerk"], now))
    listed = page(as_role("commander"), "/contacts/?show=no_request")
    assert made.who in listed
    assert Event.objects.filter(act="contact").count() == 1


def test_07_clark_county_no_mail_leaves_by_itself_and_no_list_of_birthplaces_can_be_made(roster, staff, now):
    root = Path(__file__).parents[2] / "src" / "habeas"
    mailers = {"smtplib", "django.core.mail", "urllib.request", "requests", "httpx"}
    counts_only = (
        root / "desk" / "services" / "mail" / "sending.py"
    )  # to staff, of a kind and a count: tests/desk/test_mail.py
    for path in set(root.rglob("*.py")) - {counts_only}:
        names = {
            name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in (
                [each.name for each in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert not names & mailers, f"{path.name} could send something by itself"
    source = {
        "issuer": "ice",
        "signer": "none",
        "class": {"words": "all born abroad", "filter": {"citizenship": "not US"}, "filter_confirmed": True},
        "fields": ["birthplace"],
    }
    request = Request.objects.create(
        number="R-LIST", kind="list_request", state="deciding", source=source, received_at=now, entered_at=now
    )
    made = make(request, [], by(staff["clerk"], now))
    assert not made.files.filter(path__startswith="outgoing/disclosed").exists()


def test_08_grant_county_every_field_told_is_kept_and_one_without_a_ground_is_seen(subject, staff, now, as_role):
    booking = subject.bookings.first()
    told = call(now, told=("date_of_birth", "fbi_number", "home_address", "release_date"), about=booking)
    made = contacts.log(told, by(staff["clerk"], now))
    assert made.told.count() == 4
    assert made.told.filter(allowed=False).count() >= 3
    assert "Unauthorized disclosure" in page(as_role("commander"), "/contacts/")


def test_09_king_county_a_log_in_stands_on_the_list_and_a_change_of_law_calls_for_its_review(
    subject, staff, now, here, as_role
):
    given = GivenAccount("login", "ICE (fictional field office)", "jail look-up", "none on paper", date(2025, 1, 2))
    account = outside.record(given, by(staff["commander"], now))
    before = outside.standing(account, now.date(), outside.law_now())
    changed = outside.standing(account, now.date(), {"us-ca": "f" * 64})
    assert len(changed.why) >= len(before.why)
    assert changed.why
    make(detainer(subject, now), [], by(staff["clerk"], now))
    assert Notice.objects.filter(served_at=None).exists()
    assert Notice.objects.first().request.number in page(as_role("notice_server"), "/notices/")


def test_10_san_francisco_no_interview_room_without_the_persons_written_consent(subject, staff, now, here):
    here.jurisdiction = "us-ca-san-francisco"
    here.save()
    source = {
        "issuer": "ice",
        "signer": "immigration_officer",
        "basis": "civil",
        "subject": {"family_name": subject.family_name},
    }
    request = Request.objects.create(
        number="R-INT", kind="interview_request", state="deciding", source=source, received_at=now, entered_at=now,
        person=subject, booking=subject.bookings.first(),
    )  # fmt: skip
    worked = work(request, now)
    assert worked.outcomes()[next(iter(worked.outcomes()))].value not in {"must", "may"}
    duties = {due.duty.what.value for due in worked.decision.duties}
    assert "written_consent_form" in duties
    made = make(request, [], by(staff["clerk"], now))
    assert not made.choices.filter(act="interview", does="complies").exists()


def test_11_san_diego_what_is_counted_is_what_was_recorded(subject, staff, now):
    for _ in range(3):
        make(detainer(subject, now), [], by(staff["clerk"], now))
    decided = Event.objects.filter(act="decide").values_list("object", flat=True)
    assert sorted(decided) == sorted(Request.objects.filter(decisions__state="settled").values_list("key", flat=True))


def test_12_orleans_a_paper_that_nobody_worked_is_seen_with_its_age(staff, now, roster, as_role, monkeypatch):
    made = intake.receive_paper(
        None,
        "",
        "mail",
        now - timedelta(hours=31),
        None,
        "mail room",
        by(staff["clerk"], now - timedelta(hours=30)),
        read=False,
    )
    from habeas.desk import middleware

    monkeypatch.setattr(middleware, "datetime", type("Clock", (), {"now": staticmethod(lambda zone: now)}))
    home = page(as_role("clerk"), "/")
    assert made.number in home.split("No activity in 24 hours")[1]


def test_13_los_angeles_my_date_is_past_goes_before_everything(subject, staff, now, here, as_role):
    request = detainer(subject, now)
    disputes.raise_dispute(subject, "date_past", "the person", by(staff["notice_server"], now), request)
    home = page(as_role("commander"), "/")
    first = home.index("My release date has passed")
    assert first < home.index("<h2>Tasks</h2>")
    assert all(each.why for each in release_watch.watch(office(), now).rows)


def test_14_mesa_two_people_who_look_alike_on_paper_stop_at_a_person(staff, now, small_county, roster):
    twin = {"family_name": "OKAFOR", "given_name": "DAVID", "date_of_birth": "1990-01-01"}
    first, second = people_with(
        staff,
        now,
        small_county,
        twin | {"person_id": "T1", "booking_id": "T-1"},
        twin | {"person_id": "T2", "booking_id": "T-2"},
    )
    request = intake.receive_paper(None, "", "fax", now, now, "desk", by(staff["clerk"], now), read=False)
    subject = {"full_name": "David Okafor", "date_of_birth": "1990-01-01"}
    intake.register(
        request,
        {"kind": "detainer", "issuer": "ice", "signer": "immigration_officer", "basis": "civil", "subject": subject},
        by(staff["clerk"], now),
    )
    reading.finish(request, by(staff["clerk"], now))
    found = who.propose(request, by(staff["clerk"], now))
    assert found["verdict"] == "ambiguous"
    assert {each["person"] for each in found["candidates"]} == {first.person_id, second.person_id}
    who.choose(request, first, None, by(staff["clerk"], now))
    request.refresh_from_db()
    assert (request.state, request.match_conflict) == ("identifying", True), "a second person must look"


def test_15_boston_every_paper_has_a_number_without_a_gap_and_calls_without_a_request_are_counted(staff, now, roster):
    clerk = by(staff["clerk"], now)
    numbers = [intake.receive_paper(None, "", "fax", now, now, "station 4", clerk, read=False).number for _ in range(5)]
    places = [int(each.rsplit("-", 1)[1]) for each in numbers]
    assert places == list(range(places[0], places[0] + 5))
    contacts.log(call(now), clerk)
    assert contacts.contacts().filter(contacts.FILTERS["no_request"][1]).count() == 1
    assert Contact.objects.count() == 1
