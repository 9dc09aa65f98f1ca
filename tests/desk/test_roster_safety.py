"""No roster that cannot be right counts by one click, and every applied one can be undone."""

import base64
import csv
import io

import pytest

from habeas.desk.doing import by, by_program
from habeas.desk.models import ApiKey, Booking, Event, Person, Request, RosterImport
from habeas.desk.services.custody import custody, roster_confirming, roster_undo
from habeas.desk.services.releases import release_watch
from habeas.desk.services.upkeep import jobs
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.machine import what_hinders
from tests.desk.pages import seen_on
from tests.desk.test_api import call, key, still  # noqa: F401 - fixtures of the API's tests
from tests.desk.test_rosters import changed, take_in, waiting_in_texas

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


@pytest.fixture
def clerk2(staff, now):
    return by(staff["clerk2"], now)


HEAD = "person_id,booking_id,family_name,given_name"


def empty(county):
    return changed(county).splitlines()[0] + b"\n"


def all_but(county, count):
    """The county's export without its first `count` people in custody."""
    gone = Person.objects.filter(in_custody=True).order_by("id").values_list("person_id", flat=True)[:count]
    return changed(county, **dict.fromkeys(gone))


def of_everybody(county, **columns):
    """The county's export with columns of everybody changed."""
    rows = list(csv.DictReader(io.StringIO(county.csv())))
    return changed(county, **{row["person_id"]: columns for row in rows})


def state():
    """Everything a roster may change."""
    people = list(Person.objects.order_by("person_id").values(*roster_undo.PERSON, "person_id", "key"))
    return people, list(Booking.objects.order_by("person__person_id", "booking_id").values("key", *roster_undo.BOOKING))


def sees(kept):
    return " ".join(kept.report["doubts"])


# ---- what cannot be right


def test_an_ordinary_roster_is_held_for_nobody(roster, small_county, clerk, later):
    kept = take_in(changed(small_county), clerk, later(hours=1))
    assert kept.report["doubts"] == []
    jobs.queue("apply_roster", kept.key, clerk)
    kept.refresh_from_db()
    assert kept.state == "applied"


def test_what_cannot_be_right_is_said_in_plain_words(roster, small_county, clerk, now, later):
    at = later(minutes=2)
    assert "The export has no inmates." in sees(take_in(empty(small_county), clerk, at))
    refused = f"{HEAD}\n,,OKAFOR,EMEKA\n,,DOE,PAT\n".encode()
    assert "No inmate could be read: all 2 rows were refused." in sees(take_in(refused, clerk, at))
    wrong = take_in(b"Inmate Name,Booking #\nOKAFOR EMEKA,1\nDOE PAT,2\n", clerk, at)
    assert (wrong.state, list(wrong.report)) == ("dropped", ["failed"]), "another layout is not even previewed"
    assert "inmates (1" in sees(take_in(all_but(small_county, 8), clerk, at))
    assert "The date of birth is unknown for all" in sees(
        take_in(of_everybody(small_county, date_of_birth=""), clerk, at)
    )
    assert "The family name is unknown" in sees(take_in(of_everybody(small_county, family_name=""), clerk, at))
    assert "exported before a roster" in sees(take_in(changed(small_county), clerk, later(hours=-3)))
    left = of_everybody(small_county, released_at="2026-03-03T10:00:00")
    assert "of 60 inmates (100%) would be gone" in sees(take_in(left, clerk, at))
    alone = f"{HEAD},booked_at,released_at\nA1,B1,DOE,PAT,2026-03-01T10:00:00,2026-03-02T10:00:00\n".encode()
    assert "None of its 1 people is in custody." in sees(take_in(alone, clerk, at))
    bare = of_everybody(
        small_county,
        **dict.fromkeys(("charge_id", "statute", "charge_description", "charge_grade", "charge_disposition"), ""),
    )
    assert "The number of charges would fall" in sees(take_in(bare, clerk, at))


def test_one_in_ten_gone_is_an_ordinary_day_and_one_more_is_not(roster, small_county, clerk, later):
    here = Person.objects.exclude(in_custody=False).count()
    assert take_in(all_but(small_county, here // 10), clerk, later(minutes=1)).report["doubts"] == []
    assert "would be gone" in sees(take_in(all_but(small_county, here // 10 + 1), clerk, later(minutes=2)))


def test_a_first_roster_without_a_column_is_plausible_and_one_whose_column_cannot_be_read_is_not(staff, clerk, later):
    assert take_in(f"{HEAD}\nA1,B1,DOE,PAT\n".encode(), clerk, later()).report["doubts"] == []
    kept = take_in(f"{HEAD},date_of_birth\nA1,B1,DOE,PAT,soon\n".encode(), clerk, later(minutes=1))
    assert sees(kept) == "The date of birth is unknown for all 1 people."


# ---- two people


def test_a_doubtful_roster_is_applied_only_when_a_second_person_confirms_it_with_a_reason(
    roster, small_county, clerk, clerk2, later
):
    kept = take_in(empty(small_county), clerk, later(minutes=1))
    before = state()
    for act in (
        lambda: custody.apply_roster(kept, clerk),
        lambda: roster_confirming.confirm(kept, roster_confirming.shown(kept), " ", clerk),
    ):
        with pytest.raises(RefusedError):
            act()
    assert roster_confirming.confirm(kept, roster_confirming.shown(kept), "the jail moved", clerk) is False
    with pytest.raises(RefusedError, match="another person must"):
        roster_confirming.confirm(kept, roster_confirming.shown(kept), "again", clerk)
    assert jobs.queue("apply_roster", kept.key, clerk).state == "failed"
    assert state() == before
    assert roster_confirming.confirm(kept, roster_confirming.shown(kept), "I called the captain", clerk2) is True
    custody.apply_roster(kept, clerk2)
    assert Person.objects.exclude(in_custody=False).filter(absent_since=None).count() == 0
    steps = [each.body for each in Event.objects.filter(act="import", object=kept.sha256[:24]).order_by("seq")]
    assert [word in text for word, text in zip(("said to be right", "confirmed by"), steps[-3:-1], strict=True)] == [
        True
    ] * 2
    assert "captain" not in "".join(steps)


def test_no_program_and_no_role_without_the_right_confirms(roster, small_county, staff, clerk, now, later):
    kept = take_in(empty(small_county), clerk, later(minutes=1))
    program = ApiKey.objects.create(
        name="jail", digest="0" * 64, made_by=staff["administrator"], made_at=now, expires_at=later(days=1)
    )
    for doing in (by_program(program, now), by(staff["counsel"], now)):
        with pytest.raises(NotYoursError):
            roster_confirming.confirm(kept, roster_confirming.shown(kept), "why", doing)


def test_what_was_confirmed_against_another_roster_is_compared_and_confirmed_anew(
    roster, small_county, clerk, clerk2, later
):
    kept = take_in(all_but(small_county, 20), clerk, later(minutes=1))
    roster_confirming.confirm(kept, roster_confirming.shown(kept), "moved", clerk)
    roster_confirming.confirm(kept, roster_confirming.shown(kept), "moved", clerk2)
    other = take_in(changed(small_county), clerk, later(minutes=2))
    custody.apply_roster(other, clerk)
    with pytest.raises(RefusedError, match="two people"):
        custody.apply_roster(kept, clerk2)
    kept.refresh_from_db()
    assert (kept.state, kept.asked_by) == ("preview", None)


def test_the_page_holds_it_asks_for_a_second_person_and_applies_it_then(
    client, roster, small_county, staff, clerk, later
):
    kept = take_in(all_but(small_county, 20), clerk, later(minutes=1))
    client.force_login(staff["clerk"])
    page = client.get(f"/rosters/{kept.key}/").content.decode()
    assert "This roster looks wrong" in page
    assert "Apply it</button>" not in page
    client.post(f"/rosters/{kept.key}/apply/", {"why": "a bus left", "seen": seen_on(page)})
    assert (
        "You said it is correct. Another person must confirm it."
        in client.get(f"/rosters/{kept.key}/").content.decode()
    )
    client.post(
        f"/rosters/{kept.key}/apply/",
        {"why": "again", "seen": roster_confirming.shown(RosterImport.objects.get(pk=kept.pk))},
    )
    kept.refresh_from_db()
    assert kept.state == "preview"
    client.force_login(staff["commander"])
    page = client.get(f"/rosters/{kept.key}/").content.decode()
    assert "I confirm it: apply it now" in page
    client.post(f"/rosters/{kept.key}/apply/", {"why": "saw the bus", "seen": seen_on(page)})
    kept.refresh_from_db()
    assert kept.state == "applied"


def test_no_list_is_answered_from_a_roster_that_looked_wrong_and_again_once_it_is_undone(
    roster, small_county, clerk, clerk2, now, later
):
    asked = Request.objects.create(
        number="R-LIST", kind="list_request", state="deciding", received_at=now, entered_at=now,
        source={"class": {"filter": {"citizenship": "not US"}}, "fields": ["name"], "issuer": "doj", "in_writing": True},
    )  # fmt: skip
    kept = take_in(all_but(small_county, 20), clerk, later(minutes=1))
    for doing in (clerk, clerk2):
        roster_confirming.confirm(kept, roster_confirming.shown(kept), "moved", doing)
    jobs.queue("apply_roster", kept.key, clerk)
    for name in ("send_to_counsel", "settle", "send_to_sign"):
        assert "looked wrong" in str(what_hinders(asked, name, clerk))
    kept.refresh_from_db()
    undone(kept, clerk)
    assert "looked wrong" not in str(what_hinders(asked, "send_to_counsel", clerk))
    roster.refresh_from_db()
    undone(roster, clerk)
    assert "No roster" in str(what_hinders(asked, "send_to_counsel", clerk))


# ---- the same file later; the program


def push(calling, content, at):
    given = {"name": "r.csv", "as_of": at.isoformat(), "content_base64": base64.b64encode(content).decode()}
    return calling("post", "/rosters", given)


def test_a_roster_then_an_empty_one_then_the_first_again_leaves_everybody_present(staff, call, later):  # noqa: F811
    full, none = f"{HEAD}\nA99,B99,DOE,PAT\n".encode(), f"{HEAD}\n".encode()
    keys = []
    for minutes, content, status in ((-30, full, 202), (-20, none, 409), (-10, full, 202)):
        pushed = push(call, content, later(minutes=minutes))[1]
        keys.append(pushed["key"])
        read = call("get", f"/rosters/{pushed['key']}")[1]
        assert bool(read["held"]) is (status == 409)
        got, said = call("post", f"/rosters/{pushed['key']}/apply")
        assert got == status
        assert status == 202 or "two people at the desk must confirm it" in said["detail"]
    assert len(set(keys)) == 3
    assert Person.objects.get().absent_since is None
    assert [each.state for each in RosterImport.objects.order_by("as_of")] == ["applied", "preview", "applied"]


def test_the_same_file_at_a_later_time_is_a_new_roster_and_brings_back_whoever_was_absent(
    roster, subject, small_county, clerk, later
):
    away = take_in(changed(small_county, **{subject.person_id: None}), clerk, later(minutes=1))
    jobs.queue("apply_roster", away.key, clerk)
    subject.refresh_from_db()
    assert subject.absent_since is not None
    again = take_in(small_county.csv().encode(), clerk, later(minutes=2))
    assert again.pk != roster.pk
    jobs.queue("apply_roster", again.key, clerk)
    subject.refresh_from_db()
    assert subject.absent_since is None


def test_no_roster_is_drawn_in_the_future(staff, clerk, later):
    with pytest.raises(RefusedError, match="future"):
        custody.keep_roster(f"{HEAD}\n".encode(), "r.csv", "plain", later(minutes=6), clerk)


# ---- undoing


def undone(kept, doing, why="the wrong file"):
    roster_undo.ask_undo(kept, why, doing)
    jobs.queue("undo_roster", kept.key, doing)
    kept.refresh_from_db()
    return kept


def test_undoing_puts_everything_back_exactly_as_it_stood(roster, subject, small_county, clerk, clerk2, later):
    before = state()
    gone = Person.objects.exclude(pk=subject.pk).filter(in_custody=True).first()
    text = changed(small_county, **{subject.person_id: {"housing": "Z-99", "booking_id": "N-1"}, gone.person_id: None})
    last = next(each for each in reversed(text.splitlines()) if not each.startswith(b","))
    text += last.replace(b"C79", b"X79").replace(b"HARD", b"BROUGHT").replace(b"269000", b"268000") + b"\r\n"
    kept = take_in(text, clerk, later(hours=1))
    assert [kept.report[name] for name in ("new", "gone")] == [1, 1]
    jobs.queue("apply_roster", kept.key, by(clerk.account, later(hours=1)))
    assert state() != before
    kept.refresh_from_db()
    assert undone(kept, clerk2).state == "undone"
    assert state() == before
    body = Event.objects.filter(act="import", object=kept.sha256[:24]).order_by("-seq").first().body
    assert '"step":"undone"' in body


def test_whom_the_roster_brought_is_gone_again_unless_something_is_about_them(staff, clerk, now, later):
    first = take_in(f"{HEAD}\nA1,B1,DOE,PAT\n".encode(), clerk, later(hours=-1))
    custody.apply_roster(first, clerk)
    second = take_in(f"{HEAD}\nA1,B1,DOE,PAT\nA2,B2,ROE,SAM\nA3,B3,POE,KIM\n".encode(), clerk, now)
    custody.apply_roster(second, clerk)
    kim = Person.objects.get(person_id="A3")
    record_fact_about(kim, clerk, now)
    undone(second, clerk)
    assert set(Person.objects.values_list("person_id", flat=True)) == {"A1", "A3"}
    kim.refresh_from_db()
    assert (kim.in_custody, kim.absent_since is not None) == (None, True)


def record_fact_about(person, doing, now):
    from habeas.desk.models import FactRecord

    FactRecord.objects.create(
        person=person, fact="person.sex", value="F", source="said", said_at=now, recorded_at=now, by=doing.account
    )


def test_a_release_reported_since_stays_reported(roster, subject, small_county, clerk, later):
    kept = take_in(changed(small_county, **{subject.person_id: {"housing": "Z-99"}}), clerk, later(minutes=1))
    jobs.queue("apply_roster", kept.key, clerk)
    release_watch.report_release(
        subject.bookings.get(), later(minutes=30), "released", by(clerk.account, later(hours=1))
    )
    kept.refresh_from_db()
    undone(kept, clerk)
    subject.refresh_from_db()
    assert subject.in_custody is False
    assert subject.bookings.get().released_at == later(minutes=30)
    assert subject.bookings.get().housing != "Z-99"


def test_an_undoing_that_stopped_halfway_goes_on_where_it_stopped(
    roster, subject, small_county, clerk, later, monkeypatch
):
    before = state()
    kept = take_in(of_everybody(small_county, housing="Z-99"), clerk, later(minutes=1))
    jobs.queue("apply_roster", kept.key, clerk)
    kept.refresh_from_db()
    monkeypatch.setattr(roster_undo, "STEP", 7)
    roster_undo.ask_undo(kept, "wrong", clerk)

    def stop(done, of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        roster_undo.undo(kept, clerk, stop)
    assert state() != before
    roster_undo.undo(RosterImport.objects.get(pk=kept.pk), clerk)
    assert state() == before


def test_only_the_newest_is_undone_with_a_reason_and_then_the_one_before_it(roster, small_county, clerk, later):
    kept = take_in(changed(small_county), clerk, later(minutes=1))
    jobs.queue("apply_roster", kept.key, clerk)
    kept.refresh_from_db()
    with pytest.raises(RefusedError, match="later roster"):
        roster_undo.ask_undo(roster, "why", clerk)
    with pytest.raises(RefusedError, match="Enter why"):
        roster_undo.ask_undo(kept, " ", clerk)
    undone(kept, clerk)
    roster.refresh_from_db()
    assert undone(roster, clerk).state == "undone"
    assert not Person.objects.exists()


def test_a_draft_that_rested_on_the_undone_roster_goes_back(subject, small_county, clerk, here, now, later):
    kept = take_in(changed(small_county, **{subject.person_id: {"housing": "Z-99"}}), clerk, later(minutes=1))
    jobs.queue("apply_roster", kept.key, clerk)
    subject.refresh_from_db()
    request = waiting_in_texas(subject, clerk, here, now)
    kept.refresh_from_db()
    undone(kept, clerk)
    request.refresh_from_db()
    assert request.state == "deciding"
    assert request.stale == ["the inmate's roster record changed"]


def test_an_undone_file_can_be_taken_in_and_applied_again(roster, small_county, clerk, later):
    content = of_everybody(small_county, housing="Z-99")
    kept = take_in(content, clerk, later(minutes=1))
    jobs.queue("apply_roster", kept.key, clerk)
    kept.refresh_from_db()
    undone(kept, clerk)
    again = take_in(content, clerk, later(minutes=1))
    assert (again.pk, again.state) == (kept.pk, "preview")
    jobs.queue("apply_roster", again.key, clerk)
    assert set(Booking.objects.values_list("housing", flat=True)) == {"Z-99"}


def test_the_page_undoes_only_with_the_box_checked_and_a_reason(client, roster, staff):
    client.force_login(staff["clerk"])
    page = client.get(f"/rosters/{roster.key}/").content.decode()
    assert "Undo this roster" in page
    client.post(f"/rosters/{roster.key}/undo/", {"why": "wrong"})
    client.post(f"/rosters/{roster.key}/undo/", {"sure": "yes"})
    roster.refresh_from_db()
    assert roster.state == "applied"
    client.post(f"/rosters/{roster.key}/undo/", {"why": "wrong", "sure": "yes"})
    roster.refresh_from_db()
    assert (roster.state, roster.undone_by) == ("undone", staff["clerk"])


def test_who_the_refused_rows_of_an_export_may_be_about_is_kept_with_it_and_lines_of_the_report_are_not(
    roster, small_county, clerk, later
):
    export, at = changed(small_county), later(hours=1)
    width = export.splitlines()[0].count(b",")
    lines = b"Inmates on hand:,41" + b"," * (width - 1) + b"\nPrinted by: kmiller,0600" + b"," * (width - 1) + b"\n"
    before = take_in(export, clerk, at)
    kept = take_in(export + lines, clerk, at)
    assert len(kept.report["refused"]) == len(before.report["refused"]) + 2
    assert (kept.report["people"], kept.report["doubts"]) == (before.report["people"], before.report["doubts"])
    assert kept.file.detail["unread"] == before.file.detail["unread"]
    assert all(row and (record is None or "family_name" in record) for row, record in kept.file.detail["unread"])
    assert before.file.detail["unread"], "the county's hard rows may be about somebody"
