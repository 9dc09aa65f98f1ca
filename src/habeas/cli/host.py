"""`habeas host`: many offices on one PostgreSQL server, each with a database, a record and a key of its own."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.options import JsonFlag, out, working
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.hosting.children import Ended, run_on_each
from habeas.hosting.looking import faults_of_host
from habeas.hosting.offices import HostedOffice, named, offices_of
from habeas.hosting.opening import migration, open_hosted

host_app = typer.Typer(
    no_args_is_help=True, help="Many offices on one PostgreSQL server, each with a database of its own."
)

HostOption = Annotated[
    Path, typer.Option("--folder", help="The folder of the host: keys and settings.", envvar="HABEAS_HOST")
]
OnlyOption = Annotated[list[str] | None, typer.Option("--only", help="Only this office; may be repeated.")]
AtOnce = Annotated[int, typer.Option("--at-once", min=1, max=32, help="How many offices at a time.")]
Minutes = Annotated[int, typer.Option("--minutes", min=1, max=1_440, help="How long one office may take.")]
DEFAULT_HOST = Path("habeas-host")


@host_app.command("open")
def host_open(  # noqa: PLR0913, PLR0917 - each argument is one option of the command
    name: Annotated[str, typer.Argument(metavar="NAME", help="The office's name: small letters, digits, _.")],
    jurisdiction: Annotated[str, typer.Option("--jurisdiction", help="The place: us-ca-los-angeles, us-tx.")],
    agency: Annotated[str, typer.Option("--agency", help="The agency as letters name it.")],
    hosts: Annotated[str, typer.Option("--hosts", help="The host names it is served under, joined by commas.")],
    unit: Annotated[str, typer.Option("--unit", help="The unit that answers.")] = "Custody Records",
    time_zone: Annotated[
        str | None, typer.Option("--time-zone", help="The jail's time zone, where it is not the place's own.")
    ] = None,
    address: Annotated[
        list[str] | None, typer.Option("--address", help="A line of the address; give it again for the next.")
    ] = None,
    administrator: Annotated[
        str, typer.Option("--administrator", help="The user name of the first administrator.")
    ] = "administrator",
    folder: HostOption = DEFAULT_HOST,
) -> None:
    """Make an office's database and roles on the server that HABEAS_HOST_SERVER names, and open it; whole, or nothing is left."""
    server = os.environ.get("HABEAS_HOST_SERVER", "")
    if not server.startswith(("postgresql://", "postgres://")):
        raise BadInputError(
            "HABEAS_HOST_SERVER is missing: set it to the address of a role that may make roles and databases."
        )
    office = named(name, folder)
    given = [f"--jurisdiction={jurisdiction}", f"--agency={agency}", f"--unit={unit}", f"--site={name}"]
    given += [f"--administrator={administrator}", *(f"--address={line}" for line in address or ())]
    given += [f"--time-zone={time_zone}"] if time_zone else []
    opened = working("Making the database", lambda: open_hosted(office, server, given, hosts))
    out(f"{opened.printed}Serve it with the settings in {office.settings}.")
    sys.stderr.write(opened.said)


@host_app.command("list")
def host_list(
    folder: HostOption = DEFAULT_HOST,
    only: OnlyOption = None,
    at_once: AtOnce = 2,
    minutes: Minutes = 5,
    as_json: JsonFlag = False,
) -> None:
    """Say how each office stands: place, program, steps missing, the newest signed checkpoint. Exit status 1 where one needs a person."""
    ended = _each(folder, only, lambda _: ["desk", "state", "--json"], (at_once, minutes), as_owner=False)
    rows = [_row(each) for each in ended]
    out(readable_json(rows) if as_json else "\n".join(_line(row) for row in rows))
    _end(ended)


@host_app.command("migrate")
def host_migrate(
    folder: HostOption = DEFAULT_HOST, only: OnlyOption = None, at_once: AtOnce = 2, minutes: Minutes = 60
) -> None:
    """Apply the missing steps to each office's database as its owner, and limit its program's role anew."""
    _tell(_each(folder, only, migration, (at_once, minutes), as_owner=True))


@host_app.command("backup")
def host_backup(
    target: Annotated[Path, typer.Option("--out", help="The folder for the files, one an office; it must be there.")],
    folder: HostOption = DEFAULT_HOST,
    only: OnlyOption = None,
    at_once: AtOnce = 2,
    minutes: Minutes = 60,
) -> None:
    """Copy each office into a file of its own, named after the office and the moment."""
    if not target.is_dir():
        raise BadInputError(f"{target.name} is no folder; make it first, for the desk's user alone.")
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"  # clock: the shell's edge; the time stands in the files' names
    into = target.absolute()
    _tell(
        _each(folder, only, lambda office: ["backup", "--out", str(into / f"{office.name}-{stamp}.backup")],
              (at_once, minutes), as_owner=True)
    )  # fmt: skip


@host_app.command("doctor")
def host_doctor(
    folder: HostOption = DEFAULT_HOST, only: OnlyOption = None, at_once: AtOnce = 2, minutes: Minutes = 60
) -> None:
    """Look at everything that can be wrong with each office, and whether one office's role could enter another's database."""
    chosen = offices_of(folder, only)
    ended = _each(folder, only, lambda _: ["doctor"], (at_once, minutes), as_owner=False)
    wrong = working("Looking at the host", lambda: faults_of_host(chosen, offices_of(folder)))
    out("\n".join(f"! The host: {each}" for each in wrong) or "  The host: in order.")
    _tell(ended, also=bool(wrong))


def _each(
    folder: Path,
    only: list[str] | None,
    arguments_of: Callable[[HostedOffice], Iterable[str]],
    limits: tuple[int, int],
    *,
    as_owner: bool,
) -> list[Ended]:
    """Run a command on each office of the host; `limits` are how many at once and how many minutes each."""
    chosen = offices_of(folder.absolute(), only)
    runs = run_on_each(chosen, arguments_of, as_owner=as_owner, at_once=limits[0], minutes=limits[1])
    return working(f"Working through {len(chosen)} offices", lambda: list(runs))


def _tell(ended: list[Ended], *, also: bool = False) -> None:
    """Print what each office's command printed, and end with 1 where one did not end well."""
    for each in ended:
        text = each.printed if each.status in {0, 1} and each.printed else f"{each.sentence}\n"
        out(f"{each.office.name}:\n" + "".join(f"  {line}\n" for line in text.splitlines()))
    _end(ended, also=also)


def _end(ended: list[Ended], *, also: bool = False) -> None:
    wrong = [each.office.name for each in ended if each.status]
    if wrong:
        sys.stderr.write(f"{len(wrong)} of {len(ended)} offices need a person: {', '.join(wrong)}.\n")
    raise typer.Exit(1 if wrong or also else 0)


def _row(ended: Ended) -> dict[str, Any]:
    """An office's state as JSON values, or what is wrong with it."""
    try:
        state = json.loads(ended.printed)
    except ValueError:
        state = {"fault": ended.sentence}
    return {"office": ended.office.name, **state}


def _line(row: dict[str, Any]) -> str:
    if "fault" in row:
        return f"{row['office']:20} ! {row['fault']}"
    if row["steps_missing"]:
        return (
            f"{row['office']:20} ! {row['steps_missing']} steps of the database are missing; run `habeas host migrate`."
        )
    head = row["head"]
    signed = f"head {head['at'][:16]}Z over {head['events']:,}" if head else "no signed checkpoint"
    where = row["jurisdiction"] or "no office is open"
    return f"{row['office']:20}   {where:24} {row['program'] or '-':14} step {row['newest_step'][:4]}  {row['events']:>9,} events  {signed}"
