"""How allauth behaves here: nobody signs up; an administrator makes accounts; an identity provider may only log in whom it knows."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody signs up."""
        return False


class SocialAdapter(DefaultSocialAccountAdapter):
    """An identity provider logs in an account that an administrator has connected; it makes none."""

    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Nobody signs up through a provider either."""
        return False
