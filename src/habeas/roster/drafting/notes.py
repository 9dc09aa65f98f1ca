"""What a draft leaves open: as sentences for whoever reads it, and within it as `make_sure`, asked at each import until taken out."""

import re
from collections.abc import Iterable

from habeas.roster.columns import FULL_NAME
from habeas.roster.countries import country_code
from habeas.roster.drafting.columns import NAME_PARTS
from habeas.roster.drafting.headers import ENHANCES, NEVER_CITIZENSHIP, meant, words_of
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.questions import answers_a_question
from habeas.roster.drafting.spans import DATE
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import Written
from habeas.roster.layout import holes
from habeas.roster.records import Roster
from habeas.roster.speaks import header_speaks
from habeas.roster.totals import DISAGREES

_WEIGHS = frozenset(
    {"booking_id", "person_id", "date_of_birth", "booked_at", "released_at", "scheduled_release_on", "holds", FULL_NAME, *NAME_PARTS}
)  # fmt: skip
"""Plain columns in which a wrong guess names another person, lets somebody out of sight or loses a hold."""
_SURE = "make sure"
_NAMED = frozenset({FULL_NAME, "family_name"})


def doubts_of(draft: Written, notes: Iterable[str], held: int) -> list[str]:
    """What the draft guessed and what it does not read although it may matter: a roster read through it asks until a person has looked.

    `held`: how many holds were read through the draft.
    """
    plain = {each.plain for each in draft.proposals if each.plain} | set(draft.glued)
    guessed = [
        f'"{each.source}" is read as {each.plain}: {each.why.replace(": make sure", "")}'
        for each in draft.proposals
        if each.plain in _WEIGHS and _SURE in each.why
    ]
    glued = [
        f"{plain} is read from {' and '.join(sources)}: {why.replace(': make sure', '')}"
        for plain, (sources, why) in draft.glued.items()
        if plain in _WEIGHS and _SURE in why
    ]
    said = [each for each in notes if any(mark in each for mark in _OF_NOTES)]
    return [
        *guessed,
        *glued,
        *_numbers(draft, plain),
        *_times(draft),
        *_no_holds(draft, plain, held),
        *_grades(draft, plain),
        *_asked_of_columns(draft, plain),
        *said,
        *_lacking(plain),
    ]


def _lacking(plain: set[str]) -> list[str]:
    """What an export must tell and no column is read as: none of it may be absent in silence."""
    charge = {"statute", "charge_description", "charge_grade", "charge_disposition"} & plain
    booked = "booked_at" in plain | {each.partition("_day")[0] for each in plain}
    lacks = (
        (not booked, "the time of the booking: releases would be compared with nothing"),
        (not plain & _NAMED, "a name: everybody would be without one"),
        ("date_of_birth" not in plain, "the date of birth: nobody could be told from another of the name"),
        (not charge, "a charge: everybody would be without one"),
        (bool(charge) and "statute" not in plain, "the statute of a charge: every charge would be asked about"),
    )  # fmt: skip
    return [f"No column is read as {what}; name it." for absent, what in lacks if absent]


_OF_NOTES = (
    "says how holds stand",
    "whether a yes there is a hold",
    "is read month first",
    "counts something that the draft reads",
    "are read as one table",
    "Nothing ties",
    "nothing ties it",
    "Not read:",
    "more that look like people, and is not read",
)
"""Sentences of the drafting that are about holds, days and the file's own counts."""


def _numbers(draft: Written, plain: set[str]) -> list[str]:
    """Without a person's number: the columns of numbers that are not read, one of which may be it."""
    if "person_id" in plain:
        return []
    return [
        f'"{each.source}" holds numbers and is not read: is it the number of the person (person_id)?'
        for each in draft.proposals
        if not each.plain and not each.meaningless and _may_be_a_persons(each)
    ]


def _may_be_a_persons(proposal: Proposal) -> bool:
    """Whether nearly every value is another number of five digits or more."""
    values = [value for value, _ in proposal.counts]
    many = sum(count for _, count in proposal.counts)
    if any(map(DATE.search, values[:20])):
        return False
    long = all(
        sum(map(str.isdigit, each)) >= 5 and " " not in each and not set(each) & set("$,:/") for each in values[:100]
    )
    return len(values) > 1 and long and len(values) >= 0.3 * min(many, 200)


def _no_holds(draft: Written, plain: set[str], held: int) -> list[str]:
    """What to ask where no column, row or line is read as a hold, and no words of a charge were."""
    rows = any(kind == "hold" for kind, *_ in draft.rows) or 'is = "hold"' in draft.lines
    what = "Nothing is read as a hold: ask where the export has detainers, and write holds under [columns], [[rows]] or [flags]."
    return [] if "holds" in plain or draft.flags or rows or held else [what]


def _grades(draft: Written, plain: set[str]) -> list[str]:
    """Columns whose header says a grade, where none is read: their codes are the vendor's own."""
    if "charge_grade" in plain or any("{grade}" in each for each in draft.forms.get("statute", ())):
        return []
    return [
        f'"{each.source}" is not read, and seems to be a grade ({", ".join(value for value, _ in each.counts[:4])}): '
        "what do its codes mean?"
        for each in draft.proposals
        if not each.plain and each.counts and (_last_means(each, "charge_grade") or _are_letters(each))
    ]


def _are_letters(proposal: Proposal) -> bool:
    """Whether a column holds F and M among few other letters: of grades, for a column of sexes was read as one."""
    values = {value.upper() for value, _ in proposal.counts}
    return (
        {"F", "M"} <= values and len(values) < 7 and all(len(each) < 3 for each in values) and not proposal.meaningless
    )


def _last_means(proposal: Proposal, plain: str) -> bool:
    """Whether the last word of a column's name, or the words over it, mean a plain column before all others."""
    words = proposal.head.strip() or re.sub(r".*[\].]", "", proposal.source)
    return not proposal.meaningless and meant(words_of(words), spelled_out(words))[:1] == [plain]


_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?|(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d|T\d\d|\d{12}|Date\(")
_OTHER_TIMES = re.compile(r"court|hearing|arrest|offense|visit|year|bond|bail", re.IGNORECASE)


def _times(draft: Written) -> list[str]:
    """Columns of times of day that are not read, where the day of a booking or a release has none."""
    days = [each for each in draft.proposals if each.plain in _MOMENTS and each.counts]
    if all(any("h" in form for form in each.forms) or _CLOCK.search(each.counts[0][0]) for each in days):
        return []
    glued = " ".join(source for sources, _ in draft.glued.values() for source in sources)
    return [
        f'"{each.source}" holds times of day and is not read: is it the time of the booking or of the release?'
        for each in draft.proposals
        if not each.plain and f"{{{each.source}}}" not in glued and each.counts and not _OTHER_TIMES.search(each.source)
        and all(_TIME.fullmatch(value) for value, _ in each.counts[:50]) and len(each.counts) > 2
    ]  # fmt: skip


_MOMENTS = frozenset({"booked_at", "released_at"})


_GONE = re.compile(
    r"(released?|out|discharged|transferred( out)?|not in custody|out of custody|bonded( out)?|inactive|closed|gone|escaped|deceased)",
    re.IGNORECASE,
)
_OF_HOLDS = re.compile(r"hold|detain|charge|offense|case|bond|court|warrant", re.IGNORECASE)


def _gone(proposal: Proposal) -> str:
    """The word of a column of few words that says that somebody is not here any more; empty where none does."""
    few = 1 < len(proposal.counts) <= 12
    return next((value for value, _ in proposal.counts if few and _GONE.fullmatch(value.strip())), "")


def _asked_of_columns(draft: Written, plain: set[str]) -> list[str]:
    """What the columns leave open: an agency beside the holds that is not read, and a family name without a given name."""
    used = {hole for sources, _ in draft.glued.values() for source in sources for hole in holes(source)} | {
        *draft.flags
    }
    used |= {column for _, column, *_ in draft.rows} | draft.coded
    beside = [each.source for each in draft.proposals if not each.plain and "agency" in each.source.lower()]
    told = [f'"{each}" is not read: ask whether it names who placed the hold.' for each in beside if "holds" in plain]
    told += _unheard(draft, used)
    told += [
        f'"{each.source}" says AM or PM and is not read: the time left of it is taken for one of the morning.'
        for each in draft.proposals
        if not each.plain and each.counts and {value.upper().strip(".") for value, _ in each.counts} <= {"AM", "PM"}
    ]
    told += [
        f'"{each.source}" says that somebody is gone ({_gone(each)}), and is not read: they are read as in custody.'
        for each in draft.proposals
        if not each.plain and _gone(each) and each.source not in used and not _OF_HOLDS.search(each.source)
    ]
    told += [
        f'"{each.source}" holds enhancements of charges, which are not read: a charge may weigh more for one.'
        for each in draft.proposals
        if ENHANCES.search(words_of(each.source).replace("_", " "))
        and each.counts
        and each.source not in draft.left_out
    ]
    if "family_name" in plain and "given_name" not in plain:
        told.append("No column looks like a given name: everybody would be without one; name the column.")
    return told


def _unheard(draft: Written, used: set[str]) -> list[str]:
    """Columns that are not read though their header or a value speaks of holds, of citizenship, of a birth, a stay or a suffix."""
    told = []
    for each in draft.proposals:
        if each.plain or each.source in used or not each.counts or each.why.startswith("a yes in it stands wherever"):
            continue
        in_tree = re.search(r"[\[\].]", each.source) is not None and not each.source.startswith("after ")
        words = re.sub(r".*[\].]", "", each.source) if in_tree else each.head.strip() or each.source
        what = header_speaks(words) or _of_stay(words, each)
        if _are_countries(each) and not NEVER_CITIZENSHIP.search(words) and "country" not in words.lower():
            told.append(f'"{each.source}" is not read and holds names of countries: is it citizenship?')
        elif each.spoken:
            told.append(f'"{each.source}" is not read and holds words of a hold ("{each.spoken[:40]}"): is it one?')
        elif what:
            told.append(f'"{each.source}" is not read, and its header speaks of {what}: what does it say?')
    return told


def _are_countries(proposal: Proposal) -> bool:
    """Whether most values of a column are names of countries."""
    names = [value for value, _ in proposal.counts if len(value) > 2]
    return len(names) > 1 and sum(country_code(each) is not None for each in names) >= 0.8 * len(proposal.counts)


_NOT_OF_STAY = re.compile(r"place|country|state|city|officer|agency|facility|by$|type|arrest|court|bond", re.IGNORECASE)


def _of_stay(words: str, proposal: Proposal) -> str:
    """Of which plain column that weighs a header speaks that was read as nothing; empty where of none."""
    names = [] if _NOT_OF_STAY.search(words) or proposal.meaningless else meant(words_of(words), spelled_out(words))[:1]
    return {
        "date_of_birth": "a birth",
        "released_at": "a release",
        "scheduled_release_on": "a release",
        "suffix": "a suffix",
    }.get(names[0] if names else "", "")


def notes_of(draft: Written, notes: list[str], made: Roster | None, held: int) -> list[str]:
    """What a person must look at, each a sentence: `notes` of the drafting, what is open, and what was read through the draft."""
    known = [each for each in draft.proposals if each.plain]
    plain = {each.plain for each in known} | set(draft.glued)
    count = len(known) + sum(len(sources) for sources, _ in draft.glued.values())
    told = [f"{count} of {len(draft.proposals)} columns seem to be known; the others are not read.", *notes]
    citizen = next((each for each in known if each.plain == "citizenship_on_record"), None)
    if citizen:
        told.append(
            f'"{citizen.source}" names citizenship: ask the records unit what this column records, and who says it.'
        )
    told += [
        f'"{each.source}" answers a question about citizenship and names no country: write citizenship_on_record = "{each.source}" and '
        'its answers under [codes.citizenship_on_record], such as "N" = "not US".'
        for each in draft.proposals
        if not each.plain
        and "citizen" in each.source.lower()
        and answers_a_question([value for value, n in each.counts for _ in range(n)])
    ]
    told += _no_holds(draft, plain, held)
    if "booking_id" not in plain:
        told.append("No column looks like a booking number; the draft cannot be used before you name one.")
    if not plain & {FULL_NAME, "family_name"}:
        told.append(
            'No column looks like a name. A whole name is full_name = "COLUMN" with its form under [forms], such as '
            '"{given} {middle} {family}".'
        )
    told += _asked_of_columns(draft, plain)
    if made is not None:
        off = [each.what for each in made.repaired if DISAGREES in each.what]
        told.append(f"Read through the draft: {len(made.people):,} people, {len(made.refused):,} rows refused.")
        told += off
    return [*told, "Save the draft as a .toml file, fix it, and try it: habeas roster check FILE --profile DRAFT.toml"]
