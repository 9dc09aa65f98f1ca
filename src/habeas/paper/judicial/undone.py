"""Words that take a paper back, wherever they were put on a page: a stamp, a note, handwriting, a line typed over a form.

What the form itself prints is no such word: a label without an entry, a box nobody ticked, a sentence that says what may
or must be done. Everything else that says so makes the paper not established; in doubt it is said and asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from habeas.paper.fields.value_patterns import find_date
from habeas.paper.judicial.added import paragraph_of, unknown_marks
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Area, Page, PageLine, Run, around, enclosing

_STRONG = (
    r"recalled|quashed|lifted|dismissed|executed|unexecuted|withdrawn|rescinded|vacated|cancell?ed|nullified|annulled"
    r"|void(?:ed)?|expired|terminated|superseded|set aside|revoked|null and void|unsigned copy|not valid|invalid"
    r"|not (?:in force|in effect|active)|no longer (?:an? )?(?:active|valid|in (?:force|effect)|wanted|outstanding|needed|required)"
    r"|do not (?:serve|execute|arrest|honor|detain|hold)|please disregard|disregard this|dissolved|nol(?:le|\.)? pros\w*\.?"
    r"|(?:entered|issued|lodged|sent) (?:in error|by mistake|erroneously)|return(?:ed)? to court|rtn to court|rcl'?d|wdrn|w/drawn|cxl'?d"
)
"""Words that undo a paper in any case of letters."""
_LOUD = (
    r"served|cleared|closed|stayed|draft|sample|inactive|deactivated|satisfied|discharged|dropped|purged|abated|obsolete"
    r"|disregard|recall|quash|cancel|withdraw|rescind|vacate|lift|canc|cncl|cancld|cxl|w/d|dism(?:'?d)?|in error|deceased|moot(?:ed)?"
    r"|no[- ]bill(?:ed)?|acquitted|rejected|declined|suspended|annul|rvk'?d|term'd|del(?:eted)"
    r"|resolved|pardoned|commuted|exonerated|remitted|disposed|adjudicated|surrendered|forgiven|bonded|compl(?:ied|eted)"
)
"""Words that undo a paper where they stand in capitals or by themselves; in a sentence they may be about anything."""
_OUTRIGHT = re.compile(
    r"recalled|quashed|rescinded|superseded|nullified|null and void|not (?:in force|in effect|active)|no longer .+|do not .+"
    r"|please disregard|disregard this|(?:entered|issued|lodged|sent) (?:in error|by mistake|erroneously)",
    re.IGNORECASE,
)
"""Of these, those that nothing else on a court's paper says, a charge least of all."""
_WORD = re.compile(rf"(?<![a-z])(?:{_STRONG}|{_LOUD})(?![a-z])", re.IGNORECASE)
_WHOLE = (
    "recalled", "quashed", "lifted", "dismissed", "executed", "withdrawn", "rescinded", "vacated", "cancelled", "canceled", "nullified",
    "annulled", "expired", "terminated", "superseded", "set aside", "revoked", "null and void", "not valid", "invalid", "not in force",
    "not in effect", "not active", "no longer active", "no longer valid", "no longer in force", "no longer in effect",
    "no longer wanted", "do not serve", "do not execute", "do not arrest", "do not hold", "inactive", "discharged", "void",
)  # fmt: skip
"""Undoing words, looked for in letters that stand apart."""
_STRONG_WORD = re.compile(rf"(?:{_STRONG})", re.IGNORECASE)
_PAPER = r"(?:warrant|detainer|writ|capias|subpoena|commitment|hold)"
_OFF = r"inactive|deactivated|satisfied|cleared|dropped|purged|discharged|closed|removed|released|withdrew|pulled"
"""Words that undo a paper right behind its name."""
_DONE = r"(?: \w+ly| hereby| now| also| therefore)*"
_THIS = r"(?:this|said|its|the (?:above|attached|foregoing|enclosed)(?:\S* \w+)?)"
_SENTENCES = (
    rf"\b{_PAPER}s?\b(?: [^ .;:]+){{0,12}}? (?:is|are|was|were|be|been|stands?|hereby|now){_DONE} (?P<word>{_STRONG})(?![a-z])",
    rf"\b(?P<word>{_STRONG}) by (?:order|the court|judge|hon|direction|ice\b|dhs\b|the issuing)",
    rf"\b(?P<word>recalls?|quash(?:es)?|vacates?|rescinds?|withdraws?|cancels?|lifts?) {_THIS} (?:\w+ )?{_PAPER}",
    r"\b(?P<word>(?:recalling|quashing|vacating|lifting|withdrawing|rescinding|cancell?ing) (?:of )?"
    rf"(?:(?:this|the|said) )?(?:(?:arrest|bench) )?{_PAPER})",
    rf"\b(?P<word>{_PAPER} (?:{_STRONG}|{_OFF})(?! (?:by\b.{{0,3}}[:_]|and returned)))",
    rf"\b(?P<word>{_PAPER} (?:no longer|not) (?:active|valid|in (?:force|effect)))",
)
_SAID = tuple(re.compile(each, re.IGNORECASE) for each in _SENTENCES)
"""Sentences that say of the paper itself that it is undone."""
_UNLESS = re.compile(
    r"\b(?:if|unless|until|till|when|whenever|once|after|before|shall|must|may|might|can|cannot|will|would|should|to|not|never"
    r"|any|whether|or|being|pending|failure|in which)\W*$",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:if|unless|until|till|when|once|shall|must|may|might|can|cannot|will|would|should|not|never|to be|whether)\b",
    re.IGNORECASE,
)
_IF_AFTER = re.compile(
    r"^\W*(?:if|unless|without(?! prejudice)|until|after|when|or modified|and returned|copies)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?:\b(?:visa|passport|permit|licen[sc]e|registration|authori[sz]ation"
    r"|(?:immigration|visa|legal|lawful|resident|supervision) status|(?<!warrant )(?<!case )status(?! ?[:=-])"
    r"|bond|bail|probation|parole|sentence|suspension"
    r"|convictions?|priors?|previous(?:ly)?|disposition|disp|recogni[sz]ance|lease|insurance|policy|order of protection)\b"
    r"|\bcounts? \w+\b|\bo\.?r\.? release)[^.;]{0,30}$",
    re.IGNORECASE,
)
"""What the word is about instead of the paper: a visa that expired, a count that was dismissed."""
_EMPTY_BOX = re.compile(r"(?:\[ ?\]|\( ?\)|\u2610|\u25a1) ?(?:[\w'’]+ ){0,3}$")
"""A typed box that nobody ticked, and the words of its line so far."""
_OF_A_JUDGE = re.compile(r"\b(?:judge|justice|magistrate),? \($", re.IGNORECASE)
"""A judge who retired and was recalled to service says so in brackets."""
_OBJECT = re.compile(r"^ (?:an?|his|her|their|false|forged|fraudulent|multiple) (?!(?:arrest|bench) )", re.IGNORECASE)
_SWORN = re.compile(r"\bunder (?:the )?penalt(?:y|ies) of perjury\b[^.]{0,160}\.\s*$", re.IGNORECASE)
"""A declaration (28 U.S.C. 1746) ends with the day it was made: `Executed on (date)`; it speaks of itself and of no warrant."""
_PRINTED = (
    "must be served with a copy of this form",
    "this form was served upon the",
    "was served by me at",
    "warrant for arrest of alien was served by me",
    "i served the subpoena by delivering a copy",
    "i returned the subpoena unexecuted because",
    "date and time warrant executed",
    "if served in person",
    "please cancel the detainer related to this",
    "please cancel the notification request",
    "cancel the detainer previously",
    "detainer previously submitted to you on",
    "warrant was received and executed with the arrest of the",
    "executed and returned",
    "served and executed",
    "warrant may be served",
    "served as follows",
    "served upon",
    "served on the",
    "served by",
    "date served",
    "date executed",
    "executed by",
    "officer executing",
)
"""Words that forms print, as letters only; where they stand, nothing was added."""
_PRINTED_KEYS = tuple(key(each) for each in _PRINTED)
_FUZZY = (
    "RECALLED", "VACATED", "QUASHED", "CANCELLED", "CANCELED", "WITHDRAWN", "RESCINDED", "EXPIRED", "SUPERSEDED",
    "DISMISSED", "EXECUTED", "TERMINATED", "CLEARED",
)  # fmt: skip
_PIECES = (*_FUZZY, "INACTIVE", "DEACTIVATED", "NOTVALID", "SETASIDE")
_INNOCENT = frozenset(
    {
        "EXECUTE",
        "EXECUTES",
        "RELEASED",
        "RELEASE",
        "EXPIRES",
        "SUPERSEDING",
        "DISMISS",
        "RECEIVED",
        "LOCATED",
        "DELAYED",
    }
)
_WHOLE_WORDS = frozenset({"WITH", "TERM", "DRAWN"})
"""Words of their own that an undoing word begins or ends with."""
_EDGE, _UNREADABLE = 6.0, 0.3
"""Points from the edge of a sheet; below what certainty a scanned word counts as not read."""
_SPACED = re.compile(r"\b(?:[A-Za-z][ .·-]){3,}[A-Za-z]\b")
_LONG = 8
"""Words of a run beyond which it is a sentence and not a mark."""


@dataclass(frozen=True, slots=True)
class UndoneMark:
    """Words that undo a paper: `word` the undoing word in lower case, `text` as it stands, `area` where (None where unknown)."""

    word: str
    text: str
    page: Page
    area: Area | None


def marks_of(
    pages: Sequence[Page], looks: Sequence[str] = (), entries: Sequence[str] = (), *, served: bool, alone: bool = False
) -> list[UndoneMark]:
    """Everything on these pages that undoes the paper. `looks` is what a second look at the pictures gave.

    `entries` are the values read on it, which are no marks; `served` says whether SERVED undoes it: a warrant that was
    served is used up; a detainer must be served on the person.
    """
    found = _seen_on([page for page in pages if not page.private], looks)
    kept = {mark.word: mark for mark in reversed(found) if served or mark.word != "served"}
    kept = _with_unknown(kept, pages, entries, alone=alone)
    return list(reversed(kept.values()))


def known_marks(pages: Sequence[Page]) -> list[UndoneMark]:
    """The undoing words on a paper that is no known form, each word once; what is merely added to it cannot be told there."""
    shown = [page for page in pages if not page.private]
    looks = [text for page in shown for text in page.slanted(False) or ()]
    kept = {mark.word: mark for mark in reversed(_seen_on(shown, looks))}
    return list(reversed(kept.values()))


def _seen_on(pages: Sequence[Page], looks: Sequence[str]) -> list[UndoneMark]:
    """The undoing words that were read on pages, and those of a second look at their pictures."""
    found = [mark for page in pages for mark in _on(page)]
    if pages:
        found += [
            UndoneMark(word, _short(text), pages[0], None)
            for text in looks
            if (word := _loudly(text) or _cut_off(text))
        ]
    return found


def _with_unknown(
    kept: dict[str, UndoneMark], pages: Sequence[Page], entries: Sequence[str], *, alone: bool
) -> dict[str, UndoneMark]:
    """The marks with those nobody knows; what was found before is not said twice."""
    said = [key(each.text) for each in kept.values()]
    for page in pages:
        for run in () if page.private else unknown_marks(page, entries, alone=alone):
            if not any(key(run.text) in each or each in key(run.text) for each in said):
                kept = {run.text.lower(): UndoneMark(run.text.lower(), _short(run.text), page, run.area)} | kept
    return kept


def _on(page: Page) -> Iterator[UndoneMark]:
    for text in page.stamps:
        if word := _loudly(text):
            yield UndoneMark(word, _short(text), page, None)
    for run in (*page.runs, *_stacked(page.runs)):
        if word := _added(run, page):
            yield UndoneMark(word, _short(run.text, word), page, run.area)
    lines = page.lines
    for line in lines:
        if word := _standing(line, page):
            yield UndoneMark(word, _short(line.text, word), page, line.area)
    for text in _prose(page):
        if word := _said(text):
            yield UndoneMark(word, _short(text, word), page, None)
    if word := _returned(page):
        yield UndoneMark("executed", word, page, None)


def _short(text: str, around_word: str = "") -> str:
    """The text, or of a long one the words around `around_word`."""
    text = _joined(text)
    if len(text) <= 80:
        return text
    place = max(0, text.lower().find(around_word) - 20)
    part = text[place : place + 80]
    return " ".join(part.split(" ")[1 if place else 0 : -1 if place + 80 < len(text) else None])


def _joined(text: str) -> str:
    """The text with letters that stand apart put together: `R E C A L L E D`."""
    return _SPACED.sub(lambda hit: re.sub(r"[ .·-]", "", hit[0]), " ".join(text.split()))


def _counts(text: str, hit: re.Match[str]) -> bool:
    """Whether the word is said outright, of the paper, and not as the form's own print."""
    before, after = text[: hit.start()], text[hit.end() :]
    if _EMPTY_BOX.search(before) or (_OF_A_JUDGE.search(before) and after.startswith(")")):
        return False
    if _UNLESS.search(before) or _IF_AFTER.match(after) or _OTHER.search(before):
        return False
    if _DENIED.match(after) or (hit[0].lower() == "executed" and _OBJECT.match(after)):
        return False
    if hit[0] == "Executed" and _SWORN.search(before):
        return False
    near = key(text[max(0, hit.start() - 60) : hit.end() + 60])
    return not any(each in near for each in _PRINTED_KEYS)


def _cut_off(text: str) -> str | None:
    """An undoing word of which a look at a picture read only the end or the beginning: `HARGED`, `VACAT`."""
    parts = [each for each in re.findall(r"[A-Z]{5,}", text) if each not in _INNOCENT]
    return next(
        (word.lower() for part in parts for word in _PIECES if word.startswith(part) or word.endswith(part)), None
    )


def _loudly(text: str) -> str | None:
    """The undoing word of a text that is a mark as a whole: a stamp, a note, what was read at a slant."""
    joined = _joined(text)
    for hit in _WORD.finditer(joined):
        if _counts(joined, hit):
            return hit[0].lower()
    return _apart(text) or _said(joined) or _almost(joined, 75)


def _apart(text: str) -> str | None:
    """The undoing words of a text whose letters stand apart, so that its words cannot be told from one another."""
    if not _SPACED.search(" ".join(text.split())):
        return None
    return next((each for each in _WHOLE if key(each) in key(text)), None)


def _almost(text: str, least: float) -> str | None:
    """An undoing word that OCR misread."""
    for part in re.findall(r"[A-Za-z0-9|!]+", text):
        upper = part.upper()
        if len(upper) < 6 or upper in _INNOCENT:
            continue
        near = [word for word in _FUZZY if abs(len(word) - len(upper)) <= 2 and ratio(upper, word) >= least]
        if near:
            return near[0].lower()
    return None


def _added(run: Run, page: Page) -> str | None:
    """The undoing word of one piece of drawn text that is set apart from the form by what it is."""
    if run.note or (run.style and run.style[-1] != 0):
        return _loudly(run.text)
    text = _joined(run.text)
    if word := _apart(run.text) or _said(text):
        return word
    if len(text.split()) > _LONG:
        return _in_a_long_line(text, run, page)
    for hit in _WORD.finditer(text):
        if (
            _counts(text, hit)
            and not _ends_declaration(text, hit, run.area, page)
            and (_stands_out(text, hit, run.script) or _outright(hit, run, page))
            and not _label(text, hit, run.area, page)
        ):
            return hit[0].lower()
    return None


def _in_a_long_line(text: str, run: Run, page: Page) -> str | None:
    """The undoing word of a long line that is no line of running text: `RECALLED 11/02/26 - REMOVE FROM NCIC - RETURN TO CLERK`."""
    others = paragraph_of(run, page)
    if others and not (text.isupper() and not all(each.isupper() for each in others)):
        return None
    for hit in _WORD.finditer(text):
        strong = bool(_STRONG_WORD.fullmatch(hit[0]))
        told = strong and _stands_out(text, hit, run.script) and not _MODAL.search(_clause(text, hit))
        if (told or _outright(hit, run, page)) and _counts(text, hit) and not _label(text, hit, run.area, page):
            return hit[0].lower()
    return None


def _outright(hit: re.Match[str], run: Run, page: Page) -> bool:
    """Whether the words undo a paper in any place of a line that stands by itself, in small letters too."""
    said = _OUTRIGHT.fullmatch(hit[0]) and not _MODAL.search(_clause(hit.string, hit))
    return bool(said) and not paragraph_of(run, page)


def _clause(text: str, hit: re.Match[str]) -> str:
    """What stands before a word in its own sentence or clause."""
    return re.split(r"[.;]\s|\s[-–—]+\s", text[: hit.start()])[-1]


def _stands_out(text: str, hit: re.Match[str], script: bool) -> bool:
    """Whether the word is no part of a wrapped sentence: in capitals, by hand, or a short remark that begins with a capital."""
    if hit[0].isupper() or script:
        return True
    strong = bool(_STRONG_WORD.fullmatch(hit[0]))
    opens = text[:1].isupper() or hit.start() == 0 or text[:1].isdigit()
    return opens and (strong or hit[0][0].isupper())


def _label(text: str, hit: re.Match[str], area: Area, page: Page) -> bool:
    """Whether the word is printed by the form: the name of an entry nobody filled, or a box nobody ticked."""
    after = text[hit.end() :]
    blank = re.match(r"\s*(?:on|by|at|this|date)?\s*[:_(]", after, re.IGNORECASE)
    if blank and find_date(after) is None:
        return True
    if re.fullmatch(
        r"\s*(?:on|by|at)\W*(?:(?:printed )?(?:name|signature|date)\b.*)?", after, re.IGNORECASE
    ) and not _follows(area, page):
        return True
    square = page.square_at((area[0] - 24, area[1] - 2, area[0] + 6, area[3] + 2))
    return square is not None and square.ticked is False


def _follows(area: Area, page: Page) -> bool:
    """Whether anything is written in the row right of a place, or inked there."""
    _, top, x1, bottom = area
    beside = any(each.x0 >= x1 - 1 and top < each.middle < bottom and key(each.text) for each in page.words)
    return beside or page.ink((x1 + 2, top, min(x1 + 160, page.width), bottom)) is not False


def _ends_declaration(text: str, hit: re.Match[str], area: Area, page: Page) -> bool:
    """Whether a line that begins `Executed on` stands right under the words of a declaration under penalty of perjury."""
    if not re.match(r"Executed (?:on|at|this)\b", text) or hit.start() != 0:
        return False
    over = [each.text for each in page.lines if 0 < area[1] - each.area[1] < 42 and each.area[0] < area[2]]
    return bool(_SWORN.search(" ".join(over)))


def _stacked(runs: Sequence[Run]) -> Iterator[Run]:
    """Two runs of one style that stand under one another, as a stamp of two lines does."""
    for one, two in pairwise(runs):
        near = 0 < two.area[1] - one.area[1] < 2.2 * max(one.size, 1)
        over = one.area[0] < two.area[2] and two.area[0] < one.area[2]
        short = len(one.text.split()) + len(two.text.split()) <= _LONG
        if near and over and short and one.style == two.style:
            yield Run(f"{one.text} {two.text}", enclosing((one.area, two.area)), one.size, one.style, one.script)


def _standing(line: PageLine, page: Page) -> str | None:
    """An undoing word in capitals in a line of other writing, or a short line that is one; a scan has no other sign."""
    text = _joined(line.text)
    if page.source == "ocr" and (word := _apart(line.text)):
        return word
    short = len(line.words) <= 5 and page.source == "ocr"
    shouted = not text.isupper()
    for hit in _WORD.finditer(text):
        alone = short and _stands_out(text, hit, script=False)
        if (alone or (shouted and hit[0].isupper() and len(hit[0]) > 3)) and _counts(text, hit):
            area = (
                around(each for each in line.words if key(each.text) in key(hit[0]) and key(each.text))
                if short
                else line.area
            )
            if not _label(text, hit, area, page) and not _ends_declaration(text, hit, line.area, page):
                return hit[0].lower()
    if page.source != "ocr":
        return None
    if len(line.words) > _LONG and (word := _in_a_long_line(text, Run(line.text, line.area, line.size), page)):
        return word
    unsure = [each.text for each in line.words if each.text.isupper() and (each.sure < 0.9 or each.size >= 12)]
    return _almost(" ".join(unsure), 78) or _broken_off(line, page)


def _broken_off(line: PageLine, page: Page) -> str | None:
    """An undoing word of a scan of which a piece was read: at the edge of the sheet, or beside a word that could not be read."""
    for place, each in enumerate(line.words):
        beside = line.words[max(place - 1, 0) : place + 2]
        at_edge = each.x0 < _EDGE or each.x1 > page.width - _EDGE
        if at_edge or any(other is not each and other.sure < _UNREADABLE for other in beside):
            for part in set(re.findall(r"[A-Z]{4,}", each.text)) - _INNOCENT - _WHOLE_WORDS:
                if found := next((word for word in _FUZZY if word.startswith(part) or word.endswith(part)), None):
                    return found.lower()
    return None


def _prose(page: Page) -> list[str]:
    """The page's writing as running text, line after line and column after column as far as lines tell."""
    return [re.sub(r"\s+", " ", " ".join(line.text for line in page.lines))]


def _said(text: str) -> str | None:
    """The undoing word of a sentence that speaks of the paper itself, outright."""
    for pattern in _SAID:
        for hit in pattern.finditer(text):
            start = text.rfind(".", 0, hit.start()) + 1
            before = text[max(start, hit.start() - 60) : hit.start("word")]
            if _refused(text, hit) or _EMPTY_BOX.search(text[: hit.start()]):
                continue
            if not _MODAL.search(before) and not _IF_AFTER.match(text[hit.end() :]):
                near = key(text[max(0, hit.start("word") - 60) : hit.end("word") + 60])
                if not any(each in near for each in _PRINTED_KEYS):
                    return hit["word"].lower()
    return None


_ASKED_FOR = re.compile(
    r"\b(?:motion|petition|application|request|order|denying|denied|moved|asks?) to\W*$", re.IGNORECASE
)
_GRANTED = re.compile(r"^[^.;]{0,40}\b(?:granted|allowed|sustained)\b", re.IGNORECASE)
_DENIED = re.compile(r"^[^.;]{0,30}\b(?:denied|overruled|refused|rejected)\b", re.IGNORECASE)
_ON_A_DAY = re.compile(r"\s+(?:on|this)\b(?P<rest>[^;]{0,40})", re.IGNORECASE)
_A_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\b(?<!\b20)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b",
    re.IGNORECASE,
)


def _refused(text: str, hit: re.Match[str]) -> bool:
    """Whether the sentence only tells of a motion that was not granted, or is a printed return whose blanks are empty."""
    before, after = text[max(0, hit.start("word") - 30) : hit.start("word")], text[hit.end() :]
    if _DENIED.match(after) or (_ASKED_FOR.search(before) and not _GRANTED.match(after)):
        return True
    blank = _ON_A_DAY.match(text[hit.end("word") :]) if hit["word"].lower() in {"executed", "served"} else None
    return blank is not None and not _A_DAY.search(blank["rest"].replace("_", " "))


_RETURN = re.compile(
    r"(?:person|defendant|individual) was arrested on(?: \(date\))?(?P<after>.{0,40})"
    r"|(?:executed|served) (?:this|the|said|within|above)(?: \w+){0,3}? warrant(?P<after2>.{0,60})"
    r"|warrant (?:was )?executed(?: on)?:?(?P<after3>.{0,30})"
    r"|(?:date (?:of )?(?:arrest|executed)|executed on|arrested on):?(?P<after4>.{0,24})"
    r"|\bdate:(?P<after5>.{0,24})(?=.*(?:officer|deputy|sheriff|marshal))",
    re.IGNORECASE,
)
_RETURN_HEAD = re.compile(
    r"(?:officer'?s |sheriff'?s |marshal'?s )?return(?: of (?:service|officer|warrant))?|proof of execution",
    re.IGNORECASE,
)


_FILLED = re.compile(
    r"(?i:warrant was received and executed with the arrest\b.{0,40}?\bat\b[\W_]*)"
    r"(?:(?!Date|Name|Signature|Arresting|Executed|Officer|Return)[A-Z][a-z]+"
    r"|.{0,200}?\b(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d))"
)
"""The older sentence of a return, with a place behind it or a day under it."""


def _returned(page: Page) -> str | None:
    """What the return of a warrant says where somebody filled it in: when the person was arrested."""
    lines = list(page.lines)
    head = next((place for place, each in enumerate(lines) if _RETURN_HEAD.fullmatch(each.text.strip(" .:|"))), None)
    if head is None:
        head = next((place for place, each in enumerate(lines) if "warrantwasreceived" in key(each.text)), None)
    if head is None:
        return None
    rows = re.sub(r"\s+", " ", " ".join(each.text for each in lines[head:]))
    if whole := _FILLED.search(rows):
        return _short(whole[0])
    for hit in _RETURN.finditer(rows):
        after = next((each for each in hit.groups() if each), "")
        found = find_date(re.sub(r"_+", " ", after))
        if found is not None and (found.value or found.doubt):  # a year of two digits is a day as well
            return _short(hit[0])
    return None
