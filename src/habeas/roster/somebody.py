"""Whether what was read can be somebody in custody: a number alone, or a label with one thing beside it, is a line of the report."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

NAME_PARTS = ("family_name", "given_name", "middle_name")
KINDS = ("name", "born", "booked", "charge")
"""What tells that a row is somebody: their name, birth, time of booking, a charge."""

STANDS_IN = ("booking:", "person:")
"""What stands before a number that stands in for one the export does not give."""
_NAMED, _WORD = re.compile(r"[^\W\d_]"), re.compile(r"\W*[^\W\d_]{2,}\W*")


def tells(values: Mapping[str, Any]) -> frozenset[str]:
    """The kinds of `KINDS` that the values tell; a name of digits is no name, and a charge without a letter or digit none."""
    found = {
        "name": any(_is_name(values.get(part)) for part in NAME_PARTS),
        "born": values.get("date_of_birth") is not None,
        "booked": values.get("booked_at") is not None,
        "charge": any(str(values.get(each) or "").strip(" -_.*=") for each in ("statute", "charge_description")),
    }
    return frozenset(kind for kind in KINDS if found[kind])


def _is_name(value: Any) -> bool:
    return bool(value) and bool(_NAMED.search(value)) and not any(letter.isdigit() for letter in value)


def is_label(number: str) -> bool:
    """Whether a "number" is words (`Printed by: ...`, `Males`, `Report run 11/29/2026`): no digit, a colon at its end, two words."""
    text = number.strip()
    for each in STANDS_IN:
        text = text.removeprefix(each)
    words = sum(bool(_WORD.fullmatch(each)) for each in text.split())
    return not any(letter.isdigit() for letter in text) or text.endswith(":") or words > 1


def label_row(values: Mapping[str, Any], kinds: int) -> str:
    """Why a row whose number is a label is nobody: it tells one thing of a person at most. Empty where it is somebody.

    `kinds` is how many kinds of things the file has columns for: where that is one, one is enough.
    """
    label = next((each for name in ("booking_id", "person_id") if (each := values.get(name)) and is_label(each)), None)
    return _line(label) if label and len(tells(values)) < min(2, kinds) else ""


def nobodies(found: Mapping[str, frozenset[str]], names: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The bookings of a file that are nobody's, each with why. `found`: what each booking tells; `names`: its person's values.

    A file that tells of nobody more than a number has no such line to compare with: another fault says so.
    """
    if not any(found.values()):
        return {}
    whole = most_tell_more(found.values())
    return {
        number: _line(number)
        for number, told in found.items()
        if not told or (whole and told == {"name"} and not _whole_name(names[number]))
    }


def name_alone(found: Mapping[str, frozenset[str]], names: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The bookings of which there is a whole name and a number, and nothing else that most others of the file have."""
    if not most_tell_more(found.values()):
        return []
    return [number for number, told in found.items() if told == {"name"} and _whole_name(names[number])]


def most_tell_more(found: Iterable[frozenset[str]]) -> bool:
    """Whether more than half of the bookings tell two things or more."""
    all_told = list(found)
    return sum(len(told) > 1 for told in all_told) * 2 > len(all_told)


def _whole_name(values: Mapping[str, Any]) -> bool:
    return _is_name(values.get("family_name")) and _is_name(values.get("given_name"))


def _line(number: str) -> str:
    return (
        f'has a number or a label ("{number.strip()[:40]}") and nothing else that a person has (name, birth, time of booking, '
        "charge): a line of the report?"
    )
