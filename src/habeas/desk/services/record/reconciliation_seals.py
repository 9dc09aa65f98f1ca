"""Passwords and second factors, of which no event tells row by row, are held against the seals the desk made when they were set."""

from habeas.desk.accounts.factor_secrets import not_ours
from habeas.desk.models import Account
from habeas.desk.services.record.reconciliation_base import Heard, Part


class Seals(Part):
    """What somebody wrote into the store beside the desk: it opens nothing, and is named."""

    def hear(self, event: Heard) -> None:
        """Nothing: a seal stands beside what it is on."""

    def judge(self) -> None:
        """Name each password and each second factor that was not set by this desk for the account whose it is."""
        for account in Account.objects.only("username", "password", "password_seal").order_by("pk"):
            if not account.password_is_ours:
                self.found.say("account", account.pk, "its password was not set by this desk")
        for factor in not_ours():
            self.found.say("mfa_authenticator", factor, "it was not set up by this desk for the account whose it is")
