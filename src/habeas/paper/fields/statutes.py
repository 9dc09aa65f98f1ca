"""Statutes named in the words of an offence, and whether they are criminal immigration law."""

import re

from habeas.offenses.reading import read_statute

CRIMINAL_IMMIGRATION: dict[int, frozenset[str]] = {
    8: frozenset({"1253", "1306", "1324", "1325", "1326", "1327", "1328"}),
    18: frozenset({str(number) for number in range(1541, 1547)}),
}
"""Sections of the United States Code that punish entry, presence, reentry, transport or immigration papers."""
CIVIL_IMMIGRATION: frozenset[str] = frozenset({"1182", "1225", "1226", "1227", "1229", "1229a", "1231", "1357"})
"""Sections of 8 USC that detain or remove and punish nobody."""

_SECTION = r"\d{1,5}[A-Za-z]{0,2}(?:-\d{1,3}[a-z]?)?"
_SUBS = r"(?:\s?[\(\[{]\s?[A-Za-z0-9]{1,5}\s?[\)\]}])*"
_MARK = r"(?:(?:§+|[$&S85]{1,2}(?=\s))\s*|[Ss]ections?(?:\(s\))?\s+|[Ss]ecs?\.\s*)?"
_USC = re.compile(
    rf"\b(\d{{1,2}})\s*[,.]?\s*(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|United\s+States\s+Code)\s*[,.]?\s*{_MARK}"
    rf"({_SECTION}{_SUBS}(?:\s*(?:,|;|and|&|,\s*and)\s*(?:§\s*)?{_SECTION}(?!\s*[,.]?\s*U\.?\s?S)(?![\w:/]){_SUBS})*)"
)
_TITLE = re.compile(
    rf"[Tt]itle\s+(\d{{1,2}})\s*,?\s*(?:of\s+the\s+)?(?:United\s+States\s+Code|U\.?S\.?C\.?)\s*,?\s*{_MARK}({_SECTION}{_SUBS}(?:\s*(?:,|and)\s*{_SECTION}{_SUBS})*)"
)
_STATE = re.compile(
    rf"\b(PC|VC|HS|H&S|WI|BP|FC|CVC|RCW|ARS|ORS|Penal\s+Code|Vehicle\s+Code|Health\s+(?:and|&)\s+Safety\s+Code|P\.C\.|V\.C\.)"
    rf"\s*{_MARK}({_SECTION}(?:\.\d{{1,3}})?{_SUBS})|(?<![\d-])({_SECTION}(?:\.\d{{1,3}})?{_SUBS})\s*(PC|VC|HS|H&S|P\.C\.)\b"
)
_SPELLED = {
    "penalcode": "PC",
    "vehiclecode": "VC",
    "healthandsafetycode": "HS",
    "health&safetycode": "HS",
    "p.c.": "PC",
    "v.c.": "VC",
    "h&s": "HS",
    "cvc": "VC",
}


def statutes_in(text: str) -> list[str]:
    """The sections named, in order, as `8 USC 1326`, `PC 459`: without subdivisions, each once."""
    hits: list[tuple[int, str]] = []
    for pattern in (_USC, _TITLE):
        for hit in pattern.finditer(text):
            hits.extend((hit.start(), f"{int(hit[1])} USC {number}") for number in _numbers(hit[2]))
    hits.extend((hit.start(), _state(hit)) for hit in _STATE.finditer(text))
    return list(dict.fromkeys(name for _, name in sorted(hits, key=lambda each: each[0])))


def _numbers(text: str) -> list[str]:
    bare = re.sub(r"[\(\[{]\s?[A-Za-z0-9]{1,5}\s?[\)\]}]", " ", text)
    return re.findall(_SECTION, bare)


def _state(hit: re.Match[str]) -> str:
    code, number = (hit[1], hit[2]) if hit[1] else (hit[4], hit[3])
    short = _SPELLED.get(re.sub(r"\s+", "", code.lower()), code.upper())
    bare = re.sub(r"\(.*", "", number).strip()
    canonical = read_statute(f"{short} {bare}").canonical
    return canonical if canonical.startswith(short) else f"{short} {bare}"


def basis_of(statutes: list[str]) -> str | None:
    """`criminal_immigration` where any section is, `civil` where all only detain or remove, else `criminal_other`."""
    parts = [re.match(r"(\d+) USC (\w+)", each) for each in statutes]
    if any(part and part[2] in CRIMINAL_IMMIGRATION.get(int(part[1]), ()) for part in parts):
        return "criminal_immigration"
    if statutes and all(part and part[1] == "8" and part[2] in CIVIL_IMMIGRATION for part in parts):
        return "civil"
    return "criminal_other" if statutes else None
