"""Older messages that a mail program quotes under a newer one: in a reply the newer one alone asks, in a forward the older one may.

A name in a quoted message is often another person's. What stands there is shown, and never read into the newer request.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from habeas.paper.fields.mail import mail_head
from habeas.paper.forms.classify_pages import Bundle
from habeas.paper.pages.page import Page, PageLine, Word
from habeas.paper.reading import PaperQuestion

_FORWARDED = re.compile(
    r"(?:[-–—_>\s]*)(?:begin )?forwarded message\b|(?:[-–—_>\s]*)mensaje reenviado\b", re.IGNORECASE
)
_OLDER = re.compile(
    r"[-–—_>\s]*original message\s*[-–—_]*$|[-–—_>\s]*mensaje original\b|>"
    r"|(?:on|el) .{6,120}\b(?:wrote|escribi[óo])\s*:$|\S.{0,120}<\S+@\S+>\s*(?:wrote|escribi[óo])\s*:$|wrote:$",
    re.IGNORECASE,
)
"""A line over a quoted message, or the first of one that is marked letter by line."""
_HEAD_LINE = re.compile(r"(?P<what>from|de|sent|date|enviado|to|para|subject|asunto)\s*:", re.IGNORECASE)
_PASSED_ON = re.compile(r"\s*(?:fwd?|fw|rv|tr|wg)\s*:", re.IGNORECASE)
_ABOUT = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\bdob\b|\ba\s?#?\s?\d{2,3}[ -]\d{3}", re.IGNORECASE)
_FEW = 40
"""Words of a message that only passes another on."""
ASKED = PaperQuestion(
    "Does the older message that is quoted below matter? Only the newest message was read.",
    "Names and dates in a quoted message may be another person's.",
)
PASSED_ON = PaperQuestion(
    "Who asks: the sender of the forwarded message? Only the forwarded message was read.",
    "Whoever passed it on may have sent it for somebody else, or without being asked.",
)


def without_quoted(bundle: Bundle) -> tuple[Bundle, PaperQuestion | None]:
    """The paper without the older messages quoted in it, and what to ask about them; as it was where it quotes none.

    Of a forward that says hardly anything of its own the forwarded message is kept instead.
    """
    first = bundle.pages[0]
    if bundle.face.form is not None or not (first.typed or mail_head(first.lines)):
        return bundle, None
    for place, page in enumerate(bundle.pages):
        start = _quote_starts(page, newest=place == 0)
        if start is not None:
            return _cut(bundle, place, start)
    return bundle, None


def _cut(bundle: Bundle, place: int, start: int) -> tuple[Bundle, PaperQuestion]:
    page = bundle.pages[place]
    if place == 0 and _only_passes_on(page, start):
        kept = _kept(page, page.lines[start + 1 :])
        return replace(bundle, pages=(kept, *bundle.pages[1:])), PASSED_ON
    blank = [_kept(each, ()) for each in bundle.pages[place + 1 :]]
    return replace(bundle, pages=(*bundle.pages[:place], _kept(page, page.lines[:start]), *blank)), ASKED


def _quote_starts(page: Page, *, newest: bool) -> int | None:
    """The place of the line with which a quoted message begins; the head of the newest one itself is none."""
    own = _own_head(page.lines) if newest and mail_head(page.lines) else 0
    for place, (line, after) in enumerate(pairwise([*page.lines, None])):
        if place < own or line is None:
            continue
        if _FORWARDED.match(line.text) or _OLDER.match(line.text) or _wrapped(line, after):
            return place
        if _head_at(page.lines, place) and (place > 0 or not newest):
            return place
    return None


def _wrapped(line: PageLine, after: PageLine | None) -> bool:
    """Whether `On Monday …, Records <…>` goes on with `wrote:` in the next line."""
    return after is not None and after.text.strip().lower() in {"wrote:", "escribió:"} and len(line.text) > 8


def _own_head(lines: Sequence[PageLine]) -> int:
    """The number of lines down to the last of the page's own head: each of its words once, and at most one line between two."""
    last, seen = -1, set[str]()
    for place, line in enumerate(lines[:12]):
        hit = _HEAD_LINE.match(line.text)
        if hit is None:
            continue
        if seen and (hit["what"].lower() in seen or place - last > _NEAR):
            break
        seen.add(hit["what"].lower())
        last = place
    return last + 1


_NEAR = 2


def _head_at(lines: Sequence[PageLine], place: int) -> bool:
    """Whether the head of a message stands here: from whom, and within four lines when, to whom or about what."""
    first = _HEAD_LINE.match(lines[place].text)
    if first is None or first["what"].lower() not in {"from", "de"}:
        return False
    under = {hit["what"].lower() for each in lines[place + 1 : place + 5] if (hit := _HEAD_LINE.match(each.text))}
    return len(under - {"from", "de"}) > 1


def _only_passes_on(page: Page, start: int) -> bool:
    """Whether a message is a forward that names nobody and says little."""
    head = mail_head(page.lines)
    forward = bool(_FORWARDED.match(page.lines[start].text)) or bool(head and _PASSED_ON.match(head["subject"][0]))
    said = " ".join(each.text for each in page.lines[_own_head(page.lines) : start])
    return forward and len(said.split()) < _FEW and not _ABOUT.search(said)


def _kept(page: Page, lines: Sequence[PageLine]) -> Page:
    """The page with these lines alone on it."""
    words: set[Word] = {word for each in lines for word in each.words}
    inside = [each.area for each in lines]
    runs = tuple(
        each
        for each in page.runs
        if any(area[1] - 2 <= each.area[1] and each.area[3] <= area[3] + 2 for area in inside)
    )
    return replace(page, lines=tuple(lines), words=tuple(each for each in page.words if each in words), runs=runs)
