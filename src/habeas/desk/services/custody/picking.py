"""One search behind every box in which somebody is named: the search page, who is meant, "not me" and the log of calls."""

import re
from collections.abc import Mapping

from habeas.desk.doing import Doing
from habeas.desk.models import Person
from habeas.desk.record.writing import acting
from habeas.desk.services.custody.people import FoundPerson, find
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.table import table

MOST = 8
"""People of one name that are offered to choose from."""
CHOOSE = "Choose the inmate: a name alone is not enough."
NOBODY = "No inmate by that name: enter the booking number, the person number or the request number."
_DAY = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b|\b\d{4}[/-]\d{1,2}[/-]\d{1,2}\b")
_NAME = re.compile(r"[^\W\d_]{2,}")


class WhichError(RefusedError):
    """A name was typed: nobody is guessed, and these are to choose from; none where nobody bears it."""

    def __init__(self, people: list[Person]) -> None:
        super().__init__(CHOOSE if people else NOBODY)
        self.people = people


def search(asked: Mapping[str, str], doing: Doing) -> FoundPerson:
    """As `find`, and the search is logged: how many were found, and sealed, what was asked."""
    found = find(asked)
    with acting(doing, "search", "people", "people") as entry:
        entry.detail |= {"found": found.total, "similar": len(found.similar)}
        entry.sealed["asked"] = dict(asked)
    return found


def parted(text: str) -> dict[str, str]:
    """What one box says: the birth date in it, and the rest as a name, or as a number where it has no word of letters alone."""
    day = _DAY.search(text)
    born = day.group() if day else ""
    rest = " ".join(text.replace(born, " ").split()).strip(" ,;") if born else text.strip()
    named = all(_NAME.fullmatch(word.strip(".,'’-")) or not re.search(r"\d", word) for word in rest.split())
    return {"name": rest if named else "", "number": "" if named else rest, "born": born}


def ask_which(text: str, doing: Doing) -> None:
    """Search by a name that stands where a number is asked for. Raises WhichError with the people who may be meant, those in custody first.

    Nothing is searched for a number, or for somebody who may not see people: then nothing is raised.
    """
    asked = parted(text)
    if (
        not asked["name"]
        or not _NAME.search(asked["name"])
        or doing.role not in table().capabilities["see_people"].roles
    ):
        return
    found = search(asked, doing)
    raise WhichError([*found.people, *found.similar][:MOST])
