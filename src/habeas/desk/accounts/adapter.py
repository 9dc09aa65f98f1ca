"""How allauth behaves here: nobody signs up; an administrator makes accounts; an identity provider may only log in whom it knows."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from habeas.desk.accounts.limits import password_try
from habeas.desk.accounts.signals import moment_of, set_own_password
from habeas.desk.models import Account
from habeas.desk.workflow.errors import RefusedError


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "The user name or password is not correct. Check both and try again.",
    }

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody signs up."""
        return False

    def set_password(self, user: Any, password: str) -> None:
        """Set somebody's own password: with its event or not at all, so that no older one can be put back unseen.

        The old one was typed for it: what else changes the log-in within five minutes, such as a second factor, does not ask once more.
        """
        set_own_password(user, password, moment_of(context.request))
        record_authentication(context.request, user, method="password", reauthenticated=True)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """After a new password the desk, which leads to the second factor where the account has none; never the same form again."""
        return reverse("home")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the password before it is tried, as `limits` says. Raises ValidationError where it may not be tried now.

        The library takes the try off again where it fitted, by `_login_failed_rl_usage`.
        """
        try:
            self._login_failed_rl_usage = password_try(request, credentials.get("username", ""))
        except RefusedError as fault:
            raise ValidationError(str(fault)) from None


class SocialAdapter(DefaultSocialAccountAdapter):
    """An identity provider logs in an account that an administrator has connected; it makes none."""

    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Nobody signs up through a provider either."""
        return False

    def list_apps(self, request: Any, provider: Any = None, client_id: Any = None) -> list[Any]:
        """The provider of the settings alone: one that somebody wrote into the store would let its writer in as anybody."""
        return [each for each in super().list_apps(request, provider, client_id) if each.pk is None]

    def pre_social_login(self, request: Any, sociallogin: Any) -> None:
        """Let in only an open account whose administrator wrote down this very subject; asked anew at each log-in."""
        subject = sociallogin.account.uid
        found = Account.objects.filter(provider_subject=subject, is_active=True).first() if subject else None
        if found is None or (sociallogin.is_existing and sociallogin.user.pk != found.pk):
            why = "No account here is connected with yours at the county's log-in. Ask an administrator."
            raise ImmediateHttpResponse(render(request, "desk/errors/refused.html", {"why": why}, status=403))
        if not sociallogin.is_existing:
            sociallogin.connect(request, found)
