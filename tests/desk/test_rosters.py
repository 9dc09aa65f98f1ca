"""Rosters while clerks work, releases that nothing delays, and the register of what anybody can see."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from habeas.answers.register import read_register
from habeas.common.errors import BadInputError
from habeas.demo.papers import REGISTERS
from habeas.desk.doing import by
from habeas.desk.models import Booking, Event, Person, Publication, Request, RosterImport
from habeas.desk.services.clocks import clocks
from habeas.desk.services.custody import custody
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.publication import register
from habeas.desk.services.releases import release_watch
from habeas.desk.services.upkeep import jobs
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.work import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


def changed(county, **by_person):
    """The county's export again, with columns of some people changed; a person given as None is left out."""
    rows = list(csv.DictReader(io.StringIO(county.csv())))
    kept = [
        row | (by_person.get(row["person_id"]) or {}) for row in rows if by_person.get(row["person_id"], {}) is not None
    ]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(kept)
    return out.getvalue().encode()


def take_in(content, clerk, at):
    kept = custody.keep_roster(content, "roster.csv", "plain", at, replace(clerk, at=max(at, clerk.at)))
    jobs.queue("preview_roster", kept.key, clerk)
    kept.refresh_from_db()
    return kept


# ---- rosters


def test_a_preview_says_person_by_person_what_would_change_and_changes_nothing(
    subject, small_county, clerk, now, later
):
    gone = Person.objects.exclude(pk=subject.pk).filter(in_custody=True).first()
    before = subject.record_sha256
    kept = take_in(
        changed(small_county, **{subject.person_id: {"housing": "Z-99"}, gone.person_id: None}), clerk, later(hours=1)
    )
    assert kept.state == "preview"
    assert kept.file.detail["changed"] == [[subject.person_id, "MARLOWE, ROBIN", ["housing"]]]
    assert kept.file.detail["gone"] == [[gone.person_id, gone.shown]]
    assert kept.report["refused"], "the county's hard rows are said one by one"
    subject.refresh_from_db()
    assert subject.record_sha256 == before


def test_applying_flags_who_is_absent_and_releases_nobody(subject, small_county, clerk, later):
    kept = take_in(changed(small_county, **{subject.person_id: None}), clerk, later(hours=1))
    jobs.queue("apply_roster", kept.key, clerk)
    subject.refresh_from_db()
    assert subject.absent_since is not None
    assert subject.in_custody is True


def test_the_same_export_again_is_the_same_row_and_a_dropped_one_can_be_taken_up(small_county, subject, clerk, later):
    content = changed(small_county, **{subject.person_id: {"housing": "Z-99"}})
    kept = take_in(content, clerk, later(hours=1))
    custody.drop_roster(kept, clerk)
    again = take_in(content, clerk, later(hours=1))
    assert (again.pk, again.state) == (kept.pk, "preview")
    jobs.queue("apply_roster", again.key, clerk)
    assert Booking.objects.get(person=subject).housing == "Z-99"


@pytest.mark.parametrize("content", [b"PK\x03\x04" + b"x" * 50, b"{]", b"a,a\n1,2\n", b"\xff\xfe\x00"])
def test_an_export_that_cannot_be_read_is_dropped_with_one_sentence(content, staff, here, clerk, now):
    kept = custody.keep_roster(content, "../../etc/x.csv", "plain", now, clerk)
    job = jobs.queue("preview_roster", kept.key, clerk)
    kept.refresh_from_db()
    assert (job.state, kept.state) == ("failed", "dropped")
    assert job.said.startswith("x.csv")
    assert job.said.count(". ") == 0


def test_an_empty_export_and_an_unknown_profile_are_refused(staff, here, clerk, now):
    with pytest.raises(BadInputError, match="empty"):
        custody.keep_roster(b"", "x.csv", "plain", now, clerk)
    with pytest.raises(BadInputError, match="No profile"):
        custody.keep_roster(b"a", "x.csv", "../../secrets", now, clerk)
    assert not RosterImport.objects.exists()


def test_the_same_work_is_queued_once_and_a_dead_worker_is_followed(staff, roster, clerk, now):
    job = asked(kind="apply_roster", target=roster.key, queued_at=now, state="running", beat_at=now)
    assert jobs.queue("apply_roster", roster.key, clerk) == job
    assert jobs.claim("rosters", now + timedelta(minutes=5)) is None
    assert jobs.claim("rosters", now + timedelta(minutes=13)) == job
    assert jobs.claim("rosters", now + timedelta(minutes=13)) is None, "two workers never take the same"


def test_a_fault_inside_the_work_is_one_sentence_without_anybodys_name(staff, roster, clerk, now):
    job = asked(kind="read_paper", target="nothing", queued_at=now)
    jobs.do(job, now)
    job.refresh_from_db()
    assert (job.state, job.said) == (
        "failed",
        "Something went wrong inside Habeas; nothing was partly saved. Try again.",
    )


def waiting_in_texas(subject, clerk, here, now):
    here.jurisdiction = "us-tx"
    here.save()
    request = intake.receive_paper(None, "", "fax", now, now, "desk", clerk)
    source = {
        "kind": "detainer", "issuer": "ice", "form": "I-247A", "signer": "immigration_officer", "basis": "civil", "in_writing": True,
        "names_person": True, "probable_cause_box": True, "attachments": ["I-200"],
        "subject": {"family_name": "MARLOWE", "given_name": "ROBIN", "date_of_birth": "1979-04-02"},
    }  # fmt: skip
    intake.register(request, source, clerk)
    reading.finish(request, clerk)
    who.choose(request, subject, None, clerk)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    make(request, [], clerk)
    return request


def test_a_draft_whose_person_changed_goes_back_and_a_new_conflict_opens(
    subject, small_county, clerk, here, now, later
):
    request = waiting_in_texas(subject, clerk, here, now)
    assert request.state == "to_sign"
    kept = take_in(changed(small_county, **{subject.person_id: {"date_of_birth": "1991-12-30"}}), clerk, later(hours=1))
    jobs.queue("apply_roster", kept.key, clerk)
    request.refresh_from_db()
    assert (request.state, request.match_conflict) == ("deciding", True)
    assert request.stale == ["the inmate's roster record changed"]


def test_the_same_people_in_another_order_of_rows_have_not_changed(subject, small_county, clerk, later):
    head, *rows = changed(small_county).splitlines()
    kept = take_in(b"\n".join([head, *sorted(rows, reverse=True)]), clerk, later(hours=1))
    assert (kept.report["new"], kept.file.detail["changed"], kept.report["gone"]) == (0, [], 0)


# ---- releases


def test_a_release_ends_what_was_answered_and_leaves_the_rest_open(subject, clerk, now, later):
    stay = subject.bookings.get()
    made = [
        Request.objects.create(
            number=f"R-{state}",
            kind="detainer",
            state=state,
            received_at=now,
            entered_at=now,
            person=subject,
            booking=stay,
        )
        for state in ("watching", "reading")
    ]
    doing = by(clerk.account, later(hours=2))
    ended = release_watch.report_release(stay, later(hours=1), "released", doing)
    assert [each.number for each in ended] == ["R-watching"]
    subject.refresh_from_db()
    assert subject.in_custody is False
    made[1].refresh_from_db()
    assert made[1].state == "reading"
    assert release_watch.report_release(stay, later(hours=1), "released", doing) == []
    assert Event.objects.filter(act="release", kind="booking").count() == 2


def test_an_export_drawn_before_the_release_does_not_bring_the_person_back(subject, small_county, clerk, now, later):
    stay = subject.bookings.get()
    release_watch.report_release(stay, later(hours=1), "released", by(clerk.account, later(hours=1)))
    older = take_in(changed(small_county, **{subject.person_id: {"housing": "Z-98"}}), clerk, now)
    jobs.queue("apply_roster", older.key, clerk)
    subject.refresh_from_db()
    assert subject.in_custody is False
    newer = take_in(changed(small_county, **{subject.person_id: {"housing": "Z-97"}}), clerk, later(hours=3))
    jobs.queue("apply_roster", newer.key, clerk)
    subject.refresh_from_db()
    assert subject.in_custody is True, "an export drawn afterwards says the person is here: a person must look"


def test_who_may_go_starts_a_clock_and_stands_before_everybody(subject, clerk, here, now, later):
    stay = subject.bookings.get()
    release_watch.report_ready(stay, now - timedelta(minutes=5), clerk)
    assert clocks.running().filter(booking=stay, kind="release").exists()
    rows = release_watch.watch(here, now).rows
    first = next(row for row in rows if row.why == "ready")
    assert first.booking == stay
    with pytest.raises(RefusedError, match="future"):
        release_watch.report_ready(stay, later(hours=5), clerk)


def test_the_most_urgent_come_first_and_whom_something_else_holds_is_kept_apart(roster, here, now, clerk):
    assert release_watch.watch(here, now).waiting == roster.key, "a page never works dates out itself"
    release_watch.work_out(roster, clerk)
    found = release_watch.watch(here, now)
    assert found.waiting == ""
    rows = found.rows
    assert all(not row.also for row in rows if row.why == "past"), "whom something else holds is no over-detention yet"
    order = [list(release_watch.WHY).index(row.why) for row in rows]
    assert order == sorted(order)
    assert any(row.computed for row in rows)


def test_an_inspector_reports_no_release(subject, staff, now):
    with pytest.raises(NotYoursError):
        release_watch.report_release(subject.bookings.get(), now, "released", by(staff["inspector"], now))


# ---- what anybody can see


def test_an_entry_ends_and_is_never_deleted(staff, here, now):
    doing = by(staff["commander"], now)
    entry = register.add("name", date(2015, 3, 2), "locator.alder.example", "screen print", doing)
    assert next(each for each in register.today(date(2026, 3, 4)) if each.field == "name").public
    register.end(entry, date(2026, 3, 3), doing)
    assert not next(each for each in register.today(date(2026, 3, 4)) if each.field == "name").public
    assert Publication.objects.get().until == date(2026, 3, 3)
    with pytest.raises(RefusedError, match="ended already"):
        register.end(entry, date(2026, 3, 4), doing)


def test_a_kept_register_speaks_for_every_field(here):
    assert not any(each.public for each in register.today(date(2026, 3, 4)))


@pytest.mark.parametrize(
    ("field", "since", "where", "evidence", "sentence"),
    [
        ("eye_colour", date(2020, 1, 1), "web", "print", "from the list"),
        ("name", date(2020, 1, 1), " ", "print", "where it is shown"),
        ("name", date(2027, 1, 1), "web", "print", "not shown yet"),
    ],
)
def test_an_entry_that_cannot_be_is_refused(field, since, where, evidence, sentence, staff, here, now):
    with pytest.raises(RefusedError, match=sentence):
        register.add(field, since, where, evidence, by(staff["commander"], now))


def test_a_clerk_keeps_no_register(staff, here, now):
    with pytest.raises(NotYoursError):
        register.add("name", date(2020, 1, 1), "web", "print", by(staff["clerk"], now))


def test_a_register_file_is_loaded_once_all_or_nothing(staff, here, now):
    doing = by(staff["commander"], now)
    assert len(register.load(REGISTERS["us-ca"], "register.toml", doing)) == 3
    assert register.load(REGISTERS["us-ca"], "register.toml", doing) == []
    broken = REGISTERS["us-tx"].replace('"release_date"', '"shoe_size"')
    with pytest.raises(BadInputError, match="no field Habeas knows"):
        register.load(broken, "register.toml", doing)
    future = REGISTERS["us-tx"].replace("2018-06-01", "2031-06-01", 1)
    with pytest.raises(RefusedError):
        register.load(future, "register.toml", doing)
    assert Publication.objects.count() == 3
    assert read_register(REGISTERS["us-ca"], "r").shown("name", date(2026, 1, 1))


@pytest.mark.parametrize(
    "profile",
    [
        "/etc/passwd",
        "../x",
        "..%2F..%2Fetc%2Fpasswd",
        "plain\0",
        "./plain",
        "plain.toml",
        "file:///etc/passwd",
        "",
        "PLAIN",
    ],
)
def test_a_profile_is_a_name_and_no_file_is_read_for_any_other_value(profile, staff, here, clerk, now, monkeypatch):
    def opened(*given, **more):
        raise AssertionError("a file was opened")

    monkeypatch.setattr("pathlib.Path.is_file", opened)
    monkeypatch.setattr("habeas.roster.profile.read_text", opened)
    for act in (custody.keep_roster, custody.receive_roster):
        with pytest.raises(BadInputError, match="No profile has that name; choose one of"):
            act(b"a,b\n1,2\n", "x.csv", profile, now, clerk)
    assert not RosterImport.objects.exists()
