"""Heads and feet of a report's pages, which are nobody's; and lines of which nobody can say what they are."""

import re
from collections import Counter

from habeas.roster.drafting.line_bands import NAME, Band, begins_of, digitless, fits
from habeas.roster.drafting.spans import DATE
from habeas.roster.drafting.write import quoted

_MAY_HOLD = re.compile(r"hold|detain|\bICE\b|immig|marshal|\bUSM", re.IGNORECASE)
_FOOT = re.compile(r"\bpage\b|\brun\b|report|printed|---|===|_{5}|^\W+$", re.IGNORECASE)


def furniture(written: list[str], rest: list[str], heads: set[str], booked: Band) -> tuple[list[str], list[str]]:
    """How the heads and feet of pages begin, and the lines of which nobody can say what they are: those are never skipped."""
    first = next((place for place, line in enumerate(written) if fits(line, booked.begins)), 0)
    titles, left = set(written[:first]), set(rest)
    nobodys = {line for line in written if digitless(line) in heads}
    nobodys |= {
        line
        for line in left
        if (line in titles or _FOOT.search(line)) and not (NAME.search(line) and DATE.search(line))
    }
    nobodys = {line for line in nobodys if line == booked.head or not _MAY_HOLD.search(line)}
    others = [line for line in written if line not in nobodys]
    skip = _skips([line for line in written if line in nobodys])
    told = [text for text in skip if not any(line.startswith(text) for line in others)]
    return told, [line for line in rest if line not in nobodys]


def unsure(lines: list[str]) -> list[str]:
    """As comments: how the lines begin that fit nothing; each of them is refused until a person says what it is."""
    counts = Counter(map(begins_of, lines))
    shown = {begins: next(line for line in lines if begins_of(line) == begins) for begins, _ in counts.most_common(12)}
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
