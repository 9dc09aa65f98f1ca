"""The second factor at the moment of signing: a code of the account's own device, checked anew and good once."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.http import HttpRequest

from habeas.desk.workflow.errors import RefusedError


def check_factor(request: HttpRequest) -> str:
    """Check the second factor that came with the form (`code`) and say which it was: `totp`. Raises RefusedError where it does not hold."""
    code = request.POST.get("code", "").strip()
    held = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP).first()
    if held is None:
        raise RefusedError("You have no second factor yet: set one up under “Your account”, then sign.")
    if not code or not TOTP(held).validate_code(code):
        raise RefusedError("The code does not fit, or was used already. Wait for the next one and try again.")
    return "totp"
