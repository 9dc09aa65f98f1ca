"""The grade that a line writes behind its section: `/F`, `(M1)`, `U Felony`, `CLASS A MISDEMEANOR`. A word of the crime is none."""

import re

_CLASS = r"(?:CL(?:ASS)?\s*)?(?:[A-I]\d?|[UX])"
_STEP = r"\d(?:ST|ND|RD|TH)|FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|[1-6]"
_DEGREE = rf"(?:{_STEP})(?:\s*DEG(?:REE)?)?"
_BEHIND = rf"(?:\s*-?\s*(?:OF\s+THE\s+)?(?:{_DEGREE}|{_CLASS}))?"
_KINDS = {
    "felony": rf"(?:(?:{_CLASS}|{_DEGREE}|STATE\s+JAIL|CAPITAL|UNCLASSIFIED)\s*-?\s*)?FEL(?:ONY)?{_BEHIND}"
    r"|F-?[1-6SCXD]?|[A-E]F|SJF",
    "misdemeanor": rf"(?:(?:{_CLASS}|{_DEGREE}|GROSS|PETTY|SIMPLE|SERIOUS|AGGRAVATED|UNCLASSIFIED)\s*-?\s*)?MISD(?:EMEANOR)?{_BEHIND}"
    r"|M-?[1-4ABCD]?|[ABU]M|GM|PM",
    "infraction": r"INF(?:RACTION)?",
}
_GRADES = {grade: re.compile(rf"(?:A\s+)?(?:{words})", re.IGNORECASE) for grade, words in _KINDS.items()}
_EDGE = " -/,;:|.()[]"


def grade_behind(words: str) -> str | None:
    """The grade that `words` are, or that they write in brackets, first or last; None where they write none, or two."""
    inside = re.findall(r"[(\[]([^()\[\]]+)[)\]]", words)
    parts = re.split(r"\s+-\s+|[/,;|]|\s-(?=\S)", words)
    last = re.search(r"\s([FM]-?[1-6]|MISD(?:EMEANOR)?(?:\s[A-C]\d?)?)$", words.rstrip(), re.IGNORECASE)
    ends = [last[1]] if last else []
    found = {grade for each in (words, *inside, parts[0], parts[-1], *ends) if (grade := grade_of(each))}
    return found.pop() if len(found) == 1 else None


def grade_of(words: str) -> str | None:
    """The grade that `words` say and nothing else."""
    plain = " ".join(words.strip(_EDGE).split())
    return next((grade for grade, said in _GRADES.items() if said.fullmatch(plain)), None)
