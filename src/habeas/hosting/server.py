"""The databases of a host: made with two roles each, neither of which can enter another office's database."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from habeas.common.errors import BadInputError
from habeas.hosting.offices import HostedOffice


def make_database(server: str, office: HostedOffice) -> tuple[str, str]:
    """Make the office's two roles and its database on `server`; the addresses for the owner and for the program.

    `server` is the address of a role that may make roles and databases. Nobody else may enter the database. Raises BadInputError
    where a role or the database is there already; nothing is changed then.
    """
    words = {office.owner: secrets.token_urlsafe(24), office.program: secrets.token_urlsafe(24)}
    with _connected(server) as connection:
        _check_free(connection, office)
        try:
            for role, word in words.items():
                _make_role(connection, role, word)
            for statement in _of_database(office):
                connection.execute(statement)
        except psycopg.Error:
            _drop(connection, office)
            raise
    owner, program = (_address(server, office.database, role, word) for role, word in words.items())
    return owner, program


def drop_database(server: str, office: HostedOffice) -> None:
    """Remove a database that was just made, with its roles."""
    with _connected(server) as connection:
        _drop(connection, office)


def enterable(address: str, databases: list[str]) -> list[str]:
    """Which of `databases` the role of `address` may enter. Raises BadInputError where the server does not answer."""
    with _connected(address) as connection:
        asked = "SELECT datname FROM pg_database WHERE datname = ANY(%s) AND has_database_privilege(datname, 'CONNECT') ORDER BY 1"
        return [row[0] for row in connection.execute(asked, [databases])]


@contextmanager
def _connected(address: str) -> Iterator[psycopg.Connection]:
    """A connection that takes each statement by itself; what the server refuses is one sentence, without the address."""
    try:
        with psycopg.connect(address, autocommit=True, connect_timeout=20) as connection:
            yield connection
    except psycopg.Error as fault:
        said = (fault.diag.message_primary or type(fault).__name__).rstrip(".")
        raise BadInputError(f"The PostgreSQL server refused: {said}.") from None


def _check_free(connection: psycopg.Connection, office: HostedOffice) -> None:
    roles = connection.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [[office.owner, office.program]])
    bases = connection.execute("SELECT datname FROM pg_database WHERE datname = %s", [office.database])
    taken = [row[0] for row in (*roles.fetchall(), *bases.fetchall())]
    if taken:
        raise BadInputError(f"The server holds {', '.join(taken)} already; give the office another name.")


def _make_role(connection: psycopg.Connection, role: str, word: str) -> None:
    """Make a role; the server is handed the password's verifier, so that no log of its statements holds the password."""
    verifier = connection.pgconn.encrypt_password(word.encode(), role.encode(), b"scram-sha-256").decode()
    connection.execute(
        sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {}").format(
            sql.Identifier(role), sql.Literal(verifier)
        )
    )


def _of_database(office: HostedOffice) -> Iterator[sql.Composed]:
    names = {
        "base": sql.Identifier(office.database),
        "owner": sql.Identifier(office.owner),
        "program": sql.Identifier(office.program),
    }
    for statement in (
        "GRANT {owner} TO CURRENT_USER",  # who makes a database for a role must be a member of it for that moment
        "CREATE DATABASE {base} OWNER {owner}",
        "REVOKE ALL ON DATABASE {base} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {base} TO {program}",
        "REVOKE {owner} FROM CURRENT_USER",
    ):
        yield sql.SQL(statement).format(**names)


def _drop(connection: psycopg.Connection, office: HostedOffice) -> None:
    """Remove what is there of a database and its roles."""
    there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [office.owner]).fetchone()
    if there:
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(office.owner)))
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(office.database)))
    for role in (office.program, office.owner):
        connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


def _address(server: str, database: str, role: str, word: str) -> str:
    """The server's address for another role and database."""
    parts = urlsplit(server)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{role}:{word}@{place}", path=f"/{database}"))
