"""Nobody outside keeps a named person out, with passwords or with codes; and nobody guesses one: both sides of every limit."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory

from habeas.desk.accounts import places
from habeas.desk.accounts.factors import check_factor
from habeas.desk.accounts.limits import NAME, first_use
from habeas.desk.accounts.tries import Limit, is_full, take
from habeas.desk.models import Event, KnownPlace, Tries
from habeas.desk.services.office.own_account import end_sessions
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 - that of a test
HOME, ELSEWHERE = "198.51.100.7", "203.0.113.66"


@pytest.fixture
def clock(monkeypatch, now):
    """The moment that pages see; `ahead` moves it."""
    from habeas.desk import middleware

    moment = now

    class Clock:
        at = moment

        @classmethod
        def now(cls, zone):
            return cls.at

        @classmethod
        def ahead(cls, **by):
            cls.at += timedelta(**by)

    monkeypatch.setattr(middleware, "datetime", Clock)
    return Clock


def log_in(name, password=None, *, address=ELSEWHERE, client=None):
    form = {"login": name, "password": password or f"correct horse {name}"}
    return (client or Client()).post("/account/login/", form, REMOTE_ADDR=address)


def came_in(answer):
    return answer.status_code == 302


def guesses(name, how_many, address=ELSEWHERE):
    """How many of so many wrong passwords were looked at."""
    before = Event.objects.filter(act="log_in_refused").count()
    for n in range(how_many):
        log_in(name, f"wrong {n}", address=address)
    return Event.objects.filter(act="log_in_refused").count() - before


def from_everywhere(name, how_many):
    """Wrong passwords for one name, each from an address of its own."""
    return sum(guesses(name, 1, f"203.0.{n // 250}.{n % 250 + 1}") for n in range(how_many))


def test_a_stranger_elsewhere_does_not_keep_the_owner_out(staff, clock):
    assert guesses("commander", 9) == 5, "and guesses end after five"
    assert came_in(log_in("commander", address=HOME)), "a new device at another address"
    assert not came_in(log_in("commander")), "the stranger's own address waits, the right password or not"


def test_a_device_that_logged_in_passes_where_a_stranger_sits_behind_the_same_address(staff, clock):
    own = Client()
    assert came_in(log_in("commander", client=own, address=HOME))
    own.post("/account/logout/")
    guesses("commander", 9, HOME)
    assert not came_in(log_in("commander", address=HOME))
    assert came_in(log_in("commander", client=own, address=HOME)), "the device has a count of its own"


def test_a_flood_from_everywhere_slows_new_places_and_lets_known_ones_pass(staff, clock):
    own = Client()
    log_in("commander", client=own, address=HOME)
    own.post("/account/logout/")
    from_everywhere("commander", NAME.most)
    assert guesses("commander", 4) == 1, "an address that is new now tries once"
    answer = log_in("commander")
    assert not came_in(answer)
    assert b"A device you used before does not have to wait" in answer.content
    assert came_in(log_in("commander", client=own, address="192.0.2.1")), "the owner's device, anywhere"
    assert came_in(log_in("commander", address=HOME)), "the owner's address, with another device"
    assert came_in(log_in("commander", address="192.0.2.77")), "nor is a new place shut out: it tries, then waits"
    clock.ahead(minutes=10)
    assert came_in(log_in("commander")), "and after the wait it tries again"


def test_how_many_passwords_can_be_guessed_in_an_hour(staff, clock):
    counted = 0
    for _ in range(60):
        counted += guesses("commander", 7)
        clock.ahead(minutes=1)
    assert counted <= 20 + 5, counted


def test_one_address_cannot_go_through_the_names(staff, clock):
    counted = sum(guesses(f"nobody{n}", 1) for n in range(40))
    assert counted == 30
    assert came_in(log_in("clerk", address=HOME))


def test_no_spelling_of_a_name_has_a_count_of_its_own(staff, clock):
    assert sum(guesses(name, 3) for name in ("commander", "COMMANDER", " commander", "Commander ")) == 5


def test_a_cookie_that_is_forged_or_somebody_elses_makes_no_device_known(staff, clock):
    clerk = Client()
    log_in("clerk", client=clerk, address=ELSEWHERE)
    clerk.post("/account/logout/")
    guesses("commander", 5)
    assert not came_in(log_in("commander", client=clerk)), "known for its own account alone"
    clerk.cookies[places.COOKIE] = "made-up:signature"
    assert not came_in(log_in("commander", client=clerk))


def test_no_device_is_known_before_the_second_factor_was_given(staff, clock):
    TOTP.activate(staff["commander"], SECRET)
    thief = Client()
    assert "2fa" in log_in("commander", client=thief)["Location"]
    assert not KnownPlace.objects.exists()
    assert places.COOKIE not in thief.cookies


def test_ending_all_sessions_makes_a_lost_device_unknown(staff, clock, rf):
    own = Client()
    log_in("clerk", client=own, address=HOME)
    request = rf.get("/", REMOTE_ADDR=HOME)
    request.COOKIES = {places.COOKIE: own.cookies[places.COOKIE].value}
    assert places.known_place(staff["clerk"], request, clock.at).startswith("device")
    from habeas.desk.doing import by

    end_sessions(staff["clerk"], by(staff["clerk"], clock.at))
    assert places.known_place(staff["clerk"], request, clock.at) == ""


def test_known_places_grow_old(staff, clock, rf):
    log_in("clerk", address=HOME)
    request = rf.get("/", REMOTE_ADDR=HOME)
    assert places.known_place(staff["clerk"], request, clock.at).startswith("address")
    assert places.known_place(staff["clerk"], request, clock.at + timedelta(days=31)) == ""


def test_no_address_and_no_name_stands_in_what_is_counted(staff, clock):
    log_in("clerk", address=HOME)
    guesses("commander", 2)
    kept = str([*Tries.objects.values(), *KnownPlace.objects.values()])
    assert not any(word in kept for word in (HOME, ELSEWHERE, "commander", "password"))


def code_now():
    return format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))


def wrong_codes(client, how_many, address=ELSEWHERE):
    """How many of so many codes after the right password were looked at."""
    before = Event.objects.filter(act="log_in_refused").count()
    for n in range(how_many):
        log_in("commander", client=client, address=address)
        client.post("/account/2fa/authenticate/", {"code": f"00000{n % 10}"}, REMOTE_ADDR=address)
    return Event.objects.filter(act="log_in_refused").count() - before


def sign(staff, client, address, **form):
    """Check a second factor as the page of signing does."""
    from allauth.core import context
    from django.contrib.sessions.backends.db import SessionStore

    request = RequestFactory().post("/", form, REMOTE_ADDR=address)
    request.COOKIES = {name: each.value for name, each in client.cookies.items()}
    request.user, request.session, request.moment = staff["commander"], SessionStore(), datetime.now(UTC)
    with context.request_context(request):
        return check_factor(request)


def test_who_knows_the_password_cannot_use_up_the_owners_codes(staff):
    TOTP.activate(staff["commander"], SECRET)
    cache.clear()
    own = Client()
    log_in("commander", client=own, address=HOME)
    own.post("/account/2fa/authenticate/", {"code": code_now()}, REMOTE_ADDR=HOME)
    assert KnownPlace.objects.exists()
    assert wrong_codes(Client(), 9) == 5
    assert sum(wrong_codes(Client(), 2, f"203.0.113.{n}") for n in range(20)) <= 20, (
        "nor tries them out from many addresses"
    )
    Tries.objects.filter(count=1).delete()  # the code that was used at the log-in
    cache.clear()
    assert sign(staff, own, HOME, code=code_now()) == "totp", "the commander signs while somebody guesses"


def test_codes_from_new_places_come_one_a_minute_after_twenty(staff, clock):
    TOTP.activate(staff["commander"], SECRET)
    spread = [wrong_codes(Client(), 1, f"203.0.113.{n}") for n in range(40)]
    assert sum(spread) == 21
    clock.ahead(minutes=1)
    assert sum(wrong_codes(Client(), 1, f"203.0.114.{n}") for n in range(40)) == 1


def test_a_used_code_stays_used_through_a_flood(staff, now):
    assert first_use(staff["commander"], "123456", now)
    for n in range(400):
        take(f"some name {n}", Limit(5, timedelta(minutes=5)), now)
    cache.clear()
    assert not first_use(staff["commander"], "123456", now + timedelta(seconds=60))
    assert first_use(staff["commander2"], "123456", now)


def test_a_code_used_at_the_log_in_signs_nothing_even_where_the_cache_lost_it(staff):
    Authenticator.objects.filter(user=staff["commander"]).delete()
    TOTP.activate(staff["commander"], SECRET)
    cache.clear()  # another test may have used the code of this half minute
    own, code = Client(), code_now()
    log_in("commander", client=own, address=HOME)
    assert came_in(own.post("/account/2fa/authenticate/", {"code": code}, REMOTE_ADDR=HOME))
    cache.clear()
    with pytest.raises(RefusedError, match="used already"):
        sign(staff, own, HOME, code=code)
    own.post("/account/logout/")
    cache.clear()
    log_in("commander", client=own, address=HOME)
    again = own.post("/account/2fa/authenticate/", {"code": f"{code[:3]} {code[3:]}"}, REMOTE_ADDR=HOME)
    assert not came_in(again), "nor does it log in, written otherwise"


@pytest.mark.django_db(transaction=True)
def test_sixteen_at_a_time_count_as_sixteen(now):
    def one(_):
        try:
            return take("unlock one", Limit(5, timedelta(hours=12)), now)
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as many:
        assert sum(many.map(one, range(60))) == 5
    assert is_full("unlock one", Limit(5, timedelta(hours=12)), now)


def test_a_clock_set_back_keeps_nobody_out_for_longer(here, now):
    limit = Limit(1, timedelta(minutes=5))
    assert take("one", limit, now + timedelta(days=400))
    assert take("one", limit, now)
    assert not take("one", limit, now)


def test_sixteen_wrong_passwords_at_the_lock_at_once_are_five(staff, clock):
    own = Client()
    own.force_login(staff["clerk"])
    key = own.cookies["sessionid"].value
    apart = [Client() for _ in range(16)]
    for each in apart:
        each.cookies["sessionid"] = key
    refused = [each.post("/unlock/", {"password": "wrong"}).status_code for each in apart]
    assert Event.objects.filter(act="log_in_refused").count() == 5
    assert 423 in refused
    assert own.get("/")["Location"].startswith("/account/login/")
