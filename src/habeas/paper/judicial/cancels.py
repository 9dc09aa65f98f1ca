"""Papers that take an earlier detainer back: the box on the form of a detainer itself, and letters and notices in any words.

What only cancels asks for nothing. Where a paper cancels and holds at once, or cannot be told, nobody guesses: it is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.paper.fields.choices import box_before, choices_of, ticked_before
from habeas.paper.fields.extract import ABSENT, Gathered, entries_of, reading_of
from habeas.paper.fields.labeled import Labeled
from habeas.paper.fields.value_patterns import find_alien_number, find_date, find_name
from habeas.paper.forms.catalog import Form, FormEntry, right
from habeas.paper.pages.labels import Hit, LabelSheet
from habeas.paper.pages.page import Page, PageLine, Word
from habeas.paper.reading import FieldReading

_BOX_LABELS = (
    "please cancel the detainer related to this",
    "please cancel the detainer",
    "cancel the detainer previously",
    "cancel the detainer placed",
    "please cancel the notification request",
    "please cancel the request",
    "cancel the request previously",
)
_OTHER_GROUNDS = ("Upon completion of the proceeding or investigation",)
"""Box 2 of an I-247A, which states a ground as well."""
_TICKED = re.compile(r"^[\[({]?[xX✓✔☒☑✗✘×][\])}]?$")
_EMPTY = re.compile(r"^(?:[\[({][\])}]|☐|□)$")
_BACK = (
    r"(?:cancel(?:s|l?ed|l?ing)?|lift(?:s|ed|ing)?|withdr(?:aw(?:s|n|ing)?|ew)|rescind(?:s|ed|ing)?|drop(?:s|ped|ping)?"
    r"|retract(?:s|ed|ing)?|revok(?:e|es|ed|ing)|void(?:s|ed)?|terminat(?:e|es|ed|ing)|discontinu(?:e|es|ed|ing)"
    r"|recall(?:s|ed|ing)?|clear(?:s|ed|ing)?|vacat(?:e|es|ed|ing)|delet(?:e|es|ed|ing))"
)
_OFF = r"(?:remov(?:e|es|ed|ing)|releas(?:e|es|ed|ing)|tak(?:e|es|ing) off|pull(?:s|ed|ing)?|clos(?:e|es|ed|ing))"
"""Verbs that take a hold off only where the hold itself follows them at once: an alien is removed and released as well."""
_DONE = (
    r"(?:cancell?ed|lifted|withdrawn|rescinded|dropped|retracted|revoked|void(?:ed)?|terminated|discontinued|recalled|cleared"
    r"|vacated|deleted|removed|released|closed|no longer (?:in (?:effect|force)|valid|active|required|needed|necessary)|null and void"
    r"|of no (?:further )?effect)"
)
_ITS = r"(?:(?:the|an?|this|that|our|your|its|any|said|all|previous|prior|earlier|existing|attached|above) )"
_HOLD = r"(?:immigration |ice |dhs |federal |civil )*(?:detainers?|holds?|i-?247[a-z]?)\b"
_WHO = r"(?:who|alien|subject|inmate|individual|person|he|she|ordered)"
_HIM = r"(?:custody|hold|detainer|subject|individual|inmate|alien|person|him|her)"
_NOW = r"(?:is|are|was|were|be|been|being|hereby|now)(?: hereby| now| immediately| being| to be)*"
_BEEN = r"(?:is|are|was|has been|have been|be)(?: hereby| now)*"
_ON_HIM = r"(?: (?:on|against|for|concerning|of) (?:(?! (?:who|until)\b)[^.;]){2,60}?)?"
_CANCELS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"\b{_BACK} (?:\w+ ){{0,4}}?{_HOLD}",
        rf"\b{_OFF} (?:from )?{_ITS}{{0,2}}{_HOLD}",
        rf"\b{_HOLD}(?: (?!{_WHO}\b)[^ .;:]+){{0,14}}? {_NOW} {_DONE}\b",
        rf"\b{_HOLD}{_ON_HIM} {_BEEN} (?:{_DONE})\b",
        rf"\b{_HOLD}(?: [^.;:]{{0,90}}?)? {_BEEN} (?:cancell?ed|lifted|withdrawn|rescinded)\b",
        rf"\b{_HOLD} (?:cancell?ed|lifted|withdrawn|rescinded|dropped|removed)\b",
        rf"\bdisregard\b[^.;]{{0,40}}\b{_HOLD}",
        rf"\b(?:consider|deem|treat)\b[^.;]{{0,30}}\b{_HOLD}[^.;]{{0,40}}\b{_DONE}\b",
        r"\b(?:cancel|void|disregard|withdraw|rescind|lift|remove) (?:it|same|them|this|that)\b",
        rf"\b(?:cancell?ation|withdrawal|lifting|rescission|removal|termination|release) (?:notice )?of {_ITS}?{_HOLD}",
        r"\b(?:immigration |ice )?(?:detainer|hold) (?:cancell?ation|lift|withdrawal|removal|rescission|release|termination)\b",
    )
)
"""Sentences and headings that take a detainer back; with a `not` or an `if` in them they take nothing back."""
_WANTED_NO_MORE = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        r"\bno longer (?:has |have |holds? )?(?:an? |any )?(?:interest|interested|seek|request|wish|intend|require|need|pursu)\w*"
        rf"[^.;]{{0,90}}\b{_HIM}\b",
        rf"\b(?:has|have) no (?:further |continuing )?interest\b[^.;]{{0,60}}\b{_HIM}\b",
        r"\b(?:does|do|will) not (?:be )?(?:intend|wish|plan|seek|assuming|taking|assume|take)\b[^.;]{0,20}\b(?:assum|tak)?\w* ?custody\b",
        r"\bdeclin\w+ to (?:assume|take) custody\b",
        rf"\b{_HOLD}[^.;]{{0,40}}\bno longer (?:be )?(?:honored|enforced|executed|acted)\b",
        r"\b(?:need not|no longer (?:need|have) to|(?:do|does) not need to|not required to) (?:hold|detain|keep)\b",
    )
)
"""Sentences that say the person is not wanted any more."""
_TURNED = re.compile(r"\b(?:not|never|if|unless|until|without)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:if|unless|until|when|whether|once|before|not|never|cannot|without|in the event|request(?:s|ed|ing)? that (?:ice|dhs)|"
    r"asks? (?:ice|dhs)|demand|pending|refus\w+|authority to|motion to)\b[^.;]*$",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:detainer|hold)\b[^.;]{0,60}\b(?:remains?|continues?|stays?)\b[^.;]{0,20}\b(?:in (?:effect|force|place)|active|valid)"
    r"|\b(?:new|amended|updated|corrected|superseding|replacement|second) (?:immigration )?(?:detainer|i-?247\w?)\b"
    r"|\breplac\w+ (?:it |them )?(?:by|with)\b|\bin its place\b|\bre-?(?:issu|instat|lodg)\w+"
    rf"|\b{_DONE} (?:in error|by mistake|erroneously|inadvertently)\b"
    r"|\b(?:detainer|hold) (?:is|are) (?:hereby |again |still )?(?:requested|placed|lodged|active|needed)\b",
    re.IGNORECASE,
)
"""Words by which a detainer stands, or another takes its place."""
_SENDER = re.compile(
    r"homeland security|immigration (?:and|&) customs|customs (?:and|&) border|enforcement and removal"
    r"|(?-i:\bICE\b|\bCBP\b|\bERO\b|\bDHS\b)|(?:ice|cbp|hq)?\.?dhs\.gov",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\s*(?:to|attn|attention|re|cc|via|dear|subject)\b\s*[:.]?", re.IGNORECASE)
_ELSE = re.compile(
    r"law (?:office|firm|group|center)|attorneys? at law|\bLL[PC]\b|legal (?:services|aid)|public defender|consulate|embassy",
    re.IGNORECASE,
)
NOTICE = Form(
    "detainer_cancellation",
    None,
    None,
    (),
    "other",
    (
        FormEntry(
            "a_number",
            right("A-Number:", "A Number:", "Alien Number:", "A-File:", "File No:", "File No.", "A#:"),
            "a_number",
        ),
        FormEntry("subject_id", right("Subject ID:", "Subject ID"), "digits"),
        FormEntry("event_number", right("Event #:", "Event No:", "Event Number:", "Event No."), "number"),
        FormEntry(
            "subject_name",
            right("Name of Alien:", "Name of Subject:", "Inmate Name:", "Name:", "Inmate:", "Detainee:"),
            "name",
        ),
        FormEntry("date_of_birth", right("Date of Birth:", "DOB:", "Date of Birth", "DOB"), "date"),
        FormEntry("booking_id", right("Booking Number:", "Booking No:", "Booking #:"), "number"),
        FormEntry("issued_on", right("^Date:"), "date"),
    ),
)
"""Where a letter or a notice that cancels says whom and what it means."""


@dataclass(frozen=True, slots=True)
class CancelBox:
    """The box of a form that cancels an earlier paper: whether it is ticked, its line, and the day it names."""

    ticked: bool | None
    words: tuple[Word, ...]
    day: FieldReading


def cancel_box(sheet: LabelSheet) -> CancelBox | None:
    """The box on the form of a detainer by which an earlier one is cancelled; None where the form has none."""
    hit = sheet.first(_BOX_LABELS)
    if hit is None:
        return None
    row = sheet.rows[hit.row]
    start = next(
        (place for place in range(hit.start, -1, -1) if row[place].text.lower().strip(" :") == "if"), hit.start
    )
    state = _ticked(replace(hit, words=tuple(row[start : hit.end]), start=start), sheet)
    after = [*row[hit.end :], *(sheet.rows[hit.row + 1][:6] if hit.row + 1 < len(sheet.rows) else [])]
    return CancelBox(state, tuple(row[start:]), _day(after, sheet.page))


def _ticked(hit: Hit, sheet: LabelSheet) -> bool | None:
    """Whether the box is ticked: a square that is drawn, or a mark that is typed before the words."""
    first = hit.words[0]
    before = [
        each
        for each in sheet.page.words
        if abs(each.middle - first.middle) < 0.6 * first.size and -26 < each.x1 - first.x0 < 1
    ]
    if any(_TICKED.match(each.text) for each in before):
        return True
    state = box_before(hit, sheet)
    return False if state is None and _EMPTY.match("".join(each.text for each in before)) else state


def _day(words: Sequence[Word], page: Page) -> FieldReading:
    text = " ".join(each.text for each in words)
    found = find_date(re.sub(r"_+", " ", text))
    used = [each for each in words if any(char.isalnum() for char in each.text)]
    return reading_of(found.value, used, page, "cancels_detainer_of") if found and found.value else ABSENT


def states_a_ground(sheet: LabelSheet, form: Form, gathered: Gathered, box: CancelBox) -> bool | None:
    """Whether the form states why somebody is to be held beside the box that cancels; None where the program does not know.

    It states none only where every ground that the form is known by was found with an empty box, and no other box over the
    cancelling one is ticked: an edition that words its grounds anew is not understood.
    """
    grounds = gathered.fields.get("grounds", ABSENT).value
    others = [box_before(hit, sheet) for label in _OTHER_GROUNDS if (hit := sheet.first((label,)))]
    if grounds or True in others:
        return True
    labeled = Labeled(sheet)
    states = [each.ticked for ticks in form.ticks for each in choices_of(ticks, sheet, labeled)]
    told = states and not any([*states, *others]) and None not in [*states, *others]
    return False if told and not _ticked_over(box, labeled) else None


def _ticked_over(box: CancelBox, labeled: Labeled) -> bool:
    """Whether any box over the one that cancels is ticked, whatever its words say."""
    top = min(each.top for each in box.words)
    over = [each for row in labeled.pieces for each in row if each.area[3] < top]
    return any(ticked_before(each.words[0], labeled.sheet) for each in over)


def cancelling_words(pages: Sequence[Page]) -> str | None:
    """The words by which a letter or notice of an immigration authority cancels a detainer, outright; None where there are none."""
    if not _of_immigration(pages):
        return None
    text = _text(pages)
    for pattern in (*_CANCELS, *_WANTED_NO_MORE):
        for hit in pattern.finditer(text):
            if pattern in _CANCELS and _TURNED.search(hit[0]):
                continue
            start = max(text.rfind(mark, 0, hit.start()) for mark in (". ", "; ", ": "))
            if not _NOT.search(text[max(start + 1, 0) : hit.start()]):
                return hit[0]
    return None


def also_stands(pages: Sequence[Page]) -> bool:
    """Whether the same paper says that a detainer stands, or puts another in its place."""
    return bool(_STANDS.search(_text(pages)))


def _text(pages: Sequence[Page]) -> str:
    return re.sub(r"\s+", " ", " ".join(line.text for page in pages for line in page.lines))


def _of_immigration(pages: Sequence[Page]) -> bool:
    """Whether an immigration authority sends it: its name at the head or under the closing words, and no lawyer's."""
    first, last = pages[0], pages[-1]
    head = [each for each in first.lines if each.area[1] < first.height * 0.22 and not _ADDRESSED.match(each.text)]
    if any(_ELSE.search(each.text) for each in head):
        return False
    return any(_SENDER.search(each.text) for each in (*head, *_closing(last)))


def _closing(page: Page) -> list[PageLine]:
    lines = list(page.lines)
    close = next(
        (
            place
            for place, each in enumerate(lines)
            if re.match(r"(?:sincerely|respectfully|regards|thank you|very truly)\b", each.text, re.IGNORECASE)
        ),
        None,
    )
    if close is None:  # words that somebody typed may end with a name and a title alone
        return lines[-4:] if page.typed else []
    return lines[close : close + 7]


_NAMES_DAY = re.compile(
    r"(?:detainer|hold|i-?247\w?|form|request)\b[^.;]{0,90}?\b(?:dated|of|issued|lodged|placed|filed|submitted|sent|on)\b[^.;\d]{0,40}?"
    r"(?P<day>\b[\w/., -]{6,22})",
    re.IGNORECASE,
)


def read_notice(pages: Sequence[Page], gathered: Gathered, words: str) -> None:
    """Read whom a notice means, its numbers, and which detainer it takes back."""
    entries_of(NOTICE, pages, gathered)
    first, text = pages[0], _text(pages)
    for name, value in (
        ("a_number", _alien(text)),
        ("subject_name", _named(pages, text)),
        ("date_of_birth", _born(text)),
        ("event_number", _event(text)),
    ):
        if value:
            gathered.add(name, reading_of(value, (), first, name))
    day = _NAMES_DAY.search(text)
    found = find_date(day["day"]) if day else None
    gathered.add(
        "cancels_detainer_of",
        reading_of(found.value, (), first, "cancels_detainer_of") if found and found.value else ABSENT,
    )
    gathered.add("cancelling_words", reading_of(words, (), first, "cancelling_words"))


def _alien(text: str) -> str | None:
    hit = re.search(
        r"\bA\s?(?:#|-|No\.?|number:?|file:?)?\s*(?:#\s*)?\d{2,3}[\s-]?\d{3}[\s-]?\d{3}\b", text, re.IGNORECASE
    )
    found = find_alien_number(hit[0]) if hit else None
    return found.value if found else None


def _born(text: str) -> str | None:
    hit = re.search(r"(?:\bDOB\b|date of birth|born)[:\s]*(?P<day>[\w/., -]{8,20})", text, re.IGNORECASE)
    found = find_date(hit["day"]) if hit else None
    return found.value if found else None


def _event(text: str) -> str | None:
    hit = re.search(r"\b[A-Z]{3}\d{10}\b", text)
    return hit[0] if hit else None


_NO_WORD = r"(?!(?:DOB|AKA|FBI|SID|USC|A\d|File|Event|Booking)\b)"
_NAME = rf"(?P<name>[A-Z][\w'’-]+(?:,? (?:(?:de|la|del|van|von|dos|da) )*{_NO_WORD}[A-Z][\w'’.-]*){{1,4}})"
_OF = r"(?:the )?(?:subject |inmate |individual |alien |detainee )?"
_NAMED = (
    re.compile(
        rf"\b(?:against|on|for|of|regarding|concerning|about|re:?)\s+{_OF}{_NAME}"
        r"(?=,? (?:DOB|\(?DOB|A\s?#?-?\d|A-|born|date of birth|booking|event)|[,.]? ?\(A)"
    ),
    re.compile(rf"\b(?:detainer|hold)\b[^.;]{{0,50}}?\b(?:against|on|for|concerning|regarding) {_OF}{_NAME}"),
    re.compile(
        rf"(?:Re|RE|Subject)\s*:\s*[^:]{{0,60}}?(?:[Dd]etainer|DETAINER|[Hh]old)\s*(?:[-–—:,]|for|of|re)\s*{_NAME}"
    ),
    re.compile(rf"(?:Re|RE)\s*:\s*{_NAME}"),
)
_NO_NAME = re.compile(
    r"\b(?:immigration|detainer|ice|department|office|county|sheriff|customs|notice|cancell?ation|jail)\b",
    re.IGNORECASE,
)


def _named(pages: Sequence[Page], text: str) -> str | None:
    """The person a sentence or a subject line names."""
    lines = [
        line.text for page in pages for line in page.lines if re.match(r"re\s*:|subject\s*:", line.text, re.IGNORECASE)
    ]
    for pattern in _NAMED:
        for part in (*lines, text):
            hit = pattern.search(part)
            found = find_name(hit["name"]) if hit and not _NO_NAME.search(hit["name"]) else None
            if found:
                return str(found.value)
    return None
