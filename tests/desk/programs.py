"""API keys as tests need them: made by an administrator, and vouched for by a commander."""

from datetime import timedelta


def vouched_key(maker, voucher, scopes, at, *, name="jail system", days=30):
    """The secret of a key that works."""
    from habeas.desk.api.keys import make_key
    from habeas.desk.doing import by
    from habeas.desk.services.office.programs import shown, vouch_for_key

    made, secret = make_key(name, scopes, at + timedelta(days=days), by(maker, at))
    vouch_for_key(made, shown(made), by(voucher, at))
    return secret
