"""A print report nobody has described: which lines are bookings, charges, holds and page heads, and where their cells stand."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.drafting.cells import Judge
from habeas.roster.drafting.charge_words import grade_of
from habeas.roster.drafting.columns import words_of_charges
from habeas.roster.drafting.fixed import are_glued
from habeas.roster.drafting.furniture import furniture, unsure
from habeas.roster.drafting.headers import MEANINGLESS, meant, words_of
from habeas.roster.drafting.headless import bail_and_case
from habeas.roster.drafting.joined import is_bare
from habeas.roster.drafting.line_bands import (
    ANY,
    LABEL,
    LABELS,
    NAME,
    Band,
    band_of,
    begins_of,
    called,
    digitless,
    fits,
    is_label,
    lines_toml,
    place_in,
)
from habeas.roster.drafting.name_parts import names_in_turn
from habeas.roster.drafting.numbers import STANDS_FOR, person_by_number
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.report_bookings import (
    SECTION,
    SPAN,
    code_beside,
    of_two_numbers,
    stands_for_none,
    with_others,
)
from habeas.roster.drafting.sheets import head_above, sheet_of
from habeas.roster.drafting.spans import DATE
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import quoted
from habeas.roster.hold_lines import HoldLine, text_is
from habeas.roster.hold_words import HOLD

_OF_NAME = re.compile(r"name|inmate|offender|defendant|prisoner|subject", re.IGNORECASE)
_CONTINUED = re.compile(r"\(?\bCONT(?:INUED|'D)\b\)?|\(CONT\.?\)|\bCONT\.?(?=\s{2,}|\s*$)", re.IGNORECASE)
"""Words that say that a line goes on with the booking above: short ones in brackets or last in their cell, for charges have them within."""


@dataclass
class ReportShape:
    """A report as it seems to be laid out."""

    toml: list[str]
    skip: list[str]
    proposals: list[Proposal]
    totals: list[str]
    holds: list[str]
    """What stands in the lines of holds."""
    coded: bool = False
    """Whether the code of a section stands in a cell of its own."""


def shape_of(lines: list[str], judge: Judge, today: date | None) -> ReportShape | None:
    """Find the lines of a report; None where no kind of line holds a name and a date."""
    written = [line for line in lines if line.strip()]
    bands: dict[str, list[str]] = {}
    for line in written:
        bands.setdefault(begins_of(line), []).append(line)
    booking, of_booking = _bookings(bands)
    if len(of_booking) < 2:
        return None
    continued = _continued(bands[booking])
    # what says that a page goes on stands over the cells behind it
    of_booking = [line for line in of_booking if not any(text in line for text in continued)] or of_booking
    heads, sheet = _heads(written), sheet_of(written)
    above = sheet.head if sheet else head_above(written, of_booking[0])
    heads |= {digitless(above)} if above else set()
    heading = list(dict.fromkeys(line for line in written if digitless(line) in heads))
    booked = band_of(booking, of_booking, heading, (judge, today), sheet=sheet)
    booked = with_others(booked, written, heading, (judge, today), sheet)
    if not any(each.plain for each in booked.proposals):
        return None
    _numbers(booked, _is_called(begins for begins in bands if begins != booking) if LABEL.match(booking) else False)
    of_two_numbers(booked)
    if not {FULL_NAME, "family_name"} & {each.plain for each in booked.proposals}:
        names_in_turn(booked.proposals, booked.columns)
        person_by_number(booked.proposals, booked.columns)
        words_of_charges(booked.proposals, booked.columns)
    _right_of_statute(booked)
    if not booked.head and any(each.plain == "statute" for each in booked.proposals):
        bail_and_case(booked.proposals, booked.columns)
    others = {begins: lines for begins, lines in bands.items() if begins != booking and not _goes_below(begins, booked)}
    booked_charges = _charges(others, [each for each in heading if each != booked.head], (judge, today))
    return _shape(written, bands, (judge, today), booked, booked_charges, continued, heads)


def _continued(lines: list[str]) -> list[str]:
    """The words by which lines go on with a booking that began before: only of lines that open as one above them does."""
    opened: set[str] = set()
    found: dict[str, None] = {}
    for line in lines:
        word = _CONTINUED.search(line)
        if word and line.split()[0] in opened:
            found[word[0]] = None
        opened.add(line.split()[0])
    return sorted(found)


def _bookings(bands: dict[str, list[str]]) -> tuple[str, list[str]]:
    """How lines of bookings begin, and those lines: with a name and a date, or behind a label of a name (`Name: DOE, JANE`)."""
    told = {
        begins: [line for line in lines if NAME.search(line) and DATE.search(line)] for begins, lines in bands.items()
    }
    named = {begins: lines for begins, lines in bands.items() if LABEL.match(begins) and _OF_NAME.search(begins)}
    best = max(told, key=lambda each: len(told[each]))
    label = max(named, key=lambda each: len(named[each]), default="")
    if not told[best] and len(named.get(label, [])) < 2:
        rows = bands.get(ANY, [])
        return (ANY, rows) if len(rows) > 1 else _numbered(bands)
    if not label or len(named[label]) < max(2, len(told[best])):
        return best, told[best]
    first = _opening_label(bands, named[label])
    return first, bands[first]


def _numbered(bands: dict[str, list[str]]) -> tuple[str, list[str]]:
    """Without a name that a comma tells: the lines that begin with a number of six digits or more and hold a date, most lines of all."""
    dated = {
        begins: [line for line in lines if DATE.search(line)]
        for begins, lines in bands.items()
        if re.match(r"[A-Z]{0,3}-?9{4,}|[A-Z0-9]*9{2}-9{4,}", begins)
    }
    best = max(dated, key=lambda each: len(dated[each]), default="")
    every = sum(map(len, bands.values()))
    glued = next(
        (begins for begins, lines in bands.items() if len(lines) > max(5, 0.9 * every) and are_glued(lines)), ""
    )
    if glued and not (best and dated[best]):
        return glued, bands[glued]
    all_dated = sum(bool(DATE.search(line)) for lines in bands.values() for line in lines)
    many = len(dated[best]) >= 0.8 * all_dated and len(dated[best]) > max(4, 0.15 * every) if best else False
    return (best, dated[best]) if many else ("", [])


def _opening_label(bands: dict[str, list[str]], named: list[str]) -> str:
    """The label that a block opens with: of those that stand as often as the name's, the first of the report."""
    often = [
        begins
        for begins, lines in bands.items()
        if LABEL.match(begins) and 0.9 * len(named) <= len(lines) <= 1.1 * len(named)
    ]
    return often[0]


def _shape(
    written: list[str],
    bands: dict[str, list[str]],
    by: tuple[Judge, date | None],
    booked: Band,
    charged: Band | None,
    continued: list[str],
    heads: set[str],
) -> ReportShape:
    coded = code_beside(charged)
    toml = [line for text in continued[:1] for line in _goes_on_toml(booked, text)]
    toml += lines_toml("booking", booked)
    known = [booked.begins]
    holds = [line for line in written if _is_hold(line) and not _is_total(line)]
    told: list[str] = []
    for begins in _hold_beginnings(holds, [booked.begins, *([charged.begins] if charged else [])]):
        told += [line[len(begins) :].strip() for line in written if line.startswith(begins)]
        toml += [
            "",
            "[[lines]]",
            'is = "hold"',
            f"begins = {quoted(begins)}",
            f'ruler = {{ hold = "{len(begins) + 1}-" }}',
        ]
        known.append(begins)
    if charged:
        toml += lines_toml("charge", charged)
        known.append(charged.begins)
    nobodys: list[str] = []
    for begins, lines in bands.items():
        more = band_of(begins, lines, [], by) if _goes_with(begins, lines, booked) else None
        stands_for_none(more, booked)
        if more and more.proposals and all(each.meaningless and not each.plain for each in more.proposals):
            nobodys.append(more.begins)
            known.append(more.begins)
        elif more and more.begins not in known and _tells(more):
            toml += lines_toml(_kind_of(more, charged), more)
            known.append(more.begins)
            booked.proposals += more.proposals
    rest = [
        line
        for line in written
        if not any(fits(line, begins) for begins in known) and digitless(line) not in heads and line not in booked.also
    ]
    for kind, band in (("more of charge", charged), ("more of booking", booked)):
        made, rest = _wrapped(kind, band, rest) if band else ([], rest)
        toml += made
    totals = [line.strip() for line in rest if _is_total(line)]
    skip, left = furniture(written, [line for line in rest if line.strip() not in totals], heads, booked)
    toml += unsure(left)
    return ReportShape(
        toml, [*skip, *nobodys], [*booked.proposals, *(charged.proposals if charged else [])], totals, told, coded
    )


def _goes_on_toml(booked: Band, text: str) -> list[str]:
    """The line that goes on with a booking."""
    begins = f"begins = {quoted(booked.begins)}"
    return ["", "[[lines]]", 'is = "continued"', begins, f"holds_text = {quoted(text)}"]


def _heads(lines: list[str]) -> set[str]:
    """Lines that stand again and again with other digits at most, and are of pages or of columns: several words far apart."""
    counts = Counter(map(digitless, lines))
    found = set()
    for line in lines:
        text = digitless(line)
        apart = len(re.findall(r"\S\s{2,}(?=\S)", line)) > 1 and not re.search(r"\d", line)
        if (
            counts[text] > 1
            and (not NAME.search(text) or _are_heads(line))
            and (apart or re.search(r"\bpage\b|\brun\b|report|---|===|_{5}", text, re.IGNORECASE))
        ):
            found.add(text)
    return found


def _are_heads(line: str) -> bool:
    """Whether most words of a line, apart from one another, head columns: a stroke in one (`DT/TM`) makes no name of it."""
    words = re.split(r"\s{2,}", line.strip())
    told = [each for each in words if meant(words_of(each), spelled_out(each)) or MEANINGLESS.search(each)]
    return len(words) > 2 and len(told) >= 0.5 * len(words) and not re.search(r"\d", line)


def _is_hold(line: str) -> bool:
    text = re.sub(r"^\W+|\W+$", "", line)
    labels = len(LABELS.findall(line))
    return labels < 2 and not DATE.search(line) and text_is(text) in {HoldLine.IMMIGRATION_HOLD, HoldLine.OTHER_HOLD}


def _hold_beginnings(holds: list[str], others: list[str]) -> list[str]:
    """How lines of holds begin: the text that all of one indentation have up to a colon, or up to their first word."""
    groups: dict[str, list[str]] = {}
    for line in holds:
        if not any(fits(line, begins) for begins in others):
            blanks = line[: len(line) - len(line.lstrip())]
            groups.setdefault(blanks + _opening(line.strip()), []).append(line)
    return [begins for begins in groups if begins.strip()]


def _opening(line: str) -> str:
    """The words up to a colon, or the marks that a line opens with (`>>> `); empty where there are neither."""
    marks = re.match(r"[^\w\s]+\s+", line)
    word = re.match(r"\W*(\w+(?:/\w+)*)\W*\s+(?=\w)", line)
    if not re.search(r"[:]|\s{3,}", line) and word and word[1].upper().split("/")[0] in HOLD:
        return word[0]
    return line.partition(":")[0] + ":" if ":" in line[:30] else marks[0] if marks else ""


def _numbers(band: Band, called: bool) -> None:
    """Without heads over them, the first number of a booking's line is the booking's; the next may be a weight or a case.

    `called`: a label of another line calls its number the booking's; then this one is the person's.
    """
    for each in band.proposals if called else []:
        if each.plain == "booking_id" and STANDS_FOR in each.why:
            each.plain, each.why = "person_id", "its label reads so"
    guessed = [each for each in band.proposals if each.plain in {"booking_id", "person_id"} and not each.sure]
    plain = {each.plain for each in band.proposals if each not in guessed}
    open_numbers = [each for each in band.proposals if (not each.plain or each in guessed) and _is_numbers(each, band)]
    for each in guessed:
        each.plain = ""
    for proposal in open_numbers[:1] if "booking_id" not in plain else []:
        proposal.plain = "person_id" if called else "booking_id"
        proposal.why = "a number of its own for each booking, and no head says which: make sure"


def _is_called(beginnings: Iterable[str]) -> bool:
    """Whether lines of another kind begin with a label of a booking's number."""
    words = [each.strip().rstrip(":").strip(".") for each in beginnings if LABEL.match(each)]
    return any(meant(words_of(each), spelled_out(each))[:1] == ["booking_id"] for each in words)


def _is_numbers(proposal: Proposal, band: Band) -> bool:
    """Whether a place holds a number of four digits or more in nearly each line, and hardly the same one for two people."""
    values = [value for value, _ in proposal.counts]
    return (
        bool(values)
        and all(sum(map(str.isdigit, value)) >= 4 and " " not in value for value in values[:50])
        and len(values) > 0.2 * min(len(band.lines), 200)
    )


def _right_of_statute(band: Band) -> None:
    """Right of a statute on the line of a booking, F and M are grades."""
    places = [place for place, each in enumerate(band.proposals) if each.plain == "statute"]
    for each in band.proposals[places[0] + 1 :] if places else []:
        told = {value: grade_of(value) for value, _ in each.counts}
        if not each.plain and told and all(told.values()) and _has_no_grade(band):
            each.plain, each.why = "charge_grade", "words for a grade right of the statute: make sure"
            each.codes = {
                ours: [word for word, its in told.items() if its == ours] for ours in {*told.values()} if ours
            }


def _has_no_grade(band: Band) -> bool:
    return all(each.plain != "charge_grade" for each in band.proposals)


def _goes_below(begins: str, booked: Band) -> bool:
    """Whether lines stand where the line of a booking has its charge: each is one more charge in the same columns."""
    blanks = len(begins) - len(begins.lstrip())
    starts = {
        int(each.source.split("-")[0]) - 1 for each in booked.proposals if each.plain == "statute" and booked.spans
    }
    return blanks > 0 and blanks in starts


def _charges(bands: dict[str, list[str]], heading: list[str], by: tuple[Judge, date | None]) -> Band | None:
    """The band whose lines most often hold a section with its code."""
    found = []
    for begins, lines in bands.items():
        if len(lines) > 1 and not set(lines) & set(heading):
            band = band_of(begins, lines, heading, by, "charge")
            if any(each.plain in {"statute", "charge_description"} for each in band.proposals):
                _words(band)
                found.append(band)
    return max(
        found, key=lambda each: (any(p.plain == "statute" for p in each.proposals), len(each.lines)), default=None
    )


def _words(band: Band) -> None:
    """Without heads over them, the longest words of a charge's line are its description."""
    left = [
        each
        for each in band.proposals
        if not each.plain and each.counts and any(letter.isalpha() for letter in each.counts[0][0])
    ]
    longest = max(left, key=lambda each: sum(len(value) for value, _ in each.counts) / len(each.counts), default=None)
    if (
        longest
        and not any(each.plain == "charge_description" for each in band.proposals)
        and max(len(value) for value, _ in longest.counts) > 5
    ):
        longest.plain, longest.why = (
            "charge_description",
            "the longest words of a charge's line, and no head says so: make sure",
        )


def _wrapped(kind: str, band: Band, rest: list[str]) -> tuple[list[str], list[str]]:
    """Lines that begin where a cell of the band begins go on with that cell."""
    toml, left = [], list(rest)
    for proposal in band.proposals if band.spans else []:
        if not SPAN.fullmatch(proposal.source):
            continue  # of a line with labels, that was found to belong to the booking
        first, last = map(int, proposal.source.split("-"))
        own = [line for line in left if len(line) - len(line.lstrip()) == first - 1]
        held = [line for line in own if proposal.plain in _MAY_BE_HOLDS and _is_hold(line.strip()[: last - first + 1])]
        toml += _held(held, proposal, band)
        left, own = [line for line in left if line not in held], [line for line in own if line not in held]
        if (
            own
            and _are_wrapped(own, proposal, band)
            and proposal.plain in {"charge_description", FULL_NAME, "statute", SECTION, "holds", "aliases"}
        ):
            is_, wrapped = _goes_on(kind, proposal, band)
            ruler = ", ".join(f'{called(each.plain, is_)} = "{place_in(each.source, band)}"' for each in wrapped)
            begins = quoted(" " * (first - 1) + ".")
            toml += ["", "[[lines]]", f'is = "{is_}"', f"begins = {begins}", f"ruler = {{ {ruler} }}"]
            left = [line for line in left if line not in set(own)]
    return toml, left


_MAY_BE_HOLDS = frozenset({"holds", "charge_description", "statute", SECTION})
"""Cells at whose place lines of their own may say holds."""


def _held(lines: list[str], proposal: Proposal, band: Band) -> list[str]:
    """The lines of holds at the place of a cell: each kind by its first word, so that no line of something else is taken for one."""
    words = dict.fromkeys("" if proposal.plain == "holds" else line.split()[0] for line in lines)
    ruler = f'ruler = {{ hold = "{_said_at(lines, proposal, band)}" }}'
    blanks = " " * (int(proposal.source.split("-")[0]) - 1)
    begins = [quoted(blanks + (word or ".")) for word in words]
    return [text for each in begins for text in ("", "[[lines]]", 'is = "hold"', f"begins = {each}", ruler)]


def _said_at(lines: list[str], proposal: Proposal, band: Band) -> str:
    """Where lines of holds say who holds: in the cell, to the end of the line, or in the words behind a bare `HOLD`."""
    first = int(proposal.source.split("-")[0]) - 1
    parts = [[(found.start(), found[0]) for found in _PART.finditer(line, first)] for line in lines]
    if all(len(each) == 1 for each in parts):
        return f"{first + 1}-"
    second = {each[1][0] for each in parts if len(each) > 1}
    if len(second) == 1 and all(len(each) > 1 and is_bare(each[0][1]) for each in parts):
        ends = {each[2][0] for each in parts if len(each) > 2}
        return f"{min(second) + 1}-{min(ends)}" if ends else f"{min(second) + 1}-"
    return place_in(proposal.source, band)


_PART = re.compile(r"\S+(?: \S+)*")
"""Words of a line with no more than one blank between them."""


def _are_wrapped(lines: list[str], proposal: Proposal, band: Band) -> bool:
    """Whether every line is no more than words of one cell: a name has no digits, and none reaches into the next cell."""
    if proposal.plain == "statute":
        return True
    _, last = map(int, proposal.source.split("-"))
    inside = all(len(line.rstrip()) <= last for line in lines) or last == band.spans[-1][1]
    return inside and (proposal.plain != FULL_NAME or not any(re.search(r"\d", line) for line in lines))


def _goes_on(kind: str, proposal: Proposal, band: Band) -> tuple[str, list[Proposal]]:
    """What a line is that begins where a cell of the band does: below a booking, a section begins a charge of its own."""
    if kind != "more of booking" or proposal.plain not in {"statute", "charge_description"}:
        return kind, [proposal]
    if proposal.plain == "charge_description":
        return "more of charge", [proposal]
    return "charge", [
        each
        for each in band.proposals
        if each.plain in COLUMNS and (COLUMNS[each.plain].entity == "charge" or each.plain == "holds")
    ]


def _is_total(line: str) -> bool:
    """Whether a line counts something."""
    return re.search(r"total|count\b|listed", line, re.IGNORECASE) is not None and re.search(r"\d", line) is not None


def _goes_with(begins: str, lines: list[str], booked: Band) -> bool:
    """Whether lines may go on with a booking: they begin with a label, or stand below nearly each of them with a word of their own."""
    if LABEL.match(begins):
        return len(lines) > 1
    worded = begins.startswith(" ") and is_label(begins.strip())
    return worded and 0.9 * len(booked.lines) <= len(lines) <= 1.1 * len(booked.lines)


def _tells(more: Band) -> bool:
    """Whether lines tell something of a booking; without a label of their own only a number or a date does."""
    plain = {each.plain for each in more.proposals if each.plain}
    return bool(plain if more.begins.endswith(":") else plain & _PROVED)


def _kind_of(more: Band, charged: Band | None) -> str:
    """What labeled lines are: of a charge, or, where each charge has one and it tells what its first line does not, more of it."""
    if not _tells_charge(more.proposals):
        return "more of booking"
    told = {each.plain for each in charged.proposals if each.plain} if charged else set()
    other = charged is not None and not told & {each.plain for each in more.proposals if each.plain}
    return (
        "more of charge"
        if other and charged and LABEL.match(charged.begins + " ") and _as_many(more, charged)
        else "charge"
    )


def _as_many(more: Band, charged: Band) -> bool:
    return 0.9 * len(charged.lines) <= len(more.lines) <= 1.1 * len(charged.lines)


_PROVED = frozenset({"booking_id", "person_id", "date_of_birth", "booked_at", "released_at", "scheduled_release_on"})


def _tells_charge(proposals: list[Proposal]) -> bool:
    return any(each.plain in {"statute", "charge_description"} for each in proposals)
