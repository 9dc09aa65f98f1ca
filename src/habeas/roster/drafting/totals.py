"""A line of a file that counts something: which of its numbers count what was read."""

import re

from habeas.roster.layout import COUNTED

_COUNTS = {
    **dict.fromkeys(("inmate", "people", "person", "offender", "detainee", "prisoner"), "people"),
    "charge": "charges",
    "offense": "charges",
    "booking": "bookings",
    "row": "rows",
    "record": "rows",
    "line": "rows",
    "hold": "holds",
}
"""Words of a line of totals, and what they count."""
_COUNTED_WORDS = re.compile("|".join(_COUNTS))


def line_of_totals(line: str, counted: dict[str, int]) -> tuple[str, str]:
    """The line with what its numbers count, each by the count it equals; the numbers that equal none of what they say they count."""
    used: set[str] = set()
    left: list[str] = []
    off: list[str] = []

    def hole(found: re.Match[str]) -> str:
        number = int(found[0].replace(",", ""))
        said = _COUNTED_WORDS.findall(re.split(r"\d", line[: found.start()])[-1].lower()[-25:])
        named = [_COUNTS[said[-1]]] if said else list(COUNTED)
        fits = [each for each in named if counted.get(each) == number and each not in used]
        if not fits:
            left.append(found[0])
            off.extend([found[0]] if said else [])
            return "{anything}"
        used.add(fits[0])
        return "{" + fits[0] + "}"

    made = re.sub(r"\d[\d,]*", hole, line)
    return (made if used else ""), ", ".join(off if used else left)
