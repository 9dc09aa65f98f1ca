"""What people die of, tried: killed at named points, a full disk, a record that cannot be written."""

import os
import signal

import pytest

from tests.desk import stage

pytestmark = pytest.mark.xdist_group("stage")

POINTS = ("before_event", "after_event", "after_commit")


def decide_and_die(point):
    stage.without_drawing()
    from habeas.desk.doing import by
    from habeas.desk.models import Account, Request
    from habeas.desk.record import writing
    from habeas.desk.services.decisions.deciding import make

    def die(*args, **kwargs):
        os.kill(os.getpid(), signal.SIGKILL)

    if point == "before_event":
        writing.sealed_event = die
    elif point == "after_event":
        create = writing.Event.objects.create
        writing.Event.objects.create = lambda **row: (create(**row), die())
    request = Request.objects.filter(state="deciding").first()
    make(request, [], by(Account.objects.get(username="ann"), stage.NOW))
    die()


def state_of_things():
    from habeas.desk.models import Decision, Event, PackageFile, Request

    fault, _ = stage.chain_fault()
    return {
        "decisions": Decision.objects.count(),
        "decided": Event.objects.filter(act="decide").count(),
        "moved": Request.objects.exclude(state="deciding").count(),
        "files": PackageFile.objects.count(),
        "fault": fault,
    }


def decide_one():
    stage.without_drawing()
    from habeas.desk.doing import by
    from habeas.desk.models import Account, Request
    from habeas.desk.services.decisions.deciding import make

    request = Request.objects.filter(state="deciding").first()
    make(request, [], by(Account.objects.get(username="ann"), stage.NOW))
    return request.state


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_the_desk_holds_all_of_a_decision_or_nothing(point):
    place = stage.prepare(requests=2)
    assert stage.run(place, decide_and_die, point) == {"exit": -signal.SIGKILL}
    whole = 1 if point == "after_commit" else 0
    assert stage.run(place, state_of_things) == {
        "decisions": whole, "decided": whole, "moved": whole, "files": whole, "fault": None,
    }  # fmt: skip
    assert stage.run(place, decide_one) == "ready"


def import_and_die(steps):
    from datetime import date

    from habeas.demo.county import build_county
    from habeas.desk.doing import by
    from habeas.desk.models import Account
    from habeas.desk.services.custody import custody

    custody.STEP = 10
    left = [steps]
    apply = custody._apply_step

    def step(*args):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        apply(*args)

    custody._apply_step = step
    doing = by(Account.objects.get(username="ann"), stage.NOW)
    county = build_county("us-ca", 80, date(2026, 3, 4))
    custody.apply_roster(custody.receive_roster(county.csv().encode(), "second.csv", "plain", stage.NOW, doing), doing)


def import_again():
    from habeas.desk.doing import by
    from habeas.desk.models import Account, Person, RosterImport
    from habeas.desk.services.custody.custody import apply_roster

    kept = RosterImport.objects.order_by("-id").first()
    apply_roster(kept, by(Account.objects.get(username="ann"), stage.NOW))
    fault, _ = stage.chain_fault()
    return {
        "people": Person.objects.count(),
        "absent": Person.objects.exclude(absent_since=None).count(),
        "fault": fault,
        "state": str(kept.state),
    }


def test_an_import_killed_halfway_is_taken_up_again_and_loses_nobody():
    place = stage.prepare(requests=1)
    assert stage.run(place, import_and_die, 3) == {"exit": -signal.SIGKILL}
    after = stage.run(place, import_again)
    assert after["state"] == "applied"
    assert after["fault"] is None
    assert after["people"] >= 80


def act_on_a_full_disk():
    stage.without_drawing()
    from django.db import DatabaseError, connection

    from habeas.desk.models import FactRecord, Request
    from habeas.desk.services.decisions.facts import record_fact

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    said, request = [], Request.objects.first()
    for number in range(200):
        try:
            record_fact(request, "person.victim_or_witness", None, f"asked {number} {'x' * 150}", stage.NOW, _ann())
        except DatabaseError as fault:
            said.append(str(fault))
            break
    kept = FactRecord.objects.count()
    recorded = _events("record_fact")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    record_fact(request, "person.victim_or_witness", None, "asked again", stage.NOW, _ann())
    return {
        "said": said,
        "kept": kept,
        "recorded": recorded,
        "after": FactRecord.objects.count(),
        "fault": stage.chain_fault()[0],
    }


def _ann():
    from habeas.desk.doing import by
    from habeas.desk.models import Account

    return by(Account.objects.get(username="ann"), stage.NOW)


def _events(act):
    from habeas.desk.models import Event

    return Event.objects.filter(act=act).count()


def test_a_full_disk_refuses_the_act_whole_and_goes_on_when_there_is_room():
    found = stage.run(stage.prepare(requests=1), act_on_a_full_disk)
    assert found["said"] == ["database or disk is full"]
    assert found["kept"] == found["recorded"]
    assert found["after"] == found["kept"] + 1
    assert found["fault"] is None


def act_without_a_record():
    from django.db import DatabaseError, connection
    from django.test import Client

    from habeas.desk.models import Account, FactRecord, Request
    from habeas.desk.services.decisions.facts import record_fact

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER no_more BEFORE INSERT ON desk_event BEGIN SELECT RAISE(ABORT, 'no room in the record'); END"
        )
    request, said = Request.objects.select_related("person").first(), []
    try:
        record_fact(request, "person.victim_or_witness", True, "the prosecutor", stage.NOW, _ann())
    except DatabaseError as fault:
        said.append(str(fault))
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(Account.objects.get(username="ann"))
    page = client.get(f"/requests/{request.number}/")
    return {
        "said": said,
        "facts": FactRecord.objects.count(),
        "page": page.status_code,
        "name": request.person.family_name in page.content.decode(),
    }


def test_where_the_record_cannot_be_written_nothing_is_done_and_nothing_is_shown():
    found = stage.run(stage.prepare(requests=1), act_without_a_record)
    assert found == {"said": ["no room in the record"], "facts": 0, "page": 500, "name": False}
