"""Whoever owns the database puts back what was valid once: a password, an ended session, work, a key. It opens nothing, and is named."""

from datetime import timedelta

import pytest
from django.conf import settings as desk_settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client

from habeas.desk.accounts.session_store import ACCESS, SINCE
from habeas.desk.doing import by, by_system
from habeas.desk.models import Account, ApiKey, Event, Job
from habeas.desk.record.writing import acting
from habeas.desk.seals import seal
from habeas.desk.services.office import managing, own_account
from habeas.desk.services.office.programs import change_scopes, digest_of, revoke_key, shown, vouch_for_key
from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.services.upkeep import jobs
from habeas.desk.services.upkeep.doctor import examine
from tests.desk.work import asked

pytestmark = [pytest.mark.django_db, pytest.mark.forges]
OLD, NEW = "the words of last year", "the words of this year"


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


@pytest.fixture
def rows():
    """Keep the rows of a table as they lie there, and put them back past the program."""

    def keep(table):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name of this test
            kept = cursor.fetchall()
            names = [each[0] for each in cursor.description]

        def put_back(*only):
            columns = only or names[1:]
            with connection.cursor() as cursor:
                for row in kept:
                    said = dict(zip(names, row, strict=True))
                    setting = ", ".join(f"{name} = %s" for name in columns)
                    cursor.execute(
                        f"UPDATE {table} SET {setting} WHERE id = %s",  # noqa: S608 - names of this test
                        [*(said[name] for name in columns), said["id"]],
                    )

        return put_back

    return keep


@pytest.fixture
def commander(staff, now):
    """The commander with a password that an event tells of."""
    account = Account.objects.get(pk=staff["commander"].pk)
    own_change(account, OLD, now)
    return Account.objects.get(pk=account.pk)


def own_change(account, words, now):
    from habeas.desk.accounts.signals import set_own_password

    set_own_password(account, words, now)


def lets_in(account, words):
    return Account.objects.get(pk=account.pk).check_password(words)


def named(table):
    return {each.record: each.what for each in reconcile() if each.table == table}


def a_session(account):
    client = Client()
    client.force_login(account)
    assert inside(client)
    return client


def inside(client):
    return client.get("/me/").status_code == 200


def test_an_older_password_with_its_own_seal_opens_nothing_and_is_named(commander, rows, now):
    put_back = rows("desk_account")
    own_change(commander, NEW, now)
    assert (lets_in(commander, OLD), lets_in(commander, NEW)) == (False, True)
    assert not named("account")
    put_back()
    assert (lets_in(commander, OLD), lets_in(commander, NEW)) == (False, False)
    assert "what event" in named("account")[str(commander.pk)]
    assert any("table account" in each.wrong.lower() for each in examine(now))


@pytest.mark.parametrize("left", ["password_turn", "password_seal", "password"])
def test_nor_does_any_part_of_it(commander, rows, now, left):
    put_back = rows("desk_account")
    own_change(commander, NEW, now)
    put_back(*{"password", "password_seal", "password_turn"} - {left})
    assert not lets_in(commander, OLD)
    assert str(commander.pk) in named("account")


def test_nor_where_an_event_that_tells_of_it_as_the_newest_was_put_in_as_well(commander, rows, now):
    put_back = rows("desk_account")
    told = commander.password_turn
    own_change(commander, NEW, now)
    put_back()
    with acting(by_system(now), "account", "account", f"staff-{commander.pk}") as entry:
        entry.detail |= {"step": "changed the password", "access": [told, 0]}
    assert not lets_in(commander, OLD)
    assert str(commander.pk) in named("account")


def test_one_from_before_an_administrator_set_another_is_an_older_one_too(commander, staff, rows, now):
    put_back = rows("desk_account")
    fresh = managing.new_password(commander, by(staff["administrator"], now))
    assert lets_in(commander, fresh)
    put_back()
    assert not lets_in(commander, OLD)
    again = managing.new_password(Account.objects.get(pk=commander.pk), by(staff["administrator"], now))
    assert lets_in(commander, again), "a fresh one is the newest, whatever was put back before"


def test_whoever_changes_the_own_password_stays_inside_and_the_other_sessions_end(staff, here, now):
    account = staff["inspector"]
    own, other = Client(), a_session(account)
    own.post("/account/login/", {"login": "inspector", "password": "correct horse inspector"})
    assert inside(own)
    form = {"oldpassword": "correct horse inspector", "password1": NEW, "password2": NEW}
    assert own.post("/account/password/change/", form).status_code == 302
    assert lets_in(account, NEW)
    assert (inside(own), inside(other)) == (True, False)
    last = Event.objects.filter(act="account").order_by("-seq").first()
    assert "changed the password" in last.body
    assert '"access":[1,0]' in last.body


def test_an_ended_session_that_was_put_back_opens_nothing_and_is_named(commander, now):
    client = a_session(commander)
    cookie = client.cookies[desk_settings.SESSION_COOKIE_NAME].value
    row = Session.objects.get()
    client.post("/account/logout/")
    assert not Session.objects.filter(session_key=row.session_key).exists()
    Session.objects.create(session_key=row.session_key, session_data=row.session_data, expire_date=row.expire_date)
    assert [*named("django_session")] == [f"{row.session_key[:8]}…"]
    assert any("django_session" in each.wrong for each in examine(now))
    client.cookies[desk_settings.SESSION_COOKIE_NAME] = cookie
    assert not inside(client)
    assert inside(a_session(commander))


def test_nor_do_sessions_that_ended_everywhere_though_the_account_was_put_back_too(commander, rows, now):
    client, put_back = a_session(commander), rows("desk_account")
    own_account.end_sessions(commander, by(commander, now))
    put_back()
    assert not inside(client)
    assert str(commander.pk) in named("account")


def test_nor_does_a_session_from_before_the_password_was_changed(commander, rows, now):
    client, put_back = a_session(commander), rows("desk_account")
    own_change(commander, NEW, now)
    put_back()
    assert not inside(client)


@pytest.mark.parametrize("lost", [SINCE, ACCESS])
def test_a_session_that_does_not_say_from_when_it_is_has_ended(commander, lost):
    client = a_session(commander)
    session = client.session
    assert session[SESSION_KEY]
    del session[lost]
    session.save()
    assert not inside(client)


def test_a_page_opened_before_never_lets_ended_sessions_live_again(staff, now):
    clerk, doing = staff["clerk"], by(staff["administrator"], now)
    older, client = Account.objects.get(pk=clerk.pk), a_session(clerk)
    own_account.end_sessions(clerk, by(clerk, now))
    managing.change_account(older, {"role": "clerk", "unit": "Night"}, doing)
    assert Account.objects.get(pk=clerk.pk).sessions_ended == 1
    assert not inside(client)
    assert not named("account")


def planted(now, **more):
    return Job.objects.create(**{"kind": "work_out_dates", "target": "x", "queued_at": now} | more)


@pytest.fixture
def done(monkeypatch):
    """What was worked on."""
    found = []
    monkeypatch.setitem(jobs.LANES["dates"], "work_out_dates", lambda key, doing, beat: found.append(key))
    return found


def test_work_that_nobody_asked_for_is_not_done_and_is_named(staff, now, done):
    ours = asked(kind="work_out_dates", target="y", queued_at=now)
    thiefs = planted(now, by=staff["commander"], seal=ours.seal)
    assert named("job") == {str(thiefs.pk): "nobody asked for it at this desk"}
    while job := jobs.claim("dates", now):
        jobs.do(job, now)
    thiefs.refresh_from_db()
    assert (thiefs.state, thiefs.said, done) == ("failed", jobs.NOT_ASKED, ["y"])
    assert "event" in named("job")[str(thiefs.pk)], "it is named as long as it stands"
    assert any("table job" in each.wrong.lower() for each in examine(now))


def test_work_put_in_stops_nobody_who_asks_for_the_same(staff, now, done):
    planted(now)
    jobs.queue("work_out_dates", "x", by(staff["clerk"], now))
    assert done == ["x"]


@pytest.mark.parametrize("changed", [{"target": "z"}, {"kind": "check_record"}, {"by_id": None}, {"key": "another"}])
def test_nor_is_work_that_was_changed_after_somebody_asked_for_it(staff, now, done, changed):
    job = asked(kind="work_out_dates", target="y", queued_at=now, by=staff["clerk"])
    Job.objects.filter(pk=job.pk).update(**changed)
    assert jobs.claim("dates", now) is None
    assert jobs.claim("record", now) is None
    assert not done


def test_nor_is_work_done_again_that_was_put_back_as_it_was_before(staff, now, done, rows):
    jobs.queue("work_out_dates", "x", by(staff["clerk"], now))
    Job.objects.update(state="waiting", ended_at=None, beat_at=None, worker="")
    job = Job.objects.get()
    assert "waits again" in named("job")[str(job.pk)]
    assert jobs.claim("dates", now + timedelta(hours=1)) is None
    assert done == ["x"]


def test_work_that_was_asked_for_and_deleted_is_named(staff, now, monkeypatch):
    monkeypatch.setattr(jobs, "_running", [True])  # a worker elsewhere: it waits
    job = jobs.queue("work_out_dates", "x", by(staff["clerk"], now))
    assert jobs.queue("work_out_dates", "x", by(staff["clerk"], now)) == job
    assert not named("job")
    Job.objects.all().delete()
    assert "asked for" in named("job")[job.key]


def test_an_account_renamed_with_its_own_password_opens_no_other_account(commander, staff, now):
    """The thief's name, password and seal in the row of the commander, whose rights go with the row."""
    thief = staff["clerk"]
    own_change(thief, "a thief's own words", now)
    mine = Account.objects.filter(pk=thief.pk).values("username", "password", "password_seal", "password_turn").get()
    Account.objects.filter(pk=thief.pk).update(username="aside")
    Account.objects.filter(pk=commander.pk).update(**mine)
    assert not lets_in(commander, "a thief's own words")
    client = Client()
    client.post("/account/login/", {"login": mine["username"], "password": "a thief's own words"})
    assert not inside(client)
    assert {str(commander.pk), str(thief.pk)} <= set(named("account"))


@pytest.fixture
def program(staff, now):
    """A program's key that works, its secret, and whether it opens anything now."""
    from habeas.desk.api.keys import make_key

    key, secret = make_key(
        "jail", ["decisions", "releases"], now + timedelta(days=900), by(staff["administrator"], now)
    )
    vouch_for_key(key, shown(key), by(staff["commander"], now))
    assert opens(secret)
    return ApiKey.objects.get(), secret


def opens(secret):
    found = Client().get("/api/openapi.json", headers={"authorization": f"Bearer {secret}"})
    return found.status_code == 200


def test_a_planted_key_of_a_program_opens_nothing_and_is_named(program, staff, now):
    ours, _ = program
    for seal_of_ours in ("", ours.seal):
        ApiKey.objects.exclude(pk=ours.pk).delete()
        thiefs = ApiKey.objects.create(
            name="jail", digest=digest_of("hab_thief"), scopes=ours.scopes, made_by=staff["administrator"], made_at=now,
            expires_at=ours.expires_at, vouched_at=ours.vouched_at, vouched_by=ours.vouched_by, seal=seal_of_ours,
        )  # fmt: skip
        assert not opens("hab_thief")
        assert str(thiefs.pk) in named("apikey")


@pytest.mark.parametrize("changed", ["digest", "scopes", "expires_at", "vouched_by"])
def test_nor_does_one_that_was_changed_beside_the_desk(program, staff, now, changed):
    values = {"digest": digest_of("hab_thief"), "scopes": ["rosters"], "expires_at": now + timedelta(days=9_000)}
    ApiKey.objects.update(**{changed: values.get(changed, staff["counsel"])})
    assert not opens("hab_thief")
    assert not opens(program[1])
    assert named("apikey")


def test_nor_does_one_that_was_ended_or_held_to_less_and_was_put_back(program, staff, now, rows):
    (key, secret), put_back = program, rows("desk_apikey")
    change_scopes(key, ["releases"], by(staff["administrator"], now))
    put_back()
    assert not opens(secret)
    assert named("apikey")
    put_back = rows("desk_apikey")
    key.refresh_from_db()
    change_scopes(key, ["decisions"], by(staff["administrator"], now))
    key.refresh_from_db()
    vouch_for_key(key, shown(key), by(staff["commander"], now))
    assert opens(secret)
    put_back = rows("desk_apikey")
    revoke_key(ApiKey.objects.get(), by(staff["administrator"], now))
    put_back()
    assert not opens(secret)
    assert named("apikey")


def test_another_key_of_the_desk_takes_programs_and_waiting_work_along(program, staff, now, settings, tmp_path, done):
    from habeas.desk.accounts.factor_secrets import seal_all
    from habeas.desk.seals import BEFORE

    job = asked(kind="work_out_dates", target="y", queued_at=now)
    old, settings.DATA, settings.SECRET_KEY = settings.SECRET_KEY, tmp_path, "quite another key"
    assert not opens(program[1])
    (tmp_path / BEFORE).write_text(f"{old}\n")
    seal_all()
    (tmp_path / BEFORE).unlink()
    assert opens(program[1])
    assert jobs.claim("dates", now) == job
    assert ApiKey.objects.get().seal == seal(*ApiKey.objects.get().said_of_seal)


def test_a_log_out_killed_before_its_session_is_forgotten_leaves_no_session_that_is_over(staff, client):
    """The library tells of a log-out first and forgets the session after it, each in a step of its own."""
    from django.contrib.sessions.models import Session

    client.force_login(staff["clerk"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(client.session), "flush", lambda self: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            client.post("/account/logout/")
    assert Event.objects.filter(act="log_out").exists()
    assert not Session.objects.exists()
