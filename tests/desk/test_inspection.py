"""An inspector searches, samples by seed, rebuilds a timeline, exports what opens without us, and changes nothing."""

import csv
import hashlib
import io
import re
import subprocess
import sys
import zipfile
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from habeas.desk.doing import by, by_system
from habeas.desk.models import Beside, Clock, Contact, Dispute, Event, Execution, Notice, Person, Request
from habeas.desk.permissions.addresses import ADDRESSES, INSPECTOR_SENDS, PUBLIC
from habeas.desk.record.writing import acting
from habeas.desk.services.custody import roster_index
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import inspection
from habeas.desk.services.record.checkpoints import sign_head
from habeas.desk.services.record.expunging import expunge, reach_of
from habeas.desk.services.record.oversight_flags import KINDS, exceptions
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def requests(staff, now):
    """Forty requests of two kinds, over some days."""
    kinds = ("detainer", "judicial_warrant")
    return [
        Request.objects.create(
            number=f"R-{place:04d}", kind=kinds[place % 2], state="received", received_at=now + timedelta(hours=place),
            entered_at=now, sender_agency="U.S. Immigration and Customs Enforcement",
        )
        for place in range(40)
    ]  # fmt: skip


@pytest.fixture
def inspector(client, staff):
    client.force_login(staff["inspector"])
    return client


@pytest.fixture
def decided(subject, staff, now):
    request = detainer(subject, now)
    make(request, [], by(staff["clerk"], now))
    return request


def numbers(made):
    return {part: [each.number for each in rows] for part, _, rows in made.parts}


def test_the_same_seed_gives_the_same_sample_and_another_seed_another(requests, staff, now):
    doing = by(staff["inspector"], now)
    one, two = (numbers(inspection.draw("2026-audit", "kind", 5, None, None, doing)) for _ in range(2))
    other = numbers(inspection.draw("2027-audit", "kind", 5, None, None, doing))
    assert one == two
    assert one != other
    assert {part: len(rows) for part, rows in one.items()} == {"detainer": 5, "judicial_warrant": 5}
    assert Event.objects.filter(act="sample").count() == 3


def test_anybody_can_draw_the_sample_again_with_a_hash_and_a_list_of_numbers(requests, staff, now):
    made = inspection.draw("word", "none", 3, None, None, by(staff["inspector"], now))
    by_hand = sorted(
        (each.number for each in requests), key=lambda each: hashlib.sha256(f"word\n{each}".encode()).hexdigest()
    )
    assert numbers(made)["all"] == by_hand[:3]


def test_a_period_limits_the_frame_and_nonsense_is_refused(requests, staff, now, later):
    doing = by(staff["inspector"], now)
    assert inspection.draw("x", "none", 100, now, later(hours=10), doing).frame == 10
    for seed, stratum, size in ((" ", "none", 3), ("x", "colour", 3), ("x", "none", 0), ("x", "none", 10_000)):
        with pytest.raises(RefusedError):
            inspection.draw(seed, stratum, size, None, None, doing)
    with pytest.raises(RefusedError, match="No request"):
        inspection.draw("x", "none", 3, later(days=400), None, doing)


def test_the_nine_times_are_rebuilt_and_what_never_came_says_so(decided, staff, now):
    times = {each.name: each.at for each in inspection.timeline(decided).points}
    assert len(times) == 9
    assert (times["received"], times["decided"]) == (now, now)
    assert times["signed"] is None
    assert times["out"] is None


def test_who_saw_a_request_stands_in_its_timeline(decided, inspector):
    inspector.get(f"/requests/{decided.number}/")
    page = inspector.get(f"/inspect/requests/{decided.number}/").content.decode()
    assert "Inspector Example" in page
    assert "not recorded" in page


def test_a_search_finds_by_name_number_and_agency_and_keeps_the_words_sealed(decided, subject, inspector):
    for words in (subject.family_name, decided.number, "Immigration"):
        inspector.post("/inspect/", {"words": words})
    page = inspector.post("/inspect/", {"words": subject.family_name}).content.decode()
    assert decided.number in page
    assert subject.family_name not in "".join(Event.objects.values_list("body", flat=True))
    assert Event.objects.filter(act="search").count() == 4
    assert "Enter a number" in inspector.post("/inspect/", {}, follow=True).content.decode()


@pytest.mark.parametrize("words", ["nunez", "NÚÑEZ", "Núñez detainer", "pena", "PEÑA"])
def test_a_search_misses_nobody_for_an_accent(words, decided, subject, inspector, now, staff):
    Request.objects.filter(pk=decided.pk).update(sender_name="Ana PEÑA")
    Contact.objects.create(
        way="call_in", who="Peña", agency="ICE", began_at=now, asked="a date", by=staff["clerk"], recorded_at=now, late_entry=True
    )  # fmt: skip
    Person.objects.filter(pk=subject.pk).update(family_name="NÚÑEZ", record=subject.record | {"family_name": "NÚÑEZ"})
    roster_index.forget()
    page = inspector.post("/inspect/", {"words": words}).content.decode()
    assert f"/inspect/requests/{decided.number}/" in page
    assert ("Peña, ICE" in page) is words.casefold().startswith("pe")


def test_the_timeline_names_who_took_the_inmate(decided, inspector, now, staff):
    decision = decided.decisions.order_by("-number").first()
    taken = {
        "agency": "USMS (fictional)",
        "officer": "Dana Reyes",
        "badge": "4411",
        "place": "sallyport",
        "allowed_by": "the writ",
    }
    Execution.objects.create(
        request=decided, decision=decision, step="handed_over", at=now, by=staff["clerk"], recorded_at=now, **taken
    )
    page = inspector.get(f"/inspect/requests/{decided.number}/").content.decode()
    assert all(words in page for words in taken.values())


def test_each_kind_of_exception_has_its_page(decided, staff, now, inspector, django_assert_max_num_queries):
    Contact.objects.create(
        way="call_in", who="Agent X", agency="ICE", began_at=now, asked="a date", by=staff["clerk"], recorded_at=now, late_entry=True
    )  # fmt: skip
    for kind in KINDS:
        with django_assert_max_num_queries(12):
            assert inspector.get(f"/inspect/exceptions/{kind}/").status_code == 200
    assert "Agent X" in inspector.get("/inspect/exceptions/contacts/").content.decode()
    assert "Agent X" in inspector.get("/inspect/exceptions/calls/").content.decode()
    assert inspector.get("/inspect/exceptions/nonsense/").status_code == 404


@pytest.mark.parametrize(
    ("path", "most"),
    [("/inspect/", 15), ("/inspect/sample/", 15), ("/inspect/views/", 15), ("/inspect/access/", 15), ("/record/", 22)],
)
def test_each_page_takes_few_queries(path, most, inspector, decided, django_assert_max_num_queries):
    """The record's page tells of heads, where they went, routes, checks and the last backup."""
    inspector.get(path)
    with django_assert_max_num_queries(most):
        assert inspector.get(path).status_code == 200


def test_the_timeline_takes_few_queries(inspector, decided, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert inspector.get(f"/inspect/requests/{decided.number}/").status_code == 200


SENT = [each for each in ADDRESSES if each.capability not in {*INSPECTOR_SENDS, PUBLIC}]


def test_an_inspector_changes_nothing_whatever_form_is_sent(inspector, decided, staff):
    given = {"str": decided.number, "whole": 1}
    before = Request.objects.get().version
    for each in SENT:
        kwargs = {name: given[kind] for kind, name in _parts(each.path)}
        found = inspector.post(reverse(each.name, kwargs=kwargs), {"version": before, "says": "x"})
        assert found.status_code == 403, f"{each.name}: {found.status_code}"
    assert Request.objects.get().version == before
    assert not Event.objects.exclude(act="view").filter(actor=f"staff-{staff['inspector'].pk}").exists()


def _parts(path):
    return re.findall(r"<(str|whole):(\w+)>", path)


def test_the_export_opens_and_checks_itself_without_us(inspector, decided, subject, tmp_path, now, monkeypatch):
    monkeypatch.setattr(settings, "DATA", tmp_path)
    sign_head(by_system(now))
    answer = inspector.post("/record/export/")
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    packed.extractall(tmp_path / "out")
    assert "log/beside.jsonl" not in packed.namelist(), "no names unless they are asked for"
    rows = list(csv.DictReader(io.StringIO(packed.read("tables/requests.csv").decode("utf-8-sig"))))
    assert [row["number"] for row in rows] == [decided.number]
    assert rows[0]["decided"] == now.isoformat()
    assert list(csv.DictReader(io.StringIO(packed.read("tables/choices.csv").decode("utf-8-sig"))))
    alone = [sys.executable, "-I", "verify_habeas.py", "."]
    done = subprocess.run(alone, capture_output=True, text=True, check=False, cwd=tmp_path / "out" / "log")
    assert done.returncode == 0, done.stdout
    assert subject.family_name.encode() not in packed.read("log/events.jsonl")
    assert Event.objects.filter(act="export").count() == 1


def test_the_record_is_checked_on_demand(inspector, decided, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA", tmp_path)
    answer = inspector.post("/record/")
    assert answer.url.startswith("/record/checks/"), "a page walks no record: the check is work of its own"
    assert "The record is intact" in inspector.get(answer.url).content.decode()


def test_a_replay_from_the_page_says_what_differs(inspector, decided):
    assert "all with the same answer" in inspector.post("/inspect/replay/").content.decode()


def test_a_clock_that_was_met_after_its_end_is_late_and_one_met_in_time_is_not(decided, now):
    def clock(key, ends, met):
        return Clock.objects.create(
            kind="reply", says=key, trigger="x", rule="x", calendar="x", request=decided, started_at=now,
            ends_at=now + timedelta(hours=ends),
            met_at=None if met is None else now + timedelta(hours=met),
        )  # fmt: skip

    in_time, met_late, open_late, running = (
        clock("a", 4, 3),
        clock("b", 4, 5),
        clock("c", 4, None),
        clock("d", 40, None),
    )
    found, _ = exceptions("late", now + timedelta(hours=6))
    assert {met_late, open_late} <= set(found)
    assert not {in_time, running} & set(found)


def test_an_order_to_erase_reaches_what_events_about_notices_bookings_and_disputes_hold(subject, staff, now, decided):
    doing = by(staff["clerk"], now)
    notice = Notice.objects.create(
        person=subject, request=decided, what="give_copy_to_person", says="x", raised_at=now, due_at=now
    )
    dispute = Dispute.objects.create(person=subject, says="not_me", raised_by=staff["clerk"], raised_at=now)
    keys = {"notice": notice.key, "dispute": dispute.key, "booking": subject.bookings.get().key, "person": subject.key}
    for kind, key in keys.items():
        with acting(doing, "serve", kind, key) as entry:
            entry.sealed[f"about {kind}"] = {"words": f"told at the cell, {kind}"}
    erased = reach_of(subject).by_label()
    assert [erased.get(f"about {kind}") for kind in keys] == [1, 1, 1, 1]
    expunge(subject, "Superior Court 26-1", by(staff["counsel"], now))
    assert "told at the cell" not in "".join(Beside.objects.values_list("value", flat=True))


def test_an_order_to_erase_takes_the_names_and_leaves_the_record_whole(
    decided, subject, staff, now, tmp_path, monkeypatch
):
    monkeypatch.setattr(settings, "DATA", tmp_path)
    with acting(by(staff["clerk"], now), "contact", "contact", "c-1") as entry:
        entry.sealed["about"] = {"name": f"{subject.given_name} {subject.family_name}"}
    with acting(by(staff["clerk"], now), "contact", "contact", "c-2") as entry:
        entry.sealed["about"] = {"name": "Somebody Else"}
    with pytest.raises(RefusedError, match="without an order"):
        expunge(subject, " ", by(staff["counsel"], now))
    reach = len(reach_of(subject).rows)
    assert reach >= 1
    assert expunge(subject, "Superior Court 26-1234, 1 March 2026", by(staff["counsel"], now)) == reach
    left = "".join(Beside.objects.values_list("value", flat=True))
    assert subject.family_name not in left or subject.given_name not in left
    assert "Somebody Else" in left
    report = ledger.verify()
    assert report.holds, report.sentences
    assert "26-1234" in Event.objects.get(act="expunge").body
    with pytest.raises(RefusedError, match="nothing to erase"):
        expunge(subject, "again", by(staff["counsel"], now))


def test_the_page_of_an_order_says_what_remains(client, subject, staff, now):
    with acting(by(staff["clerk"], now), "contact", "contact", "c-1") as entry:
        entry.sealed["about"] = {"name": f"{subject.given_name} {subject.family_name}"}
    client.force_login(staff["counsel"])
    assert f"/people/{subject.key}/erase/" in client.get(f"/people/{subject.key}/").content.decode()
    page = client.get(f"/people/{subject.key}/erase/").content.decode()
    assert "What remains" in page
    assert (
        "sealed values were permanently deleted"
        in client.post(f"/people/{subject.key}/erase/", {"order": "26-1"}).content.decode()
    )
    client.force_login(staff["clerk"])
    assert client.get(f"/people/{subject.key}/erase/").status_code == 403
