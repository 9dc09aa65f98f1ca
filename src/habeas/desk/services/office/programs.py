"""The keys of programs as pages list them; making and ending one is the API's."""

from habeas.desk.models import ApiKey


def newest_first() -> list[ApiKey]:
    """Every key, those that stand first, the newest first."""
    return list(ApiKey.objects.select_related("made_by").order_by("revoked_at", "-made_at"))


def ending_first() -> list[ApiKey]:
    """Every key, those that stand first, by when it ends."""
    return list(ApiKey.objects.select_related("made_by").order_by("revoked_at", "expires_at"))


def standing(key: str) -> ApiKey | None:
    """One key that nobody has ended."""
    return ApiKey.objects.filter(key=key, revoked_at=None).first()
