"""The desk at the shell: `serve`, `open` (a first office and administrator)."""

import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.desk.configure import bring_up_to_date, configure
from habeas.desk.restoring import restore as put_back
from habeas.shell import JsonFlag, out, working

desk_app = typer.Typer(no_args_is_help=True, help="The desk: open an office, keep its accounts.")

DataOption = Annotated[
    Path, typer.Option("--data", help="The folder that holds the database and the keys.", envvar="HABEAS_DATA")
]
DEFAULT_DATA = Path("habeas-data")


def serve(
    data: DataOption = DEFAULT_DATA,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen on.")] = 8700,
    hosts: Annotated[
        str, typer.Option("--hosts", help="The host names served, joined by commas.", envvar="HABEAS_HOSTS")
    ] = "localhost,127.0.0.1",
    workers: Annotated[int, typer.Option("--workers", min=1, max=32, help="How many processes answer.")] = 2,
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="No TLS in front: only for a trial on this machine.")
    ] = False,
) -> None:
    """Serve the desk: an SQLite file in the data folder, or the PostgreSQL that `DATABASE_URL` names."""
    if plain_http and host not in {"127.0.0.1", "localhost", "::1"}:
        raise BadInputError("--plain-http is for this machine only; put TLS in front, or listen on 127.0.0.1.")
    configure(data, tls=not plain_http, hosts=hosts)
    working("Bringing the database up to date", bring_up_to_date)
    from habeas.desk.models import Office  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.serving import serve as run  # noqa: PLC0415

    if not Office.objects.exists():
        raise BadInputError("No office is open in this folder; start with `habeas desk open`.")
    scheme = "http" if plain_http else "https (behind your TLS)"
    run(host, port, workers, lambda: out(f"The desk is served at {scheme}: {host}:{port}. Stop it with Ctrl-C."))


def serve_demo(folder: Path, port: int) -> None:
    """Serve the desk of the demonstration on this machine, and say how to log in."""
    configure(folder, tls=False, hosts="localhost,127.0.0.1", url="")
    from habeas.demo.desk import second_factors  # noqa: PLC0415 - it needs the models
    from habeas.demo.served import told  # noqa: PLC0415
    from habeas.desk.serving import serve as run  # noqa: PLC0415

    lines = told(f"http://127.0.0.1:{port}/", second_factors())
    run("127.0.0.1", port, 2, lambda: out("\n".join(lines)))


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
    from habeas.desk.services.setup import first_administrator, open_office  # noqa: PLC0415 - only after `configure`

    password = secrets.token_urlsafe(12)
    open_office(
        site=site, name=unit, agency=agency, address=address or [], jurisdiction=jurisdiction, time_zone=time_zone
    )
    first_administrator(administrator, password, datetime.now(UTC))  # clock: the shell's edge
    out(f"The office is open. Log in as {administrator} and set up a second factor.")
    sys.stderr.write(f"The first password, shown this once: {password}\n")


@desk_app.command("migrate")
def migrate(
    limit: Annotated[
        str | None, typer.Option("--limit", help="PostgreSQL: the role the program logs in as, to be limited.")
    ] = None,
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Apply the steps of the database that are missing, as its owner; with --limit leave the program's role only what it needs."""
    _open(data)
    working("Bringing the database up to date", bring_up_to_date)
    out("The database is up to date.")
    if limit:
        from habeas.desk.services.limiting import limit as limit_to  # noqa: PLC0415 - models exist only after `configure`

        out(f"{limit} may work with {limit_to(limit)} tables and can only add to the record.")


@desk_app.command("vouch")
def vouch_at_shell(
    username: Annotated[str, typer.Argument(metavar="USERNAME", help="The account that waits.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Vouch for who holds an account, where no commander or counsel is left who could; the record names the desk itself."""
    _open(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.models import Account  # noqa: PLC0415
    from habeas.desk.services.managing import vouch  # noqa: PLC0415

    found = Account.objects.filter(username=username).first()
    if found is None:
        raise BadInputError("There is no account of that user name.")
    vouch(found, by_system(datetime.now(UTC)))  # clock: the shell's edge
    out("Vouched for; it works now.")


def _open(data: Path) -> None:
    """Start Django on a desk as it stands; nothing in it is changed."""
    if not os.environ.get("DATABASE_URL") and not (data / "habeas.sqlite3").is_file():
        raise BadInputError(f"{data.name} holds no desk: there is no habeas.sqlite3 in it.")
    configure(data)


def backup(
    target: Annotated[Path, typer.Option("--out", help="The new file; one that is there is never replaced.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Copy the whole desk into one file while clerks work: database, keys, manifest. Exit status 1 where its record is broken."""
    _open(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.services.backup import back_up  # noqa: PLC0415

    made = working("Copying", lambda: back_up(target, by_system(datetime.now(UTC))))  # clock: the shell's edge
    out(f"{made.events:,} events and all that belongs to them: {target}\nSHA-256 {made.sha256}")
    if made.fault:
        out(f"The record itself is broken. {made.fault}")
    raise typer.Exit(1 if made.fault else 0)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `habeas backup` made.")],
    data: Annotated[Path, typer.Option("--data", help="A new or empty folder.")],
) -> None:
    """Verify a backup (hashes, database, the whole record, its guards) and put it into a new folder, ready to be served."""
    url = os.environ.get("DATABASE_URL", "")
    at = datetime.now(UTC)  # clock: the shell's edge
    made = working("Verifying and restoring", lambda: put_back(file, data, at, url))
    out("\n".join([f"Made by {made.manifest['program']} at {made.manifest['made_at']}.", *made.sentences]))
    out(f"Restored: {data}. Look at it with `habeas doctor --data {data}`, then serve it.")


def doctor(data: DataOption = DEFAULT_DATA, as_json: JsonFlag = False) -> None:
    """Look at everything that can be wrong with a desk; a sentence for each finding, and exit status 1 where there is any."""
    _open(data)
    from habeas.desk.services.doctor import examine  # noqa: PLC0415 - models exist only after `configure`

    found = working("Looking", lambda: examine(datetime.now(UTC)))  # clock: the shell's edge
    wrong = [each for each in found if each.wrong]
    if as_json:
        out(readable_json([{"about": each.about, "wrong": each.wrong} for each in found]))
    else:
        out("\n".join(f"{'!' if each.wrong else ' '} {each.about}: {each.wrong or 'in order.'}" for each in found))
    raise typer.Exit(1 if wrong else 0)


def outage_kit(
    target: Annotated[Path, typer.Option("--out", help="A new or empty folder.")],
    each: Annotated[int, typer.Option("--forms", min=1, max=100, help="How many blank forms of each kind.")] = 10,
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Make the kit for the hours without this program: the sheet of what must and must not be done, numbered forms, whom to call."""
    _open(data)
    from habeas.desk.doing import by_system  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.services.outage import make_kit, write_kit  # noqa: PLC0415

    at = datetime.now(UTC)  # clock: the shell's edge
    kit = working("Drawing the kit", lambda: make_kit(by_system(at), each))
    write_kit(kit, target)
    numbers = [number for rows in kit.numbers.values() for number in rows]
    out(f"{len(kit.files) - 1} PDFs, forms {numbers[0]} to {numbers[-1]}: {target}")


def serve_public(
    data: DataOption = DEFAULT_DATA,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen on.")] = 8701,
    hosts: Annotated[
        str, typer.Option("--hosts", help="The host names served, joined by commas.", envvar="HABEAS_HOSTS")
    ] = "localhost,127.0.0.1",
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="No TLS in front: only for a trial on this machine.")
    ] = False,
) -> None:
    """Serve the public site in a process of its own, which reads and cannot write: what is published, the law, figures, help."""
    if plain_http and host not in {"127.0.0.1", "localhost", "::1"}:
        raise BadInputError("--plain-http is for this machine only; put TLS in front, or listen on 127.0.0.1.")
    if not os.environ.get("DATABASE_URL") and not (data / "habeas.sqlite3").is_file():
        raise BadInputError(f"{data.name} holds no desk: there is no habeas.sqlite3 in it.")
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.desk.settings_public"
    configure(data, tls=not plain_http, hosts=hosts)
    from habeas.desk.serving import serve_public as run  # noqa: PLC0415 - only after `configure`

    scheme = "http" if plain_http else "https (behind your TLS)"
    run(host, port, lambda: out(f"The public site is served at {scheme}: {host}:{port}. Stop it with Ctrl-C."))
