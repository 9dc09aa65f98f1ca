"""What a statute line is read as: its sections, whether they were attempted, a grade or a degree beside them, and what must be asked."""

import re
from dataclasses import dataclass, replace

from habeas.offenses.codes import CALIFORNIA

DEGREES = {"1st": "first", "first": "first", "2nd": "second", "second": "second"}
"""How a degree is written, with the one way it is kept."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section as its code writes it: `PC 245(a)(1)`, `18 USC 1326`."""

    code: str
    number: str
    subdivisions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code} {self.number}" + "".join(f"({each})" for each in self.subdivisions)

    def within(self, other: "Section") -> bool:
        """Whether this section is `other` or a subdivision of it."""
        return (self.code, self.number) == (other.code, other.number) and (
            self.subdivisions[: len(other.subdivisions)] == other.subdivisions
        )


@dataclass(frozen=True, slots=True)
class StatuteReading:
    """What a statute line was read as. `sections` is empty, and `question` says why, where it was not understood."""

    raw: str
    sections: tuple[Section, ...] = ()
    attempt: bool = False
    conspiracy: bool = False
    solicitation: bool = False
    accessory: bool = False
    aid: bool = False
    before: Section | None = None
    """The section before the slash (`PC 182(a)(1)` of `182(a)(1)/211`), where one is written."""
    either: tuple["StatuteReading", ...] = ()
    """Other readings of the same line, where a last letter in brackets is a grade or a subdivision."""
    grade_hint: str | None = None
    degree_hint: str | None = None
    notes: tuple[str, ...] = ()
    question: str | None = None

    @property
    def canonical(self) -> str:
        """The section in the case files' spelling (`PC 664/487(a)`), empty where not understood."""
        if not self.sections:
            return ""
        first, *rest = self.sections
        if first.code not in CALIFORNIA and self.before is None:
            return f"{self._preparation}{'; '.join(str(each) for each in self.sections)}"
        word = "664/" if self.attempt else "182/" if self.conspiracy else "653f/" if self.solicitation else ""
        before = f"{self.before}/".removeprefix("PC ") if self.before else word
        numbers = "; ".join(str(each) for each in rest)
        other_code = self.before is not None and self.before.code != first.code
        main = (
            f"{self.before}/{first}"
            if other_code
            else f"{first.code} {before}{str(first).removeprefix(first.code + ' ')}"
        )
        return f"{main}; {numbers}" if numbers else main

    @property
    def _preparation(self) -> str:
        """How a section of another code is written that is attempted, conspired to and so on."""
        kinds = ("attempt", "conspiracy", "solicitation", "accessory", "aid")
        return next((f"{kind.upper()} " for kind in kinds if getattr(self, kind)), "")


def noted(reading: StatuteReading) -> StatuteReading:
    """The reading with a note of how it was read, where it is spelled otherwise than written."""
    if reading.canonical == reading.raw:
        return reading
    return replace(reading, notes=(f'read "{reading.raw.strip()[:60]}" as {reading.canonical}',))


GRADED_BY = {"240": {"241"}, "242": {"243"}, "459": {"460"}, "484": {"487", "488", "490.2"}}
"""Sections of the Penal Code that say what a crime is, each with those that divide it by degree or grade: `459/460(b)` is one charge."""


def graded_by(reading: StatuteReading) -> Section | None:
    """The section of a line of two that grades the crime the other defines; None where the line names two charges, or another number."""
    if len(reading.sections) != 2 or reading.either or any(each.code != "PC" for each in reading.sections):
        return None
    found = [
        grades
        for defines, grades in (reading.sections, reversed(reading.sections))
        if grades.number in GRADED_BY.get(defines.number, ())
    ]
    return found[0] if len(found) == 1 else None


def several(reading: StatuteReading) -> StatuteReading:
    """The reading with the question which of its sections is the charge; with none where one grades what the other defines."""
    if graded_by(reading) is not None:
        return reading
    count = len(reading.sections)
    return replace(reading, question=f"The line names {count} sections ({reading.canonical}): which is the charge?")


def degree_in(words: str) -> str | None:
    """The degree that the words of the charge name, where they name one."""
    named = {DEGREES[each.lower()] for each in re.findall(r"\b(1ST|2ND|FIRST|SECOND)[ -]DEG", words, re.IGNORECASE)}
    return named.pop() if len(named) == 1 else None
