"""Lines of a report of one kind: how they begin, where their cells stand, and what those are."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from habeas.roster.drafting.cells import CODES, Cells, Judge
from habeas.roster.drafting.columns import propose
from habeas.roster.drafting.fixed import cut_apart, opening_of
from habeas.roster.drafting.headers import meant, words_of
from habeas.roster.drafting.proposal import Proposal
from habeas.roster.drafting.sheets import Sheet
from habeas.roster.drafting.spans import DATE, apart, behind_words, labels_over, spans_of, with_times, without_strays
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.drafting.write import array, quoted
from habeas.roster.hold_words import HOLD
from habeas.roster.ruler import Place, cut, place_of

NAME = re.compile(r"[A-Z'\-]{2,}(?: +[A-Z'\-]+)*(?:,\s*|/)[A-Z]", re.IGNORECASE)
LABEL = re.compile(r"\s*[A-Z][A-Za-z#./]{1,18}(?: [A-Za-z#./]{1,14}){0,2}:\s?$")
_LABELLED = re.compile(r"(\s*[A-Z][A-Za-z#./]{1,18}(?: [A-Za-z#./]{1,14}){0,2}:)(?:\s|$)")
LABELS = re.compile(r"([A-Z][A-Za-z#./]*(?: (?:of|Of|OF|[A-Z#][A-Za-z#./]*)){0,2}):(?=\s|$)")
_FIRST = re.compile(r"(\s*)(\S+)")
_CODED = re.compile(r"\s+[A-Z][A-Za-z.&]{0,6}\.? §*\s?\d[\w.:\-]*(?:\([A-Za-z0-9]+\))*(?:\s|$)")
_BARE = re.compile(r"\d{1,4}[A-Z]?(?:[-.:]\d+[A-Za-z]?)+(?:\(\w+\))*|\d{1,6}[A-Z]?(?:\(\w+\))+")
"""A section without its code, as the first word of a line."""
_BEFORE_CODE = re.compile(
    rf"\s+\d{{1,6}}[A-Z]?(?:\.\d+)*(?:\(\w+\))* (?:{'|'.join(map(re.escape, sorted(CODES)))})(?:\s|$)"
)
_GAP = re.compile(r"\S {2,}(?=\S)(?![A-Z][\w#./]*(?: [\w#./]+){0,2}:)")
_APART = re.compile(r"\s{2,}")
_LABEL_OF = re.compile(r"([A-Z][A-Za-z#./]*(?: [A-Za-z#./]+){0,2}:)(?=\s\S)")
"""The label before a cell, and no time of day."""
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
    columns: list[Cells] = field(default_factory=list)
    when: dict[str, list[str]] = field(default_factory=dict)
    """How a cell is written that tells the lines from others that begin so."""
    also: list[str] = field(default_factory=list)
    """Lines of the band that begin otherwise than its others."""


def begins_of(line: str) -> str:
    """How a line begins: its blanks, and its first word with 9 for digits and A for letters where it has a digit."""
    blanks, first = _FIRST.match(line).groups()  # type: ignore[union-attr] # the line has a word
    labeled = _LABELLED.match(line)
    if blanks and (_BARE.fullmatch(first) or _BEFORE_CODE.match(line)):
        return f"{blanks}9"  # a section, which differs
    if labeled:
        return f"{labeled[1]} "
    if blanks and _CODED.match(line) and not is_label(first):
        return f"{blanks}{ANY}"  # a code and its section: the code is a part of the cell, and differs
    if not blanks and (opening := opening_of(first)):
        return opening  # a number that runs on into a name
    if not blanks and DATE.search(line) and (NAME.match(line) or _is_row(line, first)):
        return ANY  # a name, which differs
    if any(each.isdigit() for each in first):
        first = re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", first))
    return f"{blanks}{first} "


def _is_row(line: str, first: str) -> bool:
    """Whether a line with a date is cells far apart, the first of them a word that says nothing of the others: a name in parts."""
    apart = len(_APART.findall(line.strip())) > 2
    return (
        apart
        and first.replace("-", "").replace("'", "").isalpha()
        and not is_label(first)
        and first.upper() not in HOLD
    )


def is_label(word: str) -> bool:
    """Whether a word before a number says what the number is (`BKG`, `CHG`), and is no code of a statute."""
    names = meant(words_of(word), spelled_out(word))
    return bool(names) and names[0] != "statute"


def fits(line: str, begins: str) -> bool:
    """Whether a line begins so."""
    if begins.strip() == ANY:
        return begins_of(line) == begins
    return begins_of(line) == begins or (line + " ").startswith(begins)


def digitless(line: str) -> str:
    """A line with 9 for every digit and one blank for several: so heads of pages are the same line."""
    return re.sub(r"\d", "9", " ".join(line.split()))


def band_of(
    begins: str,
    lines: list[str],
    heads: list[str],
    by: tuple[Judge, date | None],
    of: str = "",
    sheet: Sheet | None = None,
) -> Band:
    """The band of lines that begin alike: its cells by the `sheet` where that fits, else by blanks and by the head over them."""
    judge, today = by
    band = Band(begins, lines[:MOST])
    if LABEL.match(begins) and not _in_columns(band.lines):
        return _labeled(band, judge, today)
    if sheet is not None and sheet.holds(band.lines):
        return _on_sheet(band, sheet, by, of)
    if of == "charge" and (turns := _in_turn(band.lines)):
        return _turned(band, turns, by, of)
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
    band.columns, band.proposals = columns, propose(columns, today)
    return band


def _on_sheet(band: Band, sheet: Sheet, by: tuple[Judge, date | None], of: str) -> Band:
    """A band whose cells stand in the columns of a sheet; those left of where its lines begin are another line's."""
    begins = min(len(line) - len(line.lstrip()) for line in band.lines)
    band.head = sheet.head
    own = [(span, label) for span, label in zip(sheet.spans, sheet.labels, strict=True) if span[1] > begins]
    heads = {span[0]: label for span, label in own}
    told = [(span, heads[span[0]]) for span in with_times([span for span, _ in own], band.lines)]
    band.spans = [span for span, _ in told]
    columns = [
        Cells(f"{first + 1}-{last}", [line[first:last].strip() for line in band.lines], by[0], label, of=of)
        for (first, last), label in told
    ]
    band.columns, band.proposals = columns, propose(columns, by[1])
    return band


def _in_turn(lines: list[str]) -> list[str]:
    """The places of cells that stand one behind the other, some behind a label; empty where the cells do not stand so."""
    cells = [_APART.split(line.strip()) for line in lines]
    starts = {tuple(found.end() for found in _APART.finditer(line)) for line in lines}
    if len({len(each) for each in cells}) > 1 or len(starts) < 2:
        return []
    labels = [
        {found[1] if (found := _LABEL_OF.match(each)) else "" for each in column} for column in zip(*cells, strict=True)
    ]
    if labels[0] != {""} or any(len(each) > 1 for each in labels) or not any(each != {""} for each in labels):
        return []
    return [
        f"after {label}" if (label := next(iter(each))) else f"cell {place}" for place, each in enumerate(labels, 1)
    ]


def _turned(band: Band, turns: list[str], by: tuple[Judge, date | None], of: str) -> Band:
    """A band whose cells are told by their turn and by the labels before them."""
    places = {each: place for each in turns if (place := place_of(each))}
    cells = [cut(line, places, "") for line in band.lines]
    columns = [
        Cells(each, [line.get(each, "") for line in cells], by[0], place.label.strip(":"), of=of)
        for each, place in places.items()
    ]
    band.columns, band.proposals = columns, propose(columns, by[1])
    return band


def _in_columns(lines: list[str]) -> bool:
    """Whether cells without labels stand in columns behind the label that the lines begin with."""
    gaps = sum(_GAP.search(line.partition(":")[2].strip()) is not None for line in lines)
    return gaps >= 0.8 * len(lines)


def _labeled(band: Band, judge: Judge, today: date | None) -> Band:
    """A band whose cells stand behind labels (`Name: DOE, JANE   DOB: 05/06/1980`)."""
    counts = Counter(label for line in band.lines for label in dict.fromkeys(LABELS.findall(line)))
    labels = [label for label, count in counts.items() if count >= 0.8 * len(band.lines)]
    places = {f"after {label}:": Place(label=f"{label}:") for label in labels}
    cells = [cut(line, places, "") for line in band.lines]
    columns = [
        Cells(source, [each.get(source, "") for each in cells], judge, place.label.strip(":"))
        for source, place in places.items()
    ]
    band.begins = band.begins.split(":")[0] + ":"
    band.columns, band.proposals = columns, propose(columns, today)
    return band


def _head_of(spans: list[tuple[int, int]], heads: list[str]) -> str:
    """The head line whose words begin over the most spans; empty where none begins over half of them."""
    starts = {
        head: {found.start() for found in re.finditer(r"\S+", head)} for head in heads if not re.search(r"\d", head)
    }
    over = {head: sum(any(abs(at - first) < 3 for at in words) for first, _ in spans) for head, words in starts.items()}
    best = max(over, key=over.__getitem__, default="")
    return best if best and over[best] >= len(spans) / 2 and len(best.split()) > 1 else ""


def lines_toml(kind: str, band: Band) -> list[str]:
    """The `[[lines]]` of a band, with the reasons as comments."""
    ruler = ", ".join(
        f'{called(each.plain, kind)} = "{place_in(each.source, band)}"' for each in band.proposals if each.plain
    )
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
            *(
                [f"when = {{ {', '.join(f'{name} = {array(each)}' for name, each in band.when.items())} }}"]
                if band.when
                else []
            ),
            f"ruler = {{ {ruler} }}",
        ]
        told, left = [], []
    return made


def called(plain: str, kind: str) -> str:
    """What a ruler calls a cell: one of the holds where it stands on the line of a charge."""
    return "hold" if plain == "holds" and kind == "charge" else plain


_TO_DIGIT = re.compile(r"\s*\S+\s+(?=\d)")
"""What stands before the first number of a line that begins with a code, with its blanks."""


def _written(band: Band) -> list[str]:
    """How the lines of a band begin: those with codes once a code, so that no other line at that place is taken for a charge."""
    if band.begins.strip() != ANY or band.begins == ANY:
        return [band.begins]
    opened = (_TO_DIGIT.match(line) for line in band.lines)
    return list(dict.fromkeys(f"{found[0]}9" for found in opened if found))


def place_in(source: str, band: Band) -> str:
    """Where a cell stands, as a ruler writes it: the last one goes on to the end of the line."""
    if not source[:1].isdigit():
        return source
    first, last = source.split("-")
    return f"{first}-" if int(last) == band.spans[-1][1] else source
