"""What an account may and may not: one subject of the provider, a calendar that waits with its owner, and no NUL anywhere."""

import pytest

from habeas.desk.doing import by
from habeas.desk.services.clocks import calendar
from habeas.desk.services.office.managing import change_account, close_account, make_account, open_account, shown, vouch
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db
NEW = {"username": "new", "first_name": "N", "last_name": "Example", "role": "clerk", "employee_number": "", "unit": ""}


def test_two_accounts_never_hold_one_subject_of_the_provider(staff, now):
    administrator = by(staff["administrator"], now)
    made, _ = make_account(NEW | {"provider_subject": "sub-1"}, administrator)
    with pytest.raises(RefusedError, match="Another account, open or closed"):
        make_account(NEW | {"username": "newer", "provider_subject": "sub-1"}, administrator)
    close_account(made, administrator)
    given = {"first_name": "C", "last_name": "Example", "role": "clerk", "provider_subject": " sub-1 "}
    with pytest.raises(RefusedError, match="Another account, open or closed"):
        change_account(staff["clerk"], given, administrator)
    staff["clerk"].refresh_from_db()
    assert staff["clerk"].provider_subject == ""


def test_a_calendar_waits_with_its_owner_until_somebody_vouched(staff, now):
    secret = calendar.make_key(by(staff["clerk"], now))
    administrator = by(staff["administrator"], now)
    close_account(staff["clerk"], administrator)
    assert calendar.owner_of(secret, now) is None
    open_account(staff["clerk"], administrator)
    assert calendar.owner_of(secret, now) is None, "opened again, and nobody has vouched"
    vouch(staff["clerk"], shown(staff["clerk"]), by(staff["commander"], now))
    assert calendar.owner_of(secret, now) == staff["clerk"]


@pytest.mark.parametrize(
    "path", ["/people/?name=%00", "/people/?na%00me=x", "/account/login/?next=%00", "/requests/%00/"]
)
def test_a_nul_is_refused_in_one_sentence(path, clerk):
    page = clerk.get(path)
    assert page.status_code in {400, 404}
    assert page.status_code == 404 or b"invalid character (NUL)" in page.content


def test_a_nul_in_a_form_is_refused_too(client, staff, moment):
    assert client.post("/account/login/", {"login": "cle\0rk", "password": "x"}).status_code == 400


def test_a_password_that_somebody_else_knows_is_changed_before_anything_else(staff, now, client, moment):
    made, first = make_account(NEW, by(staff["administrator"], now))
    vouch(made, shown(made), by(staff["commander"], now))
    client.post("/account/login/", {"login": "new", "password": first})
    for path in ("/", "/me/", "/requests/", "/account/2fa/totp/activate/"):
        assert client.get(path)["Location"] == "/account/password/change/", path
    assert client.post("/disputes/new/", {"words": "x"})["Location"] == "/account/password/change/"
    form = {"oldpassword": first, "password1": first, "password2": first}
    assert b"Choose a password different" in client.post("/account/password/change/", form).content
    another = {"password1": "quite another password", "password2": "quite another password"}
    assert client.post("/account/password/change/", form | another).status_code == 302
    made.refresh_from_db()
    assert not made.first_password
    assert client.get("/me/").status_code == 200


def test_a_fresh_password_is_a_first_password(staff, now):
    from habeas.desk.services.office.managing import new_password

    new_password(staff["clerk"], by(staff["administrator"], now))
    staff["clerk"].refresh_from_db()
    assert staff["clerk"].first_password


def test_the_password_of_the_shell_is_a_first_password(here, now):
    from habeas.desk.services.office.setup import first_administrator

    assert first_administrator("first", "correct horse first", now).first_password
