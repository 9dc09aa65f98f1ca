"""`habeas demo`: a fictional county, whole, with its desk served."""

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import out, working
from habeas.cli.serve import serve_demo
from habeas.common.errors import BadInputError
from habeas.demo.run import BOTH, run_demo
from habeas.demo.served import fresh_desk, today
from habeas.desk.server.port import demand_port

LEAST_SERVED = 70
"""How many people a county has whose desk is served: one for each story, and some to try the desk on."""


def demo(
    target: Annotated[
        Path, typer.Option("--out", help="Where the county and the packages go; an earlier demo there is replaced.")
    ] = Path("demo-out"),
    people: Annotated[
        int, typer.Option("--people", min=50, max=200_000, help="How many people the county holds.")
    ] = 13_000,
    serve_it: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the county's desk when the packages are made.")
    ] = True,
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port of the desk.")] = 8700,
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            help="The law to stand under: us-ca-los-angeles, us-tx, us-or-multnomah, us-il-cook or us-fl. Without it, the first two.",
        ),
    ] = None,
) -> None:
    """Build a fictional county, answer a list request and a detainer under California and under Texas law, and serve its desk."""
    if serve_it:
        _demand_people(people)
        demand_port("127.0.0.1", port)  # before the minutes, not after them
    places = (place,) if place else BOTH
    lines = working("Building a fictional county and answering requests", lambda: run_demo(target, people, places))
    out("\n".join(lines))
    if serve_it:
        desk = working(
            "Preparing the desk (a minute or two the first time)",
            lambda: fresh_desk(target / "desk", people, today(), places[0]),
        )
        out("")
        serve_demo(desk, port)


def _demand_people(people: int) -> None:
    """Raise BadInputError where the county is too small for the desk: each of its sixty stories is about an inmate of its own."""
    if people < LEAST_SERVED:
        raise BadInputError(
            f"--people {people} is too few for the desk, whose sixty requests are about sixty inmates: "
            f"give {LEAST_SERVED} or more, or --no-serve."
        )
