"""The article before a noun, worked out by how the noun is said: an immigration officer, a U.S. marshal, an I-200, an FBI number."""

import re

SPOKEN_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: a word of capitals or with a digit is said letter by letter."""
_CONSONANT_YOU = re.compile(r"(?:uni(?!n|m)|use|usu|eu|one\b|once\b|u-)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honor|honest|heir)", re.IGNORECASE)
_EIGHT = re.compile(r"(?:8|11|18)(?!\d)|8\d")


def with_article(noun: str) -> str:
    """The noun with `a` or `an` before it."""
    return f"{'an' if _begins_with_vowel(noun.lstrip()) else 'a'} {noun}"


def _begins_with_vowel(noun: str) -> bool:
    first = re.split(r"[\s-]", noun, maxsplit=1)[0]
    if noun[:1].isdigit():
        return bool(_EIGHT.match(noun))
    if first.replace(".", "").isupper() and first[:1].isalpha():
        return first[0] in SPOKEN_WITH_VOWEL
    return bool(_SILENT_H.match(noun)) or (noun[:1].casefold() in set("aeiou") and not _CONSONANT_YOU.match(noun))
