"""`habeas serve` and `habeas serve-public`: the desk, and the public site, each in a process of its own."""

import os
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.audit_desk import hold_rows
from habeas.cli.open_desk import DEFAULT_DATA, DataOption
from habeas.cli.options import out, working
from habeas.common.errors import BadInputError
from habeas.desk.configure import bring_up_to_date, configure
from habeas.desk.server.port import demand_port


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
    demand_port(host, port)
    configure(data, tls=not plain_http, hosts=hosts)
    working("Bringing the database up to date", bring_up_to_date)
    from habeas.desk.models import Office  # noqa: PLC0415 - models exist only after `configure`
    from habeas.desk.serving import serve as run  # noqa: PLC0415

    if not Office.objects.exists():
        raise BadInputError("No office is open in this folder; start with `habeas desk open`.")
    hold_rows()
    run(host, port, workers, lambda: out(served_at("The desk", host, port, plain_http=plain_http)))


def served_at(what: str, host: str, port: int, *, plain_http: bool) -> str:
    """The sentence that names the address, one that a browser opens; behind TLS the address is the TLS's own."""
    there = f"[{host}]" if ":" in host else host
    address = f"http://{there}:{port}/"
    behind = "" if plain_http else ", for the TLS in front of it: open the https address of that"
    return f"{what} is served at {address}{behind}. Stop it with Ctrl-C."


def serve_demo(folder: Path, port: int) -> None:
    """Serve the desk of the demonstration on this machine, and say how to log in."""
    demand_port("127.0.0.1", port)
    configure(folder, tls=False, hosts="localhost,127.0.0.1", url="")
    from habeas.demo.desk import second_factors  # noqa: PLC0415 - it needs the models
    from habeas.demo.served import told  # noqa: PLC0415
    from habeas.desk.serving import serve as run  # noqa: PLC0415

    lines = told(f"http://127.0.0.1:{port}/", second_factors())
    run("127.0.0.1", port, 2, lambda: out("\n".join(lines)))


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
    demand_port(host, port)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.desk.settings_public"
    configure(data, tls=not plain_http, hosts=hosts)
    from habeas.desk.serving import serve_public as run  # noqa: PLC0415 - only after `configure`

    run(host, port, lambda: out(served_at("The public site", host, port, plain_http=plain_http)))
