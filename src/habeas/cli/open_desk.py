"""Starting Django on a desk that is there, for every command that works on one."""

import os
from pathlib import Path
from typing import Annotated

import typer

from habeas.common.errors import BadInputError
from habeas.desk.configure import configure

DataOption = Annotated[
    Path, typer.Option("--data", help="The folder that holds the database and the keys.", envvar="HABEAS_DATA")
]
DEFAULT_DATA = Path("habeas-data")


def open_desk(data: Path) -> None:
    """Start Django on a desk as it stands; nothing in it is changed."""
    if not os.environ.get("DATABASE_URL") and not (data / "habeas.sqlite3").is_file():
        raise BadInputError(f"{data.name} holds no desk: there is no habeas.sqlite3 in it.")
    configure(data)
