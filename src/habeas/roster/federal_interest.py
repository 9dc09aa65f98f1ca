"""Lines that tell of a federal immigration interest: a hold printed as a charge, a detainer among the holds.

Such a line never counts as public (someone who reads it learns that ICE asked). Words match whole: POLICE and JUSTICE do not.
"""

import re
from collections.abc import Collection

MARKS: tuple[str, ...] = (
    r"I\.?C\.?E\.?",
    r"USICE",
    r"IMMIG\w*",
    r"U?S?CIS",
    r"CBP",
    r"BORDER\s+PATROL",
    r"USBP",
    r"ERO",
    r"DHS",
    r"HSI",
    r"HOMELAND\s+SECURITY",
    r"I-?247[A-Z]?",
    r"I-?200",
    r"I-?205",
    r"287\s*\(?G\)?",
    r"DEPORT\w*",
    r"REMOVAL\s+ORDER",
    r"INS\s+(?:HOLD|DETAINER)",
    r"(?:HOLD|DETAINER)\s+(?:FOR\s+)?INS",
    r"8\s*U\.?S\.?C\.?",
    r"FED\w*\s+DETAINER",
    r"DETAINER\s+FED\w*",
    r"IMM\s+HOLD",
    r"HOLD\s+IMM",
)
"""Patterns of words, each matched whole and in any case."""

_ANY = re.compile(r"(?<![A-Za-z0-9])(?:" + "|".join(MARKS) + r")(?![A-Za-z0-9])", re.IGNORECASE)


def reveals_federal_interest(*texts: str | None, codes: Collection[str] = ()) -> bool:
    """Return whether any text tells of a federal immigration interest, or is one of the profile's `codes` for it."""
    return any(text is not None and (text.strip() in codes or _ANY.search(text) is not None) for text in texts)
