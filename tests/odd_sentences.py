"""What no sentence of a page looks like: ended twice, empty, or with the wrong article. Words that we do not use are another list."""

import re

ODD = re.compile(
    r"(?<![.\d])\.\.(?!\.)"  # ends twice; 2026-01..2026-06 is a period as it is typed
    r"|[a-z]{4}\.[,;:]"  # ends, and goes on
    r"|\w ,|\s\.\s"  # a word is missing before the mark
    r"|“”|\(\s*\)"  # nothing is said between
    r"|\b[Aa] (?!one\b|eu)[aeio][a-z]{2}|\b[Aa]n (?!hour|honor|honest|heir)[bcdfghjklmnpqrstvwxyz][a-z]{2}"
    r"|\bNothing\.(?=\s|$)|\bno \w+ no\b"
)
SHOWN = 50
"""Characters of each side that a fault shows."""


def odd_sentences(text: str) -> list[str]:
    """Each place of a text that looks so, with what stands around it."""
    plain = " ".join(text.split())
    return [plain[max(0, each.start() - SHOWN) : each.end() + SHOWN] for each in ODD.finditer(plain)]
