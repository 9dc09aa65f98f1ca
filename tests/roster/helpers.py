"""A roster from text, as the tests of the roster room build it."""

from datetime import date
from pathlib import Path

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.check import check
from habeas.roster.profile import load_profile, read_profile
from habeas.roster.read import read_account
from habeas.roster.records import Roster

HEADER = "person_id,booking_id,family_name,given_name,date_of_birth,statute,charge_grade,citizenship_on_record\n"
ROW = "P1,B1,DOE,JANE,1980-05-06,211 PC,felony,Canada\n"


def roster(
    folder: Path,
    data: bytes | str,
    name: str = "roster.csv",
    profile: str = "plain",
    sheet: str | None = None,
    time_zone: str | None = "America/Los_Angeles",
) -> Roster:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_account(path, load_profile(profile).in_zone(time_zone), sheet=sheet)


def account(made: Roster) -> tuple[int, int, int]:
    found = check(made, None)
    return found["people"], found["bookings"], found["charges"]


def refused(made: Roster) -> list[tuple[str, str]]:
    return [(each.row, each.why) for each in made.refused]


def said(made: Roster) -> list[str]:
    return [f"{each.row}: {each.what}" for each in made.repaired]


def read_with(
    folder: Path, words: str, data: bytes | str, name: str = "export.csv", day: date = date(2026, 3, 1)
) -> Roster:
    """A file read through a profile in the newer words, on a fixed day."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_account(path, read_profile('name = "t"\n' + words, "t.toml"), export_day=day)


def fault_of(words: str) -> str:
    """The sentence by which a profile is refused."""
    with pytest.raises(BadInputError) as fault:
        read_profile('name = "t"\n' + words, "t.toml")
    return str(fault.value)
