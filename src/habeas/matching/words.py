"""What a clerk says of a candidate to a commander on the phone: what agrees, what is missing, what disagrees. No value is repeated."""

from habeas.matching.evidence import Evidence
from habeas.matching.query import Known

NUMBERS = {
    "a_number": "the A-number",
    "fbi_number": "the FBI number",
    "state_id": "the state number",
    "booking_id": "the booking number",
}

FAMILY = {
    "same": "same family name",
    "spelling": "family name in another spelling",
    "spelling_far": "few letters of the family names are the same: they may be two",
    "slip": "family name one letter off",
    "sound": "family name sounds alike",
    "rough": "family name much alike",
    "part": "one of the family names agrees, the other is left out",
    "second_family": "the family name is the other record's second one",
    "elsewhere": "the family name stands in the middle-name box",
    "family_faint": "family name off by more than a letter",
    "family_two_names": "family name alike",
    "family_missing": "no family name to compare",
}
GIVEN = {
    "same": "same given name",
    "spelling": "given name in another spelling",
    "nickname": "given name in a short or familiar form",
    "slip": "given name one letter off",
    "sound": "given name sounds alike",
    "rough": "given name much alike",
    "given_faint": "given name off by more than a letter",
    "given_two_names": "given name alike",
    "given_initial": "the given name agrees only as an initial",
    "given_second": "the given name is the other record's second given name",
    "given_part": "one given name is a part of the other",
    "given_more": "one record has a further given name",
    "given_missing": "no given name to compare",
}
OTHER = {
    "middle": "same middle name",
    "middle_rare": "same middle name",
    "middle_initial": "same middle initial",
    "swapped": "family and given name stand in each other's place",
    "alias": "by a name the person also goes by",
    "sex_otherwise": "the sex is recorded otherwise, all else agrees",
    "suffix": "same generation (Jr., Sr.)",
    "suffix_one_side": "only one record says Jr. or Sr.",
}
AGAINST = {
    "family_faint": "the family name is only faintly alike",
    "given_faint": "the given name is only faintly alike",
    "family_two_names": "the family names are alike, and both are names in use",
    "family_differs": "the family name differs",
    "second_family_differs": "the second family name differs",
    "given_differs": "the given name differs",
    "second_given_differs": "the second given name differs",
    "given_two_names": "the given names are alike, and both are names in use",
    "middle_differs": "the middle name differs",
    "names_differ": "each has a name that the other lacks",
    "date_swapped": "day and month of the birth date are the other way round",
    "date_digit": "the birth date differs in one digit",
    "date_year": "the birth date differs by one year",
    "sex_differs": "the sex on record differs",
    "suffix_differs": "one is Jr., the other is not (the generation differs)",
}
ALSO = "nothing disagrees, and somebody else here fits as well"
TOO_LITTLE = "insufficient to confirm identity: nothing disagrees, but too little agrees"
ELSEWHERE = "a number on the paper belongs to somebody else here"


def reason_words(evidence: Evidence) -> tuple[str, ...]:
    """What agrees and what there was nothing to compare, the weightiest first."""
    found = [f"{NUMBERS[kind]} agrees" for kind in evidence.numbers]
    found += ["same birth date"] if evidence.date == "same" else []
    found += [FAMILY[code] for code in evidence.name.family.says]
    found += [GIVEN[code] for code in evidence.name.given.says]
    found += [OTHER[code] for code in (*evidence.name.middle.says, *evidence.name.says)]
    found += [_number_or_other(code) for code in evidence.says]
    found += ["no birth date to compare"] if evidence.date == "missing" else []
    return tuple(dict.fromkeys(found))


def _number_or_other(code: str) -> str:
    kind = code.removesuffix("_slip")
    return f"{NUMBERS[kind]} is one sign off" if kind in NUMBERS else OTHER[code]


def conflict_words(
    evidence: Evidence, asked: Known, held: Known, elsewhere: bool, unreadable: tuple[str, ...]
) -> tuple[str, ...]:
    """What disagrees, joined to what agrees where a number points one way and the rest another."""
    found = [_against(code, asked, held) for code in evidence.against]
    if evidence.numbers and found:
        found[0] = f"{NUMBERS[evidence.numbers[0]]} agrees but {found[0]}"
    found += [ELSEWHERE] if elsewhere else []
    found += [f"the {name.replace('_', ' ')} on the paper cannot be read" for name in unreadable]
    return tuple(found)


def _against(code: str, asked: Known, held: Known) -> str:
    if code in AGAINST:
        return AGAINST[code]
    if code.startswith("date_"):
        return _dates_differ(asked.born, held.born)
    return f"{NUMBERS[code.removesuffix('_differs')]} differs"


def _dates_differ(asked: str, held: str) -> str:
    """How far two birth dates are apart where day and month agree; else in which of their parts they differ: never a rounded figure."""
    parts = [name for name, one, other in zip(_PARTS, asked.split("-"), held.split("-"), strict=True) if one != other]
    if parts == ["the year"]:
        return f"the birth date differs by {_years(abs(int(asked[:4]) - int(held[:4])))}"
    said = parts[1:] + parts[:1] if parts[0] == "the year" else parts
    return f"the birth date differs in {', '.join(said[:-1])}{' and ' if said[1:] else ''}{said[-1]}"


_PARTS = ("the year", "the month", "the day")
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def _years(years: int) -> str:
    word = _WORDS[years - 1] if years <= len(_WORDS) else str(years)
    return "one year" if years == 1 else f"{word} years"
