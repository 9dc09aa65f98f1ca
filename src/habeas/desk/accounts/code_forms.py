"""The log-in library's forms for a code, with this desk's own count of what was tried and its own memory of what was used."""

from typing import Any

from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError

from habeas.desk.accounts.limits import code_try, first_use
from habeas.desk.accounts.signals import moment_of
from habeas.desk.workflow.errors import RefusedError


class _Counted(forms.BaseAuthenticateForm):
    def clean_code(self) -> str:
        """The code, counted before it is tried; refused where too many did not fit, and where it was used before."""
        request: Any = context.request
        try:
            taken = code_try(request, self.user)
        except RefusedError as fault:
            raise ValidationError(str(fault)) from None
        code = str(super().clean_code())
        used = normalize_user_code(code)
        if self.authenticator.type == Authenticator.Type.TOTP and not first_use(self.user, used, moment_of(request)):
            self._emit_authentication_failed(self.authenticator)
            raise get_adapter().validation_error("incorrect_code")
        taken.rollback()
        return code


class AuthenticateForm(_Counted, forms.AuthenticateForm):
    """A code after the password."""


class ReauthenticateForm(_Counted, forms.ReauthenticateForm):
    """A code in a session that goes on."""
