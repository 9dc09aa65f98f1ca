"""How a column of charges is written: the fewest forms that read its cells, and which of its values are no charges."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from habeas.roster.drafting.cells import OF_A_STATE, Cells
from habeas.roster.drafting.charge_lines import forms_of
from habeas.roster.drafting.charge_words import disposition_of, grade_of
from habeas.roster.drafting.headers import code_named
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.statute_forms import ReadCharge, StatuteForms

_TRIED = (
    "{section} {code}", "{code} {section}",
    "{section} {code}/{grade}", "{section} {code}-{grade}", "{section} {code} ({grade})", "{section} {code} {grade}",
    "{code} {section}/{grade}", "{code} {section}-{grade}", "{code} {section} ({grade})", "{code} {section} {grade}",
    "PV - {section} {code}", "PV {section} {code}", "PV - {code} {section}", "PV {code} {section}",
    "{code}/{section}", "{section}/{code}", "{section}, {code}", "{code}-{section}",
    "{code} {section} - {description}", "{section} {code} - {description}", "{description} - {code} {section}",
    "{description} - {section} {code}", "{description} ({code} {section})", "{description} ({section} {code})",
    "{code} {section}: {description}", "{section} {code}: {description}", "{code} {section} {description}",
    "{section} {code} {description}",
    "{section} {description} [{grade}]", "{section} {description} ({grade})", "{section} - {description} ({grade})",
    "{section} - {description}", "{description} - {section}", "{description} ({section})", "{section}: {description}",
    "{section} {description} - {grade}", "{section} {description} ({grade}) - {disposition}",
    "{section} {description} - {grade} - {disposition}", "{section} {description} - {disposition}",
    "{section} - {description} - {grade}", "{section}: {description} ({grade})", "{section} {grade} {description}",
    "{code} {section} {description} ({grade}) - {disposition}", "{section} {code} {description} ({grade}) - {disposition}",
    "{code} {section} - {description} ({grade}) - {disposition}", "{code} {section} {description} - {disposition}",
    "{code} {section} {description} - {grade} - {disposition}", "{section} {code} {description} - {grade} - {disposition}",
    "{code} {section} {grade} {description}", "{code} {section} {grade} - {description}", "{code} {section}/{grade} {description}",
    "{code} {section} {description} ({grade})", "{section} {code} {description} ({grade})", "{section} {code} {grade} {description}",
    "{code} {section} {description} - {grade}", "{section} {code} {description} - {grade}",
    "{section} {code} - {description} ({grade})", "{code} {section} - {description} ({grade})",
    "{description} ({section}) {grade}", "{description} ({section}) ({grade})", "{description} ({section}) - {grade}",
    "{description} - {section} ({grade})", "{description} - {section} - {grade}", "{description} {section} ({grade})",
    "{description}, {section}, {grade}", "{description} {section} {grade}", "{grade} {section} {description}",
    "{grade} - {section} - {description}", "({grade}) {section} {description}", "({grade}) {description} ({section})",
    "{grade} {description} ({section})", "{grade} - {description} ({section})", "{description} [{section}]",
    "{section} | {description} | {grade}", "{section}/{description}", "{section}, {description}, {grade}",
    "{description} ({code} {section}) {grade}", "{description} ({section} {code}) {grade}",
    "{description} ({code} {section}) ({grade})", "{description} - {code} {section} ({grade})",
    "{description} - {section} {code} ({grade})", "{grade} {code} {section} {description}", "{grade} - {code} {section} - {description}",
    "{grade} {section} {code} {description}", "{description} {code} {section}", "{description} {section} {code}",
    *(form.replace(" ", mark).replace("{code}" + mark, "{code} ") for mark in "~|^;" for form in (
        "{code} {section} {description} {grade}", "{section} {description} {grade}", "{code} {section} {description}",
        "{section} {description}", "{description} {section}", "{description} {section} {grade}",
    )),
    "{section} {description}", "{description} {section}",
)  # fmt: skip
_MAYBE_GRADE = re.compile(r"[\[(/-] ?([A-Za-z][\w -]{0,24}?)(?=[\])]| - |$)")
_POINTED = re.compile(r"[A-Z]?\d{1,4}[A-Z]?[.:-]\d{1,4}[A-Z]?(?:[.-]\d+)?", re.IGNORECASE)
"""A section as many states number theirs: one where words stand behind it, else it may be an amount or a day."""
_FIELD = re.compile(r"\{(\w+)\}")
_GRADES = ("F", "M", "I", "FEL", "MISD", "INF")
WITHOUT_WORDS = _TRIED.index("{code} {section} - {description}")
"""From here on forms have the words of a charge besides: they are tried on what the others left."""
PLAIN = 2
"""How many of the forms every reader knows without a word."""
SPELLINGS = {
    "P.C.": "PC",
    "CVC": "VC",
    "VEH": "VC",
    "H&S": "HS",
    "HSC": "HS",
    "PEN": "PC",
    "B&P": "BP",
    "BPC": "BP",
    "W&I": "WI",
    "WIC": "WI",
}


@dataclass
class StatuteDraft:
    """The forms (none where the cells are plain), the codes by ours, the holds, and the values that nothing reads."""

    forms: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    grades: dict[str, list[str]] = field(default_factory=dict)
    stands: dict[str, list[str]] = field(default_factory=dict)
    holds: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def bare_code(proposals: Iterable[Proposal], columns: Mapping[str, Cells]) -> str:
    """The code that the header of a column of bare sections names, where they read with it; empty where it names none."""
    for each in proposals:
        code = code_named(columns[each.source].header.strip() or each.source)
        if each.plain == "statute" and code:
            sections = [value for value in columns[each.source].counts if value[:1].isdigit()]
            if sections and sum(columns[each.source].judge(f"{code} {value}") for value in sections) >= 0.6 * len(
                sections
            ):
                return code
    return ""


def statute_draft(cells: Cells) -> StatuteDraft:
    """Choose the forms that read a column's charges, the most frequent first; a form that reads another's cell otherwise is not chosen."""
    held = set(cells.holds)
    left = {value for value in cells.counts if value not in held}
    grades = _grades_in(cells)
    with_words = tuple(
        dict.fromkeys([*forms_of({each: cells.counts[each] for each in left}, cells.judge), *_TRIED[WITHOUT_WORDS:]])
    )
    readers = {form: StatuteForms((form,), {}, grades) for form in (*_TRIED[:WITHOUT_WORDS], *with_words)}
    reads = {
        form: {
            value: read.statute
            for value in left
            if not (read := reader.read(value)).said
            and _is_section(read, form, cells)
            and _has_words(read, form)
            and _has_stand(read, form)
        }
        for form, reader in readers.items()
    }
    chosen: list[str] = []
    told: set[str] = set()
    for tried in (_TRIED[:WITHOUT_WORDS], with_words):
        while left - told:
            best = max(
                tried,
                key=lambda form: (
                    sum(cells.counts[value] for value in reads[form].keys() - told),
                    len(set(_FIELD.findall(form)) - {"anything"}),
                ),
            )
            if not reads[best].keys() - told:
                break
            chosen.append(best)
            told |= reads[best].keys()
    draft = StatuteDraft(holds=[each for each in cells.counts if each in held], unread=sorted(left - told))
    if chosen and (set(chosen) - set(_TRIED[:PLAIN])):
        draft.forms = _sure(chosen, left, grades)
        draft.codes = {
            spelling: ours for spelling, ours in SPELLINGS.items() if any(spelling in value.upper() for value in told)
        }
        draft.grades = _told(draft.forms, cells, "charge_grade", grade_of)
        draft.stands = _told(draft.forms, cells, "charge_disposition", disposition_of)
    return draft


def _is_section(read: ReadCharge, form: str, cells: Cells) -> bool:
    """Whether what a form reads as the section is one; without a code only a section as states number theirs."""
    if "{code}" in form:
        return cells.judge(read.statute)
    worded = "{description}" in form and _POINTED.fullmatch(read.statute) is not None
    return "(" in read.statute or worded or OF_A_STATE.fullmatch(read.statute) is not None


def _has_words(read: ReadCharge, form: str) -> bool:
    """Whether what a form reads as words of the charge are words: `02` behind a section is a part of it."""
    return (
        "{description}" not in form or re.search(r"[A-Za-z]{3}", read.others.get("charge_description", "")) is not None
    )


def _has_stand(read: ReadCharge, form: str) -> bool:
    """Whether what a form reads as how the charge stands is a word for that."""
    return "{disposition}" not in form or disposition_of(read.others.get("charge_disposition", "")) is not None


_HELD_FOR = re.compile(
    r"(?:\w+ )?(?:holds?|detainers?)(?: for)?\s*[-:/]\s*(?=\S)|(?:hold|held) for\s+(?=\S)", re.IGNORECASE
)


def holds_in_parts(holds: Iterable[str]) -> list[str]:
    """The forms of parts of a cell that are holds behind a word that says so (`Hold: ICE`): who holds is their field."""
    opened = (_HELD_FOR.match(each) for each in holds)
    return list(dict.fromkeys(f"{found[0]}{{hold}}" for found in opened if found))[:6]


def spellings_in(values: Iterable[str]) -> dict[str, str]:
    """Codes that the values write otherwise than ours."""
    words = {word for value in values for word in re.findall(r"[A-Z][A-Z.&]*", value.upper())}
    return {spelling: ours for spelling, ours in SPELLINGS.items() if spelling in words}


def _grades_in(cells: Cells) -> tuple[str, ...]:
    """The words for a grade that stand in brackets or behind a stroke, and the usual ones."""
    ends = (found for each in cells.counts for found in _MAYBE_GRADE.findall(each))
    return tuple(dict.fromkeys([*_GRADES, *(found for found in ends if grade_of(found))]))


def _sure(forms: list[str], values: set[str], grades: tuple[str, ...]) -> list[str]:
    """The forms without one that makes cells of the others read in two ways."""
    kept: list[str] = []
    for form in forms:
        together = StatuteForms((*kept, form), {}, grades)
        if not any("two ways" in together.read(value).said for value in values):
            kept.append(form)
    return kept


def _told(forms: list[str], cells: Cells, column: str, meaning: Callable[[str], str | None]) -> dict[str, list[str]]:
    """Our words to those that the forms read beside the charges as a column (a grade, how a charge stands)."""
    together = StatuteForms(tuple(forms), {}, _grades_in(cells))
    found = {read.others.get(column, "").upper() for value in cells.counts for read in [together.read(value)]}
    made: dict[str, list[str]] = {}
    for word in sorted(found - {""}):
        ours = meaning(word)
        if ours:
            made.setdefault(ours, []).append(word)
    return made
