"""The head of a printed e-mail: who wrote it, to whom, when and about what, with a colon behind each word or in cells without."""

import re
from collections.abc import Sequence

from habeas.paper.pages.page import PageLine, Word

Head = dict[str, tuple[str, tuple[Word, ...]]]
"""What stands behind each word of the head (`from`, `to`, `sent`, `subject`), with its words."""
_ASKS = re.compile(
    r"(?P<what>from|to|sent|date|subject|cc|bcc|attachments?|importance)\b\s*(?P<colon>:?)\s*", re.IGNORECASE
)
_MOST = 26
"""Lines from the top in which a head stands."""
_LEVEL = 4.0


def mail_head(lines: Sequence[PageLine]) -> Head:
    """The entries of a printed e-mail's head; empty where no head of one stands on the page."""
    upper = list(lines[:_MOST])
    found: Head = {}
    bare = 0
    for line in upper:
        hit = _ASKS.match(line.text)
        if hit is None or hit["what"].lower() in found:
            continue
        beside = _up_to_the_next([each for each in upper if each is not line and _behind(each, line)])
        rest = line.text[hit.end() :]
        words = (*line.words[1:], *(word for each in beside for word in each.words))
        if hit["colon"] or (beside and not rest):
            found[hit["what"].lower()] = (" ".join([rest, *(each.text for each in beside)]).strip(), words)
            bare += not hit["colon"]
    dated = "sent" if "sent" in found else "date"
    if dated == "date" and "date" in found:
        found["sent"] = found["date"]
    if {"from", "to", "sent"} <= set(found) and "subject" not in found and dated != "date":
        found["subject"] = _over(upper)  # a mail program prints the subject over the head, without a word before it
    whole = {"from", "to", "subject"} <= set(found)
    return found if whole and (bare < 2 or "sent" in found) else {}


def _behind(line: PageLine, label: PageLine) -> bool:
    return abs(line.area[3] - label.area[3]) < _LEVEL and line.area[0] > label.area[2]


def _over(lines: Sequence[PageLine]) -> tuple[str, tuple[Word, ...]]:
    """The line right over the first entry of a head; nothing where it stands at the top."""
    first = next((place for place, each in enumerate(lines) if (hit := _ASKS.match(each.text)) and hit["colon"]), 0)
    return (lines[first - 1].text, lines[first - 1].words) if first else ("", ())


def _up_to_the_next(lines: Sequence[PageLine]) -> list[PageLine]:
    """The pieces of a row up to the next word of the head: `TO:` and `FROM:` may stand side by side."""
    found: list[PageLine] = []
    for line in sorted(lines, key=lambda each: each.area[0]):
        hit = _ASKS.match(line.text)
        if hit and hit["colon"]:
            break
        found.append(line)
    return found
