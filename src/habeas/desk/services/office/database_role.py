"""On PostgreSQL the program logs in as a role that owns nothing: with each table it may do what it does, no more."""

from collections.abc import Iterator

from django.db import connection, transaction

from habeas.audit.sql import limit_role
from habeas.common.errors import BadInputError

ONLY_GROW: dict[str, bool] = {
    "desk_event": False,
    "desk_beside": True,
    "desk_checkpoint": False,
    "desk_anchor": False,
    "desk_signature": False,
    "desk_comment": False,
}
"""The tables that only grow; in those beside, an order to erase may delete a row."""

_ADDS, _CHANGES, _EMPTIES = "INSERT", "INSERT, UPDATE", "INSERT, UPDATE, DELETE"


def _each(names: str, rights: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), rights)


RIGHTS: dict[str, str] = (
    _each(
        "auth_group auth_group_permissions auth_permission desk_account_groups desk_account_user_permissions "
        "django_content_type django_migrations socialaccount_socialapp",
        "",
    )
    | _each("desk_chainhead desk_office", "UPDATE")  # the owner makes them when an office is opened
    | _each(
        "desk_designee desk_dispatch desk_execution desk_factrecord desk_figuresrelease desk_identitycheck desk_lawtext "
        "desk_opinion desk_packagefile desk_paperform desk_service desk_telling",
        _ADDS,
    )
    | _each(
        "account_emailaddress account_emailconfirmation desk_account desk_actchoice desk_apikey desk_calendarkey desk_clock "
        "desk_contact desk_decision desk_dispute desk_endedbyprogram desk_handover desk_headroute desk_idempotency desk_job "
        "desk_knownplace desk_lettertemplate desk_listwork desk_mailsetting desk_notice desk_numbering desk_officeseal desk_outsideaccount "
        "desk_paper desk_publication desk_question desk_recordcheck desk_request desk_rosterfile desk_rosterimport desk_rosterprofile "
        "desk_script desk_webhook socialaccount_socialaccount socialaccount_socialtoken",
        _CHANGES,
    )
    # an undone roster takes out whom it brought; a call told anew, fields nobody confirmed, yesterday's dates, pictures that are not ours
    | _each("desk_contactfield desk_neverthese desk_paperpage desk_rosterbefore desk_savedview", "INSERT, DELETE")
    | _each(
        "desk_booking desk_cache desk_formdraft desk_mail desk_person desk_readfield desk_releasedates desk_rostersample "
        "desk_tries desk_webhookcall django_session mfa_authenticator",
        _EMPTIES,
    )
)
"""What the program does with every other table besides reading it: a test holds it to each statement that the desk's tests make it say."""


def limit(role: str) -> int:
    """Give `role` what the program needs and no more, as the owner of the tables; how many tables it may work with.

    Raises BadInputError on SQLite (there are no roles), and where the role does not exist, owns a table, or is a superuser.
    """
    if connection.vendor != "postgresql":
        raise BadInputError("SQLite has no roles; there the folder's mode and the guards stand for them.")
    _check(role)
    tables = connection.introspection.table_names()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in _statements(role, tables):
            cursor.execute(statement)
    return len(tables)


def _check(role: str) -> None:
    limit_role(role, "desk_event")  # refuses a name that would have to be quoted
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolname = current_user FROM pg_roles WHERE rolname = %s", [role])
        found = cursor.fetchone()
    if found is None:
        raise BadInputError(f"There is no role {role}; make it first: CREATE ROLE {role} LOGIN PASSWORD '…'.")
    if any(found):
        raise BadInputError(
            f"{role} is a superuser or the owner itself; nothing can be held from it. Make another role."
        )


def _statements(role: str, tables: list[str]) -> Iterator[str]:
    schema = "public"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {role}"
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM {role}"
    for table in tables:
        if table not in ONLY_GROW:
            yield f"REVOKE ALL ON {table} FROM {role}"
            yield f"GRANT {', '.join(filter(None, ('SELECT', RIGHTS.get(table))))} ON {table} TO {role}"
    for table, may_delete in ONLY_GROW.items():
        yield from limit_role(role, table, may_delete=may_delete)
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role}"
