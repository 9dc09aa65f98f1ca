"""API keys: made once, shown once, kept as a digest; each with scopes and an end."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest
from ninja.security import HttpBearer

from habeas.desk.api.bodies import take
from habeas.desk.api.refusing import refuse
from habeas.desk.api.table import OPERATIONS, SCOPES
from habeas.desk.doing import Doing, by_program
from habeas.desk.services.office import programs
from habeas.desk.services.office.programs import ApiKey
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.machine import check_right, needed


def make_key(name: str, scopes: Iterable[str], expires_at: datetime, doing: Doing) -> tuple[ApiKey, str]:
    """Make a key for a program. Returns its row and the secret, which is shown this once. Raises RefusedError for an unknown scope."""
    return programs.make_key(name, _known(scopes), expires_at, doing)


def change_scopes(key: ApiKey, scopes: Iterable[str], doing: Doing) -> None:
    """Let a key do other things; a second person vouches for them first. Raises RefusedError for an unknown scope."""
    programs.change_scopes(key, _known(scopes), doing)


def _known(scopes: Iterable[str]) -> set[str]:
    wanted = set(scopes)
    if not wanted or wanted - set(SCOPES):
        raise RefusedError(f"Give the key at least one scope of: {', '.join(SCOPES)}.")
    return wanted


class ProgramKey(HttpBearer):
    """`Authorization: Bearer hab_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> ApiKey | None:
        """The key, where it is known and neither ended nor revoked; only then is the body read."""
        found = programs.key_of(token)
        why = _unfit(found, request.moment)  # type: ignore[attr-defined]
        if why:
            key = found.key if found else "unknown"
            doing = Doing(f"program-{key}", "program", request.moment)  # type: ignore[attr-defined]
            refuse(request.META.get("REMOTE_ADDR", ""), why, _operation(request), doing, key)
            return None
        take(request)
        return found


def _unfit(found: ApiKey | None, at: datetime) -> str:
    if found is None:
        return "no such key"
    if found.revoked_at is not None:
        return "the key was revoked"
    if found.vouched_at is None:
        return "the key was not approved"
    if not found.is_ours:
        return "the key is not the one that was approved"
    return "the key has ended" if found.expires_at <= at else ""


def _operation(request: HttpRequest) -> str:
    return request.resolver_match.url_name or "" if request.resolver_match else ""


def doing_for(request: HttpRequest, operation: str) -> Doing:
    """Who acts in this call: the program itself, never the administrator who made its key.

    Raises NotYoursError where the key lacks the scope of the operation; that it was tried is written.
    """
    key: ApiKey = request.auth  # type: ignore[attr-defined]
    doing = by_program(key, request.moment)  # type: ignore[attr-defined]
    needs = OPERATIONS[operation]
    if needs.scope not in key.scopes:
        refuse(key.key, f"no scope {needs.scope}", operation, doing, key.key)
        raise NotYoursError(f"The key has no scope {needs.scope}: an administrator makes one that has.")
    check_right(needed(needs.capability), doing.role)
    return doing
