"""Who a session belongs to: the library's backend, with a query that every page asks built once a process."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from habeas.desk.built_once import BuiltOnce, given_key
from habeas.desk.models import Account


class DeskBackend(AuthenticationBackend):
    """The library's way in; only how the account of a session is read differs."""

    def get_user(self, user_id: Any) -> Account | None:
        """The account of this number, as it stands now; None where there is none or it is closed."""
        found: Account | None = _ACCOUNTS.first(account=user_id)
        return found if found is not None and self.user_can_authenticate(found) else None


_ACCOUNTS = BuiltOnce(lambda: Account.objects.filter(pk=given_key("account", Account)))
