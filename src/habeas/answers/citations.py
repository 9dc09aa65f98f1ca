"""Citations as an American letter writes them: section signs, U.S.C. and C.F.R., the month before the day."""

import re

_MONTHS = r"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) ({_MONTHS}) (\d{{4}})\b")
_TITLED = ((re.compile(r"\b(\d+) USC "), r"\1 U.S.C. § "), (re.compile(r"\b(\d+) CFR "), r"\1 C.F.R. § "))
_CODES = re.compile(r"\b((?:Code|Fla\. Stat\.|N\.C\.G\.S\.|O\.S\.)(?: former)?) (?=\d)")
_REMARK = re.compile(r"\([^()]* [^()]*\)")
"""Words in brackets, such as the day an ordinance was adopted: no section stands in them."""
_NEXT_SECTION = re.compile(r"[,;] (?=\d{3,}[.\d(]*)")


def american_dates(text: str) -> str:
    """`motion of 1 Sept. 2020` as `motion of Sept. 1, 2020`; the rest stays."""
    return _DAY_FIRST.sub(r"\2 \1, \4", text)


def legal_citation(citation: str) -> str:
    """`Cal. Gov. Code 7284.4(a), 7284.10` as `Cal. Gov. Code §§ 7284.4(a), 7284.10`; what has no sections stays."""
    text = _NEXT_SECTION.sub(", ", american_dates(citation))
    for pattern, said in _TITLED:
        text = pattern.sub(said, text)
    return "; ".join(_plural(_CODES.sub(r"\1 § ", part)) for part in text.split("; "))


def _plural(part: str) -> str:
    """Two section signs where several sections stand behind one."""
    head, sign, sections = part.partition("§ ")
    return f"{head}§§ {sections}" if sign and _NEXT_SECTION.search(_REMARK.sub("", sections)) else part


NOT_VERIFIED = " (cited from a summary; the text itself was not verified)"
"""Said behind a citation of which nobody read the text: a letter names what was not verified."""
_NO_LAW = re.compile(r"^Form [A-Z]|\bguidance\b", re.IGNORECASE)


def of_law(citation: str) -> str:
    """The parts of a citation that are law: an agency's own form or guidance is no authority for what a jail does."""
    return "; ".join(part for part in citation.split("; ") if not _NO_LAW.search(part))


def cited(citations: list[str]) -> str:
    """The law among the citations as one sentence that ends with a stop; empty where there is none."""
    text = "; ".join(dict.fromkeys(legal_citation(law) for each in citations if (law := of_law(each))))
    return text if not text or text.endswith(".") else f"{text}."
