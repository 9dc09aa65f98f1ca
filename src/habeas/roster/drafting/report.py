"""A print report nobody has described: which lines are bookings, charges, holds and page heads, and where their cells stand."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.drafting.cells import Cells, Judge
from habeas.roster.drafting.charge_words import grade_of
from habeas.roster.drafting.columns import Proposal, propose
from habeas.roster.drafting.fixed import cut_apart, opening_of
from habeas.roster.drafting.spans import DATE, apart, behind_words, labels_over, spans_of, with_times, without_strays
from habeas.roster.drafting.write import array, quoted
from habeas.roster.hold_lines import HoldLine, text_is
from habeas.roster.ruler import Place, cut

_NAME = re.compile(r"[A-Z'\-]{2,}(?: +[A-Z'\-]+)*(?:,\s*|/)[A-Z]", re.IGNORECASE)
_LABEL = re.compile(r"\s*[A-Z][A-Za-z#./]{1,18}(?: [A-Za-z#./]{1,14}){0,2}:\s?$")
_LABELLED = re.compile(r"(\s*[A-Z][A-Za-z#./]{1,18}(?: [A-Za-z#./]{1,14}){0,2}:)(?:\s|$)")
_OF_NAME = re.compile(r"name|inmate|offender|defendant|prisoner|subject", re.IGNORECASE)
_LABELS = re.compile(r"([A-Z][A-Za-z#./]*(?: (?:of|Of|OF|[A-Z#][A-Za-z#./]*)){0,2}):(?=\s|$)")
_MAY_HOLD = re.compile(r"hold|detain|\bICE\b|immig|marshal|\bUSM", re.IGNORECASE)
_FOOT = re.compile(r"\bpage\b|\brun\b|report|printed|---|===|___|^\W+$", re.IGNORECASE)
_CONTINUED = re.compile(r"\(?\b(CONT(?:INUED|'D|\.)?)\b\)?", re.IGNORECASE)
_FIRST = re.compile(r"(\s*)(\S+)")
_CODED = re.compile(r"\s+[A-Z][A-Za-z.&]{0,6}\.? §*\s?\d[\w.:\-]*(?:\([A-Za-z0-9]+\))*(?:\s|$)")
_BARE = re.compile(r"\d{1,4}[A-Z]?(?:[-.:]\d+[A-Za-z]?)+(?:\(\w+\))*|\d{1,4}[A-Z]?(?:\(\w+\))+")
"""A section without its code, as the first word of a line."""
_GAP = re.compile(r"\S {2,}(?=\S)(?![A-Z][\w#./]*(?: [\w#./]+){0,2}:)")
_SPAN = re.compile(r"\d+-\d+")
ANY = "A"
"""How lines begin with any letter: a name, or the code of a section."""
MOST = 3000


@dataclass
class Band:
    """Lines of one kind: how they begin, and their cells as they were found."""

    begins: str
    lines: list[str]
    spans: list[tuple[int, int]] = field(default_factory=list)
    head: str = ""
    proposals: list[Proposal] = field(default_factory=list)


@dataclass
class ReportShape:
    """A report as it seems to be laid out."""

    toml: list[str]
    skip: list[str]
    proposals: list[Proposal]
    totals: list[str]
    holds: list[str]
    """What stands in the lines of holds."""


def shape_of(lines: list[str], judge: Judge, today: date | None) -> ReportShape | None:
    """Find the lines of a report; None where no kind of line holds a name and a date."""
    written = [line for line in lines if line.strip()]
    bands: dict[str, list[str]] = {}
    for line in written:
        bands.setdefault(_begins(line), []).append(line)
    booking, of_booking = _bookings(bands)
    if len(of_booking) < 2:
        return None
    heads = _heads(written)
    heading = list(dict.fromkeys(line for line in written if _digitless(line) in heads))
    booked = _band(booking, of_booking, heading, judge, today)
    _numbers(booked)
    _right_of_statute(booked)
    continued = sorted(
        {
            found[0]
            for line in bands[booking]
            if line not in set(of_booking) or _CONTINUED.search(line)
            for found in [_CONTINUED.search(line)]
            if found
        }
    )
    booked_charges = _charges(bands, booking, [each for each in heading if each != booked.head], judge, today)
    return _shape(written, bands, (judge, today), booked, booked_charges, continued, heads)


def _bookings(bands: dict[str, list[str]]) -> tuple[str, list[str]]:
    """How lines of bookings begin, and those lines: with a name and a date, or behind a label of a name (`Name: DOE, JANE`)."""
    told = {
        begins: [line for line in lines if _NAME.search(line) and DATE.search(line)] for begins, lines in bands.items()
    }
    named = {begins: lines for begins, lines in bands.items() if _LABEL.match(begins) and _OF_NAME.search(begins)}
    best = max(told, key=lambda each: len(told[each]))
    label = max(named, key=lambda each: len(named[each]), default="")
    if not label or len(named[label]) < max(2, len(told[best])):
        return best, told[best]
    first = _opening_label(bands, named[label])
    return first, bands[first]


def _opening_label(bands: dict[str, list[str]], named: list[str]) -> str:
    """The label that a block opens with: of those that stand as often as the name's, the first of the report."""
    often = [
        begins
        for begins, lines in bands.items()
        if _LABEL.match(begins) and 0.9 * len(named) <= len(lines) <= 1.1 * len(named)
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
    toml: list[str] = []
    for text in continued[:1]:
        toml += [
            "",
            "[[lines]]",
            'is = "continued"',
            f"begins = {quoted(booked.begins)}",
            f"holds_text = {quoted(text)}",
        ]
    toml += _lines("booking", booked)
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
        toml += _lines("charge", charged)
        known.append(charged.begins)
    for begins, lines in bands.items():
        more = _band(begins, lines, [], *by) if _LABEL.match(begins) and len(lines) > 1 else None
        if more and more.begins not in known and any(each.plain for each in more.proposals):
            toml += _lines("charge" if _tells_charge(more.proposals) else "more of booking", more)
            known.append(more.begins)
            booked.proposals += more.proposals
    rest = [
        line for line in written if not any(_fits(line, begins) for begins in known) and _digitless(line) not in heads
    ]
    for kind, band in (("more of charge", charged), ("more of booking", booked)):
        made, rest = _wrapped(kind, band, rest) if band else ([], rest)
        toml += made
    totals = [line.strip() for line in rest if _is_total(line)]
    skip, unsure = _furniture(written, [line for line in rest if line.strip() not in totals], heads, booked)
    toml += _unsure(unsure)
    return ReportShape(toml, skip, [*booked.proposals, *(charged.proposals if charged else [])], totals, told)


def _begins(line: str) -> str:
    """How a line begins: its blanks, and its first word with 9 for digits and A for letters where it has a digit."""
    blanks, first = _FIRST.match(line).groups()  # type: ignore[union-attr] # the line has a word
    labelled = _LABELLED.match(line)
    if blanks and _BARE.fullmatch(first):
        return f"{blanks}9"  # a section, which differs
    if labelled:
        return f"{labelled[1]} "
    if blanks and _CODED.match(line):
        return f"{blanks}{ANY}"  # a code and its section: the code is a part of the cell, and differs
    if not blanks and (opening := opening_of(first)):
        return opening  # a number that runs on into a name
    if not blanks and _NAME.match(line) and DATE.search(line):
        return ANY  # a name, which differs
    if any(each.isdigit() for each in first):
        first = re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", first))
    return f"{blanks}{first} "


def _fits(line: str, begins: str) -> bool:
    if begins.strip() == ANY:
        return _begins(line) == begins
    return _begins(line) == begins or (line + " ").startswith(begins)


def _digitless(line: str) -> str:
    return re.sub(r"\d", "9", " ".join(line.split()))


def _heads(lines: list[str]) -> set[str]:
    """Lines that stand again and again with other digits at most, and are of pages or of columns: several words far apart."""
    counts = Counter(map(_digitless, lines))
    found = set()
    for line in lines:
        text = _digitless(line)
        apart = len(re.findall(r"\S\s{2,}(?=\S)", line)) > 1 and not re.search(r"\d", line)
        if (
            counts[text] > 1
            and not _NAME.search(text)
            and (apart or re.search(r"\bpage\b|\brun\b|report|---|===|___", text, re.IGNORECASE))
        ):
            found.add(text)
    return found


def _is_hold(line: str) -> bool:
    text = re.sub(r"^\W+|\W+$", "", line)
    return not DATE.search(line) and text_is(text) in {HoldLine.IMMIGRATION_HOLD, HoldLine.OTHER_HOLD}


def _hold_beginnings(holds: list[str], others: list[str]) -> list[str]:
    """How lines of holds begin: the text that all of one indentation have up to a colon, or up to their first word."""
    groups: dict[str, list[str]] = {}
    for line in holds:
        if not any(_fits(line, begins) for begins in others):
            blanks = line[: len(line) - len(line.lstrip())]
            groups.setdefault(blanks + _opening(line.strip()), []).append(line)
    return [begins for begins in groups if begins.strip()]


def _opening(line: str) -> str:
    """The words up to a colon, or the marks that a line opens with (`>>> `); empty where there are neither."""
    marks = re.match(r"[^\w\s]+\s+", line)
    return line.partition(":")[0] + ":" if ":" in line[:30] else marks[0] if marks else ""


def _band(begins: str, lines: list[str], heads: list[str], judge: Judge, today: date | None, of: str = "") -> Band:
    band = Band(begins, lines[:MOST])
    if _LABEL.match(begins) and not _in_columns(band.lines):
        return _labelled(band, judge, today)
    spans = spans_of(band.lines)
    head = band.head = _head_of(spans, heads)
    band.spans = cut_apart(with_times(apart(spans, head, band.lines), band.lines), band.lines)
    band.spans = without_strays(band.spans, labels_over(band.spans, head), band.lines)
    band.spans, said = behind_words(band.spans, band.lines)
    labels = [own or over for own, over in zip(said, labels_over(band.spans, head), strict=True)]
    columns = [
        Cells(f"{first + 1}-{last}", [line[first:last].strip() for line in band.lines], judge, label, of=of)
        for (first, last), label in zip(band.spans, labels, strict=True)
    ]
    band.proposals = propose(columns, today)
    return band


def _in_columns(lines: list[str]) -> bool:
    """Whether cells without labels stand in columns behind the label that the lines begin with."""
    gaps = sum(_GAP.search(line.partition(":")[2].strip()) is not None for line in lines)
    return gaps >= 0.8 * len(lines)


def _labelled(band: Band, judge: Judge, today: date | None) -> Band:
    """A band whose cells stand behind labels (`Name: DOE, JANE   DOB: 05/06/1980`)."""
    counts = Counter(label for line in band.lines for label in dict.fromkeys(_LABELS.findall(line)))
    labels = [label for label, count in counts.items() if count >= 0.8 * len(band.lines)]
    places = {f"after {label}:": Place(label=f"{label}:") for label in labels}
    cells = [cut(line, places, "") for line in band.lines]
    columns = [
        Cells(source, [each.get(source, "") for each in cells], judge, place.label.strip(":"))
        for source, place in places.items()
    ]
    band.begins = band.begins.split(":")[0] + ":"
    band.proposals = propose(columns, today)
    return band


def _head_of(spans: list[tuple[int, int]], heads: list[str]) -> str:
    """The head line whose words begin over the most spans; empty where none begins over half of them."""
    starts = {
        head: {found.start() for found in re.finditer(r"\S+", head)} for head in heads if not re.search(r"\d", head)
    }
    over = {head: sum(any(abs(at - first) < 3 for at in words) for first, _ in spans) for head, words in starts.items()}
    best = max(over, key=over.__getitem__, default="")
    return best if best and over[best] >= len(spans) / 2 and len(best.split()) > 1 else ""


def _lines(kind: str, band: Band) -> list[str]:
    ruler = ", ".join(f'{each.plain} = "{_place(each.source, band)}"' for each in band.proposals if each.plain)
    told = [f"# {each.plain}: {each.why}" for each in band.proposals if each.plain]
    left = [f"# letters {each.source} could not be told: {each.why}" for each in band.proposals if not each.plain]
    made: list[str] = []
    for begins in _written(band):
        made += [
            "",
            *told,
            *left,
            "[[lines]]",
            f'is = "{kind}"',
            f"begins = {quoted(begins)}",
            f"ruler = {{ {ruler} }}",
        ]
        told, left = [], []
    return made


def _written(band: Band) -> list[str]:
    """How the lines of a band begin: those with codes once a code, so that no other line at that place is taken for a charge."""
    if band.begins.strip() != ANY or band.begins == ANY:
        return [band.begins]
    words = (_FIRST.match(line).groups() for line in band.lines)  # type: ignore[union-attr] # each line has a word
    return list(dict.fromkeys(f"{blanks}{code} 9" for blanks, code in words))


def _place(source: str, band: Band) -> str:
    if source.startswith("after "):
        return source
    first, last = source.split("-")
    return f"{first}-" if int(last) == band.spans[-1][1] else source


def _numbers(band: Band) -> None:
    """Without heads over them, the first number of a booking's line is the booking's; the next may be a weight or a case."""
    guessed = [each for each in band.proposals if each.plain in {"booking_id", "person_id"} and not each.sure]
    plain = {each.plain for each in band.proposals if each not in guessed}
    open_numbers = [each for each in band.proposals if (not each.plain or each in guessed) and _is_numbers(each, band)]
    for each in guessed:
        each.plain = ""
    for proposal in open_numbers[:1] if "booking_id" not in plain else []:
        proposal.plain = "booking_id"
        proposal.why = "a number of its own for each booking, and no head says which: make sure"


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


def _charges(
    bands: dict[str, list[str]], booking: str, heading: list[str], judge: Judge, today: date | None
) -> Band | None:
    """The band whose lines most often hold a section with its code."""
    found = []
    for begins, lines in bands.items():
        if begins != booking and len(lines) > 1 and not set(lines) & set(heading):
            band = _band(begins, lines, heading, judge, today, "charge")
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
        if not _SPAN.fullmatch(proposal.source):
            continue  # of a line with labels, that was found to belong to the booking
        first, _ = map(int, proposal.source.split("-"))
        own = [line for line in left if len(line) - len(line.lstrip()) == first - 1]
        if (
            own
            and _are_wrapped(own, proposal, band)
            and proposal.plain in {"charge_description", FULL_NAME, "statute", "holds", "aliases"}
        ):
            is_, wrapped = _goes_on(kind, proposal, band)
            ruler = ", ".join(f'{each.plain} = "{_place(each.source, band)}"' for each in wrapped)
            begins = quoted(" " * (first - 1) + ".")
            toml += ["", "[[lines]]", f'is = "{is_}"', f"begins = {begins}", f"ruler = {{ {ruler} }}"]
            left = [line for line in left if line not in set(own)]
    return toml, left


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
        each for each in band.proposals if each.plain in COLUMNS and COLUMNS[each.plain].entity == "charge"
    ]


def _is_total(line: str) -> bool:
    """Whether a line counts something."""
    return re.search(r"total|count\b|listed", line, re.IGNORECASE) is not None and re.search(r"\d", line) is not None


def _tells_charge(proposals: list[Proposal]) -> bool:
    return any(each.plain in {"statute", "charge_description"} for each in proposals)


def _furniture(written: list[str], rest: list[str], heads: set[str], booked: Band) -> tuple[list[str], list[str]]:
    """How the heads and feet of pages begin, and the lines of which nobody can say what they are: those are never skipped."""
    first = next((place for place, line in enumerate(written) if _fits(line, booked.begins)), 0)
    titles, left = set(written[:first]), set(rest)
    nobodys = {line for line in written if _digitless(line) in heads}
    nobodys |= {
        line
        for line in left
        if (line in titles or _FOOT.search(line)) and not (_NAME.search(line) and DATE.search(line))
    }
    nobodys = {line for line in nobodys if not _MAY_HOLD.search(line)}
    others = [line for line in written if line not in nobodys]
    skip = _skips([line for line in written if line in nobodys])
    told = [text for text in skip if not any(line.startswith(text) for line in others)]
    return told, [line for line in rest if line not in nobodys]


def _unsure(lines: list[str]) -> list[str]:
    """As comments: how the lines begin that fit nothing; each of them is refused until a person says what it is."""
    counts = Counter(map(_begins, lines))
    shown = {begins: next(line for line in lines if _begins(line) == begins) for begins, _ in counts.most_common(12)}
    told = [
        f"#   {counts[begins]:,} such as {quoted(line.strip()[:70])}, after {len(line) - len(line.lstrip()):,} blanks"
        for begins, line in shown.items()
    ]
    return (
        ["", "# What these lines are could not be told; they are refused until [[lines]] or skip says it:", *told]
        if told
        else []
    )


def _skips(lines: list[str]) -> list[str]:
    """How the lines that are nobody's begin: their words up to a digit or a wide gap."""
    found = Counter(
        re.match(r"\s*\S+(?: [A-Z#/.&'\-]+)*", re.sub(r"\d.*", "", line) or line, re.IGNORECASE) and _start(line)
        for line in lines
    )
    kept: list[str] = []
    for text in sorted((each for each in found if each), key=len):
        if not any(text.startswith(each) for each in kept):
            kept.append(text)
    return kept


def _start(line: str) -> str:
    body = line.lstrip()
    blanks = line[: len(line) - len(body)]
    words = re.split(r"\s{2,}|\d", body)[0] if not body[0].isdigit() else body
    return blanks + (words[:5] if set(words) <= set("-=_* ") and words.strip() else words)


def skip_toml(skip: list[str]) -> str:
    """The list as TOML."""
    return array(skip)
