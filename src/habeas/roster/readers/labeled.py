"""Text in labeled lines (`DOB: 01/02/1980`, `BOOKING=2600141`), with small tables between them, as pairs of a label and its value."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from habeas.roster.readers.gathered import RECORDS, Pair, gathered, key_of
from habeas.roster.readers.lanes import pairs_of_lanes
from habeas.roster.speaks import value_speaks

_LABEL = r"(?=[^:=]*[A-Za-z]{2})[A-Za-z\d][\w.#/()&',-]{0,24}(?: [\w.#/()&',-]{1,24}){0,5}?"
_EQUALS = re.compile(rf"\s*({_LABEL})\s*=\s*(.*)")
_COLON = re.compile(rf"\s*(?:- )?({_LABEL})(?:\.*\s*:(?!\d)|\s?\.{{4,}}(?!\.))(?:\s*(\S.*)|\s*)")
_NEXT = re.compile(rf"(?:\s{{2,}}|\t)(?={_LABEL}\s*:(?![\d/]))")
"""Where the next label of a line begins, behind a gap."""
_NOBODYS = re.compile(r"\W*|[#;!].*|SQL>.*")
_TITLE = re.compile(
    r"\bpage\b|print|report|list|roster|\b(jail|county|sheriff|detention|correction|in custody|population|inmates)|@|www\.",
    re.IGNORECASE,
)
"""In a line that stands again and again: a head or foot of a page."""
_LINE = "line"
"""Under what a line stands that is told by nothing: it is never dropped in silence."""
_ITEM = re.compile(r"\s*- \S")
_SECTION = re.compile(r"\[([^\[\]]+)\]\s*")
_LABELS = re.compile(rf"(?:^|\s{{2,}}){_LABEL}:(?:\s|$)")
_WORDS = re.compile(r"\S+(?: \S+)*")
_WIDE = " " * 3
"""A gap within a value that no value has: another column stands beside it."""
_LABELED, _ALL, _FEW = 0.3, 0.85, 0.05
"""Which share of the lines has a label, and which share is told, of a text in labeled lines; which share is few."""
_LEAST = 2


@dataclass
class _Told:
    """The pairs so far, the small table that is open, and how many lines were told."""

    pairs: list[Pair] = field(default_factory=list)
    head: list[tuple[int, str]] = field(default_factory=list)
    over: str = ""
    """The label that the last line is, where the next stands further in."""
    labeled: int = 0
    told: int = 0
    lines: int = 0


def document_of(lines: list[str]) -> dict[str, Any]:
    """The lines as a document of records; nothing where most of them have no label, or no label opens two records."""
    plain = [line.expandtabs(8).rstrip() for line in lines]
    columns = _columns(plain)
    written = [_apart(line, columns) for line in plain] if columns else plain
    equals = sum(_EQUALS.fullmatch(line) is not None for line in written if line)
    pattern = _EQUALS if equals > 0.6 * sum(bool(line) for line in written) else _COLON
    told = _told(written, pattern)
    known = told.labeled > _LABELED * told.lines and told.told > _ALL * told.lines
    wide = sum(isinstance(value, str) and _WIDE in value for _, value in told.pairs)
    aside = _side_by_side(written) if not known or wide > _FEW * told.labeled else {}
    found = aside or (gathered(told.pairs) if known else {})
    return found if len(found.get(RECORDS, ())) >= _LEAST else {}


def _side_by_side(lines: list[str]) -> dict[str, Any]:
    """Lines with columns side by side, labels in one of them; nothing where few lines are such."""
    if sum(_LABELS.search(line) is not None for line in lines) < _LABELED * sum(map(bool, lines)):
        return {}
    pairs, told = pairs_of_lanes(lines)
    return gathered(pairs) if told > _ALL else {}


def _told(lines: list[str], pattern: re.Pattern[str]) -> _Told:
    """What each line tells: labels with their values, the head of a small table, a row below it."""
    told = _Told()
    heads = _heads(lines, pattern)
    furniture = _furniture(lines, pattern)
    below = [len(line) - len(line.lstrip()) for line in lines]
    paged = False  # the head of a page that falls within a small table ends it not, nor does the blank line below it
    for place, line in enumerate(lines):
        if _NOBODYS.fullmatch(line) or line.strip() in furniture:
            paged = line.strip() in furniture or (paged and not line.strip())
            told.head = told.head if paged or (line.strip() and not line.strip("-= ")) else []
            continue
        paged = False
        told.lines += 1
        pairs = [*_pairs(line, pattern)]
        if pairs:
            is_over = len(pairs) == 1 and not pairs[0][1] and below[place + 1 : place + 2] > below[place : place + 1]
            # a label over others that stand further in is none of theirs, whatever it is called
            told.over = pairs[0][0] if is_over else ""
            told.pairs += [] if is_over else pairs
            told.labeled += 1
            told.told += 1
            told.head = []
        elif line.strip() in heads:
            told.head = [(found.start(), found[0]) for found in _WORDS.finditer(line)]
            told.told += 1
        elif _ITEM.match(line) and told.over:
            told.pairs.append((told.over, _unquoted(line.strip()[1:].strip())))
            told.told += 1
        else:
            _row(told, line)
    return told


def _columns(lines: list[str]) -> set[int]:
    """Where labels begin behind a gap in several lines: there one begins behind a single blank too, where a value is long."""
    counts = Counter(found.end() for line in lines for found in _NEXT.finditer(line) if line[: found.start()].strip())
    return {at for at, count in counts.items() if count > 1}


def _apart(line: str, columns: Collection[int]) -> str:
    """The line with a gap before each label that begins at a column of labels behind a single blank."""
    for at in sorted(columns, reverse=True):
        if 1 < at < len(line) and line[at - 1] == " " and line[at - 2] != " " and _COLON.match(line[at:]):
            line = f"{line[:at]} {line[at:]}"
    return line


def _pairs(line: str, pattern: re.Pattern[str]) -> Iterator[Pair]:
    """The labels of a line with their values; none where it does not begin with one."""
    if section := _SECTION.fullmatch(line):
        # the number of a section tells nobody apart that its name does not
        yield f"section {re.sub(r'[^A-Za-z]+', ' ', section[1]).strip()}", section[1]
        return
    for part in _NEXT.split(line.strip()) if pattern is _COLON else [line]:
        found = pattern.fullmatch(part)
        if found is None:
            return
        yield found[1], _unquoted((found[2] or "").strip())


def _unquoted(text: str) -> str:
    """A value without the quotation marks around it."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


_PAGED = re.compile(r"\bpage\b\W*\d|\bpg\b\W*\d", re.IGNORECASE)


def _digitless(text: str) -> str:
    return re.sub(r"\d+", "9", " ".join(text.split()))


def _furniture(lines: list[str], pattern: re.Pattern[str]) -> set[str]:
    """Lines without a label that stand again and again as they are, heads of pages: never the head of a small table."""
    plain = [line.strip() for line in lines if line.strip() and not [*_pairs(line, pattern)]]
    counts, alike = Counter(plain), Counter(map(_digitless, plain))
    titles = {text for text, count in counts.items() if count > 1 and _TITLE.search(text)}
    titles |= {text for text in plain if _PAGED.search(text) and alike[_digitless(text)] > 1}
    return {text for text in titles if not value_speaks(text)}


def _heads(lines: list[str], pattern: re.Pattern[str]) -> set[str]:
    """Lines of several words far apart, without a digit, that stand again and again: heads of small tables."""
    plain = [line for line in lines if not re.search(r"\d", line) and not [*_pairs(line, pattern)]]
    counts = Counter(line.strip() for line in plain if len(_WORDS.findall(line)) > 1)
    return {text for text, count in counts.items() if count > 1}


def _row(told: _Told, line: str) -> None:
    """A row of the small table that is open: each of its cells under the head that it begins at or stands under."""
    if not told.head:
        told.pairs.append((_LINE, line.strip()))
        return
    told.told += 1
    starts = [at for at, _ in told.head]
    cells: dict[str, str] = {}
    for at, text in _cells(line, starts):
        head = max((each for each in told.head if each[0] <= at + 1), default=told.head[0])[1]
        cells[key_of(head)] = f"{cells.get(key_of(head), '')} {text}".strip()
    told.pairs.append((" ".join(key_of(head) for _, head in told.head), [cells]))


def _cells(line: str, starts: list[int]) -> list[tuple[int, str]]:
    """The cells of a row, cut where the heads begin; where a cell runs over such a place, at wide gaps."""
    inside = [at for at in starts[1:] if at < len(line)]
    if all(line[at - 1].isspace() for at in inside):
        return [
            (at, line[at:end].strip())
            for at, end in zip([0, *inside], [*inside, None], strict=True)
            if line[at:end].strip()
        ]
    return [(found.start(), found[0]) for found in _WORDS.finditer(line)]
