"""Whole numbers that come from outside: a form, an address, a header, a cookie, a file. This is the one place that reads them."""

import re

MOST = 2**63 - 1
"""The largest number that a column of whole numbers holds, on SQLite and on PostgreSQL."""

# str.isdigit takes `²`, which int refuses, and int takes other scripts, `1_000`, and refuses 5,000 digits
_DIGITS = re.compile(r"[0-9]{1,19}")


def whole_number(text: object, *, least: int = 0, most: int = MOST) -> int | None:
    """The number that `text` writes in the digits 0 to 9; None for everything else and for what lies outside `least` to `most`."""
    if not isinstance(text, str) or not _DIGITS.fullmatch(text):
        return None
    number = int(text)
    return number if least <= number <= most else None
