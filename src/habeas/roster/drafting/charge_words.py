"""Words for a charge's grade and for how it stands, as exports write them, and ours for them."""

import re

GRADES: dict[str, str] = {
    **dict.fromkeys(("F", "FEL", "FELONY", "FELO", "FS", "FX", "FU", "SJF", "FSJ", "SJ FELONY",
                      *(f"F{each}" for each in "ABCDEX123456")), "felony"),
    **dict.fromkeys(
        ("M", "MIS", "MISD", "MISDEMEANOR", "MM", "GM", "MU", "GROSS MISDEMEANOR", *(f"M{each}" for each in "ABC12345")),
        "misdemeanor",
    ),
    **dict.fromkeys(("I", "INF", "INFRACTION"), "infraction"),
}  # fmt: skip
_GRADE_WORD = re.compile(
    r"(?:(?:CLASS |CL )?[A-IUX1-9]\W? |(?:FIRST|SECOND|THIRD|FOURTH|FIFTH) DEGREE |GROSS |"
    r"SERIOUS |AGGRAVATED |AGG |SIMPLE |\d(?:ST|ND|RD|TH) DEGREE |STATE JAIL |CAPITAL )?"
    r"(FEL(?:ONY)?|MISD?(?:EMEANOR)?|INF(?:RACTION)?)\.?(?:[ -]?(?:CLASS |DEGREE |LEVEL )?[A-IU1-9]{1,2})?"
)
_GRADE_MARK = re.compile(r"(?:D?(F)|(M))[- ]?[A-I1-9]{1,2}|(SRMS|AGMS|SMMS)|(FEL)[A-E]|[A-EU](?:(?P<fel>F)|M)")
"""Marks of a grade with its class: F5, F-H, DF4, M-A; Iowa's SRMS, AGMS, SMMS, FELD; New York's AM, CF."""
_LESS = frozenset(
    {"VIOL", "VIOLATION", "PETTY OFFENSE", "PO", "SUMMARY", "SUMMARY OFFENSE", "INFR", "CIVIL INFRACTION"}
)
_FELONY, _MISDEMEANOR = (
    frozenset({"GRAVE", "FELN", "FLNY"}),
    frozenset({"MENOS GRAVE", "MISDM", "MSD", "MSDM", "GM", "SM"}),
)


def grade_of(word: str) -> str | None:
    """Our grade for a word of a grade (`F`, `A MISD`, `Class C Felony`, `F-H`); None where it is none."""
    upper = " ".join(word.upper().strip("()").rstrip(".").split())
    found, mark = _GRADE_WORD.fullmatch(upper), _GRADE_MARK.fullmatch(upper)
    if upper in _LESS:
        return "infraction"
    if upper in _FELONY | _MISDEMEANOR:
        return "felony" if upper in _FELONY else "misdemeanor"
    if mark:
        return "felony" if mark[1] or mark[4] or mark["fel"] else "misdemeanor"
    return GRADES.get(upper) or (GRADES.get(found[1]) if found else None) or _in_words(upper)


_CLASS = re.compile(
    r"CLASS|CL|DEGREE|DEG|LEVEL|LVL|GRADE|TYPE|CATEGORY|GROUP|OF|THE|IN|[A-IUX]|\d{1,2}|\d(?:ST|ND|RD|TH)|I{1,3}|IV|V|VI"
    r"|FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|GROSS|SERIOUS|AGGRAVATED|AGG|SIMPLE|STATE|JAIL|CAPITAL|LIFE|PBL|UNCLASSIFIED|UNRANKED"
    r"|HIGH|CRIMINAL|TRAFFIC|VIOLENT|DRUG|PERSON|NONPERSON|NON|SEVERITY|OFFENSE|[FM]\d?|[FM][A-E]"
)
"""Words beside a grade that tell its class and nothing of the charge."""


def _in_words(upper: str) -> str | None:
    """The grade of words in any order (`MISDEMEANOR 1ST DEGREE`, `F3 - FELONY OF THE THIRD DEGREE`); None where others stand there."""
    words = re.findall(r"[A-Z0-9]+", upper)
    told = {GRADES[each] for each in words if each in GRADES and len(each) > 2}
    if len(told) != 1 or len(words) > 9 or not all(each in GRADES or _CLASS.fullmatch(each) for each in words):
        return None
    return told.pop()


DISPOSITIONS: tuple[tuple[str, str], ...] = (
    ("acquitted", r"\bNOT GUILTY|\bACQUI|^NG$"),
    ("dismissed", r"\bDISM|\bNOLLE|\bNOL ?PROS?\b|\b1385\b|^(?:D|DIS|DSM|DSMD|VD|NP|NOL|NOLP|DROP)$"),
    ("dismissed", r"\bDROPPED\b|\bWITHDRAWN\b|^ARCHIVAD|^DESESTIMAD"),
    ("vacated", r"\bVACAT|SET ASIDE"),
    ("held_to_answer", r"\bHTA\b|HELD TO ANS|HELD FOR TRIAL|BOUND OVER|^HELD$|^H$|CERTIFIED TO (?:GRAND|CIRCUIT)"),
    ("pending", r"\bPEND|^(?:PND|PNDG|PEN|OPN|AWT|ACT|P)$|\bPNDG|\bOPEN\b|\bAWAIT|PRE-?TRIAL|\bUNS?EN?T|UNADJUD"),
    ("pending", r"UNRESOLVED|^ACTIVE$|^FILED$|^PDTE"),
    ("convicted", r"\bCONV|(?<!UN)\bSENT|\bGUILTY|\bPLED|^(?:C|GTY|GLT|GLTY|CNV|CONV?|SEN|SNT)$"),
)  # fmt: skip
"""Our disposition and how its words look in capitals; the first that fits counts."""
_UNSAID = re.compile(r"WITHH|DEFER|DIVER|IF |\?|PROB(?:ABLE)?\b")
"""Words that make a disposition something a person must read (`ADJUDICATION WITHHELD`)."""


def disposition_of(word: str) -> str | None:
    """Our disposition for a word of one; None where it is none, or says more than one."""
    upper = " ".join(word.upper().split())
    if _UNSAID.search(upper) or (len(upper) > 24 and re.search(r"\d{3}", upper)):
        return None  # a whole line of a charge is no word for how it stands
    return next((ours for ours, pattern in DISPOSITIONS if re.search(pattern, upper)), None)
