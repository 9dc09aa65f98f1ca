"""What the offenses room says of a charge and a class: true, false, or unknown with the question and who can answer it."""

from dataclasses import dataclass
from datetime import date

from habeas.offenses.reading import StatuteReading

COUNSEL = "county counsel"
COURT = "the court's record"


@dataclass(frozen=True, slots=True)
class ChargeFacts:
    """What is known of one charge. `None` is unknown; `classes` is what a source calls it where it names no section."""

    reading: StatuteReading
    grade: str | None = None
    wobbler: bool | None = None
    sentence: str | None = None
    classes: tuple[str, ...] = ()
    degree: str | None = None
    description: str | None = None
    property_value: float | None = None
    court: str | None = None
    reduced_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClassFinding:
    """Whether the charge is of a class. `ask` and `of` stand where `value` is None; `detail` is a letter or item."""

    value: bool | None
    why: str
    citation: str = ""
    sureness: str = "record"
    ask: str | None = None
    of: str | None = None
    detail: str | None = None


def yes(why: str, citation: str = "", sureness: str = "record", detail: str | None = None) -> ClassFinding:
    """The charge is of the class."""
    return ClassFinding(True, why, citation, sureness, detail=detail)


def no(why: str, citation: str = "", sureness: str = "record") -> ClassFinding:
    """The charge is not of the class."""
    return ClassFinding(False, why, citation, sureness)


def unknown(
    why: str, ask: str, of: str, citation: str = "", sureness: str = "record", detail: str | None = None
) -> ClassFinding:
    """It is not known, and `of` can say."""
    return ClassFinding(None, why, citation, sureness, ask, of, detail)
