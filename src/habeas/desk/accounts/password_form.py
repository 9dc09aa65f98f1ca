"""The form for another password, which has to be another one: a first password that an administrator read out ends with it."""

from typing import Any

from allauth.account.forms import ChangePasswordForm as LibrarysForm
from django.core.exceptions import ValidationError


class ChangePasswordForm(LibrarysForm):
    """Old password, new password twice."""

    def clean(self) -> dict[str, Any]:
        """What was typed. Raises ValidationError where the new password is the one that holds now."""
        given: dict[str, Any] = super().clean()
        fresh = given.get("password1")
        if fresh and self.user.check_password(fresh):
            raise ValidationError("Choose a password different from your current one.")
        return given
