"""How a file writes a charge in one cell: `{section} {code}/{grade}`, `PV - {section} {code}`. A cell that fits none or two is said."""

import re
from dataclasses import dataclass, field

FIELDS: dict[str, str] = {
    "grade": "charge_grade",
    "disposition": "charge_disposition",
    "description": "charge_description",
    "case_number": "case_number",
    "bail": "bail",
    "court": "court",
    "charge_id": "charge_id",
    "hold": "holds",
}
"""Field of a written form to the plain column it fills."""
STATUTE_FIELDS = ("code", "section", "subs")
NOTHING = "anything"
KNOWN = (
    r"\d{1,3}\s?ILCS", r"\d{1,2}\s?PA\.?\s?C\.?\s?S\.?(?:\s?A\.?)?", r"\d{1,2}\s?O\.?S\.?",
    r"\d{1,2}\s?U\.?S\.?C\.?", "PC", r"P\.C\.", "PEN", "HS", "H&S", "HSC", r"H\.S\.", "VC", "CVC",
    r"V\.C\.", "VEH",
    "BP", "B&P", "BPC", "WI", "W&I", "WIC", "FC", "FG", "GC", "TRC", "TC", r"F\.S\.S?\.?", "FSS?", "RCW", "ORS", "NRS", "ARS", "CRS",
    "KRS", "MCL", "MCA", "NJSA", r"N\.J\.S\.A?\.?", "OCGA", r"O\.C\.G\.A\.", r"O\.S\.", "OS", r"G\.S\.", "GS", "SMC",
)  # fmt: skip
"""Codes as they are usually written; what a profile writes under `codes.code` is known as well."""
_SECTION = r"\d\w*(?:[.:/\-]\d\w*)*(?:\s?\(\w+\))*(?:/\d\w*(?:\.\d+)*(?:\(\w+\))*)?"
_LETTERS = r"[A-Za-z][A-Za-z.&' ]*"
_PIECE = re.compile(r"\{\(?\w+\)?\}|\s+|[^{}\s]+")
_ANY: dict[str, str] = {
    "section": _SECTION,
    "subs": r"(?:\(?\w+\)?)*",
    "case_number": r"[\w\-/.]+",
    "bail": r"\$?[\d,.]+|NO BAIL|NONE",
    "charge_id": r"\w+",
    NOTHING: r".*?",
}


@dataclass(frozen=True, slots=True)
class ReadCharge:
    """What a cell says: the statute, the texts for other columns, and what is to be said of it."""

    statute: str = ""
    others: dict[str, str] = field(default_factory=dict)
    said: str = ""


class StatuteForms:
    """The written forms of one profile, with the codes it knows by other names."""

    def __init__(self, forms: tuple[str, ...], codes: dict[str, str], grades: tuple[str, ...]) -> None:
        """`codes`: a code as the file writes it, to ours. `grades`: the file's words for a grade; any short word where empty."""
        self.codes = codes
        self.by_place = tuple(_fields(forms[0])) if len(forms) == 1 else ()
        own = [re.escape(each) for each in sorted({*codes, *codes.values()}, key=len, reverse=True)]
        known = "|".join([*own, *sorted(KNOWN, key=len, reverse=True)])
        grade = "|".join(map(re.escape, sorted(grades, key=len, reverse=True))) or r"[A-Za-z](?:-?[A-Za-z0-9]){0,3}"
        self._known = [_pattern(form, f"(?:{known})", grade, r"\s*") for form in forms]
        self._letters = [_pattern(form, _LETTERS, grade, r"\s+") for form in forms]

    def read(self, text: str) -> ReadCharge:
        """Read a cell by every form. Where none fits it is kept as written; where two fit otherwise, nothing is kept."""
        for patterns in (self._known, self._letters):
            readings = {tuple(sorted(found.items())) for each in patterns if (found := _match(each, text)) is not None}
            if len(readings) > 1:
                return ReadCharge(
                    said=f'statute is "{text[:40]}", which two written forms read in two ways: left unknown'
                )
            if readings:
                return self._made(dict(readings.pop()))
        return ReadCharge(
            text, said=f'statute is "{text[:40]}", which fits no written form: kept as it is, its grade left unknown'
        )

    def from_places(self, texts: list[str], parts: list[list[str]]) -> ReadCharge:
        """Put a charge together from one cell for each field, in the form's order."""
        told = {name: text for name, text in zip(self.by_place, texts, strict=False) if text}
        if "subs" in told:
            several = parts[self.by_place.index("subs")]
            told["subs"] = "".join(each if each.startswith("(") else f"({each})" for each in several)
        return self._made(told)

    def _made(self, told: dict[str, str]) -> ReadCharge:
        code = told.get("code", "").strip()
        code = self.codes.get(code, self.codes.get(code.upper(), code))
        statute = (
            f"{code} {told.get('section', '')}{_bracketed(told.get('subs', ''))}".strip() if told.get("section") else ""
        )
        return ReadCharge(statute, {FIELDS[each]: text for each, text in told.items() if each in FIELDS and text})


def _bracketed(subs: str) -> str:
    """Subdivisions as sections write them: `A1` is (A)(1), `02` is (2), `00` is none. Glued on they would be another number."""
    if subs.startswith("("):
        return subs
    parts = (each.lstrip("0") for each in re.findall(r"[A-Za-z]+|\d+", subs))
    return "".join(f"({each})" for each in parts if each)


def statute_fault(form: str) -> str:
    """Why a written form of a charge cannot be used: empty where it can."""
    fields = _fields(form)
    known = {*STATUTE_FIELDS, *FIELDS, NOTHING}
    wrong = [each for each in fields if each not in known]
    if wrong or not fields:
        shown = ", ".join("{" + each + "}" for each in (*STATUTE_FIELDS, *FIELDS, NOTHING))
        return f'"{form}" has no field Habeas knows; write {shown}'
    named = [each for each in fields if each != NOTHING]
    return f'"{form}" has one field twice' if len(set(named)) != len(named) else ""


def _fields(form: str) -> list[str]:
    return [each.strip("{()}") for each in re.findall(r"\{\(?\w+\)?\}", form)]


def _pattern(form: str, code: str, grade: str, blank: str) -> re.Pattern[str]:
    made, unnamed = [], 0
    for piece in _PIECE.findall(form.strip()):
        name = piece.strip("{()}") if piece.startswith("{") else ""
        if not name:
            made.append(blank if piece.isspace() else rf"\s*{re.escape(piece)}\s*")
        elif name == NOTHING:
            made.append(_ANY[NOTHING])
            unnamed += 1
        else:
            inner = code if name == "code" else grade if name == "grade" else _ANY.get(name, r".+?")
            made.append(f"(?P<{name}>{inner})")
    return re.compile("".join(made), re.IGNORECASE)


def _match(pattern: re.Pattern[str], text: str) -> dict[str, str] | None:
    found = pattern.fullmatch(text.strip())
    if found is None:
        return None
    return {
        name: " ".join(part.split()).upper() if name == "code" else part.strip()
        for name, part in found.groupdict().items()
        if part
    }
