"""Attacks of a later round: a copied cookie, two accounts of one person, an emptied folder of heads, another key, rows put in."""

from datetime import timedelta

import pytest
from django.conf import settings as desk_settings
from django.db import connection
from django.test import Client

from habeas.desk.doing import by, by_system
from habeas.desk.models import Account, Booking, ListWork, WebhookCall
from habeas.desk.services.decisions import list_work
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import sign_door
from habeas.desk.services.office.managing import change_account, close_account, make_account, open_account
from habeas.desk.services.record import witness_routes as routes
from habeas.desk.services.record.checkpoints import sign_head
from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.services.record.witness_age import warnings
from habeas.desk.services.record.witness_folder import folders_quietly
from habeas.desk.services.releases.release_watch import report_ready
from habeas.desk.services.upkeep import jobs
from habeas.desk.services.webhooks.hooks import approve_hook, make_hook
from habeas.desk.services.webhooks.hooks import shown as shown_hook
from habeas.desk.services.webhooks.rounds import webhook_round
from habeas.desk.workflow.errors import RefusedError

from .receiver import receiver
from .test_core import detainer
from .test_deciding import request_of
from .test_guarded_flow import CLASS
from .test_webhooks import disputed

pytestmark = [pytest.mark.django_db, pytest.mark.forges]


def named(table):
    return {each.record: each.what for each in reconcile() if each.table == table}


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount


def inside(client):
    return client.get("/me/").status_code == 200


def test_a_copied_cookie_signs_nothing_and_ends_with_the_session_it_was_copied_from(staff, subject, now, moment):
    owner, thief = Client(), Client(REMOTE_ADDR="198.51.100.9")
    owner.force_login(staff["commander"])
    name = desk_settings.SESSION_COOKIE_NAME
    thief.cookies[name] = owner.cookies[name].value
    assert inside(thief), "a cookie is whoever bears it: what it opens, and for how long, is the point"
    asked = detainer(subject, now)
    made = make(asked, [], by(staff["clerk"], now))
    before = made.signatures.count()
    thief.post(f"/requests/{asked.number}/sign/", {"do": "sign", "code": "", "seen": "x"})
    assert made.signatures.count() == before
    owner.post("/account/logout/")
    assert not inside(thief)


PERSON = {"first_name": "N", "last_name": "Example", "role": "commander", "employee_number": "E-77", "unit": ""}


def test_one_person_gets_no_second_account(staff, now):
    administrator = by(staff["administrator"], now)
    first, _ = make_account(PERSON | {"username": "new"}, administrator)
    with pytest.raises(RefusedError, match="Employee number e-77 is that of new"):
        make_account(PERSON | {"username": "newer", "employee_number": " e-77 "}, administrator)
    with pytest.raises(RefusedError, match="is that of new"):
        change_account(staff["clerk"], PERSON | {"role": "clerk"}, administrator)
    change_account(first, PERSON | {"first_name": "Other"}, administrator)
    close_account(first, administrator)
    made, _ = make_account(PERSON | {"username": "newer"}, administrator)
    assert made.is_active
    with pytest.raises(RefusedError, match="is that of newer"):
        open_account(first, administrator)


def test_nor_signs_with_one_that_is_older_than_that_rule(staff, subject, now):
    Account.objects.filter(username__in=("clerk", "commander")).update(employee_number="E-77")
    people = {each.username: each for each in Account.objects.all()}
    made = make(detainer(subject, now), [], by(staff["clerk"], now))
    sign_door(made, 1, by(people["clerk"], now), "seen") if not made.signatures.exists() else None
    with pytest.raises(RefusedError, match="another person signs"):
        sign_door(made, 2, by(people["commander"], now), "seen")
    assert sign_door(made, 2, by(people["commander2"], now), "seen").door == 2


def test_a_folder_of_heads_that_was_emptied_is_named_and_the_next_head_goes_in(staff, now, tmp_path, monkeypatch):
    data, shared = tmp_path / "data", tmp_path / "shared"
    data.mkdir(), shared.mkdir()
    monkeypatch.setattr(desk_settings, "DATA", data)
    routes.add_route("folder", "Auditor", str(shared), "", by(staff["administrator"], now))
    head = sign_head(by_system(now))
    assert folders_quietly(now) is None
    for each in shared.iterdir():
        each.unlink()
    said = folders_quietly(now)
    assert f"habeas-head-{head.size:012}.txt, filed there last, is gone: ask Auditor" in said
    assert any(said in each for each in warnings(now)), "the doctor and the page say it"
    newer = sign_head(by_system(now + timedelta(hours=1)))
    folders_quietly(now + timedelta(hours=1))
    assert [each.name for each in shared.iterdir()] == [f"habeas-head-{newer.size:012}.txt"]


def test_another_secret_key_in_the_folder_is_named_and_opens_nothing(staff, roster, settings):
    account = Account.objects.get(pk=staff["clerk"].pk)
    assert account.check_password("correct horse clerk")
    settings.SECRET_KEY = "another" * 9
    assert "another secret.key than this folder's" in named("every table")["any"]
    assert not Account.objects.get(pk=account.pk).check_password("correct horse clerk")


def test_a_call_put_into_the_store_is_never_signed_for_another_system_and_is_named(staff, subject, now):
    with receiver() as server:
        hook, _ = make_hook("jail", server.address, ["request.disputed"], by(staff["administrator"], now))
        approve_hook(hook, shown_hook(hook), by(staff["commander"], now))
        asked = disputed(subject, staff, now)
        assert webhook_round(now) == 1
        true = WebhookCall.objects.get()
        assert not named("webhookcall")
        forged = WebhookCall.objects.create(
            hook=hook, seq=true.seq + 1, event="request.ended", request=asked.number, happened_at=now, not_before=now
        )
        assert webhook_round(now) == 0
        assert len(server.calls) == 1
    forged.refresh_from_db()
    assert forged.trouble == "it is not what the record says"
    assert [*named("webhookcall")] == [str(forged.pk)]
    run("UPDATE desk_webhookcall SET event = 'request.ended' WHERE id = %s", true.pk)
    assert str(true.pk) in named("webhookcall")


def test_a_list_whose_worked_out_answer_was_changed_is_not_shown(staff, roster, now, clerk):
    asked = request_of("list_request", now, fields=["name"], **CLASS)
    assert clerk.get(f"/requests/{asked.number}/decide/").status_code in {200, 302}
    row = ListWork.objects.get()
    assert list_work.result_of(row) is not None
    row.result["letter"] = "Nobody is on the list."
    ListWork.objects.filter(pk=row.pk).update(result=row.result)
    row.refresh_from_db()
    assert list_work.result_of(row) is None
    assert "Nobody is on the list" not in clerk.get(f"/requests/{asked.number}/decide/").content.decode()


def test_when_somebody_was_cleared_for_release_is_held_against_the_event_that_says_so(staff, subject, now):
    stay = subject.bookings.get()
    run("UPDATE desk_booking SET release_ready_at = %s WHERE id = %s", now, stay.pk)
    assert "no event says that they were cleared" in named("booking")[str(stay.pk)]
    run("UPDATE desk_booking SET release_ready_at = NULL WHERE id = %s", stay.pk)
    assert not named("booking")
    report_ready(Booking.objects.get(pk=stay.pk), now, by(staff["clerk"], now))
    assert not named("booking")
    run("UPDATE desk_booking SET release_ready_at = %s WHERE id = %s", now - timedelta(hours=3), stay.pk)
    assert "when they were cleared for release is not what event" in named("booking")[str(stay.pk)]


def test_a_check_of_the_record_put_in_as_whole_is_named(staff, now):
    from habeas.desk.models import RecordCheck
    from habeas.desk.services.record.record_checks import KIND, ask_check

    asked = ask_check("", by(staff["commander"], now))
    jobs.queue(KIND, asked.key, by(staff["commander"], now))
    assert not named("recordcheck")
    run("UPDATE desk_recordcheck SET holds = NOT holds WHERE id = %s", asked.pk)
    assert str(asked.pk) in named("recordcheck")
    forged = RecordCheck(by=staff["commander"], asked_at=now, ended_at=now, holds=True, size=1, sentences=["Whole."])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO desk_recordcheck (key, by_id, asked_at, held, ended_at, holds, size, sentences) "
            "VALUES (%s, %s, %s, '', %s, %s, 1, '[]')",
            [forged.key, staff["commander"].pk, now, now, True],
        )
    assert len(named("recordcheck")) == 2
