"""An office's own desk for practice: its settings, its law and its letters in a folder of their own, with invented people.

Nothing crosses over: only the listed settings are read from the office's desk, which stays as it is; the practice desk has its own
database, keys, accounts and record, and everything it shows or prints says PRACTICE.
"""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.desk.configure import bring_up_to_date, configure

SETTINGS = (
    "site", "name", "agency", "address", "telephone", "letter_copies", "jurisdiction", "policy", "time_zone", "notice_hours",
    "dispute_minutes", "release_hours", "shift_starts", "date_form", "clock_form",
)  # fmt: skip
"""What is taken over from the office: how it works, and nothing of anybody. Not its e-mail: nothing of practice is sent there."""
PAPERS = ("i247a", "i200", "packet", "ao442", "i247a", "i247a")
"""The specimens that wait on a practice desk, each about another invented person."""


def open_practice(office: Path | None, target: Path, people: int, now: datetime) -> dict[str, Any]:
    """Make a practice desk in `target`, a new folder; the agency it is of, its accounts and their password.

    Without `office` it has the fictional county's settings.

    Raises BadInputError where `target` is not empty, or `office` holds no desk.
    """
    if target.exists() and any(target.iterdir()):
        raise BadInputError(f"{target.name} is not empty: a practice desk needs a new folder; nothing was touched.")
    settings = _apart(lambda: _settings_of(office)) if office else None
    if office and settings is None:
        raise BadInputError(f"{office.name} holds no open office whose settings could be taken over.")
    made = _apart(lambda: _fill(target, settings, people, now))
    if made is None:
        raise BadInputError("The practice desk could not be made; its folder holds nothing to use.")
    return made


def _settings_of(office: Path) -> dict[str, Any] | None:
    if not os.environ.get("DATABASE_URL") and not (office / "habeas.sqlite3").is_file():
        return None
    os.environ["HABEAS_READ_ONLY"] = "1"
    configure(office, tls=True)
    from habeas.desk.models import LetterTemplate, Office  # noqa: PLC0415 - models exist only after `configure`

    found = Office.objects.values(*SETTINGS).first()
    used = LetterTemplate.objects.filter(state=LetterTemplate.State.IN_USE).values("kind", "text", "sha256")
    return {"office": found, "templates": list(used)} if found else None


def _fill(target: Path, settings: dict[str, Any] | None, people: int, now: datetime) -> dict[str, Any]:
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ.pop("HABEAS_READ_ONLY", None)
    configure(target, tls=False, url="")
    bring_up_to_date()
    from habeas.demo.desk import OFFICE, PASSWORD, STAFF, fill_practice, second_factors  # noqa: PLC0415 - it needs the models

    own = (settings or {"office": {}})["office"]
    given = {**OFFICE, **own, "email": "", "demonstration": True}
    fill_practice(given, (settings or {}).get("templates", []), people, now, PAPERS)
    names = [name for name, _, _ in STAFF]
    return {"agency": given["agency"], "accounts": names, "password": PASSWORD, "codes": second_factors()}


def _apart(act: Callable[[], dict[str, Any] | None]) -> dict[str, Any] | None:
    """Do something in a process of its own, because one process holds but one desk; what it gives comes back as JSON."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(read)
            with os.fdopen(write, "w", encoding="utf-8") as out:
                json.dump(act(), out)
            status = 0
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as told:
        text = told.read()
    failed = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0
    return None if failed or not text else json.loads(text)
