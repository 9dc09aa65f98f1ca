"""A roster from text, as the tests of the roster room build it."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from habeas.common.errors import BadInputError
from habeas.roster import held
from habeas.roster.bands import counted_account
from habeas.roster.check import account as account_of
from habeas.roster.check import check
from habeas.roster.profile import Profile, load_profile, read_profile
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
    layout = load_profile(profile).in_zone(time_zone)
    return same_in_bands(path, layout, read_account(path, layout, sheet=sheet), sheet=sheet)


def same_in_bands(
    path: Path, layout: Profile, whole: Roster, sheet: str | None = None, export_day: date | None = None
) -> Roster:
    """The roster, once counting it in bands gave the same account: so every roster of these tests is read in both ways."""
    for day in (None, date(2026, 7, 1)):
        with patch.object(held, "HOT", 2):
            tally, rest = counted_account(path, layout, sheet=sheet, export_day=export_day, as_of=day)
        assert account_of(tally, rest, _never) == check(whole, day, _never)
    return whole


def _never(text: str) -> bool:
    return False


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
    layout = read_profile('name = "t"\n' + words, "t.toml")
    return same_in_bands(path, layout, read_account(path, layout, export_day=day), export_day=day)


def fault_of(words: str) -> str:
    """The sentence by which a profile is refused."""
    with pytest.raises(BadInputError) as fault:
        read_profile('name = "t"\n' + words, "t.toml")
    return str(fault.value)
