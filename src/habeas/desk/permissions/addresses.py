"""Every address of the desk with the capability it needs: one table, from which the URLs are made and which a test walks.

A page that is not in this table does not exist; an address without a capability cannot be written.
"""

from dataclasses import dataclass

PUBLIC = "public"
"""Open to anyone: the log-in itself, the public site, static files."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its path, its name, the view (`module.function` under `habeas.desk.views`), and the capability it needs."""

    path: str
    name: str
    view: str
    capability: str


ADDRESSES: tuple[Address, ...] = (
    # ---- home, boards (views/home.py)
    Address("", "home", "home.home", "see_desk"),
    # ---- intake (views/intake.py)
    # ---- reading and who is meant (views/reading.py, views/who.py)
    # ---- the request (views/requests.py)
    Address("requests/", "requests", "requests.index", "see_requests"),
    Address("requests/<str:number>/", "request", "requests.show", "see_requests"),
    # ---- deciding and signing (views/deciding.py, views/signing.py, views/questions.py)
    # ---- going out, notices (views/outgoing.py, views/notices.py)
    # ---- people, rosters, register (views/people.py, views/rosters.py, views/register.py)
    # ---- disputes, contacts, tellings, clocks, shifts (views/disputes.py, views/contacts.py, views/shifts.py)
    # ---- law, counsel (views/law.py)
    # ---- inspector (views/inspect.py)
    # ---- accounts, office, keys (views/accounts.py, views/manage.py)
    # ---- outage kit (views/outage.py)
    # ---- public site (views/public.py)
)

ALLAUTH: dict[str, str] = {
    "account_login": PUBLIC,
    "account_logout": "use_account",
    "account_reauthenticate": "use_account",
    "account_change_password": "use_account",
    "account_set_password": "use_account",
    "mfa_index": "use_account",
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": "use_account",
    "mfa_activate_totp": "use_account",
    "mfa_deactivate_totp": "use_account",
    "mfa_view_recovery_codes": "use_account",
    "mfa_generate_recovery_codes": "use_account",
    "mfa_download_recovery_codes": "use_account",
    "mfa_list_webauthn": "use_account",
    "mfa_add_webauthn": "use_account",
    "mfa_edit_webauthn": "use_account",
    "mfa_remove_webauthn": "use_account",
    "mfa_reauthenticate_webauthn": "use_account",
    "mfa_login_webauthn": PUBLIC,
    "openid_connect_login": PUBLIC,
    "openid_connect_callback": PUBLIC,
}
"""The addresses of the log-in library that are served; every other one it has is refused."""


def capability_of(name: str) -> str | None:
    """The capability the address called `name` needs; None where the table has no such address: refused."""
    return _BY_NAME.get(name)


_BY_NAME: dict[str, str] = {each.name: each.capability for each in ADDRESSES} | ALLAUTH
