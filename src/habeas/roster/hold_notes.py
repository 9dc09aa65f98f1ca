"""Words of a line that speak of holding and are no hold of another authority: a note on bail or time beside a charge, a robbery.

And the other way: words that say without `hold` that another authority brought the person, or waits for them.
"""

import re

from habeas.roster.hold_words import FEDERAL

HOLDS = r"(?:HOLDS?|HLD)"
_SHORT_TIME = r"(?:[1-9]|[12]\d|3\d|4[0-7]) (?:HR|HRS|HOUR|HOURS|MIN|MINS|MINUTES)"
"""Less than 48 hours: the form that asks a jail to hold for immigration asks for 48."""
_WAITS_FOR = (
    r"(?:LAB|LABS|COURT|TEST\w*|RESULTS?|JUDGE|MAGISTRATE|ARRAIGN\w*|HEARING|SOBER\w*|DETOX|BLOOD|URINE|BREATH|DRUG|TOX|TRIAL|"
    r"SENTENC\w*|FIRST APPEARANCE|INITIAL APPEARANCE|BAIL|BOND|CASH|FINE|FINES|ID|IDENTIFICATION|PRINTS|FINGERPRINTS|DA|PROSECUTOR|"
    r"INVESTIGATION|CHARGES|FILING|MEDICAL CLEARANCE|REVIEW)"
)
_NOTES = re.compile(
    rf"\b(?:NO (?:BAIL|BOND) {HOLDS}|{HOLDS} (?:(?:WITHOUT|WO|NO|W O|OUT) )?(?:BAIL|BOND)|{_SHORT_TIME} {HOLDS}|"
    rf"{HOLDS} (?:FOR )?{_SHORT_TIME}|{HOLDS} (?:UNTIL|UNTILL|TILL|TIL)\b.*|{HOLDS} FOR (?:THE |A )?{_WAITS_FOR})\b"
)
"""What a jail notes beside a charge about its own keeping of the person."""

AUTHORITIES = frozenset(
    {"PAROLE", "PROBATION", "PROB", "COUNTY", "CNTY", "CO", "STATE", "AGENCY", "JURISDICTION", "PRISON", "DOC", "FED", "FEDS",
     "FEDERAL", "MILITARY", "ARMY", "NAVY", "EXTRADITION", "WRIT", "TRIBAL", "SO", "PD", "SHERIFF", "POLICE", "DETAINER",
     "DETAINERS", "FOREIGN", "CONSULATE", "EMBASSY"}
)  # fmt: skip
"""Words of somebody else for whom a person may be kept: beside one, a note is no mere note."""

PRISONS = frozenset(
    {"DOC", "TDCJ", "TDC", "CDCR", "CDC", "IDOC", "TDOC", "ODOC", "ADOC", "FDOC", "GDC", "MDOC", "NDOC", "PRISON", "BOP", "FCI",
     "PENITENTIARY", "CORRECTIONS"}
)  # fmt: skip
RETURNS = frozenset({"RETURN", "RETURNED", "RETURNING", "RTN", "RETN", "RTRN", "RET", "BACK"})
WRITS = frozenset({"WHC", "WHCAP", "WHCAT", "WRIT", "WRITS"})
_OF_WRITS = frozenset(
    {"HABEAS", "CORPUS", "AD", "ATA", "PROSEQUENDUM", "TESTIFICANDUM", "FED", "FEDERAL", "OF", "ON", "OUT", "IN"}
)
_KEPT_FOR_OTHERS = frozenset(
    {"BOARDER", "BOARDERS", "SAFEKEEPER", "SAFEKEEPERS", "SAFEKEEPING", "SAFEKEEP", "SAFEKEEPINGS"}
)
_TWO_WORDS = re.compile(
    r"\b(?:AD (?:PROS|TEST)\w*|PAROLE (?:BOARD|COMMISSION|WARR\w*|WRNT|WNT)|BLUE (?:WARR\w*|WRNT|WNT)|FLASH INCARC\w*|"
    r"GOV(?:ERNORS?)? (?:S )?(?:WARR\w*|WRNT)|SAFE ?KEEP\w*|DESERTERS?|AWOL)\b"
)
"""Two words that are a hold of a court, a parole authority or a governor: none is a crime."""

HOLD_SECTIONS = frozenset({"3056", "3000", "885", "886", "2241", "1767"})
"""Sections under which a jail keeps somebody for another: Penal Code 3056 and 3000.08, Welfare and Institutions Code 1767.3, 10 USC
885 and 886, 28 USC 2241 (Fresno County Sheriff, policy C-180, Holds and Detainers)."""


def is_note(words: tuple[str, ...]) -> bool:
    """Whether every word of holding in a charge line is a note of the jail's own, and nobody else is named."""
    text = " ".join(words)
    left = _NOTES.sub(" ", text)
    return (
        left != text and not re.search(rf"\b(?:{HOLDS}|DETAINERS?)\b", left) and not (AUTHORITIES | FEDERAL) & {*words}
    )


def brought_by_another(words: tuple[str, ...]) -> bool:
    """Whether a line without a crime says that a court's writ, a prison or a parole authority has the person."""
    given = {*words}
    writ = bool(given & WRITS) and all(
        word in WRITS | _OF_WRITS or word.isdigit() or len(word) < 2 or word in AUTHORITIES or _is_district(word)
        for word in words
    )
    return (
        writ
        or bool(given & _KEPT_FOR_OTHERS)
        or bool(given & RETURNS and given & PRISONS)
        or _TWO_WORDS.search(" ".join(words)) is not None
    )


def _is_district(word: str) -> bool:
    """A federal district in short: WDTX, NDCA."""
    return re.fullmatch(r"[NSEWMC]D[A-Z]{2}|[A-Z]{4}|[A-Z]{3}", word) is not None
