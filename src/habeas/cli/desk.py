"""`habeas desk`: open an office with its first administrator, migrate its database, vouch for an account."""

import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.audit_desk import hold_rows
from habeas.cli.open_desk import DEFAULT_DATA, DataOption, open_desk
from habeas.cli.options import JsonFlag, out, working
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.desk.configure import bring_up_to_date, configure

desk_app = typer.Typer(no_args_is_help=True, help="The desk: open an office, keep its accounts.")


@desk_app.command("open")
def open_(
    jurisdiction: Annotated[str, typer.Option("--jurisdiction", help="The place: us-ca-los-angeles, us-tx.")],
    agency: Annotated[str, typer.Option("--agency", help="The agency as letters name it.")],
    unit: Annotated[str, typer.Option("--unit", help="The unit that answers.")] = "Custody Records",
    site: Annotated[str, typer.Option("--site", help="A short name of the jail: the name of its record.")] = "jail",
    time_zone: Annotated[
        str | None, typer.Option("--time-zone", help="The jail's time zone, where it is not the place's own.")
    ] = None,
    address: Annotated[
        list[str] | None, typer.Option("--address", help="A line of the address; give it again for the next.")
    ] = None,
    administrator: Annotated[
        str, typer.Option("--administrator", help="The user name of the first administrator.")
    ] = "administrator",
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Open an office in a new data folder, with one administrator, whose first password is printed once."""
    configure(data, tls=True)
    working("Making the database", bring_up_to_date)
    from habeas.desk.services.office.setup import first_administrator, open_office  # noqa: PLC0415 - only after `configure`

    password = secrets.token_urlsafe(12)
    open_office(
        site=site, name=unit, agency=agency, address=address or [], jurisdiction=jurisdiction, time_zone=time_zone
    )
    first_administrator(administrator, password, datetime.now(UTC))  # clock: the shell's edge
    out(f"The office is open. Log in as {administrator} and set up a second factor.")
    sys.stderr.write(f"The first password, shown this once: {password}\n")
    sys.stderr.write(
        "Next: start `habeas serve`, log in, and work down Office setup, which the desk shows until nothing is missing.\n"
    )


@desk_app.command("practice")
def practice(
    target: Annotated[Path, typer.Option("--out", help="A new folder for the practice desk.")],
    office: Annotated[
        Path | None, typer.Option("--of", help="The data folder of the office whose settings it takes over.")
    ] = None,
    people: Annotated[
        int, typer.Option("--people", min=50, max=20_000, help="How many invented people are in custody.")
    ] = 500,
) -> None:
    """Make a practice desk: an office's own settings, law and letters, invented people, accounts to try; serve it with `habeas serve`."""
    from habeas.demo.practice import open_practice  # noqa: PLC0415 - it invents people, which no other command needs

    at = datetime.now(UTC)  # clock: the shell's edge
    made = working("Making the practice desk", lambda: open_practice(office, target, people, at))
    out(f"The practice desk of {made['agency']} is in {target}. Everything it shows and prints says PRACTICE.")
    out(f"Serve it: habeas serve --data {target} --plain-http --port 8702")
    out(f"Accounts, each with the password {made['password']}: {', '.join(made['accounts'])}")
    for name, secret in made["codes"].items():
        out(f"The second factor of {name}: {secret} (for an authenticator app; the page shows the code too)")


@desk_app.command("migrate")
def migrate(
    limit: Annotated[
        str | None, typer.Option("--limit", help="PostgreSQL: the role the program logs in as, to be limited.")
    ] = None,
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Apply the steps of the database that are missing, as its owner; with --limit leave the program's role only what it needs."""
    open_desk(data)
    working("Bringing the database up to date", bring_up_to_date)
    hold_rows()
    out("The database is up to date.")
    if limit:
        from habeas.desk.services.office.database_role import limit as limit_to  # noqa: PLC0415 - models exist only after `configure`

        out(f"{limit} may work with {limit_to(limit)} tables and can only add to the record.")


@desk_app.command("state")
def state(data: DataOption = DEFAULT_DATA, as_json: JsonFlag = False) -> None:
    """Say how a desk stands: which program wrote last, which steps of the database are missing, the newest signed checkpoint."""
    open_desk(data)
    from habeas.desk.services.upkeep.state import state_of_desk, state_words  # noqa: PLC0415 - models exist only after `configure`

    found = state_of_desk()
    out(readable_json(found) if as_json else state_words(found))
    raise typer.Exit(1 if found["steps_missing"] or found["site"] is None else 0)


@desk_app.command("vouch")
def vouch_at_shell(
    username: Annotated[str, typer.Argument(metavar="USERNAME", help="The account that waits.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Vouch for who holds an account, where no commander or counsel is left who could; the record names the system."""
    open_desk(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.models import Account  # noqa: PLC0415
    from habeas.desk.services.office.managing import shown, vouch  # noqa: PLC0415

    found = Account.objects.filter(username=username).first()
    if found is None:
        raise BadInputError("There is no account of that user name.")
    vouch(found, shown(found), by_system(datetime.now(UTC)))  # clock: the shell's edge
    out("Verified; the account can be used now.")


@desk_app.command("password")
def password_at_shell(
    username: Annotated[str, typer.Argument(metavar="USERNAME", help="The administrator's account.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Give an administrator a fresh first password, printed once, where no other administrator is left who could."""
    open_desk(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.models import Account  # noqa: PLC0415
    from habeas.desk.services.office.managing import new_password  # noqa: PLC0415

    found = Account.objects.filter(username=username, role=Account.Role.ADMINISTRATOR, is_active=True).first()
    if found is None:
        raise BadInputError(
            "There is no open administrator's account of that user name; an administrator gives others theirs."
        )
    password = new_password(found, by_system(datetime.now(UTC)))  # clock: the shell's edge
    out(f"First password of {username}, shown this once: {password}")
    out("It is changed at the first log-in.")
