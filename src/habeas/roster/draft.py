"""A first profile for an export nobody has described: what each column seems to be, why, and what could not be told.

A birthplace, a race or a language is never proposed for citizenship: only a column that names citizenship is, and a person checks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.roster.columns import FULL_NAME, UNKNOWN_WORDS
from habeas.roster.limits import ReadLimits
from habeas.roster.names import holds_given_name
from habeas.roster.profile import Profile
from habeas.roster.read import read_bytes, read_table
from habeas.roster.rows import RosterTable
from habeas.roster.unknowns import is_no_date
from habeas.roster.values import NUMBERS, OUR_NUMBERS, YES_OR_NO

SAMPLE = 500
ENOUGH = 0.8
"""The share of values that must fit before a kind is proposed."""

HEADERS: tuple[tuple[str, str], ...] = (
    ("booking_id", r"book(ing)?_?(no|num|number|id|#)|^booking$|jacket|^bkg"),
    ("person_id", r"(person|inmate|subject|name|so)_?(id|no|num|number)|^(pin|spn|so)$|inmateid"),
    ("family_name", r"(last|family|sur)_?name|^last$|^lname$"),
    ("given_name", r"(first|given)_?name|^first$|^fname$"),
    ("middle_name", r"middle"),
    ("suffix", r"^suffix$|name_suffix"),
    ("aliases", r"alias|^aka"),
    ("date_of_birth", r"dob|birth_?(date|day)|date_?of_?birth|^birth$|^born$"),
    ("sex", r"^(sex|gender)"),
    ("state_id", r"^(sid|cii)$|state_?id"),
    ("fbi_number", r"fbi"),
    ("a_number", r"^(a_?num|alien|a_?number)"),
    ("citizenship_on_record", r"citizen(ship)?(?!.*(source|by))"),
    ("citizenship_source", r"citizen.*(source|by)"),
    ("language", r"language"),
    ("scheduled_release_on", r"(sched|proj|planned|expected|est).*rel|out_?date|rel.*(sched|proj)"),
    ("released_at", r"rel(eas(e|ed))?_?(dt|date|at|time)$|discharg.*(dt|date)|^released?$|^out$|act(ual)?_?rel"),
    ("booked_at", r"book(ing|ed)?_?(dt|date|at|time)|admi(t|ssion|tted)|intake|arrest_?(dt|date)|^booked$|^in$"),
    ("release_reason", r"releas.*(reason|type|desc)"),
    ("facility", r"facility|^jail$|location$"),
    ("housing", r"housing|cell|bed|pod|unit"),
    ("holds", r"hold|detainer"),
    ("charge_disposed_on", r"dispo.*(dt|date)|conv.*(dt|date)|sentence_?date"),
    ("charge_disposition", r"dispo|charge_?status"),
    ("offense_on", r"offen[sc]e_?(dt|date)"),
    ("charge_id", r"charge_?(id|no|num|seq)|hash"),
    ("charge_grade", r"grade|level|severity|^f_?m$|class$"),
    ("statute", r"statute|section|charge_?code|violation|top_?charge|^code$"),
    ("charge_description", r"charge|offen[sc]e|literal"),
    ("sentence_days", r"sentence.*(day|length)"),
    ("sentence_kind", r"sentence"),
    ("bail", r"bail|bond"),
    ("court", r"court|jurisdiction"),
    ("case_number", r"case|docket|cause"),
)
"""Canonical column and the headers that seem to mean it, the surest first. Headers are compared in lower case with `_` for blanks."""

NEVER_CITIZENSHIP = re.compile(r"birth|pob|race|ethnic|language|nativity|national_?origin", re.IGNORECASE)
_STATUTE = re.compile(r"^\d{2,5}(\.\d+)?(\([a-z0-9]+\))*\s*[A-Z&]{2,3}|^[A-Z&.]{2,5}\s?\d{2,5}", re.IGNORECASE)
_FORMS: tuple[tuple[str, str], ...] = (
    (r"^\d{4}-\d{2}-\d{2}([T ].*)?$", ""),
    (r"^\d{1,2}/\d{1,2}/\d{4}$", "%m/%d/%Y"),
    (r"^\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}$", "%m/%d/%Y %H:%M"),
    (r"^\d{1,2}-[A-Za-z]{3}-\d{4}$", "%d-%b-%Y"),
    (r"^\d{8}$", "%Y%m%d"),
)


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """A drafted profile as TOML, and what a person must look at."""

    toml: str
    notes: tuple[str, ...]


def draft_profile(path: Path, *, sheet: str | None = None) -> ProfileDraft:
    """Draft a profile for a CSV, XLSX or JSON export. BadInputError for a report or message, which must be described by hand."""
    limits = ReadLimits()
    data = read_bytes(path, limits)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise BadInputError(
            f"{path.name} is XML: its elements cannot be told apart by their looks; start from the profile niem_ojbc or niem_jtmp."
        )
    table = read_table(data, Profile(name="draft", title="draft", format="table"), limits, path.name, sheet)
    if not any(table.columns):
        raise BadInputError(
            f"{path.name} has no header Habeas can read; a banded report starts from the profile travis_ice_detainers."
        )
    return _draft(table, path.stem)


def _draft(table: RosterTable, stem: str) -> ProfileDraft:
    values = {
        column: [row.values.get(column, "").strip() for row in table.rows[:SAMPLE]]
        for column in table.columns
        if column
    }
    chosen: dict[str, tuple[str, str]] = {}
    open_columns: list[str] = []
    for column, cells in values.items():
        proposal = _propose(column, cells, chosen)
        if proposal:
            chosen[proposal[0]] = (column, proposal[1])
        else:
            open_columns.append(column)
    dates = sorted({form for column, _ in chosen.values() for form in [_date_form(values[column])] if form})
    return ProfileDraft(_toml(stem, chosen, open_columns, values, dates), tuple(_notes(chosen, open_columns, values)))


def _propose(column: str, cells: list[str], taken: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The canonical column that this one seems to be, with why; None where it cannot be told."""
    header = re.sub(r"[\s\-]+", "_", column.strip().lower())
    for name, pattern in HEADERS:
        if (
            name in taken
            or not re.search(pattern, header)
            or (name == "citizenship_on_record" and (NEVER_CITIZENSHIP.search(header) or answers_a_question(cells)))
        ):
            continue
        if not could_be(name, cells):
            continue
        fits = _FITS.get(name)
        if name == "family_name" and _whole_names(cells):
            return FULL_NAME, "most cells read LAST, FIRST"
        filled = _written(cells)
        if fits is None or not filled or _share(filled, fits) >= ENOUGH:
            return name, f"the header reads so{_evidence(name, filled)}"
    filled = [cell for cell in cells if cell]
    if _whole_names(cells) and not taken.keys() & {FULL_NAME, "family_name"} and "name" in header:
        return FULL_NAME, "most cells read LAST, FIRST"
    if "statute" not in taken and filled and _share(filled, lambda cell: bool(_STATUTE.match(cell))) >= ENOUGH:
        return "statute", "most cells look like a section and a code"
    return None


def could_be(name: str, cells: list[str]) -> bool:
    """Whether the values of a column can be what its header seems to say: a yes or no is no number of a person, a count is no text of a
    charge. A column without a value can be anything.
    """
    if name in NUMBERS and answers_a_question(cells):
        return name in OUR_NUMBERS and _all_digits(cells)
    return not (name == "charge_description" and _written(cells) and _all_digits(cells))


def _all_digits(cells: list[str]) -> bool:
    return all(cell.replace(",", "").replace(".", "").isdigit() for cell in _written(cells))


def _written(cells: list[str]) -> list[str]:
    """The cells that hold a value: none that is empty or says that there is none (`N/A`, `00/00/0000`)."""
    return [cell for cell in cells if cell and not is_no_date(cell)]


def answers_a_question(cells: list[str]) -> bool:
    """Whether a column answers yes or no: such a one names no country, and its header says what is asked."""
    known = [cell for cell in cells if cell and cell.upper() not in UNKNOWN_WORDS | {"U"}]
    return bool(known) and _share(known, lambda cell: cell.lower() in YES_OR_NO) >= ENOUGH


def _share(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(fits(cell) for cell in cells) / len(cells)


def _whole_names(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and _share(filled, holds_given_name) >= ENOUGH


def _is_date(cell: str) -> bool:
    return any(re.match(pattern, cell) for pattern, _ in _FORMS)


_FITS: dict[str, Callable[[str], bool]] = {
    "date_of_birth": _is_date,
    "booked_at": _is_date,
    "released_at": _is_date,
    "scheduled_release_on": _is_date,
    "charge_disposed_on": _is_date,
    "offense_on": _is_date,
    "sentence_days": lambda cell: bool(re.match(r"^\d+", cell)),
}


def _evidence(name: str, cells: list[str]) -> str:
    if not cells:
        return "; every cell looked at is empty or says that there is none"
    return (
        f"; {_share(cells, _FITS[name]):.0%} of the cells fit"
        if name in _FITS
        else f"; {len(set(cells)):,} different values in {len(cells):,} cells"
    )


def _date_form(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell]
    for pattern, form in _FORMS:
        if form and filled and _share(filled, lambda cell, p=pattern: bool(re.match(p, cell))) >= ENOUGH:  # type: ignore[misc] # a default binds the loop's value
            return form
    return ""


def _toml(
    stem: str,
    chosen: dict[str, tuple[str, str]],
    open_columns: list[str],
    values: dict[str, list[str]],
    dates: list[str],
) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_") or "export"
    lines = [
        "# Drafted by habeas roster profile. Check each line with the records unit before you rely on it.",
        f'name = "{name}"',
        f'title = "{name.replace("_", " ")} (draft)"',
        'format = "table"',
    ]
    if dates:
        lines.append("# A form with month first is a guess that the cells allow; make sure it is not day first.")
    lines.append(f"dates = {_array(dates)}")
    if "person_id" not in chosen:
        lines.append('person_id_from = "booking_id"  # no column looks like a person number')
    lines += [f"ignored = {_array(open_columns)}  # could not be told: see below", "", "[columns]"]
    for canonical, (column, why) in chosen.items():
        lines += [f"# {why}", f"{canonical} = {_quoted(column)}"]
    if "booking_id" not in chosen:
        lines += [
            "# No column looks like a booking number. Nothing can be read without one: write its name here.",
            'booking_id = ""',
        ]
    lines += ["", "# What could not be told:"]
    return "\n".join([*lines, *[f"#   {column}: {_looks(values[column])}" for column in open_columns]]) + "\n"


def _looks(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell]
    if not filled:
        return "empty in every row looked at"
    return f"{len(set(filled)):,} different values, such as a text of {len(filled[0])} letters"


def _notes(chosen: dict[str, tuple[str, str]], open_columns: list[str], values: dict[str, list[str]]) -> list[str]:
    notes = [
        f"{len(chosen)} of {len(values)} columns seem to be known; {len(open_columns)} could not be told and are not read."
    ]
    if "citizenship_on_record" in chosen:
        notes.append(
            f'"{chosen["citizenship_on_record"][0]}" names citizenship: ask the records unit what this column records, and who says it.'
        )
    notes += [
        f'"{column}" answers a question about citizenship and names no country: write citizenship_on_record = "{column}" and '
        'its answers under [codes.citizenship_on_record], such as "N" = "not US".'
        for column in open_columns
        if "citizen" in column.lower() and answers_a_question(values[column])
    ]
    if "booking_id" not in chosen:
        notes.append("No column looks like a booking number; the draft cannot be used before you name one.")
    return [
        *notes,
        "Save the draft as a .toml file, mend it, and try it: habeas roster check FILE --profile DRAFT.toml",
    ]


def _array(texts: list[str]) -> str:
    return "[" + ", ".join(_quoted(text) for text in texts) + "]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
